"""The options that commands share, each with its help, so that a command is as long as what it does."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str], typer.Argument(metavar="PATHS...", help="Releases or folders of releases; - reads standard input.")
]
SomePaths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATHS]...", help="Releases or folders of releases; - reads standard input."),
]

# ── what is asked for ─────────────────────────────────────────────────────────────────────────────

Profile = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="What is required: full, practice, statute, oral, canada, or your own."),
]
Select = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Judge these rules only (repeatable, or a,b,c).")
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Leave these rules out; replaces the file's list.")
]
ExtendSelect = Annotated[list[str] | None, typer.Option(metavar="RULE", help="Add rules that the profile leaves out.")]
Severities = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE=LEVEL", help="Set a rule to error, warning, note or off (repeatable)."),
]
FailOn = Annotated[
    str | None, typer.Option(metavar="LEVEL", help="Lowest severity that exits 1: error, warning, note or never.")
]

# ── what text cannot tell ─────────────────────────────────────────────────────────────────────────

IssuerFile = Annotated[
    str | None, typer.Option(metavar="FILE", help="What the issuer declares of itself (issuer.toml).")
]
Context = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND", help="Declare a context, e.g. ipo or earnings (repeatable; docs/contexts.md lists them)."
    ),
]
AsOf = Annotated[
    str | None, typer.Option(metavar="DATE", help="The release's date (YYYY-MM-DD), if the text does not tell.")
]
Prior = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The earlier release, to compare this one with (one release only).")
]
StdinFilename = Annotated[
    str | None, typer.Option(metavar="NAME", help="Name of what - reads, for reports and configuration.")
]

# ── what is accepted ──────────────────────────────────────────────────────────────────────────────

WaiverFile = Annotated[str | None, typer.Option("--waivers", metavar="FILE", help="Findings that are waived, by whom.")]
BaselineFile = Annotated[
    str | None, typer.Option("--baseline", metavar="FILE", help="Findings that were there before the gate.")
]
Inline = Annotated[
    str | None, typer.Option(metavar="on|off", help="Whether directives in a release may suppress findings.")
]
Today = Annotated[
    str | None, typer.Option(metavar="DATE", help="Judge waivers as of this day (YYYY-MM-DD) instead of today.")
]

# ── where settings come from ──────────────────────────────────────────────────────────────────────

ConfigFile = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Use this configuration file.")]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Use no configuration file.")]

Models = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Judge by the models in this folder, as `train` writes them.")
]

# ── how it is done and shown ──────────────────────────────────────────────────────────────────────

Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="Format of standard output: text, json, sarif …")
]
TextOrJson = Annotated[str, typer.Option("--format", metavar="FORMAT", help="How to print it: text or json.")]
Output = Annotated[
    list[str] | None,
    typer.Option(metavar="FORMAT=PATH", help="Also write a report to a file (repeatable, several formats)."),
]
Audit = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Also write a record of the run, which `audit verify` repeats.")
]
Fix = Annotated[
    bool, typer.Option("--fix", help="Write replacements that are certain into text files, and check them again.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Show in the text report what --fix would change.")]
Jobs = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Number of processes; by default all cores for large runs.")
]
AllowEmpty = Annotated[bool, typer.Option("--allow-empty", help="Exit 0 when there is nothing to check.")]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="Exit 0 in spite of findings; other failures keep their code.")
]
Why = Annotated[bool, typer.Option("--why", help="Also show the words that moved the models most (text report only).")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show all that was found, in full.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no report; files, errors and the exit code remain.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the trace of an internal error.")]
