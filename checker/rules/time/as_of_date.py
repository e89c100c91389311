"""As-of date

What it looks for
    Words that fix the date as of which the statements speak: "speak only as of the date hereof", "made as of the date
    of this release", "based on information available to us on the date hereof", "as of March 3, 2027".

Why
    Practice. It keeps a release that stays on a website from being read as said again later, and goes with the absence
    of a duty to update in 15 U.S.C. 78u-5(d) and 77z-2(d).

How to fix
    Add to the legend: "Forward-looking statements speak only as of the date of this release."

When it stays silent
    Never more than a note. "At the time the statements are made" fixes no date and is not counted; nor are later events
    ("events after the date hereof") or a figure as of a date outside the legend.

Met
    Forward-looking statements speak only as of the date of this release.

Missing
    We undertake no obligation to reflect events after the date of this release.
"""

from __future__ import annotations

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, Reading, Rule

_DOC = (
    r"(?:press |news |earnings |media )?(?:release|announcement|report|"
    r"document|communication|article|presentation|letter|statement|publication|"
    r"update|filing|blog|message|disclosure|notice|advertorial|interview|"
    r"post)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
_WHEN = (
    rf"(?:(?:the|its|their|this|that|such|each|today's) (?:respective |original |publication |issue |release )?dates?"
    rf"|today|{_DATE}|(?:the )?(?:time|day) (?:of|hereof)|the (?:time|day) (?:they|it) (?:are|is|were|was) made|now)"
)
_VERBS = (
    r"(?:speaks?|spoken|made|given|provided|expressed|current|valid|applies|"
    r"apply|relates?|reflects?|represents?|based|true|accurate|effective|"
    r"stated|issued|only)"
)

WORDING = Wording(
    rf"(?:as of|as at|as from|effective as of) {_WHEN}(?: hereof| (?:of|"
    rf"on|the|they|it|such|first|made|when) [^.;]{{0,40}}?(?={_DOC}|made|"
    rf"given|set|issued|issuance))?",
    r"as of the time (?:the|these|such|any|those) (?:forward-looking )?(?:statements?|"
    r"information) (?:are|is|were|was) made",
    rf"{_VERBS} (?:only )?(?:on|to|at|for|as of|as at|through) (?:and as of )?(?:the |"
    rf"its |their |this |today's )(?:respective )?dates?",
    r"(?:available|known|views?|opinions?|beliefs?|estimates?|expectations?|"
    r"judgments?|current|situation) [^.;]{0,60}? (?:on|at|as of|as at) (?:the |"
    r"this )date",
    r"(?:available|known|current|information|only) [^.;]{0,60}?(?:at|"
    r"as of|as at) the (?:time|date|day) of (?:this|the|its|their|our|"
    r"publication|issue|issuance|writing|release)",
    r"(?:at|as of) the date (?:hereof|of this|of the|of publication|of issue)",
    r"on the date (?:the|these|such|those|any) (?:forward-looking )?(?:statements?|"
    r"information) (?:are|is|were|was) made",
)


def find(reading: Reading) -> Found:
    passages = WORDING.within(reading, reading.legends)
    return Found(findings=tuple(Finding(passages=(p,)) for p in passages))


RULE = Rule(
    id="as-of-date",
    title="As-of date",
    authority=Authority(tier="practice", source="compare 15 U.S.C. 78u-5(d), 77z-2(d)"),
    expect="present",
    severity={"full": "note", "practice": "note", "statute": None},
    requires=("legend-present",),
    advice="Consider adding: Forward-looking statements speak only as of the date of this release.",
    find=find,
)
