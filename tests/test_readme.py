"""The README shows what the program prints today."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    return README.partition(f"<!-- {name} -->\n")[2].partition(f"<!-- {name} end -->")[0]


def printed(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "checker", *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout


def test_the_session_is_real() -> None:
    command, _, shown = section("session").partition("\n")
    arguments = command.split("$ safeharbor ")[1].split()
    lines = printed(*arguments).splitlines()
    assert [line.removeprefix("    ") for line in shown.rstrip().splitlines()] == lines


def test_the_rule_table_is_generated() -> None:
    assert section("rules") == printed("rules", "--format", "markdown"), "safeharbor rules --format markdown"


@pytest.mark.parametrize("option", ["--format", "--output", "--fail-on", "--allow-empty", "--exit-zero", "--profile"])
def test_options_named_exist(option: str) -> None:
    assert option in README and option in printed("check", "--help")


def test_there_is_one_command_to_check_and_one_to_test() -> None:
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
    assert len(commands) == 2
    assert "safeharbor check" in commands[0] and commands[1].endswith("pytest -q")
