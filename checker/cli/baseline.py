"""`safeharbor baseline`: the findings that were there when the gate was set up."""

from __future__ import annotations

import json
import os
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli import options
from checker.cli.exit_codes import ExitCode
from checker.cli.request import Request, Task, check_all, prepare, stated_file, tell_failures, tell_how_to_name
from checker.cli.streams import tell, write_out
from checker.errors import ConfigError

if TYPE_CHECKING:
    from checker.gate.nouns import Baseline
    from checker.types import RunReport

NAME = "safeharbor-baseline.json"
"""What the file is called where no setting names one."""

EPILOG = """\b
Exit codes:
  0  done
  2  wrong usage, or a baseline that cannot be used
  3  a release could not be checked; what is known of the others is written
  4  there is nothing to check; nothing is written
"""
app = typer.Typer(help="Accept the findings that are there now, by their content.", rich_markup_mode=None)


@app.command(epilog=EPILOG)
def write(
    paths: options.Paths,
    baseline: options.BaselineFile = None,
    profile: options.Profile = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a baseline that is there.")] = False,
    jobs: options.Jobs = None,
) -> int:
    """Write a baseline of every finding in the releases named."""
    from checker.gate.baseline import write_baseline
    from checker.gate.files import place_of

    task = _prepare(paths, baseline, profile, config, no_config)
    file = stated_file(task.resolved, "baseline", NAME)
    if file.exists() and not force:
        raise ConfigError(f"{file} is there already; `baseline update` renews it, --force writes it anew")
    report = _report(task, file, jobs)
    if not report.releases:
        return _nothing(paths)
    _save(file, write_baseline(report, file=file.name, place=place_of(file)))
    tell_how_to_name(task.resolved, "baseline", file)
    return _code(report, task)


@app.command(epilog=EPILOG)
def update(
    paths: options.Paths,
    baseline: options.BaselineFile = None,
    profile: options.Profile = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    jobs: options.Jobs = None,
) -> int:
    """Renew the entries of the releases named.

    New findings are accepted, mended ones dropped; the entries of other releases stay.
    """
    from checker.gate.baseline import update_baseline
    from checker.gate.files import load_baseline

    task = _prepare(paths, baseline, profile, config, no_config)
    file = stated_file(task.resolved, "baseline", NAME)
    before = load_baseline(file)
    report = _report(task, file, jobs)
    if not report.releases:
        return _nothing(paths)
    _save(file, update_baseline(before, report), before)
    return _code(report, task)


@app.command(epilog=EPILOG)
def prune(
    paths: options.SomePaths = None,
    baseline: options.BaselineFile = None,
    profile: options.Profile = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    jobs: options.Jobs = None,
) -> int:
    """Drop what is no longer found.

    Releases that are gone are dropped too; nothing new is accepted. Without PATHS, every release in the baseline
    is checked.
    """
    from checker.gate.baseline import prune_baseline
    from checker.gate.files import load_baseline

    start = _prepare([], baseline, profile, config, no_config).resolved
    file = stated_file(start, "baseline", NAME)
    before = load_baseline(file)
    documents = {entry.document: _here(entry.document, before) for entry in before.entries}
    gone = [document for document, path in documents.items() if not path.exists()]
    named = paths or [str(path) for path in documents.values() if path.exists()]
    task = _prepare(named, str(file), profile, start.file, start.file is None)
    report = _report(task, file, jobs)
    _save(file, prune_baseline(before, report, gone=gone), before)
    return _code(report, task)


@app.command("list")
def list_(
    baseline: options.BaselineFile = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    format_: options.TextOrJson = "text",
) -> int:
    """List what the baseline accepts, by release."""
    from checker.config.schema import check_word
    from checker.gate.baseline import baseline_data
    from checker.gate.files import load_baseline

    check_word(format_, ("text", "json"), "format", "--format")
    task = _prepare([], baseline, None, config, no_config)
    shown = load_baseline(stated_file(task.resolved, "baseline", NAME))
    write_out(json.dumps(baseline_data(shown), indent=2) + "\n" if format_ == "json" else _text(shown))
    return ExitCode.CLEAN


def _prepare(paths: list[str], baseline: str | None, profile: str | None, config: Path | None, no_config: bool) -> Task:
    given: dict[str, Any] = {"baseline": baseline, "profile": profile}
    return prepare(Request(paths=paths, given=given, config=config, use_files=not no_config, with_baseline=False))


def _report(task: Task, file: Path, jobs: int | None) -> RunReport:
    from checker.cli.outputs import check_apart, check_target
    from checker.run import report_run

    check_target(file, "--baseline")
    check_apart([file], task.listing.files)
    return report_run(check_all(task, jobs=jobs), task.resolved.rules, task.resolved.settings)


def _here(document: str, baseline: Baseline) -> Path:
    """The path of a document from where we are; the file names it from where the file lies."""
    return Path(os.path.relpath(Path(baseline.place.folder) / document, baseline.place.here))


def _save(file: Path, baseline: Baseline, before: Baseline | None = None) -> None:
    from checker.gate.files import save_baseline

    save_baseline(file, baseline)
    changes = ""
    if before is not None:
        changes = f" ({len(baseline.keys - before.keys)} added, {len(before.keys - baseline.keys)} dropped)"
    tell(f"wrote {file}: {_count(baseline)}{changes}")


def _code(report: RunReport, task: Task) -> int:
    tell_failures(report.releases, task.listing)
    failed = bool(task.listing.unlisted) or any(release.failure for release in report.releases)
    return ExitCode.UNCHECKED if failed else ExitCode.CLEAN


def _nothing(paths: list[str]) -> int:
    tell(f"nothing to check in {', '.join(paths)}; nothing is written")
    return ExitCode.NOTHING


def _count(baseline: Baseline) -> str:
    from checker.reports.words import counted

    documents = len({entry.document for entry in baseline.entries})
    return f"{counted(len(baseline.entries), 'finding')} in {counted(documents, 'release')}"


def _text(baseline: Baseline) -> str:
    from checker.reports.words import folded

    lines = [f"{baseline.file}: {_count(baseline)}"]
    for document, entries in groupby(baseline.entries, key=lambda entry: entry.document):
        lines += ["", folded(document), *(f"  {e.rule}: {folded(e.message)}" for e in entries)]
    return "\n".join(lines) + "\n"
