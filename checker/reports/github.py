"""GitHub annotations: workflow commands on standard output, the gravest first, because ten are shown."""

from __future__ import annotations

from checker.reports.telling import in_full
from checker.types import Outcome, ReleaseReport, RunReport

_LEVEL = {"error": "error", "warning": "warning", "note": "notice"}
_ORDER = {"error": 0, "warning": 1, "note": 2}


def render(report: RunReport) -> str:
    """One line an unread release, a finding, and last an accepted finding, which is a notice with its reason.

    Text of the release cannot end a line or start a command.
    """
    lines = [
        f"::error file={_property(r.source)},title={_property('safeharbor: ' + r.failure.kind)}::"
        f"{_message(r.failure.message)}"
        for r in report.releases
        if r.failure
    ]
    findings = [(r, o) for r in report.releases for o in r.outcomes if o.is_finding or o.waiver]
    findings.sort(key=lambda found: (found[1].waiver is not None, _ORDER[found[1].severity or "note"]))
    lines += [_annotation(release, outcome) for release, outcome in findings]
    return "".join(line + "\n" for line in lines)


def _annotation(release: ReleaseReport, outcome: Outcome) -> str:
    where = {"file": release.source, **_region(release, outcome), "title": f"{outcome.rule}: {outcome.title}"}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    level = "notice" if outcome.waiver else _LEVEL[outcome.severity or "note"]
    return f"::{level} {properties}::{_message(in_full(outcome))}"


def _region(release: ReleaseReport, outcome: Outcome) -> dict[str, int]:
    """Columns only when the words stand on one line: the runner refuses them otherwise."""
    if not release.reading or not outcome.evidence:
        return {"line": 1}
    first = outcome.evidence[0]
    line, column = release.reading.release.position(first.start)
    end_line, end_column = release.reading.release.position(first.end)
    if line != end_line:
        return {"line": line, "endLine": end_line}
    return {"line": line, "endLine": end_line, "col": column, "endColumn": end_column}


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
