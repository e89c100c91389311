"""Training and checking use the same numbers: what scikit-learn learned is what the check path scores."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.classify.artefact import load, save
from checker.classify.legend_training import (
    Example,
    calibrate,
    count_transitions,
    design,
    disguised,
    example_of,
    fit_estimator,
    read_off,
)
from checker.classify.legends import score_units, shipped_model
from checker.errors import ModelError
from checker.model_files import listed_digests, verified, verify_all, write_sums

LEGEND = (
    "Forward-Looking Statements\n\nThis release contains forward-looking statements about {topic}. "
    "Actual results could differ materially because of {risk}. We undertake no obligation to update them."
)
BODY = "{name} announced results today. Sales of {topic} were higher. The company was founded in 1970."


def example(name: str, topic: str, risk: str) -> Example:
    body, legend = BODY.format(name=name, topic=topic), LEGEND.format(topic=topic, risk=risk)
    text = f"{body}\n\n{legend}\n\nContact: {name}\n"
    at = text.index(legend)
    record = {"id": name, "legends": [{"start": at, "end": at + len(legend), "form": "block"}]}
    return example_of(record, {"text": text, "company": name})


EXAMPLES = [
    example("Alder Co.", "lamps", "the price of copper"),
    example("Birch Ltd.", "chairs", "strikes"),
    example("Cedar Inc.", "boats", "weather"),
    example("Dogwood Corp.", "bread", "the price of wheat"),
]


def test_scores_equal_scikit_learns() -> None:
    estimator, terms, prior = fit_estimator(EXAMPLES)
    model = read_off(terms, estimator.coef_[0], float(estimator.intercept_[0]) - prior, EXAMPLES, smallest=0.0)
    ours = [score + prior for e in EXAMPLES for score in score_units(e.units, model)]
    assert ours == pytest.approx(list(estimator.decision_function(design(EXAMPLES, terms))), abs=1e-5)


def test_labels_follow_the_sentences() -> None:
    first = EXAMPLES[0]
    inside = [s.text for s, state in zip(first.release.sentences, first.inside, strict=True) if state]
    assert inside[0] == "Forward-Looking Statements" and inside[-1].startswith("We undertake") and len(inside) == 4


def test_disguises_hide_the_words_and_the_heading() -> None:
    words = [{w for u in copy.units for w in u.words} for copy in disguised(EXAMPLES[0])]
    assert "forward" not in words[0] and "prospective" in words[0]
    *_, without_heading, shortened = disguised(EXAMPLES[0])
    assert len(without_heading.units) == len(EXAMPLES[0].units) - 1
    assert sum(shortened.inside) == 2


def test_transitions_are_counted() -> None:
    moves = count_transitions([(False, False, True, True), (False, False)])
    assert moves.start_outside > moves.start_inside and moves.outside_outside > moves.outside_inside


def test_calibration_rises_and_is_never_certain() -> None:
    curve = calibrate([(0.4, False), (0.6, True), (0.7, False), (0.9, True), (0.95, True)])
    heights = [y for _, y in curve]
    assert heights == sorted(heights) and heights[0] > 0 and heights[-1] < 1


class TestModelFiles:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
        save(tmp_path / "toy", words={"a": (1.0, 2.0)}, pairs={"a b": 0.5}, card={"version": "1"})
        (tmp_path / "sentences.json").write_text("{}")
        write_sums(tmp_path)
        monkeypatch.setattr("checker.model_files._PLACES", (tmp_path, tmp_path / "none"))
        for cached in (load, listed_digests):
            cached.cache_clear()
        yield tmp_path
        for cached in (load, listed_digests):
            cached.cache_clear()

    @pytest.mark.usefixtures("folder")
    def test_come_back_as_they_were_saved(self) -> None:
        toy = load("toy")
        assert (toy.words, toy.pairs, toy.card["columns"]) == ({"a": (1.0, 2.0)}, {"a b": 0.5}, 2)
        assert verify_all() == ("sentences.json", "toy/card.json", "toy/terms.txt", "toy/weights.f32")

    @pytest.mark.parametrize(
        "name", ["toy/card.json", "toy/terms.txt", "toy/weights.f32", "sentences.json", "SHA256SUMS"]
    )
    def test_one_altered_byte_is_refused_in_one_line(self, folder: Path, name: str) -> None:
        file = folder / name
        for at in range(len(file.read_bytes())):
            data = bytearray(file.read_bytes())
            data[at] ^= 1
            file.write_bytes(data)
            listed_digests.cache_clear()
            with pytest.raises(ModelError) as error:
                verify_all()
                load.__wrapped__("toy")
            assert "\n" not in str(error.value)
            data[at] ^= 1
            file.write_bytes(data)

    def test_a_missing_file_is_refused(self, folder: Path) -> None:
        (folder / "toy" / "terms.txt").unlink()
        with pytest.raises(ModelError, match="missing"):
            verified("toy/terms.txt")


def test_the_shipped_model_is_whole() -> None:
    assert "legend/card.json" in verify_all()
    model = shipped_model()
    assert model.words["forward"][0] > 0
    assert json.loads(verified("legend/card.json"))["data"]["releases"] > 400
