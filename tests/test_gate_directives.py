"""Inline suppressions: what is a directive, what is malformed, what is unused, and that none slows the gate."""

from __future__ import annotations

import time

import pytest
from gate_sample import KNOWN, TEXT, outcome, release
from hypothesis import given
from hypothesis import strategies as st

from checker.gate.apply import apply_gate
from checker.gate.directives import parse_directives
from checker.gate.nouns import Gate, InlineMode
from checker.types import Outcome

GOOD = "<!-- safeharbor: ignore[undue-reliance] counsel prefers it so -->"


def gated(text: str, *outcomes: Outcome, inline: InlineMode = "on") -> dict[str, Outcome]:
    judged = apply_gate(release(text), outcomes, Gate(inline=inline), known=KNOWN)
    assert len({o.rule for o in judged}) == len(judged)
    return {o.rule: o for o in judged}


class TestForm:
    def test_a_directive_names_rules_and_a_reason(self) -> None:
        text = f"{TEXT}<!-- safeharbor: ignore[ undue-reliance, as-of-date ]  agreed\n with counsel -->\n"
        (found,) = parse_directives(text, KNOWN)
        assert (found.rules, found.reason, found.problem) == (
            ("undue-reliance", "as-of-date"), "agreed with counsel", "",
        )  # fmt: skip

    def test_offsets_are_those_of_the_comment(self) -> None:
        (found,) = parse_directives(f"{TEXT}{GOOD} and more", KNOWN)
        assert (found.start, found.end, found.text) == (len(TEXT), len(TEXT) + len(GOOD), GOOD)

    @pytest.mark.parametrize(
        ("directive", "problem"),
        [
            ("<!-- safeharbor: ignore[undue-reliance] -->", "no reason"),
            ("<!-- safeharbor: ignore[undue-reliance] … -->", "no reason"),
            ("<!-- safeharbor: ignore[undue-reliense] by counsel -->", 'did you mean "undue-reliance"?'),
            ("<!-- safeharbor: ignore[undue-reliance, zzz] by counsel -->", 'unknown rule "zzz"'),
            ("<!-- safeharbor: ignore[] by counsel -->", "names no rule"),
            ("<!-- safeharbor: ignore[undue-reliance by counsel -->", "bracket is not closed"),
            ("<!-- safeharbor: ignore undue-reliance by counsel -->", "not of the form"),
            ("<!-- safeharbor ignore[undue-reliance] by counsel -->", "not of the form"),
            ("<!-- SafeHarbor: disable[undue-reliance] by counsel -->", "not of the form"),
            ("<!-- safeharbor: ignore[undue-reliance] by counsel", "not closed"),
            ("<!-- safeharbor: ignore[undue-reliance] by <!-- counsel -->", "not closed"),
            (f"<!-- safeharbor: ignore[undue-reliance] {'by ' * 1000} -->", "not closed"),
            ("<!-- safeharbor: ignore[suppression] hush -->", 'unknown rule "suppression"'),
        ],
    )
    def test_a_malformed_directive_suppresses_nothing_and_is_a_finding(self, directive: str, problem: str) -> None:
        got = gated(f"{TEXT}{directive}\n", outcome("undue-reliance"))
        assert got["undue-reliance"] == outcome("undue-reliance")
        told = got["suppression"]
        assert (told.status, told.severity, told.authority.tier) == ("defect", "warning", "hygiene")
        assert problem in told.message
        assert told.evidence[0].text == directive[: len(told.evidence[0].text)]

    @pytest.mark.parametrize(
        "text",
        ["", TEXT, "<!-- Safe harbor: see below -->", "<!-- safeharbor -->", "<!-- begin safeharbor: x -->",
         "safeharbor: ignore[undue-reliance] no comment", "<!-- safeharbor-legend -->"],
    )  # fmt: skip
    def test_other_comments_are_none_of_our_business(self, text: str) -> None:
        assert parse_directives(text, KNOWN) == ()

    def test_an_open_directive_does_not_swallow_the_next(self) -> None:
        found = parse_directives(f"<!-- safeharbor: ignore[as-of-date] open\n{GOOD}", KNOWN)
        assert [bool(d.problem) for d in found] == [True, False]


class TestEffect:
    def test_a_finding_with_a_directive_is_waived_with_its_reason(self) -> None:
        got = gated(TEXT + GOOD, outcome("undue-reliance", "weak"), outcome("as-of-date"))
        waived = got["undue-reliance"]
        assert (waived.status, waived.is_finding, waived.severity) == ("waived", False, "error")
        assert waived.waiver is not None
        assert (waived.waiver.kind, waived.waiver.reason, waived.waiver.status) == (
            "inline", "counsel prefers it so", "weak",
        )  # fmt: skip
        assert got["as-of-date"].is_finding
        assert "suppression" not in got

    def test_a_directive_is_unused_when_its_rule_found_nothing_to_report(self) -> None:
        got = gated(TEXT + GOOD, outcome("undue-reliance", "met"))
        assert got["undue-reliance"].status == "met"
        assert got["suppression"].message == "unused: undue-reliance has no finding here"
        assert [e.text for e in got["suppression"].evidence] == [GOOD]

    def test_half_a_directive_may_be_unused(self) -> None:
        both = "<!-- safeharbor: ignore[undue-reliance, as-of-date] by counsel -->"
        got = gated(TEXT + both, outcome("undue-reliance"), outcome("as-of-date", "met"))
        assert got["undue-reliance"].status == "waived"
        assert "as-of-date has no finding" in got["suppression"].message

    def test_a_directive_for_a_rule_that_was_not_judged_is_not_called_unused(self) -> None:
        assert gated(TEXT + GOOD, outcome("as-of-date", "met")).keys() == {"as-of-date"}

    def test_a_review_is_no_finding_and_stays(self) -> None:
        got = gated(TEXT + GOOD, outcome("undue-reliance", "review"))
        assert got["undue-reliance"].status == "review"

    def test_one_outcome_speaks_of_all_directives(self) -> None:
        bad = "<!-- safeharbor: ignore[as-of-date] -->"
        got = gated(f"{TEXT}{bad}\n{GOOD}\n{bad}", outcome("undue-reliance", "met"))
        assert [e.text for e in got["suppression"].evidence] == [bad, GOOD, bad]

    def test_switched_off_directives_suppress_nothing_and_that_is_said(self) -> None:
        got = gated(TEXT + GOOD, outcome("undue-reliance"), inline="off")
        assert got["undue-reliance"].is_finding
        assert "Inline suppressions are off" in got["suppression"].message
        assert [e.text for e in got["suppression"].evidence] == [GOOD]

    def test_switched_off_and_absent_is_no_finding(self) -> None:
        assert gated(TEXT, outcome("undue-reliance"), inline="off").keys() == {"undue-reliance"}


@given(st.text(alphabet="<!->safehrbo: ignore[]undue-reliance,\n") | st.text())
def test_any_text_parses_into_passages_of_itself(text: str) -> None:
    for found in parse_directives(text + GOOD + text, KNOWN):
        assert found.text == (text + GOOD + text)[found.start : found.end]
        assert bool(found.rules) != bool(found.problem)


@pytest.mark.parametrize("part", ["<!-- safeharbor:", "<!-- safeharbor: ignore[", "<!--", "<!-- safeharbor: ignore[a,"])
def test_hostile_text_takes_linear_time(part: str) -> None:
    started = time.process_time()
    parse_directives(part * 40_000, KNOWN)
    assert time.process_time() - started < 5
