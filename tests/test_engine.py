"""How findings become outcomes, and outcomes a verdict. The rules here are invented; the real ones have cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.engine import arrange, judge, reaches, verdict
from checker.errors import RuleSetError
from checker.text.release import build_release
from checker.types import (
    Authority,
    Context,
    Expectation,
    Finding,
    Found,
    Legend,
    Metadata,
    NotApplicable,
    NotEvaluated,
    Outcome,
    Reading,
    Rule,
    Settings,
    Statement,
)

TEXT = "We expect growth.\n\nThis release contains forward-looking statements.\n"
RELEASE = build_release(TEXT, source="a.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
STATEMENT = Statement(start=0, end=17, text=TEXT[:17], confidence=0.9)
LEGEND = Legend(start=19, end=68, text=TEXT[19:68], form="sentence", jurisdiction="us", confidence=0.9)
READING = Reading(release=RELEASE, statements=(STATEMENT,), legends=(LEGEND,))
WORDS = Finding(passages=(RELEASE.passage(19, 31),))

Finder = Callable[[Reading], Found | NotEvaluated | NotApplicable]


def rule(
    found: Found | NotEvaluated | NotApplicable,
    *,
    name: str = "a-rule",
    expect: Expectation = "present",
    requires: tuple[str, ...] = (),
    not_expected_in: frozenset[str] = frozenset(),
) -> Rule:
    return Rule(
        id=name,
        title="Element",
        authority=Authority(tier="practice", source="custom"),
        expect=expect,
        severity={"full": "error", "practice": "warning", "statute": None},
        grades={
            "pale": {"full": "note", "practice": "note", "statute": None},
            "bad": {"full": "warning", "practice": "warning", "statute": "warning"},
        },
        requires=requires,
        not_expected_in=not_expected_in,
        advice="Write it.",
        find=lambda _: found,
    )


def outcome(a_rule: Rule, reading: Reading = READING, settings: Settings | None = None) -> Outcome:
    return judge(reading, [a_rule], settings or Settings())[0]


class TestARuleThatExpectsPresence:
    def test_is_met_by_a_finding_and_quotes_it(self) -> None:
        got = outcome(rule(Found(findings=(WORDS,))))
        assert (got.status, got.severity) == ("met", None)
        assert [e.text for e in got.evidence] == ["This release"]
        assert got.evidence[0].where == "legend"
        assert got.advice == ""

    def test_is_weak_when_every_finding_has_a_grade(self) -> None:
        got = outcome(rule(Found(findings=(replace(WORDS, grade="pale", note="only just"),))))
        assert (got.status, got.severity) == ("weak", "note")
        assert "only just" in got.message and got.advice == "Write it."

    def test_judges_several_legends_together_by_the_best(self) -> None:
        got = outcome(rule(Found(findings=(replace(WORDS, grade="bad"), WORDS))))
        assert (got.status, len(got.evidence)) == ("met", 1)

    def test_takes_the_mildest_of_several_weak_ones(self) -> None:
        got = outcome(rule(Found(findings=(replace(WORDS, grade="bad"), replace(WORDS, grade="pale")))))
        assert got.severity == "note"

    def test_is_missing_without_a_finding_and_says_where_it_would_stand(self) -> None:
        got = outcome(rule(Found()))
        assert (got.status, got.severity) == ("missing", "error")
        assert [(e.role, e.start, e.end) for e in got.evidence] == [("place", LEGEND.end, LEGEND.end)]

    def test_stands_at_the_first_statement_when_there_is_no_legend(self) -> None:
        got = outcome(rule(Found()), replace(READING, legends=()))
        assert got.evidence[0].start == STATEMENT.start

    def test_may_be_missing_at_a_lesser_grade(self) -> None:
        assert outcome(rule(Found(grade="bad"))).severity == "warning"

    def test_is_set_aside_in_a_context_that_does_not_expect_it(self) -> None:
        reading = replace(READING, contexts=(Context(kind="ipo", declared=False),))
        a_rule = rule(Found(), not_expected_in=frozenset({"ipo"}))
        assert outcome(a_rule, reading).status == "not-applicable"
        assert outcome(replace(a_rule, find=lambda _: Found(findings=(WORDS,))), reading).status == "met"


class TestARuleThatExpectsAbsence:
    def test_is_met_by_nothing(self) -> None:
        assert outcome(rule(Found(), expect="absent")).status == "met"

    def test_is_a_defect_at_the_gravest_grade_found(self) -> None:
        got = outcome(rule(Found(findings=(replace(WORDS, grade="pale"), WORDS)), expect="absent"))
        assert (got.status, got.severity, len(got.evidence)) == ("defect", "error", 2)


class TestARuleThatAsksAPerson:
    def test_reviews_and_carries_no_severity(self) -> None:
        got = outcome(rule(Found(findings=(WORDS,)), expect="judged"))
        assert (got.status, got.severity) == ("review", None)
        assert verdict(READING, [got]) == "review"


class TestPrerequisites:
    def test_one_missing_legend_is_one_finding(self) -> None:
        first, second = rule(Found(), name="first"), rule(Found(), name="second", requires=("first",))
        got = judge(READING, [second, first], Settings())
        assert [(o.rule, o.status) for o in got] == [("second", "not-applicable"), ("first", "missing")]
        assert "first" in got[0].reason

    def test_what_is_found_counts_all_the_same(self) -> None:
        first = rule(Found(), name="first")
        second = rule(Found(findings=(WORDS,)), name="second", requires=("first",))
        assert [o.status for o in judge(READING, [first, second], Settings())] == ["missing", "met"]

    def test_hold_even_when_the_prerequisite_is_not_selected(self) -> None:
        rules = [rule(Found(), name="first"), rule(Found(), name="second", requires=("first",))]
        got = judge(READING, rules, Settings(rules=frozenset({"second"})))
        assert [(o.rule, o.status) for o in got] == [("second", "not-applicable")]

    @pytest.mark.parametrize(
        "rules",
        [
            [rule(Found(), name="a", requires=("nowhere",))],
            [rule(Found(), name="a", requires=("b",)), rule(Found(), name="b", requires=("a",))],
            [rule(Found(), name="a"), rule(Found(), name="a")],
        ],
        ids=["unknown", "cycle", "duplicate"],
    )
    def test_are_checked_before_anything_runs(self, rules: list[Rule]) -> None:
        with pytest.raises(RuleSetError):
            arrange(rules)


class TestSettings:
    def test_profile_chooses_the_severity_and_may_switch_off(self) -> None:
        assert outcome(rule(Found()), settings=Settings(profile="practice")).severity == "warning"
        assert judge(READING, [rule(Found())], Settings(profile="statute")) == ()

    def test_severity_may_be_overridden_or_off(self) -> None:
        assert outcome(rule(Found()), settings=Settings(severity={"a-rule": "note"})).severity == "note"
        assert judge(READING, [rule(Found())], Settings(severity={"a-rule": None})) == ()

    def test_a_severity_never_changes_what_was_found(self) -> None:
        a_rule = rule(Found(findings=(replace(WORDS, grade="bad"),)))
        loud, quiet = (outcome(a_rule, settings=Settings(severity={"a-rule": s})) for s in ("error", "note"))
        assert (loud.status, loud.evidence) == (quiet.status, quiet.evidence)

    def test_rules_are_ignored_by_file(self) -> None:
        settings = Settings(per_file_ignores=(("a.*", frozenset({"a-rule"})),))
        assert judge(READING, [rule(Found())], settings) == ()


class TestVerdict:
    def test_nothing_to_disclaim_says_what_was_scanned(self) -> None:
        reading = Reading(release=RELEASE)
        got = outcome(rule(Found()), reading)
        assert verdict(reading, [got]) == "nothing-to-disclaim"
        assert (got.status, "2 sentences" in got.reason) == ("not-applicable", True)

    def test_is_incomplete_by_an_error_whatever_the_gate(self) -> None:
        assert verdict(READING, [outcome(rule(Found()))]) == "incomplete"

    def test_is_complete_with_warnings(self) -> None:
        assert verdict(READING, [outcome(rule(Found(grade="bad")))]) == "complete"

    def test_not_evaluated_is_not_failed(self) -> None:
        got = outcome(rule(NotEvaluated(reason="no prior release given")))
        assert (got.status, got.severity, got.reason) == ("not-evaluated", None, "no prior release given")


@pytest.mark.parametrize(
    ("severity", "threshold", "fails"),
    [
        ("error", "error", True),
        ("warning", "error", False),
        ("note", "note", True),
        ("error", None, False),
        (None, "note", False),
    ],
)
def test_a_gate_fails_at_its_threshold_and_above(severity: object, threshold: object, fails: bool) -> None:
    assert reaches(severity, threshold) is fails  # type: ignore[arg-type]


def test_a_fingerprint_survives_wrapping_and_moves() -> None:
    moved = build_release(
        "\n\n" + TEXT.replace("This release", "This\nrelease"), source="b/a.txt", metadata=RELEASE.metadata
    )
    at = moved.text.index("This")
    there = Reading(release=moved, legends=(replace(LEGEND, start=at, end=at + 49),))
    one = outcome(rule(Found(findings=(WORDS,))))
    other = outcome(rule(Found(findings=(Finding(passages=(moved.passage(at, at + 12),)),))), there)
    assert one.fingerprint == other.fingerprint
