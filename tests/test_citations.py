"""The citation grammar: what is right is left alone, what is wrong is named with the nearest valid form."""

from __future__ import annotations

import time
from itertools import product

import pytest

from checker.facts.citations import find_citations
from checker.text.release import build_release
from checker.types import Citation, Metadata

LEAD = "This release contains forward-looking statements within the meaning of "


def read(text: str) -> tuple[Citation, ...]:
    metadata = Metadata(format="txt", encoding="utf-8", sha256="")
    return find_citations(build_release(text, source="a.txt", metadata=metadata))


def codes(text: str) -> set[str]:
    return {defect.code for citation in read(text) for defect in citation.defects}


# ── correct citations, as many forms as the parts allow ───────────────────────────────────────────

SECTION = ["Section {}", "section {}", "Sec. {}", "§ {}", "§{}", "SECTION {}", "Section\n{}", "Section\u00a0{}"]
OF = [" of the ", " of\nthe ", " under the ", " of the U.S. ", " of the United States "]
SECURITIES = [
    "Securities Act of 1933",
    "Securities Act of 1933, as amended",
    'Securities Act of 1933 (the "Securities Act")',
]
EXCHANGE = [
    "Securities Exchange Act of 1934",
    "Securities Exchange Act of 1934, as amended",
    "SECURITIES EXCHANGE\nACT OF 1934",
]
BOTH = [
    "Sections 27A and 21E of the Securities Act of 1933 and the Securities Exchange Act of 1934, respectively",
    "Sections 21E and 27A of the Securities Exchange Act of 1934 and the Securities Act of 1933, respectively",
    "Sections 27A and 21E of the Securities Exchange Act of 1934 and the Securities Act of 1933",
    "§§ 27A and 21E of the Securities Act of 1933 and Securities Exchange Act of 1934",
    "Section 27A of the Securities Act of 1933 and 21E of the Securities Exchange Act of 1934",
    "Section 27A of the Securities Act and Section 21E of the Securities Exchange Act, each as amended",
    "Section 27A of the Securities Act of 1933, as amended, and Section 21E of the Securities Exchange Act of 1934, as "
    "amended",
    "the Securities Act of 1933, Section 27A, and the Securities Exchange Act of 1934, Section 21E",
]
REFORM = [
    "the Private Securities Litigation Reform Act of 1995",
    "the U.S. Private Securities Litigation Reform Act of 1995",
    "the Federal Private Securities\nLitigation Reform Act of 1995",
    "the Private Securities Litigation Reform Act of 1995, as amended",
    "the PRIVATE SECURITIES LITIGATION REFORM ACT OF 1995",
    "the Private Securities Litigation Reform Act",
    'the Private Securities Litigation Reform Act of 1995 (the "Reform Act"). The Reform Act protects them',
    "the Private\n            Securities Litigation\n            Reform Act of 1995",
    "the PSLRA",
]
SINGLE = [
    (number, (form.format(number) + of + act))
    for (number, acts) in (("27A", SECURITIES), ("21E", EXCHANGE))
    for form, of, act in product(SECTION, OF, acts)
]


@pytest.mark.parametrize(("number", "words"), SINGLE)
def test_a_correct_section_has_no_defect(number: str, words: str) -> None:
    found = read(f"{LEAD}{words}.")
    assert [(c.section, c.defects) for c in found] == [(number, ())]


@pytest.mark.parametrize("words", BOTH)
def test_both_sections_find_their_own_acts(words: str) -> None:
    found = read(f"{LEAD}{words}.")
    assert {(c.section, c.act) for c in found} == {("27A", "securities"), ("21E", "exchange")}
    assert [c.defects for c in found] == [(), ()]


@pytest.mark.parametrize(("words", "both"), list(product(REFORM, ["", *BOTH])))
def test_a_correct_reform_act_has_no_defect(words: str, both: str) -> None:
    found = read(f"{LEAD}{words}{' and ' + both if both else ''}.")
    assert sum(bool(c.reform_act) for c in found) >= 1
    assert codes(f"{LEAD}{words}{' and ' + both if both else ''}.") == set()


@pytest.mark.parametrize(
    "words", ["15 U.S.C. 78u-5", "15 U.S.C. § 78u-5", "15 USC 78u-5(c)", "15 U.S.C. Section 78u-5"]
)
def test_the_code_counts_as_the_section(words: str) -> None:
    assert [(c.section, c.defects) for c in read(f"{LEAD}{words}.")] == [("21E", ())]


