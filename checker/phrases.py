"""How rules and facts match wording: on folded text, with bounded gaps, in any order.

`Release.folded` has the length of `Release.text`, so an offset in it is an offset in the release. A `Wording` is a
list of patterns over folded text. A space in a pattern stands for any run of white space, a hyphen for a
hyphen with or without a line break after it, or a space. `…` stands for a bounded gap inside one sentence.

To teach a rule a phrase: find the table (`one_of`) that holds its like, add a line, add the case to `tests/rules/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from checker.boundary import at_word
from checker.needs import Need, needs_of
from checker.types import Passage, Reading

GAP = r"[^.!?]{0,80}?"

_REMARK = re.compile(r"\s{2,}#.*")


def one_of(table: str) -> str:
    """A group of alternatives from a table: one way a line, or several short ones set apart by " | ".

    What follows two spaces and "#" is a remark for the reader. The first way that fits is taken, so a longer way
    stands before a shorter one that begins it.
    """
    lines = (_REMARK.sub("", line).strip() for line in table.splitlines())
    return "(?:" + "|".join(way for line in lines if line for way in line.split(" | ")) + ")"


def gap(most: int, stop: str = ".;!?") -> str:
    """Any words, as few as will do and `most` characters at most, up to a mark of `stop`."""
    return rf"[^{stop}]{{0,{most}}}?"


def _compile(pattern: str) -> re.Pattern[str]:
    spelled = pattern.replace("…", GAP)
    spelled = re.sub(r"(?<![\[\\(?])-(?![^\[]*\])", r"[- ]{1,40}", spelled)
    spelled = re.sub(r"(?<!\[) (?![^\[]*\])", r" +", spelled)
    return re.compile(rf"{at_word(spelled)}(?![a-z0-9])")


class _Text:
    """What is known of a text, filled while rules ask: which runs of letters stand in it, and which ways of a wording
    it may hold (None: asked for once so far).
    """

    def __init__(self) -> None:
        self.stands: dict[str, bool] = {}
        self.possible: dict[Wording, tuple[_Way, ...] | None] = {}


@lru_cache(maxsize=2)
def _text(folded: str) -> _Text:  # noqa: ARG001
    return _Text()


class _Way:
    """One way of saying it. Compiling costs more than most releases take to read, so it waits for what it needs."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        return needs_of(self.pattern)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return _compile(self.pattern)


class Wording:
    """Alternative ways of saying one thing, each compiled when what it needs is first met."""

    def __init__(self, *patterns: str) -> None:
        self.patterns = patterns
        self._ways = tuple(map(_Way, patterns))

    def finditer(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match of every pattern between two offsets, pattern by pattern."""
        stop = len(folded) if end is None else end
        text = _text(folded)
        stands = text.stands
        for way in self._possible(text):
            for need in way.needs:
                for run in need:
                    found = stands.get(run)
                    if found is None:
                        found = stands[run] = run in folded
                    if found and folded.find(run, start, stop) >= 0:
                        break
                else:
                    break
            else:
                yield from way.compiled.finditer(folded, start, stop)

    def _possible(self, text: _Text) -> tuple[_Way, ...]:
        """The ways that the text may hold: all of them until it is asked again, as for each of its sentences."""
        if self not in text.possible:
            text.possible[self] = None
            return self._ways
        possible = text.possible[self]
        if possible is None:
            stands = text.stands
            possible = text.possible[self] = tuple(
                way for way in self._ways if all(any(stands.get(run, True) for run in need) for need in way.needs)
            )
        return possible

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
