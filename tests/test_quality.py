"""The labelled releases, scored end to end against pinned floors. Needs the corpus beside the checkout."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from quality import CORPUS, FILE, corpus_sha256, raised, score, written

FLOORS = tomllib.loads(FILE.read_text(encoding="utf-8"))

needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="the labelled corpus is not beside the checkout")


@pytest.fixture(scope="module", params=["gold", "traps"])
def scored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    return request.param, score(request.param, tmp_path_factory.mktemp("score") / "figures.json")


def floors(gold: float, false: int) -> dict[str, Any]:
    return {"corpus_sha256": "x", "gold": {"f1": {"a": gold}}, "traps": {"at_most": {"b": false}}}


@pytest.mark.parametrize(
    "gold, false, lower, height, fallen",
    [
        (0.97, 1, False, (0.97, 1), 0),
        (0.93, 1, False, (0.95, 1), 1),
        (0.97, 3, False, (0.97, 2), 1),
        (0.93, 3, True, (0.93, 3), 2),
    ],
    ids=["better", "worse is refused", "more false legends are refused", "unless it is said"],
)
def test_a_floor_rises_by_itself_and_falls_when_told(
    gold: float, false: int, lower: bool, height: tuple[float, int], fallen: int
) -> None:
    pinned, told = raised(floors(0.95, 2), floors(gold, false), lower=lower)
    assert (pinned["gold"]["f1"]["a"], pinned["traps"]["at_most"]["b"]) == height
    assert len(told) == fallen


def test_pinned_floors_are_read_back() -> None:
    assert tomllib.loads(written(FLOORS)) == FLOORS


@needs_corpus
def test_the_floors_are_of_this_corpus() -> None:
    assert FLOORS["corpus_sha256"] == corpus_sha256(), "the labels changed: measure again, then pin the new digest"


@needs_corpus
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


@needs_corpus
def test_every_release_was_checked(scored: tuple[str, dict[str, Any]]) -> None:
    assert scored[1]["extra"]["unchecked"] == []
