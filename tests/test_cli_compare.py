"""`safeharbor compare`: what changed since the last release, by element, factor, sentence and statement."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main

OLD = """OAKFALL, Ill., May 5, 2026 -- Alder Co. today reported results. We expect revenue of $40 million in 2026.

Forward-Looking Statements
This release contains forward-looking statements within the meaning of Section 21E of the
Securities Exchange Act of 1934. Actual results could differ materially because of
steel prices, delays in permits and competition. We undertake no obligation to update these statements.
"""
NEW = (
    OLD.replace("May 5", "August 4")
    .replace("steel prices", "tariffs")
    .replace("$40", "$44")
    .replace(" We undertake no obligation to update these statements.\n", "\n")
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


@pytest.fixture
def compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert folder.exists()
    assert main(["compare", "old.txt", "new.txt", "--format", "json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def changed(compared: dict[str, Any], part: str) -> list[tuple[str, str, str]]:
    return [
        (c["change"], (c["old"] or {}).get("text", ""), (c["new"] or {}).get("text", ""))
        for c in compared[part]
        if c["change"] != "unchanged"
    ]


def test_an_element_that_went_is_dropped(compared: dict[str, Any]) -> None:
    elements = {e["rule"]: (e["change"], e["old"]["status"], e["new"]["status"]) for e in compared["elements"]}
    assert elements["no-duty-to-update"] == ("dropped", "met", "missing")
    assert elements["section-21e-citation"] == ("unchanged", "met", "met")
    assert elements["risk-factors"][0] == "reworded"


def test_factors_come_and_go(compared: dict[str, Any]) -> None:
    assert changed(compared, "factors") == [("added", "", "tariffs"), ("dropped", "steel prices", "")]


def test_a_reworded_sentence_shows_what_changed_in_it(compared: dict[str, Any]) -> None:
    reworded = [s["pieces"] for s in compared["sentences"] if s["change"] == "reworded"]
    assert [piece for piece in reworded[0] if piece[0] != "kept"] == [
        ["dropped", "steel prices,"],
        ["added", "tariffs,"],
    ]


def test_statements_are_compared(compared: dict[str, Any]) -> None:
    assert [change for change, _, _ in changed(compared, "statements")] == ["reworded"]


def test_dates_and_similarity_are_told(compared: dict[str, Any]) -> None:
    assert (compared["old"]["release_date"], compared["new"]["release_date"]) == ("2026-05-05", "2026-08-04")
    assert 0.5 < compared["similarity"] < 1


@pytest.mark.usefixtures("folder")
def test_a_version_against_itself_is_unchanged(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "old.txt", "old.txt"]) == 0
    out = capsys.readouterr().out
    assert "100% of the legends' words in common" in out
    assert not [line for line in out.splitlines() if line.strip().startswith(("+ ", "- ", "~ "))]


def test_order_is_no_wording(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moved = OLD.replace(
        "steel prices, delays in permits and competition", "competition, delays in permits and steel prices"
    )
    (folder / "new.txt").write_text(moved, encoding="utf-8")
    assert main(["compare", "old.txt", "new.txt", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["factors"] == {
        "unchanged": 3,
        "reworded": 0,
        "added": 0,
        "dropped": 0,
    }


def test_a_model_legend_is_taken_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    legend = OLD.partition("\n\n")[2]
    (folder / "model.txt").write_text(legend, encoding="utf-8")
    (folder / "draft.txt").write_text(legend.replace("materially ", ""), encoding="utf-8")
    assert main(["compare", "--legend", "model.txt", "draft.txt", "--format", "json"]) == 0
    found = {e["rule"]: e for e in json.loads(capsys.readouterr().out)["elements"]}
    assert (found["results-may-differ"]["old"]["status"], found["results-may-differ"]["new"]["status"]) == (
        "met",
        "weak",
    )


@pytest.mark.usefixtures("folder")
def test_words_of_a_release_are_no_markup(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "new.txt").write_text(NEW.replace("tariffs", "**tariffs** <b>"), encoding="utf-8")
    assert main(["compare", "old.txt", "new.txt", "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert "<b>" not in out and "\\*\\*tariffs" in out


@pytest.mark.usefixtures("folder")
def test_one_version_may_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEW.encode())))
    assert main(["compare", "old.txt", "-", "--stdin-filename", "draft.txt"]) == 0
    assert capsys.readouterr().out.startswith("old.txt → draft.txt")


SITUATIONS = [
    (["compare", "old.txt", "nowhere.txt"], 3, "nowhere.txt: no such file"),
    (["compare", "-", "-"], 2, "not both"),
    (["compare", "old.txt"], 2, "see safeharbor compare --help"),
    (["compare", "old.txt", "new.txt", "--format", "html"], 2, 'unknown format "html"'),
    (["compare", "old.txt", "empty.txt"], 3, "empty"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), SITUATIONS)
def test_bad_input_gets_one_line(
    folder: Path, arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    assert main(arguments) == code
    told = capsys.readouterr().err
    assert said in told and told.count("\n") == 1
