"""Training the legend finder: labelled releases → models/legend. Run as `python -m checker.classify.legend_training`.

Logistic regression on words and pairs of a sentence and words of its neighbours; transitions of the chain counted in
the labels; confidence calibrated on out-of-fold beliefs. Folds never share a company or a legend's text.
"""

from __future__ import annotations

import gzip
import hashlib
import itertools
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log, sqrt
from pathlib import Path
from typing import Any

from checker.classify.artefact import save
from checker.classify.chain import Transitions, best_path, posteriors
from checker.classify.legend_features import Unit, units_of
from checker.classify.legends import LegendModel, find_legends, score_units
from checker.errors import ModelError
from checker.model_files import model_path, write_sums
from checker.text.release import build_release
from checker.types import Metadata, Release

COLUMNS = "wab"
"""A word speaks of its own sentence, of the one after it and of the one before it."""

MIN_UNITS = 3
"""Sentences that must hold a term before it is learned."""

FOLDS = 5
STRENGTH = 20.0
"""Inverse of the regularisation; the out-of-fold figure is flat from 10 on."""

TEXT = Metadata(format="txt", encoding="utf-8", sha256="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A labelled release: its units, whether each is inside a legend, and its group for splitting."""

    release: Release
    units: tuple[Unit, ...]
    inside: tuple[bool, ...]
    group: str


def example_of(record: dict[str, Any], release: dict[str, Any]) -> Example:
    """A training example from a line of `legends.jsonl` and the release it speaks of."""
    built = build_release(release["text"], source=record["id"], metadata=TEXT)
    inside = tuple(_is_inside(s.start, s.end, record["legends"]) for s in built.sentences)
    legend = "".join(built.text[x["start"] : x["end"]] for x in record["legends"])
    company = re.sub(r"\W+", "", (release["company"] or "").lower())
    return Example(release=built, units=units_of(built), inside=inside, group=company or _shape(legend) or record["id"])


def _is_inside(start: int, end: int, legends: Sequence[dict[str, Any]]) -> bool:
    if any(x.get("form") == "link_only" for x in legends):
        legends = [x for x in legends if x.get("form") != "link_only"]
    covered = sum(max(0, min(end, x["end"]) - max(start, x["start"])) for x in legends)
    return bool(covered * 2 > end - start)


def _shape(legend: str) -> str:
    """The first words of a legend without names and numbers: releases that share it go to one fold."""
    return " ".join(re.findall(r"[a-z]+", legend.lower())[:25])


# ── making the finder robust: the same legend in other clothes ────────────────────────────────────

_OTHER_WORDS = (("forward", "prospective"), ("forward", "future"))


def disguised(example: Example) -> list[Example]:
    """Copies without the give-away words, without headings, and with two sentences for a legend."""
    copies = []
    for word, other in _OTHER_WORDS:
        swap = {word: other, "looking": "oriented" if other == "future" else "statements"}
        units = tuple(_reworded(u, swap) for u in example.units)
        copies.append(replace(example, units=units))
    return [*copies, _without_headings(example), _shortened(copies[0])]


def _without_headings(example: Example) -> Example:
    kept = [i for i, u in enumerate(example.units) if not (example.inside[i] and u.symbols[0] == "is heading")]
    units, inside = tuple(example.units[i] for i in kept), tuple(example.inside[i] for i in kept)
    return replace(example, units=units, inside=inside)


def _shortened(example: Example) -> Example:
    """Legends of two sentences are rare and real: which two are kept depends on the text alone."""
    inside = [i for i, state in enumerate(example.inside) if state]
    first = len(example.release.text) % max(1, len(inside) - 1)
    kept = {*inside[first : first + 2], *(i for i, state in enumerate(example.inside) if not state)}
    units = tuple(u for i, u in enumerate(example.units) if i in kept)
    return replace(example, units=units, inside=tuple(s for i, s in enumerate(example.inside) if i in kept))


def _reworded(unit: Unit, swap: dict[str, str]) -> Unit:
    words = sorted({swap.get(w, w) for w in unit.words})
    pairs = sorted({" ".join(swap.get(w, w) for w in p.split(" ")) for p in unit.pairs})
    return replace(unit, words=tuple(words), pairs=tuple(pairs))


# ── fitting ───────────────────────────────────────────────────────────────────────────────────────


def fit(examples: Sequence[Example]) -> LegendModel:
    """Fits weights on examples and their disguises, and counts transitions on the examples alone."""
    estimator, terms, prior = fit_estimator(examples)
    return read_off(terms, estimator.coef_[0], float(estimator.intercept_[0]) - prior, examples)


def fit_estimator(examples: Sequence[Example]) -> tuple[Any, dict[str, int], float]:
    """The fitted logistic regression, the column of each term, and the log-odds of the prior in the training data."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    dressed = [*examples, *(copy for e in examples for copy in disguised(e))]
    terms = _vocabulary(dressed)
    labels = [label for e in dressed for label in e.inside]
    share_of_copy = len(examples) / (len(dressed) - len(examples))
    weights = [1.0 if n < len(examples) else share_of_copy for n, e in enumerate(dressed) for _ in e.inside]
    estimator = LogisticRegression(C=STRENGTH, max_iter=1000).fit(design(dressed, terms), labels, sample_weight=weights)
    share = float(np.average(labels, weights=weights))
    return estimator, terms, log(share / (1 - share))


def design(examples: Sequence[Example], terms: dict[str, int]) -> Any:
    """The sparse matrix of all sentences of all examples, one row a sentence, one column a term."""
    from scipy.sparse import csr_matrix

    rows: list[int] = []
    cols: list[int] = []
    values: list[float] = []
    count = 0
    for example in examples:
        for i in range(len(example.units)):
            for column, value in _features(example.units, i, terms):
                rows.append(count)
                cols.append(column)
                values.append(value)
            count += 1
    return csr_matrix((values, (rows, cols)), shape=(count, len(terms)))


def _vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for example in examples:
        for unit in example.units:
            counts.update(f"w {x}" for x in unit.words)
            counts.update(f"p {x}" for x in unit.pairs)
            counts.update(f"s {x}" for x in unit.symbols)
    kept = sorted(t for t, n in counts.items() if n >= MIN_UNITS)
    names = [t if t[0] != "w" else f"{c} {t[2:]}" for t in kept for c in (COLUMNS if t[0] == "w" else "x")]
    return {name: i for i, name in enumerate(names)}


def _features(units: Sequence[Unit], i: int, terms: dict[str, int]) -> list[tuple[int, float]]:
    unit = units[i]
    found = [(f"p {p}", len(unit.pairs)) for p in unit.pairs] + [(f"s {s}", 1) for s in unit.symbols]
    for column, at in zip(COLUMNS, (i, i - 1, i + 1), strict=True):
        if 0 <= at < len(units):
            found += [(f"{column} {w}", len(units[at].words)) for w in units[at].words]
    return [(terms[name], 1 / sqrt(n)) for name, n in found if name in terms]


SMALLEST = 0.02
"""Weights below this in every column are dropped: they cannot change a score by more than a few hundredths."""


def read_off(
    terms: dict[str, int], weights: Any, intercept: float, examples: Sequence[Example], smallest: float = SMALLEST
) -> LegendModel:
    """The numbers as the check path uses them, without weights too small to matter."""
    at = {name: float(weights[i]) for name, i in terms.items()}
    words = {n[2:]: tuple(at[c + n[1:]] for c in COLUMNS) for n in at if n[0] == COLUMNS[0]}
    return LegendModel(
        words={w: row for w, row in words.items() if max(map(abs, row)) >= smallest},
        pairs={n[2:]: v for n, v in at.items() if n[0] == "p" and abs(v) >= smallest},
        symbols={n[2:]: round(v, 6) for n, v in at.items() if n[0] == "s"},
        intercept=intercept,
        transitions=count_transitions([e.inside for e in examples]),
    )


def count_transitions(sequences: Sequence[Sequence[bool]]) -> Transitions:
    """Log-probabilities of moving between the states, with one added to every count."""
    starts = Counter(s[0] for s in sequences if s)
    moves = Counter(pair for s in sequences for pair in itertools.pairwise(s))

    def share(count: int, other: int) -> float:
        return round(log((count + 1) / (count + other + 2)), 6)

    return Transitions(
        start_inside=share(starts[True], starts[False]),
        start_outside=share(starts[False], starts[True]),
        outside_outside=share(moves[False, False], moves[False, True]),
        outside_inside=share(moves[False, True], moves[False, False]),
        inside_inside=share(moves[True, True], moves[True, False]),
        inside_outside=share(moves[True, False], moves[True, True]),
    )


# ── measuring without fooling oneself: out-of-fold beliefs ────────────────────────────────────────


def out_of_fold(examples: Sequence[Example]) -> list[LegendModel]:
    """For each example the model that was fitted without its group."""
    from sklearn.model_selection import GroupKFold

    groups = [e.group for e in examples]
    models: list[LegendModel | None] = [None] * len(examples)
    for train, test in GroupKFold(FOLDS).split(examples, groups=groups):
        model = fit([examples[i] for i in train])
        for i in test:
            models[i] = model
    return [m for m in models if m is not None]


def block_beliefs(example: Example, model: LegendModel) -> list[tuple[float, bool]]:
    """For each block found: its mean belief, and whether most of its sentences are labelled inside."""
    scores = score_units(example.units, model)
    path, beliefs = best_path(scores, model.transitions), posteriors(scores, model.transitions)
    found: list[tuple[float, bool]] = []
    run: list[int] = []
    for i, state in enumerate((*path, False)):
        if state:
            run.append(i)
        elif run:
            right = 2 * sum(example.inside[k] for k in run) > len(run)
            found.append((sum(beliefs[k] for k in run) / len(run), right))
            run = []
    return found


def calibrate(pairs: Sequence[tuple[float, bool]]) -> list[list[float]]:
    """Isotonic curve from mean belief to the share that was right (Zadrozny and Elkan, 2002).

    One right and one wrong block are added at each end, so that no confidence is 0 or 1.
    """
    from sklearn.isotonic import IsotonicRegression

    padded = [*pairs, (0.0, False), (0.0, True), (1.0, False), (1.0, True)]
    curve = IsotonicRegression(y_min=0.0, y_max=1.0).fit([b for b, _ in padded], [float(r) for _, r in padded])
    return [
        [round(float(x), 4), round(float(y), 4)] for x, y in zip(curve.X_thresholds_, curve.y_thresholds_, strict=True)
    ]


def character_scores(examples: Sequence[Example], models: Sequence[LegendModel]) -> dict[str, float]:
    """Precision, recall and F1 over characters of sentences, each example by its own model."""
    hit = said = there = 0
    for example, model in zip(examples, models, strict=True):
        spans, _ = find_legends(example.release, model)
        for sentence, inside in zip(example.release.sentences, example.inside, strict=True):
            size = sentence.end - sentence.start
            found = any(s.start <= sentence.start < s.end for s in spans)
            hit, said, there = hit + size * (found and inside), said + size * found, there + size * inside
    precision, recall = hit / max(1, said), hit / max(1, there)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


# ── from the corpus to the artefact ───────────────────────────────────────────────────────────────


def read_examples(corpus: Path, labels: Path | None = None, leave_out: frozenset[str] = frozenset()) -> list[Example]:
    """The labelled releases of a corpus folder and of our own labels on its pool, but those to be left out.

    Own labels are ids, offsets and the digest of the text they were read from; a text that changed is refused.
    """
    with gzip.open(corpus / "releases.jsonl.gz", "rt", encoding="utf-8") as lines:
        releases = {r["id"]: r for r in map(json.loads, lines)}
    files = [corpus / "train" / "legends.jsonl", *([labels / "legends.jsonl"] if labels else [])]
    records = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    for record in records:
        text = releases[record["id"]]["text"]
        if record.get("sha256", digest := hashlib.sha256(text.encode()).hexdigest()) != digest:
            raise ModelError(f"label {record['id']}: the text is not the one that was read")
    return [example_of(r, releases[r["id"]]) for r in records if r["id"] not in leave_out]


def train(corpus: Path, models: Path, leave_out: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Fits, calibrates, writes `models/legend` and the digests; returns the card. Deterministic."""
    import sklearn

    examples = read_examples(corpus, models / "labels", leave_out)
    held_out = out_of_fold(examples)
    curve = calibrate([pair for e, m in zip(examples, held_out, strict=True) for pair in block_beliefs(e, m)])
    model = fit(examples)
    moves = model.transitions
    card = {
        "name": "legend",
        "version": "1",
        "what": "legend passages: sentences with their neighbours, joined by a two-state chain",
        "intercept": round(model.intercept, 6),
        "symbols": dict(sorted(model.symbols.items())),
        "transitions": {name: getattr(moves, name) for name in moves.__slots__},
        "calibration": curve,
        "threshold": 0.5,
        "nearest_from": 0.05,
        "data": {"releases": len(examples), "sha256": _data_digest(corpus, models)},
        "scores": {"out of fold, characters of sentences": character_scores(examples, held_out)},
        "trained with": {"scikit-learn": sklearn.__version__, "python": sys.version.split()[0]},
    }
    save(models / "legend", words=model.words, pairs=model.pairs, card=card)
    write_sums(models)
    return card


def _data_digest(corpus: Path, models: Path) -> str:
    files = (corpus / "train" / "legends.jsonl", models / "labels" / "legends.jsonl")
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


if __name__ == "__main__":
    found = train(Path(sys.argv[1]), model_path("."))
    print(json.dumps({k: found[k] for k in ("data", "scores", "calibration")}, indent=1))  # noqa: T201
