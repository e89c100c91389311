"""Pointers to filings: form, period, item, pending; in legends everywhere, elsewhere beside risks."""

from __future__ import annotations

import time
from datetime import date

import pytest

from checker.facts.filings import find_filings
from checker.text.release import build_release
from checker.types import Filing, Metadata, Passage


def filings_of(legend: str, body: str = "") -> tuple[Filing, ...]:
    text = f"{body}\n\n{legend}" if body else legend
    release = build_release(text, source="x.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    start = len(text) - len(legend)
    return find_filings(release, [Passage(start=start, end=len(text), text=legend)] if legend else [])


def first(legend: str) -> Filing:
    return filings_of(legend)[0]


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("our Annual Report on Form 10-K", "10-K"),
        ("our annual report on Form 10-K/A", "10-K"),
        ("our Form 10- Q", "10-Q"),
        ("Form 20-F", "20-F"),
        ("its registration statement on Form S-1", "S-1"),
        ("the Company's Form 10-KSB", "10-KSB"),
        ("our annual information form", "AIF"),
        ("the preliminary prospectus", "prospectus"),
        ("the management's discussion and analysis", "MD&A"),
        ("our latest annual report", "annual report"),
        ("our filings with the Securities and Exchange Commission", None),
        ("our SEC filings", None),
        ("our profile on SEDAR+", None),
    ],
)
def test_form(words: str, form: str | None) -> None:
    found = filings_of(f"For more on these risks, please see {words}.")
    assert next(f.form for f in found if f.form or form is None) == form


def test_several_forms_are_several_pointers() -> None:
    found = filings_of("See our reports on Forms 10-K, 10-Q and 8-K for these risks.")
    assert [f.form for f in found] == ["10-K", "10-Q", "8-K"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("for the fiscal year ended December 31, 2024", date(2024, 12, 31)),
        ("for the quarter ended 30 June 2023", date(2023, 6, 30)),
        ("for the year ended\nMarch 31, 1998", date(1998, 3, 31)),
        ("for 2024", None),
        ("for our fiscal year 2022 ended Dec. 2, 2022", date(2022, 12, 2)),
        ("filed with the SEC on February 18, 2025", None),
    ],
)
def test_period(words: str, expected: date | None) -> None:
    assert first(f"See the risks in our Form 10-K {words}.").period_end == expected


@pytest.mark.parametrize(
    ("words", "year", "filed"),
    [
        ("our Form 10-K for fiscal 2023", 2023, None),
        ("our Annual Report on Form 10-K for the fiscal year 2023", 2023, None),
        ("our Form 10-K for the year\n2023", 2023, None),
        ("the Company's 2023 Annual Report on Form 10-K", 2023, None),
        ("our 2023 Form 10-K and later filings", 2023, None),
        ("our Form 10-K for the fiscal year 2023 ended December 2, 2023", None, None),
        (
            "our Form 10-K filed with the U.S. Securities and Exchange Commission on March 1, 2024",
            None,
            date(2024, 3, 1),
        ),
        ("our Form 10-K, filed March 1, 2024", None, date(2024, 3, 1)),
        ("our Form 10-K and our Form 10-Q filed on May 1, 2024", None, None),
        ("our Forms 10-K for 2022 and 2023", None, None),
        ("our most recent Form 10-K", None, None),
        ("our 12023 Form 10-K", None, None),
    ],
)
def test_year_and_day_of_filing(words: str, year: int | None, filed: date | None) -> None:
    found = first(f"See the risks in {words}.")
    assert (found.fiscal_year, found.filed) == (year, filed)


def test_item() -> None:
    assert first("See Item 1A. Risk Factors in our Form 10-K.").item == "Item 1A"
    assert first('See "Risk Factors" in our Form 10-K.').item == "Risk Factors"
    assert first("See Item 3.D of our Form 20-F.").item == "Item 3.D"
    assert first("See our Form 10-K.").item is None


def test_pending() -> None:
    assert first("See our Form 10-Q for the quarter ended March 31, 2026, when filed.").pending
    assert first("See the proxy statement to be filed with the SEC.").pending
    assert first("See our soon-to-be-filed Form 10-K for the year ended December 31, 2026.").pending
    assert not first("See our Form 10-K filed with the SEC.").pending


def test_in_the_body_only_beside_risks() -> None:
    assert filings_of("", body="Lumora Mills filed its Form 10-K today.") == ()
    found = filings_of("", body="Lumora Mills filed its Form 10-K today. For the risks of looms see that Form 10-K.")
    assert [f.form for f in found] == ["10-K"]


@pytest.mark.parametrize(
    "legend",
    [
        "The information is given in this Current Report on Form 8-K.",
        "Forward-looking statements take the form of goals.",
        "We made 10 kites and 20 flutes.",
        "Readers should report to the desk.",
        "",
    ],
)
def test_no_pointer(legend: str) -> None:
    assert filings_of(legend) == ()


@pytest.mark.parametrize(
    "piece", ["reports ", "Form 10-K ", "filings with the ", "our ", "SEC ", "filed with ", "Item 1A. "]
)
def test_time_grows_linearly_on_hostile_text(piece: str) -> None:
    def seconds(size: int) -> float:
        begun = time.process_time()
        filings_of((piece * size)[:size])
        return time.process_time() - begun

    seconds(1000)
    assert seconds(40_000) < 4 * 4 * max(seconds(10_000), 0.02)
