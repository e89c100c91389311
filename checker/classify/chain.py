"""A two-state linear chain over the units of a text: is each inside a legend or outside?

A score is a unit's own log-potential of being inside. A step from one unit to the next has potentials by what lies
between them (the same paragraph goes on, a heading begins, a list item follows …), with "outside, then outside" at
zero. Lafferty, McCallum and Pereira (2001), "Conditional random fields".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log1p

from checker.records import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Moves:
    """Log-potentials of a step: inside → inside, outside → inside, inside → outside."""

    stay: float = 0.0
    enter: float = 0.0
    leave: float = 0.0


STILL = Moves()


@dataclass(frozen=True, kw_only=True, slots=True)
class Transitions:
    """The log-potential of starting inside, and the moves by the name of the step; an unknown step moves freely."""

    start: float
    moves: Mapping[str, Moves]

    def along(self, steps: Sequence[str]) -> list[Moves]:
        """The moves that lead to each unit; the first unit's are not looked at."""
        return [self.moves.get(step, STILL) for step in steps]


def best_path(scores: Sequence[float], steps: Sequence[str], transitions: Transitions) -> list[bool]:
    """The most likely sequence of states (Viterbi)."""
    if not scores:
        return []
    inside, outside = transitions.start + scores[0], 0.0
    came: list[tuple[bool, bool]] = []
    for score, moves in zip(scores[1:], transitions.along(steps[1:]), strict=True):
        to_in = (inside + moves.stay, outside + moves.enter)
        to_out = (inside + moves.leave, outside)
        came.append((to_in[0] > to_in[1], to_out[0] > to_out[1]))
        inside, outside = max(to_in) + score, max(to_out)
    state = inside > outside
    path = [state]
    for from_inside in reversed(came):
        state = from_inside[0] if state else from_inside[1]
        path.append(state)
    return path[::-1]


def posteriors(scores: Sequence[float], steps: Sequence[str], transitions: Transitions) -> list[float]:
    """The probability that each unit is inside, given the whole text (forward–backward)."""
    forward: list[tuple[float, float]] = []
    inside, outside = transitions.start, 0.0
    along = transitions.along(steps)
    for i, (score, moves) in enumerate(zip(scores, along, strict=True)):
        if i:
            inside, outside = _add(inside + moves.stay, outside + moves.enter), _add(inside + moves.leave, outside)
        inside += score
        forward.append((inside, outside))
    back_in = back_out = 0.0
    found: list[float] = []
    for i in range(len(scores) - 1, -1, -1):
        found.append(_logistic(forward[i][0] + back_in - forward[i][1] - back_out))
        ahead, moves = scores[i] + back_in, along[i]
        back_in, back_out = _add(moves.stay + ahead, moves.leave + back_out), _add(moves.enter + ahead, back_out)
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
