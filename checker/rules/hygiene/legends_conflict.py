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
    add to each other without disagreeing.

Silent
    one legend of Acme, and one of Brandt, each with its own annual report

Found
    … Form 10-K for the year ended December 31, 2026 … and below it … Form 10-K for the year ended December 31, 2024 …
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.dated_law import ANNUAL_FORMS, written
from checker.phrases import Wording
from checker.types import Authority, Filing, Finding, Found, Legend, Passage, Reading, Rule

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

LONG = 8
"""Words that a sentence needs before its likeness tells anything."""


def find(reading: Reading) -> Found:
    written_ones = [x for x in reading.legends if x.form != "oral"]
    between = (f for a, b in combinations(written_ones, 2) for f in _compare(reading, a, b))
    return Found(findings=(*between, *(f for x in written_ones for f in _within(x))))


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


def _compare(reading: Reading, a: Legend, b: Legend) -> Iterator[Finding]:
    if {a.jurisdiction, b.jurisdiction} >= {"us", "canada"} or _speak_differently(reading, a, b):
        return
    reports = _reports(reading, a), _reports(reading, b)
    years = tuple({f.period_end for f in side if f.period_end} for side in reports)
    if all(years) and not years[0] & years[1]:
        first, second = reports[0][0], reports[1][0]
        periods = " and ".join(written(f.period_end) for f in (first, second) if f.period_end)
        yield Finding(
            passages=(first, second),
            note=f"one names the annual report to {periods.replace(' and ', ', the other to ')}",
        )
    elif claim := _contradiction(reading, a, b) or _contradiction(reading, b, a):
        yield claim
    elif _likeness(a, b) >= ALIKE:
        yield Finding(passages=(b,), related=(a,), note="the same legend stands twice", grade="repeated")


def _reports(reading: Reading, legend: Legend) -> list[Filing]:
    return [f for f in reading.filings if f.form in ANNUAL_FORMS and f.period_end and f.overlaps(legend)]


def _contradiction(reading: Reading, claiming: Legend, denying: Legend) -> Finding | None:
    denials = [p for p in DENIAL.within(reading, (denying,)) if not PARTLY.within(reading, (_sentence(denying, p),))]
    claims = CLAIM.within(reading, (claiming,))
    if not denials or not claims or DENIAL.within(reading, (claiming,)):
        return None
    return Finding(
        passages=(claims[0], denials[0]), note="one claims the safe harbor, the other says it does not apply"
    )


def _sentence(legend: Legend, passage: Passage) -> Passage:
    return next((s for s in legend.sentences if s.overlaps(passage)), passage)


def _speak_differently(reading: Reading, a: Legend, b: Legend) -> bool:
    """Whether the two name different companies as those who speak."""
    names = [{_key(o.text) for o in reading.organisations if o.overlaps(x)} for x in (a, b)]
    return names[0] != names[1] and bool(names[0] | names[1]) and not (names[0] and names[0] <= names[1])


def _key(name: str) -> str:
    return name.casefold().split()[0]


def _likeness(a: Legend, b: Legend) -> float:
    """Share of the two legends' words that both hold, 0 to 1; 0 when one is too short to tell."""
    words = [set(x.text.casefold().split()) for x in (a, b)]
    if min(map(len, words)) < ENOUGH:
        return 0.0
    return len(words[0] & words[1]) / len(words[0] | words[1])


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
