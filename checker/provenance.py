"""What judged: digests that let a report be traced to the rules that made it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

RULES_VERSION = "1"
"""Raised when an outcome may change for an unchanged release: a rule added, reworded or regraded."""

_JUDGING = ("dated_law.py", "engine.py", "needs.py", "phrases.py", "reading.py", "facts", "rules", "text")


@cache
def rules_sha256() -> str:
    """One digest over the source of everything that decides an outcome, but for the learned numbers."""
    here = Path(__file__).parent
    files: list[Path] = []
    for name in _JUDGING:
        place = here / name
        files += sorted(place.rglob("*.py")) if place.is_dir() else [place]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(here).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
