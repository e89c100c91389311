"""Signal words not used

What it looks for
    A signal-word list in the legend of which no word occurs in the rest of the release, in any form: the list tells
    the reader to look for "anticipates", "projects" and "targets", and the release says "we will".

Why
    Practice. The list is there so that a reader can find the statements. Courts have used such cues (Harris v. Ivax,
    182 F.3d 799 (11th Cir. 1999); Slayton v. American Express, 604 F.3d 758 (2d Cir. 2010)); a list that points at
    nothing identifies nothing.

How to fix
    List the words that the release uses, or name the statements by topic, which says more.

When it stays silent
    When one listed word is used anywhere outside the legends, when fewer than three words are listed, and when no
    forward-looking statement was found. Never more than a note.

Silent
    We expect sales to rise. Words such as "expects", "plans" and "believes" identify forward-looking statements.

Found
    Sales will rise. Words such as "anticipates", "plans" and "believes" identify forward-looking statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.overlaps import touching
from checker.rules.presence.signals import SIGNAL, SIGNAL_WORDS
from checker.types import Authority, Finding, Found, NotApplicable, Passage, Reading, Rule

FEWEST = 3
"""Words from which a list is one."""

_REACH = 600
"""Characters after its lead in which a list of words may run."""

_EMPTY = frozenset({"about", "if", "is", "future", "we", "forward", "can", "may be", "looking", "position"})
"""Listed words that any text holds: they say nothing for or against the list."""


@cache
def _signal() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z-]){SIGNAL}[a-z]*")


def find(reading: Reading) -> Found | NotApplicable:
    if not reading.statements:
        return NotApplicable(reason="no forward-looking statement found outside a legend")
    places = SIGNAL_WORDS.within(reading, reading.legends)
    listed = {word for place in places for word in _listed(reading, place)}
    if len(listed) < FEWEST:
        return NotApplicable(reason="no list of signal words found in the legend")
    if _is_any_used(reading, listed):
        return Found()
    note = f"none of the {len(listed)} listed words is used outside the legend"
    return Found(findings=(Finding(passages=places[:1], related=reading.statements[:2], note=note),))


def _listed(reading: Reading, place: Passage) -> Iterator[str]:
    """The words of a list, from its lead to the end of its sentence."""
    folded = reading.release.folded
    stop = folded.find(". ", place.start, place.end + _REACH)
    legend = next(iter(touching(place, reading.legends)), place)
    end = min(stop if stop >= 0 else place.end + _REACH, max(legend.end, place.end))
    start = max(legend.start, place.start - _REACH // 2, folded.rfind(". ", legend.start, place.start) + 1)
    for match in _signal().finditer(folded, start, end):
        word = match[0].strip()
        if word not in _EMPTY:
            yield word


def _is_any_used(reading: Reading, listed: set[str]) -> bool:
    stems = "|".join(sorted({re.escape(_stem(word)) for word in listed}))
    used = re.compile(rf"(?<![a-z])(?:{stems})[a-z]{{0,5}}(?![a-z])")
    return any(used.search(reading.release.folded, start, end) for start, end in _outside(reading))


def _stem(word: str) -> str:
    """The word without its ending: "believes" and "belief" share "belie"."""
    return re.sub(r"(?:ies|ied|ing|ed|es|s|e|ve|y)$", "", word) if len(word) > _SHORT else word


_SHORT = 4


def _outside(reading: Reading) -> Iterator[tuple[int, int]]:
    at = 0
    for legend in sorted(reading.legends, key=lambda x: x.start):
        yield at, max(at, legend.start)
        at = max(at, legend.end)
    yield at, len(reading.release.folded)


RULE = Rule(
    id="signal-words-unused",
    title="Signal words not used",
    authority=Authority(tier="practice", source="Slayton v. American Express, 604 F.3d 758 (2d Cir. 2010)"),
    expect="absent",
    severity={"full": "note", "practice": None, "statute": None},
    requires=("legend-present",),
    advice="Consider listing words that this release uses, or naming its statements by topic.",
    find=find,
)
