"""Families of models for the legend finder, compared out of fold on the same folds.

Run as `python -m checker.classify.legend_families CORPUS`; the table goes to standard output as Markdown
(`docs/models/legends.md` holds it).
"""

from __future__ import annotations

import pickle
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer

from checker.classify.corpus import read_pool
from checker.classify.legend_examples import Example, disguises_for_training, read_examples
from checker.classify.legend_features import Unit
from checker.classify.legend_training import pipeline
from checker.classify.legend_vectorizer import Context, ContextVectorizer, contexts_of, steps_of, terms_in
from checker.model_files import model_path

FOLDS = 3
COLUMNS = 2**15

CLUES: dict[str, str] = {
    "name": "forward looking prospective safe harbor cautionary disclaimer",
    "law": "private securities litigation reform act section exchange 21e 27a meaning within",
    "signal": "expect expects believe believes anticipate anticipates intend intends plan plans estimate estimates",
    "modal": "may will could should would might can",
    "words": "words expressions similar identify identified such terms",
    "risk": "risks risk uncertainties uncertainty factors assumptions unknown known",
    "differ": "differ materially actual results vary different cause caused",
    "cause": "competition demand regulatory economic conditions litigation costs delays market changes ability",
    "filings": "sec filings 10 k form annual report filed commission reports sedar prospectus quarterly",
    "update": "obligation update undertake undertakes revise duty disclaim disclaims publicly",
    "reliance": "undue reliance place cautioned readers investors speak only date hereof",
    "except": "except required law applicable",
    "statement": "statement statements historical facts information release contains contain",
    "offer": "offer sell solicitation buy jurisdiction registration proxy",
    "gaap": "gaap non measures reconciliation adjusted",
    "about": "founded headquartered leading provider company visit com www",
    "past": "announced reported was were said today",
    "we": "we our us",
}
"""Kinds of words that a reader would look for; for the trees, which see their shares."""

_KIND = {word: i for i, words in enumerate(CLUES.values()) for word in words.split()}


def shares_of(contexts: Sequence[Context]) -> Any:
    """Shares of each kind of word in a sentence and its neighbours, its size and place: a dense row a sentence."""
    rows = [[x for unit in context for x in _shares(unit)] + _place(context.unit) for context in contexts]
    return np.asarray(rows, dtype=np.float32)


def _shares(unit: Unit | None) -> list[float]:
    counts = [0.0] * len(CLUES)
    for word in unit.words if unit else ():
        if word in _KIND:
            counts[_KIND[word]] += 1.0
    size = len(unit.words) if unit else 0
    return [*(c / max(1, size) for c in counts), float(size)]


def _place(unit: Unit) -> list[float]:
    part = next((int(s[5:]) for s in unit.symbols if s.startswith("part ")), 0)
    kinds = ("is heading", "after heading", "is list item", "is table", "before heading", "before end")
    return [float(part), *(float(k in unit.symbols) for k in kinds)]


def _hashed() -> Pipeline:
    hashing = FeatureHasher(COLUMNS, input_type="pair")
    named = FunctionTransformer(_pairs)
    return Pipeline([("named", named), ("hashed", hashing), ("model", LogisticRegression(C=10.0, max_iter=300))])


def _pairs(contexts: Sequence[Context]) -> list[list[tuple[str, float]]]:
    return [list(terms_in(context)) for context in contexts]


def _linear() -> Pipeline:
    return Pipeline([("terms", ContextVectorizer()), ("model", LogisticRegression(C=10.0, max_iter=300))])


def _trees() -> Pipeline:
    trees = HistGradientBoostingClassifier(max_iter=200, learning_rate=0.1, random_state=0)
    return Pipeline([("shares", FunctionTransformer(shares_of)), ("model", trees)])


FAMILIES: dict[str, Callable[[], Pipeline]] = {
    "linear, n-grams with context": _linear,
    "linear, hashed": _hashed,
    "gradient boosting, kinds of words": _trees,
    "linear chain (shipped)": pipeline,
}


def compare(examples: Sequence[Example]) -> Iterator[str]:
    """The rows of the table."""
    yield "| family | characters F1 | precision | recall | releases found | false legends | size | sentences/s |"
    yield "|---|---|---|---|---|---|---|---|"
    folds = list(GroupKFold(FOLDS).split(examples, groups=[e.group for e in examples]))
    dressed = [disguises_for_training(e, turn) for turn, e in enumerate(examples)]
    for name, family in FAMILIES.items():
        yield _row(name, _measured(family, examples, dressed, folds))


def _measured(
    family: Callable[[], Pipeline], examples: Sequence[Example], dressed: Sequence[Sequence[Example]], folds: Any
) -> dict[str, float]:
    counts = np.zeros(3)
    found = labelled = false = size = 0
    took = said = 0.0
    for train, test in folds:
        fitted = _fit(family, [examples[i] for i in train], [copy for i in train for copy in dressed[i]])
        size = len(pickle.dumps(fitted))
        for i in test:
            began = time.perf_counter()
            states = _states(fitted, examples[i])
            took, said = took + time.perf_counter() - began, said + len(states)
            counts += (one := _characters(examples[i], states))
            labelled += bool(examples[i].legends)
            found += bool(one[0])
            false += bool(one[1]) and not examples[i].legends
    both, extra, missed = counts
    return {
        "f1": 2 * both / max(1.0, 2 * both + extra + missed),
        "precision": both / max(1.0, both + extra),
        "recall": both / max(1.0, both + missed),
        "found": found / max(1, labelled),
        "false": false,
        "size": size,
        "speed": said / max(1e-9, took),
    }


def _fit(family: Callable[[], Pipeline], plain: Sequence[Example], copies: Sequence[Example]) -> Pipeline:
    every = [*plain, *copies]
    model = family()
    last = model.steps[-1][0]
    weights = [1.0 if n < len(plain) else len(plain) / len(copies) for n, e in enumerate(every) for _ in e.units]
    extra: dict[str, Any] = {f"{last}__sample_weight": np.asarray(weights)}
    if last == "chain":
        extra["chain__steps"] = steps_of(every)
    return model.fit(contexts_of(every), [state for e in every for state in e.inside], **extra)


def _states(fitted: Pipeline, example: Example) -> Any:
    if not example.units:
        return np.zeros(0, dtype=bool)
    extra = {"steps": steps_of([example])} if fitted.steps[-1][0] == "chain" else {}
    return fitted.predict_proba(contexts_of([example]), **extra)[:, 1] > 0.5


def _characters(example: Example, states: Any) -> Any:
    """Characters of sentences found and labelled, found alone, labelled alone."""
    sizes = np.asarray([s.end - s.start for s in example.release.sentences], dtype=float)
    inside = np.asarray(example.inside, dtype=bool)
    return np.asarray([sizes[states & inside].sum(), sizes[states & ~inside].sum(), sizes[~states & inside].sum()])


def _row(name: str, m: dict[str, float]) -> str:
    return (
        f"| {name} | {m['f1']:.4f} | {m['precision']:.4f} | {m['recall']:.4f} | {m['found']:.4f} | {m['false']:.0f} "
        f"| {m['size'] / 1e6:.1f} MB | {m['speed']:,.0f} |"
    )


if __name__ == "__main__":
    corpus = Path(sys.argv[1])
    labels = [corpus / "train" / "legends.jsonl", model_path("labels") / "legends.jsonl"]
    for row in compare(read_examples(read_pool(corpus), labels)):
        print(row, flush=True)  # noqa: T201
