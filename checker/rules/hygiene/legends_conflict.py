"""Two legends that disagree

What it looks for
    Two legends of one speaker that send the reader to annual reports of different years, or of which one claims the
    safe harbor and the other says that it does not apply; and the same legend twice (a note).

Why
    Hygiene. Which of them speaks for the issuer, a reader cannot tell; the older one is usually left over.

How to fix
    Keep one legend; where two companies speak, let each legend name its speaker.

When it stays silent
    When the legends name different speakers (joint releases), when they are of different countries' law, and when they
    add to each other without disagreeing. Of more than twelve legends each is compared with the next one only.

Silent
    one legend of Acme, and one of Brandt, each with its own annual report

Found
    … Form 10-K for the year ended December 31, 2026 … and below it … Form 10-K for the year ended December 31, 2024 …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations, pairwise

from checker.dated_law import ANNUAL_FORMS, written
from checker.overlaps import Overlaps
from checker.phrases import Wording
from checker.types import Authority, Filing, Finding, Found, Legend, Organisation, Passage, Reading, Rule

ALIKE = 0.8
"""Share of words in common from which two legends are the same one."""

ENOUGH = 25
"""Words that a legend needs before its likeness tells anything."""

CLAIM = Wording(r"safe-harbou?rs?", r"private-securities-litigation-reform-act", r"section 21e|section 27a|and 21e")
DENIAL = Wording(
    r"(?:safe-harbou?r|reform act)[^.!?]{0,120}? (?:does|do|will|shall|may) not (?:apply|extend|protect|cover)",
    r"(?:safe-harbou?r|reform act)[^.!?]{0,80}? (?:is|are) (?:not available|unavailable|inapplicable)",
    r"not (?:protected|covered) by the safe-harbou?r",
)
PARTLY = Wording(
    r"tender offer|initial public offering|in connection with|to the extent|going private|third-part(?:y|ies)"
)
"""A denial for one transaction or part does not contradict the claim for the rest."""


REPEATED = 2
"""Sentences that a legend holds twice from which it was pasted twice without a gap."""

SHOWN = 3
"""Repeated sentences that are quoted."""

MOST = 12
"""Legends up to which each is compared with every other. A text with more is a file of many releases: there each is
compared with the next one, for the pairs would grow with their square.
"""

LONG = 8
"""Words that a sentence needs before its likeness tells anything."""


def find(reading: Reading) -> Found:
    filings, names = Overlaps(reading.filings), Overlaps(reading.organisations)
    told = [_Told(reading, x, filings.having(x), names.having(x)) for x in reading.legends if x.form != "oral"]
    pairs = combinations(told, 2) if len(told) <= MOST else pairwise(told)
    between = (f for a, b in pairs for f in _compare(a, b))
    return Found(findings=(*between, *(f for x in told for f in _within(x.legend))))


class _Told:
    """What one legend says, worked out once however many it is compared with."""

    def __init__(
        self, reading: Reading, legend: Legend, filings: Sequence[Filing], names: Sequence[Organisation]
    ) -> None:
        self._reading = reading
        self.legend = legend
        self.reports = [f for f in filings if f.form in ANNUAL_FORMS and f.period_end]
        self.years = {f.period_end for f in self.reports}
        self.speakers = {_key(o.text) for o in names}

    @cached_property
    def claims(self) -> tuple[Passage, ...]:
        return CLAIM.within(self._reading, (self.legend,))

    @cached_property
    def denials(self) -> tuple[Passage, ...]:
        return DENIAL.within(self._reading, (self.legend,))

    @cached_property
    def denials_of_all(self) -> list[Passage]:
        """Without those for one transaction or part."""
        return [p for p in self.denials if not PARTLY.within(self._reading, (_sentence(self.legend, p),))]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.legend.text.casefold().split())


def _within(legend: Legend) -> Iterator[Finding]:
    first: dict[str, Passage] = {}
    again: list[tuple[Passage, Passage]] = []
    for sentence in legend.sentences:
        words = sentence.text.casefold().split()
        if len(words) >= LONG and (before := first.setdefault(" ".join(words), sentence)) is not sentence:
            again.append((sentence, before))
    if len(again) >= REPEATED:
        note = "the same sentences stand twice in the legend"
        yield Finding(passages=tuple(s for s, _ in again[:SHOWN]), related=(again[0][1],), note=note, grade="repeated")


def _compare(a: _Told, b: _Told) -> Iterator[Finding]:
    if {a.legend.jurisdiction, b.legend.jurisdiction} >= {"us", "canada"} or _speak_differently(a, b):
        return
    if a.years and b.years and not a.years & b.years:
        first, second = a.reports[0], b.reports[0]
        periods = " and ".join(written(f.period_end) for f in (first, second) if f.period_end)
        yield Finding(
            passages=(first, second),
            note=f"one names the annual report to {periods.replace(' and ', ', the other to ')}",
        )
    elif claim := _contradiction(a, b) or _contradiction(b, a):
        yield claim
    elif _likeness(a, b) >= ALIKE:
        yield Finding(passages=(b.legend,), related=(a.legend,), note="the same legend stands twice", grade="repeated")


def _contradiction(claiming: _Told, denying: _Told) -> Finding | None:
    if not denying.denials_of_all or not claiming.claims or claiming.denials:
        return None
    return Finding(
        passages=(claiming.claims[0], denying.denials_of_all[0]),
        note="one claims the safe harbor, the other says it does not apply",
    )


def _sentence(legend: Legend, passage: Passage) -> Passage:
    return next((s for s in legend.sentences if s.overlaps(passage)), passage)


def _speak_differently(a: _Told, b: _Told) -> bool:
    """Whether the two name different companies as those who speak."""
    if a.speakers == b.speakers:
        return False
    return not (a.speakers and a.speakers <= b.speakers)


def _key(name: str) -> str:
    return name.casefold().split()[0]


def _likeness(a: _Told, b: _Told) -> float:
    """Share of the two legends' words that both hold, 0 to 1; 0 when one is too short to tell."""
    if min(len(a.words), len(b.words)) < ENOUGH:
        return 0.0
    return len(a.words & b.words) / len(a.words | b.words)


RULE = Rule(
    id="legends-conflict",
    title="Two legends that disagree",
    authority=Authority(tier="hygiene", source="the words themselves"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    grades={"repeated": {"full": "note", "practice": "note", "statute": "note"}},
    requires=("legend-present",),
    advice="Consider keeping one legend, or naming the speaker of each.",
    find=find,
)
