"""Labelled releases as the legend finder's training sees them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from checker.classify.groups import linked, name_key
from checker.classify.legend_disguises import (
    OTHER_WORDS,
    Rewrite,
    Span,
    disguised,
    linked_away,
    listed,
    reworded,
    shortened,
    without_heading,
)
from checker.classify.legend_features import Unit, units_of
from checker.errors import ModelError
from checker.records import dataclass
from checker.text.release import build_release
from checker.types import Metadata, Release

TEXT = Metadata(format="txt", encoding="utf-8", sha256="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A labelled release: its legends, its units, whether each is inside one, and its group for splitting."""

    release: Release
    legends: tuple[Span, ...]
    units: tuple[Unit, ...]
    inside: tuple[bool, ...]
    group: str = ""
    date: str = ""
    source: str = ""

    @property
    def id(self) -> str:
        """The release's id in its corpus."""
        return self.release.source


def example_of(record: dict[str, Any], release: dict[str, Any]) -> Example:
    """An example from a line of `legends.jsonl` and the release it speaks of. Links are no legends."""
    spans = tuple((x["start"], x["end"]) for x in record["legends"] if x.get("form") != "link_only")
    built = _built(release["text"], spans, record["id"])
    return replace(built, date=release.get("date") or "", source=release.get("source") or "")


def dressed(example: Example, rewrite: Rewrite) -> Example:
    """The example with its legends in a disguise."""
    text, spans = disguised(example.release.text, example.legends, rewrite)
    return replace(_built(text, spans, example.id), group=example.group, date=example.date, source=example.source)


def disguises_for_training(example: Example, turn: int) -> list[Example]:
    """Copies of a release with its legends reworded, without headings, cut to a sentence or two, their lists parted.

    `turn` chooses the words; it makes one release differ from the next.
    """
    if not example.legends:
        return []
    words = [reworded(OTHER_WORDS[(turn + k) % len(OTHER_WORDS)]) for k in (0, 1)]
    bare = dressed(example, without_heading)
    copies = [dressed(example, words[0]), bare, _cut(dressed(bare, words[1])), _cut(example)]
    itemised = dressed(example, listed(turn))
    if itemised.release.text != example.release.text:
        copies.append(itemised)
    found = [_excerpt(copy) for copy in copies]
    return [*found, _with_link(example, turn)] if turn % LINK_EVERY == 0 else found


LINK_EVERY = 3
"""One release in so many is also shown with a bare link in the place of its legend."""


def _with_link(example: Example, turn: int) -> Example:
    copy = _excerpt(dressed(example, linked_away(turn)))
    return replace(copy, legends=(), inside=(False,) * len(copy.units))


def _cut(example: Example) -> Example:
    inside = [(s.start, s.end) for s, state in zip(example.release.sentences, example.inside, strict=True) if state]
    text, spans = shortened(example.release.text, example.legends, inside)
    return replace(_built(text, spans, example.id), group=example.group)


AROUND = 12
"""Sentences on either side of its legends that a copy keeps: the rest of the release was seen once already."""


def _excerpt(example: Example) -> Example:
    inside = [i for i, state in enumerate(example.inside) if state] or [0]
    part = slice(max(0, inside[0] - AROUND), inside[-1] + AROUND + 1)
    return replace(example, units=example.units[part], inside=example.inside[part])


def _built(text: str, spans: tuple[Span, ...], ident: str) -> Example:
    release = build_release(text, source=ident, metadata=TEXT)
    inside = tuple(_is_inside(s.start, s.end, spans) for s in release.sentences)
    return Example(release=release, legends=spans, units=units_of(release), inside=inside)


def _is_inside(start: int, end: int, legends: Sequence[Span]) -> bool:
    covered = sum(max(0, min(end, b) - max(start, a)) for a, b in legends)
    return covered * 2 > end - start


def grouped(examples: Sequence[Example], companies: Sequence[str | None]) -> list[Example]:
    """The examples with groups: releases that share a company or how a legend begins are never parted."""
    keys = [
        [f"company {name_key(c)}" if name_key(c) else "", *(f"legend {k}" for k in _openings(e)), f"id {e.id}"]
        for e, c in zip(examples, companies, strict=True)
    ]
    return [replace(e, group=g) for e, g in zip(examples, linked(keys), strict=True)]


def _openings(example: Example) -> Iterable[str]:
    """The first words of each legend without names and numbers."""
    for start, end in example.legends:
        words = re.findall(r"[a-z]+", example.release.folded[start:end])[:25]
        if len(words) >= 15:
            yield " ".join(words)


# ── from files ────────────────────────────────────────────────────────────────────────────────────


def read_lines(path: Path) -> list[dict[str, Any]]:
    """A file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def read_examples(
    pool: dict[str, dict[str, Any]], files: Sequence[Path], leave_out: Collection[str] = ()
) -> list[Example]:
    """The labelled releases of all files, grouped, but those to be left out.

    Our own labels carry the digest of the text they were read from; a text that changed is refused (ModelError).
    """
    records = {r["id"]: r for file in files for r in read_lines(file)}
    for record in records.values():
        text = pool[record["id"]]["text"]
        if record.get("sha256", digest := hashlib.sha256(text.encode()).hexdigest()) != digest:
            raise ModelError(f"label {record['id']}: the text is not the one that was read")
    kept = [r for r in records.values() if r["id"] not in leave_out]
    return grouped([example_of(r, pool[r["id"]]) for r in kept], [pool[r["id"]].get("company") for r in kept])


def read_labelled_folder(folder: Path) -> list[Example]:
    """The releases of `gold/` or `traps/` with their legends; releases that hold links alone are left out."""
    texts = {d["id"]: d for d in read_lines(folder / "documents.jsonl")}
    labels = [x for x in read_lines(folder / "labels.jsonl") if not _is_link_only(x)]
    renamed = [{**texts[x["id"]], "source": texts[x["id"]].get("source_repo")} for x in labels]
    return grouped(
        [example_of(x, d) for x, d in zip(labels, renamed, strict=True)], [d.get("company") for d in renamed]
    )


def _is_link_only(label: dict[str, Any]) -> bool:
    return bool(label["legends"]) and all(x["form"] == "link_only" for x in label["legends"])
