"""What the gate works with: frozen values, as in `checker.types`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import field
from datetime import date
from typing import Literal

from checker.records import dataclass
from checker.types import Authority, Place, RuleInfo

InlineMode = Literal["on", "off"]
_ANYWHERE = Place()

SUPPRESSION = RuleInfo(
    id="suppression",
    title="Unused or malformed suppression",
    authority=Authority(tier="hygiene", source="this tool's own directives"),
    severity="warning",
    page="""Unused or malformed suppression.

What it looks for: directives `<!-- safeharbor: ignore[rule-id] reason -->` that are malformed (no reason, an unknown
rule, an unclosed bracket or comment), that are not used because the rule found nothing to report, or that stand in a
document whose gate has `inline-suppressions = "off"`.

Why: a suppression that does nothing, or that nobody can explain, hides the state of the document.

How to fix: mend the directive, or delete it.""",
)
WAIVER = RuleInfo(
    id="waiver",
    title="Expired or expiring waiver",
    authority=Authority(tier="hygiene", source="this tool's own waiver file"),
    severity="warning",
    page="""Expired or expiring waiver.

What it looks for: findings of this document whose waiver has expired (a warning, and the finding counts again), or
expires within 14 days (a note). A date that cannot be read has expired.

Why: a waiver is a decision for a time; somebody should decide again before the gate closes.

How to fix: mend the finding, or have the waiver renewed by its approver.""",
)
GATE_RULES = (SUPPRESSION, WAIVER)
"""The gate's own rules: what it says of directives and waivers. They cannot be suppressed, waived or baselined."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiver:
    """One entry of a waiver file. `number` is its place in the file, from 1.

    `path` is a glob: without a slash it matches a file name anywhere, else the path relative to the waiver file.
    `malformed` are the dates that could not be read; such a waiver has expired.
    """

    number: int
    rule: str
    reason: str
    approver: str
    path: str = ""
    sha256: str = ""
    fingerprint: str = ""
    ticket: str = ""
    created: date | None = None
    expires: date | None = None
    malformed: tuple[str, ...] = ()

    def expired(self, today: date) -> bool:
        """Whether it accepts nothing any more. The last day counts."""
        return bool(self.malformed) or self.expires is None or today > self.expires


@dataclass(frozen=True, kw_only=True, slots=True)
class Waivers:
    """A waiver file."""

    entries: tuple[Waiver, ...] = ()
    place: Place = _ANYWHERE
    file: str = "waivers.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """One finding that was there when the baseline was written. `message` is for the reader only."""

    document: str
    rule: str
    fingerprint: str
    occurrence: int = 0
    message: str = ""

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells two findings apart."""
        return self.document, self.fingerprint, self.occurrence


@dataclass(frozen=True, kw_only=True, slots=True)
class Baseline:
    """A baseline file: sorted entries."""

    entries: tuple[Known, ...] = ()
    place: Place = _ANYWHERE
    file: str = "baseline.json"
    keys: frozenset[tuple[str, str, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look-up by key, once for all documents."""
        object.__setattr__(self, "keys", frozenset(entry.key for entry in self.entries))


@dataclass(frozen=True, kw_only=True, slots=True)
class Gate:
    """What may be accepted in a run. Without a clock (`today`) every waiver has expired: the gate stays shut."""

    inline: InlineMode = "on"
    waivers: Waivers = Waivers()
    baseline: Baseline = Baseline()
    today: date = date.max


def nearest(word: str, known: Collection[str]) -> str:
    """The end of a message about an unknown word, with the nearest one that is known."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.5)
    return f'; did you mean "{close[0]}"?' if close else ""
