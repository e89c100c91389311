"""Markdown for a pull request or a job summary: a table of releases, then the points of each, folded away.

Both places limit what they take; the table goes first, and what no longer fits is counted, never dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.reports.edits import diff_of, edits_of, sentence_pieces
from checker.reports.reasons import reasons_of
from checker.reports.redline import new_topics, sentences_told, statements_told
from checker.reports.telling import (
    LAST_LINE,
    SEVERITIES,
    VERDICTS,
    accepted,
    by_gravity,
    gravity,
    headline,
    in_short,
    lines_of,
    meaning,
    place,
    tally,
    verdicts_told,
    was,
    why,
)
from checker.reports.words import folded, joined, quoted
from checker.types import Comparison, Evidence, Outcome, Reading, ReleaseReport, RunReport

COMMENT = 60_000
"""Characters of a pull-request comment: GitHub takes 65,536, and its other half may be somebody else's."""

QUOTE = 200
EDIT = 400
"""Characters of a quoted passage, and of a line of a diff."""

_MORE_ROWS = "| … | | {} more |"
_MORE_POINTS = "\n… and the points of {} more releases."
_MORE_REDLINES = "\n… and {} redline against an earlier release."
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$@!])")


def render(report: RunReport, *, limit: int = COMMENT) -> str:
    """The report in at most `limit` characters."""
    rows = [_row(release) for release in report.releases]
    reasons = reasons_of(report)
    details = [d for release in report.releases if (d := _details(release, reasons))]
    redlines = [
        _redline(r.reading, r.reading.comparison) for r in report.releases if r.reading and r.reading.comparison
    ]
    head = [f"### safeharbor: {verdicts_told(report.releases)}", ""]
    if rows:
        head += ["| Release | Verdict | Points |", "| --- | --- | --- |"]
    last = ["", f"_{LAST_LINE}_ Profile {_plain(report.profile)}, safeharbor {_plain(report.tool_version)}."]
    room = limit - sum(len(line) + 1 for line in (*head, *last))
    told = ((rows, _MORE_ROWS), (details, _MORE_POINTS), (redlines, _MORE_REDLINES))
    kept = sum(len(more) + 10 for parts, more in told if parts)
    shown: list[str] = []
    for parts, more in told:
        kept -= len(more) + 10 if parts else 0
        fitting, room = _fitting(parts, room - kept, more)
        shown += fitting
        room += kept
    return "\n".join([*head, *shown, *last]) + "\n"


def _fitting(parts: Sequence[str], room: int, more: str) -> tuple[list[str], int]:
    """As many parts as there is room for, and a line that counts the rest; then the room that is left."""
    shown: list[str] = []
    for n, part in enumerate(parts):
        note = more.format(len(parts) - n)
        left = room - len(part) - 1
        if left < (len(note) + 1 if n + 1 < len(parts) else 0):
            return [*shown, note], 0
        shown.append(part)
        room -= len(part) + 1
    return shown, room


def _row(release: ReleaseReport) -> str:
    said = _plain(release.failure.message) if release.failure else tally(release) or "–"
    named = [_plain(in_short(o)) for o in by_gravity(release.outcomes) if o.severity in SEVERITIES[:2]]
    points = f"{said}: {joined(named)}" if named else said
    return f"| {_plain(release.source)} | **{VERDICTS[release.verdict][0]}** | {points} |"


def _details(release: ReleaseReport, reasons: Mapping[str, str]) -> str:
    """The points of one release, or nothing when it has none."""
    reading = release.reading
    waived = sorted((o for o in release.outcomes if o.waiver), key=gravity)
    points = [*by_gravity(release.outcomes), *(o for o in release.outcomes if o.status == "review"), *waived]
    if reading is None or not points:
        return ""
    body = "\n".join(_point(reading, outcome, reasons) for outcome in points)
    name = f"{_plain(release.source)}: {meaning(release)}"
    return f"\n<details><summary>{name}</summary>\n\n{body}\n\n</details>"


def _point(reading: Reading, outcome: Outcome, reasons: Mapping[str, str]) -> str:
    level = "accepted" if outcome.waiver else outcome.severity or outcome.status
    lines = [f"- **{level}** {_plain(headline(outcome))} (`{outcome.rule}`)"]
    lines += [f"  - {_quote(reading, evidence)}" for evidence in outcome.evidence]
    lines.append(f"  - Why: {_plain(why(outcome, reasons))}")
    if outcome.waiver:
        lines.append(f"  - Accepted ({_plain(was(outcome))}): {_plain(accepted(outcome.waiver))}")
    if outcome.advice:
        lines.append(f"  - {_plain(folded(outcome.advice))}")
    if outcome.is_finding:
        for edit in edits_of(reading, outcome.fix):
            lines += [f"  - Fix, line {edit.line} (`--fix` writes it):", *_diff(diff_of(edit.pieces, EDIT), 4)]
    return "\n".join(lines)


def _redline(reading: Reading, comparison: Comparison) -> str:
    """The legend against the earlier release: counted, and as a diff of the sentences that changed."""
    changed = [change for change in comparison.legends if change.kind != "unchanged"]
    name = f"{_plain(reading.release.source)} against {_plain(comparison.prior)}"
    lines = [f"\n<details><summary>{name}</summary>\n", f"- {sentences_told(comparison)}"]
    lines += _diff([line for change in changed for line in diff_of(sentence_pieces(change), EDIT)], 2)
    lines.append(f"- {statements_told(comparison)}")
    for title, row in new_topics(reading, comparison):
        factors = "" if row is None or row.is_covered else ", no factor found"
        lines.append(f"- New topic: {_plain(title)}{factors}")
    return "\n".join([*lines, "\n</details>"])


def _diff(lines: Sequence[str], indent: int) -> list[str]:
    """A fenced diff inside a list. No line of it can close the fence: each begins with the sign of its side."""
    fenced = ["```diff", *lines, "```"] if lines else []
    return [" " * indent + line for line in fenced]


def _quote(reading: Reading, evidence: Evidence) -> str:
    if evidence.role == "place":
        return _plain(place(reading, evidence)).capitalize()
    role = "Found" if evidence.role == "proof" else "About"
    return f"{role}: {lines_of(reading, evidence)}, {evidence.where}: {_plain(quoted(evidence.text, QUOTE))}"


def _plain(text: str) -> str:
    """Words as words: no mark-up of theirs takes effect, no name in them is notified."""
    return _SPECIAL.sub(r"\\\1", folded(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\@", "@\u200b")
