"""`safeharbor rules`: the catalogue."""

from __future__ import annotations

from typing import Annotated, Literal, cast

import typer

from checker.cli.streams import write_out


def rules(
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print them: text, json or markdown.")
    ] = "text",
) -> int:
    """List the rules, with their severity in each profile.

    Those of the house are among them.
    """
    from checker.config import resolve
    from checker.config.schema import check_word
    from checker.reports.rule_table import render_rules
    from checker.rules import RULES

    name = check_word(format_, ("text", "json", "markdown"), "format", "--format")
    every = resolve(RULES).rules
    write_out(render_rules(every, cast("Literal['text', 'json', 'markdown']", name)))
    return 0
