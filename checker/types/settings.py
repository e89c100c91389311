"""What a run is asked for: one resolved value, and what the issuer declares."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import field
from datetime import date

from checker.records import dataclass
from checker.types.reading import Reading
from checker.types.release import Severity
from checker.types.rules import HouseRule


@dataclass(frozen=True, kw_only=True, slots=True)
class IssuerFile:
    """What `issuer.toml` declares: facts that text cannot tell. None means not declared."""

    name: str | None = None
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    filer: str | None = None
    reporting: bool | None = None
    listed: bool | None = None
    entity: str | None = None
    penny_stock: bool | None = None
    fiscal_year_end: str | None = None
    exclusions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a configuration, waiver or baseline file lies (`folder`) and where the run was started (`here`).

    Both absolute. Documents are named relative to the file's folder, so that it does not matter from where the run is
    started, nor how a path is typed.
    """

    folder: str = "/"
    here: str = "/"

    def name(self, source: str) -> str:
        """The document's path relative to the folder, with forward slashes."""
        path = posixpath.normpath(posixpath.join(self.here, source))
        return posixpath.relpath(path, self.folder)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """One resolved value; nothing below the command line asks where it came from.

    `profile` is the built-in one that severities are looked up in; `profile_name` that of the house which extends it.
    The globs of `per_file_ignores` are relative to `ignores_place`; without one they fit a source as it is written.
    """

    profile: str = "full"
    profile_name: str = ""
    house_rules: tuple[HouseRule, ...] = ()
    rules: frozenset[str] | None = None
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    fail_on: Severity | None = "error"
    per_file_ignores: tuple[tuple[str, frozenset[str]], ...] = ()
    ignores_place: Place | None = None
    issuer: IssuerFile | None = None
    contexts: tuple[str, ...] = ()
    release_date: date | None = None
    prior: Reading | None = None
    max_bytes: int = 25_000_000
