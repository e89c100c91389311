"""What the gate says of itself: one outcome for the directives of a document, one for its waivers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath

from checker.gate.directives import Directive
from checker.gate.nouns import SUPPRESSION, WAIVER, InlineMode, Waiver
from checker.gate.waivers import SOON, days_left
from checker.types import Evidence, Outcome, Release, RuleInfo, Severity


def suppression_outcome(
    release: Release, directives: Sequence[Directive], outcomes: Sequence[Outcome], inline: InlineMode
) -> Outcome | None:
    """What is wrong with the directives of a document; None when nothing is.

    A directive is unused when each of its rules was judged and found nothing to report. One for a rule that was not
    judged in this run may be used in another.
    """
    faults = _off(directives) if inline == "off" else _faults(directives, outcomes)
    if not faults:
        return None
    evidence = tuple(Evidence(start=d.start, end=d.end, text=d.text, where="body", role="proof") for d in dict(faults))
    return _own(
        SUPPRESSION,
        release,
        severity="warning",
        message="; ".join(dict.fromkeys(text for _, text in faults)),
        advice="Mend the directive or delete it." if inline == "on" else "Ask for a waiver, or delete the directive.",
        evidence=evidence,
        subject=(e.text for e in evidence),
    )


def _off(directives: Sequence[Directive]) -> list[tuple[Directive, str]]:
    return [(d, "Inline suppressions are off: the directive suppresses nothing") for d in directives]


def _faults(directives: Sequence[Directive], outcomes: Sequence[Outcome]) -> list[tuple[Directive, str]]:
    findings = {o.rule for o in outcomes if o.is_finding}
    judged = {o.rule for o in outcomes}
    faults: list[tuple[Directive, str]] = []
    for directive in directives:
        if directive.problem:
            faults.append((directive, f"malformed: {directive.problem}"))
        faults += [
            (directive, f"unused: {rule} has no finding here") for rule in directive.rules if rule in judged - findings
        ]
    return faults


def waiver_outcome(release: Release, told: Sequence[tuple[Outcome, Waiver]], today: date) -> Outcome | None:
    """Which waivers of this document's findings have expired or soon will; None when none has."""
    ending = [(o, w) for o, w in told if days_left(w, today) <= SOON]
    if not ending:
        return None
    expired = any(w.expired(today) for _, w in ending)
    return _own(
        WAIVER,
        release,
        severity="warning" if expired else "note",
        message="; ".join(dict.fromkeys(_ending(w, today) for _, w in ending)),
        advice="Mend the finding, or have the waiver renewed by its approver.",
        # A waiver stands nowhere in the text, so an absence gives it no place there.
        evidence=tuple(dict.fromkeys(e for o, _ in ending for e in o.evidence if e.role != "place")),
        subject=(f"{o.fingerprint} {w.expires}" for o, w in ending),
    )


def _ending(waiver: Waiver, today: date) -> str:
    of = f"Waiver {waiver.number} of {waiver.rule} ({waiver.approver})"
    if waiver.malformed:
        return f"{of} does not hold: its date “{' and '.join(waiver.malformed)}” cannot be read"
    if waiver.expired(today):
        return f"{of} expired on {waiver.expires}"
    left = days_left(waiver, today)
    return f"{of} expires {'today' if left == 0 else f'on {waiver.expires}'}"


def _own(
    rule: RuleInfo,
    release: Release,
    *,
    severity: Severity,
    message: str,
    advice: str,
    evidence: tuple[Evidence, ...],
    subject: Iterable[str],
) -> Outcome:
    words = "\x00".join((rule.id, PurePath(release.source).name, *(" ".join(s.casefold().split()) for s in subject)))
    return Outcome(
        rule=rule.id,
        title=rule.title,
        authority=rule.authority,
        status="defect",
        severity=severity,
        message=message,
        advice=advice,
        evidence=evidence,
        fingerprint=hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest(),
    )
