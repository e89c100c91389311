"""The audit record of a run: digests of all that went in and all that came out, and a comparison with a later run.

Pure: the caller gives the time (from `SOURCE_DATE_EPOCH` when it is set) and writes the file.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from checker.errors import ConfigError
from checker.types import Acceptance, Outcome, ReleaseReport, RunReport

VERSION = 1
_KIND = "safeharbor audit record"
_SHOWN = {
    "tool": "tool version",
    "rules": "rules",
    "models": "models",
    "profile": "profile",
    "settings_sha256": "settings",
    "fail_on": "fail-on",
}


def audit_record(report: RunReport, now: datetime | None) -> dict[str, Any]:
    """What was checked, with what, and what came of it. `now` None leaves the time out."""
    return {
        "record": _KIND,
        "version": VERSION,
        "time": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if now else None,
        "tool": {"name": "safeharbor", "version": report.tool_version},
        "rules": {"version": report.rules_version, "sha256": report.rules_sha256},
        "models": sorted(
            ({"name": m.name, "version": m.version, "sha256": m.sha256} for m in report.models),
            key=lambda m: (m["name"], m["version"], m["sha256"]),
        ),
        "profile": report.profile,
        "settings_sha256": report.settings_sha256,
        "fail_on": report.fail_on,
        "documents": [_document(release) for release in report.releases],
    }


def _document(release: ReleaseReport) -> dict[str, Any]:
    return {
        "path": release.source,
        "sha256": release.sha256,
        "verdict": release.verdict,
        "error": release.failure.kind if release.failure else None,
        "outcomes": len(release.outcomes),
        "outcomes_sha256": outcomes_sha256(release.outcomes),
        "waivers": [_waiver(o, o.waiver) for o in release.outcomes if o.waiver],
    }


def outcomes_sha256(outcomes: tuple[Outcome, ...]) -> str:
    """A digest of rule, status, severity and fingerprint of each outcome, in order."""
    rows = [[o.rule, o.status, o.severity, o.fingerprint] for o in outcomes]
    return hashlib.sha256(json.dumps(rows, separators=(",", ":")).encode()).hexdigest()


def _waiver(outcome: Outcome, waiver: Acceptance) -> dict[str, Any]:
    return {
        "rule": outcome.rule,
        "fingerprint": outcome.fingerprint,
        "kind": waiver.kind,
        "status": waiver.status,
        "reason": waiver.reason,
        "approver": waiver.approver,
        "ticket": waiver.ticket,
        "created": waiver.created.isoformat() if waiver.created else None,
        "expires": waiver.expires.isoformat() if waiver.expires else None,
    }


def record_text(record: Mapping[str, Any]) -> str:
    """The record as JSON: the same record gives the same bytes, whatever its texts hold."""
    return json.dumps(record, ensure_ascii=True, indent=2) + "\n"


def recorded_day(record: Mapping[str, Any]) -> date | None:
    """The day of the recorded run: the clock by which a run to compare should judge waivers."""
    time = record.get("time")
    try:
        return date.fromisoformat(time[:10]) if isinstance(time, str) else None
    except ValueError:
        return None


def parse_record(data: object, file: str) -> dict[str, Any]:
    """The record read from JSON. Raises ConfigError when it is not one."""
    if not isinstance(data, dict) or data.get("record") != _KIND:
        raise ConfigError(f"{file}: not an audit record")
    if data.get("version") != VERSION:
        raise ConfigError(f"{file}: audit record version {data.get('version')!r} is not {VERSION}")
    rows = data.get("documents")
    if not isinstance(rows, list) or not all(isinstance(r, dict) and isinstance(r.get("path"), str) for r in rows):
        raise ConfigError(f"{file}: the audit record lists no documents")
    return data


def verify(record: Mapping[str, Any], report: RunReport) -> list[str]:
    """What differs between a record and a run, a line each; empty when nothing does. The time is not compared."""
    current = audit_record(report, None)
    differences = [
        f"{shown}: recorded {_brief(record.get(key))}, now {_brief(current[key])}"
        for key, shown in _SHOWN.items()
        if record.get(key) != current[key]
    ]
    then, now = _by_path(record["documents"]), _by_path(current["documents"])
    differences += [f"{_name(key)}: recorded, not checked now" for key in then if key not in now]
    differences += [f"{_name(key)}: checked now, not recorded" for key in now if key not in then]
    for key in then:
        if key in now:
            differences += _compare(_name(key), then[key], now[key])
    return differences


def _compare(name: str, then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    shown = {"sha256": "document", "verdict": "verdict", "error": "error", "outcomes": "number of outcomes",
             "outcomes_sha256": "outcomes"}  # fmt: skip
    lines = [
        f"{name}: {what}: recorded {_brief(then.get(key))}, now {_brief(now[key])}"
        for key, what in shown.items()
        if then.get(key) != now[key]
    ]
    if then.get("waivers") != now["waivers"]:
        lines.append(f"{name}: waivers: recorded {_rules(then.get('waivers'))}, now {_rules(now['waivers'])}")
    return lines


def _by_path(rows: list[dict[str, Any]]) -> dict[tuple[str, int], dict[str, Any]]:
    """By path, and by turn where a path was named twice."""
    keyed: dict[tuple[str, int], dict[str, Any]] = {}
    turns: Counter[str] = Counter()
    for row in rows:
        keyed[row["path"], turns[row["path"]]] = row
        turns[row["path"]] += 1
    return keyed


def _name(key: tuple[str, int]) -> str:
    return key[0] if key[1] == 0 else f"{key[0]} ({key[1] + 1})"


def _rules(waivers: object) -> str:
    if not isinstance(waivers, list) or not waivers:
        return "none"
    rows = [w if isinstance(w, dict) else {} for w in waivers]
    return ", ".join(f"{w.get('rule')} ({w.get('kind')}, until {w.get('expires') or 'no date'})" for w in rows)


def _brief(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, sort_keys=True)
