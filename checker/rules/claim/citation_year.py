"""Wrong year of an Act

What it looks for
    A year that is not the Act's: a reform act of another year than 1995, a Securities Act of another year than 1933, a
    Securities Exchange Act of another year than 1934 (CIT-E), or the pair crossed (CIT-J).

Why
    Hygiene. The Securities Act is of 1933, the Securities Exchange Act of 1934, and the PSLRA became law on 22 December
    1995 (109 Stat. 737). A wrong year contradicts the name beside it.

How to fix
    Correct the year; the outcome shows the nearest valid form.

When it stays silent
    When no year is given. Years of other Acts nearby are not looked at.

Silent
    the Private Securities Litigation Reform Act of 1995

Found
    the Private Securities Litigation Reform Act of 1996
"""

from __future__ import annotations

from checker.rules.claim.wording import defects_found
from checker.types import Authority, Found, Reading, Rule

GRADES = {"CIT-E": "", "CIT-J": ""}
"""Rows of the defect table, and the grade of each."""


def find(reading: Reading) -> Found:
    return defects_found(reading, GRADES)


RULE = Rule(
    id="citation-year",
    title="Wrong year of an Act",
    authority=Authority(tier="hygiene", source="Pub. L. 104-67, 109 Stat. 737"),
    expect="absent",
    severity={"full": "error", "practice": "error", "statute": "error", "oral": "warning", "canada": "error"},
    advice="Consider the nearest valid form shown.",
    find=find,
)
