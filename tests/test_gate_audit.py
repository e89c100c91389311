"""The audit record: the same run gives the same bytes, and whatever differs is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from gate_sample import KNOWN, TEXT, checked, outcome, release, run

from checker.errors import ConfigError
from checker.gate.apply import apply_gate
from checker.gate.audit import Asked, audit_record, parse_record, record_text, recorded_request, verify
from checker.gate.nouns import Gate
from checker.types import Failure, ModelInfo, ReleaseReport, RunReport

NOW = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
HERE = release(TEXT + "<!-- safeharbor: ignore[undue-reliance] by counsel -->")
CHECKED = checked(HERE, *apply_gate(HERE, [outcome("undue-reliance"), outcome("as-of-date")], Gate(), known=KNOWN))
UNREAD = ReleaseReport(source="x.txt", sha256="", verdict="unchecked", failure=Failure(kind="empty", message="empty"))
REPORT = run(CHECKED, UNREAD)
RECORD = audit_record(REPORT, NOW)


def test_it_holds_digests_versions_waivers_and_time() -> None:
    document = RECORD["documents"][0]
    assert RECORD["time"] == "2026-11-24T23:30:00Z"
    assert RECORD["models"] == [{"name": "legend", "version": "3", "sha256": "m" * 64}]
    assert (RECORD["rules"]["sha256"], RECORD["settings_sha256"]) == ("r" * 64, "s" * 64)
    assert (document["sha256"], len(document["outcomes_sha256"])) == (HERE.metadata.sha256, 64)
    assert [(w["rule"], w["kind"], w["reason"]) for w in document["waivers"]] == [
        ("undue-reliance", "inline", "by counsel")
    ]
    assert RECORD["documents"][1]["error"] == "empty"


def test_the_same_run_gives_the_same_bytes_in_any_time_zone() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=9)))
    assert record_text(audit_record(REPORT, elsewhere)) == record_text(RECORD)


ASKED = Asked(
    given={"profile": "practice"},
    config="safeharbor.toml",
    settings={"profile": "practice", "fail-on": "error"},
    digests={"waivers": "w" * 64},
    today=date(2026, 11, 24),
    release_date=date(2026, 11, 20),
    stdin="draft.txt",
)
ASKED_RECORD = audit_record(REPORT, NOW, ASKED)


def test_it_tells_how_to_repeat_the_run() -> None:
    told = recorded_request(ASKED_RECORD, "a.json")
    assert told == replace(ASKED, settings={}, digests={}), "what came of it is compared, not repeated"


@pytest.mark.parametrize(
    "asked", [None, {}, {**ASKED_RECORD["asked"], "today": "soon"}, {**ASKED_RECORD["asked"], "config": 3}]
)
def test_a_record_that_does_not_tell_is_refused_in_one_line(asked: object) -> None:
    with pytest.raises(ConfigError, match=r"^a\.json: [^\n]+$"):
        recorded_request({**RECORD, "asked": asked}, "a.json")


def test_settings_and_files_of_the_gate_are_compared_one_by_one() -> None:
    now = replace(ASKED, settings={"profile": "full", "fail-on": "error"}, digests={"baseline": "b"})
    assert verify(ASKED_RECORD, REPORT, ASKED) == []
    assert verify(ASKED_RECORD, REPORT, now) == [
        'setting profile: recorded "practice", now "full"',
        f'waivers file: recorded "{"w" * 64}", now null',
        'baseline file: recorded null, now "b"',
    ]


def test_an_equal_run_verifies() -> None:
    assert verify(RECORD, REPORT) == []


def _other(**told: Any) -> RunReport:
    return replace(REPORT, releases=(replace(CHECKED, **told), UNREAD))


DOCUMENT = CHECKED.source
FINDING = CHECKED.outcomes[1]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (replace(REPORT, tool_version="2.0.0"), "tool version: recorded"),
        (replace(REPORT, rules_sha256="x"), "rules: recorded"),
        (replace(REPORT, models=(ModelInfo(name="legend", version="4", sha256="n"),)), "models: recorded"),
        (replace(REPORT, profile="statute"), 'profile: recorded "full", now "statute"'),
        (replace(REPORT, settings_sha256="x"), "settings: recorded"),
        (replace(REPORT, fail_on="note"), "fail-on: recorded"),
        (replace(REPORT, releases=(CHECKED,)), "x.txt: recorded, not checked now"),
        (replace(REPORT, releases=(*REPORT.releases, UNREAD)), "x.txt (2): checked now, not recorded"),
        (_other(sha256="0" * 64), f"{DOCUMENT}: document: recorded"),
        (_other(verdict="complete"), f'{DOCUMENT}: verdict: recorded "incomplete", now "complete"'),
        (_other(outcomes=CHECKED.outcomes[:1]), f"{DOCUMENT}: number of outcomes: recorded 2, now 1"),
        (_other(outcomes=(CHECKED.outcomes[0], replace(FINDING, severity="note"))), f"{DOCUMENT}: outcomes: recorded"),
        (_other(outcomes=(CHECKED.outcomes[0], replace(FINDING, fingerprint="f"))), f"{DOCUMENT}: outcomes: recorded"),
        (
            _other(outcomes=(outcome("undue-reliance"), FINDING)),
            f"{DOCUMENT}: waivers: recorded undue-reliance (inline, until no date), now none",
        ),
    ],
)
def test_every_difference_is_named(now: RunReport, said: str) -> None:
    differences = verify(RECORD, now)
    assert any(line.startswith(said) for line in differences)
    assert not any("\n" in line for line in differences)


@pytest.mark.parametrize(
    "data", [[], {}, {"record": "other"}, {**RECORD, "version": 9}, {**RECORD, "documents": [{"sha256": "x"}]}]
)
def test_another_file_is_refused_in_one_line(data: object) -> None:
    with pytest.raises(ConfigError, match=r"^a\.json: [^\n]+$"):
        parse_record(data, "a.json")


def test_a_release_that_cannot_be_read_now_is_one_difference() -> None:
    gone = replace(UNREAD, source=CHECKED.source, failure=Failure(kind="missing", message="no such file"))
    told = verify(RECORD, replace(REPORT, releases=(gone, UNREAD)))
    assert told == [f"{CHECKED.source}: was checked when recorded, cannot be checked now (missing)"]
