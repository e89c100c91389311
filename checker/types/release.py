"""The words that everything is told in, and the text: a release, its blocks, the passages that point into it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field
from typing import Literal

from checker.records import dataclass

Severity = Literal["error", "warning", "note"]
Status = Literal["met", "weak", "missing", "defect", "review", "not-applicable", "not-evaluated", "waived"]
Tier = Literal["statute", "rule", "case", "practice", "hygiene"]
Verdict = Literal["unchecked", "nothing-to-disclaim", "incomplete", "review", "complete"]
BlockKind = Literal["heading", "paragraph", "list item", "table", "footnote", "furniture"]
LegendForm = Literal["block", "sentence", "oral"]
Jurisdiction = Literal["us", "canada", "other", "none"]
Expectation = Literal["present", "absent", "judged"]
ChangeKind = Literal["unchanged", "reworded", "added", "dropped"]
PieceKind = Literal["kept", "dropped", "added"]

FINDINGS: frozenset[Status] = frozenset({"weak", "missing", "defect"})
"""Statuses that carry a severity and can fail a gate."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A slice of `Release.text`: paragraph, sentence or evidence."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Passage) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Block(Passage):
    """A paragraph-like unit as the source laid it out.

    `furniture` is what the medium added (page headers, "-more-", rules of dashes): it may stand in the
    middle of a sentence and belongs to none.
    """

    kind: BlockKind
    line: int
    page: int | None = None
    level: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence(Passage):
    """A sentence of a block; `block` is its index in `Release.blocks`."""

    block: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Metadata:
    """What the reader learned from the bytes rather than from the words."""

    format: str
    encoding: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """A press release as text. `folded` has the same length as `text`, made for matching (`text.fold`)."""

    source: str
    text: str
    folded: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    metadata: Metadata
    line_starts: tuple[int, ...] = field(repr=False, compare=False)

    def passage(self, start: int, end: int) -> Passage:
        """The words from `start` to `end`."""
        return Passage(start=start, end=end, text=self.text[start:end])

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (1-based) of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def block_at(self, offset: int) -> Block | None:
        """The block in which an offset lies; None between two blocks."""
        i = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[i] if i >= 0 and offset < self.blocks[i].end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which an offset lies; None between two sentences."""
        i = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def sentences_in(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that begin between two offsets, the second left out."""
        first = bisect_left(self.sentences, start, key=lambda sentence: sentence.start)
        last = bisect_left(self.sentences, end, key=lambda sentence: sentence.start)
        return self.sentences[first:last]
