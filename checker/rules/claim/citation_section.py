"""Section that holds no safe harbor

What it looks for
    A section number that is not the safe harbor's, in a sentence that claims one: 27E, 21A, 21D, 27B, 21(e) (CIT-H), or
    a garbled one (CIT-M).

Why
    Hygiene. Sections 21A and 21D are other law (insider-trading penalties, private-action procedure) and 27E does not
    exist: the claim points nowhere.

How to fix
    Write Section 21E (Exchange Act) or Section 27A (Securities Act); the outcome shows the nearest valid form.

When it stays silent
    When the sentence claims no safe harbor and speaks of no forward-looking statement: Section 21D is cited on purpose
    elsewhere.

Silent
    forward-looking statements under Section 21E of the Securities Exchange Act of 1934

Found
    forward-looking statements under Section 27E of the Securities Act of 1933
"""

from __future__ import annotations

from checker.rules.claim.wording import defects_found
from checker.types import Authority, Found, Reading, Rule

GRADES = {"CIT-H": "", "CIT-M": ""}
"""Rows of the defect table, and the grade of each."""


def find(reading: Reading) -> Found:
    return defects_found(reading, GRADES)


RULE = Rule(
    id="citation-section",
    title="Section that holds no safe harbor",
    authority=Authority(tier="hygiene", source="15 U.S.C. 78u-5, 77z-2"),
    expect="absent",
    severity={"full": "error", "practice": "error", "statute": "error", "oral": "warning", "canada": "error"},
    advice="Consider the nearest valid form shown.",
    find=find,
)
