"""What a pattern cannot match without, read off its spelling: letters that are cheap to look for first."""

from __future__ import annotations

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
    ways, _ = _ways(pattern, 0)
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


def _ways(pattern: str, at: int) -> tuple[list[list[Need]], int]:
    """The alternatives that begin at `at`, each with its needs, and where they end: at a closing bracket or the end."""
    ways: list[list[Need]] = [[]]
    run = ""

    def end_run() -> None:
        nonlocal run
        if len(run) >= SHORTEST or not RARE.isdisjoint(run):
            ways[-1].append((run,))
        run = ""

    while at < len(pattern) and pattern[at] != ")":
        char = pattern[at]
        escaped = char == "\\" and pattern[at + 1] in RARE
        if escaped or char in "<>" or (char.isascii() and char.isalnum()):
            run += pattern[at + escaped]
            at += 1 + escaped
            continue
        if char in "?*{":
            run = run[:-1]
        end_run()
        if char == "(":
            needs, at = _group(pattern, at)
            ways[-1].extend(needs)
            continue
        if char == "|":
            ways.append([])
        at = _after(pattern, at)
    end_run()
    return ways, at


def _group(pattern: str, at: int) -> tuple[tuple[Need, ...], int]:
    """The needs of the group that opens at `at`, and where it ends. What may be absent has none."""
    begin = at + 1
    if looks := pattern.startswith(("?=", "?!", "?<=", "?<!"), begin):
        begin = pattern.index("=" if "=" in pattern[begin : begin + 3] else "!", begin) + 1
    elif pattern.startswith("?P<", begin):
        begin = pattern.index(">", begin) + 1
    elif pattern.startswith("?:", begin):
        begin += 2
    ways, close = _ways(pattern, begin)
    optional = pattern[close + 1 : close + 2] in ("?", "*") or pattern.startswith(("{0", "{,"), close + 1)
    needs = () if looks or optional else _joined(ways)
    return needs, _after(pattern, close + 1) if pattern[close + 1 : close + 2] in ("?", "*", "{", "+") else close + 1


def _after(pattern: str, at: int) -> int:
    """Past one sign that is no letter: an escape, a class of characters, a count, or itself."""
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        return pattern.index("]", at + 2 if pattern[at + 1] != "^" else at + 3) + 1
    if pattern[at] == "{":
        return pattern.index("}", at) + 1
    return at + 1
