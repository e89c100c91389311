"""GitLab Code Quality: a JSON list of findings with stable, unique fingerprints."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from checker.types import Outcome, ReleaseReport, RunReport

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def render(report: RunReport) -> str:
    """Findings and unread releases; an empty list when there are none."""
    issues = [_unread(r) for r in report.releases if r.failure]
    issues += [_issue(r, o) for r in report.releases for o in r.outcomes if o.is_finding and o.severity]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(release: ReleaseReport, outcome: Outcome) -> dict[str, Any]:
    begin = end = 1
    if release.reading and outcome.evidence:
        begin = release.reading.release.position(outcome.evidence[0].start)[0]
        end = release.reading.release.position(outcome.evidence[0].end)[0]
    return {
        "description": f"{outcome.rule}: {outcome.message}. {outcome.advice}".strip(),
        "check_name": outcome.rule,
        "fingerprint": _fingerprint(release.source, outcome.rule, outcome.fingerprint),
        "severity": _SEVERITY[outcome.severity or "note"],
        "location": {"path": release.source, "lines": {"begin": begin, "end": end}},
    }


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
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
