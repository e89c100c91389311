"""The second reader: which sentences it is asked about, what it reads, and that its numbers are the learned ones."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.classify import second_reader as reader
from checker.classify import statements
from checker.classify.second_reader import (
    Array,
    InContext,
    SecondReader,
    encode,
    in_context,
    reader_of,
    shipped_reader,
    whole,
)
from checker.classify.statements import Doubt, StatementModel, believed, confidences, find_statements, is_in_doubt
from checker.classify.word_pieces import GAP, OPENING, STOP, UNKNOWN, Pieces, words_of
from checker.cli import main
from checker.errors import ModelError
from checker.model_files import VARIABLE, model_path
from checker.text.release import build_release
from checker.types import Metadata, Passage, Release

WIDTH, INNER = 64, 96
PIECES = [
    "[PAD]",
    UNKNOWN,
    OPENING,
    STOP,
    GAP,
    *"abcdefghijklmnopqrstuvwxyz.,",
    *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
]


def release_of(*sentences: str) -> Release:
    return build_release(
        "\n\n".join(sentences) + "\n", source="-", metadata=Metadata(format="txt", encoding="utf-8", sha256="")
    )


def arrays(layers: int = 2) -> dict[str, Array]:
    """Numbers of chance for a small reader."""
    chance = np.random.default_rng(0)

    def some(*shape: int) -> Array:
        return chance.normal(0, 0.3, shape).astype(np.float32)

    found = {
        **whole("words", some(len(PIECES), WIDTH), 1),
        "places": some(reader.MOST_PIECES, WIDTH),
        "sides": some(2, WIDTH),
        "norm": some(2, WIDTH),
        "verdict": some(2 * WIDTH + 1),
    }
    sizes = {"look": (WIDTH, 3 * WIDTH), "join": (WIDTH, WIDTH), "widen": (WIDTH, INNER), "narrow": (INNER, WIDTH)}
    for k in range(layers):
        for part, (rows, columns) in sizes.items():
            found |= {**whole(f"{k} {part}", some(rows, columns), 0), f"{k} {part}_shift": some(columns)}
        found |= {f"{k} join_norm": some(2, WIDTH), f"{k} narrow_norm": some(2, WIDTH)}
    return found


def small() -> SecondReader:
    return reader_of(PIECES, arrays())


# ── which sentences it is asked about ─────────────────────────────────────────────────────────────

MODEL = StatementModel(
    words={"surely": (9.0, 0.0, 0.0), "never": (-9.0, 0.0, 0.0)},
    pairs={},
    symbols={},
    intercept=0.0,
    doubt=Doubt(lowest=0.2, highest=0.8, weights=0.0, reader=1.0, shift=0.0),
)


class Saying:
    """A reader that says one thing of all sentences, and remembers them."""

    def __init__(self, score: float) -> None:
        self.score, self.asked = score, list[str]()

    def scores(self, read: Sequence[InContext]) -> list[float]:
        self.asked += [r.text for r in read]
        return [self.score] * len(read)


def found_in(
    release: Release, legends: Sequence[Passage], saying: Saying, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    monkeypatch.setattr(reader, "shipped_reader", lambda: saying)
    return [s.text for s in find_statements(release, legends, MODEL)]


SURE, UNSURE = "They surely will open stores in Ohio.", "They may open some stores in Ohio."


def test_only_sentences_in_doubt_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    saying = Saying(2.0)
    found_in(release_of(SURE, UNSURE, "They never open any stores in Ohio."), (), saying, monkeypatch)
    assert saying.asked == [UNSURE]


def test_legends_and_what_is_no_prose_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    release, saying = release_of(UNSURE, "Ohio 43215", SURE), Saying(2.0)
    found_in(release, [release.sentences[0]], saying, monkeypatch)
    assert saying.asked == []


@pytest.mark.parametrize(("score", "found"), [(2.0, [UNSURE]), (-2.0, [])])
def test_its_word_decides_where_the_weights_are_in_doubt(
    score: float, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found_in(release_of(UNSURE), (), Saying(score), monkeypatch) == found


def test_a_model_of_weights_alone_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "shipped_reader", lambda: pytest.fail("asked"))
    release = release_of(UNSURE)
    alone = replace(MODEL, doubt=None)
    assert confidences(release, (), alone) == [0.5]


@given(st.floats(0.16, 0.84), st.floats(-9, 9), st.floats(0, 3))
def test_a_higher_word_of_either_never_lowers_what_is_believed(sure: float, score: float, more: float) -> None:
    doubt = statements.shipped_model().doubt
    assert doubt and doubt.weights >= 0 and doubt.reader > 0
    assert believed(sure, score, doubt) <= believed(sure, score + more, doubt)
    assert believed(sure, score, doubt) <= believed(min(0.84, sure + more / 20), score, doubt)


def test_doubt_lies_around_the_threshold() -> None:
    model = statements.shipped_model()
    assert model.doubt and is_in_doubt(model.threshold, model.doubt)


# ── what it reads ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We expect growth.", ["we", "expect", "growth", "."]),
        ("U.S.-based, $4.5m", ["u", ".", "s", ".", "-", "based", ",", "$", "4", ".", "5m"]),
        ("Société Générale\u00a0plans", ["societe", "generale", "plans"]),
        ("hard\nwrapped\u200b lines\t", ["hard", "wrapped", "lines"]),
        ("“smart” quotes – and…", ["“", "smart", "”", "quotes", "–", "and", "…"]),
    ],
)
def test_words_are_lower_case_without_accents_and_marks_stand_apart(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_the_longest_piece_is_taken_first_and_what_no_pieces_make_is_unknown() -> None:
    pieces = Pieces([UNKNOWN, "re", "reve", "##nue", "##n", "##ue", "s"])
    assert pieces.cut("revenue s") == [2, 3, 6]
    assert pieces.cut("revenues revenx " + "s" * 200) == [0, 0, 0]


def test_a_sentence_is_read_between_the_end_of_the_one_before_and_the_beginning_of_the_one_after() -> None:
    release = release_of("The first one stands here.", "The second one stands here.", "The third one stands here.")
    first, second, third = (in_context(release.sentences, i) for i in range(3))
    assert (first.before, first.after) == ("", "The second one stands here.")
    assert (second.before, second.after) == ("The first one stands here.", "The third one stands here.")
    assert (third.before, third.after) == ("The second one stands here.", "")


@given(st.text(max_size=900), st.text(max_size=300), st.text(max_size=300))
def test_no_more_pieces_are_read_than_there_are_places(text: str, before: str, after: str) -> None:
    pieces, own = encode(InContext(text=text, before=before, after=after), Pieces(PIECES))
    assert len(pieces) <= reader.MOST_PIECES and 2 <= own <= reader.OWN_PIECES + 2
    assert pieces[0] == PIECES.index(OPENING) and pieces[own - 1] == pieces[-1] == PIECES.index(STOP)


@pytest.mark.parametrize("text", ["", "\u200b", "\x00", "我们"])
def test_what_has_no_letters_of_ours_still_has_a_score(text: str) -> None:
    assert np.isfinite(small().scores([InContext(text=text, before="", after="")])).all()


# ── the numbers ───────────────────────────────────────────────────────────────────────────────────

TEXTS = st.lists(st.text("abc ,.", max_size=60), min_size=2, max_size=5)


@given(TEXTS)
@settings(max_examples=30, deadline=None)
def test_a_sentence_scores_the_same_in_any_company(texts: list[str]) -> None:
    model, read = small(), [InContext(text=t, before="", after="") for t in texts]
    alone = [model.scores([r])[0] for r in read]
    assert model.scores(read) == pytest.approx(alone, abs=0.011), "but for the last decimal"


def test_many_sentences_are_read_in_parts_of_bounded_size() -> None:
    read = [InContext(text="ab" * (i % 7), before="", after="") for i in range(reader.AT_ONCE + 5)]
    model = small()
    assert model.scores(read) == pytest.approx([model.scores([r])[0] for r in read], abs=0.011)


@given(st.integers(0, 5))
def test_a_matrix_of_whole_numbers_is_the_matrix_but_for_half_a_step(seed: int) -> None:
    matrix = np.random.default_rng(seed).normal(size=(7, 5)).astype(np.float32)
    for axis in (0, 1):
        kept = whole("m", matrix, axis)
        assert kept["m"].dtype == np.int8
        assert (abs(kept["m"] * kept["m scale"] - matrix) <= kept["m scale"] * 0.51).all()


def test_the_shipped_reader_says_what_the_learned_one_said() -> None:
    card = json.loads((model_path(reader.NAME) / "card.json").read_text("utf-8"))
    told = card["said of"]
    assert len(told) >= 5
    read = [InContext(text=x["text"], before=x["before"], after=x["after"]) for x in told]
    assert shipped_reader().scores(read) == pytest.approx([x["score"] for x in told], abs=0.1)


def test_the_words_behind_a_score_are_those_without_which_it_would_be_another() -> None:
    text = "We expect revenue of about $180 million next year."
    behind = shipped_reader().words_behind(InContext(text=text, before="", after=""))
    assert set(behind) == {"we", "expect", "revenue", "of", "about", "$180", "million", "next", "year"}
    assert behind["expect"] == max(behind.values()) > 0


def test_a_word_that_stands_twice_is_told_by_the_place_that_matters_more_and_marks_are_no_words() -> None:
    reader_ = small()
    behind = reader_.words_behind(InContext(text="ab cd — ab", before="", after=""))
    assert set(behind) == {"ab", "cd"}
    score, first, last = reader_.scores(
        [InContext(text=t, before="", after="") for t in ("ab cd — ab", "cd — ab", "ab cd —")]
    )
    assert behind["ab"] == pytest.approx(max(score - first, score - last, key=abs), abs=0.021)


# ── files ─────────────────────────────────────────────────────────────────────────────────────────


def test_numbers_that_do_not_fill_the_file_are_refused() -> None:
    data = np.zeros(3, "<f4").tobytes()
    told = {"verdict": ("<f4", [2])}
    with pytest.raises(ModelError, match="12 bytes of numbers where its card tells of 8"):
        reader._arrays(data, told)


# ── what the user is told ─────────────────────────────────────────────────────────────────────────


def test_why_tells_which_statements_were_read_again_and_by_which_words(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for fixture in sorted((Path(__file__).parent.parent / "fixtures").glob("*.txt")):
        main(["check", "--why", "--exit-zero", str(fixture)])
        told += [line for line in capsys.readouterr().out.splitlines() if line.startswith("  statement")]
    again = [line for line in told if line.startswith("  statement, read again, line ")]
    assert 0 < len(again) < len(told)
    assert all(re.search(r"\(0\.\d\d\): \S+ [+-]\d\.\d\d", line) for line in again)


def test_a_reader_that_is_missing_is_told_in_one_line_when_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(model_path("."), tmp_path / "models", ignore=shutil.ignore_patterns("labels"))
    (tmp_path / "models" / reader.NAME / "numbers.bin").unlink()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "models"))
    shipped_reader.cache_clear()
    try:
        with pytest.raises(ModelError, match=r"numbers\.bin is missing"):
            shipped_reader()
    finally:
        shipped_reader.cache_clear()
