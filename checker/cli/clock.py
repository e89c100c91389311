"""What time it is: the only place that looks at the clock. Everything below the command line is handed a value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

from checker.errors import ConfigError


def now(environment: Mapping[str, str] = os.environ) -> datetime:
    """The time, from `SOURCE_DATE_EPOCH` (seconds since 1970, UTC) when it is set. Raises ConfigError."""
    said = environment.get("SOURCE_DATE_EPOCH")
    if not said:
        return datetime.now().astimezone()
    try:
        return datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(f'SOURCE_DATE_EPOCH: "{said}" is not a number of seconds since 1970') from error


def parse_day(text: str | None, option: str) -> date | None:
    """A day as YYYY-MM-DD, None when none was given. Raises ConfigError."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f'{option}: "{text}" is not a date, as in 2026-03-31') from error
