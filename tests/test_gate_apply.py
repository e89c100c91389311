"""The gate as a whole: it accepts findings, and changes nothing that was found."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from gate_sample import KNOWN, TEXT, checked, outcome, release, run
from hypothesis import given
from hypothesis import strategies as st

from checker.batch import check_bytes, check_file, check_files
from checker.engine import verdict
from checker.gate.apply import apply_gate
from checker.gate.baseline import write_baseline
from checker.gate.nouns import GATE_RULES, Baseline, Gate, Waiver, Waivers
from checker.reports.json_v1 import render
from checker.rules import RULES
from checker.types import FINDINGS, Outcome, Place, Reading, RuleInfo, Settings, Statement

TODAY = date(2026, 6, 1)
STATUSES = ["met", "weak", "missing", "defect", "review", "not-applicable", "not-evaluated"]

_rules = st.sampled_from(KNOWN)
_outcomes = st.lists(
    st.builds(outcome, _rules, st.sampled_from(STATUSES), message=st.text(), fingerprint=st.sampled_from("abc")),
    max_size=6,
)
_waivers = st.lists(
    st.builds(
        Waiver,
        number=st.just(1),
        rule=_rules,
        reason=st.text(),
        approver=st.text(),
        path=st.sampled_from(["*", "other.txt"]),
        fingerprint=st.sampled_from(["", "a"]),
        expires=st.none() | st.dates(date(2026, 5, 1), date(2026, 7, 1)),
    ),
    max_size=3,
)
_directives = st.lists(
    st.builds("<!-- safeharbor: ignore[{}] {} -->".format, _rules | st.just("unknown"), st.sampled_from(["", "why"])),
    max_size=3,
)
_place = Place(folder="/repo", here="/repo")


@st.composite
def _gates(draw: st.DrawFn) -> Gate:
    old = run(checked(release(), *draw(_outcomes)))
    return Gate(
        inline=draw(st.sampled_from(["on", "off"])),
        waivers=Waivers(entries=tuple(draw(_waivers)), place=_place),
        baseline=write_baseline(old, file="b.json", place=_place),
        today=TODAY,
    )


@given(_outcomes, _gates(), _directives)
def test_a_gate_changes_nothing_that_was_found_and_drops_nothing(
    found: list[Outcome], gate: Gate, directives: list[str]
) -> None:
    gated = apply_gate(release(TEXT + "\n".join(directives)), found, gate, known=KNOWN)
    judged, own = gated[: len(found)], gated[len(found) :]
    for before, after in zip(found, judged, strict=True):
        original = after.waiver.status if after.waiver else after.status
        assert replace(after, status=original, waiver=None) == before
        assert (after.status == "waived") == (after.waiver is not None)
        assert after.waiver is None or before.status in FINDINGS
    assert len({o.rule for o in own}) == len(own)
    assert {o.rule for o in own} <= {rule.id for rule in GATE_RULES}


@given(_outcomes, _gates(), _directives)
def test_twice_through_the_gate_is_once(found: list[Outcome], gate: Gate, directives: list[str]) -> None:
    here = release(TEXT + "\n".join(directives))
    once = apply_gate(here, found, gate, known=KNOWN)
    assert apply_gate(here, once[: len(found)], gate, known=KNOWN)[: len(found)] == once[: len(found)]


def test_without_a_gate_nothing_is_accepted() -> None:
    found = (outcome("undue-reliance"), outcome("as-of-date", "met"))
    assert apply_gate(release(), found, Gate(), known=KNOWN) == found


class TestWhoIsShown:
    WAIVER = Waiver(number=1, rule="undue-reliance", reason="w", approver="I. Orme", path="*", expires=TODAY)
    INLINE = TEXT + "<!-- safeharbor: ignore[undue-reliance] by counsel -->"

    def kind(self, text: str, *waivers: Waiver) -> str | None:
        old = run(checked(release(), outcome("undue-reliance")))
        baseline = write_baseline(old, file="b.json", place=_place)
        gate = Gate(waivers=Waivers(entries=waivers, place=_place), baseline=baseline, today=TODAY)
        shown = apply_gate(release(text), [outcome("undue-reliance")], gate, known=KNOWN)[0].waiver
        return shown.kind if shown else None

    def test_a_waiver_before_a_directive_before_the_baseline(self) -> None:
        assert self.kind(self.INLINE, self.WAIVER) == "waiver"
        assert self.kind(self.INLINE) == "inline"
        assert self.kind(TEXT) == "baseline"

    def test_an_expired_waiver_gives_way(self) -> None:
        assert self.kind(self.INLINE, replace(self.WAIVER, expires=date(2026, 5, 31))) == "inline"


class TestVerdict:
    def test_a_waived_error_does_not_make_a_release_incomplete(self) -> None:
        here = release(TEXT + "<!-- safeharbor: ignore[undue-reliance] by counsel -->")
        found = [outcome("undue-reliance")]
        gated = apply_gate(here, found, Gate(), known=KNOWN)
        reading = Reading(release=here, statements=(Statement(start=0, end=41, text=TEXT[:41], confidence=0.9),))
        assert verdict(reading, found) == "incomplete"
        assert verdict(reading, gated) == "complete"


DRAFT = b"""Brackwater Pumps Reports Third Quarter Results

