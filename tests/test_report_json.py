"""JSON v1: the published shape, held by its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from reports_any import any_report
from reports_sample import TEXT, sample_report

from checker.reports import render
from checker.types import RunReport

SNAPSHOT = Path(__file__).parent / "snapshots" / "report.json"
SCHEMA = json.loads((files("checker.reports") / "schema" / "v1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def rendered(report: RunReport) -> dict[str, Any]:
    return dict(json.loads(render("json", report)))


def problems(document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


def test_the_sample_is_rendered_as_in_its_snapshot() -> None:
    assert render("json", sample_report()) == SNAPSHOT.read_text(encoding="utf-8")


def test_the_schema_is_a_schema_and_closed_everywhere() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    pending: list[Any] = [SCHEMA]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            pending += node.values()
            if "required" in node:
                assert node["additionalProperties"] is False
                assert set(node["required"]) == set(node["properties"])
        elif isinstance(node, list):
            pending += node


def test_the_sample_and_an_empty_run_fit_the_schema() -> None:
    assert problems(rendered(sample_report())) == []
    assert problems(rendered(replace(sample_report(), releases=()))) == []


@settings(max_examples=60, deadline=None)
@given(any_report())
def test_any_report_fits_the_schema_and_names_every_outcome(report: RunReport) -> None:
    text = render("json", report)
    text.encode("utf-8")
    document = json.loads(text)
    assert problems(document) == []
    for release, shown in zip(report.releases, document["documents"], strict=True):
        said = [(o.rule, o.status, o.severity) for o in release.outcomes]
        assert [(o["rule"], o["status"], o["severity"]) for o in shown["outcomes"]] == said


@settings(max_examples=60, deadline=None)
@given(any_report())
def test_the_summary_adds_up(report: RunReport) -> None:
    document = rendered(report)
    outcomes = [o for shown in document["documents"] for o in shown["outcomes"]]
    assert sum(document["summary"]["verdicts"].values()) == document["summary"]["documents"] == len(report.releases)
    assert sum(document["summary"]["findings"].values()) == sum(
        o["severity"] is not None and o["waiver"] is None for o in outcomes
    )


def test_offsets_and_columns_name_the_same_words() -> None:
    lines = TEXT.split("\n")
    for outcome in rendered(sample_report())["documents"][0]["outcomes"]:
        for words in outcome["evidence"]:
            assert TEXT[words["start"] : words["end"]] == words["text"]
            assert words["line"] == words["end_line"]
            assert lines[words["line"] - 1][words["column"] - 1 : words["end_column"] - 1] == words["text"]


def test_confidences_have_four_decimals() -> None:
    document = rendered(sample_report())["documents"][0]
    assert document["legends"][0]["confidence"] == 0.9877
    assert [s["confidence"] for s in document["statements"]] == [0.9124, 0.8]


def test_letters_are_not_escaped() -> None:
    assert "Délta" in render("json", sample_report())


def test_a_document_is_a_result_or_an_error() -> None:
    earnings, _, unread = rendered(sample_report())["documents"]
    assert earnings["error"] is None
    assert unread["error"] == {"kind": "empty", "message": "the file is empty"}
    assert unread["outcomes"] == unread["legends"] == unread["statements"] == []
    assert unread["issuer"] is unread["sha256"] is unread["text_length"] is None


BROKEN = {
    "an unknown key": lambda d: d.update(extra=1),
    "a key that is absent": lambda d: d.pop("profile"),
    "an error beside outcomes": lambda d: d["documents"][2].update(outcomes=d["documents"][0]["outcomes"]),
    "a result that is unchecked": lambda d: d["documents"][0].update(verdict="unchecked"),
    "a severity on what was met": lambda d: d["documents"][0]["outcomes"][0].update(severity="error"),
    "a finding without severity": lambda d: d["documents"][0]["outcomes"][1].update(severity=None),
    "a line 0": lambda d: d["documents"][0]["outcomes"][0]["evidence"][0].update(line=0),
    "a date that is none": lambda d: d["documents"][0].update(release_date="2026-13-45"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_schema_refuses(name: str) -> None:
    document = rendered(sample_report())
    BROKEN[name](document)
    assert problems(document)
