"""The baseline: findings that were there when the gate was set up, known by content and never by line number.

An entry is a document (its path relative to the baseline file), a fingerprint of rule and words, and the how-manieth
finding with that fingerprint it is. Pure; `checker.gate.files` reads and writes the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from checker.errors import ConfigError
from checker.gate.nouns import GATE_RULES, Baseline, Known
from checker.types import Outcome, Place, ReleaseReport, RunReport

VERSION = 1
_TEXTS = ("document", "rule", "fingerprint", "message")
_OWN = frozenset(rule.id for rule in GATE_RULES)


def numbered(outcomes: Iterable[Outcome]) -> Iterator[tuple[Outcome, int]]:
    """Each outcome, and how many with its fingerprint came before it in the document."""
    seen: Counter[str] = Counter()
    for outcome in outcomes:
        yield outcome, seen[outcome.fingerprint]
        seen[outcome.fingerprint] += 1


def write_baseline(report: RunReport, *, file: str, place: Place) -> Baseline:
    """A baseline of every finding that counts, or that an earlier baseline accepted.

    What a waiver or a directive accepts is left to it: a baseline would outlive its expiry.
    """
    entries = {k.key: k for r in report.releases for k in _findings(r, place) if k is not None}
    return Baseline(entries=_sorted(entries.values()), place=place, file=file)


def update_baseline(baseline: Baseline, report: RunReport) -> Baseline:
    """The baseline with the findings of a run in place of what it held of the same documents."""
    place = baseline.place
    checked = {place.name(r.source) for r in report.releases if not r.failure}
    fresh = write_baseline(report, file=baseline.file, place=place)
    kept = [k for k in baseline.entries if k.document not in checked]
    return replace(fresh, entries=_sorted([*kept, *fresh.entries]))


def prune_baseline(baseline: Baseline, report: RunReport, *, gone: Collection[str] = ()) -> Baseline:
    """The baseline without what a run no longer finds.

    A document that was not checked keeps its entries, unless the caller knows that it is `gone` (names as in the file).
    """
    place = baseline.place
    checked = {place.name(r.source) for r in report.releases if not r.failure}
    found = {k.key for r in report.releases for k in _all_findings(r, place)}
    kept = [k for k in baseline.entries if k.document not in gone and (k.document not in checked or k.key in found)]
    return replace(baseline, entries=_sorted(kept))


def _findings(release: ReleaseReport, place: Place) -> Iterator[Known]:
    for outcome, occurrence in numbered(release.outcomes):
        accepted = outcome.waiver is not None and outcome.waiver.kind == "baseline"
        if outcome.rule not in _OWN and (outcome.is_finding or accepted):
            yield _known(release, outcome, occurrence, place)


def _all_findings(release: ReleaseReport, place: Place) -> Iterator[Known]:
    """Accepted ones of every kind included."""
    for outcome, occurrence in numbered(release.outcomes):
        if outcome.is_finding or outcome.waiver is not None:
            yield _known(release, outcome, occurrence, place)


def _known(release: ReleaseReport, outcome: Outcome, occurrence: int, place: Place) -> Known:
    return Known(
        document=place.name(release.source),
        rule=outcome.rule,
        fingerprint=outcome.fingerprint,
        occurrence=occurrence,
        message=outcome.message,
    )


def _sorted(entries: Iterable[Known]) -> tuple[Known, ...]:
    return tuple(sorted(entries, key=lambda k: (k.document, k.rule, k.fingerprint, k.occurrence)))


def baseline_data(baseline: Baseline) -> dict[str, Any]:
    """What the file holds, in a stable order."""
    rows = [{**{k: getattr(e, k) for k in _TEXTS}, "occurrence": e.occurrence} for e in _sorted(baseline.entries)]
    return {"version": VERSION, "findings": rows}


def parse_baseline(data: object, *, file: str, place: Place) -> Baseline:
    """The baseline of a file that was read as JSON. Raises ConfigError when it is not one of ours."""
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise ConfigError(f"{file}: not a baseline; write one with `safeharbor baseline`")
    if data.get("version") != VERSION:
        raise ConfigError(f"{file}: baseline version {data.get('version')!r} is not {VERSION}; write it anew")
    entries = [_entry(row, f"{file}: finding {n}") for n, row in enumerate(data["findings"], 1)]
    return Baseline(entries=_sorted(entries), place=place, file=file)


def _entry(row: Mapping[str, Any], where: str) -> Known:
    if not isinstance(row, dict) or set(row) != {*_TEXTS, "occurrence"}:
        raise ConfigError(f"{where}: must have {', '.join(_TEXTS)} and occurrence")
    if not all(isinstance(row[k], str) for k in _TEXTS) or type(row["occurrence"]) is not int:
        raise ConfigError(f"{where}: a value is not of its kind")
    return Known(**row)
