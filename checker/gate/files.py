"""Reading and writing of waiver files, baselines and audit records: the gate's only way to the disk.

Raises ConfigError, in one line that begins with the file's name, when a file is missing or is not what it should be.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from checker.errors import ConfigError
from checker.gate.audit import parse_record, record_text
from checker.gate.baseline import baseline_data, parse_baseline
from checker.gate.nouns import Baseline, Waivers
from checker.gate.waiver_text import parse_toml
from checker.gate.waivers import parse_waivers
from checker.types import Place
from checker.writing import write_whole


def load_waivers(path: Path, known: Collection[str]) -> Waivers:
    """The waivers of a file; `known` are the ids of all rules."""
    name = path.as_posix()
    waivers = parse_waivers(parse_toml(_read(path), name), known, file=name, place=place_of(path))
    return replace(waivers, file=path.name)


def load_waiver_text(path: Path) -> str:
    """The file as it is written, for `waiver_text.add_waiver` and `prune_waivers`; empty when there is none yet."""
    return _read(path) if path.exists() else ""


def load_baseline(path: Path) -> Baseline:
    """The baseline of a file."""
    baseline = parse_baseline(_json(path), file=path.as_posix(), place=place_of(path))
    return replace(baseline, file=path.name)  # what reports say must not depend on the machine


def save_baseline(path: Path, baseline: Baseline) -> None:
    """Writes the baseline; the same findings give the same bytes."""
    save_text(path, json.dumps(baseline_data(baseline), ensure_ascii=True, indent=2) + "\n")


def load_record(path: Path) -> dict[str, Any]:
    """The audit record of a file."""
    return parse_record(_json(path), path.as_posix())


def save_record(path: Path, record: dict[str, Any]) -> None:
    """Writes an audit record; the same record gives the same bytes."""
    save_text(path, record_text(record))


def save_text(path: Path, text: str) -> None:
    """Writes a file whole or not at all, with `\\n` as it stands."""
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path.as_posix()}: cannot be written ({error.strerror or error})") from error


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ConfigError(f"{path.as_posix()}: cannot be read ({error.strerror or error})") from error


def place_of(path: Path) -> Place:
    """The folder of a file, and where we are now. Symbolic links stay as they are written."""
    folder = Path(os.path.normpath(path.absolute())).parent
    return Place(folder=folder.as_posix(), here=Path.cwd().as_posix())


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError(f"{path.as_posix()}: no such file") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path.as_posix()}: not UTF-8 (byte {error.start + 1})") from error
    except OSError as error:
        raise ConfigError(f"{path.as_posix()}: cannot be read ({error.strerror})") from error


def _json(path: Path) -> Any:
    text = _read(path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{path.as_posix()}:{error.lineno}:{error.colno}: not valid JSON: {error.msg}") from error
    except RecursionError as error:
        raise ConfigError(f"{path.as_posix()}: not valid JSON: nested too deeply") from error
