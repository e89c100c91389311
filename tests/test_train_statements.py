"""A user's own labelled sentences: train the statement finder, judge by it, measure it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.classify.artefact import load, model_infos
from checker.classify.training import Trained, train_models
from checker.cli import main
from checker.model_files import VARIABLE, listed_digests, model_path, verify_all
from checker.text.release import build_release
from checker.types import Metadata

FIXTURE = Path(__file__).parent.parent / "fixtures" / "earnings-guidance.txt"
FIRMS = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Holly", "Ironwood", "Juniper", "Larch", "Maple")

AHEAD = (
    "{0} expects to sell more saws in 2031.",
    "We plan to open the {0} plant by next year.",
    "The {0} team believes that sales will grow.",
    "Management of {0} anticipates higher demand next year.",
)
OTHERS = (
    ("{0} sold its first saw in 1952.", "not"),
    ("The {0} saw has a blade of hardened steel.", "not"),
    ("Sales of {0} were higher in the second quarter.", "not"),
    ("{0} was founded by two carpenters in Ohio.", "not"),
    ("The {0} board met at the plant in May.", "not"),
    ("{0} will host a conference call on Tuesday.", "logistics"),
)


def lines(firms: int = len(FIRMS)) -> Iterator[dict[str, Any]]:
    """Two invented releases a firm, ten labelled sentences each, and one that was left unsure."""
    for n, firm in enumerate(FIRMS[:firms]):
        for k in range(2):
            name, ident = f"{firm} {'Tools' if k else 'Works'}", f"{firm}-{k}"
            told = [(s.format(name), "forward") for s in AHEAD] + [(s.format(name), label) for s, label in OTHERS]
            told = told[(n + k) % 10 :] + told[: (n + k) % 10]
            text = "\n\n".join(s for s, _ in told) + "\n"
            yield {"id": ident, "company": firm, "text": text}
            for at, (s, label) in enumerate(told):
                start = text.index(s)
                strength = ("clear" if at % 2 else "weak") if label == "forward" else None
                yield {"doc": ident, "start": start, "end": start + len(s), "label": label, "strength": strength}


def written(file: Path, records: Iterator[dict[str, Any]]) -> Path:
    file.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("corpus") / "labels.jsonl", lines())


@pytest.fixture(autouse=True)
def no_named_models(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a command named is forgotten again."""
    monkeypatch.setenv(VARIABLE, "")
    forget()
    yield
    forget()


def forget() -> None:
    from checker.classify import legends, statements

    for cached in (listed_digests, load, model_infos, legends.shipped_model, statements.shipped_model):
        cached.cache_clear()


@pytest.fixture(scope="module")
def trained(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Trained, list[str]]:
    folder, said = tmp_path_factory.mktemp("models") / "mine", list[str]()
    return folder, train_models([corpus], folder, said.append), said


def test_labelled_sentences_alone_train_the_statement_finder(trained: tuple[Path, Trained, list[str]]) -> None:
    folder, done, said = trained
    assert set(done.cards) == {"statement"}
    assert "0 releases with labelled legends" in done.as_shipped["legend"]
    assert [line for line in said if "fold 1 of 5" in line]
    for file in ("legend/card.json", "legend/weights.f32", "sentences.json"):
        assert (folder / file).read_bytes() == model_path(file).read_bytes()


def test_the_card_tells_data_scores_threshold_and_versions(trained: tuple[Path, Trained, list[str]]) -> None:
    card = json.loads((trained[0] / "statement" / "card.json").read_text(encoding="utf-8"))
    assert card["data"]["labels"] == {"forward": 96, "not": 120, "logistics": 24}
    assert (card["data"]["sentences"], card["data"]["releases"]) == (240, 24)
    assert len(card["data"]["sha256"]) == 64
    assert card["scores"]["out of fold"]["f1"] > 0.9
    assert 0 < card["threshold"] <= 0.5
    assert set(card["trained with"]) == {"python", "scikit-learn"}


def test_the_same_labels_give_the_same_files(
    corpus: Path, trained: tuple[Path, Trained, list[str]], tmp_path: Path
) -> None:
    train_models([corpus], tmp_path / "again", lambda _: None)
    assert (tmp_path / "again" / "SHA256SUMS").read_bytes() == (trained[0] / "SHA256SUMS").read_bytes()


