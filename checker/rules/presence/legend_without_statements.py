"""Legend without statements

What it looks for
    A legend in a release in which no forward-looking statement was found outside it.

Why
    Practice. A legend that accompanies nothing feeds the argument that the same words everywhere are boilerplate,
    and Canadian staff discourage saying that a document contains what it does not.

How to fix
    Consider leaving the legend out of this release, or naming the statement that it is for.

When it stays silent
    When a statement is found anywhere outside the legend, headline included. Never more than a note: a short
    statement may have been missed.

Silent
    We expect to open the plant in June. This release contains forward-looking statements.

Found
    The board elected two directors. This release contains forward-looking statements.
"""

from __future__ import annotations

from checker.types import Authority, Finding, Found, Legend, NotApplicable, Passage, Reading, Rule

OPENING = 160
"""Characters of a legend that are quoted to point at it."""


def find(reading: Reading) -> Found | NotApplicable:
    if not reading.legends:
        return NotApplicable(reason="no legend found")
    if reading.statements:
        return Found()
    note = "a legend, but no forward-looking statement found outside it"
    return Found(findings=tuple(Finding(passages=(_opening(reading, x),), note=note) for x in reading.legends))


def _opening(reading: Reading, legend: Legend) -> Passage:
    """The first words of the legend: evidence points at it and does not repeat it."""
    if legend.end - legend.start <= OPENING:
        return legend
    cut = reading.release.folded.rfind(" ", legend.start, legend.start + OPENING)
    return reading.release.passage(legend.start, cut if cut > legend.start else legend.start + OPENING)


RULE = Rule(
    id="legend-without-statements",
    title="Legend without statements",
    authority=Authority(tier="practice", source="counsel's caution against boilerplate; CSA Staff Notice 51-330"),
    expect="absent",
    severity={"full": "note", "practice": "note", "statute": "note", "canada": "note"},
    advice="Consider whether this release needs the legend, or name the statement that it is for.",
    find=find,
)
