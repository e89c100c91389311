"""The keys `waivers`, `baseline` and `inline-suppressions` → what the gate of a run accepts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.config.files import shown
from checker.gate.nouns import Baseline, Gate, Waivers
from checker.types import Rule

if TYPE_CHECKING:
    from checker.config.resolve import Resolved


def load_gate(resolved: Resolved, rules: Sequence[Rule], today: date, *, with_baseline: bool = True) -> Gate:
    """The gate of a run on a day. Raises ConfigError when a file that is named is missing or not what it should be."""
    from checker.gate.files import load_baseline, load_waivers

    waivers, baseline = resolved.path("waivers"), resolved.path("baseline") if with_baseline else None
    return Gate(
        inline=resolved.values["inline-suppressions"].value,
        waivers=load_waivers(Path(shown(waivers)), [rule.id for rule in rules]) if waivers else Waivers(),
        baseline=load_baseline(Path(shown(baseline))) if baseline else Baseline(),
        today=today,
    )