Brackwater Pumps expects revenue of $410 million to $420 million in 2027.

Forward-Looking Statements

This release contains forward-looking statements about expected revenue, which involve risks and uncertainties.
Actual results may differ materially because of steel prices, supply of castings and demand from utilities.
"""
DIRECTIVE = (
    b"\n<!-- safeharbor: ignore[pslra-citation] the Private Securities Litigation Reform Act is cited elsewhere -->\n"
)


class TestInARun:
    def by_rule(self, data: bytes, gate: Gate | None = None) -> dict[str, Outcome]:
        report = check_bytes(data, RULES, Settings(), source="q3.txt", gate=gate)
        return {o.rule: o for o in report.outcomes}

    def test_the_words_of_a_directive_do_not_pass_for_the_element(self) -> None:
        """A directive names the very thing that is absent."""
        assert self.by_rule(DRAFT)["pslra-citation"].status == "missing"
        assert self.by_rule(DRAFT + DIRECTIVE)["pslra-citation"].status == "waived"

    def test_nor_does_any_comment(self) -> None:
        hidden = DRAFT + b"\n<!-- Private Securities Litigation Reform Act of 1995 -->\n"
        assert self.by_rule(hidden)["pslra-citation"].status == "missing"

    def test_the_gate_reaches_files_however_they_are_checked(self, tmp_path: Path) -> None:
        path = tmp_path / "q3.txt"
        path.write_bytes(DRAFT)
        first = run(check_file(path, RULES, Settings()))
        place = Place(folder=tmp_path.as_posix(), here=tmp_path.as_posix())
        gate = Gate(baseline=write_baseline(first, file="b.json", place=place))
        one = check_file(path, RULES, Settings(), gate=gate)
        assert one.verdict in ("complete", "review")
        assert not [o for o in one.outcomes if o.is_finding]
        assert list(check_files([path], RULES, Settings(), gate=gate)) == [one]

    def test_json_says_who_accepts_a_finding(self) -> None:
        text = render(run(check_bytes(DRAFT + DIRECTIVE, RULES, Settings(), source="q3.txt")))
        assert '"kind": "inline"' in text

    def test_a_gate_can_be_sent_to_another_process(self) -> None:
        gate = Gate(baseline=Baseline(entries=(), place=_place), today=TODAY)
        assert pickle.loads(pickle.dumps(gate)) == gate


@pytest.mark.parametrize("rule", GATE_RULES, ids=lambda rule: rule.id)
def test_the_gates_own_rules_have_names_of_their_own_and_a_page(rule: RuleInfo) -> None:
    assert rule.id not in {r.id for r in RULES}
    assert all(part in rule.page for part in ("What it looks for:", "Why:", "How to fix:"))
