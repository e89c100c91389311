"""`safeharbor train`: models from the user's own labelled releases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.streams import tell, write_out


def train(
    corpus: Annotated[
        list[Path], typer.Option(metavar="FILE", help="Labelled releases, JSON lines (repeatable; gzipped or not).")
    ],
    to: Annotated[Path, typer.Option(metavar="DIR", help="Folder that receives the models and their card.")] = Path(
        "safeharbor-models"
    ),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> int:
    """Train the models on your own labelled releases.

    A line with "text" is a release, one with "legends" says where its legends are. The same files give the same model.
    """
    from checker.classify.training import train_models

    card = train_models(corpus, to, say=(lambda _: None) if quiet else tell)
    figures = card["scores"]["out of fold"]
    write_out(
        f"{to}: legend model of {card['data']['releases']} releases; out of fold: "
        f"found {figures['found']:.3f}, extent F1 {figures['f1']:.3f}, false legends {figures['false legends']}\n"
        f"statement model: {card['statement model']}\n"
        f"use it: safeharbor check --models {to} …    look at it: safeharbor evaluate --models {to} --corpus FILE\n"
    )
    return 0
