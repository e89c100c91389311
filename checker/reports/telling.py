"""What every report for a person says in the same words: verdicts, findings, places, acceptances.

All of it is one line, cleaned by `words.folded`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.reports.words import counted, folded, joined
from checker.types import (
    Acceptance,
    Evidence,
    Outcome,
    Passage,
    Reading,
    ReleaseReport,
    RuleInfo,
    RunReport,
    Severity,
    Status,
    Tier,
    Verdict,
)

LAST_LINE = "This report informs; counsel decides."

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
_STATUSES: tuple[Status, ...] = ("missing", "defect", "weak")
_TIERS: tuple[Tier, ...] = ("statute", "rule", "case", "practice", "hygiene")

VERDICTS: dict[Verdict, tuple[str, str]] = {
    "unchecked": ("UNCHECKED", "this file could not be checked"),
    "incomplete": ("INCOMPLETE", "something needed was not found, or may need correction"),
    "review": ("REVIEW", "a person should look at the points below"),
    "complete": ("COMPLETE", "what this profile asks for was found"),
    "nothing-to-disclaim": ("NOTHING TO DISCLAIM", "no forward-looking statement and no legend found"),
}
"""Name and meaning, the gravest first."""

_COMPLETE_WITH_POINTS = "what this profile requires was found; lesser points are below"


def meaning(release: ReleaseReport) -> str:
    """The verdict in words. A complete release may still have warnings and notes, and then says so."""
    if release.verdict == "complete" and any(o.is_finding for o in release.outcomes):
        return _COMPLETE_WITH_POINTS
    return VERDICTS[release.verdict][1]


def by_gravity(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Findings, the gravest first: severity, then authority, then an absence before a weakness."""
    return sorted((o for o in outcomes if o.is_finding), key=gravity)


def gravity(outcome: Outcome) -> tuple[int, int, int]:
    """The key that sorts findings, and accepted ones by what they were."""
    status = outcome.waiver.status if outcome.waiver else outcome.status
    rank = _STATUSES.index(status) if status in _STATUSES else len(_STATUSES)
    return SEVERITIES.index(outcome.severity or "note"), _TIERS.index(outcome.authority.tier), rank


def rules_of(report: RunReport) -> tuple[RuleInfo, ...]:
    """The rules of the run, then those that only an outcome names: the gate's own say something without being asked."""
    known = {rule.id: rule for rule in report.rules}
    for outcome in (o for release in report.releases for o in release.outcomes):
        if outcome.rule not in known:
            known[outcome.rule] = RuleInfo(
                id=outcome.rule,
                title=outcome.title,
                authority=outcome.authority,
                severity=outcome.severity,
                page=outcome.title,
            )
    return tuple(known.values())


def what(outcome: Outcome) -> str:
    """The message without the title, which stands before it."""
    return folded(outcome.message).removeprefix(folded(outcome.title) + ": ") or outcome.status


def headline(outcome: Outcome) -> str:
    """Title and message: "PSLRA citation: not found"."""
    said = what(outcome)
    return folded(outcome.title) if said == folded(outcome.title) else f"{folded(outcome.title)}: {said}"


def in_short(outcome: Outcome) -> str:
    """ "PSLRA citation (not found)", for a list of what is wrong."""
    state = {"missing": "not found", "weak": "found, but weak"}.get(outcome.status, "found")
    return f"{folded(outcome.title)} ({state})"


def why(outcome: Outcome, reasons: Mapping[str, str]) -> str:
    """The tier and the source that the rule rests on; behind the reason (`reasons.reasons_of`) where much hangs on it.

    A note says no more than it must.
    """
    tier, source = outcome.authority.tier, folded(outcome.authority.source)
    reason = reasons.get(outcome.rule) if outcome.is_finding and outcome.severity in SEVERITIES[:2] else None
    if not reason:
        return f"{tier}, {source}"
    untold = [part for part in source.split("; ") if not _names(reason, part)]
    return f"{reason} ({', '.join((tier, '; '.join(untold))) if untold else tier})"


def _names(reason: str, source: str) -> bool:
    return all(part in reason for part in source.removeprefix("compare ").removeprefix("cf. ").split(", "))


def accepted(acceptance: Acceptance) -> str:
    """Why a finding does not count, who said so, and until when."""
    reason = folded(acceptance.reason)
    if acceptance.kind == "baseline":
        return reason or "in the baseline"
    if acceptance.kind == "inline":
        return f"suppressed in the text: {reason}"
    approver, named = folded(acceptance.approver), folded(acceptance.ticket)
    by = f" by {approver}" if approver else ""
    until = f" until {acceptance.expires.isoformat()}" if acceptance.expires else ""
    ticket = f" ({named})" if named else ""
    return f"waived{by}{until}{ticket}: {reason}"


def in_full(outcome: Outcome) -> str:
    """One line: the message, then why it is accepted or what to write."""
    message = folded(outcome.message) or folded(outcome.title)
    then = f"Accepted: {accepted(outcome.waiver)}" if outcome.waiver else folded(outcome.advice)
    return f"{message.rstrip('.')}. {then}".rstrip()


def was(outcome: Outcome) -> str:
    """What an accepted finding was: "error, missing"."""
    status = outcome.waiver.status if outcome.waiver else outcome.status
    return f"{outcome.severity}, {status}" if outcome.severity else status


def place(reading: Reading, evidence: Evidence) -> str:
    """Where a missing element would stand. A place has no words of its own."""
    line = reading.release.position(max(evidence.start - 1, 0))[0]
    if evidence.where == "legend":
        return f"would stand in the legend that ends on line {line}"
    if reading.statements:
        first = reading.release.position(evidence.start)[0]
        return f"would accompany the forward-looking statements, the first of which is on line {first}"
    return "would stand in the release"


def lines_of(reading: Reading, passage: Passage) -> str:
    """ "line 8", "lines 7–9"."""
    first = reading.release.position(passage.start)[0]
    last = reading.release.position(max(passage.end - 1, passage.start))[0]
    return f"line {first}" if first == last else f"lines {first}–{last}"


def verdicts_told(releases: Sequence[ReleaseReport]) -> str:
    """ "2 incomplete, 1 complete": releases by verdict, the gravest first."""
    counts = [(name.lower(), sum(r.verdict == verdict for r in releases)) for verdict, (name, _) in VERDICTS.items()]
    return ", ".join(f"{n} {name}" for name, n in counts if n) or "no release was checked"


def what_was_read(reading: Reading) -> str:
    """ "legend on lines 14–15; 3 statements, 4 factors"."""
    counts = f"{counted(len(reading.statements), 'statement')}, {counted(len(reading.factors), 'factor')}"
    if not reading.legends:
        return f"no legend; {counts}"
    spans = [lines_of(reading, x).removeprefix("lines ").removeprefix("line ") for x in reading.legends]
    single = len(spans) == 1 and "–" not in spans[0]
    return f"legend on {'line' if single else 'lines'} {joined(spans)}; {counts}"


def tally(release: ReleaseReport) -> str:
    """ "2 errors, 1 warning, 1 accepted finding, 1 point to judge"; zeros are left out."""
    outcomes = release.outcomes
    parts = [counted(n, s) for s in SEVERITIES if (n := sum(o.is_finding and o.severity == s for o in outcomes))]
    review, waived = (sum(o.status == status for o in outcomes) for status in ("review", "waived"))
    parts += [counted(waived, "accepted finding")] if waived else []
    parts += [f"{counted(review, 'point')} to judge"] if review else []
    return ", ".join(parts)
