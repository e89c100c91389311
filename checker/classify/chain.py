"""A two-state linear chain over the units of a text: is each inside a legend or outside?

Scores are log-odds of "inside" by a unit's own evidence; `stay` and `leave` are log-probabilities of the transitions,
counted in the training labels. Rabiner (1989), "A tutorial on hidden Markov models", sections III.A–B.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log1p


@dataclass(frozen=True, kw_only=True, slots=True)
class Transitions:
    """Log-probabilities: of starting inside, and of being inside next, by where one is now."""

    start_inside: float
    start_outside: float
    outside_outside: float
    outside_inside: float
    inside_inside: float
    inside_outside: float


def best_path(scores: Sequence[float], moves: Transitions) -> list[bool]:
    """The most likely sequence of states (Viterbi)."""
    if not scores:
        return []
    inside, outside = moves.start_inside + scores[0], moves.start_outside
    came: list[tuple[bool, bool]] = []
    for score in scores[1:]:
        to_in = (inside + moves.inside_inside, outside + moves.outside_inside)
        to_out = (inside + moves.inside_outside, outside + moves.outside_outside)
        came.append((to_in[0] > to_in[1], to_out[0] > to_out[1]))
        inside, outside = max(to_in) + score, max(to_out)
    state = inside > outside
    path = [state]
    for from_inside in reversed(came):
        state = from_inside[0] if state else from_inside[1]
        path.append(state)
    return path[::-1]


def posteriors(scores: Sequence[float], moves: Transitions) -> list[float]:
    """The probability that each unit is inside, given the whole text (forward–backward)."""
    forward: list[tuple[float, float]] = []
    inside, outside = moves.start_inside, moves.start_outside
    for i, score in enumerate(scores):
        if i:
            inside, outside = (
                _add(inside + moves.inside_inside, outside + moves.outside_inside),
                _add(inside + moves.inside_outside, outside + moves.outside_outside),
            )
        inside += score
        forward.append((inside, outside))
    back_in = back_out = 0.0
    found: list[float] = []
    for i in range(len(scores) - 1, -1, -1):
        log_odds = forward[i][0] + back_in - forward[i][1] - back_out
        found.append(_logistic(log_odds))
        ahead = scores[i]
        back_in, back_out = (
            _add(moves.inside_inside + ahead + back_in, moves.inside_outside + back_out),
            _add(moves.outside_inside + ahead + back_in, moves.outside_outside + back_out),
        )
    return found[::-1]


def _add(a: float, b: float) -> float:
    """log(exp(a) + exp(b)) without overflow."""
    high, low = (a, b) if a > b else (b, a)
    return high + log1p(exp(low - high))


def _logistic(x: float) -> float:
    if x >= 0:
        return 1.0 / (1.0 + exp(-x))
    e = exp(x)
    return e / (1.0 + e)
