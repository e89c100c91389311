"""The pages of rules: what `explain` prints, and what docs/rules holds is what the rules say today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli import main
from checker.reports.rule_pages import explained, markdown_page
from checker.rules import RULES
from checker.rules.pages import page_of
from checker.types import Rule

ROOT = Path(__file__).parent.parent
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def test_what_is_committed_is_what_is_generated() -> None:
    done = subprocess.run([sys.executable, str(ROOT / ".ci" / "docs"), "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), "run .ci/docs"


@each_rule
def test_a_page_says_what_why_how_when_and_shows_two_examples(rule: Rule) -> None:
    page = markdown_page(rule, page_of(rule))
    examples = ("Met", "Missing") if rule.expect == "present" else ("Silent", "Found")
    headings = [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]
    parts = ["What it looks for", "Why", "How to fix", "When it stays silent", *examples, "Severity", "Authority"]
    assert headings == parts
    assert rule.authority.source in page


@each_rule
def test_explain_prints_the_page(rule: Rule, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", rule.id]) == 0
    assert capsys.readouterr().out == explained(rule, page_of(rule))


def test_an_unknown_rule_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "undue-relience"]) == 2
    assert 'did you mean "undue-reliance"?' in capsys.readouterr().err
