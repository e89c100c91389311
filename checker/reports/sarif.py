"""SARIF 2.1.0: findings for code-scanning views. Offsets are Unicode code points of the text that `extract` prints.

Every outcome is a result: findings with kind `fail` and a level; met, review, not-applicable and not-evaluated with
their own kind and level `none`, so that nothing passes silently.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from checker.types import Evidence, Outcome, Reading, ReleaseReport, RuleInfo, RunReport

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
STATUTE_PAGE = "https://www.law.cornell.edu/uscode/text/15/78u-5"
KINDS = {
    "met": "pass",
    "weak": "fail",
    "missing": "fail",
    "defect": "fail",
    "waived": "fail",
    "review": "review",
    "not-applicable": "notApplicable",
    "not-evaluated": "open",
}
TAXONOMY = "authorities"


def render(report: RunReport) -> str:
    """One SARIF log with one run. Deterministic: the same report gives the same bytes."""
    taxa = sorted({subsection for rule in report.rules for subsection in _subsections(rule)})
    run = {
        "tool": {"driver": _driver(report, taxa)},
        "automationDetails": {"id": f"safeharbor/{report.profile}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder the check was started in."}}},
        "artifacts": [_artifact(r) for r in report.releases],
        "taxonomies": [_taxonomy(taxa)],
        "invocations": [_invocation(report)],
        "results": [x for i, r in enumerate(report.releases) for x in _results(r, i, report)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _driver(report: RunReport, taxa: list[str]) -> dict[str, Any]:
    return {
        "name": "safeharbor",
        "version": report.tool_version,
        "semanticVersion": report.tool_version,
        "properties": {
            "rulesVersion": report.rules_version,
            "rulesSha256": report.rules_sha256,
            "settingsSha256": report.settings_sha256,
            "models": [{"name": m.name, "version": m.version, "sha256": m.sha256} for m in report.models],
        },
        "rules": [_rule(rule, taxa) for rule in report.rules],
    }


def _rule(rule: RuleInfo, taxa: list[str]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}. Authority: {rule.authority.tier}, {rule.authority.source}."},
        "help": {"text": rule.page.strip(), "markdown": f"```text\n{rule.page.strip()}\n```"},
        "helpUri": STATUTE_PAGE,
        "defaultConfiguration": {"enabled": rule.severity is not None, "level": rule.severity or "none"},
        "properties": {"tags": [rule.authority.tier]},
    }
    targets = [
        {"target": {"id": s, "index": taxa.index(s), "toolComponent": {"name": TAXONOMY, "index": 0}},
         "kinds": ["relevant"]}
        for s in _subsections(rule)
    ]  # fmt: skip
    return {**described, "relationships": targets} if targets else described


def _subsections(rule: RuleInfo) -> list[str]:
    """The subsections of 15 U.S.C. that a rule's authority names."""
    return re.findall(r"7[78][a-z]-\d(?:\([a-zA-Z0-9]+\))*", rule.authority.source)


def _taxonomy(taxa: list[str]) -> dict[str, Any]:
    return {
        "name": TAXONOMY,
        "organization": "United States Code",
        "shortDescription": {"text": "Subsections of 15 U.S.C. that the rules rest on."},
        "taxa": [{"id": t, "name": f"15 U.S.C. {t}", "shortDescription": {"text": f"15 U.S.C. {t}"}} for t in taxa],
    }


def _invocation(report: RunReport) -> dict[str, Any]:
    unread = [r for r in report.releases if r.failure]
    notes = [
        {
            "level": "error",
            "descriptor": {"id": r.failure.kind},
            "message": {"text": r.failure.message},
            "locations": [{"physicalLocation": {"artifactLocation": _location(r.source, i)}}],
        }
        for i, r in enumerate(report.releases)
        if r.failure
    ]
    invocation: dict[str, Any] = {"executionSuccessful": not unread}
    return {**invocation, "toolExecutionNotifications": notes} if notes else invocation


def _artifact(release: ReleaseReport) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": _location(release.source)}
    if release.sha256:
        artifact["hashes"] = {"sha-256": release.sha256}
    return artifact


def _location(source: str, index: int | None = None) -> dict[str, Any]:
    path = PurePath(source)
    uri = quote(path.as_posix())
    where: dict[str, Any] = {"uri": f"file://{uri}"} if path.is_absolute() else {"uri": uri, "uriBaseId": "%SRCROOT%"}
    return where if index is None else {**where, "index": index}


def _results(release: ReleaseReport, index: int, report: RunReport) -> Iterator[dict[str, Any]]:
    if not release.reading:
        return
    order = {rule.id: i for i, rule in enumerate(report.rules)}
    for outcome in release.outcomes:
        yield _result(release, index, outcome, order[outcome.rule], release.reading)


def _result(release: ReleaseReport, index: int, outcome: Outcome, rule_index: int, reading: Reading) -> dict[str, Any]:
    text = ". ".join(part for part in (outcome.message, outcome.reason, outcome.advice) if part)
    main = [e for e in outcome.evidence if e.role != "related"]
    related = [e for e in outcome.evidence if e.role == "related"]
    kind = KINDS[outcome.status]
    result: dict[str, Any] = {
        "ruleId": outcome.rule,
        "ruleIndex": rule_index,
        "kind": kind,
        "level": outcome.severity if kind == "fail" and outcome.severity else "none",
        "message": {"text": text or outcome.title},
        "locations": [_place(release.source, index, e, reading) for e in main[:1]]
        or [{"physicalLocation": {"artifactLocation": _location(release.source, index)}}],
        "properties": {"status": outcome.status, "authority": outcome.authority.tier},
    }
    others = [{**_place(release.source, index, e, reading), "id": n} for n, e in enumerate((*main[1:], *related), 1)]
    if others:
        result["relatedLocations"] = others
    if outcome.fingerprint:
        line = reading.release.position(main[0].start)[0] if main else 1
        result["partialFingerprints"] = {
            "safeharbor/v1": outcome.fingerprint,
            "primaryLocationLineHash": f"{outcome.fingerprint[:16]}:{line}",
        }
    if outcome.confidence is not None:
        result["rank"] = round(100 * outcome.confidence, 2)
    return result


def _place(source: str, index: int, evidence: Evidence, reading: Reading) -> dict[str, Any]:
    line, column = reading.release.position(evidence.start)
    end_line, end_column = reading.release.position(evidence.end)
    region: dict[str, Any] = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": evidence.start,
        "charLength": evidence.end - evidence.start,
    }
    if evidence.text:
        region["snippet"] = {"text": evidence.text}
    return {
        "physicalLocation": {"artifactLocation": _location(source, index), "region": region},
        "message": {"text": f"{evidence.role} ({evidence.where})"},
    }
