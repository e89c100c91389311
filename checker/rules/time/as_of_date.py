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

from checker.phrases import Wording, gap, one_of
from checker.types import Authority, Finding, Found, Reading, Rule

_DOCUMENT = r"(?:press |news |earnings |media )?" + one_of(r"""
    release | announcement | report | document | communication | article | presentation | letter | statement
    publication | update | filing | blog | message | disclosure | notice | advertorial | interview | post
""")

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = one_of(rf"""
    {_MONTH} \d{{1,2}},? \d{{4}}          # March 3, 2027
    \d{{1,2}} {_MONTH},? \d{{4}}          # 3 March 2027
    \d{{1,2}}/\d{{1,2}}/\d{{2,4}}         # 3/3/2027
""")

_NOT_OTHERS = r"(?! of (?:the |our |its |such |any )?(?:clos|complet|consummat|acqui|merg|grant|transaction|purchas))"
"""The date of a closing or a grant is not the release's."""

_WHOSE = "(?:the|its|their|this|that|such|each|today's)"
_WHEN = one_of(rf"""
    {_WHOSE} (?:respective |original |publication |issue |release )?dates?{_NOT_OTHERS}
    today | now
    (?:the )?(?:time|day) (?:of|hereof)
    the (?:time|day) (?:they|it) (?:are|is|were|was) made
""")

_SAID = one_of(r"""
    speaks? | spoken | made | given | provided | expressed | stated | issued | based
    current | valid | applies | apply | relates? | reflects? | represents? | true | accurate | effective | only
""")
_SPEAKS = one_of(r"""
    speaks? | spoken | statements? | information | guidance | outlook | release | announcement
    expectations? | views? | beliefs? | estimates? | opinions? | perspective | judgments?
    current | valid | effective | accurate | made | given | provided | issued | only
""")
_KNOWN = one_of(r"""
    available | known | views? | opinions? | beliefs? | estimates? | expectations? | judgments? | current | situation
""")

_AT_HAND = "(?:available|known|current|information|only|assumptions?|planning|forecasts?)"

_STATEMENTS_MADE = r"(?:forward-looking )?(?:statements?|information) (?:are|is|were|was) made"

WORDING = Wording(
    # "speak only as of the date of this release", "as of March 3, 2027", "as at today's date"
    rf"(?:as of|as at|as from|effective as of) {_WHEN}(?: hereof| (?:of|on|the|they|it|such|first|made|when) "
    rf"{gap(40, '.;')}(?={_DOCUMENT}|made|given|set|issued|issuance))?",
    # a date written out counts where it is said of statements: "Form 10-K as of March 3, 2027" is none
    rf"{_SPEAKS} {gap(80, '.;')}(?:as of|as at|effective as of) {_DATE}",
    rf"as of the time (?:the|these|such|any|those) {_STATEMENTS_MADE}",
    # "made only on the date hereof", "relate to this date", "current through today's date"
    rf"{_SAID} (?:only )?(?:on|to|at|for|as of|as at|through) (?:and as of )?(?:the |its |their |this |today's )"
    r"(?:respective |stated )?dates?",
    # "information available to us on the date", "our views as at this date"
    rf"{_KNOWN}{gap(60, '.;')} (?:on|at|as of|as at) (?:the |this )date",
    # "information available at the time of this release", "assumptions and forecasts at the time of publication"
    rf"{_AT_HAND} {gap(60, '.;')}(?:at|as of|as at) the (?:time|date|day) of "
    r"(?:this|the|its|their|our|publication|issue|issuance|writing|release)",
    # "information available to us at the present time"
    rf"(?:available|known) {gap(30, '.;')}at (?:the present|this) time",
    r"(?:at|as of) the date (?:hereof|of this|of the|of publication|of issue)",
    # "opinions of management on the date the statements are made"
    rf"(?:on|at) the date (?:the|these|such|those|any) {_STATEMENTS_MADE}",
)


def find(reading: Reading) -> Found:
    passages = WORDING.within(reading, reading.legends)
    return Found(findings=tuple(Finding(passages=(p,)) for p in passages))


RULE = Rule(
    id="as-of-date",
    title="As-of date",
    authority=Authority(tier="practice", source="compare 15 U.S.C. 78u-5(d), 77z-2(d)"),
    expect="present",
    severity={"full": "note", "practice": "note", "statute": None, "oral": "note", "canada": "note"},
    requires=("legend-present",),
    advice="Consider adding: Forward-looking statements speak only as of the date of this release.",
    find=find,
)
