"""Replacements in a text: kept apart, put in, shown as a diff. Pure; `fixing` writes files."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from checker.types import ReleaseReport, Replacement


def apart(fixes: Iterable[Replacement]) -> tuple[Replacement, ...]:
    """In order, each once, without overlap; of two that overlap the longer one counts, which mends more of the slip."""
    kept: list[Replacement] = []
    for fix in sorted(set(fixes), key=lambda f: (f.start - f.end, f.start, f.text)):
        if all(fix.end <= k.start or k.end <= fix.start for k in kept) and all(fix.start != k.start for k in kept):
            kept.append(fix)
    return tuple(sorted(kept, key=lambda f: f.start))


def fixes_of(report: ReleaseReport) -> tuple[Replacement, ...]:
    """The replacements of all findings that count, in order and without overlap. Waived findings keep their words."""
    return apart(fix for outcome in report.outcomes if outcome.is_finding for fix in outcome.fix)


def applied(text: str, fixes: Sequence[Replacement]) -> str:
    """The text with the replacements, which are in order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for fix in fixes:
        pieces += (text[done : fix.start], fix.text)
        done = fix.end
    return "".join((*pieces, text[done:]))


def diff_lines(before: str, after: str, name: str) -> list[str]:
    """A unified diff of one line of context, without line ends; empty when nothing changed."""
    old, new = before.splitlines(), after.splitlines()
    return list(difflib.unified_diff(old, new, fromfile=name, tofile=f"{name} (fixed)", n=1, lineterm=""))
