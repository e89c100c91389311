"""Safe harbor claimed

What it looks for
    The words "safe harbor" (or "safe harbour") in the legend or in a link to one: "pursuant to the safe harbor
    provisions of", "intended to be covered by the safe harbor", the heading "Safe Harbor Statement". A claim of
    protection in other words ("claims the protection of", "protected by the Reform Act") counts too.

Why
    Practice. The claim signals reliance on 15 U.S.C. 78u-5 and 77z-2; the statute does not ask for the words.

How to fix
    Add: "These statements are made pursuant to the safe harbor provisions of the Private Securities Litigation
    Reform Act of 1995."

When it stays silent
    In contexts that the statute leaves out (an IPO, a tender offer, a fund and others) an absent claim is right.
    A marina or a "safe harbor for investors" in the body is no claim. Profile `statute` does not ask for it.

Met
    We claim the protection of the safe harbor for forward-looking statements.

Missing
    This release contains forward-looking statements. Actual results could differ materially.
"""

from __future__ import annotations

from checker.phrases import Wording, gap, one_of
from checker.rules.claim.contexts import NO_CLAIM_EXPECTED
from checker.types import Authority, Finding, Found, Reading, Rule

_CLAIMS = one_of(r"""
    claims? | claiming | invokes? | invoking | seeks? | have | has | entitled to | afforded
    avail (?:itself|ourselves) of | advantage of | rely(?:ing)? (?:up)?on
""")

WORDING = Wording(
    r"safe-harbou?r(?:s|'s)?",
    r"safeharbou?r",
    # "claims the protection of the Securities Litigation Reform Act"
    rf"{_CLAIMS} (?:the |all )?(?:benefits? and )?(?:protections?|benefits?) (?:of|afforded by|provided by|under)"
    rf"{gap(60)}(?:securities (?:litigation|act|exchange act|laws?)|reform act|forward-looking|pslra)",
    # "subject to the protections of the Reform Act", "the protection afforded by Section 21E"
    rf"protections? (?:of|afforded by|provided by|available under|under){gap(40)}"
    r"(?:private-securities|litigation-reform|reform act|pslra|section 2[17][ae])",
    # "protected by the Private Securities Litigation Reform Act"
    r"(?:protected|covered) (?:by|under) (?:the )?(?:private-securities|pslra|reform act|section 2[17][ae])",
)


def find(reading: Reading) -> Found:
    passages = WORDING.within(reading, (*reading.legends, *reading.links))
    return Found(findings=tuple(Finding(passages=(p,)) for p in passages))


RULE = Rule(
    id="safe-harbor-claim",
    title="Safe harbor claimed",
    authority=Authority(tier="practice", source="compare 15 U.S.C. 78u-5(c), 77z-2(c)"),
    expect="present",
    severity={"full": "note", "practice": "note", "statute": None},
    requires=("legend-present",),
    not_expected_in=NO_CLAIM_EXPECTED,
    advice="Consider adding: These statements are made pursuant to the safe harbor provisions of the Private "
    "Securities Litigation Reform Act of 1995.",
    find=find,
)
