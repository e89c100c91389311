"""Citations of the safe harbor's law."""
from checker.types import Citation, Release


def find_citations(release: Release) -> tuple[Citation, ...]:
    return ()
