"""Scoring the labelled releases, and pinning what they must score.

    python tests/quality.py            # raises floors to what is measured now, less a little room
    python tests/quality.py --lower    # also lowers them: say why in the commit

A floor that would fall is refused and nothing is written, unless `--lower` is given.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from math import floor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
FILE = Path(__file__).parent / "quality_floors.toml"
SETS = ("gold", "traps")

ROOM = 0.008
"""How far a figure may fall before a test fails: one or two labelled releases."""

HEAD = """\
# What the labelled releases must score at least (at most, for `at_most`). Measured with score.py of the corpus whose
# digest stands here; other labels, other floors. A floor is raised when a change earns it and never lowered to pass:
# `python tests/quality.py` pins what is measured now, and refuses to lower one.
"""

REMARKS = {"elements": " # models/labels/elements.jsonl, with the labelled legends given"}
"""What is said of tables that other tests measure and this command leaves as they are."""

Floors = dict[str, Any]


def corpus_sha256() -> str:
    """The digest of all labels and texts that are scored."""
    files = sorted(f for name in SETS for f in (CORPUS / name).glob("*.jsonl"))
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def score(name: str, figures: Path) -> dict[str, Any]:
    """The figures of the scorer on one set, end to end."""
    subprocess.run(
        [
            *(sys.executable, str(CORPUS / "score.py"), "--gold", str(CORPUS / name)),
            *("--command", f"{sys.executable} -m checker check --format json", "--json", str(figures)),
        ],
        check=True,
        cwd=ROOT,
        capture_output=True,
    )
    told: dict[str, Any] = json.loads(figures.read_text())
    return told


def measured(floors: Floors, figures: dict[str, dict[str, Any]]) -> Floors:
    """The floors that the figures earn, for every figure that has one."""
    earned: Floors = {"corpus_sha256": corpus_sha256()}
    for name in SETS:
        rows, extra = figures[name]["rows"], figures[name]["extra"]
        table = floors.get(name, {})
        earned[name] = {
            "f1": {k: _less(rows[k]["f1"]) for k in table.get("f1", {})},
            "extra": {k: _less(extra[k]) for k in table.get("extra", {})},
            "at_most": {k: int(rows[k]["fp"]) for k in table.get("at_most", {})},
        }
    return earned


def _less(figure: float) -> float:
    return floor((figure - ROOM) * 1000) / 1000


def raised(floors: Floors, earned: Floors, *, lower: bool) -> tuple[Floors, list[str]]:
    """The floors to pin, and those that would have fallen; the latter keep their height unless `lower`."""
    pinned: Floors = {**floors, "corpus_sha256": earned["corpus_sha256"]}
    fallen: list[str] = []
    for name in SETS:
        pinned[name] = {}
        for part, table in earned[name].items():
            best = max if part != "at_most" else min
            for key, value in table.items():
                held = floors[name][part][key]
                short = best(held, value) != value
                if short and (abs(held - value) > ROOM or part == "at_most"):
                    fallen.append(f"{name}, {key}: {held} → {value}")
                pinned[name].setdefault(part, {})[key] = value if lower else best(held, value)
    return pinned, fallen


def written(floors: Floors) -> str:
    """The floors as the file holds them."""
    lines = [HEAD + f'corpus_sha256 = "{floors["corpus_sha256"]}"']
    for name in SETS:
        for part, table in floors[name].items():
            lines += ["", f"[{name}.{part}]", *(f'"{key}" = {value}' for key, value in table.items())]
    for name in (n for n in floors if n not in (*SETS, "corpus_sha256")):
        remark = REMARKS.get(name, "")
        lines += ["", f"[{name}]{remark}", *(f'"{key}" = {value}' for key, value in floors[name].items())]
    return "\n".join(lines) + "\n"


def main(lower: bool) -> int:
    """Scores, pins, and says what changed."""
    floors = tomllib.loads(FILE.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        figures = {name: score(name, Path(folder) / f"{name}.json") for name in SETS}
    pinned, fallen = raised(floors, measured(floors, figures), lower=lower)
    for line in fallen:
        print(f"falls: {line}")  # noqa: T201
    if fallen and not lower:
        print("nothing was written; --lower accepts it")  # noqa: T201
        return 1
    FILE.write_text(written(pinned), encoding="utf-8")
    print(written(pinned), end="")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main("--lower" in sys.argv[1:]))
