"""Training the statement finder: what is learned is what is shipped, and folds share nothing."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from math import exp
from pathlib import Path
from typing import Any

import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.utils import estimator_checks as checks

from checker.classify import statement_training as training
from checker.classify.artefact import load
from checker.classify.corpus import read_pool
from checker.classify.statement_examples import Example
from checker.classify.statement_families_seen import ScoreAndKinds
from checker.classify.statement_features import clues_of
from checker.classify.statement_labels import read_by_people
from checker.classify.statement_pipeline import StatementVectorizer, pipeline, read_off
from checker.classify.statement_vectors import Vectors, word_vectors
from checker.classify.statements import score_clues, shipped_model
from checker.text.release import build_release
from checker.types import Metadata, Release

LABELS = Path(__file__).parent.parent / "models" / "labels" / "statements.jsonl"

TEXTS = [
    "{0} expects revenue of $9 million in 2031. {0} sold saws in 2019. The saw has a steel blade.",
    "The board of {0} met in May. We plan to open a plant. The plant made nails.",
    "{0} will host a call on Tuesday. We believe that sales will grow. Sales were higher in May.",
]


def release_of(text: str) -> Release:
    return build_release(text, source="a.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))


def invented() -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Labels and a pool of invented releases; every label names one sentence."""
    pool, labels = {}, []
    for n, name in enumerate(("Alder", "Birch", "Cedar", "Dogwood", "Elm")):
        for k, text in enumerate(TEXTS):
            ident = f"{name}-{k}"
            pool[ident] = {"id": ident, "company": name, "text": text.format(name) + f" It has {n + 2} wheels."}
            for s in release_of(pool[ident]["text"]).sentences:
                ahead = re.search("expects|plan to|will grow", s.text)
                label = "forward" if ahead else "logistics" if "host" in s.text else "not"
                labels.append({"doc": ident, "start": s.start, "end": s.end, "label": label, "strength": None})
    return labels, pool


def examples_and_vectors() -> tuple[list[Example], Vectors]:
    labels, pool = invented()
    releases = [release_of(r["text"] + " " + str(i)) for i, r in enumerate(pool.values())]
    return training.examples_of(labels, pool), word_vectors(releases)


def test_confidences_equal_scikit_learns_predict_proba() -> None:
    examples, vectors = examples_and_vectors()
    assert vectors[0], "word vectors take part"
    weights = [training.weight_of(e) for e in examples]
    fitted = pipeline(vectors).fit(examples, [e.is_statement for e in examples], model__sample_weight=weights)
    model = read_off(fitted, smallest=0.0)
    ours = [1 / (1 + exp(-training.score_example(e, model))) for e in examples]
    assert ours == pytest.approx(list(fitted.predict_proba(examples)[:, 1]), abs=1e-6)
    assert len({round(p, 3) for p in ours}) > 5


def test_what_is_dropped_as_too_small_hardly_moves_a_score() -> None:
    examples, vectors = examples_and_vectors()
    weights = [training.weight_of(e) for e in examples]
    fitted = pipeline(vectors).fit(examples, [e.is_statement for e in examples], model__sample_weight=weights)
    small = training.fit(examples, vectors)
    ours = [training.score_example(e, small) for e in examples]
    assert ours == pytest.approx(list(fitted.decision_function(examples)), abs=0.05)


CHECKS = (
    *(checks.check_estimator_cloneable, checks.check_estimator_tags_renamed, checks.check_valid_tag_types),
    *(checks.check_estimator_repr, checks.check_no_attributes_set_in_init, checks.check_mixin_order),
    *(checks.check_do_not_raise_errors_in_init_or_set_params, checks.check_parameters_default_constructible),
    *(checks.check_get_params_invariance, checks.check_set_params),
)
"""scikit-learn's checks that need no matrix of numbers as input; the classifier after the vectorizer is its own."""


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("estimator", [StatementVectorizer(), ScoreAndKinds(pipeline())], ids=["terms", "score"])
def test_the_estimators_pass_scikit_learns_checks(check: Any, estimator: Any) -> None:
    if check is checks.check_parameters_default_constructible:
        check(type(estimator).__name__, estimator)
    else:
        check(type(estimator).__name__, clone(estimator))


@pytest.mark.filterwarnings("ignore")
def test_scikit_learn_finds_nothing_wrong_with_the_vectorizer() -> None:
    told = checks.check_estimator(StatementVectorizer(), on_skip=None)
    assert {t["status"] for t in told} == {"passed"}


def test_the_vectorizer_does_what_scikit_learn_asks_of_transformers() -> None:
    examples, vectors = examples_and_vectors()
    terms = StatementVectorizer(vectors=vectors)
    with pytest.raises(NotFittedError):
        terms.transform(examples)
    assert terms.fit(examples) is terms
    whole = terms.transform(examples).toarray()
    assert (terms.fit(examples).transform(examples).toarray() == whole).all(), "fitting twice is fitting once"
    assert (terms.fit_transform(examples).toarray() == whole).all()
    assert (terms.transform(examples[3:7]).toarray() == whole[3:7]).all(), "a row depends on nothing but its sentence"
    assert (terms.fit(examples[::-1]).transform(examples).toarray() == whole).all(), "order does not matter"


def test_a_pipeline_can_be_cloned_and_names_its_columns() -> None:
    examples, vectors = examples_and_vectors()
    fitted = clone(pipeline(vectors)).fit(examples, [e.is_statement for e in examples])
    names = fitted["terms"].get_feature_names_out()
    assert len(names) == fitted["model"].coef_.shape[1] == len(set(names))


