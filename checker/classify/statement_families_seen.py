"""What each family of statement models looks at: labelled sentences → features. Measuring only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline

from checker.classify.statement_examples import Example
from checker.classify.statement_pipeline import PARTS, terms_in, vector_sums
from checker.classify.statement_vectors import Vectors
from checker.classify.statement_words import KINDS, kind_of_word

Pairs = list[list[tuple[str, float]]]

_KIND_AT = {kind: i for i, kind in enumerate(KINDS)}

PLACES = ("is heading", "is list item", "is table", "section about", "section top", "section closing", "asks", "quoted")
"""Symbols of place that the trees see."""


def words_in(examples: Sequence[Example]) -> Pairs:
    """The words of each sentence alone."""
    return [[(w, 1 / sqrt(len(e.clue.words) + 1)) for w in e.clue.words] for e in examples]


def hashed_terms(examples: Sequence[Example]) -> Pairs:
    """Words, pairs and symbols of each sentence, and the words of its neighbours."""
    return [[*terms_in(e.clue), *_beside("b", e.before), *_beside("a", e.after)] for e in examples]


def _beside(name: str, words: Sequence[str]) -> Iterator[tuple[str, float]]:
    return ((f"{name} {w}", 0.5 / sqrt(len(words) + 1)) for w in words)


def kinds_in(examples: Sequence[Example]) -> Any:
    """How many words of each kind a sentence and its neighbours have, their sizes, and the sentence's place."""
    rows = [
        [*_kinds(e.clue.words), *_kinds(e.before), *_kinds(e.after), *_ahead(e), *_place(e.clue.symbols)]
        for e in examples
    ]
    return np.asarray(rows, dtype=np.float32)


def _kinds(words: Sequence[str]) -> list[float]:
    counts = [0.0] * len(KINDS)
    known = kind_of_word()
    for word in words:
        if (kind := known.get(word)) is not None:
            counts[_KIND_AT[kind]] += 1.0
    return [*counts, float(len(words))]


def _ahead(example: Example) -> list[float]:
    return [float(word in example.clue.words) for word in ("<later>", "<this year>", "<earlier>", "<name>", "0")]


def _place(symbols: Sequence[str]) -> list[float]:
    part = next((int(s[5:]) for s in symbols if s.startswith("part ")), 0)
    return [float(part), *(float(p in symbols) for p in PLACES)]


def vectors_and_kinds(examples: Sequence[Example], vectors: Vectors) -> Any:
    """Sums of word vectors of a sentence and its neighbours, beside its kinds of words."""
    return np.hstack([*(vector_sums(examples, part, vectors) for part, _ in PARTS), kinds_in(examples)])


class ScoreAndKinds(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Kinds of words, and the log-odds of a linear model: out of fold in training, or the trees would trust it blindly.

    linear  the pipeline that gives the score
    inner   folds over groups inside the training set
    """

    def __init__(self, linear: Pipeline, inner: int = 2) -> None:
        self.linear = linear
        self.inner = inner

    def fit_transform(self, X: Sequence[Example], y: Any = None, **_: Any) -> Any:  # noqa: N803
        """Features of the training set, each score by a model that did not see the sentence's group."""
        y = np.asarray(y)
        scores = np.zeros(len(X))
        for train, test in GroupKFold(self.inner).split(X, groups=[e.group for e in X]):
            fitted = clone(self.linear).fit([X[i] for i in train], y[train])
            scores[test] = fitted.decision_function([X[i] for i in test])
        self.fitted_ = clone(self.linear).fit(X, y)
        return np.column_stack([kinds_in(X), scores])

    def transform(self, X: Sequence[Example]) -> Any:  # noqa: N803
        """Features of sentences that were not seen."""
        return np.column_stack([kinds_in(X), self.fitted_.decision_function(X)])
