"""Why a rule asks, as reports say it: in a sentence or two, in words, and not twice."""

from __future__ import annotations

import pytest
from reports_sample import sample_report

from checker.reports import render
from checker.reports.reasons import LONGEST, reason_of
from checker.reports.telling import why
from checker.reports.words import quoted
from checker.rules import RULES
from checker.rules.pages import page_of
from checker.types import Authority, Outcome, Rule

PAGE = """Undue reliance

What it looks for
    The words.

Why
    Practice. It supports the argument that reliance was
    unreasonable (Asher v. Baxter). "More" may follow.

How to fix
    Add them.
"""


def outcome(severity: str, source: str) -> Outcome:
    found = next(o for r in sample_report().releases for o in r.outcomes if o.is_finding and o.severity == severity)
    authority = Authority(tier=found.authority.tier, source=source)
    return Outcome(
        rule="r", title="T", authority=authority, status="missing", severity=found.severity, message="T: not found"
    )


def test_the_reason_is_the_page_s_own_without_the_tier() -> None:
    said = 'It supports the argument that reliance was unreasonable (Asher v. Baxter). "More" may follow.'
    assert reason_of(PAGE) == said
    assert reason_of("Title\n\nWhat it looks for\n    Words.") == ""


def test_it_ends_with_a_sentence_and_is_short() -> None:
    long = PAGE.replace("More", "word " * 60)
    assert reason_of(long) == "It supports the argument that reliance was unreasonable (Asher v. Baxter)."


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_has_one(rule: Rule) -> None:
    said = reason_of(page_of(rule))
    assert said and said.endswith((".", '."')) and not said.startswith(("Practice.", "Hygiene."))
    assert len(said) <= 1.5 * LONGEST


def test_errors_and_warnings_say_it_and_a_note_says_what_it_rests_on() -> None:
    reasons = {"r": "Courts ask for it."}
    for severity in ("error", "warning"):
        told = outcome(severity, "Rule 425")
        assert why(told, reasons) == f"Courts ask for it. ({told.authority.tier}, Rule 425)"
        assert why(told, {}) == f"{told.authority.tier}, Rule 425"
    note = outcome("note", "Rule 425")
    assert why(note, reasons) == f"{note.authority.tier}, Rule 425"


def test_a_source_that_the_reason_names_is_not_named_again() -> None:
    told = outcome("error", "15 U.S.C. 78u-5(d), 77z-2(d)")
    reasons = {"r": "15 U.S.C. 78u-5(d) and 77z-2(d) impose no duty."}
    assert why(told, reasons) == f"{reasons['r']} ({told.authority.tier})"
    half = outcome("error", "incorporated cautions; compare 15 U.S.C. 78u-5(d)")
    assert why(half, reasons) == f"{reasons['r']} ({half.authority.tier}, incorporated cautions)"


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_reports_for_a_person_say_it(name: str) -> None:
    from dataclasses import replace

    report = sample_report()
    first = next(o for r in report.releases for o in r.outcomes if o.is_finding and o.severity == "error")
    page = "T\n\nWhy\n    Hygiene. Readers ask.\n"
    rules = tuple(replace(r, page=page) if r.id == first.rule else r for r in report.rules)
    assert "Readers ask." in render(name, replace(report, rules=rules))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('"We expect growth.', "“We expect growth.”"),
        ('Our goal is growth."', "“Our goal is growth.”"),
        ('"forward-looking"', "“forward-looking”"),
        ('words such as "expects"', '“words such as "expects"”'),
        ('"expects," "plans"', '“"expects," "plans"”'),
        ('"', '“"”'),
        ("", "“”"),
    ],
)
def test_no_mark_of_quotation_stands_beside_ours_without_a_partner(words: str, shown: str) -> None:
    assert quoted(words) == shown
