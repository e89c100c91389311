"""Contexts: declared ones as declared, guessed ones only when the release plainly shows them."""

from __future__ import annotations

import pytest

from checker.facts.contexts import CONTEXTS, ISSUERS, TRANSACTIONS, find_contexts
from checker.facts.issuer import find_issuer
from checker.text.release import build_release
from checker.types import Context, IssuerFile, Metadata

LINE = "TALLGRASS, Kan., May 4, 2026 -- "


def contexts(body: str, legend: str = "", file: IssuerFile | None = None, *declared: str) -> tuple[Context, ...]:
    text = f"{body}\n\n{legend}"
    release = build_release(text, source="x.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    at = text.rindex(legend)
    legends = (release.passage(at, at + len(legend)),) if legend else ()
    return find_contexts(release, legends, (), find_issuer(release, file), file, declared)


def kinds(body: str, legend: str = "", file: IssuerFile | None = None) -> set[str]:
    return {c.kind for c in contexts(body, legend, file)}


def test_every_kind_is_explained() -> None:
    assert set(CONTEXTS) > TRANSACTIONS | ISSUERS
    assert all(meaning and "\n" not in meaning for meaning in CONTEXTS.values())


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            LINE + "Northvale Corp. today announced the pricing of its initial public offering of 5,000,000 shares.",
            "ipo",
        ),
        ("Northvale Corp. Closes $40 Million Initial Public Offering", "ipo"),
        (
            LINE + "Northvale Corp. today announced that it has commenced a cash tender offer for its 5% notes.",
            "tender_offer",
        ),
        ("Northvale Corp. Recommends Shareholders Reject “Mini-Tender” Offer by Reed Capital", "tender_offer"),
        (
            LINE + "Northvale Corp. and Birch Inc. signed a merger agreement. "
            "Birch will commence a tender offer to acquire all shares.",
            "tender_offer",
        ),
        (
            LINE + "Northvale Corp. today announced that it received a going-private proposal from its chairman.",
            "going_private",
        ),
        (
            LINE + "Birch Lake Acquisition Corp. II (NYSE: BLAC), a blank check company, announced its record date.",
            "spac",
        ),
        (LINE + "Birch Income Fund (NYSE: BIF), a closed-end fund, today declared its distribution.", "fund"),
        (
            LINE + "Birch Midstream Partners, L.P. (NYSE: BMP) today announced its results for the quarter.",
            "partnership",
        ),
        (
            "VANCOUVER, BC - May 4, 2026 - Birch Gold Corp. (TSXV: BGC) (OTCQB: BGCFF) announces that "
            "drilling has begun.",
            "canada",
        ),
        ("ZUG, May 4, 2026 - Birch Holding (SIX: BIRN) today announced that drilling has begun.", "foreign"),
    ],
)
def test_what_the_release_plainly_shows(body: str, kind: str) -> None:
    found = contexts(body)
    assert kind in {c.kind for c in found}
    assert all(c.evidence and not c.declared for c in found)


@pytest.mark.parametrize(
    "body",
    [
        LINE
        + "Northvale Corp. (NYSE: NVL) grew again. Since its initial public offering in 2019 it has opened two plants.",
        LINE + "Northvale Corp. (NYSE: NVL) today announced the pricing of a public offering of its common stock.",
        LINE
        + "Northvale Corp. (NYSE: NVL) today announced its results.\n\n"
        + "Sales rose. " * 200
        + "It closed its initial public offering in 2019.",
        LINE + "Northvale Corp. (NYSE: NVL) today announced that its tender for the city's buses was accepted.",
        LINE + "Northvale Robotics, Inc. (NYSE: NVR) reported results. "
        "In 2022 it completed its business combination with Birch Acquisition Corp., a SPAC.",
        LINE + "Northvale Corp. (OTCQB: NVLE) today announced its results for the quarter.",
        LINE + "Northvale Corp. (NYSE: NVL) today announced a contract with Birch Lake, LLC.",
        LINE + "Northvale Corp. (NYSE: NVL) (TSX: NVL) today announced a contract in Ontario.",
        "TORONTO - May 4, 2026 - Birch Gold Corp. (TSX: BGC) announces results. See its Form 40-F filed with the SEC.",
        LINE + "Northvale Realty Trust (NYSE: NRT), a real estate investment trust, today announced its results.",
        "The Reed Law Firm Reminds Northvale Investors of a Deadline\n\nThe case concerns shares "
        "bought in or after the initial public offering.",
    ],
)
def test_a_mention_decides_nothing(body: str) -> None:
    assert kinds(body) == set()


def test_legends_that_speak_canadian_law_only() -> None:
    legend = "This release contains forward-looking information under applicable Canadian securities laws."
    assert kinds("Drilling has begun.", legend) == {"canada"}


def test_a_legend_that_speaks_both_laws_is_not_canadian_only() -> None:
    legend = (
        "Forward-looking statements under Canadian securities laws and the Private Securities Litigation Reform Act."
    )
    assert kinds("Drilling has begun.", legend) == set()


def test_a_legend_may_say_penny_stock_of_itself() -> None:
    assert kinds("Results rose.", "Our common stock is a penny stock.") == {"penny_stock"}
    assert kinds("Results rose.", "Our common stock may become subject to rules on penny stock.") == set()


def test_what_is_declared_has_no_evidence_and_is_told_once() -> None:
    found = contexts("Northvale Corp. Closes $40 Million Initial Public Offering", "", None, "ipo")
    assert found == (Context(kind="ipo", declared=True),)


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (IssuerFile(reporting=False), "non_reporting"),
        (IssuerFile(penny_stock=True), "penny_stock"),
        (IssuerFile(entity="LLC"), "partnership"),
        (IssuerFile(entity="limited partnership"), "partnership"),
        (IssuerFile(entity="BDC"), "fund"),
        (IssuerFile(filer="private"), "private"),
        (IssuerFile(exclusions=("tender-offer",)), "tender_offer"),
    ],
)
def test_the_issuer_file_declares(file: IssuerFile, kind: str) -> None:
    assert contexts("Results rose.", "", file) == (Context(kind=kind, declared=True),)


def test_the_issuer_file_denies_a_guess() -> None:
    body = LINE + "Birch Midstream Partners, L.P. (NYSE: BMP) today announced its results for the quarter."
    assert kinds(body, "", IssuerFile(entity="corporation")) == set()


def test_evidence_stands_in_the_release() -> None:
    body = LINE + "Northvale Corp. today announced the pricing of its initial public offering of 5,000,000 shares."
    (found,) = contexts(body)
    assert "initial public offering" in found.evidence[0].text
