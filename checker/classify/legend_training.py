"""Training the legend finder: labelled releases → a model folder. `safeharbor train` runs it.

A conditional random field over the sentences of a release (`chain_classifier`): words and pairs of a sentence, words
of its neighbours, its kind and place, and moves by what lies between two sentences. Confidence is calibrated on
out-of-fold beliefs. Folds share neither a company nor the opening of a legend.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline

from checker.classify.artefact import save
from checker.classify.chain import Moves, Transitions
from checker.classify.chain_classifier import ChainClassifier
from checker.classify.legend_examples import Example, disguises_for_training
from checker.classify.legend_features import STEPS
from checker.classify.legend_measuring import (
    LEANS,
    block_beliefs,
    calibrate,
    calibration_error,
    cross_calibrated,
    extent,
)
from checker.classify.legend_vectorizer import COLUMNS, ContextVectorizer, contexts_of, steps_of
from checker.classify.legends import LegendModel
from checker.errors import ModelError
from checker.records import dataclass

MIN_COUNT = 3
"""Sentences that must hold a term before it is learned."""

FOLDS = 5
PENALTY = 0.1
"""Weight of the squared weights; the out-of-fold figure is flat from 0.05 to 0.2."""

EQUAL = 0.001
"""F1 of extents out of fold by which leans count as equals: of these the largest is taken, since a missed legend stops
a release and a stray sentence does not. Fewer than five hundred legends tell no smaller difference."""

SMALLEST = 0.02
"""Weights below this in every column are dropped: they cannot change a score by more than a few hundredths."""

Say = Callable[[str], None]


def pipeline() -> Pipeline:
    """Contexts → matrix → chain. Fit it with `chain__steps` and `chain__sample_weight`."""
    return Pipeline(
        [("terms", ContextVectorizer(min_count=MIN_COUNT)), ("chain", ChainClassifier(PENALTY, kinds=len(STEPS)))]
    )


def fit_pipeline(examples: Sequence[Example]) -> Pipeline:
    """The pipeline fitted on releases and on their disguises, which together weigh as much as the releases."""
    copies = [copy for turn, e in enumerate(examples) for copy in disguises_for_training(e, turn)]
    every = [*examples, *copies]
    share = len(examples) / max(1, len(copies))
    weights = [1.0 if n < len(examples) else share for n, e in enumerate(every) for _ in e.units]
    inside = [state for e in every for state in e.inside]
    fitted = pipeline()
    fitted.fit(contexts_of(every), inside, chain__steps=steps_of(every), chain__sample_weight=weights)
    return fitted


def read_off(fitted: Pipeline, smallest: float = SMALLEST) -> LegendModel:
    """The numbers as the check path uses them, without weights too small to matter."""
    terms, chain = fitted["terms"].terms_, fitted["chain"]
    at = {name: float(chain.coef_[i]) for name, i in terms.items()}
    words = {n[2:]: tuple(at[c + n[1:]] for c in COLUMNS) for n in at if n[0] == COLUMNS[0]}
    moves = [_moves(row) for row in chain.moves_]
    return LegendModel(
        words={w: row for w, row in words.items() if max(map(abs, row)) >= smallest},
        pairs={n[2:]: v for n, v in at.items() if n[0] == "p" and abs(v) >= smallest},
        symbols={n[2:]: round(v, 6) for n, v in at.items() if n[0] == "s"},
        intercept=round(float(chain.intercept_), 6),
        transitions=Transitions(start=round(float(chain.start_), 6), moves=dict(zip(STEPS, moves, strict=True))),
    )


def _moves(row: Sequence[float]) -> Moves:
    stay, enter, leave = (round(float(x), 6) for x in row)
    return Moves(stay=stay, enter=enter, leave=leave)


def leaning(model: LegendModel, lean: float) -> LegendModel:
    """The model with every sentence's odds raised: a missed legend stops a release, a stray sentence does not."""
    return replace(model, intercept=round(model.intercept + lean, 6))


@dataclass(frozen=True, kw_only=True, slots=True)
class Learned:
    """A model; for each example the model that did not see its group; and the figures both were chosen by."""

    model: LegendModel
    held_out: tuple[LegendModel, ...]
    lean: float
    scores: dict[str, Any]


def out_of_fold(examples: Sequence[Example], say: Say = lambda _: None) -> list[LegendModel]:
    """For each example the model that was fitted without its group."""
    groups = [e.group for e in examples]
    if len(set(groups)) < 2:
        raise ModelError("training needs labelled releases of at least two companies, for figures that mean something")
    models: dict[int, LegendModel] = {}
    folds = min(FOLDS, len(set(groups)))
    for k, (train, test) in enumerate(GroupKFold(folds).split(examples, groups=groups), 1):
        say(f"fold {k} of {folds}: {len(train)} releases")
        model = read_off(fit_pipeline([examples[i] for i in train]))
        models |= dict.fromkeys(map(int, test), model)
    return [models[i] for i in range(len(examples))]


def learn(examples: Sequence[Example], say: Say = lambda _: None) -> Learned:
    """Fits, chooses the lean and calibrates on out-of-fold beliefs. Deterministic."""
    held_out = out_of_fold(examples, say)
    by_lean = {lean: extent(examples, [leaning(m, lean) for m in held_out]) for lean in LEANS}
    best = max(figures["f1"] for figures in by_lean.values())
    lean = max(x for x in LEANS if by_lean[x]["f1"] >= best - EQUAL)
    held_out = [leaning(m, lean) for m in held_out]
    pairs = [block_beliefs(e, m) for e, m in zip(examples, held_out, strict=True)]
    curve = calibrate([pair for of_release in pairs for pair in of_release])
    say(f"the model: {len(examples)} releases")
    model = replace(leaning(read_off(fit_pipeline(examples)), lean), calibration=curve)
    held_out = [replace(m, calibration=curve) for m in held_out]
    scores = {
        "out of fold": extent(examples, held_out),
        "calibration error": round(calibration_error(cross_calibrated(pairs, [e.group for e in examples])), 4),
    }
    return Learned(model=model, held_out=tuple(held_out), lean=lean, scores=scores)


def save_model(folder: Path, learned: Learned, told: dict[str, Any]) -> dict[str, Any]:
    """Writes `legend` into a model folder; returns the card. `told` says what it was trained on."""
    import sklearn

    model = learned.model
    card = {
        "name": "legend",
        "version": "2",
        "what": "legend passages: a linear-chain conditional random field over sentences with their neighbours",
        "intercept": model.intercept,
        "lean": learned.lean,
        "symbols": dict(sorted(model.symbols.items())),
        "start": model.transitions.start,
        "moves": {s: {"stay": m.stay, "enter": m.enter, "leave": m.leave} for s, m in model.transitions.moves.items()},
        "calibration": model.calibration,
        "threshold": model.threshold,
        "nearest_from": model.nearest_from,
        "scores": learned.scores,
        "trained with": {"scikit-learn": sklearn.__version__, "python": sys.version.split()[0]},
        **told,
    }
    save(folder / "legend", words=model.words, pairs=model.pairs, card=card)
    return card
