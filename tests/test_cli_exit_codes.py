"""The contract with a gate: which situation gives which exit code, and that a failure says so in one line."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.check import EPILOG
from checker.cli.exit_codes import MEANINGS
from checker.errors import ModelError
from checker.reports import FORMATS
from checker.types import FINDINGS, Authority, Outcome, Reading, Release, Rule, Severity, Status

WORDS = "Northgate Pumps expects growth.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good release, bad ones, and empty places."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    for name in ("SAFEHARBOR_PROFILE", "SAFEHARBOR_FAIL_ON", "SAFEHARBOR_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    for name, data in {
        "good.txt": WORDS.encode(),
        "more/second.txt": WORDS.encode(),
        "empty.txt": b"",
        "binary.txt": b"\x00\x01\x02" * 50,
        "table.xlsx": b"words",
        "none/notes.xyz": b"words",
        "mixed/a.txt": WORDS.encode(),
        "mixed/b.txt": b"",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


@dataclass
class Judge:
    """Stands where classifiers and rules stand, and says what it is told to say."""

    status: Status = "met"
    severity: Severity | None = None
    raised: BaseException | None = None

    def read(self, release: Release, _settings: object) -> Reading:
        if self.raised:
            raise self.raised
        return Reading(release=release)

    def judge(self, _reading: Reading, rules: list[Rule], _settings: object) -> tuple[Outcome, ...]:
        severity = self.severity if self.status in FINDINGS else None
        told = Authority(tier="practice", source="invented")
        return (Outcome(rule=rules[0].id, title="Title", authority=told, status=self.status, severity=severity),)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Judge:
    judge = Judge()
    monkeypatch.setattr("checker.batch.read", judge.read)
    monkeypatch.setattr("checker.batch.judge", judge.judge)
    monkeypatch.setattr("checker.run.model_infos", tuple)
    return judge


SITUATIONS: list[tuple[str, int]] = [
    # nothing wrong
    ("check good.txt", 0),
    ("check good.txt more", 0),
    ("check good.txt --fail-on note", 0),
    # usage and configuration
    ("", 2),
    ("check", 2),
    ("chek good.txt", 2),
    ("check good.txt --formt text", 2),
    ("check good.txt --format jsn", 2),
    ("check good.txt --profile ful", 2),
    ("check good.txt --fail-on errors", 2),
    ("check good.txt --select no-such-rule", 2),
    ("check good.txt --severity undue-reliance", 2),
    ("check good.txt --severity undue-reliance=fatal", 2),
    ("check good.txt --context picnic", 2),
    ("check good.txt --as-of 2026-02-30", 2),
    ("check good.txt --jobs 0", 2),
    ("check good.txt --config gone.toml", 2),
    ("check good.txt --config good.txt", 2),
    ("check good.txt --config x.toml --no-config", 2),
    ("check good.txt --issuer gone.toml", 2),
    ("check good.txt --stdin-filename x.txt", 2),
    ("check good.txt --output json", 2),
    ("check good.txt --fix --diff", 2),
    ("check good.txt --output jsn=x", 2),
    ("check good.txt --output json=gone/report.json", 2),
    ("check good.txt --output json=more", 2),
    ("check good.txt --output json=-", 2),
    ("check good.txt --output json=x --output csv=./x", 2),
    ("check more --output text=more/second.txt", 2),
    ("explain no-such-rule", 2),
    ("rules --format pdf", 2),
    ("init --profile ful", 2),
    ("init gone", 2),
    ("good.txt", 2),
    ("-q good.txt", 2),
    ("more", 2),
    ("config --format xml", 2),
    ("model", 2),
    # something could not be checked
    ("check gone.txt", 3),
    ("check gone.txt good.txt", 3),
    ("check empty.txt", 3),
    ("check binary.txt", 3),
    ("check table.xlsx", 3),
    ("check gone.xlsx", 3),
    ("check *.pdf", 3),
    ("check mixed", 3),
    ("check gone.txt none", 3),
    ("check gone.txt --exit-zero", 3),
    ("check gone.txt --allow-empty", 3),
    ("check gone.txt --fail-on never", 3),
    ("extract gone.txt", 3),
    ("extract empty.txt", 3),
    # nothing to check
    ("check none", 4),
    ("check none none", 4),
    ("check none --exit-zero", 4),
    ("check none --allow-empty", 0),
    ("check none good.txt", 0),
    # the other commands
    ("--help", 0),
    ("--version", 0),
    ("check --help", 0),
    ("-h", 0),
    ("check -h", 0),
    ("waivers list -h", 0),
    ("explain undue-reliance", 0),
    ("rules", 0),
    ("config", 0),
    ("init", 0),
    ("extract good.txt", 0),
]


@pytest.mark.parametrize(("line", "code"), SITUATIONS, ids=[line or "no arguments" for line, _ in SITUATIONS])
@pytest.mark.usefixtures("judged")
def test_situation(line: str, code: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == code
    out, err = capfd.readouterr()
    if code == 2:
        assert out == "", "a wrong command line reports nothing"
        assert err.startswith("safeharbor: ")
        assert err.count("\n") == 1, "one clear line"
    elif code:
        assert out or err


@pytest.mark.usefixtures("judged")
def test_a_name_too_long_for_the_system_is_no_internal_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "x" * 5000, "good.txt"]) == 3
    out, err = capfd.readouterr()
    assert "internal error" not in out + err


def test_an_empty_path_is_a_variable_that_was_not_set(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", ""]) == main(["check", "good.txt", ""]) == 2
    out, err = capfd.readouterr()
    assert out == "" and "one of the paths is empty" in err


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("good.txt", "safeharbor check good.txt"),
        ("gone.txt", "safeharbor check gone.txt"),
        ("more", "safeharbor check more"),
        ("-q good.txt", "safeharbor check -q good.txt"),
        ("good.txt --profile practice", "safeharbor check good.txt --profile practice"),
    ],
)
def test_who_forgets_the_command_is_told_the_line(line: str, hint: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    assert f"(to check it: {hint})" in capfd.readouterr().err


@pytest.mark.parametrize("line", ["chek good.txt", "help", "--formt text"])
def test_another_slip_is_told_where_the_help_is(line: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    assert "(see safeharbor --help)" in capfd.readouterr().err


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("*.pdf", "*.pdf: no such file (a pattern that fits no file"),
        ("more/**/*.docx", "*.docx: no such file (a pattern"),
        ("gone.pdf", "gone.pdf: no such file\n"),
        ("good.txt/x.pdf", "x.pdf: no such file\n"),
        ("table.xlsx", "table.xlsx: no reader for .xlsx"),
        ("table.xlsx", "save its words as .txt"),
    ],
)
def test_a_file_that_is_not_there_is_told_from_one_without_a_reader(
    path: str, told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--quiet", path]) == 3
    err = capfd.readouterr().err
    assert told in err and err.count("\n") == 1


VERDICTS: list[tuple[Status, Severity | None, str, int]] = [
    ("missing", "error", "", 1),
    ("missing", "warning", "", 0),
    ("missing", "warning", "--fail-on warning", 1),
    ("defect", "error", "--fail-on warning", 1),
    ("weak", "note", "--fail-on warning", 0),
    ("weak", "note", "--fail-on note", 1),
    ("defect", "error", "--fail-on never", 0),
    ("defect", "error", "--exit-zero", 0),
    ("defect", "error", "gone.txt", 3),
    ("defect", "error", "gone.txt --exit-zero", 3),
    ("defect", "error", "none", 1),
    ("defect", "error", "--quiet", 1),
    ("review", None, "--fail-on note", 0),
    ("not-evaluated", None, "--fail-on note", 0),
    ("not-applicable", None, "--fail-on note", 0),
]


@pytest.mark.parametrize(("status", "severity", "options", "code"), VERDICTS)
def test_findings_and_the_threshold(
    status: Status, severity: Severity | None, options: str, code: int, judged: Judge
) -> None:
    judged.status, judged.severity = status, severity
    assert main(["check", "good.txt", *options.split()]) == code


@pytest.mark.parametrize("name", FORMATS)
def test_the_format_never_changes_the_code(name: str, judged: Judge) -> None:
    judged.status, judged.severity = "missing", "error"
    assert main(["check", "good.txt", "--format", name]) == 1
    assert main(["check", "good.txt", "gone.txt", "--format", name]) == 3


def test_environment_sets_the_threshold(judged: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    judged.status, judged.severity = "missing", "warning"
    monkeypatch.setenv("SAFEHARBOR_FAIL_ON", "warning")
    assert main(["check", "good.txt"]) == 1
    assert main(["check", "good.txt", "--fail-on", "error"]) == 0


def test_standard_input(judged: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    judged.status, judged.severity = "missing", "error"
    for data, options, code in ((WORDS, [], 1), ("", [], 3), (WORDS, ["--stdin-filename", "x.xlsx"], 3)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        assert main(["check", "-", *options]) == code


# ── what nobody expected ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("jobs", [[], ["--jobs", "1"]])
def test_an_unexpected_error_does_not_look_like_a_finding(
    jobs: list[str], judged: Judge, capfd: pytest.CaptureFixture[str]
) -> None:
    judged.raised = RuntimeError("wires crossed")
    assert main(["check", "good.txt", *jobs]) == 3
    assert "wires crossed" in "".join(capfd.readouterr())


def test_debug_shows_the_trace(judged: Judge, capfd: pytest.CaptureFixture[str]) -> None:
    judged.raised = RuntimeError("wires crossed")
    assert main(["check", "good.txt", "--debug"]) == 3
    assert "Traceback" in capfd.readouterr().err


@pytest.mark.usefixtures("judged")
def test_an_error_outside_a_release_is_internal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("first line\nsecond line")

    monkeypatch.setattr("checker.run.rules_sha256", fail)
    assert main(["check", "good.txt"]) == 3
    out, err = capfd.readouterr()
    assert (out, err) == (
        "",
        "safeharbor: internal error: ValueError: first line second line (--debug shows the trace)\n",
    )


def test_a_refused_model(judged: Judge, capfd: pytest.CaptureFixture[str]) -> None:
    judged.raised = ModelError("model legend is not the one published")
    assert main(["check", "good.txt"]) == 3
    assert capfd.readouterr().err == "safeharbor: model legend is not the one published\n"


def test_an_interruption(judged: Judge, capfd: pytest.CaptureFixture[str]) -> None:
    judged.raised = KeyboardInterrupt()
    assert main(["check", "good.txt", "--output", "json=r.json"]) == 130
    assert capfd.readouterr() == ("", "safeharbor: interrupted\n")
    assert not Path("r.json").exists()


# ── streams that fail ─────────────────────────────────────────────────────────────────────────────


def run(*args: str, **streams: int) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "checker", *args], stderr=subprocess.PIPE, check=False, **streams, env=os.environ
    )


def test_a_reader_that_went_away_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    done = run("rules", stdout=write)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_lost_report_is_a_failure() -> None:
    with Path("/dev/full").open("wb") as full:
        done = run("extract", "good.txt", stdout=full.fileno())
    assert done.returncode == 3
    assert done.stderr.startswith(b"safeharbor: standard output cannot be written")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("line", ["--help", "check --help", "waivers --help"])
def test_lost_help_is_a_failure_and_no_internal_error(line: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(*line.split(), stdout=full.fileno())
    assert done.returncode == 3
    assert done.stderr == b"safeharbor: standard output cannot be written (No space left on device)\n"


def test_a_reader_of_help_that_went_away_is_no_finding() -> None:
    read, write = os.pipe()
    os.close(read)
    done = run("check", "--help", stdout=write)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
@pytest.mark.parametrize("seconds", [0.2, 1.0])
def test_an_interruption_of_many_processes_is_one_line(folder: Path, seconds: float) -> None:
    (folder / "many").mkdir()
    for n in range(3000):
        (folder / "many" / f"{n}.txt").write_text(WORDS * 40, encoding="utf-8")
    command = [sys.executable, "-m", "checker", "check", "--quiet", "--jobs", "2", "many"]
    # Who starts a job in the background has it ignore the keyboard, and the tests may be such a job.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heard) as process:
        begun = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not begun.read_text(encoding="utf-8"):  # a busy machine is slow to start
            time.sleep(0.02)
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, b"safeharbor: interrupted\n")


@pytest.mark.parametrize("line", ["extract good.txt", "check good.txt"])
def test_closed_standard_output_is_a_failure(line: str) -> None:
    command = f'"{sys.executable}" -m checker {line} >&-'
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert b"standard output is closed" in done.stderr and b"internal error" not in done.stderr


# ── the table in the help ─────────────────────────────────────────────────────────────────────────


def test_help_ends_with_codes_and_two_examples(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--help"]) == 0
    out = capfd.readouterr().out
    tail = out[out.index("Exit codes:") :]
    for code, meaning in MEANINGS.items():
        assert f"{code.value}  {meaning}" in tail
    assert tail.count("safeharbor check ") == EPILOG.count("safeharbor check ") == 2
