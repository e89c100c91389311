"""Which words moved a model: the weights that a legend's or a statement's words added to its score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from checker.classify import legends, statements
from checker.classify.legend_features import units_of
from checker.classify.statement_features import Clue, clues_of
from checker.types import Passage, Reading, Release, RunReport

SHOWN = 6
"""Words shown for each passage, the strongest first."""

SMALLEST = 0.05
"""Weights that would be printed as nothing are not shown."""

Weighed = tuple[tuple[str, float], ...]


def words_behind_legend(release: Release, legend: Passage, shown: int = SHOWN) -> Weighed:
    """The words and pairs of a legend's sentences by the log-odds they added, mean over its sentences."""
    model = legends.shipped_model()
    units = units_of(release)
    inside = [u for u, s in zip(units, release.sentences, strict=True) if legend.start <= s.start < legend.end]
    total: Counter[str] = Counter()
    for unit in inside:
        total.update(_weighed(unit.words, unit.pairs, model.words, model.pairs, 0))
    return _strongest({word: weight / max(1, len(inside)) for word, weight in total.items()}, shown)


def words_behind_statement(clue: Clue, shown: int = SHOWN) -> Weighed:
    """The words and pairs of a statement by the log-odds they added."""
    model = statements.shipped_model()
    return _strongest(_weighed(clue.words, clue.pairs, model.words, model.pairs, 1), shown)


def words_read_again(release: Release, i: int, doubt: statements.Doubt, shown: int = SHOWN) -> Weighed:
    """The words of a sentence that the second reader was asked about, by what the log-odds would lose without them."""
    from checker.classify.second_reader import in_context, shipped_reader

    lost = shipped_reader().words_behind(in_context(release.sentences, i))
    return _strongest({word: score * doubt.reader for word, score in lost.items()}, shown)


def _weighed(
    words: Sequence[str],
    pairs: Sequence[str],
    of_words: Mapping[str, Sequence[float]],
    of_pairs: Mapping[str, float],
    more: int,
) -> dict[str, float]:
    """Each term's share of a score; `more` is what the model adds to the number of terms before the root."""
    scale, pairs_scale = sqrt(max(1, len(words) + more)), sqrt(max(1, len(pairs) + more))
    found = {w: of_words[w][0] / scale for w in words if w in of_words}
    return {**found, **{p: of_pairs[p] / pairs_scale for p in pairs if p in of_pairs}}


def _strongest(weights: Mapping[str, float], shown: int) -> Weighed:
    ranked = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple((word, round(weight, 2)) for word, weight in ranked[:shown] if abs(weight) >= SMALLEST)


def render_why(report: RunReport) -> str:
    """A section for the text report: for each legend and statement, its words with their weights."""
    lines = ["", "The words that moved the models most (log-odds; below zero: against)"]
    for release in report.releases:
        if release.reading is not None:
            lines += [release.source, *_of_reading(release.reading)]
    return "\n".join(lines) + "\n"


def _of_reading(reading: Reading) -> Iterable[str]:
    release = reading.release
    for legend in reading.legends:
        yield _line("legend", release, legend, legend.confidence, words_behind_legend(release, legend))
    if not reading.statements:
        return
    model, clues = statements.shipped_model(), clues_of(release)
    scores = statements.score_clues(clues, model)
    places = {sentence.start: i for i, sentence in enumerate(release.sentences)}
    for statement in reading.statements:
        i = places[statement.start]
        if model.doubt and statements.is_in_doubt(statements.confidence(scores[i], model), model.doubt):
            name, words = "statement, read again", words_read_again(release, i, model.doubt)
        else:
            name, words = "statement", words_behind_statement(clues[i])
        yield _line(name, release, statement, statement.confidence, words)


def _line(name: str, release: Release, passage: Passage, sure: float, words: Weighed) -> str:
    told = ", ".join(f"{word} {weight:+.2f}" for word, weight in words) or "no single word; its place and neighbours"
    return f"  {name}, line {release.position(passage.start)[0]} ({sure:.2f}): {told}"
