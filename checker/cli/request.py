"""From the words of a command line to the reports on the releases it names: what every command that checks shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.cli import clock
from checker.cli.streams import read_in, tell
from checker.errors import ConfigError
from checker.records import dataclass

if TYPE_CHECKING:
    from checker.batch import Finish
    from checker.config import Resolved
    from checker.gate.nouns import Gate
    from checker.types import ReleaseReport
    from checker.walk import Listing

STDIN = "<stdin>"


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What is to be checked, and how. `given` holds settings under the names that a configuration file would use.

    `with_baseline` False leaves the baseline out: what is about to be written need not be there yet.
    """

    paths: Sequence[str]
    given: Mapping[str, Any] = field(default_factory=dict)
    config: Path | None = None
    use_files: bool = True
    release_date: date | None = None
    prior: Path | None = None
    stdin_filename: str | None = None
    today: date | None = None
    with_baseline: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A request with its settings resolved, its files listed and its gate loaded."""

    request: Request
    resolved: Resolved
    listing: Listing
    gate: Gate

    @property
    def total(self) -> int:
        """How many releases there are to check."""
        return len(self.listing.files) + ("-" in self.request.paths)

    @property
    def inputs(self) -> tuple[Path, ...]:
        """Every file that is read: none of them may be overwritten by a report."""
        keys = ("issuer", "waivers", "baseline")
        stated = (self.resolved.file, *(self.resolved.path(key) for key in keys))
        return (*self.listing.files, *(path for path in (*stated, self.request.prior) if path))

    @property
    def stdin_name(self) -> str:
        """What standard input is called in reports."""
        return self.request.stdin_filename or STDIN


def prepare(request: Request) -> Task:
    """Everything that can be refused is refused here, before a release is judged.

    Raises ConfigError, and ReadError when the earlier release cannot be read in full.
    """
    from checker.config.gate import load_gate

    if request.config and not request.use_files:
        raise ConfigError("--config and --no-config exclude each other")
    if request.stdin_filename and "-" not in request.paths:
        raise ConfigError("--stdin-filename names what - reads; there is no - among the paths")
    if "" in request.paths:
        # Most likely a variable that is not set; taken for the current folder, it would check what nobody named.
        raise ConfigError("one of the paths is empty; . names the current folder")
    resolved = _resolve(request)
    listing = _list(request.paths, resolved)
    if request.prior:
        resolved = _with_prior(resolved, request.prior, len(listing.files) + ("-" in request.paths))
    today = request.today or clock.now().date()
    gate = load_gate(resolved, resolved.rules, today, with_baseline=request.with_baseline)
    return Task(request=request, resolved=resolved, listing=listing, gate=gate)


def stated_file(resolved: Resolved, key: str, default: str) -> Path:
    """The file that a setting names, or `default` beside the configuration (the current folder without one)."""
    from checker.config.files import shown

    folder = resolved.file.parent if resolved.file else Path()
    return Path(shown(resolved.path(key) or folder / default))


def tell_how_to_name(resolved: Resolved, key: str, file: Path) -> None:
    """Says how a file comes into force that no setting names yet."""
    if resolved.path(key) is None:
        tell(f'to use it, write {key} = "{file.name}" in safeharbor.toml or pass --{key} {file}')


def check_all(
    task: Task, *, jobs: int | None = None, debug: bool = False, finish: Finish | None = None
) -> Iterator[ReleaseReport]:
    """One report a release: standard input first, then the files in their order; `finish` is done to each."""
    from checker.batch import check_bytes, check_files

    settings = task.resolved.settings
    if "-" in task.request.paths:
        data = read_in(settings.max_bytes + 1)
        report = check_bytes(data, task.resolved.rules, settings, source=task.stdin_name, gate=task.gate)
        yield finish(report) if finish else report
    yield from check_files(
        task.listing.files,
        task.resolved.rules,
        settings,
        jobs=jobs,
        debug=debug,
        gate=task.gate,
        finish=finish,
    )


def tell_failures(releases: Sequence[ReleaseReport], listing: Listing) -> None:
    """Says on standard error what could not be checked, a line each."""
    for folder, reason in listing.unlisted:
        tell(f"{folder}: the folder cannot be listed ({reason})")
    for release in releases:
        if release.failure:
            tell(f"{release.source}: {release.failure.message}")


def _resolve(request: Request) -> Resolved:
    from checker.config import resolve
    from checker.rules import RULES

    first = request.paths[0] if request.paths else "."
    return resolve(
        RULES,
        start=Path((request.stdin_filename or ".") if first == "-" else first),
        given={key: value for key, value in request.given.items() if value is not None},
        file=request.config,
        use_files=request.use_files,
        release_date=request.release_date,
    )


def _with_prior(resolved: Resolved, prior: Path, releases: int) -> Resolved:
    from checker.batch import read_earlier

    if releases != 1:
        raise ConfigError(f"--prior: compares one release with an earlier one; {releases} are named")
    earlier = read_earlier(prior, resolved.settings)
    return replace(resolved, settings=replace(resolved.settings, prior=earlier))


def _list(paths: Sequence[str], resolved: Resolved) -> Listing:
    from checker.readers import READABLE_SUFFIXES
    from checker.walk import Patterns, list_files

    patterns = Patterns(
        include=resolved.include,
        exclude=resolved.exclude,
        include_base=resolved.values["include"].base,
        exclude_base=resolved.values["exclude"].base,
    )
    return list_files([Path(path) for path in paths if path != "-"], READABLE_SUFFIXES, patterns)


# ── words of the command line ─────────────────────────────────────────────────────────────────────


def listed(values: list[str] | None) -> list[str] | None:
    """Repeated options and comma-separated ones alike."""
    if values is None:
        return None
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def severities(values: list[str] | None) -> dict[str, str] | None:
    """`RULE=LEVEL`, repeated. Raises ConfigError."""
    if values is None:
        return None
    pairs = [value.partition("=") for value in values]
    if bad := next((value for value, pair in zip(values, pairs, strict=True) if not all(pair)), None):
        raise ConfigError(f'--severity: "{bad}" is not RULE=LEVEL, as in undue-reliance=off')
    return {rule: level for rule, _, level in pairs}
