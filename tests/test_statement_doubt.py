"""What the second reader's word counts is learned from labels that it was not told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from test_statement_training import invented

from checker.classify.second_reader import InContext
from checker.classify.statement_doubt import HIGHEST, LOWEST, with_second_reader
from checker.classify.statement_examples import Example, examples_of
from checker.classify.statement_training import choose_threshold
from checker.classify.statements import StatementModel

MODEL = StatementModel(words={}, pairs={}, symbols={}, intercept=0.0)


class Knowing:
    """A reader that mostly knows which of the invented sentences look ahead."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def scores(self, read: Sequence[InContext]) -> list[float]:
        self.asked += [r.text for r in read]
        chance = np.random.default_rng(0)
        ahead = [any(cue in r.text for cue in ("expects", "plan to", "will grow")) for r in read]
        return [(2.0 if yes else -2.0) + float(chance.normal(0, 2)) for yes in ahead]


def strangers() -> tuple[list[Example], dict[str, dict[str, object]]]:
    labels, pool = invented()
    return [replace(e, taught=0.5, stranger=True) for e in examples_of(labels, pool)], pool


def test_its_word_moves_what_is_in_doubt_towards_the_labels() -> None:
    examples, pool = strangers()
    sure = [0.5] * len(examples)
    model, both = with_second_reader(MODEL, examples, sure, pool, Knowing().scores)
    assert model.doubt
    assert (model.doubt.lowest, model.doubt.highest) == (LOWEST, HIGHEST)
    assert model.doubt.reader > 0.3
    ahead, others = ([p for e, p in zip(examples, both, strict=True) if e.is_statement is yes] for yes in (True, False))
    assert np.mean(ahead) > 0.6 > 0.4 > np.mean(others)
    assert model.threshold == choose_threshold(examples, both)


def test_it_is_not_asked_of_what_the_weights_are_sure_of_nor_of_labels_it_was_told() -> None:
    examples, pool = strangers()
    known = len(examples) // 2
    examples = [replace(e, stranger=False) for e in examples[:known]] + examples[known:]
    sure = [0.5 if i % 3 else 0.9 for i in range(len(examples))]
    reader = Knowing()
    _, both = with_second_reader(MODEL, examples, sure, pool, reader.scores)
    asked = [i for i in range(known, len(examples)) if i % 3 and examples[i].can_count]
    assert len(reader.asked) == len(asked)
    assert all(both[i] == sure[i] for i in range(len(examples)) if i not in asked)
