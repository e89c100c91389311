"""Citation style

What it looks for
    Small slips: "Securities and Exchange Act" (CIT-I), an undefined "Exchange Act" without its year (CIT-K), a number
    broken or mistyped ("21 E", "2lE", CIT-O), an Act said to be defined by the SEC or to require the legend (CIT-T), an
    Act named without its section (CIT-U), a missing "of" or space (CIT-V).

Why
    Hygiene. Each is readable and harmless, and each is mended in a second before publication.

How to fix
    Use the nearest valid form that the outcome shows.

When it stays silent
    A reform act without its year is accepted: the name is unambiguous, and many good releases leave the year out.

Silent
    Section 21E of the Securities Exchange Act of 1934

Found
    Section 21E the Securities and Exchange Act of 1934
"""

from __future__ import annotations

from checker.rules.claim.wording import defects_found
from checker.types import Authority, Found, Reading, Rule

GRADES = {"CIT-I": "", "CIT-K": "", "CIT-O": "", "CIT-T": "", "CIT-U": "", "CIT-V": ""}
"""Rows of the defect table, and the grade of each."""


def find(reading: Reading) -> Found:
    return defects_found(reading, GRADES)


RULE = Rule(
    id="citation-style",
    title="Citation style",
    authority=Authority(tier="hygiene", source="customary form of citation"),
    expect="absent",
    severity={"full": "note", "practice": "note", "statute": "note", "canada": "note"},
    advice="Consider the nearest valid form shown.",
    find=find,
)
