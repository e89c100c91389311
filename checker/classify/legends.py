"""Finding legends: every sentence is scored with its neighbours, a linear chain joins the sentences into blocks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from math import sqrt

from checker.classify.artefact import Artefact, load
from checker.classify.chain import Moves, Transitions, best_path, posteriors
from checker.classify.legend_features import Unit, units_of
from checker.records import dataclass
from checker.types import Candidate, Passage, Release

NAME = "legend"


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendSpan(Passage):
    """Where a legend lies, and how sure the model is (calibrated probability)."""

    confidence: float


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendModel:
    """The learned numbers.

    words        a word's weight for its own sentence, for the sentence after it, for the one before it
    pairs        a word pair's weight for its own sentence
    symbols      weights of kind, position and size
    intercept    log-potential without evidence, and what leans towards finding rather than missing
    calibration  [mean belief of a block, probability] points
    threshold    confidence from which a block counts as a legend
    nearest_from belief from which a rejected sentence is worth showing
    """

    words: Mapping[str, Sequence[float]]
    pairs: Mapping[str, float]
    symbols: Mapping[str, float]
    intercept: float
    transitions: Transitions
    calibration: Sequence[Sequence[float]] = ((0.0, 0.0), (1.0, 1.0))
    threshold: float = 0.5
    nearest_from: float = 0.05


@cache
def shipped_model() -> LegendModel:
    """The model in `models/legend`. Raises ModelError when its files are not what their digests say."""
    return model_of(load(NAME))


def model_of(artefact: Artefact) -> LegendModel:
    """The numbers of a legend model's files."""
    card = artefact.card
    return LegendModel(
        words=artefact.words,
        pairs=artefact.pairs,
        symbols=card["symbols"],
        intercept=card["intercept"],
        transitions=Transitions(
            start=card["start"], moves={step: Moves(**moves) for step, moves in card["moves"].items()}
        ),
        calibration=card["calibration"],
        threshold=card["threshold"],
        nearest_from=card["nearest_from"],
    )


def find_legends(release: Release, model: LegendModel | None = None) -> tuple[tuple[LegendSpan, ...], Candidate | None]:
    """The legends of a release, and the best passage that was not taken for one."""
    model = model or shipped_model()
    units = units_of(release)
    scores, steps = score_units(units, model), [unit.step for unit in units]
    inside = best_path(scores, steps, model.transitions)
    beliefs = posteriors(scores, steps, model.transitions)
    blocks = [_span(release, first, last, beliefs, model) for first, last in _runs(inside)]
    kept = tuple(b for b in blocks if b.confidence >= model.threshold)
    rejected = [b for b in blocks if b.confidence < model.threshold]
    return kept, _nearest(release, inside, beliefs, rejected, model)


def score_units(units: Sequence[Unit], model: LegendModel) -> list[float]:
    """Log-potential of each unit being inside a legend, by its own evidence and its neighbours' words."""
    own = [_sums(unit, model) for unit in units]
    silent = (0.0, 0.0, 0.0)
    padded = [silent, *own, silent]
    return [
        model.intercept
        + padded[i][1]
        + padded[i + 1][0]
        + padded[i + 2][2]
        + sum(map(model.symbols.get, unit.symbols, repeat(0.0)))
        for i, unit in enumerate(units)
    ]


def _sums(unit: Unit, model: LegendModel) -> tuple[float, float, float]:
    """What a unit's words say of itself, of the unit after it and of the one before it."""
    here = after = before = 0.0
    for word in unit.words:
        row = model.words.get(word)
        if row is not None:
            here += row[0]
            after += row[1]
            before += row[2]
    pairs = sum(map(model.pairs.get, unit.pairs, repeat(0.0)))
    scale, pairs_scale = sqrt(max(1, len(unit.words))), sqrt(max(1, len(unit.pairs)))
    return here / scale + pairs / pairs_scale, after / scale, before / scale


def _span(release: Release, first: int, last: int, beliefs: Sequence[float], model: LegendModel) -> LegendSpan:
    passage = release.passage(release.sentences[first].start, release.sentences[last].end)
    confidence = round(_confidence(beliefs[first : last + 1], model), 4)
    return LegendSpan(start=passage.start, end=passage.end, text=passage.text, confidence=confidence)


def _confidence(beliefs: Sequence[float], model: LegendModel) -> float:
    """The mean belief of the block's sentences, calibrated."""
    mean = sum(beliefs) / len(beliefs)
    return interpolate(mean, model.calibration)


def interpolate(x: float, curve: Sequence[Sequence[float]]) -> float:
    """The value at `x` of a curve of [x, y] points with rising x; flat beyond its ends."""
    if x <= curve[0][0]:
        return float(curve[0][1])
    for (x0, y0), (x1, y1) in itertools.pairwise(curve):
        if x <= x1:
            return float(y0 + (y1 - y0) * (x - x0) / (x1 - x0)) if x1 > x0 else float(y1)
    return float(curve[-1][1])


def _runs(inside: Sequence[bool]) -> Iterator[tuple[int, int]]:
    first = None
    for i, state in enumerate((*inside, False)):
        if state and first is None:
            first = i
        elif not state and first is not None:
            yield first, i - 1
            first = None


def _nearest(
    release: Release,
    inside: Sequence[bool],
    beliefs: Sequence[float],
    rejected: Sequence[LegendSpan],
    model: LegendModel,
) -> Candidate | None:
    if rejected:
        best = max(rejected, key=lambda span: span.confidence)
        return Candidate(start=best.start, end=best.end, text=best.text, confidence=best.confidence)
    outside = [i for i, state in enumerate(inside) if not state and beliefs[i] >= model.nearest_from]
    if not outside:
        return None
    top = max(outside, key=lambda i: beliefs[i])
    sentence = release.sentences[top]
    return Candidate(
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        confidence=round(beliefs[top], 4),
    )
