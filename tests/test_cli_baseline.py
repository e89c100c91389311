"""`safeharbor baseline`: written, renewed, pruned, shown; nothing is lost on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gate_folder import BAD, GOOD, RULE, drafts

from checker.cli import main

__all__ = ["drafts"]
pytestmark = pytest.mark.usefixtures("drafts")
FILE = Path("safeharbor-baseline.json")
GONE = "Forward-looking statement. We expect growth.\n"


def documents(file: Path = FILE) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for row in json.loads(file.read_text("utf-8"))["findings"]:
        told.setdefault(row["document"], set()).add(row["rule"])
    return told


def add_release(name: str = "second.txt") -> None:
    Path(name).write_bytes(Path(BAD).read_bytes())


def test_written_it_lets_the_gate_pass_and_tells_how_to_use_it(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "write", "drafts"]) == 0
    assert 'baseline = "safeharbor-baseline.json"' in capfd.readouterr().err
    assert documents() == {BAD: {RULE}}
    assert main(["check", BAD, "--baseline", str(FILE)]) == 0


def test_a_new_finding_still_fails() -> None:
    main(["baseline", "write", "drafts"])
    add_release()
    assert main(["check", BAD, "second.txt", "--baseline", str(FILE)]) == 1


def test_it_is_written_where_the_configuration_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("safeharbor.toml").write_text('baseline = "gate/known.json"', encoding="utf-8")
    Path("gate").mkdir()
    monkeypatch.chdir("drafts")
    assert main(["baseline", "write", "bad.txt"]) == 0
    assert documents(Path("../gate/known.json")) == {f"../{BAD}": {RULE}}
    assert main(["check", "bad.txt"]) == 0


def test_one_that_is_there_is_not_overwritten_unless_told(capfd: pytest.CaptureFixture[str]) -> None:
    FILE.write_text("mine", encoding="utf-8")
    assert main(["baseline", "write", "drafts"]) == 2
    assert "baseline update" in capfd.readouterr().err
    assert FILE.read_text("utf-8") == "mine"
    assert main(["baseline", "write", "drafts", "--force"]) == 0


def test_update_adds_and_drops_for_the_releases_named_and_keeps_the_others(capfd: pytest.CaptureFixture[str]) -> None:
    add_release()
    main(["baseline", "write", "."])
    Path("second.txt").write_bytes(Path(GOOD).read_bytes())
    add_release("third.txt")
    capfd.readouterr()
    assert main(["baseline", "update", "second.txt", "third.txt"]) == 0
    assert set(documents()) == {BAD, "third.txt"}
    assert "(1 added, 1 dropped)" in capfd.readouterr().err


def test_prune_drops_what_is_gone_and_accepts_nothing_new() -> None:
    add_release()
    add_release("third.txt")
    main(["baseline", "write", "."])
    Path("second.txt").unlink()
    Path("third.txt").write_bytes(Path(GOOD).read_bytes())
    add_release("fourth.txt")
    assert main(["baseline", "prune"]) == 0
    assert set(documents()) == {BAD}


def test_what_a_waiver_accepts_is_left_to_it() -> None:
    Path("safeharbor.toml").write_text('waivers = "waivers.toml"', encoding="utf-8")
    Path("waivers.toml").write_text(Path("waivers.toml").read_text("utf-8").replace("2026-06-30", "2999-06-30"))
    assert main(["baseline", "write", "drafts"]) == 0
    assert documents() == {}


def test_what_cannot_be_checked_keeps_its_entries_and_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    add_release()
    main(["baseline", "write", "."])
    Path(BAD).write_bytes(b"\x00\x01")
    for command in ("update", "prune"):
        capfd.readouterr()
        assert main(["baseline", command, "."]) == 3
        assert set(documents()) == {BAD, "second.txt"}
        assert "drafts/bad.txt: not text" in capfd.readouterr().err


def test_show_lists_by_release(capfd: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "write", "drafts"])
    capfd.readouterr()
    assert main(["baseline", "list"]) == 0
    assert capfd.readouterr().out.startswith(f"safeharbor-baseline.json: 1 finding in 1 release\n\n{BAD}\n  {RULE}: ")
    assert main(["baseline", "list", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out) == json.loads(FILE.read_text("utf-8"))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("write", 2),
        ("write gone.txt", 3),
        ("write empty", 4),
        ("update drafts", 2),
        ("prune", 2),
        ("list", 2),
        ("show --format xml", 2),
        (f"write drafts --baseline {BAD} --force", 2),
        ("write drafts --baseline drafts", 2),
        ("write drafts --profile ful", 2),
        ("", 2),
    ],
)
def test_bad_input_is_one_line_and_the_right_code(line: str, code: int, capfd: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    before = Path(BAD).read_bytes()
    assert main(["baseline", *line.split()]) == code
    err = capfd.readouterr().err
    assert err
    assert code != 2 or err.count("\n") == 1
    assert Path(BAD).read_bytes() == before
