"""Training the statement finder: labelled sentences → models/statement.

Run as `python -m checker.classify.statement_training CORPUS`.

Logistic regression on words, pairs and symbols of a sentence, and on word vectors of the sentence and its neighbours;
since the vectors enter linearly, they melt into one weight a word. Confidence is calibrated, and the threshold
chosen, on out-of-fold scores; folds never share a company, a release or a sentence.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from math import sqrt
from pathlib import Path
from typing import Any

from checker.classify.artefact import save
from checker.classify.statement_examples import TEXT, Example, examples_of, read_labels, read_releases
from checker.classify.statement_features import Clue
from checker.classify.statement_measuring import measure
from checker.classify.statement_vectors import word_vectors
from checker.classify.statements import StatementModel, confidence
from checker.model_files import model_path, write_sums
from checker.text.release import build_release

MIN_SENTENCES = 3
"""Sentences that must hold a term before it is learned."""

FOLDS = 5
STRENGTH = 2.0
"""Inverse of the regularisation; chosen by out-of-fold average precision among 0.5, 1, 2, 4."""

SYMBOL, VECTOR, COMPANY = 0.25, 0.7, 0.4
"""Size of a symbol, of a sentence's own vector and of a neighbour's beside a sentence's words; chosen likewise."""

EVENT = 3.0
"""Weight of a labelled event in training: events sound most like statements, and are a tenth of the labels."""

DRAWN = 0.5
"""Weight of a sentence that was drawn to be labelled where a model was unsure: the boundary would count more than it
occurs otherwise. `docs/models/statements.md` has what was compared: the difference is small."""

SMALLEST = 0.01
"""Weights below this are dropped: they cannot change a score by more than a few hundredths."""

# ── fitting ───────────────────────────────────────────────────────────────────────────────────────

Vectors = tuple[dict[str, int], Any]


def fit(examples: Sequence[Example], vectors: Vectors) -> StatementModel:
    """Weights of words, pairs and symbols."""
    from sklearn.linear_model import LogisticRegression

    terms = _vocabulary(examples)
    matrix = _matrix(examples, terms, vectors)
    weights = [weight_of(e) for e in examples]
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(matrix, [e.is_statement for e in examples], weights)
    return _read_off(terms, model.coef_[0], float(model.intercept_[0]), vectors)


def weight_of(example: Example) -> float:
    """How much an example counts in fitting."""
    return (EVENT if example.label == "logistics" else 1.0) * (DRAWN if example.drawn else 1.0)


def _vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for e in examples:
        counts.update(name for name, _ in _features(e.clue))
    return {name: i for i, name in enumerate(sorted(t for t, n in counts.items() if n >= MIN_SENTENCES))}


def _features(clue: Clue) -> Iterator[tuple[str, float]]:
    word, pair = 1 / sqrt(len(clue.words) + 1), 1 / sqrt(len(clue.pairs) + 1)
    yield from ((f"w {w}", word) for w in clue.words)
    yield from ((f"p {p}", pair) for p in clue.pairs)
    yield from ((f"s {s}", SYMBOL) for s in clue.symbols)


def _matrix(examples: Sequence[Example], terms: dict[str, int], vectors: Vectors) -> Any:
    from scipy.sparse import csr_matrix, hstack

    rows, cols, values = [], [], []
    for i, e in enumerate(examples):
        for name, value in _features(e.clue):
            if name in terms:
                rows.append(i)
                cols.append(terms[name])
                values.append(value)
    sparse = csr_matrix((values, (rows, cols)), shape=(len(examples), len(terms)))
    parts = (("clue", VECTOR), ("before", COMPANY), ("after", COMPANY))
    return hstack([sparse, *(_means(examples, part, size, vectors) for part, size in parts)]).tocsr()


def _means(examples: Sequence[Example], part: str, size: float, vectors: Vectors) -> Any:
    import numpy as np
    from scipy.sparse import csr_matrix

    rows, table = vectors
    found = np.zeros((len(examples), table.shape[1]))
    for i, e in enumerate(examples):
        words = e.clue.words if part == "clue" else getattr(e, part)
        known = [rows[w] for w in words if w in rows]
        found[i] = size * table[known].sum(axis=0) / sqrt(len(words) + 1)
    return csr_matrix(found)


