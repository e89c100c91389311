"""What a house adds: rules with examples that must hold, and profiles that extend those that are built in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main
from checker.config import resolve
from checker.errors import ConfigError
from checker.rules import RULES

RULE = """
[[house-rule]]
id = "our-auditor"
title = "The auditor is not named"
phrases = ["Blake & Roy LLP"]
where = "anywhere"
expect = "absent"
severity = "warning"
advice = "Consider leaving out the auditor's name."
passing = ["Our auditor reviewed the figures."]
failing = ["Blake & Roy LLP reviewed the figures."]
"""
PATTERN = """
[[house-rule]]
id = "names-the-website"
title = "Legend names our website"
pattern = "northgate-pumps\\\\.example"
severity = "error"
advice = "Consider naming northgate-pumps.example."
passing = ["See www.northgate-pumps.example for more."]
failing = ["See our website for more."]
"""
PROFILE = """
[profile]
use = "house"

[profile.house]
extends = "practice"
ignore = ["safe-harbor-claim"]
severity = { undue-reliance = "error", no-duty-to-update = "off" }
"""
TEXT = (
    "We expect sales of $40 million.\n\nForward-Looking Statements\n\nThis release contains forward-looking statements "
    "within the meaning of the Private Securities Litigation Reform Act of 1995. Actual results could differ "
    "materially because of weather, strikes and currency swings. Blake & Roy LLP audited us.\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("SAFEHARBOR_PROFILE", "SAFEHARBOR_FAIL_ON", "SAFEHARBOR_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def state(text: str) -> None:
    Path("safeharbor.toml").write_text(text, encoding="utf-8")


def outcomes(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, dict[str, object]]:
    main(["check", "a.txt", "--format", "json", *options])
    return {o["rule"]: o for o in json.loads(capsys.readouterr().out)["documents"][0]["outcomes"]}


# ── rules ─────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_not_wanted_is_a_defect_with_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    state(RULE)
    outcome = outcomes(capsys)["our-auditor"]
    assert (outcome["status"], outcome["severity"]) == ("defect", "warning")
    assert outcome["evidence"][0]["text"] == "Blake & Roy LLP"  # type: ignore[index]


def test_what_is_asked_for_and_absent_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    state(PATTERN)
    outcome = outcomes(capsys)["names-the-website"]
    assert (outcome["status"], outcome["severity"]) == ("missing", "error")


def test_a_phrase_is_found_in_any_case_wrapping_and_typography(capsys: pytest.CaptureFixture[str]) -> None:
    state(RULE.replace("Blake & Roy LLP", "it's a forward-looking day"))
    Path("a.txt").write_text(TEXT + "\nIT’S A\nFORWARD‑LOOKING  DAY.\n", encoding="utf-8")
    assert outcomes(capsys)["our-auditor"]["status"] == "defect"


def test_a_place_is_kept_to(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("Blake & Roy LLP opened an office.\n\n" + TEXT.replace("Blake & Roy LLP", "They"), "utf-8")
    state(RULE.replace('where = "anywhere"', 'where = "legend"'))
    assert outcomes(capsys)["our-auditor"]["status"] == "met"
    state(RULE.replace('where = "anywhere"', 'where = "body"'))
    assert outcomes(capsys)["our-auditor"]["status"] == "defect"


def test_it_shows_in_rules_explain_and_config(capsys: pytest.CaptureFixture[str]) -> None:
    state(RULE)
    for command in (["rules"], ["explain", "our-auditor"], ["config"]):
        assert main(command) == 0
        assert "our-auditor" in capsys.readouterr().out


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "junit", "csv", "gitlab", "github"])
def test_every_report_shows_it(capsys: pytest.CaptureFixture[str], format_: str) -> None:
    state(RULE)
    main(["check", "a.txt", "--format", format_])
    assert "our-auditor" in capsys.readouterr().out


def test_it_can_be_waived_selected_and_turned_off(capsys: pytest.CaptureFixture[str]) -> None:
    state(RULE)
    assert set(outcomes(capsys, "--select", "our-auditor")) == {"our-auditor"}
    assert "our-auditor" not in outcomes(capsys, "--severity", "our-auditor=off")


def test_workers_judge_by_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    state(RULE)
    Path("b.txt").write_text(TEXT, encoding="utf-8")
    main(["check", "a.txt", "b.txt", "--jobs", "2", "--format", "json"])
    documents = json.loads(capsys.readouterr().out)["documents"]
    assert ["our-auditor" in {o["rule"] for o in d["outcomes"]} for d in documents] == [True, True]


def test_the_settings_digest_covers_it(capsys: pytest.CaptureFixture[str]) -> None:
    digests = set()
    for text in ("", RULE, RULE.replace("warning", "note"), RULE.replace("Blake", "Black")):
        state(text)
        main(["check", "a.txt", "--format", "json"])
        digests.add(json.loads(capsys.readouterr().out)["settings_sha256"])
    assert len(digests) == 4


REFUSED = {
    RULE.replace('id = "our-auditor"', 'id = "Our Auditor"'): 'id: "Our Auditor" must be lower-case words',
    RULE.replace('id = "our-auditor"', 'id = "risk-factors"'): 'the id "risk-factors" is taken',
    RULE + RULE: 'the id "our-auditor" is taken',
    RULE.replace('title = "The auditor is not named"\n', ""): "title is missing",
    RULE.replace('passing = ["Our auditor reviewed the figures."]\n', ""): "passing is missing",
    RULE.replace("warning", "grave"): 'severity: unknown level "grave"',
    RULE.replace("anywhere", "footer"): 'where: unknown place "footer"',
    RULE.replace('"absent"', '"gone"'): 'expect: unknown expectation "gone"',
    RULE.replace("Our auditor reviewed", "Blake & Roy LLP reviewed"): "passing example 1 does not hold: its wording is",
    RULE.replace('["Blake & Roy LLP reviewed', '["Another firm reviewed'): "failing example 1 does not hold",
    RULE.replace("phrases", "phrase"): 'unknown key "phrase"; did you mean "phrases"?',
    RULE + 'pattern = "a"\n': "state either pattern or phrases",
    PATTERN.replace('northgate-pumps\\\\.example"\ns', '(north"\ns'): "pattern: not a regular expression",
    PATTERN.replace('northgate-pumps\\\\.example"\ns', 'north.*pumps"\ns'): 'pattern: "*" and "+" have no bound',
    PATTERN.replace('northgate-pumps\\\\.example"\ns', 'n{0,1}"\ns'): "pattern: matches nothing at all",
    PATTERN.replace('northgate-pumps\\\\.example"\ns', '(?:(?:n{1,80}){1,80}){1,80}x"\ns'): "pattern: too slow",
    "house-rule = 3\n": "house-rule: must be tables",
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_rule_that_cannot_be_taken_is_one_clear_line(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    state(text)
    assert main(["check", "a.txt"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert REFUSED[text] in told


# ── profiles ──────────────────────────────────────────────────────────────────────────────────────


def test_a_profile_extends_a_built_in_one(capsys: pytest.CaptureFixture[str]) -> None:
    state(PROFILE)
    found = outcomes(capsys)
    assert found["undue-reliance"]["severity"] == "error"
    assert "no-duty-to-update" not in found
    assert "safe-harbor-claim" not in found
    assert "safe-harbor-citation" in found


def test_reports_name_it(capsys: pytest.CaptureFixture[str]) -> None:
    state(PROFILE)
    main(["check", "a.txt", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["profile"] == "house"


def test_what_the_user_says_wins_over_the_profile(capsys: pytest.CaptureFixture[str]) -> None:
    state(PROFILE)
    assert outcomes(capsys, "--severity", "undue-reliance=note")["undue-reliance"]["severity"] == "note"


def test_it_is_chosen_by_name_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    state(PROFILE.replace('use = "house"\n', ""))
    assert outcomes(capsys)["pslra-citation"]["status"] == "met"
    assert outcomes(capsys, "--profile", "house")["undue-reliance"]["severity"] == "error"


def test_a_profile_may_add_a_rule_and_grade_a_house_rule() -> None:
    state(
        RULE
        + '[profile.mild]\nextends = "statute"\nextend-select = ["as-of-date"]\nseverity = { our-auditor = "note" }\n'
    )
    settings = resolve(RULES, given={"profile": "mild"}).settings
    assert (settings.profile, settings.profile_name) == ("statute", "mild")
    assert settings.severity == {"our-auditor": "note", "as-of-date": "note"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[profile.house]\nignore = []\n", "profile.house: extends is missing"),
        ('[profile.house]\nextends = "fill"\n', 'unknown profile "fill"; did you mean "full"?'),
        ('[profile.full]\nextends = "practice"\n', '"full" is built in'),
        ('[profile.house]\nextends = "full"\nseverity = { nothing = "off" }\n', 'unknown rule "nothing"'),
        (
            '[profile]\nuse = "hause"\n[profile.house]\nextends = "full"\n',
            'unknown profile "hause"; did you mean "house"?',
        ),
    ],
)
def test_a_profile_that_cannot_be_taken_says_why(text: str, message: str) -> None:
    state(text)
    with pytest.raises(ConfigError) as refused:
        resolve(RULES)
    assert message in str(refused.value)


def test_versions_are_compared_by_them_too(capsys: pytest.CaptureFixture[str]) -> None:
    state(RULE + PROFILE)
    Path("b.txt").write_text(TEXT.replace("Blake & Roy LLP", "They"), encoding="utf-8")
    assert main(["compare", "a.txt", "b.txt"]) == 0
    told = capsys.readouterr().out
    assert "The auditor is not named" in told or "our-auditor" in told
    assert "house" in told
