"""The element rules on legends labelled by reading (`models/labels/elements.md`). Needs the corpus beside it."""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from checker.classify.legends import LegendSpan
from checker.engine import judge
from checker.reading import gather_facts
from checker.rules import RULES
from checker.text.release import build_release
from checker.types import Metadata, Settings

ROOT = Path(__file__).parent.parent
POOL = ROOT.parent / "shared" / "corpus" / "releases.jsonl.gz"
LABELS = [json.loads(line) for line in (ROOT / "models" / "labels" / "elements.jsonl").read_text().splitlines()]
FLOORS = tomllib.loads((Path(__file__).parent / "quality_floors.toml").read_text(encoding="utf-8"))["elements"]
RULE_OF = {
    "identified": "statements-identified",
    "signal_words": "signal-words",
    "topics": "statement-topics",
    "safe_harbor_claim": "safe-harbor-claim",
    "pslra": "pslra-citation",
    "s21e": "section-21e-citation",
    "s27a": "section-27a-citation",
    "differ": "results-may-differ",
    "factors": "risk-factors",
    "filings_pointer": "filings-pointer",
    "as_of": "as-of-date",
    "undue_reliance": "undue-reliance",
    "no_update": "no-duty-to-update",
    "carve_out": "update-carve-out",
}

pytestmark = pytest.mark.skipif(not POOL.exists(), reason="the shared corpus is not beside the checkout")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    wanted = {label["id"] for label in LABELS}
    with gzip.open(POOL, "rt", encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in wanted}


@pytest.fixture(scope="module")
def found(texts: dict[str, str]) -> list[tuple[dict[str, Any], dict[str, str], int]]:
    """Each label with the status of every rule and the number of factors that the checker counts."""
    return [(label, *_read(texts[label["id"]], label["legends"])) for label in LABELS]


def _read(text: str, legends: list[dict[str, int]]) -> tuple[dict[str, str], int]:
    release = build_release(text, source="", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    spans = [LegendSpan(**at, text=text[at["start"] : at["end"]], confidence=1.0) for at in legends]
    reading = gather_facts(release, spans, [], None, Settings())
    return {o.rule: o.status for o in judge(reading, RULES, Settings())}, len(reading.factors)


def f1(pairs: list[tuple[bool, bool]]) -> float:
    """Of (said, labelled) pairs."""
    right = sum(said and labelled for said, labelled in pairs)
    return 2 * right / max(1, sum(said + labelled for said, labelled in pairs))


def test_the_labels_are_of_these_texts(texts: dict[str, str]) -> None:
    assert [x["id"] for x in LABELS if hashlib.sha256(texts[x["id"]].encode()).hexdigest() != x["sha256"]] == []


@pytest.mark.parametrize("which", ["first", "held-out"])
def test_elements_are_found_where_they_are(which: str, found: list[tuple[dict[str, Any], dict[str, str], int]]) -> None:
    scores = {}
    for element, rule in RULE_OF.items():
        weak = () if element == "differ" else ("weak",)  # a weak contrast is an element of its own in the labels
        scores[element] = f1(
            [
                (status[rule] in ("met", *weak), element in label["elements"])
                for label, status, _ in found
                if label["set"] == which
            ]
        )
    low = {element: round(score, 3) for element, score in scores.items() if score < FLOORS["each f1"]}
    assert low == {}
    assert sum(scores.values()) / len(scores) >= FLOORS["macro f1"], scores


def test_factors_are_counted_as_labelled(found: list[tuple[dict[str, Any], dict[str, str], int]]) -> None:
    counted = [(label["factor_count"], n) for label, _, n in found if label["factor_count"] is not None]
    close = sum(abs(n - labelled) <= max(1, 0.2 * labelled) for labelled, n in counted)
    assert close / len(counted) >= FLOORS["factor count within 20 %"]
