"""Where reports go: one format on standard output, any number of them in files."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.streams import tell, wants_color, width, write_out
from checker.errors import ConfigError
from checker.records import dataclass
from checker.types import RunReport
from checker.writing import write_whole

if TYPE_CHECKING:
    from checker.batch import Finish


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """A format and the file that receives it."""

    format: str
    path: Path


def check_format(name: str, option: str) -> str:
    """The name, when it is a format. Raises ConfigError with the nearest one."""
    from checker.config.schema import check_word
    from checker.reports import FORMATS

    return check_word(name, FORMATS, "format", option)


def parse_outputs(texts: Sequence[str]) -> tuple[Output, ...]:
    """`FORMAT=PATH`, each checked before anything runs. Raises ConfigError."""
    outputs: list[Output] = []
    for text in texts:
        name, equals, path = text.partition("=")
        if not equals or not path:
            raise ConfigError(f'--output: "{text}" is not FORMAT=PATH, as in json=report.json')
        check_format(name, "--output")
        check_target(Path(path), "--output")
        outputs.append(Output(format=name, path=Path(path)))
    return tuple(outputs)


def check_apart(targets: Sequence[Path], files: Iterable[Path]) -> None:
    """Raises ConfigError when a file to write is a release that is being checked, or is named twice."""
    if not targets:
        return
    places = [target.resolve() for target in targets]
    if twice := next((t for t, place in zip(targets, places, strict=True) if places.count(place) > 1), None):
        raise ConfigError(f"{twice} is named twice as a file to write")
    read = {file.resolve() for file in files}
    if both := next((t for t, place in zip(targets, places, strict=True) if place in read), None):
        raise ConfigError(f"{both} is one of the files to check; it would be overwritten")


def write_reports(
    report: RunReport,
    shown: str | None,
    outputs: Sequence[Output],
    *,
    verbose: bool,
    diff: bool = False,
    color: bool | None = None,
) -> bool:
    """Prints the report and writes the files; False when a file could not be written, which is said.

    The files do not keep the report from standard output, nor one file another.
    """
    from checker.reports import render, render_parts

    if shown == "text":
        painted = wants_color() if color is None else color
        write_out(render("text", report, color=painted, verbose=verbose, diff=diff, width=width()))
    elif shown:
        write_out(render_parts(shown, report))
    written = True
    for output in outputs:
        options = {"verbose": verbose, "diff": diff} if output.format == "text" else {}
        text = render(output.format, report, **options)
        try:
            write_whole(output.path, text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            tell(f"--output: {output.path} cannot be written ({error.strerror or error})")
            written = False
    return written


def finish_for(formats: Collection[str | None]) -> Finish | None:
    """What may be done to each report at once, because nothing else will look at it.

    When all that is asked for is JSON, each report is written when it is made: a thousand readings take 300 MB.
    """
    from checker.reports.json_v1 import without_reading

    return without_reading if set(formats) == {"json"} and "GITHUB_STEP_SUMMARY" not in os.environ else None


SUMMARY = 300_000
"""Characters of a job summary: the runner takes 1 MiB, and a character may take three bytes."""


def write_job_summary(report: RunReport) -> None:
    """Adds the report to the summary of a GitHub job, when the run is one. Losing it fails nothing, and is said."""
    from checker.reports import render

    if not (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        return
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(render("markdown", report, limit=SUMMARY))
    except OSError as error:
        tell(f"the job summary {path} cannot be written ({error.strerror or error})")


def check_target(path: Path, option: str) -> None:
    """Raises ConfigError when a file cannot be written, before anything is run for it."""
    if path == Path("-"):
        raise ConfigError(f"{option}: needs a file; standard output takes --format")
    if path.is_dir():
        raise ConfigError(f"{option}: {path} is a folder")
    if not path.parent.is_dir():
        raise ConfigError(f"{option}: the folder {path.parent} does not exist")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise ConfigError(f"{option}: no permission to write {path}")