def test_a_corpus_without_enough_words_has_no_vectors_and_still_trains() -> None:
    examples, _ = examples_and_vectors()
    vectors = word_vectors([release_of("The saw has a blade.")])
    assert vectors[0] == {}
    with_none = training.fit(examples, vectors)
    assert with_none.words["expects"][0] > 0


def test_the_finder_scores_as_training_did() -> None:
    labels, pool = invented()
    model = shipped_model()
    examples = training.examples_of(labels, pool)
    by_release: dict[str, list[float]] = {}
    for e in examples:
        by_release.setdefault(e.id, []).append(training.score_example(e, model))
    for ident, scores in by_release.items():
        assert scores == pytest.approx(score_clues(clues_of(release_of(pool[ident]["text"])), model))


def test_groups_hold_together_companies_and_equal_sentences() -> None:
    labels, pool = invented()
    pool["Alder-0"]["company"] = "ALDER, "
    groups = {}
    for e in training.examples_of(labels, pool):
        groups.setdefault(e.id.partition("-")[0], set()).add(e.group)
    assert all(len(g) == 1 for g in groups.values())
    # "The saw has a steel blade." stands in all of them
    assert len(set.union(*groups.values())) == 1


def test_groups_of_unrelated_releases_differ() -> None:
    pool = {c: {"id": c, "company": c, "text": f"The {c} saw has {c} teeth and a blade."} for c in ("elm", "fir")}
    labels = [{"doc": c, "start": 0, "end": 20, "label": "not", "strength": None} for c in pool]
    assert len({e.group for e in training.examples_of(labels, pool)}) == 2


def test_a_label_of_a_sentence_that_ours_part_is_left_out_unless_it_holds_of_every_part() -> None:
    pool = {"elm": {"id": "elm", "company": "elm", "text": "We plan to open a plant. The saw has a blade of steel."}}
    whole = {"doc": "elm", "start": 0, "end": len(pool["elm"]["text"]), "strength": None}
    assert training.examples_of([{**whole, "label": "forward"}], pool) == []
    assert len(training.examples_of([{**whole, "label": "not"}], pool)) == 1


def test_a_sentence_drawn_for_labelling_counts_less_and_an_event_more() -> None:
    labels, pool = invented()
    plain = next(e for e in training.examples_of(labels, pool) if e.label == "not")
    drawn = next(e for e in training.examples_of([{**x, "drawn": True} for x in labels], pool) if e.label == "not")
    event = next(e for e in training.examples_of(labels, pool) if e.label == "logistics")
    assert training.weight_of(drawn) < training.weight_of(plain) < training.weight_of(event)


def test_a_label_that_a_second_reader_disputes_moves_no_weight(tmp_path: Path) -> None:
    labels, pool = invented()
    wrong = next(x for x in labels if x["label"] == "forward")
    (tmp_path / "train").mkdir()
    for name, told in (("train/sentences", labels), ("statements", []), ("statements_second_reading", [wrong])):
        told = [{**x, "label": "not"} if x == wrong and name == "train/sentences" else x for x in told]
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(x) + "\n" for x in told), encoding="utf-8")
    examples = training.examples_of(read_by_people(tmp_path, tmp_path), pool)
    disputed = [e for e in examples if e.disputed]
    assert len(disputed) == 1
    assert training.weight_of(disputed[0]) == 0


def test_confidence_and_threshold_go_by_sentences_as_they_occur() -> None:
    labels, pool = invented()
    plain = training.examples_of(labels, pool)
    hard = [replace(e, drawn=True, label="not") for e in plain]
    scores = [2.0 if e.is_statement else -2.0 for e in plain] * 2
    assert training.calibrate([*plain, *hard], scores) == training.calibrate(plain, scores[: len(plain)])
    assert training.choose_threshold([*plain, *hard], [0.9 if s > 0 else 0.1 for s in scores]) == 0.5


@pytest.mark.parametrize(
    ("pairs", "error"),
    [([(0.5, True), (0.5, False)], 0.0), ([(1.0, False)], 1.0), ([(0.25, False), (0.25, True)], 0.25)],
)
def test_calibration_error(pairs: list[tuple[float, bool]], error: float) -> None:
    assert training.calibration_error(pairs) == pytest.approx(error)


# ── what is shipped ───────────────────────────────────────────────────────────────────────────────


def test_the_card_describes_the_labels_and_its_scores() -> None:
    card = load("statement").card
    assert card["threshold"] == shipped_model().threshold
    of_unknown = {"out of fold", "out of fold, as they occur", "out of fold, kept back"}
    assert set(card["scores"]) == {*of_unknown, "gold and traps", "gold and traps, clean"}
    assert card["scores"]["out of fold, as they occur"]["ece"] <= 0.04
    assert card["scores"]["gold and traps"]["sentences"]["f1"] >= 0.78


def test_labels_hold_places_and_digests_and_no_text() -> None:
    records = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    assert len(records) > 17_000
    for r in records:
        assert set(r) == {"doc", "start", "end", "label", "strength", "sha256"}
        assert r["label"] in {"forward", "logistics", "legend", "not"}
        assert (r["strength"] is not None) == (r["label"] == "forward")
        assert re.fullmatch("[0-9a-f]{64}", r["sha256"])


def test_labels_still_point_at_the_sentences_that_were_read() -> None:
    corpus = Path(__file__).parent.parent.parent / "shared" / "corpus"
    if not corpus.exists():
        pytest.skip("the shared corpus is not beside the checkout")
    pool = read_pool(corpus)
    for r in map(json.loads, LABELS.read_text("utf-8").splitlines()):
        text = pool[r["doc"]]["text"][r["start"] : r["end"]]
        assert hashlib.sha256(text.encode()).hexdigest() == r["sha256"]
