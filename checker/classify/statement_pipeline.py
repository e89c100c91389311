"""The statement finder as a scikit-learn pipeline, and its numbers as the check path uses them. Training only.

Labelled sentences → sparse matrix (`StatementVectorizer`) → logistic regression. Word vectors enter linearly, so
`read_off` melts them into one weight a word and place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.utils.validation import check_is_fitted

from checker.classify.statement_examples import Example
from checker.classify.statement_features import Clue
from checker.classify.statement_vectors import Vectors
from checker.classify.statements import StatementModel
from checker.classify.takes_sentences import TakesSentences

MIN_SENTENCES = 3
"""Sentences that must hold a term before it is learned."""

STRENGTH = 2.0
"""Inverse of the regularisation; chosen by out-of-fold average precision among 0.5, 1, 2, 4."""

SYMBOL, VECTOR, COMPANY = 0.25, 0.7, 0.4
"""Size of a symbol, of a sentence's own vector and of a neighbour's beside a sentence's words; chosen likewise."""

SMALLEST = 0.01
"""Weights below this are dropped: they cannot change a score by more than a few hundredths."""

PAIR = 10.0
"""How much larger a pair must be to be kept: a score has it divided by the root of some thirty pairs. At 15 a third of
those kept would go, no confidence of 7,307 sentences move by more than 0.040, and the start be some 3 ms quicker."""

PARTS = (("words", VECTOR), ("before", COMPANY), ("after", COMPANY))
"""Whose word vectors are summed, in the order of the columns, and the size of each."""


def pipeline(vectors: Vectors | None = None) -> Pipeline:
    """Labelled sentences → matrix → logistic regression. Fit it with `model__sample_weight`, or by `fit_to_shares`."""
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    return Pipeline([("terms", StatementVectorizer(vectors=vectors)), ("model", model)])


def fit_to_shares(
    examples: Sequence[Example], shares: Sequence[float], weights: Sequence[float], vectors: Vectors | None
) -> Pipeline:
    """The pipeline fitted to probabilities instead of labels: each example counts as a statement by its share, and as
    none by the rest. With shares of 0 and 1 it is the fit to labels."""
    fitted = pipeline(vectors)
    matrix = fitted["terms"].fit_transform(examples)
    ahead = np.asarray(shares) * np.asarray(weights)
    counts = np.concatenate([ahead, np.asarray(weights) - ahead])
    kept = np.flatnonzero(counts)
    labels = np.repeat([True, False], len(examples))
    fitted["model"].fit(vstack([matrix, matrix]).tocsr()[kept], labels[kept], sample_weight=counts[kept])
    return fitted


class StatementVectorizer(TakesSentences):
    """Words, pairs and symbols that occur in at least `min_count` sentences, and sums of word vectors.

    Words and pairs are scaled by the square root of their number in the sentence, so that long sentences do not shout.
    `vectors` are rows of a table by word, for the sentence and its two neighbours; None leaves them out.
    """

    def __init__(self, min_count: int = MIN_SENTENCES, vectors: Vectors | None = None) -> None:
        self.min_count = min_count
        self.vectors = vectors

    def fit(self, X: Sequence[Example], y: Any = None) -> StatementVectorizer:  # noqa: N803, ARG002
        """Learns the columns, in an order that depends on nothing but the terms."""
        counts: Counter[str] = Counter()
        for example in X:
            counts.update(name for name, _ in terms_in(example.clue))
        kept = sorted(t for t, n in counts.items() if n >= self.min_count)
        self.terms_ = {name: i for i, name in enumerate(kept)}
        return self

    def transform(self, X: Sequence[Example]) -> Any:  # noqa: N803
        """One row a sentence."""
        check_is_fitted(self)
        rows, columns, values = [], [], []
        for row, example in enumerate(X):
            for name, value in terms_in(example.clue):
                if (column := self.terms_.get(name)) is not None:
                    rows.append(row)
                    columns.append(column)
                    values.append(value)
        sparse = csr_matrix((values, (rows, columns)), shape=(len(X), len(self.terms_)), dtype=np.float64)
        if self.vectors is None:
            return sparse
        sums = (csr_matrix(vector_sums(X, part, self.vectors) * size) for part, size in PARTS)
        return hstack([sparse, *sums]).tocsr()

    def get_feature_names_out(self, input_features: Any = None) -> list[str]:  # noqa: ARG002
        """The terms, "w" a word, "p" a pair, "s" a symbol; then the numbers of the sums of vectors."""
        size = self.vectors[1].shape[1] if self.vectors else 0
        return [*self.terms_, *(f"vector of {part} {k}" for part, _ in PARTS for k in range(size))]


def terms_in(clue: Clue) -> Iterator[tuple[str, float]]:
    """The names and values of a sentence's own features."""
    word, pair = 1 / sqrt(len(clue.words) + 1), 1 / sqrt(len(clue.pairs) + 1)
    yield from ((f"w {w}", word) for w in clue.words)
    yield from ((f"p {p}", pair) for p in clue.pairs)
    yield from ((f"s {s}", SYMBOL) for s in clue.symbols)


def vector_sums(examples: Sequence[Example], part: str, vectors: Vectors) -> Any:
    """Sums of the word vectors of the sentences, or of those before or after, scaled as words are."""
    rows, table = vectors
    found = np.zeros((len(examples), table.shape[1]))
    for i, e in enumerate(examples):
        words = e.clue.words if part == "words" else getattr(e, part)
        known = [rows[w] for w in words if w in rows]
        found[i] = table[known].sum(axis=0) / sqrt(len(words) + 1)
    return found


def read_off(fitted: Pipeline, smallest: float = SMALLEST) -> StatementModel:
    """One weight a word and place: its own, and what its vector lends it; without those too small to matter."""
    terms, model = fitted["terms"], fitted["model"]
    weights, at = model.coef_[0], {name: float(model.coef_[0][i]) for name, i in terms.terms_.items()}
    rows, lent = _lent(terms, weights)
    words = {}
    for word in sorted({*rows, *(n[2:] for n in at if n[0] == "w")}):
        i = rows.get(word)
        own, after, before = (float(part[i]) for part in lent) if i is not None else (0.0, 0.0, 0.0)
        words[word] = (at.get(f"w {word}", 0.0) + own, after, before)
    return StatementModel(
        words={w: row for w, row in words.items() if max(map(abs, row)) >= smallest},
        pairs={n[2:]: v for n, v in at.items() if n[0] == "p" and abs(v) >= PAIR * smallest},
        symbols={n[2:]: round(v * SYMBOL, 6) for n, v in at.items() if n[0] == "s"},
        intercept=float(model.intercept_[0]),
    )


def _lent(terms: StatementVectorizer, weights: Any) -> tuple[dict[str, int], list[Any]]:
    """What a word's vector lends to its own sentence, to the sentence after it and to the one before it."""
    if terms.vectors is None:
        return {}, []
    rows, table = terms.vectors
    size, start = table.shape[1], len(terms.terms_)
    parts = [table @ weights[start + k * size : start + (k + 1) * size] for k in range(len(PARTS))]
    # "before" are the words of the sentence before: their weight speaks of the sentence after them.
    return rows, [scale * part for (_, scale), part in zip(PARTS, parts, strict=True)]
