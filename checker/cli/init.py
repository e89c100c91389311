"""`safeharbor init`: a configuration file to start from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.streams import tell
from checker.errors import ConfigError


def init(
    folder: Annotated[Path, typer.Argument(help="Where to write safeharbor.toml.")] = Path(),
    profile: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="full, practice, statute, oral or canada; asked for on a terminal."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
) -> int:
    """Write a commented safeharbor.toml."""
    from checker.config.files import NAME, shown
    from checker.config.schema import PROFILES, check_word

    file = folder / NAME
    if file.exists() and not force:
        raise ConfigError(f"{shown(file)} is there already; --force overwrites it")
    chosen = check_word(profile or _ask(PROFILES), PROFILES, "profile", "--profile")
    try:
        file.write_text(_page(chosen, PROFILES), encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(f"{shown(file)} cannot be written ({error.strerror})") from error
    tell(f"wrote {shown(file)} with profile {chosen}")
    return 0


def _ask(profiles: dict[str, str]) -> str:
    """The profile, asked for on a terminal, the first one elsewhere."""
    first = next(iter(profiles))
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return first
    for name, meaning in profiles.items():
        typer.echo(f"  {name:9} {meaning}", err=True)
    while (answer := str(typer.prompt("Profile", default=first, err=True)).strip()) not in profiles:
        typer.echo(f"One of: {', '.join(profiles)}", err=True)
    return answer


def _page(profile: str, profiles: dict[str, str]) -> str:
    meanings = "\n".join(f"#   {name:9} {meaning}" for name, meaning in profiles.items())
    return f"""\
# Configuration of safeharbor. The nearest file upward from the first path counts; the command line and
# SAFEHARBOR_PROFILE, SAFEHARBOR_FAIL_ON come before it. `safeharbor config` shows what is in force.

# What is required:
{meanings}
profile = "{profile}"

# The lowest severity that fails a gate (exit code 1): error, warning, note or never.
fail-on = "error"

# Take over another file's settings; what stands here comes first.
# extend = "../safeharbor.toml"

# What the issuer declares of itself, because text cannot tell it: filer type, listing, entity, exclusions.
# issuer = "issuer.toml"

# Contexts that are known, such as "ipo", "tender-offer" or "merger-stock" (docs/contexts.md lists them).
# context = []

# Judge only these rules, leave rules out, add rules that the profile leaves out. `safeharbor rules` lists them.
# select = ["legend-present", "results-may-differ"]
# ignore = ["undue-reliance"]
# extend-select = []

# Files read under the folders named, and files or folders left out, in the syntax of .gitignore.
# include = ["releases/**/*.txt"]
# exclude = ["archive/"]

# Severity of single rules: error, warning, note or off.
# [severity]
# undue-reliance = "off"

# Rules left out for some files.
# [per-file-ignores]
# "*-call.txt" = ["statement-topics"]
"""