def _read_off(terms: dict[str, int], weights: Any, intercept: float, vectors: Vectors) -> StatementModel:
    """One weight a word and place: its own, and what its vector lends it."""
    rows, table = vectors
    at = {name: float(weights[i]) for name, i in terms.items()}
    size, start = table.shape[1], len(terms)
    lent = [table @ weights[start + k * size : start + (k + 1) * size] for k in range(3)]
    words = {}
    for word in sorted({*rows, *(n[2:] for n in at if n[0] == "w")}):
        i = rows.get(word)
        own, after, before = (
            (VECTOR * lent[0][i], COMPANY * lent[1][i], COMPANY * lent[2][i]) if i is not None else (0, 0, 0)
        )
        words[word] = (float(at.get(f"w {word}", 0.0) + own), float(after), float(before))
    return StatementModel(
        words={w: row for w, row in words.items() if max(map(abs, row)) >= SMALLEST},
        pairs={n[2:]: v for n, v in at.items() if n[0] == "p" and abs(v) >= SMALLEST},
        symbols={n[2:]: round(v * SYMBOL, 6) for n, v in at.items() if n[0] == "s"},
        intercept=intercept,
    )


# ── measuring without fooling oneself: out-of-fold scores ─────────────────────────────────────────


def score_example(e: Example, model: StatementModel) -> float:
    """As `statements.score_clues`, for a sentence whose neighbours are known by their words alone."""
    total = model.intercept + sum(model.symbols.get(s, 0.0) for s in e.clue.symbols)
    total += sum(model.pairs.get(p, 0.0) for p in e.clue.pairs) / sqrt(len(e.clue.pairs) + 1)
    for column, words in enumerate((e.clue.words, e.before, e.after)):
        rows = [model.words[w] for w in words if w in model.words]
        total += sum(row[column] for row in rows) / sqrt(len(words) + 1)
    return total


def out_of_fold(examples: Sequence[Example], vectors: Vectors) -> list[float]:
    """For each example the score by the model that was fitted without its group."""
    from sklearn.model_selection import GroupKFold

    scores = [0.0] * len(examples)
    for train, test in GroupKFold(FOLDS).split(examples, groups=[e.group for e in examples]):
        model = fit([examples[i] for i in train], vectors)
        for i in test:
            scores[i] = score_example(examples[i], model)
    return scores


def calibrate(examples: Sequence[Example], scores: Sequence[float]) -> dict[str, float]:
    """Slope and shift of Platt's logistic curve, on examples that can count."""
    from sklearn.linear_model import LogisticRegression

    kept = [i for i, e in enumerate(examples) if e.can_count]
    curve = LogisticRegression(C=1e6).fit([[scores[i]] for i in kept], [examples[i].is_statement for i in kept])
    return {"slope": round(float(curve.coef_[0][0]), 6), "shift": round(float(curve.intercept_[0]), 6)}


def figures(examples: Sequence[Example], sure: Sequence[float], threshold: float) -> dict[str, float]:
    """Precision, recall and F1 of statements, recall of the clear ones, logistics taken for statements, ECE."""
    said = [p >= threshold and e.can_count for e, p in zip(examples, sure, strict=True)]
    hits = sum(s and e.is_statement for e, s in zip(examples, said, strict=True))
    precision, recall = hits / max(1, sum(said)), hits / max(1, sum(e.is_statement for e in examples))
    clear = [s for e, s in zip(examples, said, strict=True) if e.strength == "clear"]
    events = [s for e, s in zip(examples, said, strict=True) if e.label == "logistics"]
    found = {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(1e-9, precision + recall),
        "recall, clear ones": sum(clear) / max(1, len(clear)),
        "logistics taken": sum(events) / max(1, len(events)),
        "ece": calibration_error([(p, e.is_statement) for e, p in zip(examples, sure, strict=True) if e.can_count]),
    }
    return {name: round(value, 4) for name, value in found.items()}


