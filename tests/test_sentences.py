"""Where sentences end: as nltk's Punkt says, corrected for press releases, inside blocks and across page breaks."""

from __future__ import annotations

import gzip
import hashlib
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model_files import model_path
from checker.text.blocks import find_blocks
from checker.text.punkt import MODEL, load_tables, sentence_spans
from checker.text.sentences import find_sentences
from checker.text.training import RAREST, to_nltk, train_tables

POOL = Path(__file__).parent.parent.parent / "shared" / "corpus" / "releases.jsonl.gz"

INVENTED = (
    "Velmont Corp. (NASDAQ: VLMT) of St. Paul, Minn. said Dr. Ann B. Price will speak at 9 a.m. ET. The call is open. "
    "“We expect growth.” She added: \"Is it enough?\" Yes! See Item 1A. Risk Factors of the 10-K, e.g. No. 3. "
    "Sales in the U.S. rose to $1.5 million... More is planned (see www.velmont.example.). U.S. Bank agreed. "
    "J. Doe et al. disagree; Mr. Roe vs. Velmont, Inc. is pending.) It closed at 4 p.m. Eastern. 3. Then 5. The end?! "
    "Under Sec. 21E. of the Act -- the Company, Inc. This is new. Plan B. Now vitamin C. then"
)  # fmt: skip


def sentences(text: str) -> list[str]:
    return [s.text for s in find_sentences(text, find_blocks(text))]


def tables() -> dict[str, str]:
    data: dict[str, str] = json.loads(model_path(MODEL).read_text(encoding="utf-8"))
    return data


def nltk_spans(text: str, learned: dict[str, str]) -> list[tuple[int, int]]:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    tokenizer: Any = PunktSentenceTokenizer(to_nltk(learned))
    return list(tokenizer.span_tokenize(text))


# ── the same as nltk ──────────────────────────────────────────────────────────────────────────────

WORDS = st.sampled_from(
    INVENTED.split()
    + 'p.m. Inc., Ltd.) etc.; ... ?" -- K. L. the The 1,200. -5. Jan.'.split()  # noqa: SIM905
    + [". . .", "Jan. 3"]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_the_decisions_are_those_of_nltk(text: str) -> None:
    assert sentence_spans(text, load_tables()) == nltk_spans(text, tables())


def test_the_invented_text_is_split_as_nltk_does() -> None:
    assert len(nltk_spans(INVENTED, tables())) > 10
    assert sentence_spans(INVENTED, load_tables()) == nltk_spans(INVENTED, tables())


@pytest.mark.skipif(not POOL.exists(), reason="the corpus is not beside the checkout")
def test_at_least_999_of_1000_boundaries_of_held_out_releases_are_those_of_nltk() -> None:
    with gzip.open(POOL, "rt", encoding="utf-8") as file:
        releases = [json.loads(line) for line in file]
    held_out = [r["text"] for r in releases if int(hashlib.sha256(r["id"].encode()).hexdigest()[:8], 16) % 20 == 0]
    learned, differing, together = tables(), 0, 0
    for text in held_out[::4]:
        ours = {end for _, end in sentence_spans(text, load_tables())}
        theirs = {end for _, end in nltk_spans(text, learned)}
        differing += len(ours ^ theirs)
        together += len(ours | theirs)
    assert together > 1000
    assert 1 - differing / together >= 0.999


def test_training_is_deterministic_whatever_the_order() -> None:
    texts = [INVENTED * RAREST, "The board met. " * RAREST, "Acme Ltd. and Velmont Co. met."]
    learned = train_tables(texts)
    assert learned == train_tables(reversed(texts))
    assert "inc" in learned["abbreviations"].split()


def test_the_tables_load_fast() -> None:
    load_tables.cache_clear()
    begun = time.process_time()
    load_tables()
    assert time.process_time() - begun < 0.05, "about 5 ms, with room for a busy machine"


# ── press releases ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "sentence",
    [
        "Velmont, Inc. announced that Acme Corp. has bought its plant in the U.S. for cash.",
        "See Sec. 21E of the Exchange Act and No. 3 of the list.",
        "See Item 1A. Risk Factors in our report.",
        "See Item 9.01. Financial Statements in our report.",
        "Dr. Ann B. Price and Mr. R. J. Lake will speak at 9 a.m. Eastern time.",
        "We use words of hope, e.g. “expects”, i.e. words about plans, etc., as in Roe v. Lake.",
        "Yahoo! is a partner of ours, and approx. five others are.",
        "Under the Act of 1934 (the “Act.”), we may speak of plans.",
        "The U.S. Securities and Exchange Commission agreed.",
        "The outlook is bright ... and so are the people.",
        "Velmont Holdings Ltd. (NYSE: VLM) rose.",
        "It pays on Jan. 3 and Sept. 30 at St. Louis, Mo. offices.",
    ],
)
def test_one_sentence(sentence: str) -> None:
    text = f"We begin here with words. {sentence} The end of it is here."
    assert sentences(text) == ["We begin here with words.", sentence, "The end of it is here."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("We are Velmont, Inc.", "The plant is ours."),
        ("We sell in the U.S.", "This will change."),
        ("“We expect growth.”", "She smiled."),
        ("It begins at 9 a.m.", "The replay follows."),
        ("(See the report.)", "Results may differ."),
        ("Is it so?", "It is."),
        ("We speak of Item 1A.", "We may change it."),
    ],
)
def test_two_sentences(first: str, second: str) -> None:
    assert sentences(f"{first} {second} Then more words follow here.")[:2] == [first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Margins may narrow because of competition.", "Except as required by law, we update nothing."),
        ("\u201cThis is our best year.\u201d", "Orders rose by 4 percent."),
        ("Forward-Looking Statements", "This release contains forward-looking statements."),
        ("Safe Harbor", "The statements in this release look ahead."),
    ],
)
def test_a_space_that_a_scraper_lost_parts_two_sentences(first: str, second: str) -> None:
    assert sentences(first + second) == [first, second]


