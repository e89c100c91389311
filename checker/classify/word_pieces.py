"""Text → the pieces of words that the second reader reads: longest pieces first, from a fixed list.

WordPiece (Wu et al., 2016) in the lower-case form of BERT (Devlin et al., 2019): without accents, every punctuation
mark a word of its own; a piece inside a word begins with "##". A test holds it equal to the tokenizer of
`transformers`, whose import a check cannot afford.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

UNKNOWN, OPENING, STOP, GAP = "[UNK]", "[CLS]", "[SEP]", "…"
"""What stands for a word that no pieces make, for the beginning, after each part, and between two neighbours."""

LONGEST = 100
"""Letters of the longest word that is looked at."""

REMEMBERED = 20_000
"""Words whose pieces are remembered before all are forgotten: a release has some hundreds."""


class _Marks(dict[int, str]):
    """What becomes of a character: punctuation is set apart, accents and controls vanish, the rest stays."""

    def __missing__(self, code: int) -> str:
        mark = chr(code)
        kind = unicodedata.category(mark)
        if mark.isspace():
            self[code] = " "
        elif kind in ("Mn", "Cc", "Cf"):
            self[code] = ""
        elif kind[0] == "P" or mark in "$+<=>^`|~" or 0x4E00 <= code <= 0x9FFF:
            self[code] = f" {mark} "
        else:
            self[code] = mark
        return self[code]


_MARKS = _Marks()


def words_of(text: str) -> list[str]:
    """Words and marks, lower case and without accents."""
    return unicodedata.normalize("NFD", text.lower()).translate(_MARKS).split()


class Pieces:
    """A list of pieces; a piece's number is its place in the list. Remembers the words it has cut."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.numbers: Mapping[str, int] = {piece: i for i, piece in enumerate(pieces)}
        self._cut: dict[str, tuple[int, ...]] = {}

    def cut(self, text: str) -> list[int]:
        """The numbers of a text's pieces."""
        return [number for word in words_of(text) for number in self._of(word)]

    def _of(self, word: str) -> tuple[int, ...]:
        if word not in self._cut:
            if len(self._cut) >= REMEMBERED:
                self._cut.clear()
            self._cut[word] = self._longest_first(word) if len(word) <= LONGEST else (self.numbers[UNKNOWN],)
        return self._cut[word]

    def _longest_first(self, word: str) -> tuple[int, ...]:
        found, start = list[int](), 0
        while start < len(word):
            ends = range(len(word), start, -1)
            number, end = next(
                ((n, e) for e in ends if (n := self.numbers.get("##"[: 2 * bool(start)] + word[start:e])) is not None),
                (None, 0),
            )
            if number is None:
                return (self.numbers[UNKNOWN],)
            found.append(number)
            start = end
        return tuple(found)
