"""Section tied to the wrong Act

What it looks for
    Section 21E tied to the Securities Act, or Section 27A tied to the Securities Exchange Act (CIT-A), and one Act
    named for both sections (CIT-L, a warning).

Why
    Hygiene. Section 27A stands in the Securities Act of 1933 and Section 21E in the Securities Exchange Act of 1934;
    the other Act has no such section. The slip shows a legend that nobody read again.

How to fix
    Write "Section 27A of the Securities Act of 1933 and Section 21E of the Securities Exchange Act of 1934". The
    outcome shows the nearest valid form.

When it stays silent
    When both sections and both Acts are named together, in any order and with or without "respectively". When the year
    is the right Act's, the name is the slip and `citation-year` reports it.

Silent
    Sections 27A and 21E of the Securities Act of 1933 and the Securities Exchange Act of 1934, respectively

Found
    Section 21E of the Securities Act of 1933
"""

from __future__ import annotations

from checker.rules.claim.wording import defects_found
from checker.types import Authority, Found, Reading, Rule

GRADES = {"CIT-A": "", "CIT-L": "one-act"}
"""Rows of the defect table, and the grade of each."""


def find(reading: Reading) -> Found:
    return defects_found(reading, GRADES)


RULE = Rule(
    id="citation-section-act",
    title="Section tied to the wrong Act",
    authority=Authority(
        tier="hygiene", source="Securities Act of 1933, Section 27A; Securities Exchange Act of 1934, Section 21E"
    ),
    expect="absent",
    severity={"full": "error", "practice": "error", "statute": "error", "oral": "warning", "canada": "error"},
    grades={
        "one-act": {
            "full": "warning",
            "practice": "warning",
            "statute": "warning",
            "oral": "warning",
            "canada": "warning",
        }
    },
    advice="Consider the nearest valid form shown.",
    find=find,
)
