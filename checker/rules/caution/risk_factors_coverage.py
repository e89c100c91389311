"""Factors for the topics of the statements

What it looks for
    For each topic that a statement promises, a factor in the legend that cautions about it, in its own words or by a
    related risk; or a sentence that does, there or in the statement itself ("subject to the approval of stockholders",
    "there can be no assurance that it will close"). The matrix of topics and factors is the report's `coverage`: every
    row with both passages, also of topics that are mentioned only.

Why
    Caution protects when it is tailored to the statement it accompanies: In re Harman, 791 F.3d 90 (D.C. Cir. 2015);
    Slayton v. American Express, 604 F.3d 758 (2d Cir. 2010). Not every factor need be listed (Harris v. Ivax, 182 F.3d
    799 (11th Cir. 1999)), but a list that says nothing about the very subject of the release invites the question.

How to fix
    Add the factor that could realistically upset the statement. For the closing of a deal: approvals, the vote, the
    conditions, termination. For clinical work: enrolment, interim data that may not be confirmed, safety, the
    regulator. For guidance: demand, prices, costs and what else the figures rest on. Never invent one.

When it stays silent
    When the legend names no factors (another rule says so), for topics that a statement mentions and does not promise
    ("her experience with mergers"), and for those that factors on related topics cover: what covers what is in the
    table of topics. A topic that one statement promises outside title, opening and tables, or that is not among those
    a factor is usually named for, is a note; partners, supply, customers, launches and restructuring outside these are
    not asked for.

Met
    The merger is expected to close in June. Results may differ due to failure to obtain the stockholders' approval.

Missing
    The merger is expected to close in June. Results may differ due to changes in the price of cotton and the weather.
"""

from __future__ import annotations

from checker.types import Authority, CoverageRow, Finding, Found, NotApplicable, Reading, Rule

WEIGHTY = frozenset(
    {
        "deal", "clinical", "approval", "results", "financing", "launch", "reserves", "digital-assets", "payouts",
        "listing", "openings", "construction", "integration", "restructuring", "supply", "credit", "partners",
    }
)  # fmt: skip
"""Topics for which issuers name a factor when the release is about them."""

EVERYDAY = frozenset({"partners", "supply", "customers", "launch", "restructuring"})
"""Topics of most businesses, for which a factor is asked only when the release is about them."""

OCCASIONS = {"earnings": "results", "merger_stock": "deal", "merger_cash": "deal", "clinical": "clinical"}
"""What a release is about by its occasion, wherever in it the statement stands."""

ADVICE = {
    "deal": "for the closing: approvals by regulators and stockholders, the other conditions, termination, and what "
    "the announcement itself may disturb",
    "clinical": "for clinical work: enrolment and timing, interim data that may not be confirmed, safety findings, and "
    "the regulator's view of the data",
    "results": "for guidance: demand, prices, costs and the other things that the figures rest on",
    "integration": "for the expected benefits: that they come later, cost more, or not at all",
    "financing": "for the financing: market conditions, closing conditions, and terms that may not be acceptable",
    "payouts": "for dividends and repurchases: results, liquidity, the law, and the board's discretion",
    "approval": "for the approval: that it is delayed, refused, or granted with limits",
}
"""What a factor on these topics names, in the words of the advice."""

QUOTED = 2
"""Statements quoted for each topic."""

WORDS = 12
"""Words of each that the advice quotes."""


def find(reading: Reading) -> Found | NotApplicable:
    if not reading.factors:
        return NotApplicable(reason="the legend names no factors")
    if not reading.coverage:
        return NotApplicable(reason="no topic of the taxonomy found in the statements")
    open_rows = [row for row in reading.coverage if not row.is_covered]
    central = {row.topic for row in open_rows if row.salient} | {OCCASIONS.get(c.kind) for c in reading.contexts}
    asked = [row for row in open_rows if row.asserted and (row.topic in central or row.topic not in EVERYDAY)]
    covered = [row for row in reading.coverage if row.is_covered]
    if not asked and not covered:
        return NotApplicable(reason="the topics without a factor are mentioned only, none is what a statement promises")
    if not asked:
        return Found(findings=tuple(_finding(row) for row in covered))
    weighty = [row for row in asked if row.topic in central and row.topic in WEIGHTY]
    rows = weighty or asked
    return Found(
        grade="" if weighty else "minor",
        related=tuple(s for row in rows for s in row.asserted[:QUOTED]),
        note=f"no factor for {_listed(rows)}; {len(covered)} of {len(reading.coverage)} topics have one",
        advice=_advice(rows),
    )


def _finding(row: CoverageRow) -> Finding:
    cautions = row.factors or row.nearby
    return Finding(passages=tuple(cautions[:QUOTED]), related=tuple(row.statements[:QUOTED]))


def _listed(rows: list[CoverageRow]) -> str:
    return ", ".join(row.title.lower() for row in rows)


def _advice(rows: list[CoverageRow]) -> str:
    first = "; ".join(f"{row.title.lower()} (“{_opening(row.asserted[0].text)}”)" for row in rows)
    more = [ADVICE[row.topic] for row in rows if row.topic in ADVICE]
    return f"Consider a factor for each: {first}." + (f" Usually named {'; '.join(more)}." if more else "")


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:WORDS]).rstrip(",;:.") + (" …" if len(words) > WORDS else "")


RULE = Rule(
    id="risk-factors-coverage",
    title="Factors for the topics of the statements",
    authority=Authority(tier="case", source="In re Harman, 791 F.3d 90 (D.C. Cir. 2015)"),
    expect="present",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    grades={"minor": {"full": "note", "practice": "note", "statute": "note"}},
    requires=("risk-factors",),
    advice="Consider a factor for each topic that the statements speak of.",
    find=find,
)
