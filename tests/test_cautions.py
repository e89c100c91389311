"""Cautions in running sentences, and which topics a statement asserts."""

from __future__ import annotations

import time

import pytest
from test_rule_cases import reading_of

from checker.facts import assertions, cautions
from checker.facts.assertions import ASSERTED, OTHERWISE, asserted_topics
from checker.facts.generic_words import is_generic
from checker.facts.topic_table import TOPICS
from checker.facts.topics import topics_of_statement
from checker.phrases import Wording
from checker.text.fold import fold


def told(legend: str, body: str = "The mill will open in May.") -> list[tuple[str, tuple[str, ...]]]:
    reading = reading_of({"body": body, "legend": legend, "statements": []})
    return [(c.text, c.topics) for c in reading.cautions]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("There can be no assurance that the merger will close.", "deal"),
        ("We may not obtain FDA clearance.", "approval"),
        ("Our clinical trials may be delayed.", "clinical"),
        ("If we are unable to raise capital, we will stop.", "financing"),
        ("The closing of the merger depends on the vote of stockholders.", "deal"),
        ("We cannot guarantee that our shares will be listed on the stock exchange.", "listing"),
        ("Drilling for minerals involves a high degree of risk.", "reserves"),
    ],
)
def test_a_sentence_cautions_about_its_topic(sentence: str, topic: str) -> None:
    ((text, topics),) = told(f"These statements are forward-looking. {sentence}")
    assert text == sentence
    assert topic in topics


@pytest.mark.parametrize(
    "sentence",
    [
        "There can be no assurance that such expectations will be met, whatever the financing.",
        "Words such as may not, could and merger identify forward-looking statements.",
        "We undertake no obligation to update them.",
        "They include statements regarding the merger.",
        "Results may differ materially because of weak demand, storms and strikes.",
    ],
)
def test_what_cautions_about_no_subject(sentence: str) -> None:
    assert told(f"These statements are forward-looking. {sentence}") == []


def test_outside_the_legend_only_conditions_and_denied_assurance_count() -> None:
    body = "The merger will close in May, subject to regulatory approval. The trial could be reduced in size."
    assert [topics for _, topics in told("These statements are forward-looking.", body)] == [("deal", "approval")]


@pytest.mark.parametrize(
    ("statement", "topics"),
    [
        ("The merger is expected to close in June.", {"deal"}),
        ("We expect to report topline data from our Phase 3 trial in June.", {"clinical"}),
        ("We are preparing for an uplisting to Nasdaq.", {"listing"}),
        ("We intend to raise additional capital in May.", {"financing"}),
        ("The board expects to double the dividend.", {"payouts"}),
        ("A drilling program is planned for the spring.", {"reserves"}),
        ("We will open 12 new stores in Ohio.", {"openings"}),
        ("Construction of the plant is expected to begin in May.", {"construction"}),
        ("We expect revenue of $50 million.", {"results"}),
        ("We will launch the new lamp in May.", {"launch"}),
        ("Our partnership will bring lamps to Ohio.", {"partners"}),
        ("Her experience in mergers and clinical trials will help us.", set()),
        ("We have no plans for a reverse split to be effective.", set()),
        ("The merger closed in June.", set()),
        ("The lamp will serve the oil and gas industry and its drilling.", set()),
    ],
)
def test_what_a_statement_asserts(statement: str, topics: set[str]) -> None:
    words = fold(statement)
    assert set(asserted_topics(words, topics_of_statement(words))) == topics


@pytest.mark.parametrize(
    "words",
    ["general economic conditions", "the impact of competition", "our ability to obtain financing", "changes in laws"],
)
def test_words_of_anybody(words: str) -> None:
    assert is_generic(words)


@pytest.mark.parametrize("words", ["the price of alpaca", "delays in permits", "the fda", "regulation of cannabis"])
def test_words_of_somebody(words: str) -> None:
    assert not is_generic(words)


def test_the_tables_name_topics_of_the_taxonomy() -> None:
    assert set(TOPICS) >= set(ASSERTED) >= set(OTHERWISE)


def wordings() -> dict[str, Wording]:
    found = {n: v for m in (cautions, assertions) for n, v in vars(m).items() if isinstance(v, Wording)}
    return found | {f"asserted {topic}": wording for topic, wording in ASSERTED.items()}


@pytest.mark.parametrize("name", wordings())
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    wording = wordings()[name]

    def seconds(text: str) -> float:
        begun = time.process_time()
        sum(1 for _ in wording.finditer(text))
        return time.process_time() - begun

    for words in ("the merger may not be closing ", "we will launch the phase 2 trial of the ", "subject to the "):
        seconds(words * 50)
        assert seconds(words * 4000) < 4 * 4 * max(seconds(words * 1000), 0.01)
