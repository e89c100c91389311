"""`safeharbor compare`: what changed between two versions of a release or of a legend."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import options
from checker.cli.exit_codes import ExitCode
from checker.cli.request import Request, prepare
from checker.cli.streams import tell, width, write_out
from checker.errors import ConfigError, ReadError

if TYPE_CHECKING:
    from checker.types import Reading, Release, Settings, Versions

FORMATS = ("text", "json", "markdown")


def compare(
    old: Annotated[str, typer.Argument(help="The earlier version.")],
    new: Annotated[str, typer.Argument(help="The later version; - reads standard input, for one of the two.")],
    legend: Annotated[
        bool, typer.Option("--legend", help="Take each file for a legend and nothing else, as a model legend is kept.")
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print it: text, json or markdown.")
    ] = "text",
    profile: options.Profile = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    stdin_filename: options.StdinFilename = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show what is unchanged, too.")] = False,
) -> int:
    """Say what changed between two versions of a release.

    What was added, dropped and reworded: elements, factors, sentences, statements.
    Both are judged by the same settings. Exits 0 whether or not anything changed.
    """
    from checker.config.schema import check_word
    from checker.engine import judge
    from checker.versions import compare_versions

    check_word(format_, FORMATS, "format", "--format")
    if old == new == "-":
        raise ConfigError("compare: standard input can be one of the two versions, not both")
    request = Request(
        paths=[new, old],
        given={"profile": profile},
        config=config,
        use_files=not no_config,
        stdin_filename=stdin_filename,
        with_baseline=False,
    )
    resolved = prepare(request).resolved
    settings = resolved.settings
    before, after = (_release(name, settings, stdin_filename) for name in (old, new))
    if before is None or after is None:
        return ExitCode.UNCHECKED
    readings = [_read(release, settings, legend) for release in (before, after)]
    judged = [judge(reading, resolved.rules, settings) for reading in readings]
    versions = compare_versions(readings[0], judged[0], readings[1], judged[1])
    write_out(_rendered(versions, format_, settings.profile_name or settings.profile, verbose=verbose))
    return ExitCode.CLEAN


def _release(name: str, settings: Settings, stdin_filename: str | None) -> Release | None:
    """The release, or None when it cannot be read, which is said."""
    from checker.cli.request import STDIN
    from checker.cli.streams import read_in
    from checker.readers import read_bytes, read_file

    limit = settings.max_bytes
    try:
        if name == "-":
            return read_bytes(read_in(limit + 1), source=stdin_filename or STDIN, max_bytes=limit)
        return read_file(Path(name), max_bytes=limit)
    except ReadError as error:
        tell(f"{name}: {error.reason}")
        return None


def _read(release: Release, settings: Settings, legend: bool) -> Reading:
    from checker.reading import read, read_legend

    return read_legend(release, settings) if legend else read(release, settings)


def _rendered(versions: Versions, name: str, profile: str, *, verbose: bool) -> str:
    from checker.reports.versions import render_markdown, render_text
    from checker.reports.versions_json import render_json
    from checker.version import __version__

    if name == "json":
        return render_json(versions, profile=profile, tool_version=__version__)
    if name == "markdown":
        return render_markdown(versions, profile=profile, verbose=verbose)
    return render_text(versions, profile=profile, verbose=verbose, width=width())
