"""SARIF, JUnit, GitHub, GitLab, rows: held by other people's schemas and readers, and by what pipelines do."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from hypothesis import given, settings
from jsonschema import Draft4Validator, FormatChecker
from junitparser import JUnitXml, Skipped
from reports_any import any_report
from reports_sample import TEXT, sample_report

from checker.cli import main
from checker.reports import render
from checker.types import RunReport

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
SARIF = Draft4Validator(
    json.loads((HERE / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=FormatChecker(),
)
JUNIT = xmlschema.XMLSchema(str(HERE / "schemas" / "junit-10.xsd"))

SNAPSHOTS = {
    "sarif": "report.sarif",
    "junit": "report.junit.xml",
    "github": "report.github.txt",
    "gitlab": "report.gitlab.json",
    "csv": "report.csv",
    "jsonl": "report.jsonl",
}


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_the_sample_is_rendered_as_in_its_snapshot(name: str) -> None:
    assert render(name, sample_report()).encode() == (HERE / "snapshots" / SNAPSHOTS[name]).read_bytes()


# ── SARIF ─────────────────────────────────────────────────────────────────────────────────────────


def sarif(report: RunReport) -> dict[str, Any]:
    return dict(json.loads(render("sarif", report)))


def sarif_problems(log: object) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in SARIF.iter_errors(log)]


def results_by_rule(report: RunReport) -> dict[str, dict[str, Any]]:
    return {result["ruleId"]: result for result in sarif(report)["runs"][0]["results"]}


def test_the_sample_and_an_empty_run_fit_the_official_schema() -> None:
    assert sarif_problems(sarif(sample_report())) == []
    assert sarif_problems(sarif(replace(sample_report(), releases=(), rules=()))) == []


@settings(max_examples=25, deadline=None)
@given(any_report())
def test_any_report_fits_the_official_schema(report: RunReport) -> None:
    assert sarif_problems(sarif(report)) == []


BROKEN: dict[str, Callable[[dict[str, Any]], object]] = {
    "an unknown key": lambda run: run.update(extra=1),
    "a level that is none": lambda run: run["results"][0].update(level="fatal"),
    "a line 0": lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
    "a suppression of no kind": lambda run: run["results"][-1].update(suppressions=[{"kind": "waved"}]),
    "an artifact that is a text": lambda run: run.update(artifacts=["a.txt"]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_official_schema_refuses(name: str) -> None:
    log = sarif(sample_report())
    BROKEN[name](log["runs"][0])
    assert sarif_problems(log)


def test_only_what_a_person_should_see_is_a_result() -> None:
    """GitHub makes an alert of every result, whatever its kind; the rest is told in the artifact."""
    shown = {rule: (r["kind"], r["level"]) for rule, r in results_by_rule(sample_report()).items()}
    assert shown == {
        "as-of-date": ("fail", "note"),
        "results-may-differ": ("fail", "warning"),
        "citation-section-act": ("fail", "error"),
        "pslra-citation": ("fail", "error"),
        "hypothetical-risk": ("review", "none"),
        "section-27a-citation": ("fail", "error"),
        "filings-pointer": ("fail", "warning"),
        "undue-reliance": ("fail", "note"),
    }
    aside = sarif(sample_report())["runs"][0]["artifacts"][0]["properties"]
    assert aside == {
        "verdict": "incomplete",
        "met": ["statements-identified", "placeholder", "promises-update"],
        "notApplicable": [{"rule": "excluded-issuer", "reason": "no claim of the safe harbor"}],
        "notEvaluated": [{"rule": "legend-unchanged", "reason": "no prior release was given"}],
    }


def test_regions_name_the_words() -> None:
    assert sarif(sample_report())["runs"][0]["columnKind"] == "unicodeCodePoints"
    lines = TEXT.split("\n")
    region = results_by_rule(sample_report())["citation-section-act"]["locations"][0]["physicalLocation"]["region"]
    words = region["snippet"]["text"]
    assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == words
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == words


def test_a_missing_element_stands_at_the_legend_and_names_the_statements_it_is_about() -> None:
    missing = results_by_rule(sample_report())["pslra-citation"]
    assert missing["locations"][0]["physicalLocation"]["region"]["startLine"] == 9
    assert [r["physicalLocation"]["region"]["startLine"] for r in missing["relatedLocations"]] == [5]


def test_accepted_findings_are_suppressed_with_their_reason_and_the_baseline_is_told() -> None:
    results = results_by_rule(sample_report())
    assert [results[r]["suppressions"][0]["kind"] for r in ("section-27a-citation", "filings-pointer")] == [
        "external",
        "inSource",
    ]
    assert "No offering is near." in results["section-27a-citation"]["suppressions"][0]["justification"]
    assert {r: x["baselineState"] for r, x in results.items() if x["baselineState"] != "new"} == {
        "undue-reliance": "unchanged"
    }


def test_without_a_baseline_no_result_has_a_state() -> None:
    earnings = sample_report().releases[0]
    kept = tuple(o for o in earnings.outcomes if not (o.waiver and o.waiver.kind == "baseline"))
    results = results_by_rule(replace(sample_report(), releases=(replace(earnings, outcomes=kept),)))
    assert not any("baselineState" in result for result in results.values())


def test_rules_relate_to_the_subsections_of_the_code() -> None:
    run = sarif(sample_report())["runs"][0]
    taxa = run["taxonomies"][0]["taxa"]
    rule = next(r for r in run["tool"]["driver"]["rules"] if r["id"] == "results-may-differ")
    assert [taxa[x["target"]["index"]]["id"] for x in rule["relationships"]] == ["78u-5(c)(1)(A)(i)"]
    assert rule["helpUri"] == "https://www.law.cornell.edu/uscode/text/15/78u-5"


def test_an_outcome_of_a_rule_that_the_run_does_not_list_is_described_all_the_same() -> None:
    report = replace(sample_report(), rules=())
    run = sarif(report)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_fingerprints_do_not_move_with_the_lines() -> None:
    prints = results_by_rule(sample_report())["as-of-date"]["partialFingerprints"]
    assert prints == {"safeharbor/v1": "2" * 64, "primaryLocationLineHash": f"{'2' * 16}:1"}


def test_paths_that_are_no_uris_are_escaped() -> None:
    names = ("drafts/Q3 report.txt", "a:b%c.txt", "/abs/x.txt", "odd\udce9.txt")
    releases = tuple(replace(sample_report().releases[0], source=name) for name in names)
    log = sarif(replace(sample_report(), releases=releases))
    assert sarif_problems(log) == []
    assert [a["location"]["uri"] for a in log["runs"][0]["artifacts"]] == [
        "drafts/Q3%20report.txt",
        "a%3Ab%25c.txt",
        "file:///abs/x.txt",
        "odd%ED%B3%A9.txt",
    ]


def multitool() -> str:
    """Microsoft's validator (npm: @microsoft/sarif-multitool), or a skip that says what is missing."""
    found = os.environ.get("SARIF_MULTITOOL") or shutil.which("sarif-multitool")
    if not found:
        pytest.skip("Microsoft's SARIF multitool is not installed (npm: @microsoft/sarif-multitool)")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("what", ["sample", "fixtures"])
