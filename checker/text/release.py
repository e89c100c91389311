"""Text → Release: blocks, sentences, the folded copy for matching, and the line index."""

from __future__ import annotations

from itertools import accumulate

from checker.text.blocks import find_blocks
from checker.text.fold import fold
from checker.text.sentences import find_sentences
from checker.types import Block, Metadata, Release


def build_release(text: str, *, source: str, metadata: Metadata, blocks: tuple[Block, ...] | None = None) -> Release:
    """A Release from text whose offsets are final. A reader that knows the layout hands in the blocks."""
    laid_out = find_blocks(text) if blocks is None else blocks
    return Release(
        source=source,
        text=text,
        folded=_blank_furniture(_blank_comments(fold(text)), laid_out),
        blocks=laid_out,
        sentences=find_sentences(text, laid_out),
        metadata=metadata,
        line_starts=(0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])),
    )


def _blank_comments(folded: str) -> str:
    """Nobody reads what stands in `<!-- … -->`: a suppression that names an element must not pass for the element."""
    pieces: list[str] = []
    kept = 0
    while (start := folded.find("<!--", kept)) >= 0 and (close := folded.find("-->", start + 4)) >= 0:
        pieces += (folded[kept:start], " " * (close + 3 - start))
        kept = close + 3
    return "".join((*pieces, folded[kept:]))


def _blank_furniture(folded: str, blocks: tuple[Block, ...]) -> str:
    """Page headers in the middle of a legend must not break a phrase: they become spaces."""
    pieces: list[str] = []
    kept = 0
    for block in blocks:
        if block.kind == "furniture":
            pieces += (folded[kept : block.start], " " * (block.end - block.start))
            kept = block.end
    return "".join((*pieces, folded[kept:]))
