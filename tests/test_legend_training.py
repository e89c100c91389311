"""Training and checking use the same numbers: what scikit-learn learned is what the check path scores."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sklearn.pipeline import Pipeline

from checker.classify.artefact import load, save
from checker.classify.chain import posteriors
from checker.classify.chain_classifier import ChainClassifier
from checker.classify.groups import linked
from checker.classify.legend_disguises import DISGUISES, disguised, listed
from checker.classify.legend_examples import Example, disguises_for_training, dressed, example_of, grouped
from checker.classify.legend_measuring import calibrate, calibration_error, cross_calibrated, extent_of, overlap_of
from checker.classify.legend_training import fit_pipeline, leaning, learn, read_off, save_model
from checker.classify.legend_vectorizer import ContextVectorizer, contexts_of, steps_of
from checker.classify.legends import find_legends, model_of, score_units, shipped_model
from checker.errors import ModelError
from checker.model_files import listed_digests, verified, verify_all, write_sums

LEGEND = (
    "Forward-Looking Statements\n\n{lead} contains forward-looking statements about {topic}. "
    "Actual results could differ materially because of {risk}. We undertake no obligation to update them."
)
BODY = "{name} announced results today. Sales of {topic} were higher. The company was founded in 1970."


def example(name: str, topic: str, risk: str, lead: str) -> Example:
    body, legend = BODY.format(name=name, topic=topic), LEGEND.format(topic=topic, risk=risk, lead=lead)
    text = f"{body}\n\n{legend}\n\nContact: {name}\n"
    at = text.index(legend)
    record = {"id": name, "legends": [{"start": at, "end": at + len(legend), "form": "block"}]}
    return example_of(record, {"text": text, "company": name})


EXAMPLES = [
    example("Alder Co.", "lamps", "the price of copper", "This release"),
    example("Birch Ltd.", "chairs", "strikes", "The announcement above"),
    example("Cedar Inc.", "boats", "weather", "Our outlook"),
    example("Dogwood Corp.", "bread", "the price of wheat", "What we say today"),
]


@pytest.fixture(scope="module")
def fitted() -> Pipeline:
    return fit_pipeline(EXAMPLES)


def test_beliefs_equal_scikit_learns_predict_proba(fitted: Pipeline) -> None:
    model = read_off(fitted, smallest=0.0)
    ours = [
        belief
        for e in EXAMPLES
        for belief in posteriors(score_units(e.units, model), [u.step for u in e.units], model.transitions)
    ]
    theirs = fitted.predict_proba(contexts_of(EXAMPLES), steps=steps_of(EXAMPLES))[:, 1]
    assert ours == pytest.approx(list(theirs), abs=1e-5)


def test_a_chain_without_steps_is_a_logistic_regression() -> None:
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    matrix = np.random.default_rng(0).normal(size=(60, 4))
    inside = matrix @ [1.0, -2.0, 0.5, 0.0] + np.sin(np.arange(60)) > 0
    chain = ChainClassifier(penalty=0.5).fit(matrix, inside)
    regression = LogisticRegression(C=2.0, tol=1e-8).fit(matrix, inside)
    assert chain.predict_proba(matrix) == pytest.approx(regression.predict_proba(matrix), abs=2e-3)


@pytest.mark.filterwarnings("ignore")
def test_the_estimators_pass_scikit_learns_checks() -> None:
    from sklearn.utils.estimator_checks import check_estimator

    told = [*check_estimator(ChainClassifier(), on_skip=None), *check_estimator(ContextVectorizer(), on_skip=None)]
    assert sum(t["status"] == "passed" for t in told) > 60
    assert [t["check_name"] for t in told if t["status"] not in ("passed", "skipped")] == []


def test_steps_must_begin_a_sequence() -> None:
    with pytest.raises(ValueError, match="begins a sequence"):
        ChainClassifier().fit([[0.0], [1.0]], [0, 1], steps=[0, 0])


def test_labels_follow_the_sentences() -> None:
    first = EXAMPLES[0]
    inside = [s.text for s, state in zip(first.release.sentences, first.inside, strict=True) if state]
    assert inside[0] == "Forward-Looking Statements" and inside[-1].startswith("We undertake") and len(inside) == 4


TOLD = (
    "Forward-Looking Statements. Risks include, without limitation, rivals, a fall in demand for looms, the loss of "
    "key weavers, and the price of yarn. We do not update."
)


def test_told_risks_become_items_one_a_line() -> None:
    assert listed(0)(TOLD) == (
        "Forward-Looking Statements. Risks include, without limitation:\n\n• rivals;\n• a fall in demand for looms;\n"
        "• the loss of key weavers; and\n• the price of yarn.\n\nWe do not update."
    )
    assert ";\n\na fall in demand for looms;\n\n" in listed(2)(TOLD), "items without a mark are paragraphs"


def test_what_tells_fewer_than_three_things_is_no_list() -> None:
    short = "Forward-Looking Statements. Risks include a fall in the demand for looms, as well as what the filings say."
    assert [listed(turn)(short) for turn in range(3)] == [short] * 3


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_changes_the_legend_and_nothing_else(name: str) -> None:
    text, (start, end) = EXAMPLES[0].release.text, EXAMPLES[0].legends[0]
    other, (span,) = disguised(text, [(start, end)], DISGUISES[name])
    assert (other[: span[0]], other[span[1] :]) == (text[:start], text[end:])
    assert other[slice(*span)] != text[start:end]


def test_copies_for_training_hide_the_words_and_the_heading_and_shorten() -> None:
    copies = disguises_for_training(EXAMPLES[0], 1)
    words = [{w for u in copy.units for w in u.words} for copy in copies]
    assert "forward" not in words[0] and "forward" in words[1]
    assert sum(copies[1].inside) == sum(EXAMPLES[0].inside) - 1
    assert [0 < sum(copy.inside) <= 2 for copy in copies[2:4]] == [True, True]
    assert sum(disguises_for_training(EXAMPLES[0], 0)[-1].inside) == 0, "a link is no legend"


def test_what_shares_a_company_or_an_opening_is_one_group() -> None:
    assert len(set(linked([["a"], ["b"], ["a", "c"], ["c"]]))) == 2
    groups = [e.group for e in grouped(EXAMPLES, ["Alder", "Birch", "ALDER.", None])]
    assert groups[0] == groups[2] and len(set(groups)) == 3


def test_overlap_counts_characters_but_not_white_space() -> None:
    overlap = overlap_of(EXAMPLES[0], shipped_model())
    assert overlap.missed == 0 and overlap.iou > 0.9
    assert extent_of([overlap])["found"] == 1.0


def test_calibration_rises_and_is_never_certain() -> None:
    pairs = [(0.4, False), (0.6, True), (0.7, False), (0.9, True), (0.95, True)]
    heights = [y for _, y in calibrate(pairs)]
    assert heights == sorted(heights) and heights[0] > 0 and heights[-1] < 1
    assert len(cross_calibrated([[p] for p in pairs], list("abcde"))) == 5
    assert calibration_error([(0.9, True)] * 9 + [(0.9, False)]) == pytest.approx(0.0)


def test_learning_is_deterministic_and_what_is_saved_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examples = grouped(EXAMPLES, [e.id for e in EXAMPLES])
    first, second = learn(examples), learn(examples)
    assert first.model == second.model
    save_model(tmp_path, first, {})
    write_sums(tmp_path)
    monkeypatch.setattr("checker.model_files._PLACES", (tmp_path, tmp_path / "none"))
    listed_digests.cache_clear()
    try:
        again = model_of(load.__wrapped__("legend"))
    finally:
        listed_digests.cache_clear()
    assert again.transitions == first.model.transitions and again.symbols == first.model.symbols
    release = dressed(EXAMPLES[1], DISGUISES["capitals"]).release
    assert find_legends(release, leaning(again, 0.0)) == find_legends(release, first.model)


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
    assert set(model.transitions.moves) == {"same", "heading", "after heading", "item", "after item", "new"}
