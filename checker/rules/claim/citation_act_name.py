"""Misnamed reform act

What it looks for
    The PSLRA with a word missing, changed, misspelt or out of order (CIT-B, C, D, P), by a nickname ("Safe Harbor
    Act", CIT-G), or a "safe haven" (CIT-N).

Why
    Hygiene. A reader still knows which law is meant, so no protection turns on it; but it is embarrassing, easy to
    mend, and a sign of text that was copied unread.

How to fix
    Write "Private Securities Litigation Reform Act of 1995".

When it stays silent
    When a short form ("the Reform Act") is used in a release that names the Act in full.

Silent
    the Private Securities Litigation Reform Act of 1995 (the "Reform Act")

Found
    the Private Securities Reform Act of 1995
"""

from __future__ import annotations

from checker.rules.claim.wording import defects_found
from checker.types import Authority, Found, Reading, Rule

GRADES = {"CIT-B": "", "CIT-C": "", "CIT-D": "", "CIT-G": "", "CIT-N": "", "CIT-P": ""}
"""Rows of the defect table, and the grade of each."""


def find(reading: Reading) -> Found:
    return defects_found(reading, GRADES)


RULE = Rule(
    id="citation-act-name",
    title="Misnamed reform act",
    authority=Authority(tier="hygiene", source="Pub. L. 104-67, section 1"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning", "oral": "note", "canada": "warning"},
    advice="Consider: Private Securities Litigation Reform Act of 1995.",
    find=find,
)
