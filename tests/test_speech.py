"""Spoken legends: found in a call by their own words, and nowhere else."""

from __future__ import annotations

import pytest

from checker.facts.speech import find_spoken, is_call
from checker.reading import read
from checker.text.release import build_release
from checker.types import Metadata, Release, Settings

CAUTION = (
    "Before we begin, I would like to remind you that some of our remarks today are forward-looking. "
    "Results could differ materially. Please see the risk factors in our Form 10-K."
)
CALL = (
    "Good morning, everyone, and welcome to the Acme third-quarter conference call. Joining me on the call today is "
    f"our chief executive.\n\n{CAUTION}\n\nI will now turn the call over to Ann. Thank you. Sales grew in every region."
)
RELEASE = (
    "Acme Corp. will host a conference call today at 10 a.m. to discuss its results. To join, please dial in ten "
    "minutes before. A replay of the call will be available on our website."
)


def release(text: str) -> Release:
    return build_release(text, source="a.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))


def test_a_call_shows_itself_by_several_signs_of_speech() -> None:
    assert is_call(release(CALL))
    assert not is_call(release(RELEASE))


def test_the_caution_is_found_whole_and_nothing_around_it() -> None:
    assert [p.text for p in find_spoken(release(CALL))] == [CAUTION]


@pytest.mark.parametrize(
    "text",
    [
        "We may make forward-looking statements on this call.",
        "Let me read our safe harbor statement.",
        "Please note that actual results may differ from our comments.",
        "I refer you to the cautionary language on slide 2.",
        "Many of our comments today are considered forward-looking.",
    ],
)
def test_each_way_to_say_it_is_found(text: str) -> None:
    assert [p.text for p in find_spoken(release(text))] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "We have 91 days of shipments on a forward-looking basis.",
        "We do not provide forward-looking information on that.",
        "Those are all forward-looking investments that we are making.",
        "A Safe Harbor member may stay in any marina of the network.",
        "The press release holds the forward-looking guidance of our remarks.",
        "We see few risks in that market.",
    ],
)
def test_other_uses_of_the_words_are_left_alone(text: str) -> None:
    assert find_spoken(release(text)) == ()


def test_a_caution_may_hold_one_sentence_about_something_else() -> None:
    text = "Some comments today are forward-looking statements. A replay is online. These statements involve risks."
    assert [p.text for p in find_spoken(release(text))] == [text]


def test_the_legends_of_a_call_are_oral() -> None:
    forms = [legend.form for legend in read(release(CALL), Settings()).legends]
    assert forms == ["oral"]


def test_profile_oral_takes_any_text_for_speech() -> None:
    reading = read(release("First, our safe harbor statement. Results may vary."), Settings(profile="oral"))
    assert [legend.form for legend in reading.legends] == ["oral"]


def test_statements_inside_a_spoken_legend_are_no_statements_of_the_body() -> None:
    reading = read(release(CALL), Settings(profile="oral"))
    assert not any(s.overlaps(x) for s in reading.statements for x in reading.legends)
