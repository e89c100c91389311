"""The statement finder from a user's own labelled sentences, and what must be there for it to mean something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.classify.labelled_files import Labelled
from checker.classify.legends import LegendModel
from checker.classify.statement_examples import Example, examples_of
from checker.classify.statement_saving import counted
from checker.classify.statement_training import FOLDS, Say, figures, learn_from, vectors_of
from checker.classify.statements import StatementModel
from checker.errors import ConfigError

FEWEST = 200
"""Labelled sentences below which the figures say nothing."""

FEWEST_OF_A_KIND = 40
"""Statements, and other sentences, below which the figures say nothing."""

FEWEST_GROUPS = 2 * FOLDS
"""Companies, or releases without one, that must have statements, and that must have others: every fold needs both."""


def want_of_labels(labelled: Labelled) -> str | None:
    """What is missing for a statement finder, in one line; None when there is enough."""
    kept = [line for line in labelled.sentences if line["label"] != "unsure"]
    ahead = sum(line["label"] == "forward" for line in kept)
    if len(kept) < FEWEST or min(ahead, len(kept) - ahead) < FEWEST_OF_A_KIND:
        return (
            f"{len(kept)} labelled sentences, {ahead} of them forward; "
            f"at least {FEWEST}, {FEWEST_OF_A_KIND} of them forward and {FEWEST_OF_A_KIND} not"
        )
    return None


def learn_statements(
    labelled: Labelled, legend_model: LegendModel | None, say: Say
) -> tuple[StatementModel, dict[str, Any]]:
    """The model, and what its card tells of data and scores. Deterministic.

    Sentences that `legend_model` takes for a legend count as the finder will treat them: as no statements. Raises
    ConfigError when the labels come from too few companies, or tell nothing.
    """
    labels = [line for line in labelled.sentences if line["label"] != "unsure"]
    say(f"{len(labels)} labelled sentences")
    examples = examples_of(labels, labelled.releases, legend_model)
    _check_groups(examples)
    say(f"words in the company of words: {len(labelled.releases)} releases")
    model, sure = learn_from(examples, vectors_of(labelled.releases), say)
    scores = figures(examples, sure, model.threshold)
    if not scores["f1"]:
        raise ConfigError("--corpus: no statement could be told from the other labelled sentences")
    releases = len({e.id for e in examples})
    told = {"data": {**counted(examples), "releases": releases, "sha256": labelled.sha256}}
    return model, {**told, "scores": {"out of fold": scores}}


def _check_groups(examples: Sequence[Example]) -> None:
    for name, ahead in (("statements", True), ("other sentences", False)):
        groups = {e.group for e in examples if e.is_statement is ahead}
        if len(groups) < FEWEST_GROUPS:
            raise ConfigError(
                f"--corpus: the labelled {name} come from {len(groups)} companies that share no sentence; "
                f"at least {FEWEST_GROUPS}"
            )
