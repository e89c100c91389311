"""Blocks → sentences."""

from __future__ import annotations

import re

from checker.types import Block, Sentence


def find_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The sentences of all blocks but furniture, in order."""
    return tuple(
        Sentence(start=b.start + m.start(), end=b.start + m.end(), text=m[0], block=i)
        for i, b in enumerate(blocks)
        if b.kind != "furniture"
        for m in re.finditer(r"\S(?:.|\n)*?(?:[.!?][\"'”’)]*(?=\s)|$(?!\n))", b.text)
    )
