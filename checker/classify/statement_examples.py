"""Labelled sentences of the corpus as examples to learn from: which sentence of ours, what it looks like, its group."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from checker.classify.legends import LegendModel, find_legends
from checker.classify.statement_features import Clue, clues_of
from checker.classify.statements import is_prose
from checker.records import dataclass
from checker.text.release import build_release
from checker.types import Metadata, Passage, Release

MOST = 0.6
"""Share of a labelled sentence that ours must hold to take its label."""

TEXT = Metadata(format="txt", encoding="utf-8", sha256="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A labelled sentence: its clue and its neighbours' words, and the label.

    `group` is what no two folds share; `can_count` is False where the finder never looks (legends, addresses).
    `drawn` where the label is one of ours, chosen by what a model was unsure of. `disputed` where a second reader, who
    did not see the label, disagreed on whether it is a statement.
    """

    id: str
    clue: Clue
    before: tuple[str, ...]
    after: tuple[str, ...]
    label: str
    strength: str | None
    group: str
    can_count: bool
    drawn: bool = False
    disputed: bool = False

    @property
    def is_statement(self) -> bool:
        """Whether the label says that it looks ahead."""
        return self.label == "forward"


# ── from the corpus to examples ───────────────────────────────────────────────────────────────────


def read_releases(corpus: Path) -> dict[str, dict[str, Any]]:
    """The pool: releases by id."""
    with gzip.open(corpus / "releases.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {r["id"]: r for r in map(json.loads, lines)}


def read_labels(*files: Path) -> list[dict[str, Any]]:
    """Labelled sentences of all files but those that were left unsure."""
    records = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [r for r in records if r["label"] != "unsure"]


def project_labels(corpus: Path, labels: Path) -> list[dict[str, Any]]:
    """The corpus's labels, and those of the folder `labels`, "drawn" as hard ones; "disputed" where a second, blind
    reading says otherwise of what is a statement."""
    given, ours = read_labels(corpus / "train" / "sentences.jsonl"), read_labels(labels / "statements.jsonl")
    second: dict[tuple[str, int, int], bool] = {
        _place(x): x["label"] == "forward" for x in read_labels(labels / "statements_second_reading.jsonl")
    }

    def is_disputed(label: dict[str, Any]) -> bool:
        ahead: bool = label["label"] == "forward"
        return second.get(_place(label), ahead) != ahead

    every = [*given, *({**label, "drawn": True} for label in ours)]
    return [{**label, "disputed": True} if is_disputed(label) else label for label in every]


def _place(label: dict[str, Any]) -> tuple[str, int, int]:
    return label["doc"], label["start"], label["end"]


def examples_of(
    labels: Sequence[dict[str, Any]], pool: dict[str, dict[str, Any]], legend_model: LegendModel | None = None
) -> list[Example]:
    """One example a label: the sentence of ours that shares most with the labelled one.

    Legends are those of `legend_model`, by default of the models that judge.
    """
    by_release: dict[str, list[dict[str, Any]]] = {}
    for label in labels:
        by_release.setdefault(label["doc"], []).append(label)
    found = [e for doc in sorted(by_release) for e in _examples_in(pool[doc], by_release[doc], legend_model)]
    return _grouped(found, {doc: _name(pool[doc].get("company")) for doc in by_release})


def _examples_in(
    record: dict[str, Any], labels: Sequence[dict[str, Any]], legend_model: LegendModel | None
) -> Iterator[Example]:
    release = build_release(record["text"], source=record["id"], metadata=TEXT)
    clues, (legends, _) = clues_of(release), find_legends(release, legend_model)
    for label in labels:
        i = _nearest(release, label)
        if i is None:
            continue
        sentence = release.sentences[i]
        yield Example(
            id=record["id"],
            clue=clues[i],
            before=clues[i - 1].words if i else (),
            after=clues[i + 1].words if i + 1 < len(clues) else (),
            label=label["label"],
            strength=label["strength"],
            group=_name(sentence.text)[:120],
            drawn=label.get("drawn", False),
            disputed=label.get("disputed", False),
            can_count=is_prose(sentence.text) and not any(sentence.overlaps(x) for x in legends),
        )


def _nearest(release: Release, label: dict[str, Any]) -> int | None:
    """The sentence that shares most with the labelled one; None where ours part it and the label may be of another.

    What holds no statement holds none in its parts either.
    """

    def shared(i: int) -> int:
        end, start = min(release.sentences[i].end, labelled.end), max(release.sentences[i].start, labelled.start)
        return end - start

    labelled = Passage(start=label["start"], end=label["end"], text="")
    nearest = max((i for i, s in enumerate(release.sentences) if s.overlaps(labelled)), key=shared, default=None)
    if nearest is None or label["label"] == "not":
        return nearest
    return nearest if shared(nearest) >= MOST * (labelled.end - labelled.start) else None


def _name(text: str | None) -> str:
    return re.sub(r"\W+", "", (text or "").lower())


def _grouped(examples: Sequence[Example], companies: dict[str, str]) -> list[Example]:
    """The examples with `group` naming all that hangs together by release, company or equal sentences."""
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for e in examples:
        for other in (f"company {companies[e.id]}" if companies[e.id] else "", f"text {e.group}"):
            if other:
                parent[root(other)] = root(e.id)
    return [replace(e, group=root(e.id)) for e in examples]
