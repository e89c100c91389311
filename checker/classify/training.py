"""The user's labelled files → a folder of models that `check --models` judges by."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.classify.labelled_files import read_labelled
from checker.classify.legend_examples import example_of, grouped
from checker.classify.legend_training import Say, learn, save_model
from checker.errors import ConfigError
from checker.model_files import model_path, verify_all, write_sums

FEWEST = 20
"""Labelled releases below which the figures say nothing."""


def train_models(files: Sequence[Path], folder: Path, say: Say) -> dict[str, Any]:
    """Trains the legend finder, takes the statement finder and the sentence tables as shipped, and lists digests.

    Returns the legend model's card. Raises ConfigError when there are too few labels or the folder is in use.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / "SHA256SUMS").is_file():
        raise ConfigError(f"--to: {folder} holds something else; name a new folder")
    labelled = read_labelled(files)
    if len(labelled.legends) < FEWEST:
        raise ConfigError(f"--corpus: {len(labelled.legends)} releases with labelled legends; at least {FEWEST}")
    records = [r for r in labelled.legends if labelled.releases[r["id"]]["text"].strip()]
    say(f"{len(records)} labelled releases")
    examples = [example_of(r, labelled.releases[r["id"]]) for r in records]
    companies = [labelled.releases[r["id"]].get("company") for r in records]
    learned = learn(grouped(examples, companies), say)
    for file in verify_all():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(model_path(file), folder / file)
    told = {"data": {"releases": len(examples), "sha256": labelled.sha256}, "statement model": "as shipped"}
    card = save_model(folder, learned, told)
    write_sums(folder)
    return card
