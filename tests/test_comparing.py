"""Two readings against each other: what stayed, what was reworded, what came and what went."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.comparing import compare, compare_passages, redline
from checker.text.release import build_release
from checker.types import Change, Legend, Metadata, Reading, Release, Statement

SENTENCES = (
    "This release contains forward-looking statements.",
    "Results could differ materially because of weather, strikes and the price of steel.",
    "We undertake no obligation to update them.",
)


def release(text: str, name: str = "a.txt") -> Release:
    return build_release(text, source=name, metadata=Metadata(format="txt", encoding="utf-8", sha256=name))


def reading(legend: str, body: str = "", topics: tuple[str, ...] = (), name: str = "a.txt") -> Reading:
    """A reading whose legend follows its body; the body is one statement."""
    text = f"{body}\n\n{legend}".strip()
    r = release(text, name)
    at = text.rindex(legend)
    inside = tuple(s for s in r.sentences if s.start >= at)
    span = Legend(
        start=at,
        end=len(text),
        text=text[at:],
        form="block",
        jurisdiction="us",
        confidence=1.0,
        sentences=inside,
    )
    said = (Statement(start=0, end=len(body), text=body, confidence=1.0, topics=topics),) if body else ()
    return Reading(release=r, legends=(span,), statements=said)


def kinds(changes: tuple[Change, ...]) -> list[str]:
    return [change.kind for change in changes]


def test_the_same_legend_is_unchanged() -> None:
    assert kinds(compare(reading(" ".join(SENTENCES)), reading(" ".join(SENTENCES))).legends) == ["unchanged"] * 3


def test_wrapping_case_and_typography_are_no_change() -> None:
    plain = "Forward-looking statements: the company's plans may fail. Results may differ."
    other = "FORWARD‑LOOKING STATEMENTS: the\ncompany’s plans\nmay fail.  Results  may differ."
    assert set(kinds(compare(reading(plain), reading(other)).legends)) == {"unchanged"}


def test_a_changed_factor_is_a_reworded_sentence_with_its_redline() -> None:
    later = " ".join(SENTENCES).replace("strikes", "tariffs")
    changes = compare(reading(" ".join(SENTENCES)), reading(later)).legends
    assert kinds(changes) == ["unchanged", "reworded", "unchanged"]
    assert ("dropped", "strikes") in changes[1].pieces
    assert ("added", "tariffs") in changes[1].pieces


def test_a_year_is_a_change() -> None:
    old, new = (reading(f"See our annual report for the year ended December 31, {y}.") for y in (2025, 2026))
    assert kinds(compare(old, new).legends) == ["reworded"]


def test_sentences_come_and_go() -> None:
    old = reading(" ".join(SENTENCES[:2]))
    new = reading(f"{SENTENCES[0]} Readers should not rely on them unduly.")
    changes = compare(old, new).legends
    assert sorted(kinds(changes)) == ["added", "dropped", "unchanged"]
    assert next(c for c in changes if c.kind == "dropped").before is not None
    assert next(c for c in changes if c.kind == "added").after is not None


def test_topics_that_the_earlier_release_did_not_speak_of_are_new() -> None:
    old = reading(SENTENCES[0], "We expect sales to grow.", ("guidance",))
    new = reading(SENTENCES[0], "We expect the merger to close in May.", ("guidance", "closing"))
    assert compare(old, new).new_topics == ("closing",)


def test_what_the_earlier_release_spoke_of_is_its_text_without_the_legend() -> None:
    prior = reading("Results may differ because of a merger.", "We expect sales of $40 million.")
    told = compare(prior, reading("Results may differ because of a merger.", "The merger should close.")).prior_body
    assert told.strip() == "we expect sales of $40 million."


def test_similarity_is_the_share_of_words_in_common() -> None:
    old, new = reading("One two three four."), reading("One two three five.")
    assert compare(old, old).similarity == 1.0
    assert compare(old, new).similarity == 0.75
    assert compare(old, Reading(release=release("Nothing."))).similarity == 0.0


def test_it_names_the_earlier_release_by_its_digest() -> None:
    comparison = compare(reading(SENTENCES[0], name="q1.txt"), reading(SENTENCES[0]))
    assert (comparison.prior, comparison.prior_sha256) == ("q1.txt", "q1.txt")


WORDS = st.lists(
    st.sampled_from(["red", "blue", "may", "will", "not", "grow", "fall", "sales", "steel"]), min_size=1, max_size=9
)
TEXTS = st.lists(WORDS.map(lambda words: " ".join(words).capitalize() + "."), max_size=7)


@given(WORDS, WORDS)
def test_a_redline_holds_both_texts_in_full(before: list[str], after: list[str]) -> None:
    pieces = redline(" ".join(before), " ".join(after))
    assert " ".join(text for kind, text in pieces if kind != "added").split() == before
    assert " ".join(text for kind, text in pieces if kind != "dropped").split() == after


@given(TEXTS, TEXTS)
def test_every_passage_is_told_once_and_the_later_ones_in_order(before: list[str], after: list[str]) -> None:
    old, new = release("\n\n".join(before)), release("\n\n".join(after))
    changes = list(compare_passages(old, old.sentences, new, new.sentences))
    assert [c.after for c in changes if c.after] == list(new.sentences)
    assert sorted((c.before.start, c.before.end) for c in changes if c.before) == [
        (s.start, s.end) for s in old.sentences
    ]