@pytest.mark.parametrize(
    "text", ["See Velmont.Com for the terms.", "Built with the Node.js and ASP.Net tools.", "At a.Price"]
)
def test_a_name_with_a_stop_in_it_is_one_word(text: str) -> None:
    assert sentences(text) == [text]


def test_a_heading_is_a_sentence_and_a_run_in_heading_is_not() -> None:
    text = "## Safe Harbor\n\nForward-Looking Statements: This release speaks of plans. They may change.\n"
    assert sentences(text) == [
        "## Safe Harbor",
        "Forward-Looking Statements: This release speaks of plans.",
        "They may change.",
    ]


def test_list_marks_are_left_out_and_rows_are_sentences() -> None:
    text = "• The price of copper. It may rise.\n• Storms.\n\n1. Rates may rise.\n\nSales  12  13\nCosts  10  11\n"
    assert sentences(text) == [
        "The price of copper.", "It may rise.", "Storms.", "Rates may rise.", "Sales  12  13", "Costs  10  11",
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["-more-", "Page 2", "- 2 -", "<PAGE>", "Velmont / Page 2\n\n- 2 -"])
def test_a_sentence_goes_on_behind_furniture(mark: str) -> None:
    text = (
        f"Sales rose. The company expects that they will rise in the\n\n{mark}\n\nsecond half of the year. It hopes so."
    )
    found = find_sentences(text, find_blocks(text))
    assert [s.text.split()[0] for s in found] == ["Sales", "The", "It"]
    assert found[1].text.endswith("year.") and mark in found[1].text
    assert [s.block for s in found[:2]] == [0, 0] and found[2].block > 1


def test_a_sentence_in_capitals_goes_on_behind_a_page_break() -> None:
    text = (
        "This release contains statements within the meaning of the Private Securities\n\nPage 2\n\n"
        "Litigation Reform Act of 1995, which may differ from results for many reasons."
    )
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The company expects that sales will rise this year.\n\n-more-\n\nThe plant in Ohio opens in spring, as said.",
        "Forward-Looking Statements\n\nPage 2\n\nThis release contains statements on plans that may change.",
        "Words without a stop at the end of a paragraph that is long enough to be prose\n\n----------\n\n"
        "This paragraph behind a rule is another matter altogether, and stays apart.",
    ],
)
def test_sentences_that_are_whole_stay_apart(text: str) -> None:
    assert len(sentences(text)) == 2


LAYOUT = st.sampled_from(["\n\n", "\n", "\n-more-\n", "\n\nPage 2\n\n", "\n• ", "\n## "])


@given(st.lists(st.one_of(WORDS, LAYOUT), max_size=60).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_sentences_are_ordered_and_inside_blocks(text: str) -> None:
    blocks = find_blocks(text)
    at = 0
    for sentence in find_sentences(text, blocks):
        assert at <= sentence.start < sentence.end
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        begun = blocks[sentence.block]
        ended = next(b for b in blocks if b.start < sentence.end <= b.end)
        assert begun.kind != "furniture" != ended.kind and begun.start <= sentence.start < begun.end
        if ended is not begun:
            assert any(b.kind == "furniture" for b in blocks[sentence.block : blocks.index(ended)])
        at = sentence.end


@given(st.text(st.characters(), max_size=300))
def test_any_text_is_split_without_harm(text: str) -> None:
    for sentence in find_sentences(text, find_blocks(text)):
        assert text[sentence.start : sentence.end] == sentence.text


@pytest.mark.parametrize(
    "piece", [". ", "a. ", "x.)", '?"', "No. ", "a.\u00a0", "word " * 20 + "\n-more-\n", "(1) a\n"]
)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        blocks, begun = find_blocks(text), time.process_time()
        find_sentences(text, blocks)
        return time.process_time() - begun

    seconds(100)
    assert seconds(40_000) < 12 * seconds(10_000) + 0.2
