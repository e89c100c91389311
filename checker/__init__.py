"""safeharbor: checks the forward-looking-statement legend of a press release.

    from checker import check_file
    report = check_file("release.txt")
    report.verdict, [o.message for o in report.outcomes if o.is_finding]

Nothing runs on import. The nouns are in `checker.types`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from checker.version import __version__

if TYPE_CHECKING:
    from checker.types import ReleaseReport, RunReport, Settings

__all__ = ["__version__", "check_file", "check_paths", "check_text"]


def check_text(text: str, *, source: str = "<text>", settings: Settings | None = None) -> ReleaseReport:
    """The report on a text. Offsets in it are offsets into `text` with line ends as `\\n`."""
    from checker.batch import check_bytes
    from checker.rules import RULES
    from checker.types import Settings

    return check_bytes(text.encode("utf-8", "surrogatepass"), RULES, settings or Settings(), source=source)


def check_file(path: str | Path, *, settings: Settings | None = None) -> ReleaseReport:
    """The report on one file; its `failure` says why when it cannot be read in full."""
    from checker.batch import check_file
    from checker.rules import RULES
    from checker.types import Settings

    return check_file(Path(path), RULES, settings or Settings())


def check_paths(paths: Iterable[str | Path], *, settings: Settings | None = None, jobs: int | None = None) -> RunReport:
    """The report on many files, in the order named."""
    from checker.batch import check_files
    from checker.rules import RULES
    from checker.run import report_run
    from checker.types import Settings

    chosen = settings or Settings()
    return report_run(check_files([Path(p) for p in paths], RULES, chosen, jobs=jobs), RULES, chosen)
