"""Plain text and Markdown: bytes → Release. The text is the decoded file with line ends as `\\n`.

Nothing else is changed, but that lone surrogates, which no encoding can write again, become U+FFFD one by one.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Literal

from checker.errors import ReadError
from checker.text.release import build_release
from checker.types import Metadata, Release

MOST_CONTROLS = 0.02
"""Share of control characters above which bytes are no text."""

# The longer mark first: that of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8", "utf-8"),
    (b"\xff\xfe", "utf-16-le", "utf-16"),
    (b"\xfe\xff", "utf-16-be", "utf-16"),
)

_SIGNATURES = ((b"%PDF-", "a PDF"), (b"{\\rtf", "rich text (RTF)"))
"""What begins formats that may be all letters: renamed to `.txt`, they would be read as a release that says nothing."""


def read_text(data: bytes, *, source: str, name: str, format: Literal["txt", "md"]) -> Release:  # noqa: A002
    """The release in the bytes of a text file; `name` is for messages.

    Raises ReadError: empty, binary or undecodable.
    """
    text, encoding = decode(data, name)
    if not text.strip("\ufeff \t\n\r\f\v\u200b"):
        raise ReadError("the file is empty", name=name, kind="empty")
    metadata = Metadata(format=format, encoding=encoding, sha256=hashlib.sha256(data).hexdigest())
    return build_release(text, source=source, metadata=metadata)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Bytes as text with `\\n` line ends, and the encoding: by its byte order mark, else UTF-8, else cp1252."""
    if written_as := next((words for mark, words in _SIGNATURES if data.startswith(mark)), None):
        raise ReadError(f"not text: it holds {written_as}; save its words as .txt", name=name, kind="binary")
    text, encoding = _decode(data, name)
    if "\0" in text:
        raise ReadError("not text (it holds NUL characters)", name=name, kind="binary")
    controls = len(_control().findall(text))
    if controls > MOST_CONTROLS * len(text):
        raise ReadError(f"not text ({controls / len(text):.0%} control characters)", name=name, kind="binary")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for mark, codec, shown in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec), shown
            except UnicodeDecodeError as error:
                raise ReadError(f"marked as {shown} and is not", name=name, kind="undecodable") from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if data[error.start] == 0xED and (text := _with_surrogates(data)) is not None:
            return text, "utf-8"
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        at = error.start
    if b"\0" in data:
        raise ReadError("not text (it holds NUL characters)", name=name, kind="binary")
    raise ReadError(f"neither UTF-8 nor cp1252 (byte {at + 1})", name=name, kind="undecodable")


def _with_surrogates(data: bytes) -> str | None:
    try:
        return _surrogate().sub("\ufffd", data.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return None


@cache
def _surrogate() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff]")


@cache
def _control() -> re.Pattern[str]:
    """Control characters other than those that lay text out."""
    return re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
