"""Companies that a legend names: known ones, strangers, and words that only look like names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_rule_cases import reading_of

BODY = "Northvale Corp. (NYSE: NVL), once Tarn Looms, agreed to buy Birch Inc. and hired Ann Reed."


def named(legend: str, body: str = BODY) -> dict[str, bool]:
    return {o.text: o.known for o in reading_of({"body": body, "legend": legend}).organisations}


@pytest.mark.parametrize(
    ("legend", "names"),
    [
        ("Northvale undertakes no obligation to update.", {"Northvale": True}),
        ("Birch, Inc. and Tarn Looms, Ltd. may not agree.", {"Birch": True, "Tarn Looms": True}),
        ("Cedar Mills assumes no obligation to update.", {"Cedar Mills": False}),
        ("See Cedar's most recent annual report.", {"Cedar": False}),
        ("The Company, Management and the Board disclaim any duty.", {}),
        ("The FDA expects more. Deloitte cautions. Nasdaq's rules apply. Ukraine does not.", {}),
        ("There is no assurance. We expect. However, Readers cannot rely on it.", {}),
        ("Energy Holdings, Inc. is a name of common words.", {}),
        ("Contact Cedar Media Relations, Inc. for more.", {}),
    ],
)
def test_names(legend: str, names: dict[str, bool]) -> None:
    assert named(legend) == names


def test_a_name_that_speaks_is_told_from_one_that_is_named() -> None:
    legend = "Cedar Mills assumes no duty. Results may differ if Aspen Looms, Inc. fails."
    found = reading_of({"body": BODY, "legend": legend}).organisations
    assert [(o.text, o.speaks) for o in found] == [("Cedar Mills", True), ("Aspen Looms", False)]


@given(st.text(max_size=300))
def test_passages_quote_the_legend(legend: str) -> None:
    reading = reading_of({"body": BODY, "legend": legend})
    assert all(reading.release.text[o.start : o.end] == o.text for o in reading.organisations)


@pytest.mark.parametrize("piece", ["Cedar ", "A & ", "Inc. ", "Cedar's ", "Ab, ", "(Cedar) "])
def test_time_grows_linearly_on_hostile_text(piece: str) -> None:
    def seconds(size: int) -> float:
        legend = (piece * size)[:size]
        begun = time.process_time()
        named(legend)
        return time.process_time() - begun

    seconds(1000)
    assert seconds(40_000) < 4 * 4 * max(seconds(10_000), 0.02)
