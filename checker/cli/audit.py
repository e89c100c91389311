"""`safeharbor audit`: the record of a run, written by `check --audit`, and its repetition."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli import clock, options
from checker.cli.exit_codes import ExitCode
from checker.cli.request import Request, Task, check_all, prepare, tell_failures
from checker.cli.streams import tell, write_out
from checker.errors import ConfigError

if TYPE_CHECKING:
    from checker.gate.audit import Asked
    from checker.types import RunReport

app = typer.Typer(help="Repeat a recorded run and compare.", rich_markup_mode=None)

EPILOG = """\b
Exit codes:
  0  the repetition gave what is recorded
  1  something differs; each difference is a line
  2  the record, or a file of settings that it names, cannot be used
  3  a release that was read then cannot be read now (outranks 1)
"""


@app.callback()
def audit() -> None:
    """Repeat a recorded run and compare."""


@app.command(epilog=EPILOG)
def verify(
    file: Annotated[Path, typer.Argument(help="A record that `check --audit` wrote.")],
    format_: options.TextOrJson = "text",
    jobs: options.Jobs = None,
) -> int:
    """Check the recorded releases again, from the same folder, and say what differs from the record.

    Waivers are judged by the recorded day. Where standard input was recorded, it is read again.
    """
    from checker.config.schema import KEYS, check_keys, check_word
    from checker.gate.audit import recorded_request
    from checker.gate.audit import verify as compare
    from checker.gate.files import load_record
    from checker.run import report_run

    check_word(format_, ("text", "json"), "format", "--format")
    record = load_record(file)
    asked = recorded_request(record, file.as_posix())
    check_keys(asked.given, KEYS, file.as_posix())
    task = prepare(_request(record, asked))
    report = report_run(check_all(task, jobs=jobs), task.resolved.rules, task.resolved.settings)
    differences = compare(record, report, _asked(task))
    write_out(_json(differences) if format_ == "json" else _text(differences, len(report.releases)))
    unread = _unread_now(record, report)
    tell_failures([r for r in report.releases if r.source in unread], task.listing)
    if unread:
        return ExitCode.UNCHECKED
    return ExitCode.FINDINGS if differences else ExitCode.CLEAN


def write_record(path: Path, task: Task, report: RunReport) -> bool:
    """Writes the record of a run; False when it cannot be written, which is said."""
    from checker.gate.audit import audit_record
    from checker.gate.files import save_record

    try:
        save_record(path, audit_record(report, clock.now(), _asked(task)))
    except ConfigError as error:
        tell(f"--audit: {error}")
        return False
    return True


def _asked(task: Task) -> Asked:
    """What the run was asked for, in words that do not depend on the machine where files lie below the folder."""
    from checker.config.files import shown
    from checker.gate.audit import Asked
    from checker.gate.files import digest

    request, resolved = task.request, task.resolved
    files = {key: resolved.path(key) for key in ("waivers", "baseline")}
    return Asked(
        given={key: value for key, value in request.given.items() if value is not None},
        config=shown(resolved.file) if resolved.file else None,
        settings={key: value.value for key, value in resolved.values.items()},
        digests={key: digest(path) for key, path in files.items() if path},
        today=task.gate.today,
        release_date=request.release_date,
        stdin=task.stdin_name if "-" in request.paths else None,
    )


def _request(record: dict[str, Any], asked: Asked) -> Request:
    """The recorded files by name, not the folders they were found in: a file that came since is none of the run's."""
    paths = [row["path"] for row in record["documents"]]
    if asked.stdin in paths:
        paths[paths.index(asked.stdin)] = "-"
    return Request(
        paths=paths,
        given=asked.given,
        config=Path(asked.config) if asked.config else None,
        use_files=asked.config is not None,
        release_date=asked.release_date,
        stdin_filename=asked.stdin if "-" in paths else None,
        today=asked.today,
    )


def _unread_now(record: dict[str, Any], report: RunReport) -> set[str]:
    read = {row["path"] for row in record["documents"] if not row.get("error")}
    return {r.source for r in report.releases if r.failure and r.source in read}


def _text(differences: Sequence[str], number: int) -> str:
    from checker.reports.words import counted, folded

    if not differences:
        return f"as recorded: {counted(number, 'release')}\n"
    return "".join(f"{folded(line)}\n" for line in differences)


def _json(differences: Sequence[str]) -> str:
    return json.dumps({"verified": not differences, "differences": list(differences)}, indent=2) + "\n"
