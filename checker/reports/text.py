"""The report for a person: what was not found, where, why it matters, what to write; then what was found.

Findings stand first, the gravest on top. Words of the release are quoted with their line, cleaned by `words.folded`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field

from checker.records import dataclass
from checker.replacing import applied, diff_lines, fixes_of
from checker.reports.edits import fix_told
from checker.reports.reasons import reasons_of
from checker.reports.redline import redline_lines
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
    was,
    what_was_read,
    why,
)
from checker.reports.words import clean, counted, folded, quoted, shortened, wrapped
from checker.types import Evidence, Outcome, Reading, ReleaseReport, RunReport

MANY = 5
"""From more releases than this, one release shows its warnings and errors only, unless asked for all."""

QUOTE = 240
PASSAGES = 4
"""Characters and number of quoted passages under a finding; `verbose` lifts both."""

_COLOURS = {"error": "31;1", "warning": "33;1", "note": "36", "review": "35;1"}
_VERDICT_COLOURS = {"unchecked": "31;1", "incomplete": "31;1", "review": "35;1", "complete": "32;1"}


@dataclass(frozen=True, slots=True)
class _Page:
    """How to write, and about which run."""

    profile: str
    color: bool
    verbose: bool
    brief: bool
    width: int
    diff: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)

    def painted(self, text: str, colour: str | None) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.color and colour else text


def render(
    report: RunReport, *, color: bool = False, verbose: bool = False, diff: bool = False, width: int = 100
) -> str:
    """The report as lines of at most `width` characters (paths are never cut). Colour codes only when asked for."""
    brief = len(report.releases) > MANY and not verbose
    page = _Page(
        profile=report.profile,
        color=color,
        verbose=verbose,
        brief=brief,
        width=max(width, 40),
        diff=diff,
        reasons=reasons_of(report),
    )
    parts = [_release(release, page) for release in report.releases] or [["No release was checked."]]
    if len(report.releases) > 1:
        parts.append(_table(report, page))
    parts.append([LAST_LINE])
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _release(release: ReleaseReport, page: _Page) -> list[str]:
    name = page.painted(VERDICTS[release.verdict][0], _VERDICT_COLOURS.get(release.verdict))
    lines = [f"{folded(release.source)}: {name} ({meaning(release)})"]
    if release.failure:
        return [*lines, *wrapped(folded(release.failure.message), page.width, 2, 2)]
    if not release.reading:
        return lines
    lines += _summary(release.reading, release.outcomes, page)
    lines += _points(release.reading, release.outcomes, page)
    if page.diff:
        lines += _diff(release, release.reading)
    if release.reading.comparison:
        lines += redline_lines(release.reading, release.reading.comparison, page.width)
    lines += _accepted(release.outcomes, page)
    if release.verdict == "nothing-to-disclaim":
        lines += _scanned(release.reading, release.outcomes, page)
    elif not page.brief:
        lines += [*_met(release.reading, release.outcomes, page), *_set_aside(release.outcomes, page)]
    return lines


def _summary(reading: Reading, outcomes: Sequence[Outcome], page: _Page) -> list[str]:
    """What is wrong by name, for the reader who reads no further; then what was read."""
    lines: list[str] = []
    for severity in ("error", "warning"):
        if named := [in_short(o) for o in by_gravity(outcomes) if o.severity == severity]:
            lines += wrapped(f"{counted(len(named), severity)}: {'; '.join(named)}", page.width, 2, 2)
    findings = Counter(o.severity for o in outcomes if o.is_finding)
    statuses = Counter(o.status for o in outcomes)
    parts = [] if lines else ["no error, no warning"]
    parts += [counted(findings["note"], "note")] if findings["note"] else []
    parts += [counted(statuses["waived"], "accepted finding")] if statuses["waived"] else []
    parts += [counted(statuses["review"], "point") + " for a person to judge"] if statuses["review"] else []
    parts += [counted(statuses["not-evaluated"], "rule") + " not evaluated"] if statuses["not-evaluated"] else []
    parts += [what_was_read(reading)]
    return lines + wrapped("; ".join([*parts, f"profile {folded(page.profile)}"]), page.width, 2)


# ── what counts against it ────────────────────────────────────────────────────────────────────────


def _points(reading: Reading, outcomes: Sequence[Outcome], page: _Page) -> list[str]:
    """Findings, the gravest first, then what a person is asked to judge."""
    findings = by_gravity(outcomes)
    shown = [o for o in findings if not (page.brief and o.severity == "note")]
    shown += [o for o in outcomes if o.status == "review"]
    lines = [line for outcome in shown for line in ("", *_point(reading, outcome, page))]
    if hidden := sum(page.brief and o.severity == "note" for o in findings):
        lines += ["", f"  …and {counted(hidden, 'note')}; --verbose shows {'it' if hidden == 1 else 'them'}"]
    return lines


def _point(reading: Reading, outcome: Outcome, page: _Page) -> list[str]:
    label = outcome.severity or outcome.status
    head = wrapped(f"{label.upper():7}  {headline(outcome)} [{folded(outcome.rule)}]", page.width, 2, 9)
    head[0] = head[0].replace(label.upper(), page.painted(label.upper(), _COLOURS.get(label)), 1)
    lines = [*head]
    limit = len(outcome.evidence) if page.verbose else PASSAGES
    for evidence in outcome.evidence[:limit]:
        lines += wrapped(_where(reading, evidence, page), page.width, 11, 7)
    if (left := len(outcome.evidence) - limit) > 0:
        lines += wrapped(f"…and {counted(left, 'passage')} more; --verbose shows them", page.width, 11)
    lines += wrapped(f"Why: {why(outcome, page.reasons)}", page.width, 11, 5)
    lines += wrapped(f"Advice: {folded(outcome.advice)}", page.width, 11, 8) if outcome.advice else []
    return lines + [line for fix in outcome.fix for line in wrapped(fix_told(reading, fix), page.width, 11, 5)]


def _diff(release: ReleaseReport, reading: Reading) -> list[str]:
    """What `--fix` would change, as a unified diff; lines are not wrapped, because they may be read by a program."""
    text = reading.release.text
    lines = diff_lines(text, applied(text, fixes_of(release)), folded(release.source))
    return ["", *(clean(line) for line in lines)] if lines else ["", "  No fix is certain; nothing would change."]


def _where(reading: Reading, evidence: Evidence, page: _Page) -> str:
    if evidence.role == "place":
        return f"Where: {place(reading, evidence)}"
    lead = "About" if evidence.role == "related" else "Found"
    words = quoted(evidence.text, None if page.verbose else QUOTE)
    return f"{lead}: {lines_of(reading, evidence)}, {evidence.where}: {words}"


def _accepted(outcomes: Sequence[Outcome], page: _Page) -> list[str]:
    """Findings that do not count, each with the reason."""
    waived = sorted((o for o in outcomes if o.waiver), key=gravity)
    lines = ["", "  Accepted: these findings do not count"] if waived else []
    for outcome in waived:
        told = f"{headline(outcome)} ({was(outcome)}) [{folded(outcome.rule)}]"
        lines += wrapped(told, page.width, 4, 2)
        lines += wrapped(accepted(outcome.waiver), page.width, 8, 2) if outcome.waiver else []
    return lines


# ── what was found, and what was not judged ───────────────────────────────────────────────────────


def _met(reading: Reading, outcomes: Sequence[Outcome], page: _Page) -> list[str]:
    met = [o for o in outcomes if o.status == "met"]
    found = [o for o in met if o.evidence]
    column = min(max((len(folded(o.title)) for o in found), default=0), page.width * 2 // 5)
    lines = ["", "  Found"] if found else []
    for outcome in found:
        first, more = outcome.evidence[0], len(outcome.evidence) - 1
        head = f"    {shortened(folded(outcome.title), column):{column}}  {lines_of(reading, first):>12}  "
        tail = f" (+{more})" if more else ""
        lines.append(head + quoted(first.text, max(page.width - len(head) - len(tail), 12)) + tail)
    if clear := [folded(o.title) for o in met if not o.evidence]:
        lines += ["", "  Looked for, none found", *wrapped("; ".join(clear), page.width, 4, 2)]
    return lines


def _set_aside(outcomes: Sequence[Outcome], page: _Page) -> list[str]:
    lines: list[str] = []
    for status, heading in (("not-applicable", "Not applicable"), ("not-evaluated", "Not evaluated")):
        grouped: dict[str, list[str]] = {}
        for outcome in outcomes:
            if outcome.status == status:
                grouped.setdefault(folded(outcome.reason), []).append(folded(outcome.title))
        lines += ["", f"  {heading}"] if grouped else []
        for reason, titles in grouped.items():
            lines += wrapped(f"{reason}: {'; '.join(titles)}", page.width, 4, 2)
    return lines


def _scanned(reading: Reading, outcomes: Sequence[Outcome], page: _Page) -> list[str]:
    """A release that passes because nothing was found says what was looked at."""
    reasons = Counter(folded(o.reason) for o in outcomes if o.reason)
    said = [f"{reason} ({counted(number, 'rule')})" for reason, number in reasons.items()]
    said = said or [f"{counted(len(reading.release.sentences), 'sentence')} scanned"]
    return [line for text in said for line in wrapped(text, page.width, 2, 2)]


# ── all releases together ─────────────────────────────────────────────────────────────────────────


def _table(report: RunReport, page: _Page) -> list[str]:
    """Counts by verdict, and the rules with most findings."""
    verdicts = Counter(release.verdict for release in report.releases)
    lines = [counted(len(report.releases), "release")]
    lines += [
        f"  {verdicts[v]:5}  {page.painted(VERDICTS[v][0], _VERDICT_COLOURS.get(v))}" for v in VERDICTS if verdicts[v]
    ]
    findings = Counter(
        (SEVERITIES.index(o.severity or "note"), folded(o.rule), folded(o.title))
        for release in report.releases
        for o in release.outcomes
        if o.is_finding
    )
    ranked = sorted(findings.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    lines += ["Findings by rule, in how many releases"] if ranked else []
    for (severity, rule, title), number in ranked:
        lines += wrapped(f"{number:5}  {SEVERITIES[severity]:7}  {rule}: {title}", page.width, 2, 16)
    return lines
