"""Files → Releases, by suffix. Each format has its own module; text that is none of them is not guessed at."""

from __future__ import annotations

from pathlib import Path, PurePath

from checker.errors import ReadError
from checker.readers.txt import read_text
from checker.types import Release

READABLE_SUFFIXES: frozenset[str] = frozenset({".txt", ".text", ".md", ".markdown"})
"""Suffixes, in lower case, that `read_file` has a reader for."""


def read_file(path: Path, *, max_bytes: int, source: str | None = None) -> Release:
    """The release in a file. Raises ReadError; its message names the file, without its folder.

    The size is asked for before anything is read. `source` is the name that reports show.
    """
    data = _load(path, max_bytes)
    return read_bytes(data, source=source or path.as_posix(), max_bytes=max_bytes)


def read_bytes(data: bytes, *, source: str, max_bytes: int) -> Release:
    """The release in bytes that came from a file, standard input or a caller. Raises ReadError.

    `source` tells the format by its suffix; without one the bytes are plain text.
    """
    name = _name(source)
    suffix = _check_suffix(name)
    if len(data) > max_bytes:
        raise _too_large(name, len(data), max_bytes)
    return read_text(data, source=source, name=name, format="md" if suffix in (".md", ".markdown") else "txt")


def _load(path: Path, max_bytes: int) -> bytes:
    try:
        size = path.stat().st_size
        _check_suffix(path.name)
        if size > max_bytes:
            raise _too_large(path.name, size, max_bytes)
        with path.open("rb") as file:
            # One byte more than allowed: a pipe or a growing file has no true size.
            return file.read(max_bytes + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadError(f"no such file{_pattern_hint(path)}", name=path.name, kind="missing") from error
    except IsADirectoryError as error:
        raise ReadError("is a folder, not a file", name=path.name, kind="unreadable") from error
    except PermissionError as error:
        raise ReadError("no permission to read it", name=path.name, kind="unreadable") from error
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror or error})", name=path.name, kind="unreadable") from error


def _pattern_hint(path: Path) -> str:
    """What a shell leaves as it is fits no file, or was quoted."""
    is_pattern = any(mark in path.as_posix() for mark in "*?")
    return " (a pattern that fits no file, or that was quoted; a folder may be named instead)" if is_pattern else ""


def _name(source: str) -> str:
    return PurePath(source).name or source


def _check_suffix(name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if suffix and suffix not in READABLE_SUFFIXES and not name.startswith("<"):
        readable = ", ".join(sorted(READABLE_SUFFIXES))
        reason = f"no reader for {suffix} (readable: {readable}); save its words as .txt"
        raise ReadError(reason, name=name, kind="format")
    return suffix


def _too_large(name: str, size: int, max_bytes: int) -> ReadError:
    return ReadError(f"{size:,} bytes, more than the limit of {max_bytes:,}", name=name, kind="too-large")
