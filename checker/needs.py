"""What a pattern cannot match without, read off its spelling: letters that are cheap to look for first."""

from __future__ import annotations

import re
from collections.abc import Sequence

SHORTEST = 3
"""Letters below which a run tells nothing: it stands in most texts."""

RARE = frozenset("[]{}<>")
"""Signs of which one tells as much as a long word: few texts hold any."""

MOST = 3
"""Needs that are worth looking for: the most telling ones."""

Need = tuple[str, ...]
"""Runs of letters of which a match holds at least one."""


def needs_of(pattern: str) -> tuple[Need, ...]:
    """What every match holds: of each need at least one run. Empty when nothing is sure.

    Looking for it costs a hundredth of the pattern itself, and most patterns are not in most texts.
    """
    ways, _ = _ways(list(_TOKEN.finditer(pattern)), 0)
    return tuple(sorted(_joined(ways), key=_telling, reverse=True)[:MOST])


def _joined(ways: list[list[Need]]) -> tuple[Need, ...]:
    """What several ways have in common: each one's most telling need, any of which will do."""
    if len(ways) == 1:
        return tuple(dict.fromkeys(ways[0]))
    if not all(ways):
        return ()
    return (tuple(dict.fromkeys(run for way in ways for run in max(way, key=_telling))),)


def _telling(need: Need) -> tuple[int, int]:
    return min(len(run) if RARE.isdisjoint(run) else 99 for run in need), -len(need)


_TOKEN = re.compile(
    r"(?P<run>[A-Za-z0-9<>]+)|(?P<sign>\\[\[\]{}])|(?P<open>\((?:\?(?:P<\w+>|<?[=!]|:))?)|(?P<count>[?*+]|\{[^}]*\})"
    r"|\\.|\[\^?(?:\\.|[^\]\\])+\]|."
)
"""Letters, signs that are rare, what opens a group, counts, and whatever else stands for one character."""


def _ways(tokens: Sequence[re.Match[str]], at: int) -> tuple[list[list[Need]], int]:
    """The alternatives that begin at a token, each with its needs, and where they end: at a closing bracket or the
    end.
    """
    ways: list[list[Need]] = [[]]
    run = ""

    def end_run() -> None:
        nonlocal run
        if len(run) >= SHORTEST or not RARE.isdisjoint(run):
            ways[-1].append((run,))
        run = ""

    while at < len(tokens):
        token, kind = tokens[at][0], tokens[at].lastgroup
        if token == ")":
            break
        at += 1
        if kind == "run":
            run += token
        elif kind == "sign":
            run += token[1]
        elif kind == "open":
            end_run()
            needs, at = _group(tokens, at)
            ways[-1].extend(needs)
        else:
            if kind == "count" and token != "+":
                run = run[:-1]
            end_run()
            if token == "|":
                ways.append([])
    end_run()
    return ways, at


def _group(tokens: Sequence[re.Match[str]], at: int) -> tuple[tuple[Need, ...], int]:
    """The needs of the group whose first token is at `at`, and what follows it. What may be absent has none."""
    looks = tokens[at - 1][0] in ("(?=", "(?!", "(?<=", "(?<!")
    ways, close = _ways(tokens, at)
    after = tokens[close + 1] if close + 1 < len(tokens) else None
    count = after[0] if after and after.lastgroup == "count" else ""
    optional = count in ("?", "*") or count.startswith(("{0", "{,"))
    return () if looks or optional else _joined(ways), close + (2 if count else 1)
