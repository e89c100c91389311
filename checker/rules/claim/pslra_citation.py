"""PSLRA citation

What it looks for
    The Private Securities Litigation Reform Act of 1995 by name, by abbreviation (PSLRA) or by a short form ("the
    Reform Act"). A misnamed or misdated one counts as cited; its slip is another rule's finding.

Why
    Practice: the name of the Act signals reliance on the safe harbor that it added to both securities Acts.

How to fix
    Name it where the legend identifies the statements: "within the meaning of the Private Securities Litigation
    Reform Act of 1995".

When it stays silent
    In contexts that the statute leaves out, and for issuers declared private or not reporting, an absence is right.
    Profiles `practice` and `statute` only note an absence.

Met
    forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995

Missing
    forward-looking statements within the meaning of the federal securities laws
"""

from __future__ import annotations

from checker.rules.claim.contexts import NO_CLAIM_EXPECTED
from checker.types import Authority, Finding, Found, Reading, Rule


def find(reading: Reading) -> Found:
    return Found(findings=tuple(Finding(passages=(c,)) for c in reading.citations if c.reform_act))


RULE = Rule(
    id="pslra-citation",
    title="PSLRA citation",
    authority=Authority(tier="practice", source="Pub. L. 104-67, 109 Stat. 737"),
    expect="present",
    severity={"full": "error", "practice": "note", "statute": "note"},
    requires=("legend-present",),
    not_expected_in=NO_CLAIM_EXPECTED,
    advice="Consider adding, where the statements are identified: within the meaning of the Private Securities "
    "Litigation Reform Act of 1995.",
    find=find,
)
