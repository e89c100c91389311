"""RULES: the table of contents. To add a rule: its file, its case file, one line here."""

from __future__ import annotations

from checker.rules.presence import legend_present
from checker.rules.time import undue_reliance
from checker.types import Rule

RULES: tuple[Rule, ...] = (
    legend_present.RULE,
    undue_reliance.RULE,
)
"""In the order of the report: presence, claim and citations, caution, time, eligibility."""
