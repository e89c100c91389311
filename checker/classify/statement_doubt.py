"""What the second reader's word counts beside the weights', learned from companies that it does not know. Training."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import log
from typing import Any

from checker.classify.second_reader import InContext
from checker.classify.statement_asked import asked_of
from checker.classify.statement_examples import Example
from checker.classify.statement_training import choose_threshold
from checker.classify.statements import Doubt, StatementModel, believed, is_in_doubt

LOWEST, HIGHEST = 0.2, 0.9
"""Confidences of the weights between which the second reader is asked, more of those taken for statements than of the
others: a false one stops a gate. `docs/models/statements.md` has other bounds."""


def with_second_reader(
    model: StatementModel,
    examples: Sequence[Example],
    sure: Sequence[float],
    pool: Mapping[str, dict[str, Any]],
    says: Callable[[Sequence[InContext]], Sequence[float]],
) -> tuple[StatementModel, list[float]]:
    """The model that asks a reader where it is in doubt, and the confidence that each example has then.

    `sure` are the confidences of the weights alone, out of fold; `says` are a reader's log-odds. Only of its strangers
    is it asked; the others keep theirs, and no figure may count them.
    """
    doubt = Doubt(lowest=LOWEST, highest=HIGHEST, weights=1.0, reader=0.0, shift=0.0)
    asked = [
        i for i, e in enumerate(examples) if e.stranger and e.is_read and e.can_count and is_in_doubt(sure[i], doubt)
    ]
    scores = dict(zip(asked, says([a.read for a in asked_of([examples[i] for i in asked], pool)]), strict=True))
    doubt = _fitted(doubt, [(sure[i], score, examples[i].is_statement) for i, score in scores.items()])
    both = [believed(p, scores[i], doubt) if i in scores else p for i, p in enumerate(sure)]
    return replace(model, doubt=doubt, threshold=choose_threshold(examples, both)), both


def _fitted(doubt: Doubt, cases: Sequence[tuple[float, float, bool]]) -> Doubt:
    """Logistic regression on both log-odds, of sentences in doubt: however drawn, they are doubtful alike."""
    from sklearn.linear_model import LogisticRegression

    curve = LogisticRegression(C=1e6).fit([[log(p / (1 - p)), z] for p, z, _ in cases], [y for *_, y in cases])
    weights, reader = (round(float(x), 4) for x in curve.coef_[0])
    return replace(doubt, weights=weights, reader=reader, shift=round(float(curve.intercept_[0]), 4))
