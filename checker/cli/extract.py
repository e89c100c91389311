"""`safeharbor extract`: the text that the offsets of reports refer to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.exit_codes import ExitCode
from checker.cli.streams import read_in, tell, write_out


def extract(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A release; - reads standard input.")],
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="Name of what - reads; its suffix tells the format.")
    ] = None,
) -> int:
    """Print the text whose characters reports count."""
    from checker.errors import ReadError
    from checker.readers import read_bytes, read_file
    from checker.types import Settings

    limit = Settings().max_bytes
    try:
        if file == "-":
            data = read_in(limit + 1)
            release = read_bytes(data, source=stdin_filename or "<stdin>", max_bytes=limit)
        else:
            release = read_file(Path(file), max_bytes=limit)
    except ReadError as error:
        tell(f"{file}: {error.reason}")
        return ExitCode.UNCHECKED
    write_out(release.text)
    return ExitCode.CLEAN
