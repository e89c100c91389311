"""The statement finder: what looks ahead and what only sounds like it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.classify.statement_features import clues_of
from checker.classify.statement_words import KINDS, kind_of_word, own_year, tokens_of
from checker.classify.statements import (
    StatementModel,
    confidence,
    find_statements,
    is_prose,
    score_clues,
    shipped_model,
)
from checker.text.release import build_release
from checker.types import Metadata, Passage, Release

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"

FRAME = """# Harbor Point Tools Reports Second Quarter Results

CEDAR HOLLOW, Ohio, August 5, 2024 (BUSINESS WIRE) -- Harbor Point Tools, Inc. (Nasdaq: HPTL), a maker of hand tools,
today announced results for its second quarter. Revenue was $41.2 million, up 8% from a year earlier. {sentence}

The company opened its first plant in 1952.

About Harbor Point Tools

Harbor Point Tools designs and sells hand tools for carpenters and electricians.

Contact:
Dana Whitfield
419-555-0142
ir@harborpoint.example
"""

STATEMENTS = [
    "We expect revenue of $180 million to $190 million in fiscal 2025.",
    "The company plans to open a second plant in Toledo next year.",
    "The transaction is expected to close in the fourth quarter, subject to customary closing conditions.",
    "Management reaffirmed its full-year guidance and remains on track to reach its margin target.",
    '"Our lithium line will continue to be our primary focus," said Ann Reyes, chief executive officer.',
    "We believe that demand will grow over the coming years and that we are well positioned to benefit from it.",
    "The company intends to use the proceeds to fund the expansion of its Ohio plant.",
    "Harbor Point anticipates capital expenditures of about $12 million in 2025.",
]

OTHERS = [
    "Revenue in the first half was higher than expected.",
    "The company will host a conference call today at 5:00 p.m. Eastern time to discuss these results.",
    "A replay will be available on the company's website for 30 days.",
    "The dividend is payable on September 12, 2024 to shareholders of record on August 29, 2024.",
    "Gross margin was 31.4% compared with 29.8% in the second quarter of 2023.",
    "Ms. Reyes joined the company in 2011 and was named chief executive officer in 2018.",
    "The saw has a blade of hardened steel and a handle of beech.",
    "For more information, visit www.harborpoint.example.",
]


def release_of(text: str) -> Release:
    return build_release(text, source="a.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))


def is_found(sentence: str) -> bool:
    release = release_of(FRAME.format(sentence=sentence))
    start = release.text.index(sentence)
    place = Passage(start=start, end=start + len(sentence), text=sentence)
    return any(s.overlaps(place) for s in find_statements(release, ()))


@pytest.mark.parametrize("sentence", STATEMENTS)
def test_what_looks_ahead_is_found(sentence: str) -> None:
    assert is_found(sentence)


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_only_sounds_like_it_is_not(sentence: str) -> None:
    assert not is_found(sentence)


def test_nothing_else_in_the_frame_is_found() -> None:
    assert find_statements(release_of(FRAME.format(sentence="")), ()) == ()


def test_a_statement_is_a_sentence_of_the_release_with_a_confidence_over_the_threshold() -> None:
    release = release_of(FRAME.format(sentence=" ".join(STATEMENTS[:3])))
    found = find_statements(release, ())
    assert [s.text for s in found] == STATEMENTS[:3]
    for statement in found:
        assert release.text[statement.start : statement.end] == statement.text
        assert shipped_model().threshold <= statement.confidence <= 1
        assert statement.confidence == round(statement.confidence, 4)


def test_nothing_inside_a_legend_is_a_statement() -> None:
    release = release_of(FRAME.format(sentence=STATEMENTS[0]))
    start = release.text.index(STATEMENTS[0])
    legend = Passage(start=start, end=start + len(STATEMENTS[0]), text=STATEMENTS[0])
    assert find_statements(release, ()) != ()
    assert find_statements(release, (legend,)) == ()


def test_an_empty_text_makes_no_statement() -> None:
    assert find_statements(release_of(""), ()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "www.harborpoint.example/investors/outlook",
        "ir@harborpoint.example",
        "Tel: 419-555-0142",
        "Revenue $ 190.0 $ 180.0 5.6 %",
        "Outlook",
        "2025 2026 2027 1,200 1,300 1,400",
    ],
)
def test_addresses_labels_and_rows_of_figures_are_not_prose(text: str) -> None:
    assert not is_prose(text)


def test_a_line_of_guidance_is_prose() -> None:
    assert is_prose("Revenue is expected to be $180 million to $190 million")


# ── what it looks at ──────────────────────────────────────────────────────────────────────────────


def test_no_word_is_of_two_kinds() -> None:
    words = [w for kind in KINDS.values() for w in kind.split()]
    assert {w for w in words if words.count(w) > 1} == set()
    assert len(kind_of_word()) == len(words)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("toledo, march 4, 2024 -- in 2027 the plant", 2024),
        ("toledo, dec. 31 2019 -- in 2027", 2019),
        ("founded in 1952, grew in 2023", 2023),
        ("no year at all", 0),
    ],
)
def test_the_year_a_release_speaks_in(text: str, year: int) -> None:
    assert own_year(text) == year


def test_years_are_told_by_whether_they_lie_ahead() -> None:
    words = tokens_of("In 2026, after 2025 and 2024, we ship 2,000 saws", 2025)
    assert words == ["in", "<later>", "after", "<this year>", "and", "<earlier>", "we", "ship", "0", "saws"]


def test_names_in_running_text_lose_their_spelling() -> None:
    one = tokens_of("Today Harbor Point expects to close the sale", 0)
    assert one == tokens_of("Today Brightwater expects to close the sale", 0)


def test_a_list_knows_what_leads_into_it() -> None:
    release = release_of("We expect for the full year:\n\n* Revenue of $180 million\n* Margin of 31 percent\n")
    clues = clues_of(release)
    items = [c for c, s in zip(clues, release.sentences, strict=True) if release.blocks[s.block].kind == "list item"]
    assert len(items) == 2
    assert all("led by expect" in c.symbols for c in items)


# ── scoring ───────────────────────────────────────────────────────────────────────────────────────


def test_scores_add_up_as_written() -> None:
    model = StatementModel(
        words={"saws": (3.0, 5.0, 7.0)}, pairs={"saws sell": 2.0}, symbols={"k <later>": 11.0}, intercept=1.0
    )
    clues = clues_of(release_of("Saws. Saws sell. Nails."))
    assert [c.words for c in clues] == [("saws",), ("saws", "sell"), ("nails",)]
    root2, root3 = 2**0.5, 3**0.5
    expected = [1 + 3 / root2 + 7 / root3, 1 + 3 / root3 + 2 / root2 + 5 / root2, 1 + 5 / root3]
    assert score_clues(clues, model) == pytest.approx(expected)


@given(st.floats(-500, 500), st.floats(-500, 500))
def test_confidence_rises_with_the_score_and_stays_a_probability(a: float, b: float) -> None:
    model = shipped_model()
    low, high = sorted((a, b))
    assert 0 <= confidence(low, model) <= confidence(high, model) <= 1


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="Wewill expct. \n*-$%2029:“”,QA", max_size=300))
def test_any_text_gives_ordered_disjoint_slices(text: str) -> None:
    release = release_of(text)
    found = find_statements(release, ())
    assert [s.text for s in found] == [release.text[s.start : s.end] for s in found]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_the_release_the_project_began_from() -> None:
    path = CORPUS / "000_a310953eca603e3f.txt"
    if not path.exists():
        pytest.skip("the shared corpus is not beside the checkout")
    release = release_of(path.read_text("utf-8"))
    found = [re.sub(r"\s+", " ", s.text) for s in find_statements(release, ())]
    assert any("primary focus" in s for s in found)
    assert any(s.startswith("I am confident that he will continue") for s in found)
