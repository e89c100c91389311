"""`safeharbor check`: releases in, report out, the exit code for the gate."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli.exit_codes import ExitCode, exit_code, table
from checker.cli.streams import tell, with_progress
from checker.errors import ConfigError

if TYPE_CHECKING:
    from datetime import date

    from checker.config import Resolved
    from checker.types import ReleaseReport
    from checker.walk import Listing

EPILOG = f"""\b
Exit codes:
{table()}

\b
Examples:
  safeharbor check release.txt
  safeharbor check drafts/ --profile practice --fail-on warning --output json=report.json
"""


def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATHS...", help="Releases or folders of releases; - reads standard input.")
    ],
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="What is required: full, practice or statute.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Judge these rules only (repeatable, or a,b,c).")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Leave these rules out; replaces the file's list.")
    ] = None,
    extend_select: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Add rules that the profile leaves out.")
    ] = None,
    severity: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE=LEVEL", help="Set a rule to error, warning, note or off (repeatable)."),
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Lowest severity that exits 1: error, warning, note or never.")
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Format of standard output: text, json, sarif …")
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT=PATH", help="Also write a report to a file (repeatable, several formats)."),
    ] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Use this configuration file.")] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="Use no configuration file.")] = False,
    issuer: Annotated[
        str | None, typer.Option(metavar="FILE", help="What the issuer declares of itself (issuer.toml).")
    ] = None,
    context: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Declare a context, e.g. ipo or tender-offer (repeatable)."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="The release's date (YYYY-MM-DD), if the text does not tell.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Number of processes; by default all cores for large runs.")
    ] = None,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Exit 0 when there is nothing to check.")] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 in spite of findings; other failures keep their code.")
    ] = False,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="Name of what - reads, for reports and configuration.")
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show all that was found, in full.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print no report; files, errors and the exit code remain.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the trace of an internal error.")] = False,
) -> int:
    """Check the forward-looking-statement legends of press releases."""
    from checker.cli.outputs import check_apart, check_format, parse_outputs, write_reports
    from checker.rules import RULES
    from checker.run import report_run

    if config and no_config:
        raise ConfigError("--config and --no-config exclude each other")
    if stdin_filename and "-" not in paths:
        raise ConfigError("--stdin-filename names what - reads; there is no - among the paths")
    shown = check_format(format_, "--format")
    outputs = parse_outputs(output or ())
    said = {
        "profile": profile,
        "select": _listed(select),
        "ignore": _listed(ignore),
        "extend-select": _listed(extend_select),
        "severity": _severities(severity),
        "fail-on": fail_on,
        "issuer": issuer,
        "context": _listed(context),
    }
    resolved = _resolve(paths, said, config, not no_config, _date(as_of), stdin_filename)
    listing = _list(paths, resolved)
    check_apart(outputs, listing.files)
    releases = _check(paths, listing, resolved, jobs=jobs, debug=debug, stdin_filename=stdin_filename)
    total = len(listing.files) + ("-" in paths)
    report = report_run(with_progress(releases, total, quiet=quiet), RULES, resolved.settings)
    written = write_reports(report, None if quiet else shown, outputs, verbose=verbose)
    _tell_failures(report.releases, listing, quiet or shown != "text")
    if not report.releases and not listing.unlisted:
        tell(f"nothing to check in {', '.join(paths)}")
    if not written:
        return ExitCode.USAGE
    return exit_code(report, unlisted=bool(listing.unlisted), allow_empty=allow_empty, exit_zero=exit_zero)


def _resolve(
    paths: list[str],
    said: dict[str, Any],
    config: Path | None,
    use_files: bool,
    as_of: date | None,
    stdin_filename: str | None,
) -> Resolved:
    from checker.config import resolve
    from checker.rules import RULES

    first = (stdin_filename or ".") if paths[0] == "-" else paths[0]
    given = {key: value for key, value in said.items() if value is not None}
    return resolve(RULES, start=Path(first), given=given, file=config, use_files=use_files, release_date=as_of)


def _list(paths: list[str], resolved: Resolved) -> Listing:
    from checker.readers import READABLE_SUFFIXES
    from checker.walk import Patterns, list_files

    patterns = Patterns(
        include=resolved.include,
        exclude=resolved.exclude,
        include_base=resolved.values["include"].base,
        exclude_base=resolved.values["exclude"].base,
    )
    return list_files([Path(path) for path in paths if path != "-"], READABLE_SUFFIXES, patterns)


def _check(
    paths: list[str],
    listing: Listing,
    resolved: Resolved,
    *,
    jobs: int | None,
    debug: bool,
    stdin_filename: str | None,
) -> Iterator[ReleaseReport]:
    """Standard input first, then the files in their order."""
    from checker.batch import check_bytes, check_files
    from checker.rules import RULES

    if "-" in paths:
        data = sys.stdin.buffer.read(resolved.settings.max_bytes + 1)
        yield check_bytes(data, RULES, resolved.settings, source=stdin_filename or "<stdin>")
    yield from check_files(listing.files, RULES, resolved.settings, jobs=jobs, debug=debug)


def _tell_failures(releases: tuple[ReleaseReport, ...], listing: Listing, also_unread: bool) -> None:
    """What could not be checked is said on standard error, where the text report does not say it."""
    for folder, reason in listing.unlisted:
        tell(f"{folder}: the folder cannot be listed ({reason})")
    for release in releases if also_unread else ():
        if release.failure:
            tell(f"{release.source}: {release.failure.kind}: {release.failure.message}")


def _listed(values: list[str] | None) -> list[str] | None:
    """Repeated options and comma-separated ones alike."""
    if values is None:
        return None
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def _severities(values: list[str] | None) -> dict[str, str] | None:
    if values is None:
        return None
    pairs = [value.partition("=") for value in values]
    if bad := next((rule for rule, equals, level in pairs if not (rule and equals and level)), None):
        raise ConfigError(f'--severity: "{bad}" is not RULE=LEVEL, as in undue-reliance=off')
    return {rule: level for rule, _, level in pairs}


def _date(text: str | None) -> date | None:
    from datetime import date

    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f'--as-of: "{text}" is not a date, as in 2026-03-31') from error
