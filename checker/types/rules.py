"""Rules, what their finders say, and what is said of a release rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from checker.records import dataclass
from checker.types.facts import Replacement
from checker.types.reading import Change, Reading
from checker.types.release import FINDINGS, ChangeKind, Expectation, Passage, PieceKind, Severity, Status, Tier


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a rule found: the words that prove it, the words it is about, and how good it is.

    `grade` names a row of the rule's `grades`; empty means full marks.
    """

    passages: tuple[Passage, ...]
    related: tuple[Passage, ...] = ()
    note: str = ""
    grade: str = ""
    fix: Replacement | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """All that a rule found. When `findings` is empty, `grade`, `related` and `advice` describe the gap."""

    findings: tuple[Finding, ...] = ()
    grade: str = ""
    related: tuple[Passage, ...] = ()
    note: str = ""
    advice: str = ""
    confidence: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NotEvaluated:
    """An input the rule needs is absent; `reason` says which."""

    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NotApplicable:
    """The rule has nothing to judge in this release; `reason` says why."""

    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Authority:
    """Where a rule comes from: the tier shown with every outcome, and the source."""

    tier: Tier
    source: str


SeverityTable = Mapping[str, Severity | None]
"""Severity by profile; None is off."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule: a finder, and everything the engine needs to judge what it finds.

    expect           present: found ⇒ met, nothing ⇒ missing. absent: found ⇒ defect.
                     judged: found ⇒ review, a person decides.
    severity         of missing or defect, by profile.
    grades           of lesser findings and lesser gaps, by the finder's word for them, then by profile.
    requires         rules that must be met before an absence (or, for absent and judged, a find) counts.
    not_expected_in  kinds of context in which an absence is no finding.
    advice           what to write, when the finder has nothing more precise.
    page             what `explain` prints; empty when the docstring of the finder's module is the page.
    """

    id: str
    title: str
    authority: Authority
    expect: Expectation
    severity: SeverityTable
    find: Callable[[Reading], Found | NotEvaluated | NotApplicable]
    advice: str
    grades: Mapping[str, SeverityTable] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    not_expected_in: frozenset[str] = frozenset()
    page: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HouseRule:
    """A rule that a user states in the configuration: wording that is asked for, or not wanted, in one place.

    `patterns` are in the language of `phrases.Wording`. The examples held when it was loaded.
    """

    id: str
    title: str
    patterns: tuple[str, ...]
    where: Literal["legend", "body", "anywhere"]
    expect: Literal["present", "absent"]
    severity: Severity
    advice: str
    authority: str
    passing: tuple[str, ...]
    failing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence(Passage):
    """A passage in an outcome. `role`: proof (the words), related (what triggers the duty) or
    place (where it would stand).

    `where` is where the passage lies: legend, body, heading or link.
    """

    where: str
    role: Literal["proof", "related", "place"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceptance:
    """Why a finding does not count: a directive in the text, a waiver, or the baseline.

    `status` is what the finding was before. `expires`: the last day on which it is accepted.
    """

    kind: Literal["inline", "waiver", "baseline"]
    status: Status
    reason: str = ""
    approver: str = ""
    ticket: str = ""
    created: date | None = None
    expires: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What one rule says of one release.

    `severity` is set for findings (`FINDINGS`) and for waived ones, which keep all that was found; `waiver` exactly
    for status "waived". `fix` holds replacements that are certain, in order and without overlap.
    """

    rule: str
    title: str
    authority: Authority
    status: Status
    severity: Severity | None = None
    message: str = ""
    advice: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    confidence: float | None = None
    fingerprint: str = ""
    waiver: Acceptance | None = None
    fix: tuple[Replacement, ...] = ()

    @property
    def is_finding(self) -> bool:
        """Whether it counts against the release."""
        return self.status in FINDINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class ElementChange:
    """What one rule says of an earlier version and of a later one.

    `added`: the later version has words for it and the earlier had none; `dropped` the other way round; `reworded`:
    other words, or another status. `pieces` is the redline of the words that prove it, when both have some.
    """

    kind: ChangeKind
    before: Outcome
    after: Outcome
    pieces: tuple[tuple[PieceKind, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Versions:
    """Two versions of a release or of a legend: elements by rule, then factors, legend sentences and statements.

    `similarity` is the share of the legends' words in common, from 0 to 1.
    """

    before: Reading
    after: Reading
    elements: tuple[ElementChange, ...] = ()
    factors: tuple[Change, ...] = ()
    sentences: tuple[Change, ...] = ()
    statements: tuple[Change, ...] = ()
    similarity: float = 1.0
