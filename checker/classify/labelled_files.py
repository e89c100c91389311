"""A user's labelled releases: JSON lines in the format of the shared corpus.

A line with `text` is a release (`id`, `text`; `company`, `date`, `source` if known), a line with `legends` says where
its legends are (`id`, `legends`: `start`, `end`, `form`), a line with `label` is a labelled sentence (`doc`, `start`,
`end`, `label`, `strength`). A line may be a release and its label at once; files may be gzipped.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.errors import ConfigError
from checker.records import dataclass

LABELS = ("forward", "logistics", "legend", "not", "unsure")
"""What a labelled sentence can be; unsure ones neither teach nor measure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """Releases by id, the lines about their legends, and the labelled sentences."""

    releases: dict[str, dict[str, Any]]
    legends: list[dict[str, Any]]
    sentences: list[dict[str, Any]]
    sha256: str


def read_labelled(files: Sequence[Path]) -> Labelled:
    """Everything in the files. Raises ConfigError that names the file and line that cannot be used."""
    releases: dict[str, dict[str, Any]] = {}
    legends: dict[str, dict[str, Any]] = {}
    sentences: dict[tuple[str, str, str], dict[str, Any]] = {}
    for where, line in _lines(files):
        if "text" in line:
            _named(line, "text", where)
            releases[_named(line, "id", where)] = {"company": "", **line}
        if "legends" in line:
            legends[_named(line, "id", where)] = line
        elif "label" in line:
            sentences[_place_of(line, where)] = {"strength": None, **line}
        elif "text" not in line:
            raise ConfigError(f'{where}: a line needs "text", "legends" or "label"')
    _check_places(releases, [*legends.values(), *sentences.values()])
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    return Labelled(
        releases=releases, legends=list(legends.values()), sentences=list(sentences.values()), sha256=digest
    )


def _lines(files: Sequence[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in files:
        try:
            data = file.read_bytes()
            text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8")
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise ConfigError(f"--corpus: {file} cannot be read ({error})") from error
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield f"{file}:{number}", _parsed(line, f"{file}:{number}")


def _parsed(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{where}: not JSON ({error.msg})") from error
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: a line must be a JSON object")
    return value


def _named(line: dict[str, Any], key: str, where: str) -> str:
    if not isinstance(line.get(key), str):
        raise ConfigError(f'{where}: "{key}" is missing or no text')
    return str(line[key])


def _place_of(line: dict[str, Any], where: str) -> tuple[str, str, str]:
    """Which sentence a line labels; a later line on the same sentence replaces an earlier one."""
    if line["label"] not in LABELS:
        raise ConfigError(f"{where}: label {line['label']!r} is none of {', '.join(LABELS)}")
    return _named(line, "doc", where), str(line.get("start")), str(line.get("end"))


def _check_places(releases: dict[str, dict[str, Any]], labels: Sequence[dict[str, Any]]) -> None:
    for label in labels:
        ident = label.get("doc") or label["id"]
        if ident not in releases:
            raise ConfigError(f"--corpus: {ident} is labelled, and no file holds its text")
        size = len(releases[ident]["text"])
        for place in label.get("legends", [label]):
            start, end = place.get("start"), place.get("end")
            if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= size):
                raise ConfigError(f"--corpus: {ident}: a label lies outside the text")
