"""Which passages share characters with another: the same answers as asking each in turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.overlaps import Overlaps, touching
from checker.types import Passage

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda s: Passage(start=s[0], end=s[0] + s[1], text=""))


@given(st.lists(SPANS), SPANS)
def test_the_answers_are_those_of_asking_each_in_turn(passages: list[Passage], asked: Passage) -> None:
    overlaps = Overlaps(passages)
    sharing = sorted((p for p in passages if asked.overlaps(p)), key=lambda p: p.start)
    assert overlaps.having(asked) == sharing
    assert overlaps.with_any(asked) == bool(sharing)


@given(st.lists(SPANS), SPANS)
def test_those_that_begin_and_end_in_order_need_no_index(passages: list[Passage], asked: Passage) -> None:
    ordered = sorted(passages, key=lambda p: p.start)
    for before, after in zip(ordered, list(ordered)[1:], strict=False):
        if after.end < before.end:
            return
    if asked.start < asked.end:
        assert list(touching(asked, ordered)) == [p for p in ordered if asked.overlaps(p)]


def test_a_passage_that_only_meets_another_shares_nothing() -> None:
    assert not Overlaps([Passage(start=0, end=5, text="")]).with_any(Passage(start=5, end=9, text=""))
    assert not touching(Passage(start=5, end=9, text=""), [Passage(start=0, end=5, text="")])
