"""A release and outcomes built by hand, for the tests of the gate."""

from __future__ import annotations

import hashlib
from typing import Any

from checker.text.release import build_release
from checker.types import (
    Authority,
    Evidence,
    Metadata,
    ModelInfo,
    Outcome,
    Reading,
    Release,
    ReleaseReport,
    RunReport,
)

KNOWN = ("pslra-citation", "section-27a-citation", "undue-reliance", "as-of-date")
TEXT = "Brackwater Pumps expects revenue to grow.\n\nActual results may differ.\n"


def release(text: str = TEXT, source: str = "drafts/q3.txt") -> Release:
    """A release read from text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return build_release(text, source=source, metadata=Metadata(format="txt", encoding="utf-8", sha256=digest))


def outcome(rule: str, status: Any = "missing", **told: Any) -> Outcome:
    """An outcome as the engine makes it: a severity exactly for findings."""
    finding = status in ("weak", "missing", "defect")
    fields: dict[str, Any] = {
        "title": rule.replace("-", " ").capitalize(),
        "authority": Authority(tier="practice", source="custom of counsel"),
        "severity": "error" if finding else None,
        "message": f"{rule}: not found" if finding else f"{rule}: found",
        "evidence": (Evidence(start=0, end=10, text="Brackwater", where="body", role="proof"),),
        "fingerprint": hashlib.sha256(rule.encode()).hexdigest(),
    }
    return Outcome(rule=rule, status=status, **{**fields, **told})


def checked(of: Release, *outcomes: Outcome) -> ReleaseReport:
    """The report on one release."""
    return ReleaseReport(
        source=of.source,
        sha256=of.metadata.sha256,
        verdict="incomplete",
        reading=Reading(release=of),
        outcomes=outcomes,
    )


def run(*releases: ReleaseReport, **told: Any) -> RunReport:
    """The report of a run."""
    fields: dict[str, Any] = {
        "tool_version": "1.2.0",
        "rules_version": "1",
        "rules_sha256": "r" * 64,
        "models": (ModelInfo(name="legend", version="3", sha256="m" * 64),),
        "profile": "full",
        "settings_sha256": "s" * 64,
    }
    return RunReport(releases=releases, **{**fields, **told})
