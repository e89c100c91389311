"""A release against an earlier one, for a person: what of the legend stayed or changed, and what is new."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from checker.reports.words import counted, folded, shortened, wrapped
from checker.types import Change, ChangeKind, Comparison, CoverageRow, Reading

QUOTE = 300
"""Characters of a sentence, or of a kept run of words, that are shown."""

KEPT = 60
MARKS = {"added": "+ ", "dropped": "- ", "reworded": "~ "}


def redline_lines(reading: Reading, comparison: Comparison, width: int) -> list[str]:
    """The section of the text report, empty line first. Dropped words stand in [-…-], added ones in {+…+}."""
    lines = ["", f"  Against {folded(comparison.prior)}"]
    lines += wrapped(sentences_told(comparison), width, 4, 2)
    for change in comparison.legends:
        if change.kind != "unchanged":
            lines += wrapped(MARKS[change.kind] + _shown(change), width, 4, 2)
    lines += wrapped(statements_told(comparison), width, 4, 2)
    if topics := new_topics(reading, comparison):
        told = [title if row is None or row.is_covered else f"{title} (no factor found)" for title, row in topics]
        lines += wrapped(f"New topics: {'; '.join(told)}", width, 4, 2)
    return lines


def sentences_told(comparison: Comparison) -> str:
    """What became of the sentences of the legends, counted."""
    counts = Counter(change.kind for change in comparison.legends)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in get_args(ChangeKind) if counts[kind])
    return f"Sentences of the legend: {told or 'none in either'}"


def statements_told(comparison: Comparison) -> str:
    """How many statements are new."""
    new = sum(change.kind == "added" for change in comparison.statements)
    return f"{counted(new, 'statement')} that the earlier release did not make"


def new_topics(reading: Reading, comparison: Comparison) -> list[tuple[str, CoverageRow | None]]:
    """Topics of statements that the earlier release made no statement on: the title and the row of the matrix."""
    rows = {row.topic: row for row in reading.coverage}
    return [(folded(rows[t].title) if t in rows else folded(t), rows.get(t)) for t in comparison.new_topics]


def _shown(change: Change) -> str:
    if not change.pieces:
        passage = change.after or change.before
        return shortened(folded(passage.text if passage else ""), QUOTE)
    marked = {"kept": "{}", "dropped": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(
        marked[kind].format(shortened(folded(text), KEPT if kind == "kept" else QUOTE)) for kind, text in change.pieces
    )
