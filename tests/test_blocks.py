"""Where paragraphs, headings, list items, tables and page furniture begin and end in plain text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.text.blocks import find_blocks

LINES = st.sampled_from(
    [
        *("", "  ", "\f", "\ufeff", "\ud800", "-more-", "Page 2", "- 3 -", "4", "----------", "* * *", "<PAGE>"),
        *("## Outlook", "**About Velmont Corp.**", "CAUTIONARY STATEMENT", "•", "(i) to sell", "1. First", "i"),
        *("Velmont Corp. expects growth in all of its markets and lines of business this", "year.", "and beyond,"),
        *("$ 12  13", "| a | b |", "(1) Unaudited."),
    ]
)
TEXTS = st.one_of(st.text(st.characters(), max_size=300), st.lists(LINES, max_size=25).map("\n".join))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in find_blocks(text)]


@given(TEXTS)
@settings(max_examples=300)
def test_blocks_are_ordered_disjoint_and_leave_only_white_space_out(text: str) -> None:
    at = 0
    for block in find_blocks(text):
        assert at <= block.start < block.end <= len(text)
        assert block.text == text[block.start : block.end] == block.text.strip()
        assert text[at : block.start].strip() == ""
        assert block.line == text.count("\n", 0, block.start) + 1
        at = block.end
    assert text[at:].strip() == ""


def test_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "    Velmont Corporation today reported that its third plant in Ohio has opened\n"
        "and that it expects the plant to add to earnings in the coming fiscal year, as\n"
        "it has said before.\n"
        "    The company also named a new treasurer, who joins from a maker of valves in\n"
        "Indiana.\n"
    )
    assert [(k, t.split()[0], t.split()[-1]) for k, t in kinds(text)] == [
        ("paragraph", "Velmont", "before."),
        ("paragraph", "The", "Indiana."),
    ]


def test_unwrapped_lines_are_paragraphs_of_their_own() -> None:
    long = "Velmont Corporation makes valves and pumps for water works in twelve countries and serves them all. " * 3
    text = f"Velmont Opens Plant\n{long.strip()}\n{long.strip()}\nForward-Looking Statements\n{long.strip()}"
    assert [k for k, _ in kinds(text)] == ["heading", "paragraph", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "## Safe Harbor",
        "**Forward-Looking Statements**",
        "__Outlook__",
        "SAFE HARBOR STATEMENT",
        "About Velmont, Inc.",
        "Cautionary Statement Regarding Forward-Looking Information",
        "Investor Contact:",
        "**Safe Harbor:**",
    ],
)
def test_headings(line: str) -> None:
    text = f"{line}\n\nThis release speaks of plans that may change, as the reports that we file explain at length.\n"
    assert kinds(text)[0] == ("heading", line)


def test_an_underlined_line_is_a_heading_and_its_rule_is_not() -> None:
    assert kinds("Our outlook\n-----------\nWe see growth in all of our markets.") == [
        ("heading", "Our outlook"),
        ("furniture", "-----------"),
        ("paragraph", "We see growth in all of our markets."),
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "-more-",
        "- MORE -",
        "(more)",
        "/more/",
        "Page 2",
        "PAGE 2 of 9",
        "[PAGE 2]",
        "<PAGE>",
        "<PAGE>    4",
        "- 2 -",
        "-- 30 --",
        "###",
        "# # #",
        "* * *",
        "_______",
        "Velmont Corp. / Page 3",
        "Velmont Reports Results  Page 3",
        "(continued)",
        "page two",
        "![logo](/images/logo.png)",
    ],
)
def test_furniture(mark: str) -> None:
    text = f"The company expects that sales will rise in the\n\n{mark}\n\nsecond half of the year as plants open."
    assert kinds(text)[1] == ("furniture", mark)


@pytest.mark.parametrize(
    "line",
    [
        "as described on Page 3",
        "More than a year later, the plant",
        "Continued growth",
        "30 days",
        "Page and Miller LLP",
    ],
)
def test_words_that_look_like_furniture_are_not(line: str) -> None:
    text = f"The company expects that its sales will rise, for the reasons that are\n{line}\n"
    assert "furniture" not in [k for k, _ in kinds(text)]


def test_page_numbers_count_on_and_figures_do_not() -> None:
    prose = "Velmont expects that sales will rise in the second half of the year as plants open.\n\n"
    text = f"{prose}1\n\n{prose}2\n\n{prose}612\n\n{prose}3\n"
    found = [(k, t) for k, t in kinds(text) if k != "paragraph"]
    assert found == [("furniture", "1"), ("furniture", "2"), ("table", "612"), ("furniture", "3")]


def test_a_running_head_is_furniture_when_it_comes_back() -> None:
    prose = "Velmont expects that sales will rise in the second half of the year as plants open"
    text = "\n\n".join(f"{prose}\n\n{page}\n\nVELMONT CORPORATION AND SUBSIDIARIES\n\nin Ohio." for page in (1, 2, 3))
    assert [t for k, t in kinds(text) if k == "furniture"].count("VELMONT CORPORATION AND SUBSIDIARIES") == 3


def test_list_items_with_hanging_indents_and_levels() -> None:
    text = (
        "Results could differ because of:\n\n"
        "  -  changes in the price of copper and of other metals that the company buys from\n"
        "     many suppliers;\n"
        "  -  the outcome of talks with unions; and\n"
        "        o  Those in Ohio.\n\n"
        "(i) strikes;\n(ii) storms.\n\n1. Rates.\n2. Taxes.\n•\nDemand."
    )
    found = find_blocks(text)
    assert [b.text.split(None, 1)[0] for b in found if b.kind == "list item"] == [
        "-", "-", "o", "(i)", "(ii)", "1.", "2.", "•",
    ]  # fmt: skip
    assert found[3].level > found[1].level > 0
    assert found[-1].text == "•\nDemand."


def test_a_wrapped_line_may_begin_like_a_list_item() -> None:
    text = (
        "These risks include (i) changes in the price of copper that we cannot foresee and\n"
        "(ii) storms, (iii) the outcome of talks with the unions of our plants in Ohio and\n"
        "- as always - demand."
    )
    assert [k for k, _ in kinds(text)] == ["paragraph"]


def test_tables_and_footnotes() -> None:
    text = (
        "                         2004      2003\n"
        "Net sales            $ 19,433  $ 18,466\n"
        "Cost of sales          12,262    11,104\n\n"
        "(1) Unaudited; see the notes to the statements.\n\n"
        "| Region | Sales |\n| --- | --- |\n| Ohio | 12 |\n"
    )
    assert [k for k, _ in kinds(text)] == ["table", "footnote", "table"]


@pytest.mark.parametrize(
    "words", ["a justified  line  of   prose, with gaps", "On June 30, 2004 we sold 12 plants in 3 states."]
)
def test_prose_with_figures_or_gaps_is_no_table(words: str) -> None:
    assert kinds(words)[0][0] == "paragraph"


def test_double_spaced_text_is_one_paragraph() -> None:
    text = (
        "This release contains statements about plans that may change, and the results of\n\n"
        "the company may differ from them for many reasons that it cannot foresee."
    )
    assert [k for k, _ in kinds(text)] == ["paragraph"]


def test_items_without_marks_stay_apart() -> None:
    text = "Results could differ because of:\n\nthe price of copper;\n\nour ability to hire; and\n\nstorms in Ohio.\n"
    assert len(find_blocks(text)) == 4


@pytest.mark.parametrize("piece", ["word ", "a\n", "- x\n", "1\n", "Page 1\nx\n", "|", "**a", "<a>", "# "])
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(count: int) -> float:
        text, begun = piece * count, time.process_time()
        find_blocks(text)
        return time.process_time() - begun

    seconds(100)
    assert seconds(80_000) < 12 * seconds(20_000) + 0.2
