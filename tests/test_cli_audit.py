"""`check --audit` and `audit verify`: a run can be repeated, and what differs is said."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gate_folder import AFTER, BAD, DAY, GOOD, WAIVERS, drafts

from checker.cli import main

__all__ = ["drafts"]


@pytest.fixture
def record(drafts: Path) -> dict[str, Any]:
    """The record of a run with a waiver, in `a.json`."""
    (drafts / "safeharbor.toml").write_text('waivers = "waivers.toml"\n', encoding="utf-8")
    assert main(["check", ".", "--profile", "practice", "--today", DAY, "--audit", "a.json", "--quiet"]) == 0
    read: dict[str, Any] = json.loads((drafts / "a.json").read_text("utf-8"))
    return read


def test_it_holds_all_that_went_in_and_came_out(record: dict[str, Any]) -> None:
    assert {d["path"] for d in record["documents"]} == {GOOD, BAD}
    assert all(len(d["sha256"]) == len(d["outcomes_sha256"]) == 64 for d in record["documents"])
    assert (record["asked"]["today"], record["asked"]["command_line"]) == (DAY, {"profile": "practice"})
    assert (record["asked"]["config"], len(record["asked"]["waivers_sha256"])) == ("safeharbor.toml", 64)
    assert record["asked"]["settings"]["fail-on"] == "error"
    assert [m["name"] for m in record["models"]]
    assert [w["approver"] for d in record["documents"] for w in d["waivers"]] == ["I. Orme"]


@pytest.mark.usefixtures("drafts")
def test_the_time_is_that_of_the_build_when_it_states_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    for name in ("a.json", "b.json"):
        main(["check", GOOD, "--audit", name, "--quiet"])
    record = json.loads(Path("a.json").read_text("utf-8"))
    assert (record["time"], record["asked"]["today"]) == ("2026-01-01T00:00:00Z", "2026-01-01")
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "noon")
    assert main(["check", GOOD, "--quiet"]) == 2


@pytest.mark.usefixtures("record")
def test_the_same_run_verifies(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify", "a.json"]) == 0
    assert capfd.readouterr().out == "as recorded: 2 releases\n"


@pytest.mark.usefixtures("record")
def test_a_release_that_came_since_is_no_difference() -> None:
    shutil.copy(BAD, "drafts/new.txt")
    assert main(["audit", "verify", "a.json"]) == 0


CHANGES: dict[str, tuple[Callable[[], object], int, str]] = {
    "a release": (
        lambda: Path(GOOD).write_text("Nothing.\n" + Path(GOOD).read_text("utf-8"), encoding="utf-8"),
        1,
        f"{GOOD}: document: recorded ",
    ),
    "the configuration": (
        lambda: Path("safeharbor.toml").write_text('waivers = "waivers.toml"\nfail-on = "note"\n', encoding="utf-8"),
        1,
        'setting fail-on: recorded "error", now "note"',
    ),
    "a waiver": (
        lambda: Path("waivers.toml").write_text(WAIVERS.replace("drafts/*", "other/*"), encoding="utf-8"),
        1,
        f"{BAD}: waivers: recorded legend-present (waiver, until 2026-06-30), now none",
    ),
    "a release that is gone": (
        Path(GOOD).unlink,
        3,
        f"{GOOD}: was checked when recorded, cannot be checked now (missing)",
    ),
    "the waivers that are gone": (Path("waivers.toml").unlink, 2, "waivers.toml: no such file"),
    "the configuration that is gone": (Path("safeharbor.toml").unlink, 2, "safeharbor.toml: no such file"),
}


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("name", CHANGES)
def test_whatever_has_changed_is_said(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    change, code, said = CHANGES[name]
    change()
    assert main(["audit", "verify", "a.json"]) == code
    out, err = capfd.readouterr()
    assert any(said in line for line in (out if code != 2 else err).splitlines())
    capfd.readouterr()
    if code != 2:
        main(["audit", "verify", "a.json", "--format", "json"])
        told = json.loads(capfd.readouterr().out)
        assert told["verified"] is False
        assert any(said in line for line in told["differences"])


@pytest.mark.usefixtures("drafts")
def test_waivers_are_judged_by_the_day_of_the_record() -> None:
    main(["check", BAD, "--waivers", "waivers.toml", "--today", AFTER, "--audit", "a.json", "--quiet"])
    assert main(["audit", "verify", "a.json"]) == 0


@pytest.mark.usefixtures("drafts")
def test_a_release_that_could_not_be_read_then_either_is_no_difference() -> None:
    main(["check", GOOD, "gone.txt", "--audit", "a.json", "--quiet"])
    assert main(["audit", "verify", "a.json"]) == 0


@pytest.mark.usefixtures("drafts")
def test_standard_input_is_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    data = Path(BAD).read_bytes()
    line = ["check", "-", GOOD, "--stdin-filename", "draft.txt", "--audit", "a.json", "--quiet"]
    for words, args, code in (
        (data, line, 1),
        (data, ["audit", "verify", "a.json"], 0),
        (data + b"!", ["audit", "verify", "a.json"], 1),
        (b"", ["audit", "verify", "a.json"], 3),
    ):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(words)))
        assert main(args) == code


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"record": "other"}', None], ids=["cut", "a list", "another file", "missing"]
)
@pytest.mark.usefixtures("drafts")
def test_what_is_no_record_is_refused_in_one_line(text: str | None, capfd: pytest.CaptureFixture[str]) -> None:
    if text is not None:
        Path("a.json").write_text(text, encoding="utf-8")
    assert main(["audit", "verify", "a.json"]) == 2
    assert capfd.readouterr().err.count("\n") == 1


def test_a_record_with_settings_that_are_none_is_refused(record: dict[str, Any]) -> None:
    record["asked"]["command_line"] = {"profle": "full"}
    Path("a.json").write_text(json.dumps(record), encoding="utf-8")
    assert main(["audit", "verify", "a.json"]) == 2