def test_the_multitool_of_its_makers_finds_no_error(what: str, tmp_path: Path) -> None:
    log, found = tmp_path / "report.sarif", tmp_path / "found.sarif"
    if what == "sample":
        log.write_text(render("sarif", sample_report()), encoding="utf-8")
    else:
        main(["check", "--quiet", "--no-config", str(FIXTURES), "--output", f"sarif={log}"])
    done = subprocess.run(
        [multitool(), "validate", str(log), "-o", str(found), "--log", "ForceOverwrite"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(found.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
    assert [r for r in told if r.get("level") == "error"] == []


@pytest.mark.slow
def test_the_multitool_would_find_an_error(tmp_path: Path) -> None:
    log = sarif(sample_report())
    log["runs"][0]["results"][0]["ruleIndex"] = 999
    path = tmp_path / "broken.sarif"
    path.write_text(json.dumps(log), encoding="utf-8")
    done = subprocess.run([multitool(), "validate", str(path)], capture_output=True, text=True)
    assert "error SARIF" in done.stdout


# ── JUnit ─────────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=40, deadline=None)
@given(any_report())
def test_any_report_fits_the_schema_of_junit(report: RunReport) -> None:
    assert [str(e.reason) for e in JUNIT.iter_errors(render("junit", report))] == []


@pytest.mark.parametrize(
    ("words", "instead"),
    [('tests="13"', ""), ("<(/?)skipped", r"<\1passed"), ('name="placeholder"', "")],
)
def test_the_schema_of_junit_refuses(words: str, instead: str) -> None:
    shown = render("junit", sample_report())
    assert re.search(words, shown)
    assert list(JUNIT.iter_errors(re.sub(words, instead, shown)))


def test_the_tests_tab_is_the_matrix_of_elements() -> None:
    suites = list(JUnitXml.fromstring(render("junit", sample_report()).encode()))
    assert [(s.name, s.tests, s.failures, s.errors, s.skipped) for s in suites] == [
        ("q3/earnings.txt", 13, 2, 0, 5),
        ("board.txt", 13, 0, 0, 13),
        ("scan.txt", 1, 0, 1, 0),
    ]
    by_name = {case.name: case for case in suites[0]}
    assert by_name["statements-identified"].is_passed
    assert by_name["section-27a-citation"].is_skipped
    skips = [r for r in by_name["section-27a-citation"].result if isinstance(r, Skipped)]
    assert skips[0].message == "waived by Ida Orme until 2026-12-31 (LEG-12): No offering is near."


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 2), ("warning", 3), ("note", 4), (None, 0)])
def test_a_failure_is_what_reaches_the_gate(fail_on: Any, failures: int) -> None:
    suites = list(JUnitXml.fromstring(render("junit", replace(sample_report(), fail_on=fail_on)).encode()))
    assert suites[0].failures == failures


