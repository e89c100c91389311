"""Where a sentence stands in its release, and what shape it has, for the statement finder."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache

from checker.classify.statement_words import WORD, kind_of_word
from checker.types import Block, Passage, Release, Sentence

POSITIONS = 5
"""Parts into which a text is divided."""

SIZES = (40, 80, 160, 300)
"""Characters at which one size of sentence ends and the next begins."""

_SECTIONS = (
    ("about", r"about|notes? to editors|company profile|corporate profile"),
    ("closing", r"contacts?|media contacts?|investor relations|press contacts?|source"),
)


@cache
def _openings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"[\W_]{{0,6}}(?:{opening})\b")) for name, opening in _SECTIONS)


def places_of(release: Release) -> Iterator[list[str]]:
    """Where each sentence stands: kind of block, part of the text, section, what leads into a list."""
    length = max(1, len(release.text))
    section, lead, heading, previous = "top", "", "", -1
    for s in release.sentences:
        block = release.blocks[s.block]
        if s.block != previous and block.kind in ("heading", "paragraph"):
            section = _section(release.folded, block) or section
        found = [f"is {block.kind}", f"part {s.start * POSITIONS // length}", f"section {section}", *_shape(s)]
        if block.kind == "heading":
            heading = _gist(release.folded, block)
        elif heading:
            found.append(f"under {heading}")
        if block.kind in ("list item", "table") and lead:
            found.append(f"led by {lead}")
        elif block.kind in ("paragraph", "heading"):
            lead = _gist(release.folded, s) if s.text.endswith(":") else ""
        previous = s.block
        yield found


def _section(folded: str, block: Block) -> str:
    opening = folded[block.start : block.start + 40]
    named = next((name for name, pattern in _openings() if pattern.match(opening)), "")
    return named or ("headed" if block.kind == "heading" else "")


_GISTS = ("estimate", "expect", "expected", "event", "plan", "goal", "will", "ahead", "law")


def _gist(folded: str, passage: Passage) -> str:
    """The cue that a heading or a lead-in gives to what follows."""
    known = kind_of_word()
    present = {known.get(w) for w in WORD.findall(folded, passage.start, min(passage.end, passage.start + 400))}
    return next((kind for kind in _GISTS if kind in present), "")


def _shape(sentence: Sentence) -> Iterator[str]:
    text = sentence.text
    yield f"size {bisect(SIZES, len(text))}"
    if text[-1] == "?":
        yield "asks"
    elif text[-1] not in ".!”\"')":
        yield "open"
    if text[0] in '“"' or text[-1] in '”"':
        yield "quoted"
