"""Pointers to filings with a regulator."""
from collections.abc import Sequence

from checker.types import Filing, Passage, Release


def find_filings(release: Release, legends: Sequence[Passage]) -> tuple[Filing, ...]:
    return ()
