"""Patterns of paths, the same in waivers and in `per-file-ignores`."""

from __future__ import annotations

import posixpath
import re
from functools import cache


def fits(pattern: str, name: str) -> bool:
    """Whether a glob fits a path: `*` and `?` stop at slashes, `**` does not."""
    return bool(_compiled(pattern).fullmatch(name if "/" in pattern else posixpath.basename(name)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./").removeprefix("/"))
    spelled = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(spelled.get(part, re.escape(part)) for part in parts), re.DOTALL)
