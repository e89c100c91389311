"""Fixes: replacements that are certain, put into a text; the bytes of a file written back as they were but for those.

Nothing else changes: encoding, byte order mark, line ends and every other word stay. A text that would not come back
byte for byte is refused.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from checker.errors import CheckerError
from checker.replacing import applied
from checker.types import Replacement
from checker.writing import write_whole

FIXABLE = frozenset({"txt", "md"})
"""Formats whose text is the file: replacements in other formats would need their layout."""

_MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


class FixError(CheckerError):
    """A file cannot be fixed; the message says why, and the file is as it was."""


def fixed_bytes(data: bytes, fixes: Sequence[Replacement]) -> bytes:
    """The bytes of a text file with replacements whose offsets count line ends as one character.

    Raises FixError when the bytes cannot be decoded, or would not come back as they were.
    """
    mark, codec, text = _decoded(data)
    if mark + text.encode(codec) != data:
        raise FixError("its encoding cannot be written back byte for byte")
    breaks = _breaks(text)
    raw = [
        replace(f, start=f.start + bisect_left(breaks, f.start), end=f.end + bisect_left(breaks, f.end)) for f in fixes
    ]
    try:
        return mark + applied(text, raw).encode(codec)
    except UnicodeEncodeError as error:
        raise FixError(f"a replacement cannot be written in {codec}") from error


def fix_file(path: Path, sha256: str, fixes: Sequence[Replacement]) -> None:
    """Writes the replacements into a file, in one step. Raises FixError, and leaves the file as it was.

    `sha256` is that of the bytes that were checked: a file that changed since is left alone.
    """
    try:
        target = path.resolve(strict=True)
        data, mode = target.read_bytes(), target.stat().st_mode
        if not (mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)) or not os.access(target, os.W_OK):
            raise FixError("it is read-only")
        if hashlib.sha256(data).hexdigest() != sha256:
            raise FixError("it changed since it was checked")
        if not os.access(target.parent, os.W_OK):
            raise FixError("its folder takes no new file, so it cannot be replaced in one step")
        write_whole(target, fixed_bytes(data, fixes))
    except OSError as error:
        raise FixError(error.strerror or str(error)) from error


def _decoded(data: bytes) -> tuple[bytes, str, str]:
    """Byte order mark, codec and text, with line ends as they are."""
    for codec, mark in _MARKS.items():
        if data.startswith(mark) and not data.startswith(b"\xff\xfe\x00\x00"):
            return mark, codec, _text(data[len(mark) :], codec)
    try:
        return b"", "utf-8", data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "cp1252", _text(data, "cp1252")


def _text(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise FixError(f"it is not {codec} throughout") from error


def _breaks(text: str) -> list[int]:
    """Where the line ends that count two characters (\\r\\n) stand, in offsets that count each as one."""
    return [match.start() - n for n, match in enumerate(re.finditer("\r\n", text))]
