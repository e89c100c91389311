"""Labelled sentences beside what the statement finder says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checker.classify.statements import confidences, is_prose, shipped_model, taken
from checker.types import Passage, Release

SHARED = 0.4
"""Share of the shorter of two passages that they must have in common to be the same sentence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A labelled sentence, and what it was taken for: "statement", "in a legend" or "neither".

    `confidence` is the finder's for the sentence of ours that shares most with it; None where the finder never looks
    (legends, addresses, what no sentence of ours holds).
    """

    start: int
    end: int
    label: str
    strength: str | None
    taken_for: str
    confidence: float | None


def judged(release: Release, legends: Sequence[Passage], labels: Sequence[dict[str, Any]]) -> Iterator[Judged]:
    """Every labelled sentence of a release but those that were left unsure."""
    kept = [label for label in labels if label["label"] != "unsure"]
    if not kept:
        return
    model = shipped_model()
    sure = confidences(release, legends, model)
    found = taken(release, legends, sure, model)
    for label in kept:
        place = Passage(start=label["start"], end=label["end"], text="")
        nearest = max(range(len(sure)), key=lambda i: _shared(place, release.sentences[i]), default=None)
        yield Judged(
            start=place.start,
            end=place.end,
            label=label["label"],
            strength=label["strength"],
            taken_for=_taken_for(place, found, legends),
            confidence=None if nearest is None or not _counts(place, release, nearest, legends) else sure[nearest],
        )


def _counts(place: Passage, release: Release, i: int, legends: Sequence[Passage]) -> bool:
    sentence = release.sentences[i]
    return _is_same(place, sentence) and is_prose(sentence.text) and not any(sentence.overlaps(x) for x in legends)


def _taken_for(place: Passage, found: Sequence[Passage], legends: Sequence[Passage]) -> str:
    if any(_is_same(place, x) for x in found):
        return "statement"
    return "in a legend" if any(_is_same(place, x) for x in legends) else "neither"


def _shared(label: Passage, found: Passage) -> int:
    return min(label.end, found.end) - max(label.start, found.start)


def _is_same(label: Passage, found: Passage) -> bool:
    shared = _shared(label, found)
    return shared > 0 and shared >= SHARED * min(label.end - label.start, found.end - found.start)
