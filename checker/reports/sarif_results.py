"""The results of a SARIF run, with their places, fingerprints and suppressions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from checker.reports.telling import accepted
from checker.types import Evidence, Outcome, Reading, ReleaseReport, RunReport

_ROLES = {"proof": "found here", "place": "would stand here", "related": "what it is about"}
"""What a passage is to a finding, for a reader who sees nothing else of it."""


def results(report: RunReport, order: Mapping[str, int], index: Sequence[int]) -> list[dict[str, Any]]:
    """One result for each finding, point to judge and accepted finding.

    `order` is the index of each rule, `index` that of each release's file among the artifacts.

    `baselineState` is told when the run knows a baseline: SARIF wants it on every result or on none.
    """
    outcomes = [o for release in report.releases for o in release.outcomes]
    baselined = any(o.waiver and o.waiver.kind == "baseline" for o in outcomes)
    return [x for i, r in enumerate(report.releases) for x in _of_release(r, index[i], order, baselined)]


def location(source: str, index: int | None = None) -> dict[str, Any]:
    """Where a file is: relative to the folder of the run, unless it was named by an absolute path."""
    path = PurePath(source)
    uri = quote(path.as_posix().encode("utf-8", "surrogatepass"))
    where: dict[str, Any] = {"uri": f"file://{uri}"} if path.is_absolute() else {"uri": uri, "uriBaseId": "%SRCROOT%"}
    return where if index is None else {**where, "index": index}


def _of_release(
    release: ReleaseReport, index: int, order: Mapping[str, int], baselined: bool
) -> Iterator[dict[str, Any]]:
    if not release.reading:
        return
    seen: Counter[str] = Counter()
    for outcome in release.outcomes:
        if outcome.is_finding or outcome.status in ("review", "waived"):
            seen[outcome.fingerprint] += 1
            yield {
                **_result(outcome, order[outcome.rule]),
                **_places(release.source, index, outcome, release.reading),
                **_fixes(release.source, index, outcome, release.reading),
                **_identity(outcome, seen[outcome.fingerprint], baselined),
            }


def _result(outcome: Outcome, rule_index: int) -> dict[str, Any]:
    text = ". ".join(part for part in (outcome.message, outcome.reason, outcome.advice) if part)
    result: dict[str, Any] = {
        "ruleId": outcome.rule,
        "ruleIndex": rule_index,
        "kind": "review" if outcome.status == "review" else "fail",
        "level": outcome.severity or "none",
        "message": {"text": text or outcome.title},
        "properties": {"status": outcome.status, "authority": outcome.authority.tier},
    }
    if outcome.confidence is not None:
        result["rank"] = round(100 * outcome.confidence, 2)
    return result


def _places(source: str, index: int, outcome: Outcome, reading: Reading) -> dict[str, Any]:
    """The first passage is the location, the others and the statements it is about are related.

    An outcome without a passage is about the whole file, and stands on its first line.
    """
    top = Evidence(start=0, end=0, text="", where="body", role="place")
    main = [e for e in outcome.evidence if e.role != "related"]
    related = [e for e in outcome.evidence if e.role == "related"]
    first, *others = main or [top]
    places: dict[str, Any] = {"locations": [_place(source, index, first, reading)]}
    if others or related:
        told = enumerate((*others, *related), 1)
        places["relatedLocations"] = [{"id": n, **_place(source, index, e, reading)} for n, e in told]
    return places


def _place(source: str, index: int, evidence: Evidence, reading: Reading) -> dict[str, Any]:
    region = _region(evidence.start, evidence.end, reading)
    if evidence.text:
        region["snippet"] = {"text": evidence.text}
    return {
        "physicalLocation": {"artifactLocation": location(source, index), "region": region},
        "message": {"text": f"{_ROLES[evidence.role]} ({evidence.where})"},
    }


def _region(start: int, end: int, reading: Reading) -> dict[str, Any]:
    line, column = reading.release.position(start)
    end_line, end_column = reading.release.position(end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": end - start,
    }


def _fixes(source: str, index: int, outcome: Outcome, reading: Reading) -> dict[str, Any]:
    """One fix that mends all of the outcome: its replacements belong together."""
    if not outcome.fix:
        return {}
    replacements = [
        {"deletedRegion": _region(f.start, f.end, reading), "insertedContent": {"text": f.text}} for f in outcome.fix
    ]
    change = {"artifactLocation": location(source, index), "replacements": replacements}
    return {"fixes": [{"description": {"text": f"{outcome.title}: write the valid form"}, "artifactChanges": [change]}]}


def _identity(outcome: Outcome, occurrence: int, baselined: bool) -> dict[str, Any]:
    """What tells this result from another run's, and why it may not count."""
    told: dict[str, Any] = {}
    if outcome.fingerprint:
        told["partialFingerprints"] = {
            "safeharbor/v1": outcome.fingerprint,
            "primaryLocationLineHash": f"{outcome.fingerprint[:16]}:{occurrence}",
        }
    if baselined:
        known = outcome.waiver is not None and outcome.waiver.kind == "baseline"
        told["baselineState"] = "unchanged" if known else "new"
    if outcome.waiver:
        kind = "inSource" if outcome.waiver.kind == "inline" else "external"
        told["suppressions"] = [{"kind": kind, "status": "accepted", "justification": accepted(outcome.waiver)}]
    return told
