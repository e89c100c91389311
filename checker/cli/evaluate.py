"""`safeharbor evaluate`: how well the models do on labelled releases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import options
from checker.cli.streams import write_out


def evaluate(
    corpus: Annotated[
        list[Path], typer.Option(metavar="FILE", help="Labelled releases, JSON lines (repeatable; gzipped or not).")
    ],
    models: options.Models = None,
    format_: options.TextOrJson = "text",
    html: Annotated[Path | None, typer.Option(metavar="PATH", help="Also write one HTML page with the plots.")] = None,
) -> int:
    """Measure the models on labelled releases.

    Name releases that they were not trained on.
    """
    from checker.classify.evaluation import evaluate as measured
    from checker.classify.evaluation_report import render_html, render_text
    from checker.classify.labelled_files import read_labelled
    from checker.cli.outputs import check_target
    from checker.config.schema import check_word
    from checker.model_files import use_models

    check_word(format_, ("text", "json"), "format", "--format")
    if html:
        check_target(html, "--html")
    if models:
        use_models(models)
    found = measured(read_labelled(corpus))
    if html:
        html.write_text(render_html(found), encoding="utf-8")
    write_out(json.dumps(found, indent=2, ensure_ascii=False) + "\n" if format_ == "json" else render_text(found))
    return 0