def test_check_finds_statements_by_the_named_models(
    trained: tuple[Path, Trained, list[str]], capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    release = tmp_path / "a.txt"
    release.write_text("Oak Tools sold saws.\n\nOak Tools expects to sell more saws in 2031.\n", encoding="utf-8")
    args = ["check", "--models", str(trained[0]), "--format", "json", "--exit-zero", str(release)]
    assert main(args) == 0
    told = json.loads(capsysbinary.readouterr().out)
    (statement,) = told["documents"][0]["statements"]
    text = build_release(
        release.read_text(), source="a", metadata=Metadata(format="txt", encoding="utf-8", sha256="")
    ).text
    assert text[statement["start"] : statement["end"]].startswith("Oak Tools expects")
    digests = {m["name"]: m["sha256"] for m in told["models"]}
    forget()
    assert main(["model", "info", "--models", str(trained[0])]) == 0
    info = capsysbinary.readouterr().out.decode()
    assert digests["statement"] in info and "240 sentences" in info and "F1" in info


def test_model_verify_looks_at_the_named_models(
    trained: tuple[Path, Trained, list[str]], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["model", "verify", "--models", str(trained[0])]) == 0
    assert "statement/weights.f32: as published" in capsysbinary.readouterr().out.decode()
    assert "statement/weights.f32" in verify_all()


def test_one_altered_number_is_refused(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    train_models([corpus], tmp_path / "mine", lambda _: None)
    weights = tmp_path / "mine" / "statement" / "weights.f32"
    weights.write_bytes(b"\x00" + weights.read_bytes()[1:])
    assert main(["check", "--models", str(tmp_path / "mine"), str(FIXTURE)]) == 3
    assert "statement/weights.f32" in capsys.readouterr().err


class TestTooFewLabels:
    @pytest.mark.parametrize(
        ("records", "reason"),
        [
            (
                lambda: iter([{"id": "a", "text": "We plan a plant."}]),
                "0 labelled sentences, 0 of them forward",
            ),
            (lambda: lines(9), "180 labelled sentences, 72 of them forward; at least 200"),
            (lambda: (r for r in lines() if r.get("label") != "forward"), "144 labelled sentences, 0 of them forward"),
            (lambda: ({**r, "company": "one"} if "text" in r else r for r in lines()), "statements come from 1 compan"),
        ],
    )
    def test_are_refused_in_one_line_and_nothing_is_written(
        self, records: Any, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = written(tmp_path / "few.jsonl", records())
        assert main(["train", "--corpus", str(file), "--to", str(tmp_path / "mine"), "-q"]) == 2
        told = capsys.readouterr().err
        assert reason in told and told.count("\n") == 1
        assert not (tmp_path / "mine").exists()

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ({"doc": "a", "start": 0, "end": 3, "label": "fwd"}, "label 'fwd' is none of forward"),
            ({"start": 0, "end": 3, "label": "not"}, '"doc" is missing'),
            ({"doc": "a", "start": "0", "end": 3, "label": "not"}, "outside the text"),
            ({"doc": "a", "label": "not"}, "outside the text"),
            ({"id": "b", "text": None}, '"text" is missing'),
        ],
    )
    def test_a_line_that_cannot_be_used_is_named(
        self, line: dict[str, Any], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = written(tmp_path / "bad.jsonl", iter([{"id": "a", "text": "A plant opened."}, line]))
        assert main(["train", "--corpus", str(file), "--to", str(tmp_path / "mine"), "-q"]) == 2
        told = capsys.readouterr().err
        assert reason in told and told.count("\n") == 1


def test_a_sentence_labelled_twice_counts_once_and_as_the_last_line_says(tmp_path: Path) -> None:
    from checker.classify.labelled_files import read_labelled

    twice = [{"doc": "a", "start": 0, "end": 5, "label": label} for label in ("not", "forward")]
    file = written(tmp_path / "a.jsonl", iter([{"id": "a", "text": "A plant opens."}, *twice]))
    assert [line["label"] for line in read_labelled([file]).sentences] == ["forward"]


# ── measuring ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def measured(
    corpus: Path, trained: tuple[Path, Trained, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Any], str, str]:
    """The figures of the trained model on its own labels, as JSON, text and page."""
    import subprocess
    import sys

    page = tmp_path_factory.mktemp("page") / "page.html"
    args = [sys.executable, "-m", "checker", "evaluate", "--models", str(trained[0]), "--corpus", str(corpus)]
    told = subprocess.run(
        [*args, "--format", "json", "--html", str(page)], capture_output=True, encoding="utf-8", check=True
    )
    text = subprocess.run(args, capture_output=True, encoding="utf-8", check=True)
    return json.loads(told.stdout), text.stdout, page.read_text(encoding="utf-8")


def test_evaluate_tells_precision_recall_and_f1_of_statements(measured: tuple[dict[str, Any], str, str]) -> None:
    row = measured[0]["classes"]["statements (sentences)"]
    assert (row["n"], row["companies"]) == (96, 12)
    for name in ("precision", "recall", "f1"):
        assert 0.9 < row[name]["low"] <= row[name]["value"] <= row[name]["high"]


def test_evaluate_tells_clear_weak_and_events_apart(measured: tuple[dict[str, Any], str, str]) -> None:
    shares = measured[0]["shares"]
    assert shares["clear statements found"]["n"] + shares["weak statements found"]["n"] == 96
    assert shares["clear statements found"]["value"] > 0.9
    assert shares["events taken for statements"]["n"] == 24
    assert shares["events taken for statements"]["value"] < 0.1


def test_evaluate_tells_what_each_label_was_taken_for(measured: tuple[dict[str, Any], str, str]) -> None:
    table = measured[0]["confusion"]
    assert sum(sum(row.values()) for row in table.values()) == 240
    assert table["not"]["neither"] > 110 and table["logistics"]["in a legend"] == 0


def test_reliability_is_of_all_labelled_sentences_that_can_count(measured: tuple[dict[str, Any], str, str]) -> None:
    told = measured[0]["reliability"]["statements"]
    assert sum(b["n"] for b in told["bins"]) == 240
    assert {b["share"] for b in told["bins"]} >= {0.0, 1.0}


def test_text_and_page_hold_the_same_tables(measured: tuple[dict[str, Any], str, str]) -> None:
    for report in measured[1:]:
        assert "clear statements found" in report and "in a legend" in report and "logistics" in report
    assert "<svg" in measured[2]
