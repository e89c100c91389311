"""The second reader: a small transformer that reads the sentences which the statement finder's weights leave in doubt.

Four layers (Vaswani et al., 2017), taught by a larger one that was taught by people (`statement_teacher`,
`second_reader_training`). It sees what the weights cannot: who does what to what in a sentence. Only matrices are
multiplied here; nothing is loaded unless a sentence is in doubt, for numpy alone adds a third to the start of a check.

    models/second_reader/pieces.txt    the pieces of words, one a line
    models/second_reader/numbers.bin   matrices in whole numbers of one byte, what they are multiplied by, shifts, norms
    models/second_reader/card.json     the arrays of that file in order; data, scores, versions
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import prod
from typing import Any

from checker.classify.artefact import card_of
from checker.classify.word_pieces import GAP, OPENING, STOP, Pieces
from checker.errors import ModelError
from checker.model_files import verified
from checker.records import dataclass
from checker.types import Sentence

# One thread: for matrices as small as these more would only be started, and workers share the cores already.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import numpy.typing as npt

NAME = "second_reader"

OWN, BEFORE, AFTER = 700, 160, 100
"""Characters of the sentence, of the end of the one before, and of the beginning of the one after, that are seen."""

OWN_PIECES, BEFORE_PIECES, AFTER_PIECES = 72, 20, 12
"""Pieces of each that are read."""

MOST_PIECES = OWN_PIECES + BEFORE_PIECES + AFTER_PIECES + 4
"""Places: these pieces, the opening, the gap and two stops."""

AT_ONCE = 8
"""Sentences that are multiplied together: few releases have more in doubt, and more at once would only take room."""

SLOPE = 1.702
"""x / (1 + e^(-1.702 x)), an approximation of Gaussian units (Hendrycks and Gimpel, 2016)."""

DECIMALS = 2
"""Decimals of a score: processors round sums differently, and a report should not."""

MARKS = ".,;:!?()\"'“”‘’–—-•*"
"""Marks around a word that are no part of it."""

HEAD = 32
"""Numbers of a piece that are attended to together."""

MATRICES = ("look", "join", "widen", "narrow")
"""The matrices of a layer, in order."""

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True, kw_only=True, slots=True)
class InContext:
    """A sentence between the end of the one before and the beginning of the one after."""

    text: str
    before: str
    after: str


def in_context(sentences: Sequence[Sentence], i: int) -> InContext:
    """The i-th of a release's sentences, as the second reader sees it."""
    before = sentences[i - 1].text[-BEFORE:] if i else ""
    after = sentences[i + 1].text[:AFTER] if i + 1 < len(sentences) else ""
    return InContext(text=sentences[i].text[:OWN], before=before, after=after)


def encode(read: InContext, pieces: Pieces) -> tuple[list[int], int]:
    """The pieces of a sentence and its neighbours with their stops, and how many are the sentence's own."""
    number = pieces.numbers
    own = pieces.cut(read.text)[:OWN_PIECES]
    beside = [*pieces.cut(read.before)[-BEFORE_PIECES:], number[GAP], *pieces.cut(read.after)[:AFTER_PIECES]]
    return [number[OPENING], *own, number[STOP], *beside, number[STOP]], len(own) + 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """One layer: attention (queries, keys and values side by side), then a network of two matrices.

    Each of the four has its matrix, one row a number that goes in, and its shift; each half ends in a norm.
    """

    look: Floats
    look_shift: Floats
    join: Floats
    join_shift: Floats
    join_norm: Floats
    widen: Floats
    widen_shift: Floats
    narrow: Floats
    narrow_shift: Floats
    narrow_norm: Floats


@dataclass(frozen=True, kw_only=True, slots=True)
class SecondReader:
    """The learned numbers, and what they say of sentences.

    words    a row of whole numbers for each piece; `words_scale` makes numbers of them
    places   a row for each place among the pieces
    sides    a row for the sentence's own pieces, one for its neighbours'
    norm     of the sum of the three
    verdict  weights of the first place and of the mean of the sentence's own pieces, and a shift
    """

    pieces: Pieces
    words: npt.NDArray[np.int8]
    words_scale: Floats
    places: Floats
    sides: Floats
    norm: Floats
    layers: tuple[Layer, ...]
    verdict: Floats

    def scores(self, read: Sequence[InContext]) -> list[float]:
        """Log-odds of each sentence being a statement."""
        found: list[float] = []
        for start in range(0, len(read), AT_ONCE):
            found += self._together([encode(r, self.pieces) for r in read[start : start + AT_ONCE]])
        return found

    def words_behind(self, read: InContext) -> dict[str, float]:
        """What the log-odds of a sentence lose without each of its words."""
        words = read.text.split()
        without = [replace(read, text=" ".join([*words[:i], *words[i + 1 :]])) for i in range(len(words))]
        score, *less = self.scores([read, *without])
        lost = [(word.strip(MARKS).lower(), score - rest) for word, rest in zip(words, less, strict=True)]
        # Of a word that stands twice, the place that matters more.
        return dict(sorted((x for x in lost if x[0]), key=lambda x: abs(x[1])))

    def _together(self, encoded: Sequence[tuple[list[int], int]]) -> list[float]:
        """All pieces of all sentences pass the matrices at once; each sentence attends to itself alone."""
        bounds = [0, *np.cumsum([len(pieces) for pieces, _ in encoded]).tolist()]
        spans = list(pairwise(bounds))
        numbers = np.concatenate([pieces for pieces, _ in encoded])
        place = np.concatenate([np.arange(len(pieces)) for pieces, _ in encoded])
        side = np.concatenate([np.arange(len(pieces)) >= own for pieces, own in encoded]).astype(np.intp)
        words = self.words[numbers] * self.words_scale[numbers]
        x = _normed(words + self.places[place] + self.sides[side], self.norm)
        for layer in self.layers:
            x = _through(layer, x, spans)
        seen = (
            np.concatenate([x[a], x[a + 1 : max(a + 2, a + own - 1)].mean(0)])
            for (a, _), (_, own) in zip(spans, encoded, strict=True)
        )
        return [round(float(s @ self.verdict[:-1] + self.verdict[-1]), DECIMALS) for s in seen]


