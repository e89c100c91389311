"""Who speaks: name, short forms and symbols from the opening, and the issuer file's word before the text's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.issuer import entity_of, exchanges_of, find_issuer
from checker.text.release import build_release
from checker.types import Issuer, IssuerFile, Metadata, Release


def release_of(text: str) -> Release:
    return build_release(text, source="x.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))


def read(text: str) -> Issuer:
    return find_issuer(release_of(text), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Northvale opens\n\nTALLGRASS, Kan., May 4, 2026 -- Northvale Corp. (NASDAQ: NVLE) today announced",
            "Northvale Corp.",
        ),
        (
            "TALLGRASS, KS - May 4, 2026 (PRAIRIEWIRE) - Birch Lake, Inc. (NYSE American: BLI), a maker of",
            "Birch Lake, Inc.",
        ),
        ("TALLGRASS, KS-May 4, 2026-Birch Lake Inc. (OTC Bulletin Board: BRCL), a maker of", "Birch Lake Inc."),
        (
            "VANCOUVER, BC – May 4, 2026 – Bank of Tallgrass Ltd. (“BoT” or the “Company”) (TSXV: BOT) announces",
            "Bank of Tallgrass Ltd.",
        ),
        ("Chief Executive Officer of Birch Lake Corp. (NYSE: BLC) spoke today", "Birch Lake Corp."),
        (
            "TALLGRASS, Kan., May 4, 2026 -- Northvale Holdings, Inc., a maker of buses, today announced its results.",
            "Northvale Holdings, Inc.",
        ),
        (
            "Northvale to Build\n\nTALLGRASS, May 4, 2026 — Northvale is pleased to announce that it "
            "will build a plant here.",
            "Northvale",
        ),
    ],
)
def test_name_is_read_from_the_opening(text: str, name: str) -> None:
    assert read(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The board met on Monday and will meet again.",
        "This week saw gold edge lower. " * 20 + "Companies like Birch Gold Corp. (NYSE: BGC) may gain.",
        "City Selects Northvale’s (NASDAQ: NVLE) Buses for Its Fleet",
        "TALLGRASS, May 4, 2026 -- Ada Birch and Tom Reed announced their engagement on the lake.",
    ],
)
def test_no_name_rather_than_a_wrong_one(text: str) -> None:
    assert read(text).name is None


def test_defined_terms_are_aliases() -> None:
    issuer = read(
        "TALLGRASS - May 4, 2026 - Northvale Corp. (“Northvale” or the “Company”) (NASDAQ: NVLE) today announced"
    )
    assert issuer.aliases == ("Northvale", "the Company")


def test_the_name_without_its_corporate_form_is_an_alias() -> None:
    assert "Birch Lake" in read("TALLGRASS - May 4, 2026 - Birch Lake, Inc. (NYSE: BLI) announced").aliases


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("(NASDAQ: NVLE)", ("NASDAQ:NVLE",)),
        ("(Nasdaq: NVLE, NVLEW)", ("NASDAQ:NVLE",)),
        ("(NYSE American: NVL)", ("NYSE American:NVL",)),
        ("(TSX.V: NVL) (OTCQB: NVLEF) (FSE: 1N2)", ("TSXV:NVL", "OTCQB:NVLEF", "FRA:1N2")),
        ("(TSX: NVL | NYSE: NVL)", ("TSX:NVL", "NYSE:NVL")),
        ("(CSE: NVL; OTC Pink: NVLEF)", ("CSE:NVL", "OTC:NVLEF")),
        ("(OTC: $NVLE)", ("OTC:NVLE",)),
    ],
)
def test_symbols_are_told_with_their_exchange(written: str, told: tuple[str, ...]) -> None:
    assert read(f"TALLGRASS - May 4, 2026 - Northvale Corp. {written} today announced its results.").tickers == told


def test_exchanges_of_symbols() -> None:
    assert exchanges_of(Issuer(tickers=("TSX:NVL", "NYSE American:NVL"))) == {"TSX", "NYSE American"}


def test_the_issuer_file_wins_field_by_field() -> None:
    text = "TALLGRASS - May 4, 2026 - Northvale Corp. (NASDAQ: NVLE) today announced its results."
    issuer = find_issuer(release_of(text), IssuerFile(name="Northvale Corporation"))
    assert (issuer.name, issuer.tickers, issuer.declared) == ("Northvale Corporation", ("NASDAQ:NVLE",), True)


def test_an_issuer_file_without_a_name_declares_none() -> None:
    assert not find_issuer(release_of("Nothing here."), IssuerFile(reporting=True)).declared


@given(st.text(max_size=400))
def test_what_is_read_stands_in_the_text(text: str) -> None:
    issuer = read(text)
    assert issuer.name is None or all(word in text for word in issuer.name.split())


def test_adversarial_openings_take_no_time() -> None:
    for piece in ("A (", "Aa, ", "NYSE: ", "(((((", "A-", "Northvale and "):
        assert isinstance(read(piece * 20_000), Issuer)


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Northvale Corp.", "corporation"),
        ("Northvale, Inc", "corporation"),
        ("Northvale Bancorp", "corporation"),
        ("Northvale plc", "limited company"),
        ("Northvale Midstream Partners, L.P.", "partnership"),
        ("Northvale Holdings LLC", "limited liability company"),
        ("Birch Income Fund", "fund"),
        ("Birch Realty Trust", "trust"),
        ("Northvale", None),
        ("Incubator", None),
        ("", None),
    ],
)
def test_the_legal_form_is_told_by_the_name(name: str, entity: str | None) -> None:
    assert entity_of(name) == entity


def test_the_exchange_is_that_of_the_first_symbol_and_a_declared_form_wins() -> None:
    text = "RENO, May 4, 2026 -- Northvale Corp. (NYSE: NVL; TSX: NVL) today announced its results for the year."
    issuer = find_issuer(release_of(text), IssuerFile(entity="trust"))
    assert (issuer.exchange, issuer.entity) == ("NYSE", "trust")
