"""The families of statement models: every one learns, and none sees what it is measured on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from test_statement_training import examples_and_vectors

from checker.classify.statement_examples import Example
from checker.classify.statement_families import FAMILIES, HEAD, compare
from checker.classify.statement_families_seen import ScoreAndKinds, kinds_in
from checker.classify.statement_pipeline import pipeline
from checker.classify.statement_vectors import Vectors


@pytest.fixture(scope="module")
def parted() -> tuple[list[Example], Vectors]:
    """The invented sentences, as if every release were of a company of its own."""
    examples, vectors = examples_and_vectors()
    return [replace(e, group=e.id) for e in examples], vectors


@pytest.mark.filterwarnings("ignore:.*converge")
def test_the_table_has_a_row_for_each_family_and_one_for_the_exported_numbers(
    parted: tuple[list[Example], Vectors],
) -> None:
    rows = list(compare(*parted))
    assert len(rows) == len(HEAD) + len(FAMILIES) + 1
    assert {row.count("|") for row in rows} == {HEAD[0].count("|")}


def test_the_trees_see_as_many_columns_for_every_sentence(parted: tuple[list[Example], Vectors]) -> None:
    examples, _ = parted
    matrix = kinds_in(examples)
    assert matrix.shape[0] == len(examples)
    assert np.isfinite(matrix).all()


def test_scores_for_the_trees_are_of_models_that_did_not_see_the_sentence(
    parted: tuple[list[Example], Vectors],
) -> None:
    examples, vectors = parted
    ahead = [e.is_statement for e in examples]
    seen = ScoreAndKinds(pipeline(vectors))
    in_training = seen.fit_transform(examples, ahead)[:, -1]
    afterwards = seen.transform(examples)[:, -1]
    assert in_training.shape == afterwards.shape
    assert not np.allclose(in_training, afterwards)
