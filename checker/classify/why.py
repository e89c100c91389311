"""Which words moved a model: the weights that a legend's or a statement's words added to its score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from checker.classify import legends, statements
from checker.classify.legend_features import units_of
from checker.classify.statement_features import clues_of
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


def words_behind_statement(release: Release, statement: Passage, shown: int = SHOWN) -> Weighed:
    """The words and pairs of a statement by the log-odds they added; where the second reader was asked, its words by
    what the log-odds would lose without them."""
    model, i = statements.shipped_model(), _place(release, statement)
    if i is None:
        return ()
    if model.doubt and was_read_again(release, statement):
        from checker.classify.second_reader import read_at, shipped_reader

        moved = shipped_reader().words_behind(read_at(release.sentences, i))
        return _strongest({word: lost * model.doubt.reader for word, lost in moved.items()}, shown)
    clue = clues_of(release)[i]
    return _strongest(_weighed(clue.words, clue.pairs, model.words, model.pairs, 1), shown)


def was_read_again(release: Release, statement: Passage) -> bool:
    """Whether the weights left a statement in doubt, so that the second reader was asked."""
    model, i = statements.shipped_model(), _place(release, statement)
    if model.doubt is None or i is None:
        return False
    score = statements.score_clues(clues_of(release), model)[i]
    return statements.is_in_doubt(statements.confidence(score, model), model.doubt)


def _place(release: Release, statement: Passage) -> int | None:
    return next((i for i, s in enumerate(release.sentences) if s.start == statement.start), None)


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
    for statement in reading.statements:
        name = "statement, read again" if was_read_again(release, statement) else "statement"
        yield _line(name, release, statement, statement.confidence, words_behind_statement(release, statement))


def _line(name: str, release: Release, passage: Passage, sure: float, words: Weighed) -> str:
    told = ", ".join(f"{word} {weight:+.2f}" for word, weight in words) or "no single word; its place and neighbours"
    return f"  {name}, line {release.position(passage.start)[0]} ({sure:.2f}): {told}"
