"""Figures of decisions, each with its interval: percentile bootstraps over companies (Efron and Tibshirani, 1993).

Releases of one company share their legend and their way of speaking, so they are drawn together.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

DRAWS = 500
SEED = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One thing that a model decided: its weight of hits, false finds and misses, and whose it is."""

    company: str
    hits: int
    false: int
    missed: int


def figures(cases: Sequence[Case]) -> dict[str, Any]:
    """Precision, recall and F1, each with its 95 % interval, and the counts."""
    every = _by_company(cases)
    draws = list(_draws(every))
    hits, false, missed = _total(every)
    measured = {name: _interval(measure, every, draws) for name, measure in MEASURES.items()}
    return {**measured, "n": hits + missed, "false": false, "missed": missed, "companies": len(every)}


def share(cases: Sequence[Case]) -> dict[str, Any]:
    """The share of hits among hits and misses with its 95 % interval, and of how many."""
    every = _by_company(cases)
    hits, _, missed = _total(every)
    return {**_interval(_recall, every, list(_draws(every))), "n": hits + missed, "companies": len(every)}


def decided(company: str, said: bool, there: bool) -> Case:
    """One decision: what was said, and what is there."""
    return Case(company=company, hits=said and there, false=said and not there, missed=there and not said)


def _by_company(cases: Sequence[Case]) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for case in cases:
        counts = found.setdefault(case.company, [0, 0, 0])
        for k, count in enumerate((case.hits, case.false, case.missed)):
            counts[k] += count
    return list(found.values())


def _interval(
    measure: Callable[[int, int, int], float], every: Sequence[Sequence[int]], draws: Sequence[tuple[int, int, int]]
) -> dict[str, float]:
    values = sorted(measure(*counts) for counts in draws)
    low, high = values[int(0.025 * len(values))], values[int(0.975 * len(values))]
    return {"value": round(measure(*_total(every)), 4), "low": round(low, 4), "high": round(high, 4)}


def _precision(hits: int, false: int, missed: int) -> float:  # noqa: ARG001
    return hits / (hits + false) if hits + false else 1.0


def _recall(hits: int, false: int, missed: int) -> float:  # noqa: ARG001
    return hits / (hits + missed) if hits + missed else 1.0


def _f1(hits: int, false: int, missed: int) -> float:
    return 2 * hits / (2 * hits + false + missed) if hits + false + missed else 1.0


MEASURES: dict[str, Callable[[int, int, int], float]] = {"precision": _precision, "recall": _recall, "f1": _f1}


def _total(counts: Sequence[Sequence[int]]) -> tuple[int, int, int]:
    hits, false, missed = (sum(c[k] for c in counts) for k in range(3))
    return hits, false, missed


def _draws(every: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, int]]:
    dice = random.Random(SEED)
    for _ in range(DRAWS):
        yield _total(dice.choices(every, k=len(every)))


def reliability(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> dict[str, Any]:
    """Mean confidence and share of hits by bins of confidence, and the expected calibration error."""
    parts: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for p, right in pairs:
        parts[min(bins - 1, int(p * bins))].append((p, right))
    rows = [
        {"confidence": round(sum(p for p, _ in x) / len(x), 4), "share": round(sum(r for _, r in x) / len(x), 4),
         "n": len(x)}
        for x in parts if x
    ]  # fmt: skip
    error = sum(abs(row["confidence"] - row["share"]) * row["n"] for row in rows) / max(1, len(pairs))
    return {"bins": rows, "expected calibration error": round(error, 4)}
