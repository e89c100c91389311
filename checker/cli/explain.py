"""`safeharbor explain`: the page of one rule."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.streams import write_out

if TYPE_CHECKING:
    from checker.types import Rule, Severity


def explain(rule: Annotated[str, typer.Argument(help="The id of a rule, as reports and `rules` show it.")]) -> int:
    """Explain a rule: what it looks for, why, how to fix it, examples."""
    from checker.config.schema import check_word
    from checker.rules import RULES

    known = {r.id: r for r in RULES}
    write_out(_page(known[check_word(rule, known, "rule", "explain")]))
    return 0


def _page(rule: Rule) -> str:
    page = (sys.modules[rule.find.__module__].__doc__ or rule.title).strip()
    title, _, rest = page.partition("\n")
    lines = [f"{rule.id}: {title}", rest.rstrip(), "", "Severity", f"    {_by_profile(rule.severity)}"]
    lines += [f"    {grade}: {_by_profile(table)}" for grade, table in rule.grades.items()]
    lines += ["", "Authority", f"    {rule.authority.tier}: {rule.authority.source}"]
    if rule.requires:
        lines += ["", "Judged after", f"    {', '.join(rule.requires)}"]
    return "\n".join(lines) + "\n"


def _by_profile(table: Mapping[str, Severity | None]) -> str:
    return ", ".join(f"{profile} {severity or 'off'}" for profile, severity in table.items())