def calibration_error(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: mean distance of confidence and share of hits, over bins of equal width."""
    total = 0.0
    for k in range(bins):
        held = [(p, hit) for p, hit in pairs if k <= p * bins < k + 1 or (k == bins - 1 and p == 1)]
        total += abs(sum(p for p, _ in held) - sum(hit for _, hit in held))
    return total / max(1, len(pairs))


def choose_threshold(examples: Sequence[Example], sure: Sequence[float]) -> float:
    """Half of the highest out-of-fold F1, in steps of 0.01.

    That is where the best F1 lies when confidences are calibrated (Lipton, Elkan and Naryanaswamy, 2014); the highest
    point of the measured curve itself moves with every label.
    """
    highest = max(figures(examples, sure, k / 100)["f1"] for k in range(5, 95))
    return round(highest / 2, 2)


# ── from the corpus to the artefact ───────────────────────────────────────────────────────────────

LONE = 0.5
"""Confidence that the surest sentence of a release must reach: more likely than not. Of 420 such sentences of releases
without a legend that were read, F1 by out-of-fold confidence is highest here: 0.68, against 0.66 at 0.45 and 0.64 at
0.6; 0.4 to 0.5 holds 20 % statements, 0.5 to 0.6 holds 49 %."""


def learn(
    labels: Sequence[dict[str, Any]], pool: dict[str, dict[str, Any]], leave_out: Collection[str] = ()
) -> tuple[StatementModel, list[Example], list[float]]:
    """The calibrated model, and the examples with the confidence that each had out of fold."""
    examples = examples_of([x for x in labels if x["doc"] not in leave_out], pool)
    kept = (r for r in pool.values() if r["id"] not in leave_out)
    vectors = word_vectors(build_release(r["text"], source=r["id"], metadata=TEXT) for r in kept)
    scores = out_of_fold(examples, vectors)
    curve = calibrate(examples, scores)
    model = replace(fit(examples, vectors), slope=curve["slope"], shift=curve["shift"], lone=LONE)
    sure = [confidence(s, model) for s in scores]
    return replace(model, threshold=choose_threshold(examples, sure)), examples, sure


def train(corpus: Path, models: Path) -> dict[str, Any]:
    """Learns, measures, writes `models/statement` and the digests; returns the card. Deterministic.

    The "clean" figures are of a model that saw no release related to a measured one (`near_gold.json`).
    """
    import sklearn

    files = (corpus / "train" / "sentences.jsonl", models / "labels" / "statements.jsonl")
    pool, labels = read_releases(corpus), read_labels(*files)
    model, examples, sure = learn(labels, pool)
    clean, *_ = learn(labels, pool, frozenset(json.loads((corpus / "near_gold.json").read_text("utf-8"))))
    card = {
        "name": "statement",
        "version": "1",
        "what": "forward-looking statements, sentence by sentence with neighbours",
        "intercept": round(model.intercept, 6),
        "symbols": {s: v for s, v in sorted(model.symbols.items()) if abs(v) >= SMALLEST / 10},
        "calibration": {"slope": model.slope, "shift": model.shift},
        "threshold": model.threshold,
        "threshold is": "half of the highest out-of-fold F1 (Lipton, Elkan and Naryanaswamy, 2014)",
        "lone": LONE,
        "data": {
            "sentences": len(examples),
            "labels": dict(Counter(e.label for e in examples)),
            "sha256": _digest(files),
        },
        "scores": {
            "out of fold": figures(examples, sure, model.threshold),
            "gold and traps": measure(corpus, model),
            "gold and traps, clean": measure(corpus, clean),
        },
        "trained with": {"scikit-learn": sklearn.__version__, "python": sys.version.split()[0]},
    }
    save(models / "statement", words=model.words, pairs=model.pairs, card=card)
    write_sums(models)
    return card


def _digest(files: Sequence[Path]) -> str:
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


if __name__ == "__main__":
    done = train(Path(sys.argv[1]), model_path("."))
    print(json.dumps({k: done[k] for k in ("data", "scores", "calibration", "threshold")}, indent=1))  # noqa: T201
