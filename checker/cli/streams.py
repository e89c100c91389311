"""Standard output holds the report and nothing else; messages, progress and errors go to standard error."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from checker.errors import CheckerError

T = TypeVar("T")

PROGRESS_FROM = 20
"""Items below which a run is over before a count could be read."""


def write_out(text: str | Iterable[str]) -> None:
    """Writes words, or pieces of them as they are made, to standard output as UTF-8, whatever the locale.

    A reader that has gone away is no error.
    Raises CheckerError when the words cannot be written for another reason: a lost report must not look like a
    clean one.
    """
    if sys.stdout is None:
        raise CheckerError("standard output is closed; use --output or --quiet")
    try:
        sys.stdout.flush()
        for piece in (text,) if isinstance(text, str) else text:
            # File names need not be text; what UTF-8 cannot say is escaped, which JSON reads too.
            sys.stdout.buffer.write(piece.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except OSError as error:
        give_up_output()
        if not isinstance(error, BrokenPipeError):
            raise CheckerError(f"standard output cannot be written ({error.strerror or error})") from error


def give_up_output() -> None:
    """Sends what is still to be written nowhere: Python flushes once more at exit, and would complain then."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def read_in(limit: int) -> bytes:
    """At most `limit` bytes of standard input. Raises CheckerError when there is none to read."""
    if sys.stdin is None:
        raise CheckerError("standard input is closed; name a file instead of -")
    if sys.stdin.isatty():
        tell("reading standard input; end it with Ctrl-D")
    try:
        return sys.stdin.buffer.read(limit)
    except OSError as error:
        raise CheckerError(f"standard input cannot be read ({error.strerror or error})") from error


def tell(message: str) -> None:
    """One line on standard error. Control characters of file names cannot change the terminal."""
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in message)
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError):
        sys.stderr.write(f"safeharbor: {line}\n")
        sys.stderr.flush()


def wants_color(stream: TextIO | None = None) -> bool:
    """Colour on a terminal; NO_COLOR forbids it, FORCE_COLOR asks for it anywhere."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    out = stream or sys.stdout
    return out is not None and out.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal, 100 elsewhere: a report in a file must not depend on a window."""
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return min(shutil.get_terminal_size((100, 24)).columns, 120) if on_terminal else 100


def with_progress(items: Iterable[T], total: int, *, quiet: bool) -> Iterator[T]:
    """The items, counted on standard error while they pass when that is a terminal."""
    if quiet or total < PROGRESS_FROM or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    for done, item in enumerate(items, 1):
        sys.stderr.write(f"\rchecked {done} of {total}")
        sys.stderr.flush()
        yield item
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()
