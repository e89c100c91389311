"""The user's labelled files → a folder of models that `check --models` judges by."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.classify.labelled_files import Labelled, read_labelled
from checker.classify.legend_examples import example_of, grouped
from checker.classify.legend_training import Learned, Say, learn
from checker.classify.legend_training import save_model as save_legend
from checker.classify.own_statements import learn_statements, want_of_labels
from checker.classify.statement_saving import save_model as save_statement
from checker.errors import ConfigError
from checker.model_files import model_path, verify_all, write_sums

FEWEST = 20
"""Releases with labelled legends below which the figures say nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trained:
    """The cards of the models that were trained, and why each of the others is as shipped; both by name."""

    cards: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    as_shipped: Mapping[str, str] = field(default_factory=dict)


def train_models(files: Sequence[Path], folder: Path, say: Say) -> Trained:
    """Trains each finder that has labels enough, takes the rest as shipped, and lists digests.

    Nothing is written before everything was learned. Raises ConfigError when there are too few labels for either
    finder or the folder is in use.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / "SHA256SUMS").is_file():
        raise ConfigError(f"--to: {folder} holds something else; name a new folder")
    labelled = read_labelled(files)
    wanting = {"legend": _want_of_legends(labelled), "statement": want_of_labels(labelled)}
    as_shipped = {name: reason for name, reason in wanting.items() if reason}
    if len(as_shipped) == len(wanting):
        raise ConfigError(f"--corpus: too few labels to train on ({'; '.join(as_shipped.values())})")
    legend = None if wanting["legend"] else _learn_legends(labelled, say)
    statement = None
    if not wanting["statement"]:
        statement = learn_statements(labelled, legend[0].model if legend else None, say)
    _copy_shipped(folder)
    cards = {}
    if legend:
        cards["legend"] = save_legend(folder, *legend)
    if statement:
        cards["statement"] = save_statement(folder, *statement)
    write_sums(folder)
    return Trained(cards=cards, as_shipped=as_shipped)


def _want_of_legends(labelled: Labelled) -> str | None:
    count = len(labelled.legends)
    return f"{count} releases with labelled legends; at least {FEWEST}" if count < FEWEST else None


def _learn_legends(labelled: Labelled, say: Say) -> tuple[Learned, dict[str, Any]]:
    records = [r for r in labelled.legends if labelled.releases[r["id"]]["text"].strip()]
    say(f"{len(records)} releases with labelled legends")
    examples = [example_of(r, labelled.releases[r["id"]]) for r in records]
    companies = [labelled.releases[r["id"]].get("company") for r in records]
    return learn(grouped(examples, companies), say), {"data": {"releases": len(examples), "sha256": labelled.sha256}}


def _copy_shipped(folder: Path) -> None:
    for file in verify_all():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(model_path(file), folder / file)
