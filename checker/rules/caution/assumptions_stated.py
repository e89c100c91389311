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
    Without a statement on results to come, which is what rests on assumptions. "Based on current expectations and
    assumptions" names none. Never more than a note.

Met
    We expect revenue of $50 million. This outlook assumes no change in exchange rates.

Missing
    We expect revenue of $50 million. These statements are based on current expectations and assumptions.
"""

from __future__ import annotations

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, NotApplicable, Reading, Rule

STATED = Wording(
    # "this outlook assumes"
    r"(?:guidance|outlook|forecasts?|estimates?|projections?|ranges?|figures|targets?|plan|this|it|which|expectations?)"
    r"[^.;!?]{0,60}? assum(?:es?|ed|ing)(?= [a-z]+ )(?! (?:no )?(?:obligation|duty|the office|the role))",
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


def find(reading: Reading) -> Found | NotApplicable:
    projections = tuple(s for s in reading.statements if "results" in s.topics)
    if not projections:
        return NotApplicable(reason="no statement on results to come found")
    stated = STATED.within(reading)
    if stated:
        return Found(findings=tuple(Finding(passages=(p,)) for p in stated))
    return Found(related=projections[:2])


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
