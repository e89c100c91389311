"""Statements inside financial statements

What it looks for
    A forward-looking statement inside the financial statements that a release carries, or inside the notes to them:
    what stands below a heading such as "Condensed Consolidated Balance Sheets" or "Notes to Consolidated Financial
    Statements", up to the next heading.

Why
    15 U.S.C. 78u-5(b)(2)(A) and 77z-2(b)(2)(A) leave out statements in financial statements prepared under GAAP.
    Management's discussion and the text of a release are not left out (Slayton v. American Express, 2d Cir. 2010).

How to fix
    Consider moving the statement into the text of the release.

When it stays silent
    For tables and notes on non-GAAP, adjusted or pro forma figures, reconciliations, highlights and guidance, and
    for a statement that the finder is not sure of.

Silent
    Outlook: we expect revenue of $20 million in 2027.

Found
    Notes to Consolidated Financial Statements: (3) The Company expects to close the Salem mill by June 2027.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.overlaps import Overlaps
from checker.phrases import Wording
from checker.types import Authority, Finding, Found, Passage, Reading, Release, Rule

SURE = 0.8
"""Confidence that a statement needs: the words of notes resemble forecasts more often than they are."""

LONGEST_HEADING = 160
LONGEST_STATEMENT = 6000
"""Characters that one statement or its notes may fill when no heading ends it."""

NAMED = Wording(
    r"(?:condensed|consolidated|unaudited) (?:(?:condensed|consolidated|unaudited|interim) )*(?:balance sheets?|income"
    r" statements?|statements? of (?:[a-z]+ ){0,3}?(?:operations|income|earnings|cash flows?|loss|financial"
    r" (?:position|condition)|(?:stockholders|shareholders)['\"]? equity))",
    r"notes to (?:the )?(?:(?:unaudited|condensed|consolidated|interim) )*(?:financial statements|statements? of"
    r" [a-z]+|balance sheets?)",
)
NOT_GAAP = Wording(
    r"non-?gaap|adjusted|pro-?forma|reconcil[a-z]+|highlights|overview|selected|supplement[a-z]*|outlook|guidance|data"
)
LEAVES = Wording(r"non-?gaap|reconciliations?|see (?:the )?accompanying|management (?:uses|believes)|this release")
"""A block with such words has left the financial statements, whatever stands above it."""

EXPECTS = Wording(
    r"(?:(?:is|are|and|also|currently|company|we|management) )expect(?:s|ed)?"
    r"|(?:is|are|company|we|management) anticipate[sd]?"
    r"|plans? to|intends? to|estimates? that|forecasts?|projects?|projected"
    r"|will be (?:completed|incurred|recognized|paid|substantially)|believes?"
)


def find(reading: Reading) -> Found:
    regions = Overlaps(_regions(reading.release))
    inside = [s for s in reading.statements if s.confidence >= SURE and regions.with_any(s)]
    folded = reading.release.folded
    told = [s for s in inside if any(EXPECTS.finditer(folded, s.start, s.end))]
    return Found(findings=tuple(Finding(passages=(s,)) for s in told))


def _regions(release: Release) -> Iterator[Passage]:
    """From each heading of a financial statement or its notes to the next heading, or to what is plainly none."""
    begun: int | None = None
    for block in release.blocks:
        named = len(block.text) <= LONGEST_HEADING and any(NAMED.finditer(release.folded, block.start, block.end))
        if begun is not None and (named or block.kind == "heading" or _leaves(release, block)):
            yield release.passage(begun, min(block.start, begun + LONGEST_STATEMENT))
            begun = None
        if named and not any(NOT_GAAP.finditer(release.folded, block.start, block.end)):
            begun = block.end
    if begun is not None:
        yield release.passage(begun, min(len(release.text), begun + LONGEST_STATEMENT))


def _leaves(release: Release, block: Passage) -> bool:
    return any(LEAVES.finditer(release.folded, block.start, block.end))


RULE = Rule(
    id="statements-in-financials",
    title="Statements inside financial statements",
    authority=Authority(tier="statute", source="15 U.S.C. 78u-5(b)(2)(A), 77z-2(b)(2)(A)"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    requires=("legend-present",),
    advice="Consider moving the statement out of the financial statements and their notes, into the text.",
    find=find,
)
