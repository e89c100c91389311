"""`safeharbor waivers`: listed, added, checked, pruned; the file stays the desk's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gate_folder import AFTER, BAD, DAY, GOOD, LAST, RULE, WAIVERS, drafts

from checker.cli import main

__all__ = ["drafts"]
FILE = Path("waivers.toml")
GIVEN = ["--reason", "As agreed", "--approver", "I. Orme", "--expires", LAST, "--today", DAY]


@pytest.fixture(autouse=True)
def configured(drafts: Path) -> None:
    (drafts / "safeharbor.toml").write_text('waivers = "waivers.toml"\n', encoding="utf-8")


def test_list_tells_rule_releases_last_day_reason_and_approver(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["waivers", "list", "--today", DAY]) == 0
    line = f"1  {RULE} in drafts/*.txt, until {LAST}: The legend is read on the call (I. Orme)\n"
    assert capfd.readouterr().out == line
    main(["waivers", "list", "--today", AFTER])
    assert f"expired {LAST}" in capfd.readouterr().out
    main(["waivers", "list", "--today", AFTER, "--format", "json"])
    row = json.loads(capfd.readouterr().out)[0]
    assert (row["rule"], row["expires"], row["expired"]) == (RULE, LAST, True)


# ── add ───────────────────────────────────────────────────────────────────────────────────────────


def test_add_keeps_what_is_there_and_takes_effect(capfd: pytest.CaptureFixture[str]) -> None:
    FILE.write_text(WAIVERS.replace(RULE, "undue-reliance"), encoding="utf-8")
    assert main(["check", BAD, "--today", DAY, "--quiet"]) == 1
    assert main(["waivers", "add", RULE, "--path", "bad.txt", *GIVEN, "--ticket", "LEGAL-3"]) == 0
    assert FILE.read_text("utf-8").startswith(WAIVERS.replace(RULE, "undue-reliance"))
    assert f"waiver 2 of {RULE} holds until {LAST}" in capfd.readouterr().err
    assert main(["check", BAD, "--today", DAY, "--quiet"]) == 0


def test_a_path_with_folders_is_meant_from_where_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    FILE.write_text("", encoding="utf-8")
    monkeypatch.chdir("drafts")
    assert main(["waivers", "add", RULE, "--path", "./bad.txt", *GIVEN]) == 0
    assert 'path = "drafts/bad.txt"' in Path("../waivers.toml").read_text("utf-8")
    assert main(["check", "bad.txt", "--today", DAY, "--quiet"]) == 0


def test_the_first_one_makes_the_file_and_tells_how_to_use_it(capfd: pytest.CaptureFixture[str]) -> None:
    Path("safeharbor.toml").unlink()
    assert main(["waivers", "add", RULE, "--path", "*.txt", *GIVEN]) == 0
    assert 'waivers = "safeharbor-waivers.toml"' in capfd.readouterr().err
    assert main(["check", BAD, "--waivers", "safeharbor-waivers.toml", "--today", DAY, "--quiet"]) == 0


def test_words_of_any_kind_survive() -> None:
    words = 'He said "fine"\\n — ok\tthen'
    main(["waivers", "add", RULE, "--path", "q.txt", *GIVEN, "--ticket", words])
    assert main(["waivers", "list"]) == 0


# ── check ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("day", "paths", "code", "said"),
    [
        (DAY, [BAD], 0, "used (1 release)"),
        (DAY, [GOOD], 0, "unused"),
        ("2026-06-20", [BAD], 0, "expires soon (1 release)"),
        (AFTER, [BAD], 1, "expired (1 release)"),
        (DAY, ["gone.txt"], 3, "unused"),
        (AFTER, ["gone.txt", BAD], 3, "expired"),
    ],
)
def test_check_says_how_each_stands(
    day: str, paths: list[str], code: int, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["waivers", "check", *paths, "--today", day]) == code
    assert capfd.readouterr().out.startswith(said)


# ── prune ─────────────────────────────────────────────────────────────────────────────────────────

SECOND = '\n# kept: decided in May\n[[waiver]]\nrule = "as-of-date"\npath = "*.txt"\nreason = "r"\napprover = "a"\n' \
    "created = 2026-05-01\nexpires = 2027-05-01\n"  # fmt: skip


def test_prune_drops_the_expired_and_keeps_the_comments_of_others(capfd: pytest.CaptureFixture[str]) -> None:
    FILE.write_text(WAIVERS + SECOND, encoding="utf-8")
    assert main(["waivers", "prune", "--today", AFTER, "--dry-run"]) == 0
    assert FILE.read_text("utf-8") == WAIVERS + SECOND
    assert main(["waivers", "prune", "--today", AFTER]) == 0
    text = FILE.read_text("utf-8")
    assert text.startswith("# Waivers of the desk")
    assert (RULE in text, "agreed on the phone" in text, "kept: decided in May" in text) == (False, False, True)
    assert "1 of 2 waivers dropped" in capfd.readouterr().err


def test_prune_drops_the_unused_only_where_it_looked() -> None:
    FILE.write_text(WAIVERS + SECOND, encoding="utf-8")
    assert main(["waivers", "prune", "--today", DAY]) == 0
    assert FILE.read_text("utf-8") == WAIVERS + SECOND
    assert main(["waivers", "prune", "--unused", BAD, "--today", DAY]) == 0
    assert "as-of-date" not in FILE.read_text("utf-8")


def test_prune_drops_nothing_that_it_cannot_judge(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["waivers", "prune", "--unused", "gone.txt", "--today", DAY]) == 3
    assert FILE.read_text("utf-8") == WAIVERS
    undated = WAIVERS.replace(f"expires = {LAST}", 'expires = "soon"')
    FILE.write_text(undated, encoding="utf-8")
    assert main(["waivers", "prune", "--today", AFTER]) == 0
    assert FILE.read_text("utf-8") == undated
    assert "mend its date" in capfd.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        "",
        "list --waivers gone.toml",
        "list --today soon",
        "list --format xml",
        "check",
        f"prune {BAD}",
        "prune --unused",
        f"add --path x {' '.join(GIVEN[:2])}",
        f"add no-such-rule --path x {' '.join(GIVEN)}",
        "add waiver --path x --reason r --approver a --expires 2999-01-01",
        f"add {RULE} --reason r --approver a --expires 2999-01-01",
        f"add {RULE} --path x --reason r --approver a --expires 2001-01-01",
        f"add {RULE} --path x --reason r --approver a --expires soon",
        f"add {RULE} --path x --reason= --approver a --expires 2999-01-01",
    ],
)
def test_bad_input_is_one_line_and_changes_nothing(line: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["waivers", *line.split()]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n"), err.startswith("safeharbor: ")) == ("", 1, True)
    assert FILE.read_text("utf-8") == WAIVERS
