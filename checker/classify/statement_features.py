"""What the statement finder looks at: a sentence's words, what kinds of words they are, and where it stands."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from checker.classify.statement_places import places_of
from checker.classify.statement_words import kind_of_word, kinds_of, own_year, tokens_of
from checker.overlaps import Overlaps
from checker.records import dataclass
from checker.types import Passage, Release

CUES = (
    *("will", "would", "should", "expect", "expected", "estimate", "believe", "plan", "goal", "placed", "ahead"),
    *("chance", "reaffirm"),
)
"""Kinds that are paired with every other kind of the sentence, wherever it stands."""

NEAR = frozenset((*CUES, "event", "role", "dividend", "law", "money"))
"""Kinds that tell something about the sentences on either side."""

EVENT_SHARES = (0.1, 0.25, 0.45)
"""Shares of sentences about events at which a release counts as more about events."""

HEADS = frozenset((*CUES[:10], "may", "looking", "designed", "continue", "start", "make"))
"""Kinds whose neighbouring words are told with them: what will be done, and who will do it."""

AFTER, BEFORE = 4, 3
"""Words after and before a head that are told with it."""

REACH = 3
"""Words between two that may form a pair of kinds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clue:
    """One sentence as features; each tuple is distinct and in an order of the text, so that sums are reproducible.

    words    lower case, years and numbers evened out, unknown names as <name>
    pairs    neighbouring words ("to launch"), and a head's kind with words near it ("will>launch", "we<will")
    symbols  kinds, pairs of kinds, and where the sentence stands
    """

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    symbols: tuple[str, ...]


def clues_of(release: Release, beside: Sequence[Passage] = ()) -> tuple[Clue, ...]:
    """One clue a sentence, in order. Those of sentences in `beside`, which nobody will score, hold what their
    neighbours need and no more: words."""
    year = own_year(release.folded)
    tokens = [tokens_of(s.text, year) for s in release.sentences]
    kinds = [kinds_of(t) for t in tokens]
    share = _event_share(kinds)
    aside = [*map(Overlaps(beside).with_any, release.sentences)]
    return tuple(
        Clue(words=_distinct(words), pairs=(), symbols=())
        if aside[i]
        else Clue(
            words=_distinct(words),
            pairs=_distinct([*_neighbours(words), *_near_heads(words, kinds[i])]),
            symbols=_distinct(
                [*_inside(kinds[i]), *_around(kinds, i), *place, *_occasion(kinds[i], share), *_title(words, place)]
            ),
        )
        for i, (words, place) in enumerate(zip(tokens, places_of(release), strict=True))
    )


def _distinct(features: Iterable[str]) -> tuple[str, ...]:
    """Each once, where it comes first: half the time of sorting a set, and as reproducible."""
    return tuple(dict.fromkeys(features))


# ── pairs of words ────────────────────────────────────────────────────────────────────────────────


def _neighbours(words: Sequence[str]) -> Iterator[str]:
    return map(" ".join, pairwise(words))


def _near_heads(words: Sequence[str], kinds: Sequence[tuple[int, str]]) -> Iterator[str]:
    for i, kind in kinds:
        if kind in HEADS:
            yield from (f"{kind}>{w}" for w in words[i + 1 : i + 1 + AFTER])
            yield from (f"{w}<{kind}" for w in words[max(0, i - BEFORE) : i])


# ── kinds ─────────────────────────────────────────────────────────────────────────────────────────


def _inside(kinds: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Kinds, kinds close to each other in their order, and cues together with any other kind."""
    present = dict.fromkeys(kind for _, kind in kinds)
    yield from (f"k {kind}" for kind in present)
    for a, (i, first) in enumerate(kinds):
        for j, second in kinds[a + 1 : a + 1 + REACH]:
            if j - i > REACH:
                break
            yield f"n {first} {second}"
    for cue in CUES:
        if cue in present:
            yield from (f"c {cue} {other}" for other in present if other != cue)
    if present.keys().isdisjoint(CUES):
        yield "no cue"
    yield f"first {kinds[0][1]}" if kinds and kinds[0][0] == 0 else "first other"


def _title(words: Sequence[str], place: Sequence[str]) -> Iterator[str]:
    """What a heading says will be done, headings having no "will": "Acme to Open Plant"."""
    if "is heading" in place:
        known = kind_of_word()
        yield from (f"title to {known.get(b, 'do')}" for a, b in pairwise(words) if a == "to")


def _event_share(kinds: Sequence[Sequence[tuple[int, str]]]) -> int:
    """How much of a release is about events: 0 to 3, for up to 10, 25 or 45 percent of its sentences and more."""
    told = sum(any(kind == "event" for _, kind in sentence) for sentence in kinds)
    return bisect(EVENT_SHARES, told / max(1, len(kinds)))


def _occasion(kinds: Sequence[tuple[int, str]], share: int) -> Iterator[str]:
    yield f"events {share}"
    yield from (f"events {share} {kind}" for _, kind in kinds if kind in CUES)


def _around(kinds: Sequence[Sequence[tuple[int, str]]], i: int) -> Iterator[str]:
    if i:
        yield from (f"before {k}" for _, k in kinds[i - 1] if k in NEAR)
    if i + 1 < len(kinds):
        yield from (f"after {k}" for _, k in kinds[i + 1] if k in NEAR)
