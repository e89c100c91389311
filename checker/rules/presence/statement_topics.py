"""Statements named by topic

What it looks for
    Words that say which statements are forward-looking: "including statements regarding our guidance for 2027",
    "statements about the expected closing", "the statements under the heading Outlook".

Why
    Case law asks for caution tailored to the statements (In re Harman, 791 F.3d 90, D.C. Cir. 2015), and a legend
    that names them ties its caution to them. "Statements that are not historical facts" names none.

How to fix
    Add "including statements regarding …" with the subjects of this release. The outcome quotes how the statements
    found in it begin.

When it stays silent
    When there is no legend. Never more than a note.

Met
    This release contains forward-looking statements, including statements regarding the opening of our second plant.

Missing
    Statements in this release that are not historical facts are forward-looking statements.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.rules.drafting import clearest, subjects
from checker.types import Authority, Finding, Found, Reading, Rule, Statement


def find(reading: Reading) -> Found:
    named = reading.topic_lists
    if named:
        return Found(findings=tuple(Finding(passages=(p,)) for p in named))
    shown = clearest(reading)
    return Found(related=tuple(shown), advice=_advice(reading, shown) if shown else "")


def _advice(reading: Reading, shown: Sequence[Statement]) -> str:
    lead = "Consider adding “including statements regarding …” with the subjects of what the release says"
    return f"{lead}: {subjects(reading, shown)}."


RULE = Rule(
    id="statement-topics",
    title="Statements named by topic",
    authority=Authority(tier="case", source="In re Harman, 791 F.3d 90 (D.C. Cir. 2015)"),
    expect="present",
    severity={"full": "note", "practice": "note", "statute": "note", "canada": "note"},
    requires=("legend-present",),
    advice="Consider adding “including statements regarding …” with the subjects of this release.",
    find=find,
)
