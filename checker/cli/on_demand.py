"""Commands that are imported when called: a run of one command does not pay for the twelve others."""

from __future__ import annotations

import errno
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group

from checker.cli.streams import give_up_output
from checker.errors import CheckerError

COMMANDS = {
    "check": "Check the forward-looking-statement legends of press releases.",
    "explain": "Explain a rule: what it looks for, why, how to fix it, examples.",
    "rules": "List the rules, with their severity in each profile.",
    "extract": "Print the text whose characters reports count.",
    "compare": "Say what changed between two versions of a release.",
    "init": "Write a commented safeharbor.toml.",
    "config": "Show the settings in force and where each came from.",
    "train": "Train the models on your own labels.",
    "evaluate": "Measure the models on labelled releases.",
}
"""Name → what it does, in the order of help. The function of that name lies in the module of that name, with its
`EPILOG` if it has one."""

GROUPS = {
    "baseline": "Accept the findings that are there now, by their content.",
    "waivers": "List, add, check and prune waivers.",
    "audit": "Repeat a recorded run and compare.",
    "model": "Show or verify the models.",
}
"""Name → what it does, for commands with commands of their own: the `app` of the module of that name."""


_OUTPUT_LOST = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG)
"""What a full or failing disk says to somebody who writes."""


class OnDemand(TyperGroup):
    """A group whose help is told from the tables above, and whose commands are built when asked for."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {name: TyperCommand(name=name, help=told) for name, told in (COMMANDS | GROUPS).items()}

    def main(self, *args: Any, **settings: Any) -> Any:
        """Runs the command. Help, which is not written by `streams.write_out`, fails as a report does.

        Raises CheckerError when standard output takes no words; a reader that has gone away is no error.
        """
        try:
            return super().main(*args, **settings)
        except SystemExit as ended:
            # typer ends with 1, the code of a finding, when the reader of its help has gone.
            if isinstance(ended.__context__, BrokenPipeError):
                return 0
            raise
        except OSError as error:
            if error.filename is not None or error.errno not in _OUTPUT_LOST:
                raise
            give_up_output()
            raise CheckerError(f"standard output cannot be written ({error.strerror})") from error

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command itself; None when there is none of this name."""
        return _build(cmd_name) if cmd_name in self.commands else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands in the help, none of them imported."""
        TyperGroup(commands=dict(self.commands)).format_commands(ctx, formatter)


def _build(name: str) -> Any:
    module = import_module(f"checker.cli.{name}")
    if name in GROUPS:
        command: Any = get_group(module.app)
    else:
        app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        app.command(name, epilog=getattr(module, "EPILOG", None))(getattr(module, name))
        command = get_command(app)
    command.name = name
    return command
