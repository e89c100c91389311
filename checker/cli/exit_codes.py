"""Exit codes: a contract with every gate that runs the command. Help and tests read this table."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.types import RunReport


class ExitCode(IntEnum):
    """What the process returns."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNCHECKED = 3
    NOTHING = 4
    INTERRUPTED = 130


MEANINGS: dict[ExitCode, str] = {
    ExitCode.CLEAN: "nothing at or above --fail-on",
    ExitCode.FINDINGS: "at least one finding at or above --fail-on",
    ExitCode.USAGE: "wrong usage or configuration",
    ExitCode.UNCHECKED: "something could not be checked (outranks 1)",
    ExitCode.NOTHING: "the folders named hold nothing to check (--allow-empty: 0)",
}
"""What `check --help` says of them. 130, an interruption from the keyboard, is every shell's own."""


def exit_code(report: RunReport, *, unlisted: bool = False, allow_empty: bool, exit_zero: bool) -> ExitCode:
    """The code of a run. `unlisted`: a folder could not be listed, so files in it may be unchecked.

    Points for review and rules that were not evaluated never fail a gate. `exit_zero` hides findings only.
    """
    from checker.engine import reaches

    if unlisted or any(release.failure for release in report.releases):
        return ExitCode.UNCHECKED
    if not report.releases:
        return ExitCode.CLEAN if allow_empty else ExitCode.NOTHING
    failing = (o for r in report.releases for o in r.outcomes if o.is_finding and reaches(o.severity, report.fail_on))
    return ExitCode.FINDINGS if any(failing) and not exit_zero else ExitCode.CLEAN


def table() -> str:
    """The table as help shows it."""
    return "\n".join(f"  {code.value}  {meaning}" for code, meaning in MEANINGS.items())
