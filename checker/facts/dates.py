"""The release date and as-of dates."""
from collections.abc import Sequence
from datetime import date

from checker.types import Dated, Passage, Release


def find_dates(release: Release, legends: Sequence[Passage], declared: date | None) -> tuple[Dated, ...]:
    return ()
