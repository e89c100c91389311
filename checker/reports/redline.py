"""The redline of a legend against an earlier release, for a person: what stayed is counted, what changed is shown."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from checker.reports.words import counted, folded, shortened, wrapped
from checker.types import Change, ChangeKind, Comparison

QUOTE = 300
"""Characters of a sentence, or of a kept run of words, that are shown."""

KEPT = 60
MARKS = {"added": "+ ", "dropped": "- ", "reworded": "~ "}


def redline_lines(comparison: Comparison, width: int) -> list[str]:
    """The section of the text report, empty line first. Dropped words stand in [-…-], added ones in {+…+}."""
    counts = Counter(change.kind for change in comparison.legends)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in get_args(ChangeKind) if counts[kind])
    lines = ["", f"  Against {folded(comparison.prior)}"]
    lines += wrapped(f"Sentences of the legend: {told or 'none in either'}", width, 4, 2)
    for change in comparison.legends:
        if change.kind != "unchanged":
            lines += wrapped(MARKS[change.kind] + _shown(change), width, 4, 2)
    new = sum(change.kind == "added" for change in comparison.statements)
    lines += wrapped(f"{counted(new, 'statement')} that the earlier release did not make", width, 4, 2)
    if comparison.new_topics:
        lines += wrapped(f"New topics: {', '.join(map(folded, comparison.new_topics))}", width, 4, 2)
    return lines


def _shown(change: Change) -> str:
    if not change.pieces:
        passage = change.after or change.before
        return shortened(folded(passage.text if passage else ""), QUOTE)
    marked = {"kept": "{}", "dropped": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(
        marked[kind].format(shortened(folded(text), KEPT if kind == "kept" else QUOTE)) for kind, text in change.pieces
    )
