"""Which files a run reads: those named, and the readable ones under the folders named.

Folders are walked in the order of names. Hidden names are skipped, `.gitignore` files are respected, symbolic links
are followed once. A file that is named is read whatever the patterns say.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from checker.records import dataclass

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """The files to read, each once, in order; and the folders that could not be listed, with the reason."""

    files: tuple[Path, ...]
    unlisted: tuple[tuple[Path, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Patterns:
    """`include` and `exclude` in the syntax of `.gitignore`, relative to the folders that state them."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include_base: Path = Path()
    exclude_base: Path = Path()


def list_files(paths: Sequence[Path], suffixes: Collection[str], patterns: Patterns | None = None) -> Listing:
    """The files that the paths stand for. A path that does not exist is listed: reading it says so."""
    walk = _Walk(suffixes=suffixes, patterns=patterns or Patterns())
    files: dict[str, Path] = {}
    for path in paths:
        found = walk.under(path) if _is_folder(path) else (path,)
        for file in found:
            files.setdefault(os.path.realpath(file), file)
    return Listing(files=tuple(files.values()), unlisted=tuple(walk.unlisted))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ignore:
    """The patterns of one `.gitignore` (or of a configuration) and the folder they are relative to."""

    base: Path
    spec: GitIgnoreSpec

    def says(self, path: Path, *, folder: bool) -> bool | None:
        """True: ignored; False: kept explicitly; None: nothing is said, or the path lies elsewhere."""
        if not path.is_relative_to(self.base):
            return None
        name = path.relative_to(self.base).as_posix()
        return self.spec.check_file(name + "/" if folder else name).include


@dataclasses.dataclass(kw_only=True, slots=True)
class _Walk:
    suffixes: Collection[str]
    patterns: Patterns
    unlisted: list[tuple[Path, str]] = field(default_factory=list)

    def under(self, root: Path) -> Iterator[Path]:
        """The readable files under a folder, by name."""
        # Whoever names an ignored folder wants it read.
        outer = tuple(i for i in _ignores_above(_lexical(root)) if not i.says(_lexical(root), folder=True))
        include = _ignore(self.patterns.include, self.patterns.include_base)
        exclude = _ignore(self.patterns.exclude, self.patterns.exclude_base)
        for path in self._descend(root, outer, exclude, set()):
            if include is None or include.says(_lexical(path), folder=False):
                yield path

    def _descend(
        self, folder: Path, outer: tuple[_Ignore, ...], exclude: _Ignore | None, seen: set[str]
    ) -> Iterator[Path]:
        real = os.path.realpath(folder)
        if real in seen:
            return
        seen.add(real)
        try:
            entries = sorted(os.scandir(folder), key=lambda e: e.name)
        except OSError as error:
            self.unlisted.append((folder, error.strerror or str(error)))
            return
        full = _lexical(folder)
        ignores = outer + _ignore_file(full)
        for entry in entries:
            is_folder = _is_folder(entry)
            if entry.name.startswith(".") or _is_ignored(full / entry.name, is_folder, ignores, exclude):
                continue
            if is_folder:
                yield from self._descend(folder / entry.name, ignores, exclude, seen)
            elif self._is_readable(entry):
                yield folder / entry.name

    def _is_readable(self, entry: os.DirEntry[str]) -> bool:
        """A regular file of a readable suffix; also a broken link, which reading reports. Never a pipe or socket."""
        if PurePath(entry.name).suffix.lower() not in self.suffixes:
            return False
        try:
            return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
        except OSError:
            # A link to itself: reading it says so.
            return True


def _is_ignored(path: Path, is_folder: bool, ignores: Sequence[_Ignore], exclude: _Ignore | None) -> bool:
    if exclude and exclude.says(path, folder=is_folder):
        return True
    # As in git, the nearest .gitignore that says anything decides.
    said = (ignore.says(path, folder=is_folder) for ignore in reversed(ignores))
    return next((x for x in said if x is not None), False)


def _ignores_above(root: Path) -> tuple[_Ignore, ...]:
    """The `.gitignore` files above a folder, up to the top of its repository; none outside a repository."""
    above: list[_Ignore] = []
    for place in (root, *root.parents):
        if place != root:
            above[:0] = _ignore_file(place)
        if _exists(place / ".git"):
            return tuple(above)
    return ()


def _ignore_file(folder: Path) -> tuple[_Ignore, ...]:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    ignore = _ignore(lines, folder)
    return (ignore,) if ignore else ()


def _ignore(lines: Sequence[str], base: Path) -> _Ignore | None:
    if not lines:
        return None
    # Imported here: most runs name files, and need no patterns.
    from pathspec import GitIgnoreSpec

    return _Ignore(base=_lexical(base), spec=GitIgnoreSpec.from_lines(lines))


def _lexical(path: Path) -> Path:
    """Absolute, without `..`, with symbolic links as they are written."""
    return Path(os.path.normpath(path.absolute()))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # A folder that nobody may enter: listing it says so.
        return False


def _is_folder(path: Path | os.DirEntry[str]) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # A name that is too long, or a link to itself: reading it says what is wrong.
        return False
