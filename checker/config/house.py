"""`[[house-rule]]` and `[profile.NAME]`: what a house adds to the rules and profiles that are built in.

A house rule is taken only when its own examples hold, and when its pattern is bounded and quick.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.config.files import shown
from checker.config.schema import LEVELS, PROFILES, check_keys, check_word
from checker.errors import ConfigError
from checker.records import dataclass
from checker.rules.house import rule_of
from checker.text.fold import fold
from checker.types import HouseRule, Legend, Metadata, Reading, Release, Rule

_FIELDS: dict[str, type] = {
    "id": str, "title": str, "pattern": str, "phrases": list, "where": str, "severity": str, "expect": str,
    "advice": str, "authority": str, "passing": list, "failing": list,
}  # fmt: skip
_NEEDED = ("id", "title", "severity", "advice", "passing", "failing")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_UNBOUNDED = re.compile(r"(?<!\\)(?:\\\\)*(?:[*+]|\{\d*,\})")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")

LIMIT = 0.03
"""Seconds that a pattern may take on a text of at most `LONGEST` characters, made to be hard for it."""

LONGEST = 4096
_STEPS = (*range(8, 64, 4), 128, 512, LONGEST)


@dataclass(frozen=True, kw_only=True, slots=True)
class House:
    """What the files of a configuration add: rules, and profiles by name."""

    rules: tuple[Rule, ...] = ()
    stated: tuple[HouseRule, ...] = ()
    profiles: tuple[str, ...] = ()


def load_house(chain: Sequence[tuple[Path, Mapping[str, Any]]], rules: Sequence[Rule]) -> House:
    """The rules and profiles that the files state. Raises ConfigError for the first that cannot be taken."""
    stated: list[HouseRule] = []
    taken = {rule.id for rule in rules}
    profiles: list[str] = []
    for path, table in chain:
        for n, row in enumerate(_tables(table.get("house-rule", []), f"{shown(path)}: house-rule"), 1):
            rule = _house_rule(row, f"{shown(path)}: house-rule {n}")
            if rule.id in taken:
                raise ConfigError(f'{shown(path)}: house-rule {n}: the id "{rule.id}" is taken')
            taken.add(rule.id)
            stated.append(rule)
        profiles += _profile_names(table, shown(path))
    made = tuple(rule_of(rule, PROFILES) for rule in stated)
    return House(rules=made, stated=tuple(stated), profiles=tuple(dict.fromkeys(profiles)))


# ── profiles ──────────────────────────────────────────────────────────────────────────────────────


def split_profile(table: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The table with `profile` as a text and the profiles of the house under `profiles`.

    TOML lets a key be a text or a table, not both: a file with `[profile.NAME]` chooses one with `profile.use`.
    """
    told = {key: value for key, value in table.items() if key != "profile"}
    profile = table.get("profile")
    if not isinstance(profile, dict):
        return dict(table)
    own = dict(profile)
    if "use" in own:
        told["profile"] = own.pop("use")
    told["profiles"] = {name: _profile(name, row, f"{where}: profile.{name}") for name, row in own.items()}
    return told


def _profile_names(table: Mapping[str, Any], where: str) -> Iterator[str]:
    profile = table.get("profile")
    for name in profile if isinstance(profile, dict) else ():
        if name in PROFILES:
            raise ConfigError(f'{where}: profile.{name}: "{name}" is built in; give yours another name')
        if name != "use":
            yield name


def _profile(name: str, row: Any, where: str) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise ConfigError(f'{where}: must be a table, as in [profile.{name}] with extends = "practice"')
    check_keys(row, ("extends", "severity", "extend-select", "ignore"), where)
    if "extends" not in row:
        raise ConfigError(f"{where}: extends is missing (one of: {', '.join(PROFILES)})")
    check_word(row["extends"], PROFILES, "profile", f"{where}: extends")
    return {
        "extends": row["extends"],
        **{k: row.get(k, d) for k, d in (("severity", {}), ("extend-select", []), ("ignore", []))},
    }


# ── rules ─────────────────────────────────────────────────────────────────────────────────────────


def _tables(value: Any, where: str) -> list[dict[str, Any]]:
    if not (isinstance(value, list) and all(isinstance(row, dict) for row in value)):
        raise ConfigError(f"{where}: must be tables, each under [[house-rule]]")
    return value


