"""The gate's files on disk: written whole, read back, refused in one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from gate_sample import KNOWN, checked, outcome, release, run

from checker.errors import ConfigError
from checker.gate.audit import audit_record
from checker.gate.baseline import write_baseline
from checker.gate.files import (
    load_baseline,
    load_record,
    load_waiver_text,
    load_waivers,
    place_of,
    save_baseline,
    save_record,
    save_text,
)
from checker.gate.waiver_text import add_waiver

REPORT = run(checked(release(source="q3.txt"), outcome("undue-reliance", message="not found “here”")))
WAIVERS = """\ufeff[[waiver]]
rule = "undue-reliance"
path = "q3.txt"
reason = "r"
approver = "a"
created = 2026-01-01
expires = 2026-12-31
"""


def test_a_waiver_file_of_any_editor_is_read(tmp_path: Path) -> None:
    file = tmp_path / "w.toml"
    file.write_text(WAIVERS, encoding="utf-8")
    waivers = load_waivers(file, KNOWN)
    assert [w.rule for w in waivers.entries] == ["undue-reliance"]
    assert waivers.place.folder == tmp_path.as_posix()
    assert load_waiver_text(tmp_path / "none.toml") == ""


@pytest.mark.parametrize(
    "day", ["2026-02-30", "2026-13-99", "2026-2-3", "30.06.2026", "soon", "2026-02-30  # asked for"]
)
def test_a_day_that_no_calendar_has_spoils_one_waiver_not_the_file(tmp_path: Path, day: str) -> None:
    file = tmp_path / "w.toml"
    second = WAIVERS.removeprefix("\ufeff").replace("2026-12-31", day)
    file.write_text(f"{WAIVERS}\n{second}", encoding="utf-8")
    good, bad = load_waivers(file, KNOWN).entries
    assert (good.malformed, bad.malformed) == ((), ("expires",))
    assert bad.expired(date(2026, 1, 1)) and not good.expired(date(2026, 1, 1))
    entry = {"rule": "undue-reliance", "path": "q4.txt", "reason": "r", "approver": "a"}
    added = add_waiver(load_waiver_text(file), {**entry, "created": date(2026, 1, 1), "expires": date(2026, 2, 1)})
    assert day in added, "what is there stays as it is"


def test_documents_are_named_from_the_folder_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert place_of(Path("../baseline.json")).name("q3.txt") == "sub/q3.txt"


def test_a_baseline_survives_the_disk_and_is_the_same_each_time(tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    baseline = write_baseline(REPORT, file=file.name, place=place_of(file))
    save_baseline(file, baseline)
    first = file.read_bytes()
    save_baseline(file, load_baseline(file))
    assert load_baseline(file) == baseline
    assert file.read_bytes() == first
    assert [p.name for p in tmp_path.iterdir()] == ["b.json"]


def test_a_record_survives_the_disk(tmp_path: Path) -> None:
    record = audit_record(REPORT, None)
    save_record(tmp_path / "a.json", record)
    assert load_record(tmp_path / "a.json") == record


@pytest.mark.parametrize(
    "data", [b"{", b"\xff", b"[" * 100_000, b"null", None], ids=["cut", "bytes", "deep", "other", "missing"]
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, data: bytes | None) -> None:
    file = tmp_path / "b.json"
    if data is not None:
        file.write_bytes(data)
    for load in (load_baseline, load_record, lambda path: load_waivers(path, KNOWN)):
        with pytest.raises(ConfigError) as error:
            load(file)
        assert "b.json" in str(error.value)
        assert "\n" not in str(error.value)


def test_a_file_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written"):
        save_text(tmp_path / "none" / "w.toml", "x")
