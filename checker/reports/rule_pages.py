"""The page of a rule: as `explain` prints it, and as `docs/rules/<id>.md` holds it.

A page is the docstring of the rule's module: a title, then parts of a heading and indented text.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from checker.reports.rule_table import PROFILES, render_rules
from checker.types import Rule, Severity

EXAMPLES = ("Met", "Missing", "Silent", "Found")
"""Parts that hold words of a release."""


def explained(rule: Rule, page: str) -> str:
    """The page for a terminal, with the severities, the authority and what is judged before."""
    title, _, rest = page.partition("\n")
    lines = [f"{rule.id}: {title}", rest.rstrip(), "", "Severity", f"    {by_profile(rule.severity)}"]
    lines += [f"    {grade}: {by_profile(table)}" for grade, table in rule.grades.items()]
    lines += ["", "Authority", f"    {rule.authority.tier}: {rule.authority.source}"]
    if rule.requires:
        lines += ["", "Judged after", f"    {', '.join(rule.requires)}"]
    return "\n".join(lines) + "\n"


def by_profile(table: Mapping[str, Severity | None]) -> str:
    """ "full error, practice note"; "off" where a table has nothing."""
    return ", ".join(f"{profile} {table.get(profile) or 'off'}" for profile in PROFILES)


def markdown_page(rule: Rule, page: str) -> str:
    """The page for a reader of the repository."""
    title, *parts = _parts(page)
    lines = [f"# {rule.id}", "", f"**{title[0]}**"]
    for heading, text in parts:
        shown = textwrap.indent(text, "> ", lambda _: True) if heading in EXAMPLES else text
        lines += ["", f"## {heading}", "", shown]
    lines += ["", "## Severity", "", *_severities(rule), "", "## Authority", ""]
    lines += [f"{rule.authority.tier.capitalize()}: {rule.authority.source}"]
    if rule.requires:
        lines += ["", "Judged after " + ", ".join(f"[{r}]({r}.md)" for r in rule.requires) + "."]
    return "\n".join(lines) + "\n"


def index_page(rules: Sequence[Rule]) -> str:
    """The table of all rules, each linked to its page."""
    table = render_rules(rules, "markdown")
    for rule in rules:
        table = table.replace(f"| `{rule.id}` |", f"| [`{rule.id}`]({rule.id}.md) |")
    head = "# Rules\n\nWritten by `.ci/docs` from the rules. `safeharbor explain RULE` prints the same page.\n\n"
    return head + table


def _parts(page: str) -> list[tuple[str, str]]:
    """The title with no text, then each heading with its text, paragraphs kept and indentation gone."""
    lines = page.strip().splitlines()
    parts: list[tuple[str, list[str]]] = []
    for line in lines:
        if line and not line.startswith(" "):
            parts.append((line, []))
        elif parts:
            parts[-1][1].append(line)
    return [(heading, textwrap.dedent("\n".join(text)).strip()) for heading, text in parts]


def _severities(rule: Rule) -> list[str]:
    rows = [("", rule.severity), *rule.grades.items()]
    lines = [f"| | {' | '.join(PROFILES)} |", f"|---|{'---|' * len(PROFILES)}"]
    for grade, table in rows:
        cells = " | ".join(table.get(profile) or "-" for profile in PROFILES)
        lines.append(f"| {grade} | {cells} |")
    return lines
