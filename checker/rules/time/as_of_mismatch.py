"""As-of date of another day

What it looks for
    A date as of which the legend says its statements speak, written out, that is not the date of the release.

Why
    Hygiene. "Speak only as of" a day that is not the release's was left over from an earlier release, or disclaims
    the wrong one.

How to fix
    Write "as of the date of this release", which cannot go out of date, or correct the day.

When it stays silent
    When no day is written out, for a day either side (time zones), and without a release date. Dates of figures
    ("shares outstanding as of") are not looked at, nor the end of the period that the release reports on.

Silent
    (release of 5 March 2026) These statements speak only as of March 5, 2026.

Found
    (release of 5 March 2026) These statements speak only as of November 6, 2025.
"""

from __future__ import annotations

from checker.dated_law import NO_RELEASE_DATE, written
from checker.types import Authority, Dated, Finding, Found, NotEvaluated, Reading, Rule


def find(reading: Reading) -> Found | NotEvaluated:
    spoken = [d for d in reading.dates if d.role == "as-of"]
    if not spoken:
        return Found(note="no as-of day written out")
    if (released := reading.release_date) is None:
        return NotEvaluated(reason=NO_RELEASE_DATE)
    findings = (
        Finding(passages=(d,), note=f"speaks as of {written(d.value)}, and the release is of {written(released)}")
        for d in spoken
        if abs((d.value - released).days) > 1 and not _ends_a_period(reading, d)
    )
    return Found(findings=tuple(findings))


def _ends_a_period(reading: Reading, spoken: Dated) -> bool:
    """Whether the release reports on a period that ends on that day ("the quarter ended June 30, 2025")."""
    day = reading.release.folded[spoken.start : spoken.end].removeprefix("as of ")
    return f"ended {day}" in reading.release.folded


RULE = Rule(
    id="as-of-mismatch",
    title="As-of date of another day",
    authority=Authority(tier="hygiene", source="the release's own date"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    advice='Consider "as of the date of this release", or the release\'s own date.',
    find=find,
)