def _through(layer: Layer, x: Floats, spans: Sequence[tuple[int, int]]) -> Floats:
    seen = np.empty_like(x)
    looks = x @ layer.look + layer.look_shift
    for a, b in spans:
        query, key, value = looks[a:b].reshape(b - a, 3, -1, HEAD).transpose(1, 2, 0, 3)
        weights = query @ key.transpose(0, 2, 1)
        weights = np.exp(weights - weights.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        seen[a:b] = (weights @ value).transpose(1, 0, 2).reshape(b - a, -1)
    x = _normed(x + seen @ layer.join + layer.join_shift, layer.join_norm)
    wide = x @ layer.widen + layer.widen_shift
    share = wide * -SLOPE
    with np.errstate(over="ignore"):  # far below zero the power is beyond numbers, and the quotient rightly nothing
        np.exp(share, out=share)
    share += 1
    wide /= share
    return _normed(x + wide @ layer.narrow + layer.narrow_shift, layer.narrow_norm)


def _normed(x: Floats, norm: Floats) -> Floats:
    """Each row with mean 0 and variance 1, scaled and shifted (Ba, Kiros and Hinton, 2016)."""
    x = x - x.mean(-1, keepdims=True)
    found: Floats = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * norm[0] + norm[1]
    return found


# ── files ─────────────────────────────────────────────────────────────────────────────────────────


@cache
def shipped_reader() -> SecondReader:
    """The reader in `models/second_reader`. Raises ModelError when its files are not what their digests say."""
    pieces = verified(f"{NAME}/pieces.txt").decode("utf-8").split("\n")
    return reader_of(pieces, _arrays(verified(f"{NAME}/numbers.bin"), card_of(NAME)["numbers"]))


def _arrays(data: bytes, told: Mapping[str, tuple[str, Sequence[int]]]) -> dict[str, Array]:
    """The arrays that lie one behind another, in the order in which their types and shapes are told."""
    found, start = {}, 0
    for name, (kind, shape) in told.items():
        array = np.frombuffer(data, kind, count=prod(shape), offset=start).reshape(shape)
        found[name], start = array, start + array.nbytes
    if start != len(data):
        raise ModelError(f"model {NAME}: {len(data)} bytes of numbers where its card tells of {start}")
    return found


def reader_of(pieces: Sequence[str], arrays: Mapping[str, Array]) -> SecondReader:
    """A reader from its list of pieces and the arrays of its file, which `whole` made of matrices."""

    def matrix(name: str) -> Floats:
        found = arrays[name].astype(np.float32)
        found *= arrays[f"{name} scale"]
        return found

    def layer(k: int) -> Layer:
        parts = {part: matrix(f"{k} {part}") for part in MATRICES}
        shifts = {f"{part}_shift": arrays[f"{k} {part}_shift"] for part in MATRICES}
        norms = {part: arrays[f"{k} {part}"] for part in ("join_norm", "narrow_norm")}
        return Layer(**parts, **shifts, **norms)

    return SecondReader(
        pieces=Pieces(pieces),
        words=arrays["words"],
        words_scale=arrays["words scale"],
        places=arrays["places"],
        sides=arrays["sides"],
        norm=arrays["norm"],
        layers=tuple(layer(k) for k in range(sum(name.endswith("look_shift") for name in arrays))),
        verdict=arrays["verdict"],
    )


def whole(name: str, matrix: Floats, axis: int) -> dict[str, Array]:
    """A matrix in whole numbers of one byte, and what they are multiplied by, one for each row (axis 1) or column
    (axis 0), to be the matrix again but for half a 127th of the largest."""
    scale = np.abs(matrix).max(axis, keepdims=True) / 127
    return {name: np.rint(matrix / scale).astype(np.int8), f"{name} scale": scale.astype(np.float32)}
