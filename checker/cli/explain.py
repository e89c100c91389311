"""`safeharbor explain`: the page of one rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.streams import write_out

if TYPE_CHECKING:
    from checker.types import RuleInfo


def explain(rule: Annotated[str, typer.Argument(help="The id of a rule, as reports and `rules` show it.")]) -> int:
    """Explain a rule: what it looks for, why, how to fix it, examples."""
    from checker.config import resolve
    from checker.config.schema import check_word
    from checker.gate.nouns import GATE_RULES
    from checker.reports.rule_pages import explained
    from checker.rules import RULES
    from checker.rules.pages import page_of

    rules, own = {r.id: r for r in resolve(RULES).rules}, {r.id: r for r in GATE_RULES}
    check_word(rule, [*rules, *own], "rule", "explain")
    write_out(explained(rules[rule], page_of(rules[rule])) if rule in rules else _own_page(own[rule]))
    return 0


def _own_page(rule: RuleInfo) -> str:
    """The page of a rule of the gate, which has the same severity in every profile."""
    return f"{rule.id}: {rule.page.strip()}\n\nAuthority\n    {rule.authority.tier}: {rule.authority.source}\n"
