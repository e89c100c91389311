"""`per-file-ignores`: globs that are relative to the folder of the file that states them, however a path is typed."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping, Sequence
from pathlib import Path

from checker.types import Place


def place_of(folder: Path) -> Place:
    """What the globs stated in a folder are relative to, and where we are now. Symbolic links stay as written."""
    return Place(folder=_lexical(folder), here=Path.cwd().as_posix())


def rebased(rows: Mapping[str, Sequence[str]], base: Path, onto: Path) -> dict[str, Sequence[str]]:
    """Globs stated in one folder as another one states them. A glob without a slash fits in any folder."""
    lead = posixpath.relpath(_lexical(base), _lexical(onto))
    moved = {g: posixpath.normpath(posixpath.join(lead, g.removeprefix("/"))) if "/" in g else g for g in rows}
    return {moved[g]: ids for g, ids in rows.items()}


def _lexical(folder: Path) -> str:
    return Path(os.path.normpath(folder.absolute())).as_posix()
