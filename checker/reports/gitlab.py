"""GitLab Code Quality: a JSON list of findings with stable, unique fingerprints."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from checker.reports.telling import in_full
from checker.types import Outcome, ReleaseReport, RunReport

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def render(report: RunReport) -> str:
    """Unread releases and findings, accepted ones as `info` with their reason; an empty list when there are none."""
    issues = [_unread(r) for r in report.releases if r.failure]
    issues += [_issue(r, o) for r in report.releases for o in r.outcomes if o.is_finding or o.waiver]
    return json.dumps(_told_apart(issues), ensure_ascii=False, indent=2) + "\n"


def _issue(release: ReleaseReport, outcome: Outcome) -> dict[str, Any]:
    begin = end = 1
    if release.reading and outcome.evidence:
        begin = release.reading.release.position(outcome.evidence[0].start)[0]
        end = release.reading.release.position(outcome.evidence[0].end)[0]
    return {
        "description": f"{outcome.rule}: {in_full(outcome)}",
        "check_name": outcome.rule,
        "fingerprint": _fingerprint(release.source, outcome.rule, outcome.fingerprint),
        "severity": "info" if outcome.waiver else _SEVERITY[outcome.severity or "note"],
        "location": {"path": release.source, "lines": {"begin": begin, "end": end}},
    }


def _told_apart(issues: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A fingerprint that stands twice, as when a file is named twice, is counted: GitLab drops the second otherwise."""
    seen: Counter[str] = Counter()
    for issue in issues:
        fingerprint = issue["fingerprint"]
        seen[fingerprint] += 1
        if seen[fingerprint] > 1:
            issue["fingerprint"] = _fingerprint(fingerprint, str(seen[fingerprint]))
    return issues


def _unread(release: ReleaseReport) -> dict[str, Any]:
    failure = release.failure
    kind, message = (failure.kind, failure.message) if failure else ("unread", "")
    return {
        "description": f"{kind}: {message}",
        "check_name": kind,
        "fingerprint": _fingerprint(release.source, kind, ""),
        "severity": "blocker",
        "location": {"path": release.source, "lines": {"begin": 1, "end": 1}},
    }


def _fingerprint(*parts: str) -> str:
    """Unique in the list: the path is part of it, since two releases may share a name and a gap."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
