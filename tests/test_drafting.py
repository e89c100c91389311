"""Drafts name what this release says and cites, and invent nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.batch import check_bytes
from checker.rules import RULES
from checker.rules.drafting import clearest, document, subjects
from checker.text.release import build_release
from checker.types import CoverageRow, Dated, Filing, Metadata, Outcome, Reading, Settings, Statement

TEXT = "We expect sales of $40 million in 2027. The merger should close in May."
RELEASE = build_release(TEXT, source="a.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))


def statement(words: str, *topics: str, confidence: float = 0.9) -> Statement:
    at = TEXT.index(words)
    return Statement(start=at, end=at + len(words), text=words, confidence=confidence, topics=topics)


SALES, MERGER = statement("We expect sales of $40 million in 2027."), statement("The merger should close in May.")


def outcome(text: str, rule: str, profile: str = "full") -> Outcome:
    report = check_bytes(text.encode(), RULES, Settings(profile=profile), source="a.txt")
    return next(o for o in report.outcomes if o.rule == rule)


def test_subjects_are_topics_where_they_are_known() -> None:
    said = (statement("We expect", "guidance"), statement("The merger", "closing", "guidance"))
    rows = (CoverageRow(topic="closing", title="closing of a transaction", statements=said),)
    assert subjects(Reading(release=RELEASE, coverage=rows), said) == "guidance and closing of a transaction"


def test_one_statement_of_an_unknown_topic_does_not_hide_the_topics_of_the_others() -> None:
    said = (SALES, statement("The merger", "closing"))
    assert subjects(Reading(release=RELEASE), said) == "closing; “We expect sales of $40 million in 2027”"


def test_and_else_how_the_statements_begin() -> None:
    assert (
        subjects(Reading(release=RELEASE), [SALES, MERGER])
        == "“We expect sales of $40 million in 2027”; “The merger should close in May”"
    )


def test_of_a_first_sentence_the_words_after_its_dateline_are_quoted() -> None:
    dated = Dated(start=10, end=15, text="sales", value=date(2027, 5, 1), role="release")
    assert subjects(Reading(release=RELEASE, dates=(dated,)), [SALES]) == "“of $40 million in 2027”"
    other = replace(dated, role="as-of")
    assert subjects(Reading(release=RELEASE, dates=(other,)), [SALES]).startswith("“We expect")


def test_the_surest_statements_are_named_in_the_order_of_the_text() -> None:
    reading = Reading(release=RELEASE, statements=(MERGER, SALES))
    assert clearest(reading) == [SALES, MERGER]


def test_what_is_likelier_no_statement_is_drafted_only_where_nothing_surer_is_found() -> None:
    unsure = statement("The merger should close in May.", confidence=0.45)
    assert clearest(Reading(release=RELEASE, statements=(SALES, unsure))) == [SALES]
    assert clearest(Reading(release=RELEASE, statements=(unsure,))) == [unsure]


def test_a_document_is_named_as_the_release_names_it() -> None:
    filings = (Filing(start=0, end=1, text="W"), Filing(start=0, end=1, text="W", form="10-K"))
    assert document(Reading(release=RELEASE, filings=filings)) == "our Annual Report on Form 10-K"
    assert document(Reading(release=RELEASE, filings=filings[:1])) == ""
    pending = (Filing(start=0, end=1, text="W", form="10-Q", pending=True),)
    assert document(Reading(release=RELEASE, filings=pending)) == ""


def test_a_missing_legend_is_drafted_for_this_release() -> None:
    advice = outcome("We expect sales of $40 million in 2027.\n", "legend-present").advice
    assert "including statements regarding “We expect sales of $40 million in 2027”" in advice
    assert "[the important factors for these statements]" in advice


def test_missing_factors_are_asked_for_what_the_release_says() -> None:
    text = (
        "We expect sales of $40 million in 2027.\n\nThis release contains forward-looking statements. Actual results "
        "could differ materially. Please see our Annual Report on Form 10-K for the risk factors.\n"
    )
    advice = outcome(text, "risk-factors").advice
    assert "could upset “We expect sales of $40 million in 2027”" in advice
    assert "beside the pointer to our Annual Report on Form 10-K" in advice
