"""Law or form out of force

What it looks for
    A form, an Act or a filing system that was out of force on the day of the release, in the legend: Form 10-KSB after
    March 2009, Form 10-QSB after October 2008, Form 10-K405 after the reports for 2002, SEDAR after July 2023, the
    Public Utility Holding Company Act of 1935 (CIT-Q). The table is `checker/dated_law.py`, with its day of review.

Why
    Hygiene. What no longer exists cannot be read by the investor who is sent there, and shows a legend of another time.

How to fix
    Name what took its place; the outcome shows it.

When it stays silent
    On or before its last day, outside the legends (history is told there), and where a report on such a form is cited
    with a period or day of filing that is still the latest. Without a release date nothing is judged.

Silent
    (release of 15 July 2008) the Form 10-QSB for the quarter ended March 31, 2008

Found
    (release of 15 July 2024) our annual information form, available on SEDAR
"""

from __future__ import annotations

from datetime import date

from checker.dated_law import ANNUAL_STALE_MONTHS, LAST_REVIEWED, NO_RELEASE_DATE, RETIRED, Retired, add_months, written
from checker.phrases import Wording
from checker.types import Authority, Finding, Found, NotEvaluated, Passage, Reading, Rule

WORDINGS = tuple((row, Wording(row.pattern)) for row in RETIRED)


def find(reading: Reading) -> Found | NotEvaluated:
    cited = [(row, p) for row, wording in WORDINGS for p in wording.within(reading, reading.legends)]
    if not cited:
        return Found()
    if (released := reading.release_date) is None:
        return NotEvaluated(reason=NO_RELEASE_DATE)
    findings = (
        Finding(passages=(p,), note=f"“{p.text}”: {row.source}; consider {row.instead}")
        for row, p in cited
        if released > row.until and not _is_latest(reading, row, p, released)
    )
    return Found(findings=tuple(findings))


def _is_latest(reading: Reading, row: Retired, passage: Passage, released: date) -> bool:
    """Whether the form is cited as a report of its own time that none can have followed yet."""
    for filing in reading.filings:
        day = filing.period_end or filing.filed
        if filing.overlaps(passage) and day:
            return day <= row.until and released <= add_months(day, ANNUAL_STALE_MONTHS)
    return False


RULE = Rule(
    id="citation-obsolete",
    title="Law or form out of force",
    authority=Authority(tier="hygiene", source=f"forms, Acts and systems retired, reviewed {written(LAST_REVIEWED)}"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "note"},
    advice="Consider what took its place.",
    find=find,
)
