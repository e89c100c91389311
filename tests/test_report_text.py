"""The report for a person: everything is said, nothing of a release reaches the terminal as a command."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports_any import any_report
from reports_sample import sample_report

from checker.errors import ConfigError
from checker.reports import FORMATS, render
from checker.reports.rule_table import render_rules
from checker.reports.telling import LAST_LINE, accepted, was
from checker.reports.words import folded, shortened
from checker.rules import RULES
from checker.types import RunReport

SNAPSHOTS = Path(__file__).parent / "snapshots"


def single(report: RunReport) -> RunReport:
    return replace(report, releases=report.releases[:1])


def many(report: RunReport) -> RunReport:
    return replace(report, releases=report.releases * 2)


@pytest.mark.parametrize(
    "name, options", [("report.txt", {}), ("report-verbose-60.txt", {"verbose": True, "width": 60})]
)
def test_the_sample_is_rendered_as_in_its_snapshot(name: str, options: dict[str, object]) -> None:
    assert render("text", sample_report(), **options) == (SNAPSHOTS / name).read_text(encoding="utf-8")


def test_many_releases_are_rendered_as_in_their_snapshot() -> None:
    expected = (SNAPSHOTS / "report-many.txt").read_text(encoding="utf-8")
    assert render("text", many(sample_report())) == expected


@settings(max_examples=60, deadline=None)
@given(any_report())
def test_every_finding_appears(report: RunReport) -> None:
    shown = render("text", report, verbose=True)
    points = re.split("^  (ERROR|WARNING|NOTE|REVIEW) +", shown, flags=re.MULTILINE)
    named = [
        (label, re.search(r"\[(rule-\d)\]", said)[1]) for label, said in zip(points[1::2], points[2::2], strict=True)
    ]
    outcomes = [o for r in report.releases for o in r.outcomes if r.reading]
    expected = [((o.severity or "review").upper(), o.rule) for o in outcomes if o.is_finding or o.status == "review"]
    assert sorted(named) == sorted(expected)


@settings(max_examples=60, deadline=None)
@given(any_report(), st.booleans())
def test_every_accepted_finding_appears_with_its_reason(report: RunReport, verbose: bool) -> None:
    shown = " ".join(render("text", report, verbose=verbose).split())
    for outcome in (o for r in report.releases for o in r.outcomes if o.waiver):
        assert f"({was(outcome)}) [{outcome.rule}] {accepted(outcome.waiver)}" in shown


@settings(max_examples=60, deadline=None)
@given(any_report(), st.booleans())
def test_no_control_character_leaves_the_report(report: RunReport, verbose: bool) -> None:
    shown = render("text", report, verbose=verbose)
    shown.encode("utf-8")
    assert {c for c in shown if unicodedata.category(c) == "Cc"} <= {"\n"}
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069") & set(shown)


@settings(max_examples=60, deadline=None)
@given(any_report(), st.integers(60, 140))
def test_lines_keep_to_the_width(report: RunReport, width: int) -> None:
    named = replace(report, releases=tuple(replace(r, source="a.txt") for r in report.releases))
    lines = render("text", named, width=width).split("\n")
    assert [line for line in lines if len(line) > width and not line.startswith("a.txt: ")] == []


def test_colour_only_when_asked_for() -> None:
    plain, painted = (render("text", sample_report(), color=c) for c in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[31;1mERROR\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_the_last_line_stands_once() -> None:
    shown = render("text", many(sample_report()))
    assert shown.endswith(f"\n\n{LAST_LINE}\n")
    assert shown.count(LAST_LINE) == 1


def test_one_release_has_no_table_and_several_have_one() -> None:
    assert "Findings by rule" not in render("text", single(sample_report()))
    assert "Findings by rule" in render("text", sample_report())


def test_errors_stand_before_warnings_before_notes_and_statute_before_practice() -> None:
    shown = render("text", single(sample_report()))
    labels = re.findall(r"^  (ERROR|WARNING|NOTE|REVIEW) +.*\[([a-z-]+)\]$", shown, re.MULTILINE)
    assert labels == [
        ("ERROR", "pslra-citation"),
        ("ERROR", "citation-section-act"),
        ("WARNING", "results-may-differ"),
        ("NOTE", "as-of-date"),
        ("REVIEW", "hypothetical-risk"),
    ]


def test_many_releases_hide_notes_and_count_them() -> None:
    brief, full = render("text", many(sample_report())), render("text", many(sample_report()), verbose=True)
    assert "As-of date: not found" not in brief
    assert brief.count("…and 1 note; --verbose shows it") == 2
    assert full.count("NOTE     As-of date: not found") == 2
    assert brief.count("REVIEW   Risk worded as possible") == 2
    assert brief.count("waived by Ida Orme") == full.count("waived by Ida Orme") == 2


def test_nothing_to_disclaim_and_unchecked_say_why_in_any_number() -> None:
    for report in (sample_report(), many(sample_report())):
        shown = render("text", report)
        assert "no forward-looking statement and no legend found in 2 sentences (13 rules)" in shown
        assert "the file is empty" in shown


def test_the_summary_names_what_is_wrong_and_complete_with_points_says_so() -> None:
    assert "  2 errors: PSLRA citation (not found); Section and Act agree (found)\n" in render("text", sample_report())
    earnings = sample_report().releases[0]
    mild = tuple(o for o in earnings.outcomes if o.severity != "error")
    shown = render("text", replace(sample_report(), releases=(replace(earnings, verdict="complete", outcomes=mild),)))
    assert "COMPLETE (what this profile requires was found; lesser points are below)" in shown


def test_an_empty_run_says_so() -> None:
    assert render("text", replace(sample_report(), releases=())) == f"No release was checked.\n\n{LAST_LINE}\n"


def test_words_are_cleaned_and_shortened() -> None:
    assert folded("a\x1b[1;31mb\x1b[0m\n\n c\x07\u202ed\x9b2Je") == "ab cde"
    assert shortened("x" * 10, 10) == "x" * 10
    assert shortened("The company expects growth in every quarter of the year", 24) == "The company ex … he year"


def test_no_verdict_is_given_on_the_law() -> None:
    shown = render("text", many(sample_report()), verbose=True).lower()
    assert not re.search(r"compliant|compliance|illegal|violat|unlawful", shown)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_the_sample(name: str) -> None:
    shown = render(name, sample_report())
    assert "pslra-citation" in shown
    assert shown == render(name, sample_report())


def test_an_unknown_format_is_wrong_usage() -> None:
    with pytest.raises(ConfigError, match="unknown format 'pdf'; formats: text, json"):
        render("pdf", sample_report())


def test_the_rule_table_names_every_rule_in_every_format() -> None:
    for format_ in ("markdown", "text", "json"):
        table = render_rules(RULES, format_)
        assert all(
            table.count(f"{quote}{rule.id}{quote}") for rule in RULES for quote in [{"json": '"'}.get(format_, "")]
        )
    assert all(rule.title in render_rules(RULES, "text") for rule in RULES), "no title is cut"
    assert len({line.count(" | ") for line in render_rules(RULES, "markdown").splitlines()}) == 1