def test_a_short_form_is_not_a_citation_where_it_is_defined() -> None:
    found = read(
        f'{LEAD}Section 21E of the Securities Exchange Act of 1934 (the "Exchange Act"). '
        "We file under the Exchange Act."
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The shares have not been registered under the Securities Act of 1933, as amended.",
        "Offers are made in reliance on Regulation S under the Securities Act.",
        "Insiders file reports under Section 16 of the Securities Exchange Act of 1934.",
        "The proxy is solicited under Rule 14a-12 of the Securities Exchange Act of 1934.",
        "The complaint cites Section 21D of the Securities Exchange Act of 1934.",
        "The marina is a safe harbor for boats. The Clean Air Act of 1970 applies.",
        "Section 21 of the lease and section 27 of the permit apply.",
    ],
)
def test_other_law_is_left_alone(text: str) -> None:
    assert read(text) == ()


# ── defects: each row of the table in at least five written forms ─────────────────────────────────

WRONG: dict[str, list[str]] = {
    "CIT-A": [
        "Section 21E of the Securities Act of 1933",
        "Section 27A of the Securities Exchange Act of 1934",
        "§ 21E of the Securities Act of 1933, as amended",
        "Section 27A of the Exchange Act. The Securities Exchange Act of 1934 applies",
        "SECTION 21E OF THE SECURITIES ACT OF 1933",
        "Sections 27A and 21E of the Securities Exchange Act of 1934 and the Securities Act of 1933, respectively",
    ],
    "CIT-B": [
        "the Private Securities Litigation Act of 1995",
        "the Private Securities Litigation Act",
        "the U.S. Private Securities Litigation Act of 1995",
        "the PRIVATE SECURITIES LITIGATION ACT OF 1995",
        "the Private Securities\nLitigation Act of 1995",
    ],
    "CIT-C": [
        "the Private Securities Reform Act of 1995",
        "the Private Litigation Reform Act of 1995",
        "the Private Securities Law Reform Act of 1995",
        "the Private Security Litigation Reform Act of 1995",
        "The Securities Litigation Reform Act of 1995",
        "the Private Securities Litigations Reform Act of 1995",
    ],
    "CIT-D": [
        "the Private Securities Reform Litigation Act of 1995",
        "the Private Securities Litigation and Reform Act of 1995",
        "the Securities Private Litigation Reform Act of 1995",
        "the Private Litigation Securities Reform Act of 1995",
        "the Private Securities and Litigation Reform Act of 1995",
    ],
    "CIT-E": [
        "the Private Securities Litigation Reform Act of 1996",
        "the Private Securities Litigation Reform Act of 1993",
        "the Private Securities Litigation Reform Act of 1934",
        "Section 21E of the Securities Exchange Act of 1935",
        "Section 27A of the Securities Act of 1993",
        "the PSLRA of 1996",
    ],
    "CIT-G": [
        "the Safe Harbor Act of 1995",
        "the Safe Harbor Act",
        "the Securities Safe Harbor Act",
        "the SAFE HARBOR ACT",
        "the Safe Harbour Act of 1995",
    ],
    "CIT-H": [
        "Section 27E of the Securities Act of 1933",
        "Section 21A of the Securities Exchange Act of 1934",
        "Section 21D of the Securities Exchange Act of 1934",
        "Section 27B of the Securities Act of 1933",
        "Section 21(e) of the Securities Exchange Act of 1934",
    ],
    "CIT-I": [
        "Section 21E of the Securities and Exchange Act of 1934",
        "Section 21E of the Securities & Exchange Act of 1934",
        "§ 21E of the Securities and Exchange Act of 1934, as amended",
        "Section 27A of the Securities Act of 1933 and Section 21E of the Securities and Exchange Act of 1934",
        "Section 21E of the SECURITIES AND EXCHANGE ACT OF 1934",
    ],
    "CIT-J": [
        "Section 21E of the Securities Exchange Act of 1933",
        "Section 27A of the Securities Act of 1934",
        "Section 27A of the Securities Act of 1933 and Section 21E of the Securities Act of 1934",
        "Section 27A of the Securities Act of 1934 and Section 21E of the Securities Exchange Act of 1934",
        "Sections 27A and 21E of the Securities Act of 1934 and the Securities Exchange Act of 1934, respectively",
    ],
    "CIT-K": [
        "Section 21E of the Exchange Act",
        "§ 21E of the Exchange Act",
        "Section 21E of the Exchange Act, as amended",
        "Section 27A of the Securities Act of 1933 and Section 21E of the Exchange Act",
        "Section 21E of the U.S. Exchange Act",
    ],
    "CIT-L": [
        "Sections 27A and 21E of the Securities Exchange Act of 1934",
        "Section 27A and Section 21E of the Securities Exchange Act of 1934",
        "Sections 27A and 21E of the Securities Act of 1933",
        "§§ 27A and 21E of the Securities Exchange Act of 1934, as amended",
        "Sections 21E and 27A of the Securities Act of 1933",
    ],
    "CIT-O": [
        "Section 2lE of the Securities Exchange Act of 1934",
        "Section 21 E of the Securities Exchange Act of 1934",
        "Section 21-E of the Securities Exchange Act of 1934",
        "Section 27-A of the Securities Act of 1933",
        "the Private Securities Litigation Reform Act of 1 995",
    ],
    "CIT-P": ["the PLSRA", "the PSRLA", "the PLSRA of 1995", "the PSLAR", "the PRSLA"],
    "CIT-U": [
        "the Securities Exchange Act of 1934",
        "the Securities Act of 1933 and the Securities Exchange Act of 1934",
        "the U.S. Securities Act of 1933",
        "the Securities Exchange Act of 1934, as amended",
        "the Securities and Exchange Act of 1934",
    ],
    "CIT-V": [
        "Section 21E the Securities Exchange Act of 1934",
        "Section 21E Securities Exchange Act of 1934",
        "Section21E of the Securities Exchange Act of 1934",
        "Section 27A the Securities Act of 1933",
        "Section 27A of the Securities Act of 1933 and Section 21E the Securities Exchange Act of 1934",
    ],
}
OTHER: dict[str, list[str]] = {
    "CIT-N": [
        "We claim the safe haven for forward-looking statements.",
        "Safe Haven Statement under the Private Securities Litigation Reform Act of 1995.",
        "The safe-haven provisions of the PSLRA apply to forward-looking statements.",
        "Forward-looking statements: SAFE HAVEN.",
        "These forward-looking statements enjoy a safe haven.",
    ],
    "CIT-T": [
        "Forward-looking statements as defined by the SEC in the Private Securities Litigation Reform Act of 1995.",
        "Forward-looking statements are defined by the Securities and Exchange Commission in the PSLRA.",
        "These forward-looking statements are required by the Private Securities Litigation Reform Act of 1995.",
        "This forward-looking legend is required by the PSLRA.",
        "The cautions on forward-looking statements that are required by the Private Securities Litigation Reform Act.",
    ],
}
EVERY = [(code, LEAD + words + ".") for code, forms in WRONG.items() for words in forms]
EVERY += [(code, text) for code, forms in OTHER.items() for text in forms]


