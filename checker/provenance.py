"""What judged: digests that let a report be traced to the rules that made it."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

RULES_VERSION = "1"
"""Raised when an outcome may change for an unchanged release: a rule added, reworded or regraded."""

_JUDGING = (
    "boundary.py",
    "dated_law.py",
    "engine.py",
    "needs.py",
    "phrases.py",
    "reading.py",
    "facts",
    "rules",
    "text",
)


@cache
def rules_sha256() -> str:
    """One digest over the source of everything that decides an outcome, but for the learned numbers."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for name in _JUDGING:
        files = _sources(here, name) if (here / name).is_dir() else [name]
        for file in files:
            digest.update(file.encode() + b"\0" + (here / file).read_bytes() + b"\0")
    return digest.hexdigest()


def _sources(here: Path, folder: str) -> list[str]:
    """The source files below a folder, in the same order on every system."""
    found = []
    for path, _, names in os.walk(here / folder):
        within = Path(path).relative_to(here).as_posix()
        found += [f"{within}/{name}" for name in names if name.endswith(".py")]
    return sorted(found)
