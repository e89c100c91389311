"""`safeharbor waivers`: findings that somebody answers for, for a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli import clock, options
from checker.cli.exit_codes import ExitCode
from checker.cli.request import Request, Task, check_all, prepare, stated_file, tell_failures, tell_how_to_name
from checker.cli.streams import tell, write_out
from checker.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.gate.nouns import Waiver
    from checker.gate.waivers import WaiverState

NAME = "safeharbor-waivers.toml"
"""What the file is called where no setting names one."""

CHECK_EPILOG = """\b
Exit codes:
  0  every waiver holds; those unused or about to expire are named
  1  a waiver has expired, or has a date that cannot be read
  2  wrong usage, or a waiver file that cannot be used
  3  a release could not be checked (outranks 1)
"""
app = typer.Typer(help="List, add, check and prune waivers.", rich_markup_mode=None)


@app.command("list")
def list_(
    waivers: options.WaiverFile = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    today: options.Today = None,
    format_: options.TextOrJson = "text",
) -> int:
    """List the waivers: what, until when, why, by whom."""
    from checker.config.schema import check_word
    from checker.gate.waivers import describe

    check_word(format_, ("text", "json"), "format", "--format")
    task = _prepare([], waivers, config, no_config, today)
    entries, day = task.gate.waivers.entries, task.gate.today
    if format_ == "json":
        write_out(json.dumps([_row(w, day) for w in entries], ensure_ascii=True, indent=2) + "\n")
    else:
        write_out("".join(f"{w.number}  {_clean(describe(w, day))}\n" for w in entries) or "no waivers\n")
    return ExitCode.CLEAN


@app.command()
def add(
    rule: Annotated[str, typer.Argument(help="The rule whose findings are waived.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why the finding is accepted.")],
    approver: Annotated[str, typer.Option(metavar="NAME", help="Who answers for it.")],
    expires: Annotated[str, typer.Option(metavar="DATE", help="The last day on which it holds (YYYY-MM-DD).")],
    path: Annotated[
        str, typer.Option(metavar="GLOB", help="The releases it is for; a name without / fits in any folder.")
    ] = "",
    sha256: Annotated[str, typer.Option(metavar="DIGEST", help="The one text it is for, whatever its name.")] = "",
    fingerprint: Annotated[str, typer.Option(metavar="TEXT", help="The one finding it is for.")] = "",
    ticket: Annotated[str, typer.Option(metavar="TEXT", help="Where it was decided.")] = "",
    waivers: options.WaiverFile = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    today: options.Today = None,
) -> int:
    """Add a waiver at the end of the file.

    What is there, comments included, stays as it is.
    """
    from checker.config.schema import check_word
    from checker.gate.files import load_waiver_text, place_of, save_text
    from checker.gate.waiver_text import add_waiver, parse_toml
    from checker.gate.waivers import parse_waivers

    resolved = _resolve([], waivers, config, no_config)
    known = [r.id for r in resolved.rules]
    check_word(rule, known, "rule", "waivers add")
    if not path and not sha256:
        raise ConfigError("waivers add: --path or --sha256 says which releases the waiver is for")
    file = stated_file(resolved, "waivers", NAME)
    place = place_of(file)
    created = clock.parse_day(today, "--today") or clock.now().date()
    entry: dict[str, str | date] = {
        "rule": rule,
        "path": place.name(path) if "/" in path else path,
        "sha256": sha256,
        "fingerprint": fingerprint,
        "reason": reason.strip(),
        "approver": approver.strip(),
        "ticket": ticket,
        "created": created,
        "expires": _last_day(expires, created),
    }
    text = add_waiver(load_waiver_text(file), entry, file.as_posix())
    added = parse_waivers(parse_toml(text, file.as_posix()), known, file=file.as_posix(), place=place).entries[-1]
    save_text(file, text)
    tell(f"wrote {file}: waiver {added.number} of {rule} holds until {added.expires}")
    tell_how_to_name(resolved, "waivers", file)
    return ExitCode.CLEAN


@app.command(epilog=CHECK_EPILOG)
def check(
    paths: options.Paths,
    waivers: options.WaiverFile = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    today: options.Today = None,
    jobs: options.Jobs = None,
) -> int:
    """Say how each waiver stands.

    In the releases named it is used, unused, about to expire or expired.
    """
    task = _prepare(paths, waivers, config, no_config, today)
    states, complete = _states(task, jobs)
    for state in states:
        write_out(f"{_state_line(state, task.gate.today)}\n")
    if not states:
        write_out("no waivers\n")
    if not complete:
        return ExitCode.UNCHECKED
    return ExitCode.FINDINGS if any(state.state == "expired" for state in states) else ExitCode.CLEAN


@app.command()
def prune(
    paths: options.SomePaths = None,
    unused: Annotated[
        bool, typer.Option("--unused", help="Drop also those that meet no finding in the releases named.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be dropped, and drop nothing.")] = False,
    waivers: options.WaiverFile = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    today: options.Today = None,
    jobs: options.Jobs = None,
) -> int:
    """Drop waivers that have expired, with the comments right above them. One whose date cannot be read stays."""
    from checker.gate.files import load_waiver_text, save_text
    from checker.gate.waiver_text import prune_waivers

    if unused != bool(paths):
        raise ConfigError("--unused and PATHS go together: unused in which releases?")
    task = _prepare(paths or [], waivers, config, no_config, today)
    entries, day = task.gate.waivers.entries, task.gate.today
    dropped = {w.number for w in entries if w.expired(day) and not w.malformed}
    if unused:
        states, complete = _states(task, jobs)
        if not complete:
            tell("nothing is dropped: a waiver may be used in what could not be checked")
            return ExitCode.UNCHECKED
        dropped |= {s.waiver.number for s in states if s.state == "unused"}
    for waiver in entries:
        if waiver.number in dropped:
            tell(f"{'would drop' if dry_run else 'drops'} {_named(waiver, day)}")
        elif waiver.malformed:
            tell(f"keeps {_named(waiver, day)}; mend its date")
    if dropped and not dry_run:
        file = stated_file(task.resolved, "waivers", NAME)
        save_text(file, prune_waivers(load_waiver_text(file), dropped, file.as_posix()))
    tell(f"{len(dropped)} of {len(entries)} waivers {'would be ' if dry_run else ''}dropped")
    return ExitCode.CLEAN


def _prepare(
    paths: Sequence[str], waivers: str | None, config: Path | None, no_config: bool, today: str | None
) -> Task:
    """The task with its waivers loaded; the file must be there."""
    file = stated_file(_resolve(paths, waivers, config, no_config), "waivers", NAME)
    if not file.exists():
        raise ConfigError(f"{file}: no such file; `safeharbor waivers add` writes one")
    return prepare(
        Request(
            paths=paths,
            given={"waivers": str(file)},
            config=config,
            use_files=not no_config,
            today=clock.parse_day(today, "--today"),
            with_baseline=False,
        )
    )


def _resolve(paths: Sequence[str], waivers: str | None, config: Path | None, no_config: bool) -> Any:
    from checker.config import resolve
    from checker.rules import RULES

    if config and no_config:
        raise ConfigError("--config and --no-config exclude each other")
    given = {"waivers": waivers} if waivers else {}
    return resolve(RULES, start=Path(paths[0] if paths else "."), given=given, file=config, use_files=not no_config)


def _states(task: Task, jobs: int | None) -> tuple[tuple[WaiverState, ...], bool]:
    """How each waiver stands, and whether everything could be checked; what could not is said."""
    from checker.gate.waivers import check_waivers

    releases = tuple(check_all(task, jobs=jobs))
    tell_failures(releases, task.listing)
    complete = not task.listing.unlisted and not any(release.failure for release in releases)
    return check_waivers(task.gate.waivers, releases, task.gate.today), complete


def _last_day(text: str, created: date) -> date:
    day = clock.parse_day(text, "--expires")
    if day is None or day < created:
        raise ConfigError(f"--expires: {text} is past; a waiver holds until a day to come")
    return day


def _state_line(state: WaiverState, today: date) -> str:
    from checker.reports.words import counted

    used = f" ({counted(len(state.uses), 'release')})" if state.uses else ""
    return f"{state.state + used:24} {_named(state.waiver, today)}"


def _named(waiver: Waiver, today: date) -> str:
    from checker.gate.waivers import describe

    return _clean(f"waiver {waiver.number}: {describe(waiver, today)}")


def _clean(text: str) -> str:
    from checker.reports.words import folded

    return folded(text)


def _row(waiver: Waiver, today: date) -> dict[str, Any]:
    texts = ("number", "rule", "path", "sha256", "fingerprint", "reason", "approver", "ticket")
    days = {"created": waiver.created, "expires": waiver.expires}
    return {
        **{key: getattr(waiver, key) for key in texts},
        **{key: day.isoformat() if day else None for key, day in days.items()},
        "expired": waiver.expired(today),
    }
