"""The element rules on legends labelled by reading (`models/labels/elements.md`). Needs the corpus beside it."""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checker.classify.legends import LegendSpan
from checker.engine import judge
from checker.reading import gather_facts
from checker.rules import RULES
from checker.text.release import build_release
from checker.types import Metadata, Outcome, Settings

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

NEAR = 80
"""Characters by which the words quoted may miss the labelled ones: a neighbouring clause of the same list."""

pytestmark = pytest.mark.skipif(not POOL.exists(), reason="the shared corpus is not beside the checkout")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    wanted = {label["id"] for label in LABELS}
    with gzip.open(POOL, "rt", encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in wanted}


@dataclass(frozen=True)
class Checked:
    """A label, and what the checker says of its release with the labelled legends given."""

    label: dict[str, Any]
    outcomes: dict[str, Outcome]
    factors: int

    def is_sure(self, element: str) -> bool:
        """Whether the reader told the element present or absent. One left open is not compared."""
        return element not in self.label.get("unsure", ())

    def has(self, element: str) -> bool:
        """Whether the element is found. A weak contrast is an element of its own in the labels."""
        status = self.outcomes[RULE_OF[element]].status
        return status == "met" or (status == "weak" and element != "differ")


@pytest.fixture(scope="module")
def checked(texts: dict[str, str]) -> list[Checked]:
    return [_check(label, texts[label["id"]]) for label in LABELS]


def _check(label: dict[str, Any], text: str) -> Checked:
    release = build_release(text, source="", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    spans = [LegendSpan(**at, text=text[at["start"] : at["end"]], confidence=1.0) for at in label["legends"]]
    reading = gather_facts(release, spans, [], None, Settings())
    return Checked(label, {o.rule: o for o in judge(reading, RULES, Settings())}, len(reading.factors))


def f1(pairs: list[tuple[bool, bool]]) -> float:
    """Of (said, labelled) pairs."""
    right = sum(said and labelled for said, labelled in pairs)
    return 2 * right / max(1, sum(said + labelled for said, labelled in pairs))


def test_the_labels_are_of_these_texts(texts: dict[str, str]) -> None:
    assert [x["id"] for x in LABELS if hashlib.sha256(texts[x["id"]].encode()).hexdigest() != x["sha256"]] == []


@pytest.mark.parametrize("which", ["first", "held-out", "later", "later-held-out"])
def test_elements_are_found_where_there_are_some(which: str, checked: list[Checked]) -> None:
    of_the_set = [c for c in checked if c.label["set"] == which]
    scores = {e: f1([(c.has(e), e in c.label["elements"]) for c in of_the_set if c.is_sure(e)]) for e in RULE_OF}
    assert {element: round(score, 3) for element, score in scores.items() if score < FLOORS["each f1"]} == {}
    assert sum(scores.values()) / len(scores) >= FLOORS["macro f1"], scores


def test_the_words_that_prove_an_element_are_quoted(checked: list[Checked]) -> None:
    told = [(c, element, *at) for c in checked for element, at in c.label["elements"].items() if element in RULE_OF]
    hits = [
        any(e.start - NEAR < end and start < e.end + NEAR for e in c.outcomes[RULE_OF[element]].evidence)
        for c, element, start, end in told
        if c.has(element)
    ]
    assert sum(hits) / len(hits) >= FLOORS["evidence at the labelled place"]


def test_factors_are_counted_as_labelled(checked: list[Checked]) -> None:
    counted = [(c.label["factor_count"], c.factors) for c in checked if c.label["factor_count"] is not None]
    close = sum(abs(n - labelled) <= max(1, 0.2 * labelled) for labelled, n in counted)
    assert close / len(counted) >= FLOORS["factor count within 20 %"]
