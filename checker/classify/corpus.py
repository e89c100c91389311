"""What training takes from the shared corpus beside labels: the pool, and which releases nothing may learn from."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def read_pool(corpus: Path) -> dict[str, dict[str, Any]]:
    """The unlabelled releases by id."""
    with gzip.open(corpus / "releases.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {r["id"]: r for r in map(json.loads, lines)}


def near_measured(corpus: Path) -> frozenset[str]:
    """The releases of the pool that share a company, half a legend or half their text with a measured one."""
    return frozenset(json.loads((corpus / "near_gold.json").read_text("utf-8")))


def measured_releases(corpus: Path) -> frozenset[str]:
    """The releases of `gold/` and `traps/`, which stand in the pool as well: nothing learns from them."""
    files = (corpus / folder / "documents.jsonl" for folder in ("gold", "traps"))
    return frozenset(json.loads(line)["id"] for file in files for line in file.read_text("utf-8").splitlines())


def digest_of(files: Sequence[Path]) -> str:
    """SHA-256 of the files one behind another: which labels a card speaks of."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
