"""Absolute denial beside guidance

What it looks for
    A claim about the present that leaves no exception ("we are not seeing any impact", "no exposure whatsoever",
    "business as usual", "demand has not changed") in a release that gives guidance or speaks of results to come.

Why
    Such a claim is a statement of present fact, and the safe harbor does not reach it: City of Providence v. Avaya
    (In re Avaya), 564 F.3d 242 (3d Cir. 2009), where the denial of unusual discounts stood beside the forecast.

How to fix
    Consider saying what was observed and until when ("through June 30 we had seen no material change in orders").

When it stays silent
    Without a statement on results, demand or growth; for claims with their own limit ("to date", "at this time",
    "as of", "material"), in legends and in notes on accounting. Never more than a note.

Silent
    We expect revenue of $50 million. To date we have seen no material change in demand.

Found
    We expect revenue of $50 million. We are not seeing any change in demand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.overlaps import Overlaps
from checker.phrases import Wording
from checker.types import Authority, Finding, Found, NotApplicable, Passage, Reading, Rule

GUIDING = frozenset({"results", "demand", "growth", "supply", "pricing"})
"""Topics of statements beside which a denial weighs."""

_EFFECT = (
    r"(?:impacts?|effects?|changes?|slowdown|weakness|disruptions?|deterioration|softness|evidence|signs?|exposure"
    r"|interruptions?)"
)
_OURS = r"(?:our|the company's|its)"

DENIAL = Wording(
    # "we are not seeing any impact"
    rf"(?:we|the company|management) (?:are|is|have|has) (?:not|never) "
    rf"(?:seeing|seen|experiencing|experienced|observed|noticed) (?:any|a) (?:[a-z]+ ){{0,3}}?{_EFFECT}",
    # "we see no slowdown in", "there has been no change to"
    rf"(?:we|the company|there) (?:see|sees|have|has|is|are|has been|have been|have seen|has seen) (?:absolutely )?no "
    rf"(?:[a-z]+ ){{0,3}}?{_EFFECT} (?:on|from|to|in|of)",
    # "has had no effect whatsoever on our business"
    rf"(?:has|have) (?:had )?no {_EFFECT} (?:whatsoever |at all )?on {_OURS} "
    r"(?:business|operations|customers|demand|supply|production)",
    # "are completely insulated"
    r"(?:is|are|remains?) (?:completely|entirely|totally|wholly|absolutely) "
    r"(?:unaffected|insulated|immune|protected|safe|secure|on track)",
    # "does not in any way affect our"
    rf"(?:does|do|will) not (?:in any way|at all) (?:affect|impact|change) {_OURS}",
    # "remains immune to"
    r"(?:is|are|remains?|continues? to be) (?:unaffected by|immune (?:to|from)|insulated from)",
)
"""Claims about the present with no exception."""

LIMITED = re.compile(
    r"material|significant|to date|so far|as of|at this time|through (?:the|[a-z]+ \d)|known|aware|expect|anticipat"
    r"|believ|no assurance|previously|adverse|clinical|patients|dose|placebo|treatment"
    r"|financial statements|accounting|restat"
)
"""Words with which a claim limits itself, or speaks of medicine or of accounts."""


def find(reading: Reading) -> Found | NotApplicable:
    if not any(GUIDING.intersection(s.topics) for s in reading.statements):
        return NotApplicable(reason="no statement on results, demand or growth found")
    note = "a present-tense claim without exception, beside statements on what is to come"
    return Found(findings=tuple(Finding(passages=(p,), note=note) for p in _denials(reading)))


def _denials(reading: Reading) -> Iterator[Passage]:
    if not any(True for _ in DENIAL.finditer(reading.release.folded)):
        return  # most releases deny nothing, and one look tells
    in_legends = Overlaps(reading.legends)
    for sentence in reading.release.sentences:
        if not any(True for _ in DENIAL.finditer(reading.release.folded, sentence.start, sentence.end)):
            continue
        limited = LIMITED.search(reading.release.folded, sentence.start, sentence.end)
        if not limited and not in_legends.with_any(sentence):
            yield sentence


RULE = Rule(
    id="absolute-denial",
    title="Absolute denial beside guidance",
    authority=Authority(tier="case", source="In re Avaya, 564 F.3d 242 (3d Cir. 2009)"),
    expect="absent",
    severity={"full": "note", "practice": "note", "statute": "note"},
    advice="Consider saying what was observed, and until when.",
    find=find,
)
