"""Finding forward-looking statements."""
from __future__ import annotations

from collections.abc import Sequence

from checker.types import Passage, Release, Statement


def find_statements(release: Release, legends: Sequence[Passage]) -> tuple[Statement, ...]:
    return ()
