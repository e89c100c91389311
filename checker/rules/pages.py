"""The page of a rule: the docstring of its module, or what a house rule states."""

from __future__ import annotations

import sys

from checker.types import Rule


def page_of(rule: Rule) -> str:
    """What `explain` prints of it, its title first."""
    return (rule.page or sys.modules[rule.find.__module__].__doc__ or rule.title).strip()