def _house_rule(row: Mapping[str, Any], where: str) -> HouseRule:
    check_keys(row, _FIELDS, where)
    _check_shapes(row, where)
    if not _ID.fullmatch(row["id"]):
        raise ConfigError(f'{where}: id: "{row["id"]}" must be lower-case words with hyphens, as in "our-auditor"')
    where = f"{where} ({row['id']})"
    rule = HouseRule(
        id=row["id"],
        title=row["title"],
        patterns=_patterns(row, where),
        where=_one_of(row.get("where", "legend"), ("legend", "body", "anywhere"), "place", f"{where}: where"),
        expect=_one_of(row.get("expect", "present"), ("present", "absent"), "expectation", f"{where}: expect"),
        severity=_level(row["severity"], where),
        advice=row["advice"],
        authority=row.get("authority", "house standard"),
        passing=tuple(row["passing"]),
        failing=tuple(row["failing"]),
    )
    _check_examples(rule, where)
    return rule


def _check_shapes(row: Mapping[str, Any], where: str) -> None:
    for key in _NEEDED:
        if not row.get(key):
            raise ConfigError(f"{where}: {key} is missing")
    for key, value in row.items():
        wanted = _FIELDS[key]
        if not isinstance(value, wanted) or (
            isinstance(value, list) and not all(isinstance(x, str) and x for x in value)
        ):
            raise ConfigError(f"{where}: {key}: must be {'a list of texts' if wanted is list else 'a text in quotes'}")
    if ("pattern" in row) == ("phrases" in row):
        raise ConfigError(f"{where}: state either pattern or phrases")


def _one_of(word: str, known: tuple[str, ...], what: str, where: str) -> Any:
    """The word, when it is one of those known, for a field that holds no other."""
    return check_word(word, known, what, where)


def _level(word: str, where: str) -> Any:
    check_word(word, [name for name, level in LEVELS.items() if level], "level", f"{where}: severity")
    return LEVELS[word]


def _patterns(row: Mapping[str, Any], where: str) -> tuple[str, ...]:
    """Phrases stand for themselves, in any case, wrapping and typography; a pattern must be bounded and quick."""
    if "phrases" in row:
        return tuple(re.sub(r"([.^$*+?{}\[\]\\|()])", r"\\\1", " ".join(fold(p).split())) for p in row["phrases"])
    pattern = str(row["pattern"])
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ConfigError(f"{where}: pattern: not a regular expression ({error})") from error
    if _UNBOUNDED.search(_CLASS.sub("x", pattern)):
        raise ConfigError(f'{where}: pattern: "*" and "+" have no bound; write {{0,80}} or the like')
    if compiled.match(""):
        raise ConfigError(f"{where}: pattern: matches nothing at all, and so everywhere")
    _check_speed(pattern, [*row["passing"], *row["failing"]], where)
    return (pattern,)


def _check_speed(pattern: str, examples: Sequence[str], where: str) -> None:
    """Tries texts that are hard for it, the short ones first, so that a slow pattern is caught before it hurts."""
    from checker.phrases import Wording

    wording = Wording(pattern)
    letters = "".join(re.findall(r"[a-z]", pattern))[:40] or "a"
    hard = (letters[0], f"{letters[0]} ", letters, " ", *(fold(example) for example in examples[:4]))
    for size in _STEPS:
        for base in hard:
            text = (base * (size // len(base) + 1))[:size] + "!"
            start = time.perf_counter()
            sum(1 for _ in wording.finditer(text))
            if time.perf_counter() - start > LIMIT:
                raise ConfigError(f"{where}: pattern: too slow on a text of {size} characters; bound its gaps closer")


def _check_examples(rule: HouseRule, where: str) -> None:
    find = rule_of(rule, PROFILES).find
    for kind, texts, wanted in (
        ("passing", rule.passing, rule.expect == "present"),
        ("failing", rule.failing, rule.expect == "absent"),
    ):
        for n, text in enumerate(texts, 1):
            found = find(_reading(text, rule.where))
            if bool(getattr(found, "findings", ())) != wanted:
                state = "is not found" if wanted else "is found"
                raise ConfigError(f"{where}: {kind} example {n} does not hold: its wording {state}")


def _reading(text: str, where: str) -> Reading:
    """A reading of the example alone: all of it legend, or none."""
    metadata = Metadata(format="txt", encoding="utf-8", sha256="")
    release = Release(
        source="example", text=text, folded=fold(text), blocks=(), sentences=(), metadata=metadata, line_starts=(0,)
    )
    whole = Legend(start=0, end=len(text), text=text, form="block", jurisdiction="none", confidence=1.0)
    return Reading(release=release, legends=() if where == "body" else (whole,))
