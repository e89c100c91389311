"""What hangs together must not be split: items that share a company, a text or anything else go to one fold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def linked(keys: Sequence[Iterable[str]]) -> list[str]:
    """For each item the name of its group; two items that share a key, or a chain of keys, share a group."""
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    held = [sorted({k for k in item if k}) for item in keys]
    for item in held:
        for other in item[1:]:
            a, b = root(item[0]), root(other)
            parent[max(a, b)] = min(a, b)
    return [root(item[0]) if item else f"item {i}" for i, item in enumerate(held)]


def name_key(text: str | None) -> str:
    """A company's name without case, spaces and marks; empty when there is none."""
    return re.sub(r"\W+", "", (text or "").lower())
