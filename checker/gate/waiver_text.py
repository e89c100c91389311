"""Editing a waiver file as text, so that the comments of whoever keeps it survive.

Lines are moved, not values: an entry is its `[[waiver]]` line, the comment lines right above it, and what follows up to
the next. Every edit is read back and compared; where it would change another entry it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from checker.errors import ConfigError

_HEADER = re.compile(r"[ \t]*\[\[[ \t]*(?:waiver|\"waiver\"|'waiver')[ \t]*\]\]")
_COMMENT = re.compile(r"[ \t]*#")
_DAY = re.compile(r"(?m)^([ \t]*(?:created|expires)[ \t]*=[ \t]*)([\w./-]+)(?=[ \t]*(?:#.*)?$)")


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """What TOML text holds; a date that is none, such as 2026-02-30, as text. Raises ConfigError: what is wrong, where.

    A day that no calendar has would make the whole file unreadable, where it is one waiver that has expired.
    """
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        try:
            return tomllib.loads(_DAY.sub(_quoted_unless_a_day, text))
        except tomllib.TOMLDecodeError:
            raise ConfigError(f"{file}: not valid TOML: {error}") from error


def _quoted_unless_a_day(row: re.Match[str]) -> str:
    try:
        date.fromisoformat(row[2])
    except ValueError:
        return f'{row[1]}"{row[2]}"'
    return row[0]


def add_waiver(text: str, entry: Mapping[str, str | date], file: str = "waivers.toml") -> str:
    """The file with one entry more, at its end. Empty values are left out."""
    before = parse_toml(text, file)
    rows = [f"{key} = {_value(value)}" for key, value in entry.items() if value != ""]
    gap = "" if not text else ("\n" if text.endswith("\n") else "\n\n")
    edited = "\n".join((f"{text}{gap}[[waiver]]", *rows)) + "\n"
    added = {key: value for key, value in entry.items() if value != ""}
    return _proved(edited, [*before.get("waiver", []), added], before, file)


def prune_waivers(text: str, numbers: Collection[int], file: str = "waivers.toml") -> str:
    """The file without these entries (counted from 1) and the comments right above them."""
    before = parse_toml(text, file)
    lines = text.splitlines(keepends=True)
    starts = [i for i, line in enumerate(lines) if _HEADER.match(line)]
    bounds = [*(_with_comments(lines, start) for start in starts), len(lines)]
    dropped = {i for n in numbers if n <= len(starts) for i in range(bounds[n - 1], bounds[n])}
    edited = "".join(line for i, line in enumerate(lines) if i not in dropped)
    kept = [entry for n, entry in enumerate(before.get("waiver", []), 1) if n not in numbers]
    return _proved(edited, kept, before, file)


def _with_comments(lines: list[str], start: int) -> int:
    while start > 0 and _COMMENT.match(lines[start - 1]):
        start -= 1
    return start


def _proved(edited: str, entries: list[Any], before: Mapping[str, Any], file: str) -> str:
    wanted = {key: value for key, value in before.items() if key != "waiver"} | ({"waiver": entries} if entries else {})
    try:
        same = parse_toml(edited, file) == wanted
    except ConfigError:
        same = False
    if not same:
        raise ConfigError(f"{file}: is written in a way that cannot be edited safely; edit it by hand")
    return edited


def _value(value: str | date) -> str:
    if isinstance(value, date):
        return value.isoformat()
    escaped = "".join(_ESCAPES.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c) for c in value)
    return f'"{escaped}"'


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
