"""Labelled sentences of the corpus as examples to learn from: which sentence of ours, what it looks like, its group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from checker.classify.groups import name_key
from checker.classify.legends import LegendModel, find_legends
from checker.classify.statement_features import Clue, clues_of
from checker.classify.statement_labels import UNREAD
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

    `start` and `end` are the label's place, `at` the number of the sentence of ours in its release.
    `group` is what no two folds share; `can_count` is False where the finder never looks (legends, addresses).
    `drawn` where the label is one of ours, chosen by what a model was unsure of. `disputed` where a second reader, who
    did not see the label, disagreed on whether it is a statement. `taught` is the teacher's probability that it is one,
    None where it was not asked; `stranger` where the teacher knows no label of this company.
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
    taught: float | None = None
    stranger: bool = False
    start: int = 0
    end: int = 0
    at: int = 0

    @property
    def is_statement(self) -> bool:
        """Whether the label says that it looks ahead."""
        return self.label == "forward"

    @property
    def is_read(self) -> bool:
        """Whether a person labelled it; else the teacher alone has spoken of it."""
        return self.label != UNREAD


# ── from the corpus to examples ───────────────────────────────────────────────────────────────────


def examples_of(
    labels: Sequence[Mapping[str, Any]], pool: Mapping[str, dict[str, Any]], legend_model: LegendModel | None = None
) -> list[Example]:
    """One example a label: the sentence of ours that shares most with the labelled one.

    Legends are those of `legend_model`, by default of the models that judge.
    """
    by_release: dict[str, list[Mapping[str, Any]]] = {}
    for label in labels:
        by_release.setdefault(label["doc"], []).append(label)
    found = [e for doc in sorted(by_release) for e in _examples_in(pool[doc], by_release[doc], legend_model)]
    return _grouped(found, {doc: name_key(pool[doc].get("company")) for doc in by_release})


def _examples_in(
    record: dict[str, Any], labels: Sequence[Mapping[str, Any]], legend_model: LegendModel | None
) -> Iterator[Example]:
    release = build_release(record["text"], source=record["id"], metadata=TEXT)
    clues, (legends, _) = clues_of(release), find_legends(release, legend_model)
    for label in labels:
        i = nearest_sentence(release, label)
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
            group=name_key(sentence.text)[:120],
            drawn=label.get("drawn", False),
            disputed=label.get("disputed", False),
            taught=label.get("taught"),
            stranger=label.get("stranger", False),
            start=label["start"],
            end=label["end"],
            at=i,
            can_count=is_prose(sentence.text) and not any(sentence.overlaps(x) for x in legends),
        )


def nearest_sentence(release: Release, label: Mapping[str, Any]) -> int | None:
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
