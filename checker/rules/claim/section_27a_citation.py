"""Section 27A citation

What it looks for
    Section 27A of the Securities Act of 1933, with or without its Act, or 15 U.S.C. 77z-2.

Why
    Practice: it is the safe harbor for suits under the Securities Act (sections 11 and 12). It matters when the release
    is near an offering or becomes part of a registration statement, and is customary beside Section 21E.

How to fix
    Cite it beside Section 21E: "Section 27A of the Securities Act of 1933 and Section 21E of the Securities Exchange
    Act of 1934".

When it stays silent
    Never more than a note, and none in profile `statute` or in contexts that the statute leaves out.

Met
    Section 27A of the Securities Act of 1933 and Section 21E of the Securities Exchange Act of 1934

Missing
    Section 21E of the Securities Exchange Act of 1934
"""

from __future__ import annotations

from checker.rules.claim.contexts import NO_CLAIM_EXPECTED
from checker.types import Authority, Finding, Found, Reading, Rule


def find(reading: Reading) -> Found:
    return Found(findings=tuple(Finding(passages=(c,)) for c in reading.citations if c.section == "27A"))


RULE = Rule(
    id="section-27a-citation",
    title="Section 27A citation",
    authority=Authority(tier="practice", source="Securities Act of 1933, Section 27A; 15 U.S.C. 77z-2"),
    expect="present",
    severity={"full": "note", "practice": "note", "statute": None},
    requires=("legend-present",),
    not_expected_in=NO_CLAIM_EXPECTED,
    advice="Consider citing, when an offering is near: Section 27A of the Securities Act of 1933.",
    find=find,
)
