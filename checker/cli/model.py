"""`safeharbor model`: which learned numbers judge, and whether they are the ones published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from checker.cli import options
from checker.cli.streams import write_out

app = typer.Typer(help="Show or verify the models.", rich_markup_mode=None, no_args_is_help=False)


@app.command()
def info(models: options.Models = None) -> int:
    """Show name, version and digest of each model, what it learned from and how it scored."""
    from checker.classify.artefact import card_of, model_infos

    _use(models)
    write_out(
        "".join(
            f"{m.name}  version {m.version}  sha256 {m.sha256}\n    {_told(card_of(m.name))}\n" for m in model_infos()
        )
    )
    return 0


@app.command()
def verify(models: options.Models = None) -> int:
    """Compare every model file with its published digest; exits 3 when one differs."""
    from checker.model_files import verify_all

    _use(models)
    files = verify_all()
    write_out("".join(f"{file}: as published\n" for file in files))
    return 0


def _use(models: Path | None) -> None:
    from checker.model_files import use_models

    if models:
        use_models(models)


def _told(card: Mapping[str, Any]) -> str:
    """Data, the figures, the threshold where there is one, and the versions, in one line."""
    data = ", ".join(f"{n} {what}" for what, n in card["data"].items() if isinstance(n, int))
    versions = ", ".join(f"{name} {version}" for name, version in sorted(card["trained with"].items()))
    return f"{data}; {_figures(card)}; {versions}"


def _figures(card: Mapping[str, Any]) -> str:
    scores = card["scores"]
    if "out of fold" not in scores:
        return "; ".join(f"{name}: {_shown(figures)}" for name, figures in scores.items())
    figures = {"F1" if name == "f1" else name: scores["out of fold"][name] for name in ("precision", "recall", "f1")}
    return f"out of fold: {_shown(figures)} at confidence {card['threshold']}"


def _shown(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.3f}" for name, value in figures.items())
