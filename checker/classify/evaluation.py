"""How well the models do on labelled releases: figures with confidence intervals, reliability, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.classify.evaluation_figures import Case, decided, figures, reliability, share
from checker.classify.evaluation_sentences import Judged, judged
from checker.classify.groups import name_key
from checker.classify.labelled_files import Labelled
from checker.classify.legend_examples import Example, example_of
from checker.classify.legends import LegendSpan, find_legends

SHOWN = 20
"""Examples shown of each kind of error."""

QUOTE = 160


@dataclass(slots=True)
class _Tally:
    """What was decided so far: by class, by share, by confidence, by label; and the errors."""

    classes: dict[str, list[Case]] = field(default_factory=dict)
    shares: dict[str, list[Case]] = field(default_factory=dict)
    sure: dict[str, list[tuple[float, bool]]] = field(default_factory=lambda: {"legends": [], "statements": []})
    confusion: dict[str, dict[str, int]] = field(default_factory=dict)
    errors: list[dict[str, Any]] = field(default_factory=list)


def evaluate(labelled: Labelled) -> dict[str, Any]:
    """Classes and shares with their figures, what each label was taken for, reliability by model, and errors."""
    tally = _Tally()
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
            _add_legends(example, spans, company, tally)
        for one in judged(example.release, spans, sentences.get(ident, ())):
            _add_sentence(example, one, company, tally)
    return {
        "releases": len(labels),
        "sentences": len(labelled.sentences),
        "classes": {name: figures(cases) for name, cases in tally.classes.items()},
        "shares": {name: share(cases) for name, cases in sorted(tally.shares.items())},
        "confusion": dict(sorted(tally.confusion.items())),
        "reliability": {name: reliability(pairs) for name, pairs in tally.sure.items() if pairs},
        "errors": tally.errors,
    }


def _add_legends(example: Example, spans: Sequence[LegendSpan], company: str, tally: _Tally) -> None:
    text = example.release.text
    found = {i for s in spans for i in range(s.start, s.end) if not text[i].isspace()}
    there = {i for start, end in example.legends for i in range(start, end) if not text[i].isspace()}
    tally.classes.setdefault("legend found (releases)", []).append(decided(company, bool(found), bool(there)))
    tally.classes.setdefault("legend extent (characters)", []).append(
        Case(company=company, hits=len(found & there), false=len(found - there), missed=len(there - found))
    )
    for span in spans:
        inside = sum(i in there for i in range(span.start, span.end))
        tally.sure["legends"].append((span.confidence, 2 * inside > sum(not c.isspace() for c in span.text)))
        if not inside:
            tally.errors.append(_error("false legend", example, span.start, span.end, span.confidence))
    for start, end in example.legends:
        if found.isdisjoint(range(start, end)):
            tally.errors.append(_error("missed legend", example, start, end, None))


def _add_sentence(example: Example, one: Judged, company: str, tally: _Tally) -> None:
    said, there = one.taken_for == "statement", one.label == "forward"
    tally.classes.setdefault("statements (sentences)", []).append(decided(company, said, there))
    if name := SHARES.get(one.label if not there else one.strength or ""):
        tally.shares.setdefault(name, []).append(decided(company, said, True))
    row = tally.confusion.setdefault(f"forward, {one.strength}" if there and one.strength else one.label, {})
    for column in TAKEN_FOR:
        row[column] = row.get(column, 0) + (column == one.taken_for)
    if one.confidence is not None:
        tally.sure["statements"].append((one.confidence, there))
    if said != there:
        kind = "missed statement" if there else f"false statement ({one.label})"
        tally.errors.append(_error(kind, example, one.start, one.end, one.confidence))


SHARES = {
    "clear": "clear statements found",
    "weak": "weak statements found",
    "logistics": "events taken for statements",
}
"""What is told of sentences of one strength, or of one label."""

TAKEN_FOR = ("statement", "in a legend", "neither")


def _error(kind: str, example: Example, start: int, end: int, sure: float | None) -> dict[str, Any]:
    words = " ".join(example.release.text[start:end].split())
    return {"kind": kind, "id": example.id, "start": start, "end": end, "confidence": sure, "words": words[:QUOTE]}
