"""A word's beginning asked for behind its first letter finds what asking before it finds."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from checker import reading
from checker.boundary import at_word
from checker.phrases import Wording
from checker.rules import RULES
from checker.text.fold import fold

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        ("spac", "(?:s(?<![a-z0-9]s)pac)"),
        ("safe|harbor", "(?:s(?<![a-z0-9]s)afe|h(?<![a-z0-9]h)arbor)"),
        ("(?:we|us) do", "(?:(?:w(?<![a-z0-9]w)e|u(?<![a-z0-9]u)s) do)"),
        ("s?pac", "(?<![a-z0-9])(?:s?pac)"),
        ("(?:a )?spac", "(?<![a-z0-9])(?:(?:a )?spac)"),
        ("[ab]c", "(?<![a-z0-9])(?:[ab]c)"),
        ("a|b|c", "(?<![a-z0-9])(?:a|b|c)"),
        (r"a\|b[|]c", r"(?:a(?<![a-z0-9]a)\|b[|]c)"),
    ],
)
def test_where_the_question_goes(pattern: str, begun: str) -> None:
    assert at_word(pattern) == begun


def test_it_finds_the_same_as_asking_before() -> None:
    assert RULES and reading
    modules = [m for name, m in sys.modules.items() if name.startswith("checker.")]
    wordings = {id(v): v for m in modules for v in vars(m).values() if isinstance(v, Wording)}.values()
    text = "\n\n".join(fold(file.read_text(encoding="utf-8")) for file in sorted(FIXTURES.glob("*.txt")))
    moved = 0
    for way in (way for wording in wordings for way in wording._ways):
        found = [m.span() for m in way.compiled.finditer(text)]
        inner = way.compiled.pattern.removesuffix("(?![a-z0-9])")
        plain = re.sub(r"([a-z0-9])\(\?<!\[a-z0-9\]\1\)", r"\1", inner)
        moved += plain != inner
        before = plain if plain == inner else f"(?<![a-z0-9]){plain}"
        assert [m.span() for m in re.finditer(f"{before}(?![a-z0-9])", text)] == found
    assert moved > 50
