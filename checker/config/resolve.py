"""Layers of configuration, from the weakest to the strongest, folded into one value."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from checker.config.files import find_file, read_chain, shown
from checker.config.house import load_house, split_profile
from checker.config.issuer import load_issuer
from checker.config.per_file import place_of, rebased
from checker.config.schema import FAIL_ON, KEYS, LEVELS, PROFILES, Vocabulary, check_keys, check_value, vocabulary
from checker.errors import ConfigError
from checker.records import dataclass
from checker.types import IssuerFile, Rule, Settings, Severity

DEFAULTS: dict[str, Any] = {
    "profile": "full",
    "select": None,
    "ignore": [],
    "extend-select": [],
    "severity": {},
    "fail-on": "error",
    "include": [],
    "exclude": [],
    "per-file-ignores": {},
    "inline-suppressions": "on",
    "waivers": None,
    "baseline": None,
    "issuer": None,
    "context": [],
    "profiles": {},
    "house-rule": [],
}
ENVIRONMENT = {"SAFEHARBOR_PROFILE": "profile", "SAFEHARBOR_FAIL_ON": "fail-on"}
"""Environment variables and the keys they set; SAFEHARBOR_CONFIG names the file."""

ADDED = ("extend-select", "context", "house-rule")
"""Keys whose layers add up. Tables are merged row by row, every other key is replaced by the stronger layer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """The value of a key in plain form, where it came from, and the folder that its paths start from."""

    value: Any
    origin: str
    base: Path

    @property
    def path(self) -> Path | None:
        """The value as a file; None when it is not set."""
        return None if self.value is None else self.base / Path(self.value).expanduser()


@dataclass(frozen=True, kw_only=True, slots=True)
class Resolved:
    """The settings of a run, and for each key its value and origin. `file` is None when no file was found.

    `rules` are those that were handed in and those of the house.
    """

    settings: Settings
    rules: tuple[Rule, ...]
    values: Mapping[str, Value]
    file: Path | None

    @property
    def include(self) -> tuple[str, ...]:
        """Patterns of the files read under folders; empty means every readable one."""
        return tuple(self.values["include"].value)

    @property
    def exclude(self) -> tuple[str, ...]:
        """Patterns of the files and folders that a walk leaves out."""
        return tuple(self.values["exclude"].value)

    def path(self, key: str) -> Path | None:
        """The file that `issuer`, `waivers` or `baseline` names, None when none is named."""
        return self.values[key].path


@dataclass(frozen=True, kw_only=True, slots=True)
class _Layer:
    origin: str
    values: Mapping[str, Any]
    base: Path


def resolve(
    rules: Sequence[Rule],
    *,
    start: Path | None = None,
    given: Mapping[str, Any] | None = None,
    file: Path | None = None,
    use_files: bool = True,
    environment: Mapping[str, str] | None = None,
    release_date: date | None = None,
) -> Resolved:
    """The settings in force. Raises ConfigError.

    `start` is the first path to be checked, from which the file is looked for (the current folder by default);
    `file` names the file instead, `use_files` False asks for none. `given` holds what the command line said, under
    the names that a file would use.
    """
    env = os.environ if environment is None else environment
    chosen = _choose_file(start, file, env) if use_files else None
    chain = read_chain(chosen) if chosen else ()
    house = load_house(chain, rules)
    every = (*rules, *house.rules)
    words = vocabulary(every, house.profiles)
    layers = [_Layer(origin="default", values=DEFAULTS, base=Path())]
    layers += _file_layers(chain, words)
    layers += _environment_layers(env, words)
    layers.append(_command_line_layer(given or {}, words))
    values = _fold(layers)
    settings = replace(_settings(values, every, words, release_date), house_rules=house.stated)
    return Resolved(settings=settings, rules=every, values=values, file=chosen)


# ── the layers ────────────────────────────────────────────────────────────────────────────────────


def _choose_file(start: Path | None, file: Path | None, env: Mapping[str, str]) -> Path | None:
    if file is not None:
        return file
    if named := env.get("SAFEHARBOR_CONFIG"):
        return Path(named)
    return find_file(start or Path())


