"""`safeharbor train`: models from the user's own labelled releases."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

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
    """Train the models on your own labels.

    A line with "text" is a release, one with "legends" says where its legends are, one with "label" what a sentence
    is. A finder with too few labels stays as shipped. The same files give the same models.
    """
    from checker.classify.training import train_models

    trained = train_models(corpus, to, say=(lambda _: None) if quiet else tell)
    lines = [_told(name, card) for name, card in trained.cards.items()]
    lines += [f"{name} model: as shipped ({reason})" for name, reason in trained.as_shipped.items()]
    write_out(
        f"{to}:\n"
        + "".join(f"{line}\n" for line in lines)
        + f"use it: safeharbor check --models {to} …    look at it: safeharbor evaluate --models {to} --corpus FILE\n"
    )
    return 0


def _told(name: str, card: Mapping[str, Any]) -> str:
    data, figures = card["data"], card["scores"]["out of fold"]
    if name == "legend":
        return (
            f"legend model: {data['releases']} releases; out of fold: found {figures['found']:.3f}, "
            f"extent F1 {figures['f1']:.3f}, false legends {figures['false legends']}"
        )
    return (
        f"statement model: {data['sentences']} sentences of {data['releases']} releases; out of fold: "
        f"precision {figures['precision']:.3f}, recall {figures['recall']:.3f}, F1 {figures['f1']:.3f} "
        f"at confidence {card['threshold']}"
    )
