"""Folding keeps offsets: one character in, one character out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.text.fold import fold


@given(st.text(st.characters(), max_size=200))
def test_length_is_kept_for_any_string(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_letter_that_grows_in_lower_case_keeps_its_place() -> None:
    text = "İSTANBUL Forward-Looking"
    assert fold(text).index("forward-looking") == text.index("Forward")


def test_typography_is_evened_out() -> None:
    assert fold("“Forward‑Looking”\u00a0— it’s\nso") == '"forward-looking" - it\'s so'
