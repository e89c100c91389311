"""Which of many passages share characters with another, found by halving: a text may hold thousands of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from checker.types import Passage

P = TypeVar("P", bound=Passage)


class Overlaps(Generic[P]):
    """Passages to be asked again and again, in any order and overlapping each other or not."""

    def __init__(self, passages: Iterable[P]) -> None:
        self._passages = sorted(passages, key=_start)
        self._starts = [p.start for p in self._passages]
        self._reach = list(accumulate((p.end for p in self._passages), max))

    def with_any(self, passage: Passage) -> bool:
        """Whether one of them shares a character with `passage`."""
        last = bisect_left(self._starts, passage.end)
        return last > 0 and self._reach[last - 1] > passage.start

    def having(self, passage: Passage) -> list[P]:
        """Those that share a character with `passage`, in the order of the text."""
        last = bisect_left(self._starts, passage.end)
        first = bisect_right(self._reach, passage.start, 0, last)
        return [p for p in self._passages[first:last] if p.end > passage.start]


def touching(passage: Passage, ordered: Sequence[P]) -> Sequence[P]:
    """Those of `ordered` that share a character with `passage`, where each begins and ends no sooner than the one
    before it, as legends, sentences and blocks do.
    """
    last = bisect_left(ordered, passage.end, key=_start)
    return ordered[bisect_right(ordered, passage.start, 0, last, key=_end) : last]


def _start(passage: Passage) -> int:
    return passage.start


def _end(passage: Passage) -> int:
    return passage.end
