"""The release's own date, from the dateline, and as-of dates in legends."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.dates import DATE, date_of, find_dates
from checker.text.release import build_release
from checker.types import Dated, Metadata, Passage


def dates_of(text: str, legend: str = "", declared: date | None = None) -> tuple[Dated, ...]:
    whole = text + legend
    release = build_release(whole, source="x.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    legends = [Passage(start=len(text), end=len(whole), text=legend)] if legend else []
    return find_dates(release, legends, declared)


@pytest.mark.parametrize(
    "text",
    [
        "NEW HAVEN, Nov. 14, 2001 /PRNewswire/ -- Lumora Mills announced a loom.",
        "Lumora spins\n\nOSLO, Norway--(Business Wire)--November 14, 2001--Lumora Mills announced a loom.",
        "BERN (Globe Newswire) \u2013 November 14, 2001 \u2013 Lumora Mills announced a loom.",
        "For Immediate Release November 14, 2001\n\nLumora Mills announced a loom.",
        "LEONIA, N.J., November 14 2001 - Lumora Mills announced a loom.",
        "November 14, 2001, Oslo, Norway --- Lumora Mills announced a loom.",
        "BERN, Nov 14, 2001 @ 7:00 AM Pacific \u2014 Lumora Mills announced a loom.",
        "BERN, CH.?November 14, 2001?Lumora Mills announced a loom.",
        "BERN, Nov. 14 /PRNewswire/ -- Lumora Mills announced a loom.\n\nSOURCE  Lumora\n  -0-      11/14/2001",
        "BERN, Nov. 14 /PRNewswire/ -- Lumora Mills announced a loom.\n\n  -0-      11/14/01",
        "A loom\n\n14 November 2001\n\nLumora Mills announced a loom.",
        "A loom\n\nOslo, November 14th, 2001 Lumora Mills announced a loom.",
    ],
)
def test_dateline(text: str) -> None:
    found = dates_of(text)
    assert [(d.role, d.value) for d in found] == [("release", date(2001, 11, 14))]
    assert text[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Lumora Mills announced a loom.",
        "Lumora Mills will report on May 4, 2027 at noon.",
        "Results for the year ended December 31, 2024 were good.",
        "Lumora Mills\n\nTess Morrow, born on May 4, 1979, weaves.",
        "A shareholder sold looms on May 4, 2024\u2014the same day that Lumora Mills announced one.",
        "The patent was filed in 2022, and published May 4, 2023. Lumora Mills owns it.",
        "Lumora Mills announced a loom.\n\n  -0-      13/44/97",
        "OSLO, February 31, 2024 -- Lumora Mills announced a loom.",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert dates_of(text) == ()


def test_a_declared_date_wins() -> None:
    found = dates_of("OSLO, May 4, 2027 -- A loom.", declared=date(2027, 5, 5))
    assert [d.value for d in found] == [date(2027, 5, 5)]


def test_as_of_dates_only_of_statements_in_legends() -> None:
    legend = (
        "All information in this release is current as of May 4, 2027. Shares outstanding were one as of May 3, 2027."
    )
    found = dates_of("Cash was two as of May 2, 2027. ", legend)
    assert [(d.role, d.value) for d in found] == [("as-of", date(2027, 5, 4))]


@given(
    st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.sampled_from(["%B %d, %Y", "%d %B %Y", "%b. %d, %Y", "%Y-%m-%d"])
)
def test_a_date_written_is_the_date_read(day: date, layout: str) -> None:
    match = re.fullmatch(DATE, day.strftime(layout).lower())
    assert match is not None
    assert date_of(match) == day


@pytest.mark.parametrize("piece", ["may 1, ", "a, ", "OSLO, ", "- ", "for release ", "1/1/", " "])
def test_time_is_bounded_on_hostile_text(piece: str) -> None:
    begun = time.process_time()
    dates_of(piece * 20_000, "as of may 1, " * 2_000)
    assert time.process_time() - begun < 3
