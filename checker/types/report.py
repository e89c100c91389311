"""What reports receive: releases with their outcomes, and what judged them."""

from __future__ import annotations

from checker.records import dataclass
from checker.types.reading import Reading
from checker.types.release import Severity, Verdict
from checker.types.rules import Authority, Outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """Why a release could not be checked. `kind` is a stable word, `message` one line that does not name it."""

    kind: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseReport:
    """What is said of one file: a reading with outcomes, or a failure; never both.

    In a run whose only format is JSON, `json` holds what that report says of the file, in UTF-8; the reading and what
    the outcomes quote are gone then (`reports.json_v1.without_reading`).
    """

    source: str
    sha256: str
    verdict: Verdict
    reading: Reading | None = None
    outcomes: tuple[Outcome, ...] = ()
    failure: Failure | None = None
    json: bytes = b""


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelInfo:
    """Which learned numbers spoke."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleInfo:
    """What a report may say about a rule: its page and its severity in the profile of the run."""

    id: str
    title: str
    authority: Authority
    severity: Severity | None
    page: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RunReport:
    """What reports receive: the releases in the order they were named, and what judged them."""

    releases: tuple[ReleaseReport, ...]
    tool_version: str
    rules_version: str
    rules_sha256: str
    models: tuple[ModelInfo, ...]
    profile: str
    settings_sha256: str
    fail_on: Severity | None = "error"
    rules: tuple[RuleInfo, ...] = ()
