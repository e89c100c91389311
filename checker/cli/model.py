"""`safeharbor model`: which learned numbers judge, and whether they are the ones published."""

from __future__ import annotations

import typer

from checker.cli.streams import write_out

app = typer.Typer(help="Show or verify the models.", rich_markup_mode=None, no_args_is_help=False)


@app.command()
def info() -> int:
    """Show name, version and digest of each model."""
    from checker.classify.artefact import model_infos

    write_out("".join(f"{m.name}  version {m.version}  sha256 {m.sha256}\n" for m in model_infos()))
    return 0


@app.command()
def verify() -> int:
    """Compare every model file with its published digest; exits 3 when one differs."""
    from checker.model_files import verify_all

    files = verify_all()
    write_out("".join(f"{file}: as published\n" for file in files))
    return 0
