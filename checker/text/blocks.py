"""Text → blocks: headings, paragraphs, list items, tables, and what the medium added."""

from __future__ import annotations

import re

from checker.types import Block


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order, without overlap; white space between them belongs to none."""
    return tuple(
        Block(start=m.start(), end=m.end(), text=m[0], kind="paragraph", line=text.count("\n", 0, m.start()) + 1)
        for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*\S|\S", text)
    )
