"""Outcomes → outcomes: findings that are accepted become `waived`, and nothing else about them changes.

A waiver counts before a directive, a directive before the baseline: the one who answers by name is shown. What the
gate has to say of directives and waivers follows as outcomes of its own rules, at most one each.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from checker.gate.baseline import numbered
from checker.gate.directives import Directive, parse_directives
from checker.gate.nouns import Gate, Waiver
from checker.gate.waivers import concerns, days_left
from checker.gate.words import suppression_outcome, waiver_outcome
from checker.types import Acceptance, Outcome, Release


def apply_gate(
    release: Release, outcomes: Sequence[Outcome], gate: Gate, *, known: Collection[str]
) -> tuple[Outcome, ...]:
    """The outcomes with the accepted findings waived, in the same order, then the gate's own.

    `known` are the ids of all rules, in force or not: a directive may name any of them.
    """
    directives = parse_directives(release.text, known)
    told = _waivers_of(release, outcomes, gate)
    judged = tuple(
        _accept(outcome, occurrence, release, told.get(index), directives, gate)
        for index, (outcome, occurrence) in enumerate(numbered(outcomes))
    )
    own = (
        suppression_outcome(release, directives, outcomes, gate.inline),
        waiver_outcome(release, [(outcomes[i], w) for i, w in sorted(told.items())], gate.today),
    )
    return (*judged, *(o for o in own if o is not None))


def _waivers_of(release: Release, outcomes: Sequence[Outcome], gate: Gate) -> dict[int, Waiver]:
    """For each finding by its index, the waiver that speaks of it longest."""
    if not gate.waivers.entries:
        return {}
    name, sha256 = gate.waivers.place.name(release.source), release.metadata.sha256
    best: dict[int, Waiver] = {}
    for index, outcome in enumerate(outcomes):
        fitting = [w for w in gate.waivers.entries if concerns(w, outcome, name, sha256)] if outcome.is_finding else []
        if fitting:
            best[index] = max(fitting, key=lambda w: days_left(w, gate.today))
    return best


def _accept(
    outcome: Outcome,
    occurrence: int,
    release: Release,
    waiver: Waiver | None,
    directives: Sequence[Directive],
    gate: Gate,
) -> Outcome:
    if not outcome.is_finding:
        return outcome
    acceptance = None
    if waiver and not waiver.expired(gate.today):
        acceptance = _by_waiver(outcome, waiver)
    elif said := next((d for d in directives if gate.inline == "on" and outcome.rule in d.rules), None):
        acceptance = Acceptance(kind="inline", status=outcome.status, reason=said.reason)
    elif _baselined(outcome, occurrence, release, gate):
        reason = f"in the baseline {gate.baseline.file}"
        acceptance = Acceptance(kind="baseline", status=outcome.status, reason=reason)
    return replace(outcome, status="waived", waiver=acceptance) if acceptance else outcome


def _by_waiver(outcome: Outcome, waiver: Waiver) -> Acceptance:
    return Acceptance(
        kind="waiver",
        status=outcome.status,
        reason=waiver.reason,
        approver=waiver.approver,
        ticket=waiver.ticket,
        created=waiver.created,
        expires=waiver.expires,
    )


def _baselined(outcome: Outcome, occurrence: int, release: Release, gate: Gate) -> bool:
    if not gate.baseline.entries:
        return False
    return (gate.baseline.place.name(release.source), outcome.fingerprint, occurrence) in gate.baseline.keys
