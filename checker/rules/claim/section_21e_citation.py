"""Section 21E citation

What it looks for
    Section 21E of the Securities Exchange Act of 1934, with or without its Act, also as one of "Sections 27A and 21E
    … respectively", or as 15 U.S.C. 78u-5. A citation with a slip counts as found; the slip is another rule's finding.

Why
    Practice: most suits over a press release rest on Rule 10b-5, and Section 21E is the safe harbor that answers them.

How to fix
    Cite it where the legend identifies the statements: "within the meaning of Section 21E of the Securities Exchange
    Act of 1934, as amended".

When it stays silent
    In contexts that the statute leaves out, and for issuers declared private or not reporting, an absence is right.
    Profiles `practice` and `statute` only note an absence.

Met
    forward-looking statements within the meaning of Section 21E of the Securities Exchange Act of 1934

Missing
    forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995
"""

from __future__ import annotations

from checker.rules.claim.contexts import NO_CLAIM_EXPECTED
from checker.types import Authority, Finding, Found, Reading, Rule


def find(reading: Reading) -> Found:
    return Found(findings=tuple(Finding(passages=(c,)) for c in reading.citations if c.section == "21E"))


RULE = Rule(
    id="section-21e-citation",
    title="Section 21E citation",
    authority=Authority(tier="practice", source="Securities Exchange Act of 1934, Section 21E; 15 U.S.C. 78u-5"),
    expect="present",
    severity={"full": "error", "practice": "note", "statute": "note"},
    requires=("legend-present",),
    not_expected_in=NO_CLAIM_EXPECTED,
    advice="Consider adding, where the statements are identified: within the meaning of Section 21E of the Securities "
    "Exchange Act of 1934, as amended.",
    find=find,
)
