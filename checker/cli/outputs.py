"""Where reports go: one format on standard output, any number of them in files."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.cli.streams import tell, wants_color, width, write_out
from checker.errors import ConfigError
from checker.types import RunReport


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
        _check_writable(Path(path))
        if any(o.path.resolve() == Path(path).resolve() for o in outputs):
            raise ConfigError(f"--output: {path} is named twice")
        outputs.append(Output(format=name, path=Path(path)))
    return tuple(outputs)


def check_apart(outputs: Sequence[Output], files: Iterable[Path]) -> None:
    """Raises ConfigError when a report would overwrite a release that is being checked."""
    if not outputs:
        return
    read = {file.resolve() for file in files}
    for output in outputs:
        if output.path.resolve() in read:
            raise ConfigError(f"--output: {output.path} is one of the files to check")


def write_reports(
    report: RunReport, shown: str | None, outputs: Sequence[Output], *, verbose: bool, color: bool | None = None
) -> bool:
    """Prints the report and writes the files; False when a file could not be written, which is said.

    The files do not keep the report from standard output, nor one file another.
    """
    from checker.reports import render

    if shown == "text":
        painted = wants_color() if color is None else color
        write_out(render("text", report, color=painted, verbose=verbose, width=width()))
    elif shown:
        write_out(render(shown, report))
    written = True
    for output in outputs:
        options = {"verbose": verbose} if output.format == "text" else {}
        text = render(output.format, report, **options)
        try:
            _write(output.path, text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            tell(f"--output: {output.path} cannot be written ({error.strerror or error})")
            written = False
    return written


def _check_writable(path: Path) -> None:
    if path == Path("-"):
        raise ConfigError("--output: for standard output use --format")
    if path.is_dir():
        raise ConfigError(f"--output: {path} is a folder")
    if not path.parent.is_dir():
        raise ConfigError(f"--output: the folder {path.parent} does not exist")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise ConfigError(f"--output: no permission to write {path}")


def _write(path: Path, data: bytes) -> None:
    """Replaces a file in one step, so that a failed run leaves the earlier report whole."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        path.write_bytes(data)
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError:
        # The folder takes no new file; the file itself may still be written.
        path.write_bytes(data)
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
