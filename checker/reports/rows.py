"""CSV and JSON lines: one row an outcome, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
import json

from checker.reports.telling import accepted
from checker.types import Outcome, ReleaseReport, RunReport

COLUMNS = (
    "path", "sha256", "verdict", "rule", "status", "severity", "authority", "message", "reason", "advice",
    "line", "where", "evidence", "confidence", "fingerprint", "accepted",
)  # fmt: skip


def render_csv(report: RunReport) -> str:
    """RFC 4180 with a header. Cells that a spreadsheet would run as a formula are quoted with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(report):
        writer.writerow([_harmless(row[column]) for column in COLUMNS])
    return out.getvalue()


def render_jsonl(report: RunReport) -> str:
    """One JSON object a line, the same columns."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(report))


def _rows(report: RunReport) -> list[dict[str, object]]:
    return [row for release in report.releases for row in _rows_of(release)]


def _rows_of(release: ReleaseReport) -> list[dict[str, object]]:
    head = {"path": release.source, "sha256": release.sha256, "verdict": release.verdict}
    if release.failure:
        failed = {"rule": "", "status": release.failure.kind, "message": release.failure.message}
        return [{**dict.fromkeys(COLUMNS, ""), **head, **failed}]
    return [{**head, **_cells(release, outcome)} for outcome in release.outcomes]


def _cells(release: ReleaseReport, outcome: Outcome) -> dict[str, object]:
    first = outcome.evidence[0] if outcome.evidence else None
    line = release.reading.release.position(first.start)[0] if first and release.reading else ""
    return {
        "rule": outcome.rule,
        "status": outcome.status,
        "severity": outcome.severity or "",
        "authority": outcome.authority.tier,
        "message": outcome.message,
        "reason": outcome.reason,
        "advice": outcome.advice,
        "line": line,
        "where": first.where if first else "",
        "evidence": " … ".join(" ".join(e.text.split()) for e in outcome.evidence if e.text),
        "confidence": "" if outcome.confidence is None else round(outcome.confidence, 4),
        "fingerprint": outcome.fingerprint,
        "accepted": accepted(outcome.waiver) if outcome.waiver else "",
    }


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell
