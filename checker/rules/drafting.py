"""Drafts: wording for what is missing, filled with the subjects and filings that this release itself holds.

Nothing is invented: no factor, no fact. Where the release gives nothing to fill in, the draft says what belongs there.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.types import Reading, Statement

SHOWN = 4
"""Statements that a draft quotes, and topics that it names."""

LIKELY = 0.5
"""Confidence from which a statement is put into a draft, unless there is no surer one."""

FIRST_WORDS = 9
"""Words of each statement that are quoted."""

_REPORTS = {
    "10-K": "Annual Report on Form 10-K", "10-Q": "Quarterly Report on Form 10-Q", "20-F": "Annual Report on Form 20-F",
    "40-F": "Annual Report on Form 40-F", "8-K": "Current Report on Form 8-K", "AIF": "Annual Information Form",
    "MD&A": "management's discussion and analysis",
}  # fmt: skip


def clearest(reading: Reading) -> list[Statement]:
    """The statements that a draft speaks of, in the order of the text: the surest of those that are likelier than not,
    or of all where none is."""
    likely = [s for s in reading.statements if s.confidence >= LIKELY] or reading.statements
    best = sorted(likely, key=lambda s: -s.confidence)[:SHOWN]
    return sorted(best, key=lambda s: s.start)


def subjects(reading: Reading, statements: Sequence[Statement]) -> str:
    """What the statements are about: the topics of those that have one, and how each of the others begins."""
    titles = {row.topic: row.title for row in reading.coverage}
    topics = dict.fromkeys(titles.get(topic, topic) for s in statements for topic in s.topics[:1])
    named = [_joined(list(topics))] if topics else []
    return "; ".join([*named, *(f"“{_opening(_after_dateline(s, reading))}”" for s in statements if not s.topics)])


def document(reading: Reading) -> str:
    """The filing that the release points to, by its name; empty when it names none."""
    form = next((f.form for f in reading.filings if f.form and not f.pending), None)
    return "" if form is None else f"our {_REPORTS.get(form, form)}"


def _after_dateline(statement: Statement, reading: Reading) -> str:
    """The words of a statement, of a release's first sentence those after its place and date."""
    dates = (d for d in reading.dates if d.role == "release" and statement.start <= d.start and d.end < statement.end)
    ends = max((d.end for d in dates), default=statement.start)
    return statement.text[ends - statement.start :].lstrip(" /-–—:,\n") or statement.text


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:FIRST_WORDS]).rstrip(",;:.") + (" …" if len(words) > FIRST_WORDS else "")


def _joined(parts: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
