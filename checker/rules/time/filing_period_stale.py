"""Annual report out of date

What it looks for
    A legend that sends the reader to an annual report (Form 10-K, 20-F, 40-F, annual information form) whose fiscal
    year ended more than 16 months before the release: by then the next one is usually on file. The outcome shows
    the arithmetic.

Why
    Hygiene. A pointer to last year's risk factors shows a legend that nobody read again, and risk factors that have
    been replaced are poor caution. Form 10-K is due 60, 75 or 90 days after the year, Form 20-F after four months.

How to fix
    Name the latest annual report on file, or write "our most recent Annual Report on Form 10-K".

When it stays silent
    When the newest annual period named is recent, or none is named ("our most recent Annual Report"); for transition
    reports, and when the release says that a report is late. A year without its end ("our 2024 Form 10-K") counts from
    the latest day on which such a year may end; a day of filing counts as the latest end of the period. Without a
    release date nothing is judged. More than 28 months is an error.

Silent
    (release of 29 October 2026) our Annual Report on Form 10-K for the year ended December 31, 2025

Found
    (release of 29 October 2026) our Annual Report on Form 10-K for the year ended December 31, 2024
"""

from __future__ import annotations

from datetime import date

from checker.dated_law import (
    ANNUAL_FORMS,
    ANNUAL_OUTDATED_MONTHS,
    ANNUAL_STALE_MONTHS,
    FISCAL_YEAR_ENDS_BY,
    NO_RELEASE_DATE,
    add_months,
    months_between,
    written,
)
from checker.phrases import Wording
from checker.types import Authority, Filing, Finding, Found, NotApplicable, NotEvaluated, Reading, Rule

LATE = Wording(
    r"12b-25|nt 10-k",
    r"(?:late|delayed|delinquent|delay in|unable to) (?:[a-z]+ ){0,3}?(?:fil(?:e|ed|ing))[^.;!?]{0,40}?"
    r"(?:10-k|annual report)",
    r"(?:has|have) not (?:yet )?(?:timely )?filed (?:its|our|the) (?:[a-z]+ ){0,2}?(?:form )?(?:10-k|annual report)",
)


def find(reading: Reading) -> Found | NotApplicable | NotEvaluated:
    ends = [(end, f) for f in reading.filings if f.form in ANNUAL_FORMS and (end := _latest_end(f))]
    if not ends:
        return Found(note="no annual period named")
    if reading.release_date is None:
        return NotEvaluated(reason=NO_RELEASE_DATE)
    if LATE.within(reading):
        return NotApplicable(reason="the release says that an annual report is late")
    newest = max(end for end, _ in ends)
    if reading.release_date <= add_months(newest, ANNUAL_STALE_MONTHS):
        return Found()
    return Found(findings=tuple(_finding(f, end, reading.release_date) for end, f in ends if end == newest))


def _latest_end(filing: Filing) -> date | None:
    """The last day on which the period of a report may have ended, by what the words tell."""
    by_year = date(filing.fiscal_year + 1, *FISCAL_YEAR_ENDS_BY) if filing.fiscal_year else None
    return filing.period_end or min((d for d in (by_year, filing.filed) if d), default=None)


def _finding(filing: Filing, end: date, released: date) -> Finding:
    if filing.period_end:
        covers = f"covers the year ended {written(end)}"
    elif filing.filed == end:
        covers = f"was filed on {written(end)}, so its year ended before"
    else:
        covers = f"covers fiscal {filing.fiscal_year}, which ended by {written(end)} at the latest"
    months = months_between(end, released)
    return Finding(
        passages=(filing,),
        note=f"the report named {covers}; the release is of {written(released)}, {months} months later, and the next "
        f"annual report is usually on file after {ANNUAL_STALE_MONTHS}",
        grade="outdated" if released > add_months(end, ANNUAL_OUTDATED_MONTHS) else "",
    )


RULE = Rule(
    id="filing-period-stale",
    title="Annual report out of date",
    authority=Authority(tier="hygiene", source="due dates of Forms 10-K and 20-F; Rule 12b-25"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    grades={"outdated": {"full": "error", "practice": "error", "statute": "warning"}},
    advice="Consider naming the latest annual report on file.",
    find=find,
)