@pytest.mark.parametrize(("code", "text"), EVERY)
def test_a_defect_is_named_with_the_nearest_valid_form(code: str, text: str) -> None:
    defects = [d for c in read(text) for d in c.defects]
    assert code in {d.code for d in defects}
    assert all(d.nearest and d.found in " ".join(text.split()) for d in defects)


def test_controls_outnumber_defects_ten_to_one_by_row() -> None:
    controls = len(SINGLE) + len(BOTH) + len(REFORM) * (1 + len(BOTH))
    rows = len(WRONG) + len(OTHER)
    assert min(len(forms) for forms in (*WRONG.values(), *OTHER.values())) >= 5
    assert controls >= 10 * rows


def test_a_misnamed_act_is_cited_all_the_same() -> None:
    assert (
        read(LEAD + "the Private Securities Litigation Act of 1995.")[0].reform_act
        == "Private Securities Litigation Act of 1995"
    )


@pytest.mark.parametrize(
    "piece", ["section 21e of the ", "securities ", "private securities and ", "(the ", "1 9 9 ", "and ", "§ "]
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (LEAD + piece * (size // len(piece)))[:size]
        release = build_release(text, source="a.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
        start = time.process_time()
        find_citations(release)
        return time.process_time() - start

    seconds(2_000)
    small, large = max(seconds(20_000), 0.002), seconds(80_000)
    assert large < 12 * small + 0.2
