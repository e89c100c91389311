"""`safeharbor explain`: the page of one rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.streams import write_out

if TYPE_CHECKING:
    from checker.types import Rule, RuleInfo, Severity


def explain(rule: Annotated[str, typer.Argument(help="The id of a rule, as reports and `rules` show it.")]) -> int:
    """Explain a rule: what it looks for, why, how to fix it, examples."""
    from checker.config import resolve
    from checker.config.schema import check_word
    from checker.gate.nouns import GATE_RULES
    from checker.rules import RULES

    rules, own = {r.id: r for r in resolve(RULES).rules}, {r.id: r for r in GATE_RULES}
    check_word(rule, [*rules, *own], "rule", "explain")
    write_out(_page(rules[rule]) if rule in rules else _own_page(own[rule]))
    return 0


def _own_page(rule: RuleInfo) -> str:
    """The page of a rule of the gate, which has the same severity in every profile."""
    return f"{rule.id}: {rule.page.strip()}\n\nAuthority\n    {rule.authority.tier}: {rule.authority.source}\n"


def _page(rule: Rule) -> str:
    from checker.rules.pages import page_of

    title, _, rest = page_of(rule).partition("\n")
    lines = [f"{rule.id}: {title}", rest.rstrip(), "", "Severity", f"    {_by_profile(rule.severity)}"]
    lines += [f"    {grade}: {_by_profile(table)}" for grade, table in rule.grades.items()]
    lines += ["", "Authority", f"    {rule.authority.tier}: {rule.authority.source}"]
    if rule.requires:
        lines += ["", "Judged after", f"    {', '.join(rule.requires)}"]
    return "\n".join(lines) + "\n"


def _by_profile(table: Mapping[str, Severity | None]) -> str:
    return ", ".join(f"{profile} {severity or 'off'}" for profile, severity in table.items())
