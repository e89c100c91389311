"""Which files a run reads: order, patterns, links, and what must not be skipped in silence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.walk import Patterns, list_files

SUFFIXES = {".txt", ".md"}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plant(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("words", encoding="utf-8")


def listed(*paths: str, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> list[str]:
    found = list_files([Path(p) for p in paths], SUFFIXES, Patterns(include=include, exclude=exclude))
    return [file.as_posix() for file in found.files]


def test_readable_files_by_name_hidden_ones_not() -> None:
    plant("b.txt", "a.TXT", "c/d.md", "c/e.docx", "noise", ".hidden/f.txt", ".g.txt")
    assert listed(".") == ["a.TXT", "b.txt", "c/d.md"]


def test_named_paths_stay_in_order_and_count_once(here: Path) -> None:
    plant("b.txt", "a.txt")
    assert listed("b.txt", ".", "./b.txt", str(here / "a.txt")) == ["b.txt", "a.txt"]


def test_a_named_path_is_listed_whatever_it_is() -> None:
    plant("table.xlsx", ".gitignore")
    assert listed("gone.txt", "table.xlsx") == ["gone.txt", "table.xlsx"]


def test_a_name_too_long_for_the_system_is_left_to_the_reader() -> None:
    assert listed("x" * 5000) == ["x" * 5000]


def test_gitignore_is_respected_and_the_nearest_decides() -> None:
    plant("keep.txt", "drop.txt", "build/x.txt", "q/drop.txt", "q/old.txt")
    Path(".gitignore").write_text("drop.txt\nbuild/\n")
    Path("q/.gitignore").write_text("!drop.txt\nold.*\n")
    assert listed(".") == ["keep.txt", "q/drop.txt"]


def test_gitignore_above_counts_inside_a_repository_only() -> None:
    plant("q/drop.txt", "q/keep.txt")
    Path(".gitignore").write_text("drop.txt\n")
    assert listed("q") == ["q/drop.txt", "q/keep.txt"]
    Path(".git").mkdir()
    assert listed("q") == ["q/keep.txt"]


def test_an_ignored_folder_or_file_that_is_named_is_read() -> None:
    plant("build/x.txt")
    Path(".git").mkdir()
    Path(".gitignore").write_text("build/\n")
    assert listed(".") == []
    assert listed("build") == listed("build/x.txt") == ["build/x.txt"]


def test_include_and_exclude() -> None:
    plant("a.txt", "q/b.txt", "q/c.md", "q/old/d.txt", "archive/e.txt")
    assert listed(".", include=("q/**/*.txt",)) == ["q/b.txt", "q/old/d.txt"]
    assert listed(".", exclude=("archive/", "*.md", "old")) == ["a.txt", "q/b.txt"]
    assert listed("archive/e.txt", exclude=("archive/",)) == ["archive/e.txt"]


def test_links_are_followed_once_and_circles_end() -> None:
    plant("a/one.txt", "elsewhere/two.txt")
    Path("a/loop").symlink_to("..")
    Path("a/there").symlink_to("../elsewhere")
    Path("a/self").symlink_to("self")
    Path("a/self.txt").symlink_to("self.txt")
    assert listed("a") == ["a/loop/elsewhere/two.txt", "a/one.txt", "a/self.txt"]


def test_a_broken_link_is_not_skipped_in_silence() -> None:
    Path("release.txt").symlink_to("gone.txt")
    assert listed(".") == ["release.txt"]


def test_pipes_in_a_folder_are_not_opened() -> None:
    os.mkfifo("pipe.txt")
    Path("link.txt").symlink_to("pipe.txt")
    assert listed(".") == []


def test_a_folder_that_cannot_be_entered_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for what is inside raises, where asking for what is not there says no."""
    Path("locked").mkdir()

    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refuse)
    monkeypatch.setattr("os.scandir", refuse)
    found = list_files([Path("locked")], SUFFIXES)
    assert [folder.as_posix() for folder, _ in found.unlisted] == ["locked"]


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_reported() -> None:
    plant("locked/a.txt")
    Path("locked").chmod(0)
    try:
        found = list_files([Path()], SUFFIXES)
    finally:
        Path("locked").chmod(0o700)
    assert [folder.as_posix() for folder, _ in found.unlisted] == ["locked"]


def test_an_unlistable_folder_is_reported_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    plant("locked/a.txt", "b.txt")
    real = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("checker.walk.os.scandir", refuse)
    found = list_files([Path()], SUFFIXES)
    assert [f.as_posix() for f in found.files] == ["b.txt"]
    assert found.unlisted == ((Path("locked"), "Permission denied"),)


def test_patterns_cost_nothing_when_there_are_none() -> None:
    plant("a.txt")
    program = (
        "import sys; from pathlib import Path; from checker.walk import list_files; "
        "assert list_files([Path()], {'.txt'}).files; print('pathspec' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
