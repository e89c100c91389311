"""The commands: what they print where, and what they leave behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

from checker.cli import COMMANDS, GROUPS, app, main
from checker.config import PROFILES, resolve
from checker.rules import RULES
from checker.types import Reading, Settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder; releases are read, and judged by the rules, without any model."""
    monkeypatch.chdir(tmp_path)
    for name in ("SAFEHARBOR_PROFILE", "SAFEHARBOR_FAIL_ON", "SAFEHARBOR_CONFIG", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("checker.batch.read", lambda release, _settings: Reading(release=release))
    monkeypatch.setattr("checker.run.model_infos", tuple)
    (tmp_path / "a.txt").write_text("Northgate Pumps opened a plant.\n", encoding="utf-8")
    return tmp_path


# ── check ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_report_is_all_that_standard_output_holds(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.txt", "gone.txt", "--format", "json"]) == 3
    out, err = capfd.readouterr()
    assert [d["path"] for d in json.loads(out)["documents"]] == ["a.txt", "gone.txt"]
    assert err == "safeharbor: gone.txt: no such file\n"


def test_several_reports_in_one_run(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.txt", "--output", "json=r.json", "--output", "sarif=r.sarif"]) == 0
    assert "NOTHING TO DISCLAIM" in capfd.readouterr().out
    assert json.loads(Path("r.json").read_text("utf-8"))["schema_version"] == "1"
    assert json.loads(Path("r.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_quiet_keeps_files_and_errors(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.txt", "gone.txt", "--quiet", "--output", "json=r.json"]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert "gone.txt" in err
    assert Path("r.json").exists()


def test_a_report_that_cannot_be_written_loses_nothing(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("old.json").write_text("earlier", encoding="utf-8")

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["check", "a.txt", "--output", "json=old.json", "--output", "csv=new.csv"]) == 2
    out, err = capfd.readouterr()
    assert "NOTHING TO DISCLAIM" in out
    assert err.count("cannot be written (No space left on device)") == 2
    assert Path("old.json").read_text(encoding="utf-8") == "earlier"
    assert sorted(p.name for p in Path().iterdir()) == ["a.txt", "old.json"], "no scraps are left"


def test_reports_may_go_to_devices() -> None:
    assert main(["check", "a.txt", "--quiet", "--output", "json=/dev/null"]) == 0
    assert not Path("/dev/null").is_file()


def test_colour_only_when_asked_for(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    main(["check", "gone.txt"])
    assert "\x1b" not in capfd.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(["check", "gone.txt"])
    assert "\x1b" in capfd.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main(["check", "gone.txt"])
    assert "\x1b" not in capfd.readouterr().out


def test_a_file_name_cannot_speak_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    main(["check", "x\x1b[31m\ny.txt", "--format", "json"])
    out, err = capfd.readouterr()
    assert "\x1b" not in out + err
    assert err.count("\n") == 1


def test_folders_are_read_as_the_file_says(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "b.txt").write_text("words", encoding="utf-8")
    (folder / "safeharbor.toml").write_text('exclude = ["old/"]', encoding="utf-8")
    assert main(["check", ".", "--format", "json"]) == 0
    assert [d["path"] for d in json.loads(capfd.readouterr().out)["documents"]] == ["a.txt"]


# ── the others ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("profile", PROFILES)
def test_init_writes_what_config_reads(folder: Path, profile: str) -> None:
    assert main(["init", "--profile", profile]) == 0
    resolved = resolve(RULES, start=folder, environment={})
    assert resolved.file == folder / "safeharbor.toml"
    assert resolved.settings == Settings(profile=profile)


def test_every_example_in_the_written_file_is_valid(folder: Path) -> None:
    main(["init"])
    text = (folder / "safeharbor.toml").read_text("utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    examples = "\n".join(line for line in lines if " = " in line or line.startswith("["))
    stated = {key: value for key, value in tomllib.loads(examples).items() if key not in ("extend", "issuer")}
    assert set(stated) >= {"select", "ignore", "severity", "per-file-ignores", "include", "exclude", "context"}
    assert resolve(RULES, use_files=False, given=stated, environment={}).settings.fail_on == "error"


def test_init_does_not_overwrite_unless_told(folder: Path) -> None:
    (folder / "safeharbor.toml").write_text("mine", encoding="utf-8")
    assert main(["init"]) == 2
    assert (folder / "safeharbor.toml").read_text("utf-8") == "mine"
    assert main(["init", "--force"]) == 0


def test_config_tells_value_and_origin(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "safeharbor.toml").write_text('ignore = ["as-of-date"]', encoding="utf-8")
    monkeypatch.setenv("SAFEHARBOR_PROFILE", "practice")
    assert main(["config", "--format", "json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["file"] == "safeharbor.toml"
    assert told["settings"]["profile"] == {"value": "practice", "origin": "SAFEHARBOR_PROFILE"}
    assert told["settings"]["ignore"] == {"value": ["as-of-date"], "origin": "safeharbor.toml"}
    assert main(["config"]) == 0
    assert "# SAFEHARBOR_PROFILE\n" in capfd.readouterr().out


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_explain_shows_the_page_and_the_severities(rule: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", rule]) == 0
    out = capfd.readouterr().out
    assert out.startswith(f"{rule}: ")
    for heading in ("\nWhat it looks for\n", "\nHow to fix\n", "\nSeverity\n    full ", "\nAuthority\n"):
        assert heading in out


def test_rules_lists_every_rule(capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("text", "markdown", "json"):
        assert main(["rules", "--format", name]) == 0
        out = capfd.readouterr().out
        assert all(rule.id in out for rule in RULES)
    assert [rule["id"] for rule in json.loads(out)] == [rule.id for rule in RULES]


def test_extract_prints_the_text_and_not_a_byte_more(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (folder / "b.txt").write_bytes("\ufeffOne — two\r\nthree ☃ without an end".encode())
    assert main(["extract", "b.txt"]) == 0
    assert capfdbinary.readouterr().out == "One — two\nthree ☃ without an end".encode()


def test_extract_is_utf_8_in_any_locale() -> None:
    Path("b.txt").write_text("☃", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "checker", "extract", "b.txt"],
        capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )  # fmt: skip
    assert done.stdout == "☃".encode()


def test_every_command_and_option_is_explained() -> None:
    group = get_command(app)
    for name in COMMANDS | GROUPS:
        command = group.get_command(None, name)
        assert (command.help or "").split("\n\n")[0].replace("\n", " ") == (COMMANDS | GROUPS)[name]
        if name in GROUPS:
            continue
        for param in command.params:
            assert param.help, f"{name} {param.name} has no help"


def test_a_shell_may_complete_commands() -> None:
    env = {**os.environ, "_SAFEHARBOR_COMPLETE": "complete_bash", "COMP_WORDS": "safeharbor e", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-m", "checker"], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.split() == ["explain", "extract", "evaluate"]


def test_the_file_counts_from_the_name_given_for_standard_input(folder: Path) -> None:
    (folder / "q").mkdir()
    (folder / "q" / "safeharbor.toml").write_text("nonsense = 1", encoding="utf-8")
    assert main(["check", "-", "--stdin-filename", "q/x.txt"]) == 2
