"""The gate on the command line: what is accepted, until when, and which exit code each situation gives."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from gate_folder import AFTER, BAD, DAY, DIRECTIVE, GOOD, LAST, RULE, WAIVERS, drafts

from checker.cli import main
from checker.reports import FORMATS

__all__ = ["drafts"]
pytestmark = pytest.mark.usefixtures("drafts")


def write(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def suppress() -> None:
    write(BAD, Path(BAD).read_text("utf-8") + DIRECTIVE)


def malform() -> None:
    write(BAD, Path(BAD).read_text("utf-8") + DIRECTIVE.replace(" counsel has seen it", ""))


def baseline() -> None:
    assert main(["baseline", "write", "drafts", "--baseline", "b.json"]) == 0


def lock_report() -> None:
    Path("locked").mkdir()
    Path("locked").chmod(0o500)


def break_baseline() -> None:
    write("b.json", "{")


def hide_baseline() -> None:
    baseline()
    Path("b.json").chmod(0)


def break_waivers() -> None:
    write("waivers.toml", WAIVERS.replace("approver", "aprover"))


def configure() -> None:
    baseline()
    write("safeharbor.toml", 'waivers = "waivers.toml"\nbaseline = "b.json"\ninline-suppressions = "off"\n')


def undate() -> None:
    write("waivers.toml", WAIVERS.replace(f"expires = {LAST}", 'expires = "30 June 2026"'))


def nothing() -> None:
    pass


ROOT = os.geteuid() == 0
AS_USER = pytest.mark.skipif(ROOT, reason="permissions do not bind root")
SITUATIONS: dict[str, tuple[Any, str, int]] = {
    "a finding": (nothing, BAD, 1),
    "a finding in one of two": (nothing, f"{GOOD} {BAD}", 1),
    "waived": (nothing, f"{BAD} --waivers waivers.toml --today {DAY}", 0),
    "waived, on the last day": (nothing, f"{BAD} --waivers waivers.toml --today {LAST}", 0),
    "an expired waiver": (nothing, f"{BAD} --waivers waivers.toml --today {AFTER}", 1),
    "a waiver whose date cannot be read": (undate, f"{BAD} --waivers waivers.toml --today {DAY}", 1),
    "an expired waiver that must not be": (nothing, f"{GOOD} --waivers waivers.toml --today {AFTER}", 0),
    "a waiver about to expire": (nothing, f"{BAD} --waivers waivers.toml --today {LAST} --fail-on note", 1),
    "a waiver far from its end": (nothing, f"{BAD} --waivers waivers.toml --today {DAY} --fail-on note", 0),
    "suppressed in the text": (suppress, BAD, 0),
    "suppressed where that is off": (suppress, f"{BAD} --inline-suppressions off", 1),
    "a directive without a reason": (malform, BAD, 1),
    "baselined": (baseline, f"{BAD} --baseline b.json", 0),
    "baselined, from the configuration": (configure, BAD, 0),
    "baselined, with an unreadable file beside": (baseline, f"{BAD} gone.txt --baseline b.json", 3),
    "a waiver file that is missing": (nothing, f"{BAD} --waivers gone.toml", 2),
    "a waiver file with an unknown key": (break_waivers, f"{BAD} --waivers waivers.toml", 2),
    "a waiver file that is a folder": (nothing, f"{BAD} --waivers drafts", 2),
    "a baseline that is missing": (nothing, f"{BAD} --baseline gone.json", 2),
    "a baseline that is no JSON": (break_baseline, f"{BAD} --baseline b.json", 2),
    "a baseline that is something else": (nothing, f"{BAD} --baseline waivers.toml", 2),
    "a day that is none": (nothing, f"{BAD} --today tomorrow", 2),
    "a mode that is none": (nothing, f"{BAD} --inline-suppressions never", 2),
    "a record where a folder is": (nothing, f"{BAD} --audit drafts", 2),
    "a record over a release": (nothing, f"{BAD} --audit {BAD}", 2),
    "a record over the waivers": (nothing, f"{BAD} --waivers waivers.toml --audit waivers.toml", 2),
    "a record over a report": (nothing, f"{BAD} --audit a.json --output json=a.json", 2),
    "a record in a folder that is missing": (nothing, f"{BAD} --audit gone/a.json", 2),
}  # fmt: skip
LOCKED: dict[str, tuple[Any, str, int]] = {
    "a report that cannot be written": (lock_report, f"{BAD} --output json=locked/r.json", 2),
    "a record that cannot be written": (lock_report, f"{BAD} --audit locked/a.json", 2),
    "a baseline that cannot be read": (hide_baseline, f"{BAD} --baseline b.json", 2),
}
ALL = [
    *(pytest.param(*row, id=name) for name, row in SITUATIONS.items()),
    *(pytest.param(*row, id=name, marks=AS_USER) for name, row in LOCKED.items()),
]


@pytest.mark.parametrize(("arrange", "line", "code"), ALL)
def test_every_format_gives_the_same_code(
    arrange: Any, line: str, code: int, capfd: pytest.CaptureFixture[str]
) -> None:
    arrange()
    capfd.readouterr()
    for name in FORMATS:
        assert main(["check", *line.split(), "--format", name]) == code, name
        out, err = capfd.readouterr()
        if code == 2:
            assert out == "", "a wrong command line reports nothing"
            assert (err.count("\n"), err.startswith("safeharbor: ")) == (1, True), "one clear line"


@pytest.mark.parametrize("options", ["--output csv=r.csv", "--audit a.json", "--output csv=r.csv --audit a.json"])
def test_a_file_that_turns_out_to_be_locked_takes_nothing_with_it(
    options: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", locked)
    monkeypatch.setattr(Path, "write_bytes", locked)
    for name in FORMATS:
        assert main(["check", BAD, "--format", name, *options.split()]) == 2
        out, err = capfd.readouterr()
        assert out, "the report is printed all the same"
        assert err.count("cannot be written (Permission denied)\n") == err.count("\n") == options.count("--")


# ── what is accepted stays in sight ───────────────────────────────────────────────────────────────


def checked(line: str, capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capfd.readouterr()
    main(["check", *line.split(), "--format", "json"])
    found: dict[str, Any] = json.loads(capfd.readouterr().out)
    return found


def waived(report: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    outcomes = [o for d in report["documents"] for o in d["outcomes"] if o["waiver"]]
    return [(o["rule"], o["status"], o["waiver"]["kind"], o["waiver"]["reason"]) for o in outcomes]


@pytest.mark.parametrize(
    ("arrange", "line", "kind", "reason"),
    [
        (nothing, f"{BAD} --waivers waivers.toml --today {DAY}", "waiver", "The legend is read on the call"),
        (suppress, BAD, "inline", "counsel has seen it"),
        (baseline, f"{BAD} --baseline b.json", "baseline", "in the baseline b.json"),
    ],
)
def test_an_accepted_finding_stays_in_the_report_with_its_reason(
    arrange: Any, line: str, kind: str, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    arrange()
    assert waived(checked(line, capfd)) == [(RULE, "waived", kind, reason)]


def test_files_are_found_from_the_configuration_and_not_from_where_one_stands(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    configure()
    monkeypatch.chdir("drafts")
    assert waived(checked("bad.txt", capfd)) == [(RULE, "waived", "baseline", "in the baseline b.json")]
    assert [row[2] for row in waived(checked(f"bad.txt --today {DAY}", capfd))] == ["waiver"]


def test_standard_input_is_accepted_under_its_name(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for arrange, options, kind in (
        (nothing, f"--waivers waivers.toml --today {DAY}", "waiver"),
        (baseline, "--baseline b.json", "baseline"),
        (suppress, "", "inline"),
    ):
        arrange()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(BAD).read_bytes())))
        told = checked(f"- --stdin-filename {BAD} {options}", capfd)
        assert [row[2] for row in waived(told)] == [kind]


def test_settings_of_single_files_hold_for_standard_input_too(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    write("safeharbor.toml", f'[per-file-ignores]\n"drafts/*" = ["{RULE}"]')
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(BAD).read_bytes())))
    told = checked(f"- --stdin-filename {BAD}", capfd)
    assert RULE not in {o["rule"] for o in told["documents"][0]["outcomes"]}


@pytest.mark.parametrize("folder, typed", [
    (".", BAD), (".", f"./{BAD}"), (".", f"nowhere/../{BAD}"), (".", "{here}/" + BAD), ("drafts", Path(BAD).name),
    ("drafts", f"../{BAD}"), ("other", f"../{BAD}"), (".", "drafts"), ("drafts", "."), ("other", ".."),
])  # fmt: skip
@pytest.mark.parametrize("glob", ["drafts/*", "./drafts/*", "/drafts/**", "**/*", Path(BAD).name])
def test_settings_of_single_files_hold_however_the_path_is_typed(
    glob: str, folder: str, typed: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    write("safeharbor.toml", f'[per-file-ignores]\n"{glob}" = ["{RULE}"]')
    Path("nowhere").mkdir()
    Path("other").mkdir(exist_ok=True)
    typed = typed.replace("{here}", str(Path.cwd()))
    monkeypatch.chdir(folder)
    told = checked(typed, capfd)
    document = next(d for d in told["documents"] if d["path"].endswith(Path(BAD).name))
    assert RULE not in {o["rule"] for o in document["outcomes"]}


def test_a_folder_of_the_same_name_elsewhere_keeps_its_rules(capfd: pytest.CaptureFixture[str]) -> None:
    write("safeharbor.toml", f'[per-file-ignores]\n"drafts/*" = ["{RULE}"]')
    write(f"old/{BAD}", Path(BAD).read_text(encoding="utf-8"))
    told = checked(f"old/{BAD}", capfd)
    assert RULE in {o["rule"] for o in told["documents"][0]["outcomes"]}


def test_two_processes_ignore_by_file_what_one_does(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    write("safeharbor.toml", f'[per-file-ignores]\n"drafts/*" = ["{RULE}"]')
    monkeypatch.chdir("drafts")
    told = checked(f"{Path(BAD).name} ../{GOOD} --jobs 2", capfd)
    assert RULE not in {o["rule"] for o in told["documents"][0]["outcomes"]}


def test_two_processes_accept_what_one_does(capfd: pytest.CaptureFixture[str]) -> None:
    line = f"{BAD} {GOOD} --waivers waivers.toml --today {DAY}"
    assert waived(checked(f"{line} --jobs 2", capfd)) == waived(checked(line, capfd))


def test_the_gate_explains_its_own_rules(capfd: pytest.CaptureFixture[str]) -> None:
    for rule in ("suppression", "waiver"):
        assert main(["explain", rule]) == 0
        assert capfd.readouterr().out.startswith(f"{rule}: ")
