"""Topics of statements, factors and lists, the matrix of the two, and how right they are on labelled passages."""

from __future__ import annotations

import gzip
import hashlib
import json
import time
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from test_rule_cases import reading_of

from checker.facts.topic_table import BUSINESS, TOPICS, UMBRELLA
from checker.facts.topics import topics_of_factor, topics_of_statement
from checker.reading import gather_facts
from checker.text.fold import fold
from checker.text.release import build_release
from checker.types import Metadata, Reading, Settings

ROOT = Path(__file__).parent.parent
POOL = ROOT.parent / "shared" / "corpus" / "releases.jsonl.gz"
LABELS = ROOT / "models" / "labels" / "topics.jsonl"

FLOORS = {
    ("statement", "seen"): (0.82, 0.87),
    ("statement", "unseen"): (0.72, 0.82),
    ("factor", "seen"): (0.85, 0.93),
    ("factor", "unseen"): (0.76, 0.96),
}
"""Precision and recall at least, by kind of passage; `seen`: read while the table was written, `unseen`: not."""


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("We expect revenue of $40 million in 2027.", {"results"}),
        ("The merger is expected to close in the third quarter.", {"deal"}),
        ("We plan to report topline data from our Phase 3 trial in June.", {"clinical"}),
        ("We intend to open new stores in Ohio.", {"openings"}),
        ("The board expects to raise the quarterly dividend.", {"payouts"}),
        ("Drilling is planned for the spring.", {"reserves"}),
        ("We will report to the town in May.", set()),
    ],
)
def test_statements(words: str, topics: set[str]) -> None:
    assert set(topics_of_statement(fold(words))) == topics


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("changes in interest rates", {"currency"}),
        ("the loss of a key supplier", {"supply"}),
        ("failure to obtain FDA approval", {"approval"}),
        ("competitive pricing", {"competition", "pricing"}),
        ("capital expenditures", {"construction"}),
        ("the availability of capital", {"financing"}),
        ("bad luck", set()),
    ],
)
def test_factors(words: str, topics: set[str]) -> None:
    assert set(topics_of_factor(fold(words))) == topics


def test_a_word_in_passing_is_enough_in_a_factor_only() -> None:
    assert topics_of_factor("litigation over patents and technology") == ("litigation", "technology", "ip")
    assert "technology" not in topics_of_statement("our technology center will open in june")


def test_who_said_it_is_no_topic() -> None:
    assert topics_of_statement(fold("“We will lift demand,” said Ann Reed, board of directors.")) == ("demand",)


def test_the_table_holds_together() -> None:
    for topic in TOPICS.values():
        assert topic.title
        assert set(topic.also.split()) <= set(TOPICS)
    assert set(TOPICS) >= BUSINESS | UMBRELLA


def test_no_phrase_stands_twice_in_a_topic() -> None:
    for topic, told in TOPICS.items():
        phrases = [" ".join(p.split()) for p in told.phrases.split(";") if p.strip()]
        assert [p for p, n in Counter(phrases).items() if n > 1] == [], topic


def test_time_grows_linearly() -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        topics_of_factor("closing of the merger of the closing of the " * times)
        return time.process_time() - begun

    seconds(10)
    assert seconds(8000) < 4 * 4 * max(seconds(2000), 0.01)


# ── the matrix ────────────────────────────────────────────────────────────────────────────────────


BODY = """Northvale Corp. Agrees to Acquire Birch Inc.

We expect the merger to close in June. We expect revenue to rise. We plan to open new stores in Ohio."""


def matrix(legend: str) -> dict[str, tuple[int, int, int]]:
    statements = ["We expect the merger to close in June.", "We expect revenue to rise."]
    reading = reading_of({"body": BODY, "legend": legend, "statements": statements})
    return {r.topic: (len(r.statements), len(r.factors), len(r.nearby)) for r in reading.coverage}


def test_rows_are_the_topics_of_the_statements() -> None:
    assert matrix("Actual results could differ materially due to frost.") == {"results": (1, 0, 0), "deal": (1, 0, 0)}


def test_a_factor_on_the_topic_or_near_it_cautions() -> None:
    legend = "Results could differ materially due to failure to satisfy closing conditions and weak demand."
    assert matrix(legend) == {"results": (1, 0, 1), "deal": (1, 1, 0)}


def test_subjects_that_the_legend_names() -> None:
    legend = "This release contains forward-looking statements regarding the closing of the merger, sales and tariffs."
    reading = reading_of({"body": BODY, "legend": legend, "statements": ["We expect the merger to close in June."]})
    (topics,) = reading.topic_lists
    assert [s.text for s in topics.subjects] == ["the closing of the merger", "sales", "tariffs"]
    assert [s.text for row in reading.coverage for s in row.subjects] == ["the closing of the merger"]


def test_a_list_of_many_things_is_about_none_in_particular() -> None:
    body = "We will spend the proceeds on clinical trials, new stores, dividends and debt reduction."
    reading = reading_of({"body": body, "legend": "Results may differ.", "statements": [body]})
    assert not any(row.salient for row in reading.coverage)


def test_no_statement_no_row() -> None:
    release = build_release("Nothing.", source="x.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    reading: Reading = gather_facts(release, [], [], None, Settings())
    assert reading.coverage == ()


# ── on labelled passages ──────────────────────────────────────────────────────────────────────────


@cache
def labelled() -> list[tuple[dict[str, Any], str]]:
    """The labels with their passages, folded. A text that changed since it was read is refused."""
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    wanted = {label["id"] for label in labels}
    with gzip.open(POOL, "rt", encoding="utf-8") as lines:
        texts = {d["id"]: d["text"] for d in map(json.loads, lines) if d["id"] in wanted}
    for label in labels:
        assert hashlib.sha256(texts[label["id"]].encode()).hexdigest() == label["sha256"], label["id"]
    return [(label, fold(texts[label["id"]][label["start"] : label["end"]])) for label in labels]


@pytest.mark.skipif(not POOL.exists(), reason="the shared corpus is not beside this checkout")
@pytest.mark.parametrize(("kind", "split"), FLOORS)
def test_precision_and_recall_on_labelled_passages(kind: str, split: str) -> None:
    right = said = there = 0
    for label, words in labelled():
        if (label["kind"], label["split"]) == (kind, split):
            found = set(topics_of_statement(words) if kind == "statement" else topics_of_factor(words))
            right, said, there = (
                right + len(found & set(label["topics"])),
                said + len(found),
                there + len(label["topics"]),
            )
    precision, recall = FLOORS[kind, split]
    assert right / said >= precision
    assert right / there >= recall


@pytest.mark.skipif(not POOL.exists(), reason="the shared corpus is not beside this checkout")
def test_at_least_three_hundred_passages_are_labelled() -> None:
    assert len(labelled()) >= 300
