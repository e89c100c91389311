"""A gate on every commit cannot pay seconds to start: the check path loads none of the heavy packages.

But for numpy, where a sentence is in doubt: the second reader multiplies matrices.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"sklearn", "scipy", "numpy", "nltk", "joblib", "pandas", "rich", "jinja2", "pydantic"}
FIXTURE = sorted((Path(__file__).parent.parent / "fixtures").glob("*.txt"))[0]

PROGRAM = """
import sys
from checker.cli import main
sys.argv = ["safeharbor", *{args!r}]
try:
    main()
except SystemExit:
    pass
print("LOADED", *sorted({{m.split(".")[0] for m in sys.modules}}))
"""


def loaded_by(*args: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(args=args)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(done.stdout.rpartition("LOADED")[2].split())


PLAIN_RELEASE = """
CEDAR HOLLOW, Ohio, August 5, 2024 -- Harbor Point Tools, Inc. (Nasdaq: HPTL) today announced its results. Revenue was
$41.2 million, up 8% from a year earlier. Net income was $2.1 million.

The company opened its first plant in 1952.
"""


@pytest.mark.parametrize(
    "args",
    [
        ("check", str(FIXTURE)),
        ("check", "--format", "json", str(FIXTURE)),
        ("extract", str(FIXTURE)),
    ],
    ids=" ".join,
)
def test_a_check_loads_no_heavy_package_but_numpy(args: tuple[str, ...]) -> None:
    assert loaded_by(*args) & HEAVY <= {"numpy"}


@pytest.mark.parametrize("args", [("--help",), ("explain", "undue-reliance")], ids=" ".join)
def test_other_commands_load_no_heavy_package(args: tuple[str, ...]) -> None:
    assert loaded_by(*args) & HEAVY == set()


def test_a_check_without_a_sentence_in_doubt_loads_no_heavy_package(tmp_path: Path) -> None:
    (plain := tmp_path / "plain.txt").write_text(PLAIN_RELEASE, encoding="utf-8")
    assert loaded_by("check", str(plain)) & HEAVY == set()


def test_import_runs_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, checker; print([m for m in sys.modules if m.startswith('checker.')])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "['checker.version']"


def test_help_imports_no_command() -> None:
    done = subprocess.run(
        [sys.executable, "-c",
         "import sys; from checker.cli import main; main(['--help']); "
         "print('LOADED', *sorted(m for m in sys.modules if m.startswith('checker.cli.')))"],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    loaded = done.stdout.rpartition("LOADED")[2].split()
    assert loaded == ["checker.cli.exit_codes", "checker.cli.on_demand", "checker.cli.streams"]
