"""Period that has not ended

What it looks for
    A report named as if it were on file whose period ends after the date of the release, or whose day of filing does.

Why
    Hygiene. No such report exists on the day of the release: the year is a slip, or the legend was prepared for
    another day.

How to fix
    Correct the period, or say that the report is to be filed.

When it stays silent
    When the report is said to be coming ("to be filed", "when filed", "will file"), when only a year is named that has
    begun, and without a release date. A day of difference is taken for a time zone.

Silent
    (release of 15 January 2026) our Form 10-K for the year ended December 31, 2025, when filed

Found
    (release of 15 January 2026) our Form 10-K for the year ended December 31, 2026
"""

from __future__ import annotations

from datetime import date, timedelta

from checker.dated_law import NO_RELEASE_DATE, written
from checker.types import Authority, Filing, Finding, Found, NotEvaluated, Reading, Rule


def find(reading: Reading) -> Found | NotEvaluated:
    dated = [f for f in reading.filings if f.form and not f.pending and _earliest(f)]
    if not dated:
        return Found(note="no period named")
    if (released := reading.release_date) is None:
        return NotEvaluated(reason=NO_RELEASE_DATE)
    tomorrow = released + timedelta(days=1)
    late = [(f, day) for f in dated if (day := _earliest(f)) and day > tomorrow]
    return Found(findings=tuple(_finding(f, day, released) for f, day in late))


def _earliest(filing: Filing) -> date | None:
    """The first day on which a report could exist, by what the words tell."""
    begun = date(filing.fiscal_year, 1, 1) if filing.fiscal_year else None
    return max((d for d in (filing.period_end, filing.filed, begun) if d), default=None)


def _finding(filing: Filing, day: date, released: date) -> Finding:
    what = "was filed" if day == filing.filed else "covers a period that ends" if filing.period_end else "begins"
    return Finding(
        passages=(filing,),
        note=f"the report named {what} on {written(day)}, after the release of {written(released)}",
    )


RULE = Rule(
    id="filing-period-impossible",
    title="Period that has not ended",
    authority=Authority(tier="hygiene", source="the release's own date"),
    expect="absent",
    severity={"full": "error", "practice": "error", "statute": "error"},
    advice="Consider correcting the period, or saying that the report is to be filed.",
    find=find,
)
