"""How well the models do on labelled releases: figures with confidence intervals, reliability, and what went wrong.

The intervals are percentile bootstraps over companies (Efron and Tibshirani, 1993): releases of one company share
their legend, so they are drawn together.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from checker.classify.groups import name_key
from checker.classify.labelled_files import Labelled
from checker.classify.legend_examples import Example, example_of
from checker.classify.legends import LegendSpan, find_legends
from checker.classify.statements import find_statements
from checker.records import dataclass
from checker.types import Passage

DRAWS = 500
SEED = 20
SHOWN = 20
"""Examples shown of each kind of error."""

SHARED = 0.4
"""Share of the shorter of two passages that they must have in common to be the same sentence."""

QUOTE = 160


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One thing that a model decided: its weight of hits, false finds and misses, and whose it is."""

    company: str
    hits: int
    false: int
    missed: int


def evaluate(labelled: Labelled) -> dict[str, Any]:
    """Classes with their figures, reliability by model, and examples of errors."""
    by_class: dict[str, list[Case]] = {}
    sure: dict[str, list[tuple[float, bool]]] = {"legends": [], "statements": []}
    errors: list[dict[str, Any]] = []
    labels = {line["id"]: line for line in labelled.legends}
    sentences: dict[str, list[dict[str, Any]]] = {}
    for line in labelled.sentences:
        sentences.setdefault(line["doc"], []).append(line)
    for ident in sorted({*labels, *sentences}):
        record = labelled.releases[ident]
        example = example_of(labels.get(ident, {"id": ident, "legends": []}), {"company": "", **record})
        company = name_key(record.get("company")) or ident
        spans, _ = find_legends(example.release)
        if ident in labels:
            _judge_legends(example, spans, company, by_class, sure["legends"], errors)
        if ident in sentences:
            found = find_statements(example.release, spans)
            _judge_sentences(example, sentences[ident], found, company, by_class, sure["statements"], errors)
    return {
        "releases": len(labels),
        "sentences": len(labelled.sentences),
        "classes": {name: figures(cases) for name, cases in by_class.items()},
        "reliability": {name: reliability(pairs) for name, pairs in sure.items() if pairs},
        "errors": errors,
    }


def _judge_legends(
    example: Example,
    spans: Sequence[LegendSpan],
    company: str,
    by_class: dict[str, list[Case]],
    sure: list[tuple[float, bool]],
    errors: list[dict[str, Any]],
) -> None:
    text = example.release.text
    found = {i for s in spans for i in range(s.start, s.end) if not text[i].isspace()}
    there = {i for start, end in example.legends for i in range(start, end) if not text[i].isspace()}
    by_class.setdefault("legend found (releases)", []).append(_decided(company, bool(found), bool(there)))
    by_class.setdefault("legend extent (characters)", []).append(
        Case(company=company, hits=len(found & there), false=len(found - there), missed=len(there - found))
    )
    for span in spans:
        inside = sum(i in there for i in range(span.start, span.end))
        sure.append((span.confidence, 2 * inside > sum(not c.isspace() for c in span.text)))
        if not inside:
            errors.append(_error("false legend", example, span.start, span.end, span.confidence))
    for start, end in example.legends:
        if found.isdisjoint(range(start, end)):
            errors.append(_error("missed legend", example, start, end, None))


def _judge_sentences(
    example: Example,
    labels: Sequence[dict[str, Any]],
    found: Sequence[Any],
    company: str,
    by_class: dict[str, list[Case]],
    sure: list[tuple[float, bool]],
    errors: list[dict[str, Any]],
) -> None:
    for label in labels:
        if label["label"] == "unsure":
            continue
        place = Passage(start=label["start"], end=label["end"], text="")
        said = next((x for x in found if _is_same(place, x)), None)
        is_statement = label["label"] == "forward"
        by_class.setdefault("statements (sentences)", []).append(_decided(company, said is not None, is_statement))
        if said is not None:
            sure.append((said.confidence, is_statement))
        if (said is not None) != is_statement:
            kind = "missed statement" if is_statement else f"false statement ({label['label']})"
            errors.append(_error(kind, example, place.start, place.end, said.confidence if said else None))


def _is_same(label: Passage, found: Passage) -> bool:
    shared = min(label.end, found.end) - max(label.start, found.start)
    return shared > 0 and shared >= SHARED * min(label.end - label.start, found.end - found.start)


def _decided(company: str, said: bool, there: bool) -> Case:
    return Case(company=company, hits=said and there, false=said and not there, missed=there and not said)


def _error(kind: str, example: Example, start: int, end: int, sure: float | None) -> dict[str, Any]:
    words = " ".join(example.release.text[start:end].split())
    return {"kind": kind, "id": example.id, "start": start, "end": end, "confidence": sure, "words": words[:QUOTE]}


# ── figures ───────────────────────────────────────────────────────────────────────────────────────


def figures(cases: Sequence[Case]) -> dict[str, Any]:
    """Precision, recall and F1, each with its 95 % interval, and the counts."""
    by_company: dict[str, list[int]] = {}
    for case in cases:
        counts = by_company.setdefault(case.company, [0, 0, 0])
        for k, count in enumerate((case.hits, case.false, case.missed)):
            counts[k] += count
    every = list(by_company.values())
    draws = list(_draws(every))
    measured: dict[str, Any] = {}
    for name, measure in MEASURES.items():
        values = sorted(measure(*counts) for counts in draws)
        low, high = values[int(0.025 * len(values))], values[int(0.975 * len(values))]
        value = measure(*_total(every))
        measured[name] = {"value": round(value, 4), "low": round(low, 4), "high": round(high, 4)}
    hits, false, missed = _total(every)
    return {**measured, "n": hits + missed, "false": false, "missed": missed, "companies": len(every)}


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
