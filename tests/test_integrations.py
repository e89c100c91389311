"""What other tools run, as it is shipped: the pre-commit hook, the GitHub action, the GitLab job, the container."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from checker.cli import main
from checker.readers import READABLE_SUFFIXES

ROOT = Path(__file__).parent.parent
GOOD, BAD = ROOT / "fixtures" / "earnings-guidance.txt", ROOT / "fixtures" / "citations-wrong.txt"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "docs" / "integrations" / "gitlab-ci.yml").read_text(encoding="utf-8"))["safeharbor"]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

on_posix = pytest.mark.skipif(os.name != "posix" or not shutil.which("bash"), reason="needs bash")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder as the runner's temporary one, with safeharbor where the install step puts it."""
    command = tmp_path / "temp" / "safeharbor" / "bin" / "safeharbor"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return tmp_path / "temp"


# ── pre-commit ────────────────────────────────────────────────────────────────────────────────────


def test_the_hook_takes_every_readable_format_and_no_other() -> None:
    pattern = re.compile(HOOK["files"])
    assert all(pattern.search(f"drafts/q3{suffix}") for suffix in READABLE_SUFFIXES)
    assert not any(pattern.search(name) for name in ("a.py", "txt", "a.txt.bak", "notes.mdx"))
    assert HOOK["require_serial"] is True and "types" not in HOOK


@pytest.mark.slow
@pytest.mark.parametrize(("draft", "code"), [(GOOD, 0), (BAD, 1)])
def test_pre_commit_runs_the_hook_on_a_draft(draft: Path, code: int, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed (pip install -e '.[slow]')")
    hook, drafts = tmp_path / "hook", tmp_path / "drafts"
    shutil.copytree(ROOT, hook, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "*.egg-info"))
    drafts.mkdir()
    shutil.copy(draft, drafts / "draft.txt")
    env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    for folder in (hook, drafts):
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
            identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
            subprocess.run(["git", *identity, *command], cwd=folder, check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(hook), "safeharbor", "--all-files"],
        cwd=drafts,
        env=env,
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert ("Passed" if code == 0 else "Section tied to the wrong Act") in done.stdout


# ── the GitHub action ─────────────────────────────────────────────────────────────────────────────


def run_action(
    installed: Path, workspace: Path, **inputs: str
) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Runs the action's check step as a runner does: inputs in the environment, outputs in a file."""
    step = next(s for s in ACTION["runs"]["steps"] if s.get("id") == "check")
    given = {name: told["default"] for name, told in ACTION["inputs"].items()} | inputs
    values = {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], text) for key, text in step["env"].items()
    }
    outputs = installed / "outputs"
    outputs.touch()
    runner = {
        "RUNNER_TEMP": str(installed),
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_STEP_SUMMARY": str(installed / "sum"),
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(ROOT), **runner, **values},
        capture_output=True,
        text=True,
    )
    return done, dict(line.split("=", 1) for line in outputs.read_text(encoding="utf-8").splitlines())


def workspace_of(tmp_path: Path, *drafts: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    for draft in drafts:
        shutil.copy(draft, folder)
    return folder


@on_posix
def test_the_action_passes_a_good_draft(installed: Path, tmp_path: Path) -> None:
    done, outputs = run_action(installed, workspace_of(tmp_path, GOOD))
    assert (done.returncode, outputs["exit-code"], outputs["sarif-path"]) == (0, "0", "safeharbor.sarif")
    assert "complete" in (installed / "sum").read_text(encoding="utf-8")


@on_posix
def test_the_action_fails_on_a_bad_draft_with_annotations_and_a_report(installed: Path, tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, GOOD, BAD)
    done, outputs = run_action(installed, workspace)
    assert (done.returncode, outputs["exit-code"]) == (1, "1")
    assert int(outputs["findings"]) >= 2
    assert "::error file=citations-wrong.txt,line=10" in done.stdout
    assert json.loads((workspace / outputs["sarif-path"]).read_text(encoding="utf-8"))["version"] == "2.1.0"


@on_posix
@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"paths": "nowhere.txt"}, 3),
        ({"profile": "nonsense"}, 2),
        ({"paths": "earnings-guidance.txt\n\ncitations-wrong.txt", "fail-on": "never"}, 0),
        ({"paths": "$(touch hacked)\n; touch hacked\n`touch hacked`"}, 3),
        ({"paths": "--help"}, 3),
    ],
)
def test_inputs_reach_the_command_as_words(installed: Path, tmp_path: Path, inputs: dict[str, str], code: int) -> None:
    workspace = workspace_of(tmp_path, GOOD, BAD)
    done, outputs = run_action(installed, workspace, **inputs)
    assert (done.returncode, outputs["exit-code"]) == (code, str(code)), done.stdout + done.stderr
    assert not (workspace / "hacked").exists()


@on_posix
def test_a_report_of_an_earlier_use_in_the_job_is_not_taken_for_this_one(installed: Path, tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, BAD)
    _, first = run_action(installed, workspace)
    assert int(first["findings"]) > 0 and first["sarif-path"]
    _, second = run_action(installed, workspace, profile="nonsense")
    assert (second["exit-code"], second["findings"], second["sarif-path"]) == ("2", "0", "")


def test_no_input_is_pasted_into_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]


# ── GitLab, Docker ────────────────────────────────────────────────────────────────────────────────


@on_posix
def test_the_gitlab_job_writes_the_reports_that_it_declares(installed: Path, tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, BAD)
    command = GITLAB["script"][-1].replace("/tmp/safeharbor", str(installed / "safeharbor"))
    env = {**os.environ, "PYTHONPATH": str(ROOT), "SAFEHARBOR_PATHS": "."}
    done = subprocess.run(["bash", "-c", command], cwd=workspace, env=env, capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    declared = [*GITLAB["artifacts"]["reports"].values(), *GITLAB["artifacts"]["paths"]]
    assert [name for name in declared if not (workspace / name).stat().st_size] == []


def test_the_container_is_not_root_and_brings_no_checkout() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    last = lines[max(i for i, line in enumerate(lines) if line.startswith("FROM")) :]
    user = next(line.split()[1] for line in last if line.startswith("USER"))
    assert user.split(":")[0].isdigit() and user.split(":")[0] != "0"
    assert not [line for line in last if line.startswith(("RUN", "ADD"))], "nothing is fetched into what runs"
    assert [line for line in last if line.startswith("COPY")] == ["COPY --from=build /opt/safeharbor /opt/safeharbor"]


def test_the_container_runs_from_a_folder_that_it_may_only_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The container mounts the releases read-only."""
    shutil.copy(GOOD, tmp_path)
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(tmp_path)
    assert main(["check", "-q", "."]) == 0
    assert sorted(tmp_path.rglob("*")) == before
