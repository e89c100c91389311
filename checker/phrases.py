"""How rules and facts match wording: on folded text, with bounded gaps, in any order.

`Release.folded` has the length of `Release.text`, so an offset in it is an offset in the release. A `Wording` is a
list of patterns over folded text. A space in a pattern stands for any run of white space, a hyphen for a
hyphen with or without a line break after it, or a space. `…` stands for a bounded gap inside one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from checker.types import Passage, Reading

GAP = r"[^.!?]{0,80}?"


def _compile(pattern: str) -> re.Pattern[str]:
    spelled = pattern.replace("…", GAP)
    spelled = re.sub(r"(?<![\[\\(?])-(?![^\[]*\])", r"[- ]{1,3}", spelled)
    spelled = re.sub(r"(?<!\[) (?![^\[]*\])", r" +", spelled)
    return re.compile(rf"(?<![a-z0-9])(?:{spelled})(?![a-z0-9])")


def anchor(pattern: str) -> str:
    """The longest run of letters that every match of a pattern must contain; empty when none is sure.

    Looking for it first costs a hundredth of the pattern itself, and most patterns are not in most texts.
    """
    runs, run, depth = [""], "", 0
    i = 0
    while i < len(pattern):
        char = pattern[i]
        if char == "\\":
            runs.append(run)
            run, i = "", i + 1
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif depth == 0 and char == "|":
            return ""
        if depth == 0 and char.isascii() and char.isalpha() and pattern[i - 1 : i] != "\\":
            run += char
        elif char in "?*{" and run:
            runs.append(run[:-1])
            run = ""
        else:
            runs.append(run)
            run = ""
        i += 1
    return max([*runs, run], key=len)


class _Way:
    """One way of saying it. Compiling costs more than most releases take to read, so it waits for the letters."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def letters(self) -> str:
        return anchor(self.pattern)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return _compile(self.pattern)


class Wording:
    """Alternative ways of saying one thing, each compiled when its surest letters are first met."""

    def __init__(self, *patterns: str) -> None:
        self.patterns = patterns
        self._ways = tuple(map(_Way, patterns))

    def finditer(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match of every pattern between two offsets, pattern by pattern."""
        stop = len(folded) if end is None else end
        for way in self._ways:
            if folded.find(way.letters, start, stop) >= 0:
                yield from way.compiled.finditer(folded, start, stop)

    def within(self, reading: Reading, places: Iterable[Passage] | None = None) -> tuple[Passage, ...]:
        """The words found inside `places` (by default the whole release), in order, overlaps joined."""
        release = reading.release
        spans: Sequence[tuple[int, int]]
        spans = [(0, len(release.text))] if places is None else [(p.start, p.end) for p in places]
        hits = sorted(m.span() for s, e in spans for m in self.finditer(release.folded, s, e))
        joined: list[tuple[int, int]] = []
        for start, end in hits:
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple(release.passage(s, e) for s, e in joined)
