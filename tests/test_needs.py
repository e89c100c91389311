"""What a pattern cannot match without: read off its spelling, so that most patterns need not be tried."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checker import reading
from checker.needs import needs_of
from checker.phrases import Wording
from checker.rules import RULES
from checker.text.fold import fold

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("undue reliance", {("undue",), ("reliance",)}),
        ("(?:may|might) differ", {("may", "might"), ("differ",)}),
        ("results?", {("result",)}),
        ("(?:very )?different", {("different",)}),
        ("(?:un)*known", {("known",)}),
        ("form(?! letter)", {("form",)}),
        ("(?<=safe )harbou?r", {("harbo",)}),
        ("spac|blank check", {("spac", "blank")}),
        ("(?:a|an) offer", {("offer",)}),
        (r"obligat\w{1,5} to", {("obligat",)}),
        ("(?P<form>10k|20f)", {("10k", "20f")}),
        ("[abc]def{0,3}ghi", {("ghi",)}),
        ("no…", set()),
        ("(?:[a-z]+ ){0,3}(?:is|be)", set()),
    ],
)
def test_needs(pattern: str, needs: set[tuple[str, ...]]) -> None:
    assert set(needs_of(pattern)) == needs


def wordings() -> list[Wording]:
    modules = [m for name, m in sys.modules.items() if name.startswith("checker.")]
    return list({id(v): v for m in modules for v in vars(m).values() if isinstance(v, Wording)}.values())


def test_no_pattern_matches_where_what_it_needs_is_not() -> None:
    assert RULES and reading and len(wordings()) > 20
    texts = [fold(file.read_text(encoding="utf-8")) for file in FIXTURES.glob("*.txt")]
    missed = [
        (pattern, match[0])
        for wording in wordings()
        for pattern in wording.patterns
        for text in texts
        for match in Wording(pattern)._ways[0].compiled.finditer(text)
        if not all(any(run in match[0] for run in need) for need in needs_of(pattern))
    ]
    assert missed == []


def test_most_patterns_need_something() -> None:
    patterns = [p for wording in wordings() for p in wording.patterns]
    assert sum(not needs_of(p) for p in patterns) <= len(patterns) // 20


def test_a_need_is_looked_for_inside_the_place_only() -> None:
    text = "undue reliance here. nothing there"
    assert [m[0] for m in Wording("undue reliance").finditer(text)] == ["undue reliance"]
    assert list(Wording("undue reliance").finditer(text, 20)) == []
