"""`check --fix`: certain replacements written into the files, each told, and the files checked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.cli.request import Task
from checker.cli.streams import tell
from checker.errors import ConfigError
from checker.fixing import FIXABLE, FixError, fix_file
from checker.replacing import fixes_of
from checker.types import Outcome, Reading, ReleaseReport, Replacement

ROUNDS = 3
"""Times that a file is fixed: a fix that overlapped another is written in the next round."""


def check_fixable(paths: Iterable[str]) -> None:
    """Raises ConfigError when there is no file to write to."""
    if "-" in paths:
        raise ConfigError("--fix writes files; standard input is none")


def fix_all(task: Task, releases: Iterable[ReleaseReport]) -> Iterator[ReleaseReport]:
    """The reports, for each file that was fixed the one on the fixed file."""
    for release in releases:
        yield _fixed(task, release, ROUNDS)


def _fixed(task: Task, release: ReleaseReport, rounds: int) -> ReleaseReport:
    from checker.batch import check_file

    fixes = fixes_of(release)
    reading = release.reading
    if not fixes or reading is None or not rounds:
        return release
    if reading.release.metadata.format not in FIXABLE:
        tell(f"{release.source}: not fixed: only text files can be")
        return release
    path = Path(release.source)
    try:
        fix_file(path, release.sha256, fixes)
    except FixError as error:
        tell(f"{release.source}: not fixed: {error}")
        return release
    for outcome, fix in _told(release, fixes):
        tell(f"{release.source}: {_change(reading, fix)} ({outcome.rule})")
    again = check_file(path, task.resolved.rules, task.resolved.settings, source=release.source, gate=task.gate)
    return _fixed(task, again, rounds - 1)


def _told(release: ReleaseReport, fixes: tuple[Replacement, ...]) -> Iterator[tuple[Outcome, Replacement]]:
    for fix in fixes:
        yield next(o for o in release.outcomes if o.is_finding and fix in o.fix), fix


def _change(reading: Reading, fix: Replacement) -> str:
    line = reading.release.position(fix.start)[0]
    old = " ".join(reading.release.text[fix.start : fix.end].split())
    if not old:
        return f"line {line}: inserted “{fix.text.strip()}”"
    return f"line {line}: “{old}” → “{fix.text}”" if fix.text else f"line {line}: removed “{old}”"