def _file_layers(chain: Sequence[tuple[Path, Mapping[str, Any]]], words: Vocabulary) -> list[_Layer]:
    layers = []
    for path, table in chain:
        check_keys(table, KEYS, shown(path))
        told = split_profile(table, shown(path))
        checked = {key: check_value(key, value, words, f"{shown(path)}: {key}") for key, value in told.items()}
        layers.append(_Layer(origin=shown(path), values=checked, base=path.parent))
    return layers


def _environment_layers(env: Mapping[str, str], words: Vocabulary) -> list[_Layer]:
    return [
        _Layer(origin=name, values={key: check_value(key, env[name], words, name)}, base=Path())
        for name, key in ENVIRONMENT.items()
        if env.get(name)
    ]


def _command_line_layer(given: Mapping[str, Any], words: Vocabulary) -> _Layer:
    checked = {key: check_value(key, value, words, f"--{key}") for key, value in given.items()}
    return _Layer(origin="command line", values=checked, base=Path())


def _fold(layers: Sequence[_Layer]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for layer in layers:
        for key, value in layer.values.items():
            if key != "extend":
                values[key] = _over(key, values.get(key), Value(value=value, origin=layer.origin, base=layer.base))
    return values


def _over(key: str, weaker: Value | None, stronger: Value) -> Value:
    if weaker is None or not weaker.value:
        return stronger
    if key in ADDED:
        both: Any = [*weaker.value, *(x for x in stronger.value if x not in weaker.value)]
    elif isinstance(stronger.value, dict):
        under = rebased(weaker.value, weaker.base, stronger.base) if key == "per-file-ignores" else weaker.value
        both = {**under, **stronger.value}
    else:
        return stronger
    return Value(value=both, origin=f"{weaker.origin}, {stronger.origin}", base=stronger.base)


# ── what they come to ─────────────────────────────────────────────────────────────────────────────


def _settings(
    values: Mapping[str, Value], rules: Sequence[Rule], words: Vocabulary, release_date: date | None
) -> Settings:
    plain = _with_profile({key: value.value for key, value in values.items()})
    selected, severity = _selection(plain, rules)
    return Settings(
        profile=plain["profile"],
        profile_name=plain["profile-name"],
        rules=selected,
        severity=severity,
        fail_on=FAIL_ON[plain["fail-on"]],
        per_file_ignores=tuple((pattern, frozenset(ids)) for pattern, ids in plain["per-file-ignores"].items()),
        ignores_place=place_of(values["per-file-ignores"].base) if plain["per-file-ignores"] else None,
        issuer=_issuer(values["issuer"], words),
        contexts=tuple(plain["context"]),
        release_date=release_date,
    )


def _with_profile(plain: Mapping[str, Any]) -> dict[str, Any]:
    """The values with a profile of the house resolved: its own severities lie under those that the user states."""
    own = plain["profiles"].get(plain["profile"])
    if own is None:
        return {**plain, "profile-name": ""}
    off = dict.fromkeys(own["ignore"], "off")
    return {
        **plain,
        "profile": own["extends"],
        "profile-name": plain["profile"],
        "severity": {**off, **own["severity"], **plain["severity"]},
        "extend-select": [*own["extend-select"], *plain["extend-select"]],
    }


def _selection(
    plain: Mapping[str, Any], rules: Sequence[Rule]
) -> tuple[frozenset[str] | None, dict[str, Severity | None]]:
    """The rules in force (None: all of the profile's) and the severities that the profile does not decide.

    A rule that the profile leaves out and the user selects by name is as severe as in the first profile that has it.
    """
    every = frozenset(rule.id for rule in rules)
    named = {*(plain["select"] or ()), *plain["extend-select"]}
    chosen = (frozenset(plain["select"]) if plain["select"] is not None else every) | named
    chosen -= frozenset(plain["ignore"])
    severity = {rule: LEVELS[level] for rule, level in plain["severity"].items()}
    for rule in rules:
        if rule.id in named and rule.id not in severity and rule.severity.get(plain["profile"]) is None:
            severity[rule.id] = next(filter(None, map(rule.severity.get, PROFILES)), None)
    # A gate that checks nothing would pass everything.
    if not any(severity.get(r.id, r.severity.get(plain["profile"])) for r in rules if r.id in chosen):
        raise ConfigError("no rule is left to check: see select, ignore and severity")
    return (None if chosen == every else chosen), severity


def _issuer(value: Value, words: Vocabulary) -> IssuerFile | None:
    return None if value.path is None else load_issuer(value.path, words.contexts)
