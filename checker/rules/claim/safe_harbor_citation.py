"""Safe-harbor citation

What it looks for
    Any one of the citations that claim the safe harbor: the Private Securities Litigation Reform Act, Section 21E,
    Section 27A, 15 U.S.C. 78u-5 or 77z-2.

Why
    Practice: one citation is what most issuers' counsel accept. Profile `full` asks for the PSLRA and for Section 21E
    by rules of their own, so this one is off there.

How to fix
    Name the Private Securities Litigation Reform Act of 1995, or cite Section 21E of the Securities Exchange Act of
    1934.

When it stays silent
    In contexts that the statute leaves out, and for issuers declared private or not reporting, an absence is right.

Met
    forward-looking statements as defined in the Private Securities Litigation Reform Act of 1995

Missing
    forward-looking statements under the federal securities laws
"""

from __future__ import annotations

from checker.rules.claim.contexts import NO_CLAIM_EXPECTED
from checker.types import Authority, Finding, Found, Reading, Rule


def find(reading: Reading) -> Found:
    cited = [c for c in reading.citations if c.reform_act or c.section in ("21E", "27A")]
    return Found(findings=tuple(Finding(passages=(c,)) for c in cited))


RULE = Rule(
    id="safe-harbor-citation",
    title="Safe-harbor citation",
    authority=Authority(tier="practice", source="15 U.S.C. 78u-5, 77z-2; Pub. L. 104-67"),
    expect="present",
    severity={"full": None, "practice": "error", "statute": "note"},
    requires=("legend-present",),
    not_expected_in=NO_CLAIM_EXPECTED,
    advice="Consider adding, where the statements are identified: within the meaning of the Private Securities "
    "Litigation Reform Act of 1995.",
    find=find,
)
