"""`check --prior FILE`: the redline of the legends, and what happens without it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main

OLD = (
    "We expect annual sales of $40 million.\n\nForward-Looking Statements\n\nThis release contains forward-looking "
    "statements. Actual results could differ materially because of weather, strikes and currency swings. We undertake "
    "no obligation to update these statements.\n"
)
NEW = OLD.replace("strikes", "tariffs")


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "q1.txt", tmp_path / "q2.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return str(old), str(new)


def test_the_report_shows_what_was_dropped_and_added(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--no-config", "--prior", files[0], files[1]])
    told = capsys.readouterr().out
    assert "[-strikes-] {+tariffs+}" in " ".join(told.split())
    assert "Sentences of the legend: 3 unchanged, 1 reworded" in told


def test_json_holds_the_comparison(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--no-config", "--format", "json", "--prior", files[0], files[1]])
    comparison = json.loads(capsys.readouterr().out)["documents"][0]["comparison"]
    assert [change["kind"] for change in comparison["legends"]].count("reworded") == 1
    assert 0.9 < comparison["similarity"] < 1


def test_without_it_the_rule_says_why_it_was_not_evaluated(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--no-config", "--format", "json", files[1]])
    document = json.loads(capsys.readouterr().out)["documents"][0]
    outcome = next(o for o in document["outcomes"] if o["rule"] == "legend-unchanged")
    assert (outcome["status"], outcome["reason"]) == (
        "not-evaluated",
        "no earlier release was given (--prior FILE)",
    )
    assert document["comparison"] is None


def test_the_earlier_release_is_part_of_the_settings(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    digests = []
    for prior in ([], ["--prior", files[0]], ["--prior", files[1]]):
        main(["check", "--no-config", "--format", "json", *prior, files[1]])
        digests.append(json.loads(capsys.readouterr().out)["settings_sha256"])
    assert len(set(digests)) == 3


def test_it_compares_one_release_only(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--no-config", "--prior", files[0], *files]) == 2
    assert "2 are named" in capsys.readouterr().err


def test_an_earlier_release_that_cannot_be_read_is_said(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--no-config", "--prior", "absent.txt", files[1]]) == 3
    assert "absent.txt: no such file" in capsys.readouterr().err


def test_an_unknown_context_is_told_with_the_known_ones(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--no-config", "--context", "board-lunch", files[1]]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert 'unknown context "board-lunch" (one of: ipo, tender_offer,' in told
