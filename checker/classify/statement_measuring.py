"""Measuring the statement finder on labelled releases it never learned from, end to end with the legend finder."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from checker.classify.legends import find_legends
from checker.classify.statement_examples import TEXT
from checker.classify.statements import StatementModel, find_statements
from checker.text.release import build_release
from checker.types import Passage

SHARED = 0.4
"""Share of the shorter of two passages that they must have in common to be the same sentence."""


def measure(corpus: Path, model: StatementModel) -> dict[str, dict[str, float]]:
    """Figures on the sentences of `gold`, and on the releases of `gold` and `traps` that have no legend."""
    found: dict[str, tuple[bool, Sequence[Passage]]] = {}
    labels: list[dict[str, Any]] = []
    for folder in ("gold", "traps"):
        labels += _lines(corpus / folder / "labels.jsonl")
        for record in _lines(corpus / folder / "documents.jsonl"):
            release = build_release(record["text"], source=record["id"], metadata=TEXT)
            legends, _ = find_legends(release)
            found[record["id"]] = bool(legends), find_statements(release, legends, model)
    sentences = [s for s in _lines(corpus / "gold" / "sentences.jsonl") if s["label"] != "unsure"]
    bare = [x for x in labels if x["doc_type"] == "press_release" and not x["legends"]]
    asks = {ident: bool(said) and not has_legend for ident, (has_legend, said) in found.items()}
    return {
        "sentences": _sentence_figures([(s, _is_hit(s, found[s["doc"]][1])) for s in sentences]),
        "releases without a legend": _figures((asks[x["id"]], x["statements"] == "yes") for x in bare),
    }


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _is_hit(label: dict[str, Any], said: Iterable[Passage]) -> bool:
    start, end = label["start"], label["end"]
    return any(
        min(end, x.end) - max(start, x.start) >= SHARED * min(end - start, x.end - x.start)
        for x in said
        if x.start < end and start < x.end
    )


def _sentence_figures(pairs: Sequence[tuple[dict[str, Any], bool]]) -> dict[str, float]:
    clear = [hit for s, hit in pairs if s["strength"] == "clear"]
    events = [hit for s, hit in pairs if s["label"] == "logistics"]
    return {
        **_figures((hit, s["label"] == "forward") for s, hit in pairs),
        "recall, clear ones": round(sum(clear) / max(1, len(clear)), 4),
        "logistics taken": round(sum(events) / max(1, len(events)), 4),
    }


def _figures(pairs: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    counts = Counter(pairs)
    hits, false, missed = counts[True, True], counts[True, False], counts[False, True]
    precision, recall = hits / max(1, hits + false), hits / max(1, hits + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "n": hits + missed}
