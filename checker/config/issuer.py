"""`issuer.toml`: what the issuer declares about itself, because text cannot tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from checker.config.files import read_toml, shown
from checker.config.schema import check_contexts, check_keys, check_word
from checker.errors import ConfigError
from checker.types import IssuerFile

_TYPES: dict[str, type] = {
    "name": str,
    "aliases": list,
    "tickers": list,
    "filer": str,
    "reporting": bool,
    "listed": bool,
    "entity": str,
    "penny-stock": bool,
    "fiscal-year-end": str,
    "exclusions": list,
}
_SHAPES = {str: "a text in quotes", list: "a list of texts", bool: "true or false"}

FILERS = (
    "large-accelerated", "accelerated", "non-accelerated", "smaller-reporting", "domestic",
    "foreign-private-issuer", "foreign", "canada", "canadian", "fund", "investment-company",
    "private", "non-reporting", "nonreporting", "none",
)  # fmt: skip
ENTITIES = (
    "corporation", "company", "trust", "reit", "partnership", "limited-partnership", "lp", "llp", "mlp",
    "limited-liability-company", "llc", "fund", "bdc", "investment-company", "spac", "blank-check",
)  # fmt: skip


def load_issuer(file: Path, contexts: Sequence[str]) -> IssuerFile:
    """The issuer as declared in a file. Raises ConfigError for a key, type or word that is not known."""
    table = read_toml(file)
    where = shown(file)
    check_keys(table, _TYPES, where)
    for key, value in table.items():
        _check_type(key, value, where)
    told = dict(table)
    for key, known in (("filer", FILERS), ("entity", ENTITIES)):
        if key in told:
            told[key] = check_word(_spelled(told[key]), known, key, f"{where}: {key}")
    if "exclusions" in told:
        told["exclusions"] = check_contexts(told["exclusions"], contexts, f"{where}: exclusions")
    if "fiscal-year-end" in told:
        _check_month_and_day(told["fiscal-year-end"], f"{where}: fiscal-year-end")
    fields: dict[str, Any] = {k.replace("-", "_"): tuple(v) if isinstance(v, list) else v for k, v in told.items()}
    return IssuerFile(**fields)


def _check_type(key: str, value: Any, where: str) -> None:
    wanted = _TYPES[key]
    fits = isinstance(value, wanted)
    if wanted is list:
        fits = fits and all(isinstance(item, str) for item in value)
    if not fits:
        raise ConfigError(f"{where}: {key}: must be {_SHAPES[wanted]}")


def _spelled(word: str) -> str:
    return word.strip().lower().replace("_", "-").replace(" ", "-")


def _check_month_and_day(value: str, where: str) -> None:
    try:
        if not re.fullmatch(r"\d\d-\d\d", value):
            raise ValueError
        date.fromisoformat(f"2000-{value}")
    except ValueError as error:
        raise ConfigError(f'{where}: must be month and day, as in "12-31"') from error
