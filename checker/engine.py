"""Judging: Reading + rules + Settings → Outcomes → verdict.

The engine alone knows prerequisites, contexts, profiles and severities. A rule only finds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePath
from typing import Any, Literal

from checker.errors import RuleSetError
from checker.globs import fits
from checker.overlaps import touching
from checker.replacing import apart
from checker.types import (
    FINDINGS,
    Evidence,
    Finding,
    Found,
    NotApplicable,
    NotEvaluated,
    Outcome,
    Passage,
    Reading,
    Rule,
    Settings,
    Severity,
    Status,
    Verdict,
)

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
"""From the mildest to the gravest."""


def arrange(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules with every prerequisite before the rules that need it.

    Raises RuleSetError for a duplicate id, an unknown prerequisite or a cycle.
    """
    by_id = {rule.id: rule for rule in rules}
    if len(by_id) != len(rules):
        raise RuleSetError("two rules share an id")
    for rule in rules:
        if unknown := [r for r in rule.requires if r not in by_id]:
            raise RuleSetError(f"rule {rule.id} requires an unknown rule: {', '.join(unknown)}")
    return tuple(by_id[name] for name in _order(tuple((rule.id, rule.requires) for rule in rules)))


@lru_cache(maxsize=8)
def _order(requires: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    """The ids in order; every release is judged by the same few sets of rules."""
    try:
        return tuple(TopologicalSorter(dict(requires)).static_order())
    except CycleError as error:
        raise RuleSetError(f"rules require each other: {' → '.join(error.args[1])}") from error


def judge(reading: Reading, rules: Sequence[Rule], settings: Settings) -> tuple[Outcome, ...]:
    """One outcome for each rule in force, in the order of `rules`.

    A prerequisite is judged even when the profile or the selection leaves it out of the report.
    """
    ignored = _ignored(reading.release.source, settings)
    shown = [rule for rule in rules if rule.id not in ignored and _in_force(rule, settings)]
    outcomes: dict[str, Outcome] = {}
    for rule in _needed(arrange(rules), shown):
        outcomes[rule.id] = _judge_one(reading, rule, outcomes, settings)
    return tuple(outcomes[rule.id] for rule in shown)


def _needed(arranged: Sequence[Rule], shown: Sequence[Rule]) -> list[Rule]:
    """The rules in force and what they rest on, in the order of `arranged`: looking for the rest would cost time."""
    needed = {rule.id for rule in shown}
    for rule in reversed(arranged):
        if rule.id in needed:
            needed.update(rule.requires)
    return [rule for rule in arranged if rule.id in needed]


def verdict(reading: Reading, outcomes: Sequence[Outcome]) -> Verdict:
    """What the release comes to. It does not depend on `--fail-on`."""
    if not reading.statements and not reading.legends:
        return "nothing-to-disclaim"
    if any(o.is_finding and o.severity == "error" for o in outcomes):
        return "incomplete"
    if any(o.status == "review" for o in outcomes):
        return "review"
    return "complete"


def reaches(severity: Severity | None, threshold: Severity | None) -> bool:
    """Whether a finding of this severity fails a gate set at `threshold` (None: no gate)."""
    if severity is None or threshold is None:
        return False
    return SEVERITIES.index(severity) >= SEVERITIES.index(threshold)


def _ignored(source: str, settings: Settings) -> frozenset[str]:
    """The rules that the settings leave out for this document."""
    name = settings.ignores_place.name(source) if settings.ignores_place else source
    return frozenset().union(*(ids for glob, ids in settings.per_file_ignores if fits(glob, name)))


def _in_force(rule: Rule, settings: Settings) -> bool:
    if settings.rules is not None and rule.id not in settings.rules:
        return False
    if rule.id in settings.severity:
        return settings.severity[rule.id] is not None
    return rule.severity.get(settings.profile) is not None


def _judge_one(reading: Reading, rule: Rule, earlier: Mapping[str, Outcome], settings: Settings) -> Outcome:
    if not (reading.statements or reading.legends or reading.links):
        scanned = len(reading.release.sentences)
        told = "1 sentence" if scanned == 1 else f"{scanned} sentences"
        return _set_aside(rule, f"no forward-looking statement and no legend found in {told}")
    unmet = [r for r in rule.requires if earlier[r].status not in ("met", "weak")]
    blocked = f"needs {unmet[0]}, which is {earlier[unmet[0]].status}" if unmet else ""
    if blocked and rule.expect != "present":
        return _set_aside(rule, blocked)
    found = rule.find(reading)
    if isinstance(found, NotApplicable):
        return _set_aside(rule, found.reason)
    if isinstance(found, NotEvaluated):
        return _outcome(rule, "not-evaluated", message=f"{rule.title}: not evaluated", reason=found.reason)
    if found.findings:
        return _judge_findings(reading, rule, found, settings)
    if rule.expect != "present":
        return _outcome(rule, "met", message=f"{rule.title}: none found")
    if blocked:
        return _set_aside(rule, blocked)
    if lapsed := [c for c in reading.contexts if c.kind in rule.not_expected_in]:
        how = "declared" if lapsed[0].declared else "suggested by the text"
        return _set_aside(rule, f"not expected in this context: {lapsed[0].kind} ({how})")
    return _judge_gap(reading, rule, found, settings)


def _judge_findings(reading: Reading, rule: Rule, found: Found, settings: Settings) -> Outcome:
    best = tuple(f for f in found.findings if not f.grade)
    shown = best if best and rule.expect == "present" else found.findings
    note = "; ".join(dict.fromkeys(f.note for f in shown if f.note)) or found.note
    status, severity = _status(rule, found.findings, settings)
    message = {
        "met": f"{rule.title}: found" + (f" ({note})" if note else ""),
        "weak": f"{rule.title}: found, but {note}",
    }.get(status, note or rule.title)
    proof = tuple(_quote(reading, p, "proof") for f in shown for p in f.passages)
    related = tuple(_quote(reading, p, "related") for f in shown for p in f.related)
    return _outcome(
        rule,
        status,
        severity=severity,
        message=message,
        advice="" if status == "met" else found.advice or rule.advice,
        evidence=(*proof, *related),
        confidence=found.confidence,
        fingerprint=_fingerprint(rule, reading, " ".join(e.text for e in proof)),
        fix=apart(f.fix for f in shown if f.fix) if status in FINDINGS else (),
    )


def _status(rule: Rule, findings: Sequence[Finding], settings: Settings) -> tuple[Status, Severity | None]:
    """Several legends are judged together: for a presence rule the best counts, for the others the worst."""
    if rule.expect == "judged":
        return "review", None
    severities = [_severity(rule, f.grade, settings) for f in findings]
    if rule.expect == "absent":
        return "defect", max(severities, key=_rank)
    if any(not f.grade for f in findings):
        return "met", None
    mildest = min(severities, key=_rank)
    return ("weak", mildest) if mildest else ("met", None)


def _judge_gap(reading: Reading, rule: Rule, found: Found, settings: Settings) -> Outcome:
    place = _place(reading)
    severity = _severity(rule, found.grade, settings)
    return _outcome(
        rule,
        "missing" if severity else "not-applicable",
        severity=severity,
        message=f"{rule.title}: not found" + (f" ({found.note})" if found.note else ""),
        reason="" if severity else f"not asked for in profile {settings.profile_name or settings.profile}",
        advice=found.advice or rule.advice,
        evidence=(place, *(_quote(reading, p, "related") for p in found.related)),
        confidence=found.confidence,
        fingerprint=_fingerprint(rule, reading, f"absent:{place.where}"),
    )


def _place(reading: Reading) -> Evidence:
    """Where a missing element would stand: at the end of the legend, else at the first statement, else at the top."""
    if reading.legends:
        at, where = reading.legends[-1].end, "legend"
    else:
        at, where = (reading.statements[0].start if reading.statements else 0), "body"
    return Evidence(start=at, end=at, text="", where=where, role="place")


def _quote(reading: Reading, passage: Passage, role: Literal["proof", "related"]) -> Evidence:
    if touching(passage, reading.legends):
        where = "legend"
    elif touching(passage, reading.links):
        where = "link"
    elif any(block.kind == "heading" for block in touching(passage, reading.release.blocks)):
        where = "heading"
    else:
        where = "body"
    return Evidence(start=passage.start, end=passage.end, text=passage.text, where=where, role=role)


def _severity(rule: Rule, grade: str, settings: Settings) -> Severity | None:
    if rule.id in settings.severity:
        return settings.severity[rule.id]
    table = rule.grades[grade] if grade else rule.severity
    return table.get(settings.profile)


def _rank(severity: Severity | None) -> int:
    return -1 if severity is None else SEVERITIES.index(severity)


def _set_aside(rule: Rule, reason: str) -> Outcome:
    return _outcome(rule, "not-applicable", message=f"{rule.title}: not applicable", reason=reason)


def _fingerprint(rule: Rule, reading: Reading, subject: str) -> str:
    """Stable across line numbers, wrapping and typography: rule, document name, words."""
    document = PurePath(reading.release.source).name
    words = " ".join(subject.casefold().split())
    return hashlib.sha256("\x00".join((rule.id, document, words)).encode()).hexdigest()


def _outcome(rule: Rule, status: Status, **told: Any) -> Outcome:
    return Outcome(rule=rule.id, title=rule.title, authority=rule.authority, status=status, **told)
