"""Configuration: which file counts, what wins, what is refused and in which words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker.config import PROFILES, Resolved, resolve
from checker.config.files import find_file
from checker.config.issuer import ENTITIES, FILERS
from checker.errors import ConfigError
from checker.facts import contexts
from checker.rules import RULES
from checker.run import settings_sha256
from checker.types import Settings

Resolve = Callable[..., Resolved]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder. Above the temporary folder no configuration is expected."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(start: Path | None = None, env: dict[str, str] | None = None, **more: Any) -> Resolved:
    return resolve(RULES, start=start, environment=env or {}, **more)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# ── which file counts ─────────────────────────────────────────────────────────────────────────────


def test_without_a_file_the_defaults_hold() -> None:
    resolved = told(use_files=False)
    assert resolved.settings == Settings()
    assert {value.origin for value in resolved.values.values()} == {"default"}


def test_the_nearest_file_upward_from_the_path_wins_alone(here: Path) -> None:
    write(here / "safeharbor.toml", 'profile = "statute"\nfail-on = "note"')
    write(here / "q1" / "safeharbor.toml", 'profile = "practice"')
    (here / "q1" / "drafts").mkdir()
    resolved = told(here / "q1" / "drafts" / "release.txt")
    assert resolved.settings.profile == "practice"
    assert resolved.settings.fail_on == "error", "no silent merging with the file above"
    assert told(here / "other.txt").settings.profile == "statute"


def test_pyproject_counts_only_with_its_table(here: Path) -> None:
    write(here / "safeharbor.toml", 'profile = "statute"')
    write(here / "a" / "pyproject.toml", '[project]\nname = "letters"')
    write(here / "b" / "pyproject.toml", '[tool.safeharbor]\nprofile = "practice"')
    assert told(here / "a").settings.profile == "statute"
    assert told(here / "b").settings.profile == "practice"


def test_a_broken_pyproject_of_somebody_else_is_passed_over(here: Path) -> None:
    write(here / "safeharbor.toml", 'profile = "statute"')
    write(here / "a" / "pyproject.toml", "[[[")
    assert told(here / "a").settings.profile == "statute"


def test_beside_each_other_our_own_file_comes_first(here: Path) -> None:
    write(here / "pyproject.toml", '[tool.safeharbor]\nprofile = "practice"')
    ours = write(here / "safeharbor.toml", 'profile = "statute"')
    assert find_file(here) == ours


def test_a_byte_order_mark_is_no_error(here: Path) -> None:
    (here / "safeharbor.toml").write_bytes(b'\xef\xbb\xbfprofile = "statute"\r\n')
    assert told().settings.profile == "statute"


# ── what wins ─────────────────────────────────────────────────────────────────────────────────────


def test_command_line_over_environment_over_file_over_default(here: Path) -> None:
    env = {"SAFEHARBOR_PROFILE": "practice"}
    assert told().settings.profile == "full"
    write(here / "safeharbor.toml", 'profile = "statute"')
    assert told().settings.profile == "statute"
    assert told(env=env).settings.profile == "practice"
    resolved = told(env=env, given={"profile": "full"})
    assert resolved.settings.profile == "full"
    assert resolved.values["profile"].origin == "command line"


def test_each_value_knows_where_it_came_from(here: Path) -> None:
    write(here / "safeharbor.toml", 'profile = "statute"')
    values = told(env={"SAFEHARBOR_FAIL_ON": "never"}).values
    origins = [values[key].origin for key in ("profile", "fail-on", "ignore")]
    assert origins == ["safeharbor.toml", "SAFEHARBOR_FAIL_ON", "default"]


def test_the_environment_names_a_file_and_an_option_overrules_it(here: Path) -> None:
    one = write(here / "one.toml", 'profile = "statute"')
    two = write(here / "two.toml", 'profile = "practice"')
    env = {"SAFEHARBOR_CONFIG": str(one)}
    assert told(env=env).settings.profile == "statute"
    assert told(env=env, file=two).settings.profile == "practice"
    assert told(env=env, use_files=False).settings.profile == "full"


def test_an_empty_variable_is_not_set() -> None:
    env = {"SAFEHARBOR_PROFILE": "", "SAFEHARBOR_CONFIG": "", "SAFEHARBOR_FAIL_ON": ""}
    assert told(env=env).settings == Settings()


def test_extend_takes_over_and_the_own_keys_come_first(here: Path) -> None:
    write(
        here / "house.toml",
        'profile = "practice"\nfail-on = "warning"\ncontext = ["canada"]\n[severity]\nundue-reliance = "off"\n'
        'as-of-date = "error"',
    )
    write(
        here / "q1" / "safeharbor.toml",
        'extend = "../house.toml"\nfail-on = "note"\ncontext = ["ipo"]\n[severity]\nas-of-date = "note"',
    )
    resolved = told(here / "q1")
    assert (resolved.settings.profile, resolved.settings.fail_on) == ("practice", "note")
    assert resolved.settings.severity == {"undue-reliance": None, "as-of-date": "note"}
    assert resolved.settings.contexts == ("canada", "ipo")
    assert resolved.values["severity"].origin == "house.toml, q1/safeharbor.toml"


def test_extend_in_a_circle_is_refused(here: Path) -> None:
    write(here / "a.toml", 'extend = "b.toml"')
    write(here / "b.toml", 'extend = "a.toml"')
    with pytest.raises(ConfigError, match="extend leads back"):
        told(file=here / "a.toml")


# ── what it comes to ──────────────────────────────────────────────────────────────────────────────


def test_select_ignore_and_extend_select() -> None:
    every = {rule.id for rule in RULES}
    assert told(use_files=False, given={"ignore": ["undue-reliance"]}).settings.rules == every - {"undue-reliance"}
    chosen = told(use_files=False, given={"select": ["as-of-date", "risk-factors"], "ignore": ["as-of-date"]})
    assert chosen.settings.rules == {"risk-factors"}
    more = told(use_files=False, given={"select": ["risk-factors"], "extend-select": ["as-of-date"]})
    assert more.settings.rules == {"risk-factors", "as-of-date"}


def test_a_rule_named_counts_though_the_profile_leaves_it_out() -> None:
    given = {"profile": "statute", "extend-select": ["undue-reliance"]}
    settings = told(use_files=False, given=given).settings
    assert settings.severity == {"undue-reliance": "note"}
    assert settings.rules is None


def test_severity_off_and_never() -> None:
    given = {"severity": {"undue-reliance": "off", "as-of-date": "error"}, "fail-on": "never"}
    settings = told(use_files=False, given=given).settings
    assert settings.severity == {"undue-reliance": None, "as-of-date": "error"}
    assert settings.fail_on is None


@pytest.mark.parametrize(
    "given",
    [
        {"select": []},
        {"select": ["as-of-date"], "ignore": ["as-of-date"]},
        {"select": ["as-of-date"], "severity": {"as-of-date": "off"}},
    ],
    ids=["empty selection", "all ignored", "all off"],
)
def test_a_gate_that_checks_nothing_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match="no rule is left"):
        told(use_files=False, given=given)


def test_contexts_may_be_spelled_with_hyphens() -> None:
    assert told(use_files=False, given={"context": ["going-private"]}).settings.contexts == ("going_private",)


def test_date_and_ignores_by_file(here: Path) -> None:
    write(here / "safeharbor.toml", '[per-file-ignores]\n"*-call.txt" = ["as-of-date"]')
    settings = told(release_date=date(2026, 3, 31)).settings
    assert settings.per_file_ignores == (("*-call.txt", frozenset({"as-of-date"})),)
    assert settings.release_date == date(2026, 3, 31)


def test_ignores_of_an_extended_file_stay_relative_to_it(here: Path) -> None:
    write(here / "house.toml", '[per-file-ignores]\n"drafts/*" = ["as-of-date"]\n"*-call.txt" = ["signal-words"]')
    write(here / "desk" / "safeharbor.toml", 'extend = "../house.toml"\n[per-file-ignores]\n"q*/*" = ["signal-words"]')
    settings = told(start=here / "desk").settings
    assert [glob for glob, _ in settings.per_file_ignores] == ["../drafts/*", "*-call.txt", "q*/*"]
    assert settings.ignores_place and settings.ignores_place.folder == (here / "desk").as_posix()


def test_digest_is_the_same_from_any_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "safeharbor.toml", '[per-file-ignores]\n"drafts/*" = ["as-of-date"]')
    (here / "drafts").mkdir()
    above = settings_sha256(told(start=here).settings)
    monkeypatch.chdir(here / "drafts")
    assert settings_sha256(told(start=here).settings) == above


def test_digest_follows_the_settings_and_not_their_origin(here: Path) -> None:
    plain = settings_sha256(told(use_files=False).settings)
    write(here / "safeharbor.toml", 'profile = "statute"')
    from_file = settings_sha256(told().settings)
    assert from_file == settings_sha256(told(use_files=False, given={"profile": "statute"}).settings)
    assert from_file != plain


def test_profiles_are_those_of_the_rules() -> None:
    assert {name for rule in RULES for name in rule.severity} == set(PROFILES)


# ── what is refused ───────────────────────────────────────────────────────────────────────────────

REFUSED = {
    'profle = "full"': 'safeharbor.toml: unknown key "profle"; did you mean "profile"?',
    'fail_on = "error"': 'safeharbor.toml: unknown key "fail_on"; did you mean "fail-on"?',
    "baseline = 3": "safeharbor.toml: baseline: must be a text in quotes",
    'waivers = ["w.toml"]': "safeharbor.toml: waivers: must be a text in quotes",
    'inline-suppressions = "of"': 'safeharbor.toml: inline-suppressions: unknown mode "of"; did you mean "off"?',
    'profile = "practise"': 'safeharbor.toml: profile: unknown profile "practise"; did you mean "practice"?',
    "profile = 3": "safeharbor.toml: profile: must be a text in quotes",
    'select = "as-of-date"': "safeharbor.toml: select: must be a list of texts",
    'ignore = ["as-of-dat"]': 'safeharbor.toml: ignore: unknown rule "as-of-dat"; did you mean "as-of-date"?',
    'context = ["tender"]': 'safeharbor.toml: context: unknown context "tender"; did you mean "tender_offer"?',
    'fail-on = "errors"': 'safeharbor.toml: fail-on: unknown level "errors"; did you mean "error"?',
    'severity = ["as-of-date"]': "safeharbor.toml: severity: must be a table of rule = level",
    '[severity]\nas-of-date = "warn"': (
        'safeharbor.toml: severity: as-of-date: unknown level "warn"; did you mean "warning"?'
    ),
    '[per-file-ignores]\n"*.txt" = "as-of-date"': (
        "safeharbor.toml: per-file-ignores: must be a table of pattern = list of rules"
    ),
    '[per-file-ignores]\n"*.txt" = ["x"]': 'safeharbor.toml: per-file-ignores: "*.txt": unknown rule "x"',
    'profile = "full"\nselect = [\n  x': "safeharbor.toml:3:3: not valid TOML: Invalid value",
    'profile = "full"\nprofile = "full"\n': "safeharbor.toml:2:17: not valid TOML: Cannot overwrite a value",
    'extend = "gone.toml"': "gone.toml: no such file",
    'issuer = "gone.toml"': "gone.toml: no such file",
}


@pytest.mark.parametrize("text", REFUSED)
def test_refusals_name_the_key_and_the_nearest_valid_word(here: Path, text: str) -> None:
    write(here / "safeharbor.toml", text)
    with pytest.raises(ConfigError, match=re.escape(REFUSED[text])) as refused:
        told()
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_utf_8_is_refused(here: Path) -> None:
    (here / "safeharbor.toml").write_bytes(b'profile = "\xff"')
    with pytest.raises(ConfigError, match="not UTF-8"):
        told()


def test_named_pyproject_without_a_table_is_refused(here: Path) -> None:
    with pytest.raises(ConfigError, match=r"has no \[tool.safeharbor\]"):
        told(file=write(here / "pyproject.toml", "[project]"))


def test_variables_are_named_in_the_message() -> None:
    with pytest.raises(ConfigError, match=r'^SAFEHARBOR_PROFILE: unknown profile "x"'):
        told(use_files=False, env={"SAFEHARBOR_PROFILE": "x"})


# ── issuer.toml ───────────────────────────────────────────────────────────────────────────────────


def test_issuer_file_is_found_beside_the_file_that_names_it(here: Path) -> None:
    write(here / "q1" / "safeharbor.toml", 'issuer = "../issuer.toml"')
    write(
        here / "issuer.toml",
        'name = "Northgate Pumps, Inc."\naliases = ["Northgate"]\ntickers = ["NYSE: NGP"]\nfiler = "accelerated"\n'
        'reporting = true\nlisted = true\nentity = "Corporation"\npenny-stock = false\nfiscal-year-end = "09-30"\n'
        'exclusions = ["going-private"]',
    )
    issuer = told(here / "q1").settings.issuer
    assert issuer is not None
    assert (issuer.name, issuer.aliases, issuer.reporting) == ("Northgate Pumps, Inc.", ("Northgate",), True)
    assert (issuer.entity, issuer.penny_stock, issuer.exclusions) == ("corporation", False, ("going_private",))
    assert issuer.fiscal_year_end == "09-30"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('nmae = "x"', 'unknown key "nmae"; did you mean "name"?'),
        ("penny_stock = true", 'unknown key "penny_stock"; did you mean "penny-stock"?'),
        ('reporting = "yes"', "reporting: must be true or false"),
        ('tickers = "NYSE: X"', "tickers: must be a list of texts"),
        ('entity = "partnershp"', 'entity: unknown entity "partnershp"; did you mean "partnership"?'),
        ('filer = "acelerated"', 'filer: unknown filer "acelerated"; did you mean "accelerated"?'),
        ('exclusions = ["ip"]', 'exclusions: unknown context "ip"'),
        ('fiscal-year-end = "02-30"', "fiscal-year-end: must be month and day"),
    ],
)
def test_issuer_file_refuses_what_it_does_not_know(here: Path, text: str, message: str) -> None:
    write(here / "issuer.toml", text)
    with pytest.raises(ConfigError, match=re.escape(f"issuer.toml: {message}")):
        told(use_files=False, given={"issuer": "issuer.toml"})


def test_every_word_that_decides_a_context_can_be_declared() -> None:
    known = {word.replace("-", "_") for word in (*ENTITIES, *FILERS)}
    assert set(contexts._ENTITIES) | set(contexts._FILERS) <= known
