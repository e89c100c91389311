"""Risk factors named in a legend."""
from collections.abc import Sequence

from checker.types import Factor, Passage, Release


def find_factors(release: Release, legends: Sequence[Passage]) -> tuple[Factor, ...]:
    return ()
