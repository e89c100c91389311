"""Finding legends."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.types import Candidate, Passage, Release


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendSpan(Passage):
    """Where a legend lies, and how sure the model is (calibrated probability)."""

    confidence: float


def find_legends(release: Release) -> tuple[Sequence[LegendSpan], Candidate | None]:
    return (), None
