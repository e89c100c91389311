"""Guards the folder of rules: whoever adds a rule is told here what was forgotten."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from checker.engine import arrange
from checker.rules import RULES
from checker.types import Rule

ROOT = Path(__file__).parent.parent
PARTS = {
    "present": ("What it looks for", "Why", "How to fix", "When it stays silent", "Met", "Missing"),
    "absent": ("What it looks for", "Why", "How to fix", "When it stays silent", "Silent", "Found"),
    "judged": ("What it looks for", "Why", "How to fix", "When it stays silent", "Silent", "Found"),
}
PROFILES = {"full", "practice", "statute"}
"""Profiles that every severity table names."""

OTHER_PROFILES = {"oral", "canada"}
"""Profiles that a table names only where the rule is on."""

NOT_RULES = {"__init__", "contexts", "signals", "wording"}
"""Files of a family that hold what its rules share."""

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def module_of(rule: Rule) -> str:
    return rule.find.__module__


@each_rule
def test_file_bears_the_rules_name(rule: Rule) -> None:
    assert module_of(rule).rpartition(".")[2] == rule.id.replace("-", "_")


@each_rule
def test_docstring_is_a_whole_page(rule: Rule) -> None:
    page = sys.modules[module_of(rule)].__doc__ or ""
    lines = page.splitlines()
    assert [part for part in PARTS[rule.expect] if part not in lines] == []


@each_rule
def test_severity_is_told_for_every_profile(rule: Rule) -> None:
    for table in (rule.severity, *rule.grades.values()):
        assert PROFILES <= set(table) <= PROFILES | OTHER_PROFILES
        assert all(table[name] for name in OTHER_PROFILES & set(table))


@each_rule
def test_a_rule_that_is_on_grades_its_findings_in_that_profile(rule: Rule) -> None:
    for profile in OTHER_PROFILES & set(rule.severity):
        assert [grade for grade, table in rule.grades.items() if profile not in table] == []


@each_rule
def test_cases_pass_fail_and_nearly_miss(rule: Rule) -> None:
    file = ROOT / "tests" / "rules" / f"{rule.id}.toml"
    assert file.exists(), f"no case file {file.name}"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    counts = {group: len(data.get(group, [])) for group in ("passing", "failing", "near-miss")}
    assert min(counts.values()) >= 5, counts
    names = [case["name"] for group in counts for case in data.get(group, [])]
    assert len(names) == len(set(names)), "two cases share a name"


@each_rule
def test_words_to_users_inform_and_do_not_judge(rule: Rule) -> None:
    told = f"{rule.title} {rule.advice} {sys.modules[module_of(rule)].__doc__}".lower()
    assert [word for word in ("compliant", "illegal", "violat", "unlawful") if word in told] == []


def test_every_rule_file_is_in_the_table() -> None:
    listed = {module_of(rule) for rule in RULES}
    files = (ROOT / "checker" / "rules").glob("*/*.py")
    present = {f"checker.rules.{f.parent.name}.{f.stem}" for f in files if f.stem not in NOT_RULES}
    assert present == listed


def test_no_case_file_without_its_rule() -> None:
    assert {f.stem for f in (ROOT / "tests" / "rules").glob("*.toml")} == {rule.id for rule in RULES}


def test_prerequisites_hold_together() -> None:
    assert len(arrange(RULES)) == len(RULES)
