"""Legend unchanged while the release moved

What it looks for
    A legend that stands word for word as in the earlier release, while this release makes statements that the earlier
    one did not make: on topics of weight that it did not speak of and for which the legend names no factor; or, where
    topics cannot be told, at least two statements, and a third of all, in words that the earlier release hardly holds.

Why
    Asher v. Baxter, 377 F.3d 727 (7th Cir. 2004): cautions that stay fixed while the risks change may not name the
    important factors of the day. An unchanged legend is legitimate as long as it still fits.

How to fix
    Read the quoted statements against the factors of the legend. Add what could upset them, or keep the legend and
    record that it was read again.

When it stays silent
    It needs the earlier release (`--prior FILE`); without it the rule is not evaluated. Silent when at least 2 of 100
    words of the legend changed, and when the statements stayed with their subjects.

Silent
    The earlier release expected sales of $40 million and named weather as a factor; this one expects $44 million.

Found
    The earlier release expected sales of $40 million. This one expects a merger to close in May, under the same legend.
"""

from __future__ import annotations

from checker.types import Authority, Comparison, Finding, Found, NotApplicable, NotEvaluated, Reading, Rule, Statement

UNCHANGED = 0.98
"""Share of the legend's words in common from which it counts as unchanged: a new date or year is no new caution."""

NEW_SHARE = 1 / 3
"""Share of statements on new subjects from which a release counts as moved when topics are not known."""

SHOWN = 3
"""New statements that are quoted."""


def find(reading: Reading) -> Found | NotEvaluated | NotApplicable:
    comparison = reading.comparison
    if comparison is None:
        return NotEvaluated(reason="no earlier release was given (--prior FILE)")
    if not any(change.before for change in comparison.legends):
        return NotApplicable(reason="no legend was found in the earlier release")
    if comparison.similarity < UNCHANGED:
        return Found(note="the legend changed")
    moved = _moved(reading, comparison)
    if not moved:
        return Found(note="the statements stayed with their subjects")
    note = f"the legend is unchanged against {comparison.prior} while {len(moved)} statement(s) are new"
    if rows := [row for row in reading.coverage if row.topic in _new_topics(reading, comparison)]:
        note += f" on: {'; '.join(row.title for row in rows)}"
    return Found(findings=(Finding(passages=reading.legends, related=tuple(moved[:SHOWN]), note=note),))


def _moved(reading: Reading, comparison: Comparison) -> list[Statement]:
    """The statements that show that the release moved; none when they are too few to tell."""
    if any(s.topics for s in reading.statements):
        topics = _new_topics(reading, comparison)
        return [s for s in reading.statements if topics & set(s.topics)]
    new = list(comparison.new_subjects)
    return new if len(new) > 1 and len(new) >= NEW_SHARE * len(reading.statements) else []


def _new_topics(reading: Reading, comparison: Comparison) -> set[str]:
    """Topics that are new, of weight in this release, and that no factor of the legend speaks of."""
    return set(comparison.new_topics) & {row.topic for row in reading.coverage if row.salient and not row.is_covered}


RULE = Rule(
    id="legend-unchanged",
    title="Legend unchanged while the release moved",
    authority=Authority(tier="case", source="Asher v. Baxter, 377 F.3d 727 (7th Cir. 2004)"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    requires=("legend-present",),
    advice="Consider whether the factors of the legend are still the important ones for these statements.",
    find=find,
)
