"""A user's own labels: train a model, judge by it, measure it, and ask why."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.classify.evaluation_figures import Case, figures, reliability
from checker.classify.labelled_files import read_labelled
from checker.cli import main
from checker.errors import ConfigError
from checker.model_files import VARIABLE, listed_digests

FIXTURE = Path(__file__).parent.parent / "fixtures" / "earnings-guidance.txt"
TOPICS = ("lamps", "chairs", "boats", "bread", "paint", "glass", "rope", "bells", "tiles", "pens", "drums", "kites")


def lines() -> Iterator[str]:
    """Twenty-four invented releases of twelve companies, every fourth without a legend."""
    for n in range(24):
        topic = TOPICS[n % 12]
        body = f"Firm of {topic} announced results today. Sales of {topic} were higher in the {n}th week.\n\n"
        legend = (
            f"Forward-Looking Statements\n\nThis release about {topic} contains forward-looking statements. Actual "
            f"results could differ materially because of the price of {topic}. We do not undertake to update them."
        )
        has_legend = n % 4 != 3
        text = body + (legend if has_legend else f"The makers of {topic} meet in spring.") + "\n\nContact: Ann Reyes\n"
        places = [{"start": len(body), "end": len(body) + len(legend), "form": "block"}] if has_legend else []
        yield json.dumps({"id": f"r{n:02}", "company": f"{topic} {n}", "text": text, "legends": places})
        if n == 0:
            at = body.index("Sales")
            yield json.dumps({"doc": "r00", "start": at, "end": at + 20, "label": "not", "strength": None})


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("corpus") / "labels.jsonl"
    file.write_text("\n".join(lines()) + "\n", encoding="utf-8")
    return file


def run(*args: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if k != VARIABLE}
    return subprocess.run(
        [sys.executable, "-m", "checker", *args], capture_output=True, text=True, encoding="utf-8", env=env
    )


@pytest.fixture(scope="module")
def trained(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "mine"
    done = run("train", "--corpus", str(corpus), "--to", str(folder))
    assert done.returncode == 0, done.stderr
    assert "--models" in done.stdout and "fold 1" in done.stderr
    return folder


def test_the_same_labels_give_the_same_files(corpus: Path, trained: Path, tmp_path: Path) -> None:
    assert run("train", "--corpus", str(corpus), "--to", str(tmp_path), "-q").returncode == 0
    assert (tmp_path / "SHA256SUMS").read_bytes() == (trained / "SHA256SUMS").read_bytes()


def test_check_judges_by_the_named_models(trained: Path) -> None:
    done = run("check", "--models", str(trained), "--format", "json", "--exit-zero", str(FIXTURE))
    ours = json.loads(run("check", "--format", "json", "--exit-zero", str(FIXTURE)).stdout)
    theirs = json.loads(done.stdout)
    digests = [{m["name"]: m["sha256"] for m in told["models"]} for told in (ours, theirs)]
    assert digests[0]["legend"] != digests[1]["legend"] and digests[0]["statement"] == digests[1]["statement"]


def test_an_altered_model_is_refused(corpus: Path, tmp_path: Path) -> None:
    assert run("train", "--corpus", str(corpus), "--to", str(tmp_path), "-q").returncode == 0
    card = tmp_path / "legend" / "card.json"
    card.write_text(card.read_text().replace('"threshold": 0.5', '"threshold": 0.1'))
    done = run("check", "--models", str(tmp_path), str(FIXTURE))
    assert (done.returncode, "legend/card.json" in done.stderr) == (3, True)


def test_a_folder_without_models_is_refused(tmp_path: Path) -> None:
    done = run("check", "--models", str(tmp_path), str(FIXTURE))
    assert (done.returncode, "not a folder of models" in done.stderr) == (3, True)


def test_a_folder_that_holds_something_else_is_left_alone(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    done = run("train", "--corpus", str(corpus), "--to", str(tmp_path), "-q")
    assert (done.returncode, [f.name for f in tmp_path.iterdir()]) == (2, ["letter.txt"])


def test_evaluate_tells_figures_reliability_and_errors(corpus: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = run("evaluate", "--corpus", str(corpus), "--format", "json", "--html", str(page))
    told = json.loads(done.stdout)
    assert (told["releases"], told["sentences"]) == (24, 1)
    found = told["classes"]["legend found (releases)"]
    assert found["n"] == 18 and found["f1"]["low"] <= found["f1"]["value"] <= found["f1"]["high"]
    html = page.read_text(encoding="utf-8")
    assert "<svg" in html and "http" not in html.replace("http-equiv", "")
    assert "intervals" in run("evaluate", "--corpus", str(corpus)).stdout


def test_intervals_draw_companies_not_releases() -> None:
    one = [Case(company="a", hits=1, false=0, missed=0)] * 50 + [Case(company="a", hits=0, false=0, missed=1)] * 50
    many = [Case(company=str(n), hits=n % 2, false=0, missed=1 - n % 2) for n in range(100)]
    assert figures(one)["recall"]["low"] == figures(one)["recall"]["high"] == 0.5
    assert figures(many)["recall"]["low"] < 0.5 < figures(many)["recall"]["high"]


def test_a_confidence_that_is_true_has_no_error() -> None:
    assert reliability([(0.75, True)] * 3 + [(0.75, False)])["expected calibration error"] == 0
    assert reliability([(0.75, False)] * 4)["expected calibration error"] == 0.75


@pytest.mark.parametrize(
    "line, reason",
    [
        ("[", "not JSON"),
        ("[1]", "a JSON object"),
        ('{"id": "a"}', 'needs "text"'),
        ('{"legends": []}', '"id" is missing'),
        ('{"id": "a", "legends": []}', "no file holds its text"),
        ('{"id": "a", "text": "abc", "legends": [{"start": 1, "end": 9}]}', "outside the text"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(line: str, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=reason):
        read_labelled([file])


def test_why_names_words_and_only_in_the_text_report(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    listed_digests.cache_clear()
    assert main(["check", "--why", "--exit-zero", str(FIXTURE)]) == 0
    told = capsysbinary.readouterr().out.decode()
    section = told[told.index("The words that moved the models most") :]
    assert "legend, line" in section and "statement, line" in section and "+" in section
    assert main(["check", "--why", "--format", "json", str(FIXTURE)]) == 2
