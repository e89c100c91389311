"""Headline not covered

What it looks for
    A forward-looking headline, or a table of guidance, whose topic is not among those that the legend names: the title
    says "to acquire", and the legend speaks of statements regarding the outlook and the products.

Why
    Practice. The headline is what is read and quoted. A legend that lists its statements and leaves out the most
    prominent one invites the question whether that one was identified (15 U.S.C. 78u-5(c)(1)(A)(i)).

How to fix
    Add the subject of the headline or table to the list: "including statements regarding the proposed acquisition".

When it stays silent
    When the legend lists no topics, or lists any release's plans ("our business, strategy, plans, expectations or
    future performance"), which take in the headline too; and when the headline states what has happened.

Silent
    Acme Plans to Acquire Birch. This release contains statements regarding the expected closing of the acquisition.

Found
    Acme Plans to Acquire Birch. This release contains forward-looking statements regarding demand for our products.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.phrases import Wording
from checker.types import Authority, CoverageRow, Finding, Found, NotApplicable, Reading, Rule, Statement

UMBRELLA = Wording(
    r"(?:business|corporate|strategic|future|company's|management's|our|its|the) (?:[a-z]+ )?"
    r"(?:plans?|strateg(?:y|ies)|objectives?|goals?|prospects|expectations?|intentions?|beliefs?|opportunities|initiatives|operations|performance"
    r"|results|outlook|business)",
    r"(?:future )?(?:events|developments|growth|performance|operations|expectations|plans|objectives|intentions)",
    r"(?:future )?(?:business|strateg(?:y|ies))",
)
"""Subjects wide enough to take in any headline."""

PARTICULAR = frozenset({"deal", "clinical", "payouts", "financing", "reserves", "approval", "results", "restructuring"})
"""Topics that a headline is about rather than mentions."""


def find(reading: Reading) -> Found | NotApplicable:
    if not reading.topic_lists:
        return NotApplicable(reason="the legend lists no topics")
    subjects = tuple(s for topics in reading.topic_lists for s in topics.subjects)
    if UMBRELLA.within(reading, [s for s in subjects if not PARTICULAR.intersection(s.topics)]):
        return Found(note="the legend names subjects wide enough for the headline")
    return Found(findings=tuple(_findings(reading)))


def _findings(reading: Reading) -> Iterator[Finding]:
    for row in reading.coverage:
        loud = tuple(s for s in row.statements if _is_loud(reading, s))
        if loud and row.topic in PARTICULAR and not row.subjects:
            yield _finding(row, loud)


def _finding(row: CoverageRow, loud: tuple[Statement, ...]) -> Finding:
    note = f"{row.title.lower()}: in a headline or table, and not among the topics that the legend names"
    return Finding(passages=loud[:2], note=note)


def _is_loud(reading: Reading, statement: Statement) -> bool:
    """Whether a statement stands in a headline or a table."""
    block = reading.release.block_at(statement.start)
    return block is not None and block.kind in ("heading", "table")


RULE = Rule(
    id="headline-not-covered",
    title="Headline not covered",
    authority=Authority(tier="practice", source="15 U.S.C. 78u-5(c)(1)(A)(i): the statement is identified"),
    expect="absent",
    severity={"full": "warning", "practice": "note", "statute": None},
    requires=("legend-present",),
    advice="Consider adding the subject of the headline or table to the topics that the legend names.",
    find=find,
)
