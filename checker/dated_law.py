"""Law with a date: forms and systems retired, events that have passed, when duties began, how old a report may be.

This is data for a lawyer to read and to edit; rules and facts look things up here and hold no dates of their own.
Patterns are over folded text, as `phrases` reads them. Dates are the last day of the old and the first of the new.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from checker.records import dataclass

LAST_REVIEWED = date(2026, 11, 24)
"""The day on which somebody last read every row. The SEC's proposals of May 2026 (Form 10-S) were not law then."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Retired:
    """Law, a form or a system that a legend of after `until` cites in vain."""

    name: str
    pattern: str
    until: date
    instead: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that legends name as a risk to come, and that came: out of date from `stale_from`.

    `pattern` is how a legend tells the risk; `mention` is any word of the event, where the release speaks of it.
    """

    name: str
    pattern: str
    mention: str
    over: str
    stale_from: date


RETIRED: tuple[Retired, ...] = (
    Retired(
        name="Form 10-KSB",
        pattern=r"(?:forms? )?10[-\s]{0,2}ksbs?(?:/a)?",
        until=date(2009, 3, 15),
        instead="Form 10-K",
        source="SEC Release 33-8876: not after 15 March 2009",
    ),
    Retired(
        name="Form 10-QSB",
        pattern=r"(?:forms? )?10[-\s]{0,2}qsbs?(?:/a)?",
        until=date(2008, 10, 31),
        instead="Form 10-Q",
        source="SEC Release 33-8876: not after 31 October 2008",
    ),
    Retired(
        name="Form SB-2",
        pattern=r"forms? sb-2",
        until=date(2008, 2, 4),
        instead="Form S-1",
        source="SEC Release 33-8876: not after 4 February 2008",
    ),
    Retired(
        name="Form 10-K405",
        pattern=r"(?:forms? )?10[-\s]{0,2}k[-\s]{0,1}405",
        until=date(2003, 3, 31),
        instead="Form 10-K",
        source="SEC Release 33-8128: no longer accepted after the annual reports for 2002",
    ),
    Retired(
        name="SEDAR",
        pattern=r"(?:www\.)?sedar(?!\s?\+|\s?plus)(?:\.com)?",
        until=date(2023, 7, 24),
        instead="SEDAR+ (www.sedarplus.ca)",
        source="SEDAR+ replaced SEDAR on 25 July 2023 (NI 13-103)",
    ),
    Retired(
        name="the Public Utility Holding Company Act of 1935",
        pattern=r"public utility holding company act of 1935|rule 103a",
        until=date(2006, 2, 7),
        instead="the Public Utility Holding Company Act of 2005",
        source="Energy Policy Act of 2005, section 1263: repealed on 8 February 2006",
    ),
)

EVENTS: tuple[Event, ...] = (
    Event(
        name="the year 2000 problem",
        pattern=r"y2k|year 2000 (?:[a-z]+ )?(?:issues?|problems?|compliance|readiness|compliant|matters?|bugs?)",
        mention=r"y2k|year 2000",
        over="1 January 2000 has passed",
        stale_from=date(2002, 1, 1),
    ),
    Event(
        name="Brexit",
        pattern=r"brexit|(?:withdrawal|exit|departure) of (?:the )?(?:united kingdom|u\.?k\.?|great britain)"
        r" from the (?:european union|e\.?u\.?)|(?:united kingdom|u\.?k\.?|great britain)['\"]?s? (?:withdrawal|exit"
        r"|departure|decision to (?:leave|exit|withdraw)) (?:from )?the (?:european union|e\.?u\.?)",
        mention=r"brexit|united kingdom|u\.k",
        over="the United Kingdom left the European Union on 31 January 2020, its single market on 31 December 2020",
        stale_from=date(2023, 1, 1),
    ),
    Event(
        name="LIBOR",
        pattern=r"libor|london inter(?:-)?bank offered rate",
        mention=r"libor|sofr",
        over="the last US dollar LIBOR settings ended on 30 June 2023",
        stale_from=date(2024, 7, 1),
    ),
    Event(
        name="COVID-19",
        pattern=r"(?:impacts?|effects?|spread|duration|severity|outbreak|scope|resurgence|consequences|evolution"
        r"|uncertaint(?:y|ies)|disruptions?|continuation) (?:(?:[a-z]+,?) ){0,8}?(?:covid|coronavirus)[-\s]{0,2}(?:19)?"
        r"|(?:ongoing|continuing|current|evolving) (?:(?:[a-z]+) ){0,3}?(?:covid|coronavirus)[-\s]{0,2}(?:19)?"
        r"|(?:covid|coronavirus)[-\s]{0,2}(?:19)? (?:[a-z]+ ){0,2}?(?:pandemic|outbreak|crisis)",
        mention=r"covid|coronavirus|pandemic",
        over="the public health emergencies ended in May 2023 (WHO 5 May, United States 11 May)",
        stale_from=date(2025, 1, 1),
    ),
)

ANNUAL_FORMS = frozenset({"10-K", "10-KSB", "10-K405", "20-F", "40-F", "AIF", "annual report"})
"""Reports on a whole fiscal year. Transition reports (10-KT) are not: their period is shorter."""

ANNUAL_STALE_MONTHS = 16
"""Months from the end of a fiscal year after which a later annual report should be on file.

A year, and the longest term for the next report: 4 months for Form 20-F; Form 10-K has 60, 75 or 90 days, and 15 days
more under Rule 12b-25."""

ANNUAL_OUTDATED_MONTHS = 28
"""The same, with two annual reports missed."""

FISCAL_YEAR_ENDS_BY = (3, 31)
"""The latest month and day, in the year after, on which a fiscal year named by its number may end."""

SPAC_EXCLUDED_FROM = date(2024, 7, 1)
"""Rel. 33-11265 (24 January 2024): "blank check company" in the PSLRA includes SPACs from this day."""

PARTICIPANTS_SPECIFIC_FROM = date(2023, 11, 17)
"""Proxy Rules C&DI 132.03: a generic reference to the last annual report or proxy statement does not suffice."""

MERGER_LEGENDS_FROM = date(2000, 1, 24)
"""Regulation M-A (Rel. 33-7760): Rules 165, 425 and 14a-12 as they stand."""

NON_GAAP_FROM = date(2003, 3, 28)
"""Regulation G (Rel. 33-8176)."""


NO_RELEASE_DATE = "the text does not tell the date of the release; --as-of does"
"""Why a rule on dated law has nothing to judge."""


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> int:
    """Whole months from one day to a later one."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if add_months(first, months) <= last else months - 1


def written(day: date) -> str:
    """A date as reports write it: 31 December 2024."""
    return f"{day.day} {day:%B} {day.year}"
