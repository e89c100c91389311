"""The command line: arguments in, exit code out, no decisions. One file a command, imported when called."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from checker.cli.exit_codes import ExitCode
from checker.cli.on_demand import COMMANDS, GROUPS, OnDemand
from checker.cli.streams import tell, write_out
from checker.errors import CheckerError, ConfigError
from checker.version import __version__

# Rich would cost more than the rest of the start.
app = typer.Typer(
    cls=OnDemand,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        write_out(f"safeharbor {__version__}\n")
        raise typer.Exit


@app.callback()
def safeharbor(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the trace of an internal error.")] = False,  # noqa: ARG001
) -> None:
    """Check the forward-looking-statement legends of press releases, element by element."""
    if context.invoked_subcommand is None:
        raise typer.TyperException("no command given")


def run() -> int:
    """The program: `main` in a process of its own, which ends with it.

    What a start makes is kept to the end, so that looking through it for garbage finds none: a tenth of a check of one
    release, half of it at the exit. Batches turn the collector on (`batch.check_files`).
    """
    gc.disable()
    try:
        return main()
    finally:
        gc.freeze()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit code. Nothing unexpected can look like a finding (1)."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = int(app(args, prog_name="safeharbor", standalone_mode=False) or ExitCode.CLEAN)
        if code == ExitCode.INTERRUPTED:
            tell("interrupted")
        return code
    except ConfigError as error:
        tell(str(error))
        return ExitCode.USAGE
    except CheckerError as error:
        tell(str(error))
        return ExitCode.UNCHECKED
    except typer.TyperException as error:
        from checker.cli.hints import where_to_look

        tell(f"{_one_line(error.format_message())} ({where_to_look(args, (*COMMANDS, *GROUPS))})")
        return ExitCode.USAGE
    except typer.Abort:
        tell("aborted")
        return ExitCode.USAGE
    except KeyboardInterrupt:
        tell("interrupted")
        return ExitCode.INTERRUPTED
    except Exception as error:
        return _internal(error, debug="--debug" in args)


def _internal(error: Exception, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error)
    hint = "" if debug else " (--debug shows the trace)"
    tell(f"internal error: {type(error).__name__}: {_one_line(str(error))}{hint}")
    return ExitCode.UNCHECKED


def _one_line(text: str) -> str:
    return " ".join(text.split())
