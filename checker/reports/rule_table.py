"""The catalogue of rules as a table: for a README, a terminal or a program."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from checker.reports.words import folded
from checker.types import Rule, Severity

PROFILES = ("full", "practice", "statute", "oral", "canada")
HEADINGS = ("Rule", "Looks for", *PROFILES, "Authority", "Source")
_JUDGED = "review"


def render_rules(rules: Sequence[Rule], format: Literal["markdown", "text", "json"]) -> str:  # noqa: A002
    """The rules in their order, with the severity of an absence or a defect in each profile ("-": off)."""
    if format == "json":
        return json.dumps([_object(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"
    rows = [_cells(rule) for rule in rules]
    return _markdown(rows) if format == "markdown" else _text(rows)


def _object(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "authority": {"tier": rule.authority.tier, "source": rule.authority.source},
        "expect": rule.expect,
        "severity": dict(rule.severity),
        "grades": {grade: dict(table) for grade, table in sorted(rule.grades.items())},
        "requires": list(rule.requires),
        "not_expected_in": sorted(rule.not_expected_in),
        "advice": rule.advice,
    }


def _cells(rule: Rule) -> tuple[str, ...]:
    severities = (_severity(rule, rule.severity, profile) for profile in PROFILES)
    return (rule.id, rule.title, *severities, rule.authority.tier, rule.authority.source)


def _severity(rule: Rule, table: Mapping[str, Severity | None], profile: str) -> str:
    severity = table.get(profile)
    if rule.expect == "judged":
        return _JUDGED if severity else "-"
    return severity or "-"


def _markdown(rows: Sequence[tuple[str, ...]]) -> str:
    cells = [HEADINGS, ("---",) * len(HEADINGS)]
    cells += [(f"`{row[0]}`", *(folded(c).replace("|", "\\|") for c in row[1:])) for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def _text(rows: Sequence[tuple[str, ...]]) -> str:
    """Columns without the source, which `explain` shows. What a rule looks for stands last: there it is never cut."""
    shown = [(rule, *others, looks_for) for rule, looks_for, *others, _ in (HEADINGS, *rows)]
    widths = [max(len(row[i]) for row in shown) for i in range(len(shown[0]))]
    lines = ("  ".join(f"{folded(c):{w}}" for c, w in zip(row, widths, strict=True)) for row in shown)
    return "".join(line.rstrip() + "\n" for line in lines)
