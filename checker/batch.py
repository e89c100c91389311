"""Many paths → reports, in the order named. An error is a value: one bad file never stops the others."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from checker.engine import judge, verdict
from checker.errors import CheckerError, ModelError, ReadError, RuleSetError
from checker.gate.apply import apply_gate
from checker.gate.nouns import Gate
from checker.readers import read_bytes, read_file
from checker.reading import read, read_prior
from checker.types import Failure, Reading, Release, ReleaseReport, Rule, Settings

Finish = Callable[[ReleaseReport], ReleaseReport]
"""What a run does to a report before it is kept."""

PARALLEL_FROM = 200
"""Releases from which a second process pays: starting workers costs as much as some hundred checks."""


LOT = 25
"""Releases that are sent to a worker together."""


def check_file(
    path: Path, rules: Sequence[Rule], settings: Settings, *, source: str | None = None, gate: Gate | None = None
) -> ReleaseReport:
    """The report on one file; a failure inside it when the file cannot be read in full."""
    name = source or path.as_posix()
    try:
        release = read_file(path, max_bytes=settings.max_bytes, source=name)
    except ReadError as error:
        return unchecked(name, Failure(kind=error.kind, message=error.reason))
    return check_release(release, rules, settings, gate=gate)


def check_bytes(
    data: bytes, rules: Sequence[Rule], settings: Settings, *, source: str, gate: Gate | None = None
) -> ReleaseReport:
    """The report on bytes that came from somewhere else than a file, named `source`."""
    try:
        release = read_bytes(data, source=source, max_bytes=settings.max_bytes)
    except ReadError as error:
        return unchecked(source, Failure(kind=error.kind, message=error.reason))
    return check_release(release, rules, settings, gate=gate)


def check_release(
    release: Release, rules: Sequence[Rule], settings: Settings, *, gate: Gate | None = None
) -> ReleaseReport:
    """The report on a release that has been read. Without a `gate`, directives in the text count and nothing else.

    A damaged model or rule table concerns every release, so it is raised (ModelError, RuleSetError).
    """
    reading = read(release, settings)
    outcomes = apply_gate(release, judge(reading, rules, settings), gate or Gate(), known={rule.id for rule in rules})
    return ReleaseReport(
        source=release.source,
        sha256=release.metadata.sha256,
        verdict=verdict(reading, outcomes),
        reading=reading,
        outcomes=outcomes,
    )


def check_files(
    paths: Sequence[Path],
    rules: Sequence[Rule],
    settings: Settings,
    *,
    jobs: int | None = None,
    debug: bool = False,
    gate: Gate | None = None,
    finish: Finish | None = None,
) -> Iterator[ReleaseReport]:
    """One report a path, in order, as they are ready. `jobs` None: one process for few files, all cores for many.

    `finish` is done to each report where it was made, so that only what is wanted of it comes back from a worker. With
    `debug` an unexpected error is raised instead of reported.
    """
    if len(paths) > LOT and not gc.isenabled():  # what is there stays to the end; what comes is looked through
        gc.freeze()
        gc.enable()
    workers = jobs or (1 if len(paths) < PARALLEL_FROM else -1)
    if workers == 1:
        yield from (_check_guarded(path, rules, settings, debug, gate, finish) for path in paths)
        return
    from joblib import Parallel, delayed

    from checker.interrupts import threads_quiet, workers_deaf

    run = Parallel(n_jobs=workers, return_as="generator", batch_size=1, pre_dispatch="3*n_jobs")
    here = Path.cwd()
    # The rules are imported by each worker, not sent: their finders are module functions. A worker outlives the call
    # and stays in the folder where it was started, so it is told ours. What a task needs besides its paths is as
    # costly to send as a release is to read: many paths share it.
    lots = (paths[i : i + LOT] for i in range(0, len(paths), LOT))
    with threads_quiet():
        with workers_deaf():
            checked = run(delayed(_check_lot)(lot, rules, settings, debug, gate, finish, here) for lot in lots)
        for reports in checked:
            yield from reports


def _check_lot(
    paths: Sequence[Path],
    rules: Sequence[Rule],
    settings: Settings,
    debug: bool,
    gate: Gate | None,
    finish: Finish | None,
    folder: Path,
) -> list[ReleaseReport]:
    return [_check_guarded(path, rules, settings, debug, gate, finish, folder) for path in paths]


def read_earlier(path: Path, settings: Settings) -> Reading:
    """The reading of the earlier release that `Settings.prior` holds. Raises ReadError."""
    return read_prior(read_file(path, max_bytes=settings.max_bytes), settings)


def unchecked(source: str, failure: Failure) -> ReleaseReport:
    """The report on a file about which nothing can be said."""
    return ReleaseReport(source=source, sha256="", verdict="unchecked", failure=failure)


def _check_guarded(
    path: Path,
    rules: Sequence[Rule],
    settings: Settings,
    debug: bool,
    gate: Gate | None,
    finish: Finish | None = None,
    folder: Path = Path(),
) -> ReleaseReport:
    report = _checked_or_why_not(path, rules, settings, debug, gate, folder)
    return finish(report) if finish else report


def _checked_or_why_not(
    path: Path, rules: Sequence[Rule], settings: Settings, debug: bool, gate: Gate | None, folder: Path
) -> ReleaseReport:
    try:
        return check_file(folder / path, rules, settings, source=path.as_posix(), gate=gate)
    except (ModelError, RuleSetError):
        raise
    except Exception as error:
        if debug:
            raise
        if isinstance(error, CheckerError):
            return unchecked(path.as_posix(), Failure(kind="error", message=str(error)))
        message = f"internal error: {type(error).__name__}: {error}"
        return unchecked(path.as_posix(), Failure(kind="internal", message=message))
