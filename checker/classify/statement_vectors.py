"""Word vectors from unlabelled releases: words that stand in the same places get similar numbers.

A word that the labels never show then borrows its weight from words used like it. The vectors are used in training
only: the model that comes out has one weight a word.
Levy and Goldberg (2014), "Neural word embedding as implicit matrix factorization"; contexts keep their direction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.utils.extmath import randomized_svd

from checker.classify.statement_words import own_year, tokens_of
from checker.types import Release

SEEN = 8
"""Times that a word must occur to get a vector."""

CONTEXTS = 1500
"""Commonest words that count as company."""

PLACES = (-2, -1, 1, 2)
"""Where company stands, in words from the word."""

SIZE = 100
"""Numbers a vector; 50 to 200 scored the same."""

SMOOTHING = 0.75
"""Exponent that keeps rare company from weighing too much, as in word2vec."""

FEWEST = 2
"""Words below which there is nothing to compare."""

SHORTEST = 4
"""Words below which a sentence teaches nothing about company."""


Vectors = tuple[dict[str, int], Any]
"""Row numbers of words, and a matrix of unit rows."""


def word_vectors(releases: Iterable[Release]) -> Vectors:
    """Vectors of the words that occur often enough. Repeated sentences count once. Deterministic.

    Too few words for a table give an empty one: a small corpus has words, and no company to tell them by.
    """
    sequences = _sequences(releases)
    counts = Counter(word for words in sequences for word in words)
    rows = {w: i for i, (w, n) in enumerate(sorted(counts.items(), key=lambda x: (-x[1], x[0]))) if n >= SEEN}
    if len(rows) < FEWEST:
        return {}, np.zeros((0, 1))
    return rows, _factorise(_company(sequences, rows))


def _sequences(releases: Iterable[Release]) -> list[list[str]]:
    seen: set[str] = set()
    found = []
    for release in releases:
        year = own_year(release.folded)
        for sentence in release.sentences:
            if sentence.text not in seen:
                seen.add(sentence.text)
                found.append(tokens_of(sentence.text, year))
    return [words for words in found if len(words) >= SHORTEST]


def _company(sequences: Sequence[Sequence[str]], rows: dict[str, int]) -> Any:
    """How often each word has each of the commonest words at each place."""
    at, beside = [], []
    edge = len(PLACES) * CONTEXTS
    for words in sequences:
        ids = [rows.get(w, -1) for w in words]
        for i, row in enumerate(ids):
            if row < 0:
                continue
            for slot, step in enumerate(PLACES):
                other = ids[i + step] if 0 <= i + step < len(ids) else None
                column = edge + slot if other is None else slot * CONTEXTS + other if 0 <= other < CONTEXTS else -1
                if column >= 0:
                    at.append(row)
                    beside.append(column)
    counts = csr_matrix((np.ones(len(at)), (at, beside)), shape=(len(rows), edge + len(PLACES)))
    counts.sum_duplicates()
    return counts


def _factorise(counts: Any) -> Any:
    """Positive pointwise mutual information, reduced by a truncated singular value decomposition."""
    words = np.asarray(counts.sum(axis=1)).ravel()
    company = np.asarray(counts.sum(axis=0)).ravel() ** SMOOTHING
    company /= company.sum()
    cells = counts.tocoo()
    surprise = np.log(cells.data / (words[cells.row] * company[cells.col] + 1e-9))
    table = csr_matrix((np.maximum(surprise, 0), (cells.row, cells.col)), shape=counts.shape)
    left, sizes, _ = randomized_svd(table, n_components=min(SIZE, min(table.shape) - 1), random_state=0)
    vectors = left * np.sqrt(sizes)
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
