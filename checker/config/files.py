"""Configuration files: which one counts, what it holds, what it extends."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.errors import ConfigError

NAME = "safeharbor.toml"
_PYPROJECT = "pyproject.toml"
_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


def find_file(start: Path) -> Path | None:
    """The nearest configuration file, from a file or folder upward. It need not exist itself."""
    here = _lexical(start)
    for folder in (here, *here.parents):
        if _is_file(file := folder / NAME):
            return file
        if _has_table(folder / _PYPROJECT):
            return folder / _PYPROJECT
    return None


def read_chain(file: Path) -> tuple[tuple[Path, dict[str, Any]], ...]:
    """The file's table and those it extends, the farthest first. Raises ConfigError, also for a circle."""
    chain: list[tuple[Path, dict[str, Any]]] = []
    seen: list[Path] = []
    place: Path | None = file
    while place is not None:
        if place.resolve() in seen:
            raise ConfigError(f"{shown(place)}: extend leads back to a file that is being read")
        seen.append(place.resolve())
        table = _table(place)
        chain.append((place, table))
        target = table.get("extend")
        place = place.parent / Path(target).expanduser() if isinstance(target, str) else None
    return tuple(reversed(chain))


def read_toml(file: Path) -> dict[str, Any]:
    """What a TOML file holds. Raises ConfigError with file, line and column."""
    import tomllib

    try:
        # Editors on Windows write a byte order mark, which TOML does not know.
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError(f"{shown(file)}: no such file") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)}: not UTF-8 (byte {error.start + 1})") from error
    except OSError as error:
        raise ConfigError(f"{shown(file)}: cannot be read ({error.strerror})") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        position = f":{at[1]}:{at[2]}" if (at := _AT.search(said)) else ""
        raise ConfigError(f"{shown(file)}{position}: not valid TOML: {_AT.sub('', said)}") from error


def shown(path: Path) -> str:
    """The path as a user would write it: relative when it lies below the current folder."""
    here = Path.cwd()
    absolute = _lexical(path)
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # A name that is too long for the system, in a path that does not exist.
        return False


def _lexical(path: Path) -> Path:
    """Absolute, without `..`, with symbolic links as they are written: upward means what the user sees."""
    return Path(os.path.normpath(path.absolute()))


def _table(file: Path) -> dict[str, Any]:
    data = read_toml(file)
    if file.name != _PYPROJECT:
        return data
    table = _descend(data, ("tool", "safeharbor"))
    if table is None:
        raise ConfigError(f"{shown(file)}: has no [tool.safeharbor]")
    return table


def _has_table(file: Path) -> bool:
    """Whether a pyproject.toml speaks of us. A broken one that does not is none of our business."""
    try:
        if b"safeharbor" not in file.read_bytes():
            return False
    except OSError:
        return False
    return _descend(read_toml(file), ("tool", "safeharbor")) is not None


def _descend(data: Any, names: Sequence[str]) -> dict[str, Any] | None:
    for name in names:
        data = data.get(name) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else None
