"""Bytes → text: encodings, line ends, and every reason for which a file is not read."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import ReadError
from checker.readers import READABLE_SUFFIXES, read_bytes, read_file

TEXT = "Velmont’s plans — may change.\n\nNo duty to update."
LIMIT = 1_000_000


def failure(data: bytes, source: str = "release.txt", max_bytes: int = LIMIT) -> tuple[str, str]:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, source=source, max_bytes=max_bytes)
    return caught.value.kind, str(caught.value)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("cp1252"), "cp1252"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "utf-32"),
        (b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"), "utf-32"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    release = read_bytes(data, source="release.txt", max_bytes=LIMIT)
    assert (release.text, release.metadata.encoding) == (TEXT, encoding)
    assert release.metadata.sha256 == hashlib.sha256(data).hexdigest()


def test_line_ends_are_newlines_and_nothing_else_changes() -> None:
    text = read_bytes(b"## A&amp;B\r\n\tone  two\rthree \x0c\n", source="a.md", max_bytes=LIMIT).text
    assert text == "## A&amp;B\n\tone  two\nthree \x0c\n"


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.txt", "txt"), ("a.TEXT", "txt"), ("a.md", "md"), ("a.markdown", "md"), ("-", "txt"), ("<stdin>", "txt")],
)
def test_format_by_suffix(name: str, format_: str) -> None:
    assert read_bytes(TEXT.encode(), source=name, max_bytes=LIMIT).metadata.format == format_


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\t ", "empty"),
        (b"PK\x03\x04\0\0 words", "binary"),
        (b"words \x01\x02\x03 words", "binary"),
        (b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n", "binary"),
        (rb"{\rtf1\ansi We expect growth.}", "binary"),
        ("w\u0086".encode() * 9, "binary"),
        (b"\x81\x8d\x8f and words", "undecodable"),
        (b"\xff\xfew", "undecodable"),
        (b"\xef\xbb\xbf\xff", "undecodable"),
        (b"x" * (LIMIT + 1), "too-large"),
    ],
)
def test_what_is_not_read(data: bytes, kind: str) -> None:
    found, message = failure(data)
    assert found == kind
    assert message.startswith("release.txt: ") and "\n" not in message


def test_two_per_cent_of_control_characters_are_borne() -> None:
    assert read_bytes(b"x" * 98 + b"\x01\x02", source="a.txt", max_bytes=LIMIT).text.startswith("x")
    assert failure(b"x" * 97 + b"\x01\x02\x03")[0] == "binary"


def test_a_suffix_without_reader_is_named() -> None:
    kind, message = failure(b"words", source="folder/deck.pptx")
    assert kind == "format" and message.startswith("deck.pptx: ") and ".pptx" in message and "folder" not in message


def test_a_mark_in_the_middle_and_lone_surrogates_do_not_harm() -> None:
    assert read_bytes("a\ufeffb".encode(), source="a.txt", max_bytes=LIMIT).text == "a\ufeffb"
    lone = read_bytes("We \ud800 expect.".encode("utf-8", "surrogatepass"), source="a.txt", max_bytes=LIMIT)
    assert lone.text == "We \ufffd expect."


def test_a_file_is_read_and_keeps_the_name_given(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes(TEXT.encode())
    assert read_file(path, max_bytes=LIMIT).source == path.as_posix()
    assert read_file(path, max_bytes=LIMIT, source="in/release.txt").source == "in/release.txt"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    def kind(path: Path, max_bytes: int = LIMIT) -> str:
        with pytest.raises(ReadError) as caught:
            read_file(path, max_bytes=max_bytes)
        assert str(caught.value).startswith(f"{path.name}: ") and str(tmp_path) not in str(caught.value)
        return caught.value.kind

    big = tmp_path / "big.txt"
    big.write_bytes(b"x" * 20)
    assert kind(tmp_path / "none.txt") == "missing"
    assert kind(big / "none.txt") == "missing"
    (tmp_path / "deck.docx").write_bytes(b"words")
    assert kind(tmp_path / "deck.docx") == "format"
    assert kind(tmp_path / "none.docx") == "missing", "whoever mistypes a name is not told about formats"
    assert kind(big, max_bytes=19) == "too-large"
    (tmp_path / "folder.txt").mkdir()
    assert kind(tmp_path / "folder.txt") == "unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_bytes(b"words")
    path.chmod(0)
    with pytest.raises(ReadError) as caught:
        read_file(path, max_bytes=LIMIT)
    assert caught.value.kind == "unreadable"


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        release = read_bytes(data, source="a.txt", max_bytes=LIMIT)
    except ReadError as error:
        assert error.kind in {"empty", "binary", "undecodable"}
    else:
        assert "\r" not in release.text and len(release.folded) == len(release.text)
        assert all(release.text[p.start : p.end] == p.text for p in (*release.blocks, *release.sentences))


def test_suffixes_are_lower_case_with_a_dot() -> None:
    assert {".txt", ".md"} <= READABLE_SUFFIXES
    assert all(s == s.lower() and s.startswith(".") for s in READABLE_SUFFIXES)
