"""A sentence as the classifiers see it: lower-case words, numbers evened out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d[\d.,]*|[%$§]")


def words_of(folded: str) -> list[str]:
    """Words, percent and dollar signs; a year is `0000`, any other number `0`."""
    return [_even(word) if word[0].isdigit() else word for word in _WORD.findall(folded)]


def pairs_of(words: Sequence[str]) -> list[str]:
    """Neighbouring words, joined by a space."""
    return list(map(" ".join, itertools.pairwise(words)))


def _even(number: str) -> str:
    return "0000" if len(number) == 4 and number[:2] in ("19", "20") and number.isdigit() else "0"
