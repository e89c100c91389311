"""Families of models for the statement finder, compared out of fold on the same folds.

Run as `python -m checker.classify.statement_families CORPUS`; the table goes to standard output as Markdown
(`docs/models/statements.md` holds it). What each family sees is in `statement_families_seen`.
"""

from __future__ import annotations

import math
import pickle
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler
from threadpoolctl import threadpool_limits

from checker.classify.corpus import read_pool
from checker.classify.statement_examples import Example, examples_of
from checker.classify.statement_families_seen import ScoreAndKinds, hashed_terms, kinds_in, vectors_and_kinds, words_in
from checker.classify.statement_labels import read_by_people
from checker.classify.statement_pipeline import pipeline, read_off
from checker.classify.statement_training import (
    FOLDS,
    calibrate,
    choose_threshold,
    figures,
    score_example,
    vectors_of,
    weight_of,
)
from checker.classify.statement_vectors import Vectors
from checker.classify.statements import StatementModel, confidence
from checker.model_files import model_path

COLUMNS = 2**16
"""Columns of the hashed model; some 60,000 terms occur thrice or more."""

TIMED = 500
"""Sentences on which speed is measured."""

CERTAIN = 1e-6
"""Probabilities are kept this far from 0 and 1, so that their log-odds exist."""

HEAD = (
    "| family | average precision | F1 | clear | events | size | sentences/s |",
    "|---|---|---|---|---|---|---|",
)

# ── the families ──────────────────────────────────────────────────────────────────────────────────


def _bag(_: Vectors) -> Pipeline:
    seen = FunctionTransformer(words_in)
    return Pipeline([("seen", seen), ("hashed", FeatureHasher(COLUMNS, input_type="pair")), ("model", _linear())])


def _hashed(_: Vectors) -> Pipeline:
    seen = FunctionTransformer(hashed_terms)
    return Pipeline([("seen", seen), ("hashed", FeatureHasher(COLUMNS, input_type="pair")), ("model", _linear())])


def _linear() -> LogisticRegression:
    return LogisticRegression(C=2.0, max_iter=1000)


def _trees() -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(max_iter=150, learning_rate=0.08, max_leaf_nodes=15, random_state=0)


def _boosted(_: Vectors) -> Pipeline:
    return Pipeline([("seen", FunctionTransformer(kinds_in)), ("model", _trees())])


def _boosted_on_score(vectors: Vectors) -> Pipeline:
    return Pipeline([("seen", ScoreAndKinds(pipeline(vectors))), ("model", _trees())])


def _network(vectors: Vectors) -> Pipeline:
    seen = FunctionTransformer(vectors_and_kinds, kw_args={"vectors": vectors})
    network = MLPClassifier((32,), alpha=10.0, early_stopping=True, n_iter_no_change=5, random_state=0)
    return Pipeline([("seen", seen), ("scaled", StandardScaler()), ("model", network)])


FAMILIES: dict[str, Callable[[Vectors], Pipeline]] = {
    "linear, bag of words": _bag,
    "linear, hashed words, pairs and kinds, neighbours": _hashed,
    "gradient boosting, kinds of words": _boosted,
    "gradient boosting, kinds of words and the linear score": _boosted_on_score,
    "neural network of 32 units, word vectors and kinds": _network,
    "linear, words, pairs and kinds, neighbours, word vectors (the shipped kind)": pipeline,
}

# ── the table ─────────────────────────────────────────────────────────────────────────────────────


def compare(examples: Sequence[Example], vectors: Vectors) -> Iterator[str]:
    """The rows of the table. One thread: on a busy machine trees that wait for each other take hours."""
    yield from HEAD
    folds = list(GroupKFold(FOLDS).split(examples, groups=[e.group for e in examples]))
    fitted = None
    for name, family in FAMILIES.items():
        with threadpool_limits(1):
            odds, fitted, speed = _out_of_fold(partial(family, vectors), examples, folds)
        yield _row(name, examples, odds, len(pickle.dumps(fitted)), speed)
    yield _exported(read_off(fitted), examples)


def _out_of_fold(
    family: Callable[[], Pipeline], examples: Sequence[Example], folds: Any
) -> tuple[list[float], Pipeline, float]:
    """Log-odds of each example by the model that did not see its group; the last model; sentences a second."""
    odds = np.zeros(len(examples))
    fitted, speed = family(), 0.0
    for train, test in folds:
        seen = [examples[i] for i in train]
        weights = np.asarray([weight_of(e) for e in seen])
        fitted = family().fit(seen, [e.is_statement for e in seen], model__sample_weight=weights)
        sure = fitted.predict_proba([examples[i] for i in test])[:, 1]
        odds[test] = np.log(np.clip(sure, CERTAIN, None) / np.clip(1 - sure, CERTAIN, None))
        speed = _speed(fitted, [examples[i] for i in test[:TIMED]])
    return odds.tolist(), fitted, speed


def _speed(fitted: Pipeline, examples: Sequence[Example]) -> float:
    """Sentences a second of processor time, a release at a time, as a finder would ask."""
    began = time.process_time()
    for _, of_release in groupby(examples, key=lambda e: e.id):
        fitted.predict_proba(list(of_release))
    return len(examples) / max(1e-9, time.process_time() - began)


def _row(name: str, examples: Sequence[Example], odds: Sequence[float], size: int, speed: float) -> str:
    curve = calibrate(examples, odds)
    sure = [1 / (1 + math.exp(-(curve["slope"] * x + curve["shift"]))) for x in odds]
    told = figures(examples, sure, choose_threshold(examples, sure))
    kept = [(e.is_statement, x) for e, x in zip(examples, odds, strict=True) if e.can_count]
    precision = average_precision_score(*zip(*kept, strict=True))
    return (
        f"| {name} | {precision:.3f} | {told['f1']:.3f} | {told['recall, clear ones']:.3f} "
        f"| {told['logistics taken']:.3f} | {size / 1e6:.1f} MB | {speed:,.0f} |"
    )


def _exported(model: StatementModel, examples: Sequence[Example]) -> str:
    """The shipped family once more: its numbers without scikit-learn, as `check` scores them."""
    began = time.process_time()
    for e in examples:
        confidence(score_example(e, model), model)
    speed = len(examples) / max(1e-9, time.process_time() - began)
    rows = {**dict.fromkeys(model.words, 3), **dict.fromkeys(model.pairs, 1), **dict.fromkeys(model.symbols, 1)}
    size = sum(len(term.encode()) + 1 + 4 * numbers for term, numbers in rows.items())
    return f"| the same, exported numbers | | | | | {size / 1e6:.1f} MB | {speed:,.0f} |"


def main(corpus: Path) -> None:
    """Prints the table, on the labels that people gave."""
    pool = read_pool(corpus)
    labels = read_by_people(corpus, model_path("labels"))
    for row in compare(examples_of(labels, pool), vectors_of(pool)):
        print(row, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
