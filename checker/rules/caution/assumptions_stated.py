"""Assumptions stated

What it looks for
    Words that name what a projection rests on: "assuming no change in exchange rates", "this outlook assumes …",
    "based on the assumption that …", "assumptions regarding commodity prices", in the legend or beside the figures.

Why
    Practice in the United States, where assumptions are themselves forward-looking statements (15 U.S.C.
    78u-5(i)(1)(D)) and naming them makes the caution meaningful. Canadian law asks for them (NI 51-102, 4A.3).

How to fix
    Say what the figures assume: "This outlook assumes an exchange rate of 1.10 dollars to the euro and no
    acquisitions."

When it stays silent
    Without a clear projection of results with a figure, which is what rests on assumptions that can be named; and in
    articles of third parties. "Based on current expectations and assumptions" names none. Never more than a note.

Met
    We expect revenue of $50 million. This outlook assumes no change in exchange rates.

Missing
    We expect revenue of $50 million. These statements are based on current expectations and assumptions.
"""

from __future__ import annotations

from checker.phrases import Wording
from checker.rules.speaker import THIRD_PARTY
from checker.types import Authority, Finding, Found, NotApplicable, Reading, Rule, Statement

STATED = Wording(
    # "this outlook assumes", "this guidance assumes, among other things, that"
    r"(?:guidance|outlook|forecasts?|estimates?|projections?|ranges?|figures|[0-9]?targets?|plan|this|it|which"
    r"|expectations?)[^.;!?]{0,60}? assum(?:es?|ed|ing)(?=,? [a-z]+[, ])"
    r"(?! (?:no )?(?:obligation|duty|the office|the role))",
    # "a headwind of 4% based on the current rates"
    r"(?:based on|at|using) (?:the )?(?:current|prevailing|constant) (?:[a-z]+ ){0,2}?"
    r"(?:rates|prices)",
    # "assuming no change in"
    r"(?:assuming|assumes) (?:that|no|a|an|the|current|constant|continued|there|successful)"
    r"(?! (?:obligation|duty|office))",
    # "assumptions regarding prices"
    r"assumptions?,? (?:that|regarding|about|as to|concerning|relating to|with respect to|of|on|including|include)"
    r"(?! future events)",
    # "the following assumptions", "key assumptions are"
    r"(?:following|these|key|principal|material|main|certain) (?:[a-z]+ ){0,2}?assumptions?"
    r"(?:,| are| include|:| regarding| about| that)",
    r"based (?:up)?on (?:an? |the )?assumed",
    # "does not include the impact of"
    r"(?:guidance|outlook|forecasts?|ranges?|figures|targets?) (?:does|do) not "
    r"(?:include|reflect|assume|contemplate|take into account)",
    r"excludes? (?:the )?(?:impact|effects?) of (?:any|potential|future|foreign|currency|acquisitions)",
)
"""An assumption that is named. "Our assumptions may prove incorrect" names none."""

MEASURE = Wording(
    r"(?:revenues?|sales|earnings|eps|net income|operating income|ebitdax?|ebita?|margins?|cash flows?"
    r"|profits?|losses|loss|profitability|expenses|capital (?:spending|expenditures?)|capex|ffo)"
    r"(?:[^.!?;]|\.[0-9]){0,90}?(?:(?:us|c|a)?[$€£] ?\(?[0-9]|eur [0-9]"
    r"|[0-9][0-9,.]* ?(?:%|percent|million|billion|cents|m|bn))",
    r"break-?even|guidance(?:[^.!?;]|\.[0-9]){0,60}?[$€£] ?[0-9]",
)
"""A projection with a measure and a figure, which can be held against what came of it. "Sales will grow" rests on
hopes, and "we will invest $5 million" on a decision."""

AHEAD = Wording(
    r"expect(?:s|ed|ing)?|guidance|outlook|forecast(?:s|ed|ing)?|anticipat(?:es?|ed|ing)|project(?:s|ed|ing|ions?)"
    r"|target(?:s|ed|ing)?|estimat(?:es?|ed)|on track|reaffirm[a-z]*|reiterat[a-z]*|will be (?:in|between|about)"
)
OTHERS = Wording(r"those revenues|analysts?|according to|(?:market|industry) (?:is|are|will|size|revenues?|sales)")
"""A projection of somebody else, or of a market."""

SURE = 0.8
"""Confidence that a projection needs."""


def find(reading: Reading) -> Found | NotApplicable:
    projections = tuple(s for s in reading.statements if _is_projection(reading, s))
    if projections and THIRD_PARTY.within(reading):
        return NotApplicable(reason="written about the issuer, not by it")
    if not projections:
        return NotApplicable(reason="no projection of results with a figure found")
    stated = STATED.within(reading)
    if stated:
        return Found(findings=tuple(Finding(passages=(p,)) for p in stated))
    return Found(related=projections[:2])


def _is_projection(reading: Reading, statement: Statement) -> bool:
    folded, start, end = reading.release.folded, statement.start, statement.end
    if statement.confidence < SURE or "results" not in statement.topics:
        return False
    said = [any(words.finditer(folded, start, end)) for words in (MEASURE, AHEAD, OTHERS)]
    return said == [True, True, False]


RULE = Rule(
    id="assumptions-stated",
    title="Assumptions stated",
    authority=Authority(tier="practice", source="15 U.S.C. 78u-5(i)(1)(D); NI 51-102, 4A.3"),
    expect="present",
    severity={"full": "note", "practice": None, "statute": None},
    requires=("legend-present",),
    advice="Consider naming what these projections rest on, for example prices, rates or volumes.",
    find=find,
)