# ── GitHub ────────────────────────────────────────────────────────────────────────────────────────

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*(?:,[^:]*)*)::(.*)")


@settings(max_examples=60, deadline=None)
@given(any_report())
def test_each_annotation_is_one_command_whatever_the_text(report: RunReport) -> None:
    lines = render("github", report).split("\n")[:-1]
    outcomes = [o for r in report.releases for o in r.outcomes if r.reading and (o.is_finding or o.waiver)]
    assert len(lines) == len(outcomes) + sum(r.failure is not None for r in report.releases)
    for line in lines:
        assert "\r" not in line
        parsed = COMMAND.fullmatch(line)
        assert parsed, line
        for pair in parsed[2].split(","):
            assert re.fullmatch(r"(file|line|endLine|col|endColumn|title)=[^:,]*", pair), pair


def test_hostile_text_starts_no_command() -> None:
    earnings = sample_report().releases[0]
    told = "%0A::set-output name=x::y\n::warning::z\r\n"
    outcomes = (replace(earnings.outcomes[1], message=told, title="a,b:c\n::error::d"),)
    shown = render("github", replace(sample_report(), releases=(replace(earnings, outcomes=outcomes),)))
    assert shown.count("\n") == 1
    assert "a%2Cb%3Ac" in shown
    assert "%250A" in shown, "a percent sign of the text is escaped"


def test_the_gravest_come_first_and_columns_stay_on_one_line() -> None:
    levels = re.findall("^::([a-z]+) ", render("github", sample_report()), re.MULTILINE)
    assert levels == ["error", "error", "error", "warning", "notice", "notice", "notice", "notice"]
    for line in render("github", sample_report()).splitlines():
        found = dict(re.findall("(line|endLine|col)=(\\d+)", line))
        assert "col" not in found or found["line"] == found["endLine"]


# ── GitLab ────────────────────────────────────────────────────────────────────────────────────────

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^\\./"}},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                },
            },
        },
    },
}
"""What GitLab's documentation asks of a Code Quality report; GitLab publishes no schema file of it."""


@settings(max_examples=60, deadline=None)
@given(any_report())
def test_any_report_has_the_shape_that_gitlab_asks_for(report: RunReport) -> None:
    issues = json.loads(render("gitlab", report))
    assert list(Draft4Validator(CODE_QUALITY).iter_errors(issues)) == []
    assert len({issue["fingerprint"] for issue in issues}) == len(issues), "unique in the list"


def test_descriptions_begin_with_the_rule() -> None:
    issues = json.loads(render("gitlab", sample_report()))
    assert all(issue["description"].startswith(issue["check_name"] + ": ") for issue in issues)
    waived = next(i for i in issues if i["check_name"] == "section-27a-citation")
    assert waived["severity"] == "info"
    assert "waived by Ida Orme" in waived["description"]


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=60, deadline=None)
@given(any_report())
def test_one_row_an_outcome_in_both_kinds_of_rows(report: RunReport) -> None:
    rows = [json.loads(line) for line in render("jsonl", report).split("\n") if line]
    cells = list(csv.DictReader(io.StringIO(render("csv", report), newline="")))
    expected = [o.rule for r in report.releases for o in r.outcomes] + ["" for r in report.releases if r.failure]
    assert sorted(row["rule"] for row in rows) == sorted(cell["rule"] for cell in cells) == sorted(expected)


def test_a_spreadsheet_runs_nothing() -> None:
    earnings = sample_report().releases[0]
    outcomes = (replace(earnings.outcomes[1], message='=HYPERLINK("http://x")'),)
    shown = render("csv", replace(sample_report(), releases=(replace(earnings, outcomes=outcomes),)))
    assert "'=HYPERLINK" in shown
