"""Sentences in their context → a sparse matrix, as a scikit-learn transformer. Training and measuring only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Any, NamedTuple

from scipy.sparse import csr_matrix
from sklearn.utils.validation import check_is_fitted

from checker.classify.chain_classifier import START
from checker.classify.legend_examples import Example
from checker.classify.legend_features import STEPS, Unit
from checker.classify.takes_sentences import TakesSentences

COLUMNS = "wab"
"""A word speaks of its own sentence, of the one after it and of the one before it."""


class Context(NamedTuple):
    """A sentence with the one before and the one after it."""

    unit: Unit
    before: Unit | None
    after: Unit | None


def contexts_of(examples: Sequence[Example]) -> list[Context]:
    """One context a sentence, release by release."""
    found = []
    for e in examples:
        padded = [None, *e.units, None]
        found += [Context(unit, padded[i], padded[i + 2]) for i, unit in enumerate(e.units)]
    return found


def steps_of(examples: Sequence[Example]) -> list[int]:
    """How each sentence follows the one above it: `START`, or the index of its step in `STEPS`.

    A long release is a chain of several pieces, so that one prospectus does not make every pass as long as itself.
    """
    return [START if i % PIECE == 0 else STEPS.index(unit.step) for e in examples for i, unit in enumerate(e.units)]


PIECE = 120
"""Sentences after which training begins a new chain; nineteen releases in twenty have fewer."""


class ContextVectorizer(TakesSentences):
    """Words, pairs and symbols that occur in at least `min_count` sentences.

    Words and pairs are scaled by the square root of their number in the sentence, so that long sentences do not shout.
    """

    def __init__(self, min_count: int = 3) -> None:
        self.min_count = min_count

    def fit(self, X: Sequence[Context], y: Any = None) -> ContextVectorizer:  # noqa: N803, ARG002
        """Learns the columns, in an order that depends on nothing but the terms."""
        counts: Counter[str] = Counter()
        for context in X:
            unit = context.unit
            counts.update(f"w {x}" for x in unit.words)
            counts.update(f"p {x}" for x in unit.pairs)
            counts.update(f"s {x}" for x in unit.symbols)
        kept = sorted(t for t, n in counts.items() if n >= self.min_count)
        names = [t if t[0] != "w" else f"{c} {t[2:]}" for t in kept for c in (COLUMNS if t[0] == "w" else "x")]
        self.terms_ = {name: i for i, name in enumerate(names)}
        return self

    def transform(self, X: Sequence[Context]) -> Any:  # noqa: N803
        """One row a context."""
        check_is_fitted(self)
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for row, context in enumerate(X):
            for name, value in terms_in(context):
                column = self.terms_.get(name)
                if column is not None:
                    rows.append(row)
                    columns.append(column)
                    values.append(value)
        return csr_matrix((values, (rows, columns)), shape=(len(X), len(self.terms_)))

    def get_feature_names_out(self, input_features: Any = None) -> list[str]:  # noqa: ARG002
        """The terms: "w" a word of the sentence, "a" and "b" a neighbour's, "p" a pair, "s" a symbol."""
        return list(self.terms_)


def terms_in(context: Context) -> Iterator[tuple[str, float]]:
    """The names and values of a context's features."""
    unit = context.unit
    for pair in unit.pairs:
        yield f"p {pair}", 1 / sqrt(len(unit.pairs))
    for symbol in unit.symbols:
        yield f"s {symbol}", 1.0
    for column, at in zip(COLUMNS, context, strict=True):
        for word in at.words if at else ():
            yield f"{column} {word}", 1 / sqrt(len(at.words)) if at else 0.0
