"""Finding forward-looking statements: every sentence outside the legends is scored with its neighbours.

Where the weights leave a sentence in doubt, `second_reader` reads it as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat
from math import exp, log, sqrt

from checker.classify.artefact import load
from checker.classify.statement_features import Clue, clues_of
from checker.classify.statement_kinds import kind_of_statement
from checker.overlaps import Overlaps
from checker.records import dataclass
from checker.types import Passage, Release, Sentence, Statement

NAME = "statement"

FEWEST_WORDS = 4
"""Words below which a sentence says nothing about the future: a label, a name, a row's heading."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """Which sentences a second reader is asked about, and what is then believed.

    lowest, highest  confidences between which the weights are in doubt
    weights, reader  what a log-odd of the weights' counts then, and one of the reader's
    shift            what is added to both
    """

    lowest: float
    highest: float
    weights: float
    reader: float
    shift: float


@dataclass(frozen=True, kw_only=True, slots=True)
class StatementModel:
    """The learned numbers.

    words      a word's weight for its own sentence, for the sentence after it, for the sentence before it
    pairs      weights of word pairs, for their own sentence
    symbols    weights of kinds, pairs of kinds and places
    intercept  log-odds without evidence
    slope, shift  from log-odds to calibrated log-odds (Platt, 1999)
    threshold  confidence from which a sentence counts as a statement
    lone       confidence that the surest sentence of a release must reach; below it the release makes none
    doubt      when the second reader is asked; None for a model of the weights alone
    """

    words: Mapping[str, Sequence[float]]
    pairs: Mapping[str, float]
    symbols: Mapping[str, float]
    intercept: float
    slope: float = 1.0
    shift: float = 0.0
    threshold: float = 0.5
    lone: float = 0.0
    doubt: Doubt | None = None


@cache
def shipped_model() -> StatementModel:
    """The model in `models/statement`. Raises ModelError when its files are not what their digests say."""
    artefact = load(NAME)
    card = artefact.card
    return StatementModel(
        words=artefact.words,
        pairs=artefact.pairs,
        symbols=card["symbols"],
        intercept=card["intercept"],
        slope=card["calibration"]["slope"],
        shift=card["calibration"]["shift"],
        threshold=card["threshold"],
        lone=card["lone"],
        doubt=Doubt(**card["doubt"]) if card.get("doubt") else None,
    )


def find_statements(
    release: Release, legends: Sequence[Passage], model: StatementModel | None = None
) -> tuple[Statement, ...]:
    """The sentences outside `legends` that look ahead, in order, each with a calibrated confidence."""
    model = model or shipped_model()
    return taken(release, legends, confidences(release, legends, model), model)


def taken(
    release: Release, legends: Sequence[Passage], confident: Sequence[float], model: StatementModel
) -> tuple[Statement, ...]:
    """The sentences that `find_statements` takes, where the confidence of each is known."""
    found = []
    aside = Overlaps(legends)
    for sentence, sure in zip(release.sentences, confident, strict=True):
        if sure < model.threshold or not is_prose(sentence.text) or aside.with_any(sentence):
            continue
        found.append(_statement(sentence, sure))
    if max((s.confidence for s in found), default=0.0) < model.lone:
        return ()
    return tuple(found)


def confidences(release: Release, legends: Sequence[Passage], model: StatementModel) -> list[float]:
    """The calibrated probability of each sentence being a statement; in a legend or an address it means nothing."""
    sure = [confidence(score, model) for score in score_clues(clues_of(release, legends), model)]
    if doubt := model.doubt:
        aside = Overlaps(legends)
        asked = [
            i
            for i, sentence in enumerate(release.sentences)
            if is_in_doubt(sure[i], doubt) and is_prose(sentence.text) and not aside.with_any(sentence)
        ]
        for i, score in zip(asked, _read_again(release.sentences, asked), strict=True):
            sure[i] = believed(sure[i], score, doubt)
    return sure


def _read_again(sentences: Sequence[Sentence], asked: Sequence[int]) -> list[float]:
    if not asked:
        return []
    # Here, because numpy adds a third to the start of a check, and one release in five asks nothing.
    from checker.classify.second_reader import in_context, shipped_reader

    return shipped_reader().scores([in_context(sentences, i) for i in asked])


def is_in_doubt(sure: float, doubt: Doubt) -> bool:
    """Whether the weights' confidence lies where the second reader is asked."""
    return doubt.lowest < sure < doubt.highest


def believed(sure: float, score: float, doubt: Doubt) -> float:
    """The confidence of the weights and the second reader's log-odds, together."""
    return _probability(doubt.weights * log(sure / (1 - sure)) + doubt.reader * score + doubt.shift)


def score_clues(clues: Sequence[Clue], model: StatementModel) -> list[float]:
    """Log-odds of each sentence being a statement, before calibration."""
    own = [_sums(clue, model) for clue in clues]
    nothing = (0.0, 0.0, 0.0)
    return [
        model.intercept + here + (own[i - 1] if i else nothing)[1] + (own[i + 1] if i + 1 < len(own) else nothing)[2]
        for i, (here, _, _) in enumerate(own)
    ]


def _sums(clue: Clue, model: StatementModel) -> tuple[float, float, float]:
    """What a sentence says of itself, of the sentence after it and of the sentence before it."""
    here = after = before = 0.0
    for word in clue.words:
        row = model.words.get(word)
        if row is not None:
            here += row[0]
            after += row[1]
            before += row[2]
    scale = sqrt(len(clue.words) + 1)
    pairs = sum(map(model.pairs.get, clue.pairs, repeat(0.0))) / sqrt(len(clue.pairs) + 1)
    symbols = sum(map(model.symbols.get, clue.symbols, repeat(0.0)))
    return here / scale + pairs + symbols, after / scale, before / scale


def confidence(score: float, model: StatementModel) -> float:
    """The calibrated probability of a score."""
    return _probability(model.slope * score + model.shift)


def _probability(log_odds: float) -> float:
    """Rounded to four decimals, so that no two scorers disagree."""
    x = log_odds
    return round(1.0 / (1.0 + exp(-x)) if x >= 0 else exp(x) / (1.0 + exp(x)), 4)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w@./-])[^\W\d_]{2,}(?![\w@/]|\.\w)")


def is_prose(text: str) -> bool:
    """Whether a sentence has words enough, and no more digits than letters: no address, link or row of figures."""
    if sum(c.isdigit() for c in text) > sum(c.isalpha() for c in text):
        return False
    return len(_word().findall(text)) >= FEWEST_WORDS


def _statement(sentence: Sentence, sure: float) -> Statement:
    kind = kind_of_statement(sentence.text)
    return Statement(start=sentence.start, end=sentence.end, text=sentence.text, confidence=sure, kind=kind)
