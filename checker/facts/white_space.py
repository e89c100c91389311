"""Patterns in which a space stands for any white space: lines break inside sentences, and wires indent what follows."""

from __future__ import annotations

import re

_SPACE = re.compile(r"(?<!\[)(?<!\\) (?:(?P<absent>\?)|(?![{*+\]]))")

MOST = 60
"""Spaces in a row that are read over: an indented line, a blank one, a column of a table."""


def any_space(pattern: str) -> str:
    """The pattern with every plain space as a run of white space, and every optional one as a run or nothing.

    Over folded text, where line breaks are spaces. Spaces in a character class, which stand first or last in it, and
    those with a count of their own stay.
    """
    return _SPACE.sub(lambda m: f" {{{0 if m['absent'] else 1},{MOST}}}", pattern)
