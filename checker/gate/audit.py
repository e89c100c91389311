"""The audit record of a run: digests of all that went in and all that came out, and a comparison with a later run.

Pure: the caller gives the time (from `SOURCE_DATE_EPOCH` when it is set) and writes the file.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from datetime import UTC, date, datetime
from typing import Any

from checker.errors import ConfigError
from checker.records import dataclass
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What was asked for, so that the run can be repeated, and what it came to.

    given     the settings that the command line stated, under the names that a configuration file uses.
    config    the configuration file in force, None when there was none.
    settings  every setting in force, in plain form.
    digests   "waivers" and "baseline" → SHA-256 of the file, where one was in force.
    today     the day by which waivers were judged.
    stdin     what standard input was called, None when it was not read.
    """

    given: Mapping[str, Any] = field(default_factory=dict)
    config: str | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    release_date: date | None = None
    stdin: str | None = None


def audit_record(report: RunReport, now: datetime | None, asked: Asked | None = None) -> dict[str, Any]:
    """What was checked, with what, and what came of it. `now` None leaves the time out."""
    return {
        "record": _KIND,
        "version": VERSION,
        "time": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if now else None,
        "asked": _asked(asked or Asked()),
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


def _asked(asked: Asked) -> dict[str, Any]:
    return {
        "today": asked.today.isoformat() if asked.today else None,
        "release_date": asked.release_date.isoformat() if asked.release_date else None,
        "stdin": asked.stdin,
        "config": asked.config,
        "command_line": dict(asked.given),
        "settings": dict(asked.settings),
        "waivers_sha256": asked.digests.get("waivers"),
        "baseline_sha256": asked.digests.get("baseline"),
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


def recorded_request(record: Mapping[str, Any], file: str) -> Asked:
    """What to ask for to repeat the recorded run. Raises ConfigError when the record does not tell.

    The day is that of the recorded run: the clock by which a repetition should judge waivers.
    """
    asked = record.get("asked")
    try:
        if not isinstance(asked, dict) or not isinstance(asked["command_line"], dict):
            raise TypeError
        texts = {key: _text_or_none(asked[key]) for key in ("config", "stdin")}
        days = {key: _day_or_none(asked[key]) for key in ("today", "release_date")}
    except (KeyError, TypeError, ValueError) as error:
        raise ConfigError(f"{file}: the audit record does not tell what was asked for") from error
    return Asked(given=asked["command_line"], **texts, **days)


def _text_or_none(value: object) -> Any:
    if value is not None and not isinstance(value, str):
        raise TypeError
    return value


def _day_or_none(value: object) -> Any:
    return None if value is None else date.fromisoformat(str(value))


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


def verify(record: Mapping[str, Any], report: RunReport, asked: Asked | None = None) -> list[str]:
    """What differs between a record and a run, a line each; empty when nothing does. The time is not compared.

    With what is `asked` now, settings are compared one by one, and the files of the gate by digest.
    """
    current = audit_record(report, None, asked)
    differences = [
        f"{shown}: recorded {_brief(record.get(key))}, now {_brief(current[key])}"
        for key, shown in _SHOWN.items()
        if record.get(key) != current[key]
    ]
    if asked is not None:
        differences += _compare_asked(record.get("asked", {}), current["asked"])
    then, now = _by_path(record["documents"]), _by_path(current["documents"])
    differences += [f"{_name(key)}: recorded, not checked now" for key in then if key not in now]
    differences += [f"{_name(key)}: checked now, not recorded" for key in now if key not in then]
    for key in then:
        if key in now:
            differences += _compare(_name(key), then[key], now[key])
    return differences


def _compare_asked(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    before, after = then.get("settings"), now["settings"]
    before = before if isinstance(before, dict) else {}
    pairs = [(f"setting {key}", before.get(key), after.get(key)) for key in {**before, **after}]
    pairs += [(f"{key} file", then.get(f"{key}_sha256"), now[f"{key}_sha256"]) for key in ("waivers", "baseline")]
    return [f"{name}: recorded {_brief(a)}, now {_brief(b)}" for name, a, b in pairs if a != b]


def _compare(name: str, then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    if now["error"] and not then.get("error"):
        # Nothing can be compared with what is not there: one line, not one for each thing that is missing.
        return [f"{name}: was checked when recorded, cannot be checked now ({now['error']})"]
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
