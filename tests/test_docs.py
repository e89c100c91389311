"""The guide shows what the program does: every command in it is run, every file in it is written, every output checked.

A page is followed from top to bottom in a folder of its own, with `releases/q2.txt` (complete) and `drafts/q3.txt` (no
legend), on 1 May 2026. In a `console` block a line with `$` is run; it exits 0 unless it ends in `# exits N`. The lines
below it are what it prints, in order; `…` stands for what is left out, and without any nothing is compared. A block
after `<!-- file: NAME -->` is written to that file.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
BLOCK = re.compile(r"(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)```", re.DOTALL)
MAY_1 = "1777593600"


def commands(block: str) -> Iterator[tuple[str, int, list[str]]]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, *shown = part.rstrip("\n").split("\n")
        command, _, code = line.partition("  # exits ")
        yield command, int(code or 0), shown


def holds_in_order(printed: list[str], shown: list[str]) -> str:
    """The first line shown that is not printed at its place; empty when there is none."""
    at, loose = 0, False
    for line in shown:
        if line.strip() == "…":
            loose = True
            continue
        places = [i for i in range(at, len(printed)) if printed[i].rstrip() == line.rstrip()]
        if not places or (not loose and places[0] != at):
            return line
        at, loose = places[0] + 1, False
    return ""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for source, target in (("earnings-guidance", "releases/q2"), ("statements-no-legend", "drafts/q3")):
        (tmp_path / target).parent.mkdir()
        shutil.copy(ROOT / "fixtures" / f"{source}.txt", tmp_path / f"{target}.txt")
    scripts = tmp_path.parent / f"{tmp_path.name}-bin"
    scripts.mkdir()
    (scripts / "safeharbor").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', encoding="utf-8")
    (scripts / "safeharbor").chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_reader_who_follows_a_page_sees_what_it_shows(page: Path, desk: Path) -> None:
    path = f"{desk.parent / (desk.name + '-bin')}{os.pathsep}{os.environ['PATH']}"
    env = {k: v for k, v in os.environ.items() if not k.startswith("SAFEHARBOR_")}
    env |= {"PATH": path, "SOURCE_DATE_EPOCH": MAY_1, "NO_COLOR": "1"}
    for file, _language, block in BLOCK.findall(page.read_text(encoding="utf-8")):
        if file:
            (desk / file).write_text(block, encoding="utf-8")
            continue
        for command, code, shown in commands(block):
            done = subprocess.run(
                ["sh", "-c", f"{command} 2>&1"], cwd=desk, env=env, capture_output=True, text=True, encoding="utf-8"
            )
            assert done.returncode == code, f"{command}\n{done.stdout}"
            missing = holds_in_order(done.stdout.splitlines(), shown)
            assert not missing, f"{command}\nnot printed at its place: {missing}\n{done.stdout}"


def test_there_are_pages_and_they_name_each_other() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert {page.name for page in PAGES} - {"index.md"} == set(re.findall(r"\]\((\w[\w-]*\.md)\)", index))


def test_every_command_of_the_program_that_is_named_exists() -> None:
    from checker.cli import COMMANDS, GROUPS

    for page in PAGES:
        named = set(re.findall(r"safeharbor ([a-z]+)", page.read_text(encoding="utf-8")))
        assert named <= {*COMMANDS, *GROUPS}, page.name


def test_an_output_that_is_not_printed_is_noticed() -> None:
    assert holds_in_order(["a", "b"], ["b"]) == "b"
    assert holds_in_order(["a", "b"], ["…", "b"]) == ""
    assert holds_in_order(["a", "b"], ["…", "c"]) == "c"
