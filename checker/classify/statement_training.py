"""Training the statement finder: labelled sentences → weights, confidence and threshold.

Logistic regression on words, pairs and symbols of a sentence, and on word vectors of the sentence and its neighbours;
since the vectors enter linearly, they melt into one weight a word. Confidence is calibrated, and the threshold
chosen, on out-of-fold scores; folds never share a company, a release or a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import sqrt
from typing import Any

from checker.classify.statement_examples import TEXT, Example, examples_of
from checker.classify.statement_pipeline import fit_to_shares, read_off
from checker.classify.statement_vectors import Vectors, word_vectors
from checker.classify.statements import StatementModel, confidence
from checker.text.release import build_release

FOLDS = 5

EVENT = 3.0
"""Weight of a labelled event in training: events sound most like statements, and are a tenth of the labels."""

DRAWN = 0.5
"""Weight of a sentence that was drawn to be labelled where a model was unsure, without a teacher: the boundary would
count more than it occurs otherwise. `docs/models/statements.md` has what was compared: the difference is small."""

LABEL_SAYS, STRANGERS_LABEL_SAYS = 0.3, 0.7
"""What a person's label counts beside the teacher's probability, in fitting: less where the teacher learned from that
label, and speaks for it already. From 0.15 to 0.5 the first changes nothing that releases left out could tell; a
teacher that guesses is right less often than a reader, hence the second."""

Say = Callable[[str], None]


def silent(_: str) -> None:
    """Tells nobody of the progress."""


# ── fitting ───────────────────────────────────────────────────────────────────────────────────────


def fit(examples: Sequence[Example], vectors: Vectors) -> StatementModel:
    """Weights of words, pairs and symbols."""
    shares, weights = [share_of(e) for e in examples], [weight_of(e) for e in examples]
    return read_off(fit_to_shares(examples, shares, weights, vectors))


def share_of(example: Example) -> float:
    """How much of a statement an example is in fitting: the label's word, and the teacher's where it has spoken.

    Of sentences that were not read, or that two readers dispute, the teacher alone decides.
    """
    if example.taught is None:
        return float(example.is_statement)
    if example.disputed or not example.is_read:
        return example.taught
    says = STRANGERS_LABEL_SAYS if example.stranger else LABEL_SAYS
    return says * example.is_statement + (1 - says) * example.taught


def weight_of(example: Example) -> float:
    """How much an example counts in fitting. Nothing where two readers disagree and no teacher decides."""
    event = EVENT if example.label == "logistics" else 1.0
    if example.taught is not None:
        return event
    return 0.0 if example.disputed else event * (DRAWN if example.drawn else 1.0)


# ── measuring without fooling oneself: out-of-fold scores ─────────────────────────────────────────


def score_example(e: Example, model: StatementModel) -> float:
    """As `statements.score_clues`, for a sentence whose neighbours are known by their words alone."""
    total = model.intercept + sum(model.symbols.get(s, 0.0) for s in e.clue.symbols)
    total += sum(model.pairs.get(p, 0.0) for p in e.clue.pairs) / sqrt(len(e.clue.pairs) + 1)
    for column, words in enumerate((e.clue.words, e.before, e.after)):
        rows = [model.words[w] for w in words if w in model.words]
        total += sum(row[column] for row in rows) / sqrt(len(words) + 1)
    return total


def out_of_fold(examples: Sequence[Example], vectors: Vectors, say: Say = silent) -> list[float]:
    """For each example that was read, the score by the model that was fitted without its group; 0 for the others."""
    from sklearn.model_selection import GroupKFold

    scores = [0.0] * len(examples)
    read = [i for i, e in enumerate(examples) if e.is_read]
    groups = [examples[i].group for i in read]
    for k, (_, test) in enumerate(GroupKFold(FOLDS).split(read, groups=groups), 1):
        left_out = {groups[i] for i in test}
        train = [e for e in examples if e.group not in left_out]
        say(f"statements, fold {k} of {FOLDS}: {len(train)} sentences")
        model = fit(train, vectors)
        for i in test:
            scores[read[i]] = score_example(examples[read[i]], model)
    return scores


def calibrate(examples: Sequence[Example], scores: Sequence[float]) -> dict[str, float]:
    """Slope and shift of Platt's logistic curve, on examples that can count, as they occur."""
    from sklearn.linear_model import LogisticRegression

    kept = [i for i in as_they_occur(examples) if examples[i].can_count]
    curve = LogisticRegression(C=1e6).fit([[scores[i]] for i in kept], [examples[i].is_statement for i in kept])
    return {"slope": round(float(curve.coef_[0][0]), 6), "shift": round(float(curve.intercept_[0]), 6)}


def figures(examples: Sequence[Example], sure: Sequence[float], threshold: float) -> dict[str, float]:
    """Precision, recall and F1 of statements, recall of the clear ones, logistics taken for statements, ECE; of the
    examples that were read."""
    kept = [(e, p) for e, p in zip(examples, sure, strict=True) if e.is_read]
    examples, sure = [e for e, _ in kept], [p for _, p in kept]
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
    """Half of the highest out-of-fold F1 on sentences as they occur, in steps of 0.01.

    That is where the best F1 lies when confidences are calibrated (Lipton, Elkan and Naryanaswamy, 2014); the highest
    point of the measured curve itself moves with every label.
    """
    kept = as_they_occur(examples)
    occurring, theirs = [examples[i] for i in kept], [sure[i] for i in kept]
    highest = max(figures(occurring, theirs, k / 100)["f1"] for k in range(5, 95))
    return round(highest / 2, 2)


def as_they_occur(examples: Sequence[Example]) -> list[int]:
    """Places of the examples that were read and not drawn for being hard; of all that were read where all were.

    Where there is a teacher, of those only that it is a stranger to: it knows the labels of the others.
    """
    read = [i for i, e in enumerate(examples) if e.is_read]
    if any(e.taught is not None for e in examples):
        read = [i for i in read if examples[i].stranger]
    return [i for i in read if not examples[i].drawn] or read


# ── from the labels to the model ──────────────────────────────────────────────────────────────────

LONE = 0.5
"""Confidence that the surest sentence of a release must reach: more likely than not. Of 1,200 such sentences of
releases without a legend that were read, F1 by out-of-fold confidence is flat from 0.45 to 0.6 (0.854 to 0.858); at
0.5, precision is 0.814 and recall 0.899, of clear ones 0.942. A release missed is passed in silence, so that no more
is asked."""


def learn(
    labels: Sequence[Mapping[str, Any]], pool: Mapping[str, dict[str, Any]]
) -> tuple[StatementModel, list[Example], list[float]]:
    """The calibrated model, and the examples with the confidence that each had out of fold."""
    examples = examples_of(labels, pool)
    model, sure = learn_from(examples, vectors_of(pool))
    return model, examples, sure


def vectors_of(pool: Mapping[str, dict[str, Any]]) -> Vectors:
    """Word vectors of all releases of a pool."""
    return word_vectors(build_release(r["text"], source=r["id"], metadata=TEXT) for r in pool.values())


def learn_from(examples: Sequence[Example], vectors: Vectors, say: Say = silent) -> tuple[StatementModel, list[float]]:
    """The calibrated model with its threshold, and the confidence that each example had out of fold."""
    scores = out_of_fold(examples, vectors, say)
    curve = calibrate(examples, scores)
    say(f"statements, the model: {len(examples)} sentences")
    model = replace(fit(examples, vectors), slope=curve["slope"], shift=curve["shift"], lone=LONE)
    sure = [confidence(s, model) for s in scores]
    return replace(model, threshold=choose_threshold(examples, sure)), sure
