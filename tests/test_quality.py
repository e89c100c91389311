"""The labelled releases, scored end to end against pinned floors. Needs the corpus beside the checkout."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
FLOORS = tomllib.loads((Path(__file__).parent / "quality_floors.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the labelled corpus is not beside the checkout")


def corpus_sha256() -> str:
    files = sorted(f for name in ("gold", "traps") for f in (CORPUS / name).glob("*.jsonl"))
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


@pytest.fixture(scope="module", params=["gold", "traps"])
def scored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    figures = tmp_path_factory.mktemp("score") / "figures.json"
    subprocess.run(
        [
            *(sys.executable, str(CORPUS / "score.py"), "--gold", str(CORPUS / request.param)),
            *("--command", f"{sys.executable} -m checker check --format json", "--json", str(figures)),
        ],
        check=True,
        cwd=ROOT,
        capture_output=True,
    )
    return request.param, json.loads(figures.read_text())


def test_the_floors_are_of_this_corpus() -> None:
    assert FLOORS["corpus_sha256"] == corpus_sha256(), "the labels changed: measure again, then pin the new digest"


def test_no_figure_falls_below_its_floor(scored: tuple[str, dict[str, Any]]) -> None:
    name, figures = scored
    floors = FLOORS[name]
    low = [
        f"{k}: {figures['rows'][k]['f1']:.3f} < {v}"
        for k, v in floors.get("f1", {}).items()
        if figures["rows"][k]["f1"] < v
    ]
    low += [
        f"{k}: {figures['extra'][k]:.3f} < {v}" for k, v in floors.get("extra", {}).items() if figures["extra"][k] < v
    ]
    low += [
        f"{k}: {figures['rows'][k]['fp']} > {v}"
        for k, v in floors.get("at_most", {}).items()
        if figures["rows"][k]["fp"] > v
    ]
    assert low == []


def test_every_release_was_checked(scored: tuple[str, dict[str, Any]]) -> None:
    assert scored[1]["extra"]["unchecked"] == []
