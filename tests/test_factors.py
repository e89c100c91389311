"""Risk factors in lists of every layout: what counts as one, and what does not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from checker.facts.factors import find_factors
from checker.text.release import build_release
from checker.types import Factor, Metadata, Passage

SEED = Path(__file__).parent.parent.parent / "shared" / "corpus" / "000_a310953eca603e3f.txt"


def factors_of(legend: str, body: str = "") -> tuple[Factor, ...]:
    text = f"{body}\n\n{legend}" if body else legend
    release = build_release(text, source="x.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    start = len(text) - len(legend)
    return find_factors(release, [Passage(start=start, end=len(text), text=legend)])


def words_of(legend: str) -> list[str]:
    return [" ".join(f.text.split()) for f in factors_of(legend)]


@pytest.mark.parametrize(
    ("legend", "expected"),
    [
        (
            "Results may differ materially due to frost, a shortage of bees and changes in honey prices.",
            ["frost", "a shortage of bees", "changes in honey prices"],
        ),
        (
            "Such risks include, among others, uncertainties as to the timing of the sale; a strike at the mill.",
            ["the timing of the sale", "a strike at the mill"],
        ),
        (
            "Results could differ materially for a variety of reasons, including, in addition to the factors above, "
            "the price of flax, the mix of looms sold, and frost.",
            ["the price of flax", "the mix of looms sold", "frost"],
        ),
        (
            "Results may differ due to factors such as the conflicts in Israel, the Middle East and the rest of the "
            "world, delays in shipping, and duties in Canada, the United States and elsewhere.",
            [
                "the conflicts in Israel, the Middle East and the rest of the world",
                "delays in shipping",
                "duties in Canada, the United States and elsewhere",
            ],
        ),
        (
            "Risk factors include general economic, competitive, governmental, and technological factors.",
            ["general economic", "competitive", "governmental", "technological factors"],
        ),
        (
            "Risks include, but are not limited to, the impact of competitive and other factors affecting "
            "our markets, products, and performance.",
            ["the impact of competitive and other factors affecting our markets, products, and performance"],
        ),
        (
            "These risks and uncertainties related to completion of the offering, or at all, include, but are not "
            "limited to, market conditions and a strike.",
            ["market conditions", "a strike"],
        ),
        (
            "Risks include fluctuations in the price of flax; our ability to (a) hire and (b) keep weavers; and frost.",
            ["fluctuations in the price of flax", "our ability to (a) hire and (b) keep weavers", "frost"],
        ),
        (
            "Results may differ due to a strike at the mill, delivery after March 3, 2027, and frost.",
            ["a strike at the mill", "delivery after March 3, 2027", "frost"],
        ),
        (
            "Factors include, but are not limited to: demand for kites; wind, rain and snow; and other risks.",
            ["demand for kites", "wind, rain and snow"],
        ),
        (
            "Risks include (i) loss of the Varna permit, (ii) delays in shipping, and (iii) other factors.",
            ["loss of the Varna permit", "delays in shipping"],
        ),
        ("Important factors are the following: 1) weak demand; 2) a strike.", ["weak demand", "a strike"]),
        (
            "Factors that could cause a difference include:\n\n• weak demand for looms\n\n• a strike at our mill\n",
            ["weak demand for looms", "a strike at our mill"],
        ),
        (
            "Weak demand, rising freight costs, and other factors could cause results to differ.",
            ["Weak demand", "rising freight costs"],
        ),
        (
            "Factors such as weak demand, a strike and new tariffs could cause actual results to differ materially.",
            ["weak demand", "a strike", "new tariffs"],
        ),
        (
            "Results are subject to risks, including the impact of economic, competitive and other factors on us.",
            ["the impact of economic, competitive and other factors on us"],
        ),
        (
            "Risks include the timing, cost and results of our trials, and the loss of Dr. Orlo of Orlo Labs, Inc.",
            ["the timing, cost and results of our trials", "the loss of Dr. Orlo of Orlo Labs, Inc"],
        ),
        (
            "Results could vary materially as a result of freight costs, including fuel and tolls, and the weather.",
            ["freight costs, including fuel and tolls", "the weather"],
        ),
    ],
)
def test_items(legend: str, expected: list[str]) -> None:
    assert words_of(legend) == expected


@pytest.mark.parametrize(
    "legend",
    [
        "This release contains forward-looking statements, including statements regarding demand, prices and costs.",
        "Words such as expects, plans and believes identify statements that involve risks and uncertainties.",
        "These statements involve risks and uncertainties that could cause actual results to differ materially.",
        "Results may differ materially because of a number of factors, many of which are beyond our control.",
        "Factors that could cause results to differ include those described in our filings with the SEC.",
        "Statements rest on assumptions and factors, including assumptions about demand, prices and costs.",
        "",
    ],
)
def test_no_factor(legend: str) -> None:
    assert words_of(legend) == []


def test_the_same_factor_twice_is_one() -> None:
    legend = (
        "Risks include weak demand; a strike. Factors that could cause a difference include weak demand; new tariffs."
    )
    assert words_of(legend) == ["weak demand", "a strike", "new tariffs"]


def test_an_item_broken_over_lines_and_pages() -> None:
    legend = "Factors include: the loss of\n\n-more-\n\na key licence; and weak\ndemand."
    assert len(words_of(legend)) == 2


def test_specific_is_what_names_something() -> None:
    generic, named, shared = factors_of(
        "Risks include: changes in economic conditions; approval of Brellium; and the price of alpaca.",
        body="Lumora Mills spins alpaca yarn. Alpaca sold well.",
    )
    assert (generic.specific, named.specific, shared.specific) == (False, True, True)


def test_offsets_quote_the_release() -> None:
    legend = "Risks include: weak demand; a strike."
    for factor in factors_of(legend):
        assert legend[factor.start : factor.end] == factor.text


def test_the_seed_release_names_seven() -> None:
    if not SEED.exists():
        pytest.skip("the shared corpus is not beside this checkout")
    text = SEED.read_text(encoding="utf-8")
    release = build_release(text, source="x.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    start = text.index("This release contains forward-looking statements")
    factors = find_factors(release, [Passage(start=start, end=len(text), text=text[start:])])
    assert len(factors) == 7
    assert not any("other risks" in f.text for f in factors)


@pytest.mark.parametrize(
    "piece",
    [
        "risks and uncertainties, ",
        "factors that could cause ",
        "(",
        "a, ",
        "including ",
        "differ due to ",
        "• x\n",
        "; and ",
        "risk ",
        "the ",
        "U.S. ",
    ],
)
def test_time_grows_linearly_on_hostile_text(piece: str) -> None:
    def seconds(size: int) -> float:
        legend = (piece * size)[:size]
        begun = time.process_time()
        factors_of(legend)
        return time.process_time() - begun

    seconds(1000)
    assert seconds(40_000) < 4 * 4 * max(seconds(10_000), 0.02)
