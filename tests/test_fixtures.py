"""Whole releases against what a lawyer expects of them (fixtures/README says how to read an expectation)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker import check_file
from checker.rules import RULES
from checker.types import Passage, Reading, ReleaseReport, Settings

FOLDER = Path(__file__).parent.parent / "fixtures"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
KEYS = {"about", "profile", "verdict", "legends", "statements", "contexts", "rules"}


@cache
def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.expected.toml").read_text(encoding="utf-8"))


@cache
def checked(name: str) -> ReleaseReport:
    settings = Settings(profile=expected(name).get("profile", "full"))
    return check_file(FOLDER / f"{name}.txt", settings=settings)


def read(name: str) -> Reading:
    reading = checked(name).reading
    assert reading is not None, checked(name).failure
    return reading


def words(text: str) -> str:
    return " ".join(text.split())


def texts(passages: tuple[Passage, ...]) -> list[str]:
    return [words(p.text) for p in passages]


GAPS: dict[tuple[str, str], str] = {}
"""What the tool does not do yet, by release and rule. The expectation stands; an entry goes when the tool meets it."""


def param(name: str, *values: object, about: str) -> Any:
    reason = GAPS.get((name, about))
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(name, *values, marks=marks)


def named(section: str, key: str) -> list[tuple[str, str]]:
    return [(name, item) for name in NAMES for item in expected(name).get(section, {}).get(key, ())]


RULES_NAMED = [
    param(name, rule, status, about=rule) for name in NAMES for rule, status in expected(name)["rules"].items()
]


def test_every_release_has_its_expectation_and_every_expectation_its_release() -> None:
    assert len(NAMES) >= 16
    assert sorted(path.name.removesuffix(".expected.toml") for path in FOLDER.glob("*.toml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_expectations_are_well_formed_and_quote_their_release(name: str) -> None:
    told, text = expected(name), words((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    assert set(told) <= KEYS
    assert 120 <= len(text.split()) <= 700
    quotes = [q for section in told.get("legends", ()) for q in section.values()]
    quotes += [q for group in told["statements"].values() for q in group]
    assert [q for q in quotes if q not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_verdict(name: str) -> None:
    blamed = [f"{o.rule} {o.status}" for o in checked(name).outcomes if o.severity == "error" or o.status == "review"]
    assert (checked(name).verdict, blamed) == (expected(name)["verdict"], blamed)


def test_every_gap_names_an_expectation() -> None:
    assert [key for key in GAPS if key[1] not in {"legends", *expected(key[0])["rules"]}] == []


@pytest.mark.parametrize("name", [param(name, about="legends") for name in NAMES])
def test_legends_begin_and_end_where_a_reader_says(name: str) -> None:
    told = expected(name).get("legends", ())
    found = texts(read(name).legends)
    assert len(found) == len(told), found
    for legend, edges in zip(found, told, strict=True):
        assert (legend.startswith(edges["first"]), legend.endswith(edges["last"])) == (True, True), legend


@pytest.mark.parametrize("name, quote", named("statements", "among"))
def test_is_found_among_the_statements(name: str, quote: str) -> None:
    found = texts(read(name).statements)
    assert any(quote in statement for statement in found), found


@pytest.mark.parametrize("name, quote", named("statements", "not-among"))
def test_is_not_among_the_statements(name: str, quote: str) -> None:
    assert [statement for statement in texts(read(name).statements) if quote in statement] == []


@pytest.mark.parametrize("name, kind", named("contexts", "among"))
def test_context_is_told(name: str, kind: str) -> None:
    assert kind in [context.kind for context in read(name).contexts]


@pytest.mark.parametrize("name, rule, status", RULES_NAMED)
def test_rule(name: str, rule: str, status: str | list[str]) -> None:
    if rule not in {r.id for r in RULES}:
        pytest.skip(f"rule {rule} is not written yet")
    outcome = next((o for o in checked(name).outcomes if o.rule == rule), None)
    assert outcome is not None, f"{rule} is off in this profile"
    assert outcome.status in ([status] if isinstance(status, str) else status), (outcome.message, outcome.reason)
