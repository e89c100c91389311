"""The README shows what the program prints today."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checker import check_text
from checker.types import Settings

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


# ── how much of the market passes ─────────────────────────────────────────────────────────────────

GOLD = ROOT.parent / "shared" / "corpus" / "gold"


def with_legend() -> list[tuple[str, bool]]:
    """The labelled releases that have a legend, and whether a listed US issuer outside excluded contexts speaks."""

    def lines(name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").split("\n") if line.strip()]

    texts = {d["id"]: d["text"] for d in lines("documents.jsonl")}
    return [
        (texts[x["id"]], x["issuer"] == "us_public" and x["excluded_context"] == "none")
        for x in lines("labels.jsonl")
        if any(legend["form"] != "link_only" for legend in x["legends"])
    ]


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled corpus is not beside the checkout")
@pytest.mark.parametrize("profile", ["full", "practice", "statute"])
def test_the_shares_of_the_market_are_measured(profile: str) -> None:
    passed = [
        (check_text(text, settings=Settings(profile=profile)).verdict in ("complete", "review"), is_us)
        for text, is_us in with_legend()
    ]
    ours = [ok for ok, is_us in passed if is_us]
    measured = (100 * sum(ok for ok, _ in passed) / len(passed), 100 * sum(ours) / len(ours))
    row = next(line for line in section("shares").splitlines() if line.startswith(f"| `{profile}`"))
    told = [int(n) for n in re.findall(r"(\d+) %", row)]
    assert [abs(a - b) <= 1 for a, b in zip(told, measured, strict=True)] == [True, True], measured
    assert f"Measured on {len(passed)} releases with a legend ({len(ours)} of such US issuers)" in README
