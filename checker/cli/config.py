"""`safeharbor config`: the settings in force, and where each came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli.streams import write_out
from checker.errors import ConfigError

if TYPE_CHECKING:
    from checker.config import Resolved


def config(
    path: Annotated[Path, typer.Argument(help="The release or folder that is to be checked.")] = Path(),
    file: Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Use this configuration file.")] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="Use no configuration file.")] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print them: text or json.")
    ] = "text",
) -> int:
    """Show the settings in force and where each came from."""
    from checker.config import resolve
    from checker.config.schema import check_word
    from checker.rules import RULES

    check_word(format_, ("text", "json"), "format", "--format")
    if file and no_config:
        raise ConfigError("--config and --no-config exclude each other")
    resolved = resolve(RULES, start=path, file=file, use_files=not no_config)
    write_out(_json(resolved) if format_ == "json" else _text(resolved))
    return 0


def _text(resolved: Resolved) -> str:
    from checker.config.files import shown

    rows = [(key, _written(value.value), value.origin) for key, value in resolved.values.items()]
    keys, values = (max(len(row[i]) for row in rows) for i in (0, 1))
    lines = [f"{key:{keys}} = {value:{min(values, 40)}}  # {origin}" for key, value, origin in rows]
    head = f"# file: {shown(resolved.file) if resolved.file else 'none found'}"
    return "\n".join([head, *lines]) + "\n"


def _json(resolved: Resolved) -> str:
    from checker.config.files import shown
    from checker.run import settings_sha256

    told = {
        "file": shown(resolved.file) if resolved.file else None,
        "settings": {k: {"value": v.value, "origin": v.origin} for k, v in resolved.values.items()},
        "settings_sha256": settings_sha256(resolved.settings),
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _written(value: Any) -> str:
    """A value as TOML would write it; a JSON text or list of texts is one."""
    if isinstance(value, dict):
        rows = (f"{json.dumps(key, ensure_ascii=False)} = {_written(row)}" for key, row in value.items())
        return "{" + ", ".join(rows) + "}"
    return "unset" if value is None else json.dumps(value, ensure_ascii=False)
