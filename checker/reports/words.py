"""Putting words on a terminal: cleaned, folded, shortened, wrapped, counted.

What a release quotes may hold control characters and terminal escapes; none of them leaves this module.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

_ESCAPE = re.compile("(?:\x1b\\[|\x9b)[0-?]{0,32}[ -/]{0,8}[@-~]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Controls, marks without width, and those that turn the direction of writing; lone surrogates cannot be encoded."""

MIDDLE = " … "

_OPENING = frozenset('"“„«')
_CLOSING = frozenset('"”»')


def folded(text: str) -> str:
    """One line without terminal escapes, controls or runs of space."""
    spaced = _UNSEEN.sub(_blank, _ESCAPE.sub("", text))
    return " ".join(spaced.split())


def clean(line: str) -> str:
    """A line without terminal escapes and controls; its spaces stay."""
    return _UNSEEN.sub(_blank, _ESCAPE.sub("", line))


def _blank(match: re.Match[str]) -> str:
    """White space parts words; a mark without width does not."""
    return " " if match[0] in "\t\n\v\f\r\x85\u2028\u2029" else ""


def shortened(text: str, width: int) -> str:
    """At most `width` characters, the middle left out: how a passage begins and how it ends tell which one it is."""
    if len(text) <= width:
        return text
    kept = max(width - len(MIDDLE), 2)
    tail = kept // 3
    return text[: kept - tail].rstrip() + MIDDLE + text[-tail:].lstrip()


def quoted(text: str, width: int | None = None) -> str:
    """The words in quotation marks, cleaned, and shortened to `width` when one is given."""
    words = unquoted(folded(text))
    return f"“{words if width is None else shortened(words, width - 2)}”"


def unquoted(words: str) -> str:
    """Without a mark of quotation at its edge that has no partner, or is the partner of the other: ours stand there."""
    begins, ends = words[:1] in _OPENING, words[-1:] in _CLOSING
    marks = sum(c in _OPENING or c in _CLOSING for c in words)
    if begins and ends and marks == 2 and len(words) > 2:
        return words[1:-1]
    if marks % 2 and begins != ends and len(words) > 1:
        return words[1:] if begins else words[:-1]
    return words


def wrapped(text: str, width: int, indent: int, hang: int = 0) -> list[str]:
    """Lines of at most `width` characters; the first is indented by `indent`, the others by `hang` more."""
    return textwrap.wrap(
        text,
        width=max(width, indent + hang + 20),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_on_hyphens=False,
    )


def counted(number: int, noun: str) -> str:
    """ "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def joined(parts: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
