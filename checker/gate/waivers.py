"""Waivers: findings that somebody answers for, for a time. Pure; `checker.gate.files` reads and writes the file.

[[waiver]]
rule = "section-27a-citation"
path = "drafts/*.txt"            # or sha256 = "digest of the document"
fingerprint = "…"                # optional: this very finding
reason = "Counsel sees no offering"
approver = "J. Doe"
ticket = "LEGAL-12"              # optional
created = 2026-03-01
expires = 2026-06-30             # the last day on which it holds
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from checker.errors import ConfigError
from checker.gate.nouns import Waiver, Waivers, nearest
from checker.globs import fits
from checker.records import dataclass
from checker.types import Outcome, Place, ReleaseReport

SOON = 14
"""Days before expiry from which a waiver is announced."""

KEYS = ("rule", "path", "sha256", "fingerprint", "reason", "approver", "ticket", "created", "expires")
_REQUIRED = ("rule", "reason", "approver", "created", "expires")

State = Literal["used", "expires soon", "unused", "expired"]


@dataclass(frozen=True, kw_only=True, slots=True)
class WaiverState:
    """How a waiver stands: `uses` are the documents in which it meets a finding."""

    waiver: Waiver
    state: State
    uses: tuple[str, ...] = ()


def parse_waivers(data: Mapping[str, Any], known: Collection[str], *, file: str, place: Place) -> Waivers:
    """The waivers of a file that was read as TOML. Raises ConfigError for what is unknown, missing or misshapen."""
    for key in data:
        if key != "waiver":
            raise ConfigError(f'{file}: unknown key "{key}"{nearest(key, ["waiver"])}')
    tables = data.get("waiver", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(f"{file}: waivers are written as [[waiver]] tables")
    entries = [_waiver(table, n, known, f"{file}: waiver {n}") for n, table in enumerate(tables, 1)]
    return Waivers(entries=tuple(entries), place=place, file=file)


def _waiver(table: Mapping[str, Any], number: int, known: Collection[str], where: str) -> Waiver:
    for key in table:
        if key not in KEYS:
            raise ConfigError(f'{where}: unknown key "{key}"{nearest(key, KEYS)}')
    if absent := next((key for key in _REQUIRED if table.get(key) in (None, "")), None):
        raise ConfigError(f'{where}: "{absent}" is missing')
    texts = {key: _text(value, f"{where}: {key}") for key, value in table.items() if key not in ("created", "expires")}
    if texts["rule"] not in known:
        raise ConfigError(f'{where}: unknown rule "{texts["rule"]}"{nearest(texts["rule"], known)}')
    if not texts.get("path") and not texts.get("sha256"):
        raise ConfigError(f'{where}: needs "path" or "sha256", the documents it is for')
    dates = {key: as_date(table[key]) for key in ("created", "expires")}
    malformed = tuple(key for key, value in dates.items() if value is None)
    texts["sha256"] = texts.get("sha256", "").lower()
    return Waiver(number=number, **texts, created=dates["created"], expires=dates["expires"], malformed=malformed)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{where}: must be a text in quotes")
    return " ".join(value.split())


def as_date(value: object) -> date | None:
    """A day, written as a TOML date or as a text like "2026-06-30"; None when it is neither."""
    if type(value) is date or not isinstance(value, str):
        return value if type(value) is date else None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.isoformat() == value else None  # fromisoformat also reads 20260630 and 2026-W27-2


def concerns(waiver: Waiver, outcome: Outcome, name: str, sha256: str) -> bool:
    """Whether a waiver speaks of this finding, expired or not. `name` is relative to the waiver file."""
    return (
        waiver.rule == outcome.rule
        and waiver.fingerprint in ("", outcome.fingerprint)
        and waiver.sha256 in ("", sha256)
        and (not waiver.path or fits(waiver.path, name))
    )


def days_left(waiver: Waiver, today: date) -> int:
    """Days after today on which it still holds; negative when it has expired."""
    return -1 if waiver.expired(today) or waiver.expires is None else (waiver.expires - today).days


def check_waivers(waivers: Waivers, releases: Sequence[ReleaseReport], today: date) -> tuple[WaiverState, ...]:
    """How each waiver stands after a run, in the order of the file. Findings already waived count as its uses."""
    return tuple(_state(waiver, waivers.place, releases, today) for waiver in waivers.entries)


def _state(waiver: Waiver, place: Place, releases: Sequence[ReleaseReport], today: date) -> WaiverState:
    uses = tuple(r.source for r in releases if any(_meets(waiver, o, r, place) for o in r.outcomes))
    if waiver.expired(today):
        return WaiverState(waiver=waiver, state="expired", uses=uses)
    if not uses:
        return WaiverState(waiver=waiver, state="unused")
    return WaiverState(waiver=waiver, state="expires soon" if days_left(waiver, today) <= SOON else "used", uses=uses)


def _meets(waiver: Waiver, outcome: Outcome, release: ReleaseReport, place: Place) -> bool:
    found = outcome.is_finding or outcome.waiver is not None
    return found and concerns(waiver, outcome, place.name(release.source), release.sha256)


def describe(waiver: Waiver, today: date) -> str:
    """One line for `waivers list`."""
    where = waiver.path or f"sha256 {waiver.sha256[:12]}"
    if waiver.malformed:
        until = f"expired (malformed: {', '.join(waiver.malformed)})"
    else:
        until = f"{'expired' if waiver.expired(today) else 'until'} {waiver.expires}"
    ticket = f", {waiver.ticket}" if waiver.ticket else ""
    return f"{waiver.rule} in {where}, {until}: {waiver.reason} ({waiver.approver}{ticket})"
