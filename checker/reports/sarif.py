"""SARIF 2.1.0: findings for code-scanning views. Offsets are Unicode code points of the text that `extract` prints.

Results are what a person should see: findings (kind `fail`), points to judge (kind `review`, level `none`) and accepted
findings (with `suppressions`). What was met, does not apply or was not evaluated stands in the properties of the
artifact, so that nothing passes silently: GitHub makes an alert of every result, whatever its kind.
"""

from __future__ import annotations

import json
import re
from typing import Any

from checker.reports.sarif_results import location, results
from checker.reports.telling import rules_of
from checker.types import Outcome, ReleaseReport, RuleInfo, RunReport

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
STATUTE_PAGES = {
    "77z-2": "https://www.law.cornell.edu/uscode/text/15/77z-2",
    "78u-5": "https://www.law.cornell.edu/uscode/text/15/78u-5",
}
TAXONOMY = "authorities"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: RunReport) -> str:
    """One SARIF log with one run. Deterministic: the same report gives the same bytes.

    Lone surrogates, which a file name may hold and UTF-8 cannot, become U+FFFD.
    """
    rules = rules_of(report)
    artifacts, index = _artifacts(report)
    taxa = sorted({subsection for rule in rules for subsection in _subsections(rule)})
    run = {
        "tool": {"driver": _driver(report, rules, taxa)},
        "automationDetails": {"id": f"safeharbor/{report.profile}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder the check was started in."}}},
        "artifacts": artifacts,
        "taxonomies": [_taxonomy(taxa)],
        "invocations": [_invocation(report, index)],
        "results": results(report, {rule.id: n for n, rule in enumerate(rules)}, index),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return _LONE_SURROGATE.sub("\ufffd", json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _driver(report: RunReport, rules: tuple[RuleInfo, ...], taxa: list[str]) -> dict[str, Any]:
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
        "supportedTaxonomies": [{"name": TAXONOMY, "index": 0}],
        "rules": [_rule(rule, taxa) for rule in rules],
    }


def _rule(rule: RuleInfo, taxa: list[str]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}. Authority: {rule.authority.tier}, {rule.authority.source}."},
        "help": {"text": rule.page.strip(), "markdown": f"```text\n{rule.page.strip()}\n```"},
        "helpUri": _page(rule),
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


def _page(rule: RuleInfo) -> str:
    """The section of the Code that the authority names first; 15 U.S.C. 78u-5 for rules that rest on something else."""
    named = (_subsections(rule) or ["78u-5"])[0].partition("(")[0]
    return STATUTE_PAGES.get(named, STATUTE_PAGES["78u-5"])


def _taxonomy(taxa: list[str]) -> dict[str, Any]:
    return {
        "name": TAXONOMY,
        "organization": "United States Code",
        "informationUri": STATUTE_PAGES["78u-5"],
        "isComprehensive": False,
        "shortDescription": {"text": "Subsections of 15 U.S.C. that the rules rest on."},
        "taxa": [{"id": t, "name": f"15 U.S.C. {t}", "shortDescription": {"text": f"15 U.S.C. {t}"}} for t in taxa],
    }


def _invocation(report: RunReport, index: list[int]) -> dict[str, Any]:
    unread = [r for r in report.releases if r.failure]
    notes = [
        {
            "level": "error",
            "descriptor": {"id": r.failure.kind},
            "message": {"text": f"{r.source}: {r.failure.message}"},
            "locations": [{"physicalLocation": {"artifactLocation": location(r.source, index[i])}}],
        }
        for i, r in enumerate(report.releases)
        if r.failure
    ]
    invocation: dict[str, Any] = {"executionSuccessful": not unread}
    return {**invocation, "toolExecutionNotifications": notes} if notes else invocation


def _artifacts(report: RunReport) -> tuple[list[dict[str, Any]], list[int]]:
    """The files, each once though it be named twice, and for each release the index of its file."""
    artifacts: list[dict[str, Any]] = []
    index: list[int] = []
    seen: dict[str, int] = {}
    for release in report.releases:
        artifact = _artifact(release)
        at = seen.setdefault(json.dumps(artifact), len(artifacts))
        if at == len(artifacts):
            artifacts.append(artifact)
        index.append(at)
    return artifacts, index


def _artifact(release: ReleaseReport) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": location(release.source), "properties": _aside(release)}
    if release.sha256:
        artifact["hashes"] = {"sha-256": release.sha256}
    return artifact


def _aside(release: ReleaseReport) -> dict[str, Any]:
    """The verdict, and the outcomes that are no results."""

    def of(status: str) -> list[Outcome]:
        return [o for o in release.outcomes if o.status == status]

    return {
        "verdict": release.verdict,
        "met": [o.rule for o in of("met")],
        "notApplicable": [{"rule": o.rule, "reason": o.reason} for o in of("not-applicable")],
        "notEvaluated": [{"rule": o.rule, "reason": o.reason} for o in of("not-evaluated")],
    }
