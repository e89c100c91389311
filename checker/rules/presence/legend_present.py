"""Legend present

What it looks for
    A forward-looking-statement legend anywhere in a release that makes forward-looking statements: a block,
    a paragraph or a single sentence of cautionary text. A bare link to a legend elsewhere is none.

Why
    15 U.S.C. 78u-5(c)(1)(A)(i) and 77z-2(c)(1)(A)(i) protect a written statement that is identified as
    forward-looking and accompanied by meaningful cautionary statements. Without a legend that route is lost.

How to fix
    Add a legend that identifies the statements, says that results could differ materially, and names the
    important factors. The outcome quotes the statements that need it.

When it stays silent
    When no forward-looking statement is found. Event logistics, declared dividends and appointments are none.

Met
    This release contains forward-looking statements. Actual results could differ materially.

Missing
    We expect revenue of $40 million in 2027.
"""

from __future__ import annotations

from checker.rules.drafting import clearest, document, subjects
from checker.types import Authority, Finding, Found, NotApplicable, Reading, Rule

SHOWN = 3
"""Statements quoted when a legend is missing: enough to see the need, few enough to read."""


def find(reading: Reading) -> Found | NotApplicable:
    if reading.legends:
        best = max(legend.confidence for legend in reading.legends)
        return Found(findings=tuple(Finding(passages=(x,)) for x in reading.legends), confidence=best)
    if not reading.statements:
        return NotApplicable(reason="no forward-looking statement found outside a legend")
    foremost = sorted(reading.statements, key=lambda s: -s.confidence)[:SHOWN]
    notes = [f"{len(reading.statements)} forward-looking statement(s) found"]
    if reading.links:
        notes.append("only a link to a legend elsewhere was found")
    nearest = reading.nearest
    if nearest:
        notes.append(f"nearest passage scored {nearest.confidence:.2f} and was not taken for a legend")
    return Found(
        related=(*foremost, *reading.links, *((nearest,) if nearest else ())),
        note="; ".join(notes),
        advice=_advice(reading),
        confidence=foremost[0].confidence,
    )


def _advice(reading: Reading) -> str:
    """A draft with the subjects of this release; the factors are for those who know the business."""
    named, about = document(reading), subjects(reading, clearest(reading))
    where = f", and those described in {named}," if named else ""
    return (
        "Consider adding a legend, for example: This release contains forward-looking statements, including statements "
        f"regarding {about}. Actual results could differ materially because of [the important factors for these "
        f"statements]{where} among others."
    )


RULE = Rule(
    id="legend-present",
    title="Forward-looking-statement legend",
    authority=Authority(tier="statute", source="15 U.S.C. 78u-5(c)(1)(A)(i), 77z-2(c)(1)(A)(i)"),
    expect="present",
    severity={"full": "error", "practice": "error", "statute": "error", "oral": "error", "canada": "error"},
    advice="Consider adding a legend that identifies these statements as forward-looking, says that actual "
    "results could differ materially, and names the important factors that could cause it.",
    find=find,
)
