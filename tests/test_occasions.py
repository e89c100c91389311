"""Occasions: what a release is for, told by its title and opening, with the words that decided it."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from test_rule_cases import reading_of

from checker.cli import main
from checker.facts import occasion_words
from checker.facts.contexts import CONTEXTS
from checker.facts.occasions import OCCASIONS, find_occasions
from checker.phrases import Wording
from checker.text.release import build_release
from checker.types import Context, Metadata

ROOT = Path(__file__).parent.parent
LINE = "TALLGRASS, Kan., May 4, 2026 -- "
MERGER = LINE + "Northvale Corp. (NYSE: NVL) today announced a definitive agreement to acquire Birch Inc. "
CALL = (
    "Good morning, everyone, and welcome to the Northvale first quarter call. Thank you for joining us. "
    "Before we begin, let me remind you that some remarks are forward-looking. I will now turn the call over to Ann."
)


def occasions(text: str, *told: str) -> tuple[Context, ...]:
    release = build_release(text, source="x.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    return find_occasions(release, (), told)


def kinds(text: str) -> set[str]:
    return {c.kind for c in occasions(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Northvale Reports Third Quarter 2026 Results\n\nSales rose.", "earnings"),
        (LINE + "Northvale Corp. today reported net income of $3 million for the second quarter of 2026.", "earnings"),
        (LINE + "Northvale Corp. announced today first quarter 2011 income from continuing operations.", "earnings"),
        (LINE + "Northvale Corp. today raised its full-year revenue guidance.", "earnings"),
        (
            LINE + "Northvale Corp. released preliminary unaudited financial results for the year ended June 30.",
            "earnings",
        ),
        (MERGER + "Birch holders will receive 0.52 shares of Northvale for each share.", "merger_stock"),
        (MERGER + "The price is half in cash and half in Northvale common stock.", "merger_stock"),
        ("Northvale to Go Public via Business Combination with a SPAC\n\nIt will list in May.", "merger_stock"),
        (MERGER + "Birch holders will receive $12.50 per share in cash.", "merger_cash"),
        (LINE + "Birch Inc. has agreed to be acquired by Northvale Corp. in an all-cash transaction.", "merger_cash"),
        ("Northvale Doses First Patient in Phase 2 Trial of NV-7\n\nThe trial is in Kansas.", "clinical"),
        (LINE + "Northvale Corp. today announced positive topline results of its pivotal trial of NV-7.", "clinical"),
        (LINE + "Northvale Corp. has completed enrollment of 40 patients.", "clinical"),
        (CALL, "call"),
    ],
)
def test_what_a_release_is_for(text: str, kind: str) -> None:
    found = {c.kind: c for c in occasions(text)}
    assert kind in found
    assert found[kind].evidence
    assert not found[kind].declared
    assert all(text[p.start : p.end] == p.text for p in found[kind].evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Northvale to Release Third Quarter 2026 Earnings on October 29\n\nA call will follow.",
        "Northvale Schedules Conference Call for First Quarter 2026 Results",
        "Northvale Publishes Results of Its Annual Meeting 2026",
        "Northvale Reports Third Quarter Drilling Results",
        "Northvale Reiterates Production Guidance",
        "Reed Law Offices Provides Guidance to Students",
        LINE + "Northvale Corp. opened a mill.\n\n" + "It is new. " * 120 + "It reported first quarter 2026 results.",
        LINE + "Northvale Corp. today completed its acquisition of Birch Inc. for $12 per share in cash.",
        LINE
        + "Northvale Corp. signed a non-binding letter of intent; an agreement to acquire Birch for cash may follow.",
        LINE + "Northvale Corp. signed a definitive agreement to acquire the assets of Birch Inc. in cash.",
        LINE + "Northvale Corp. today commenced a tender offer to purchase for cash its 5% notes.",
        MERGER + "Terms were not disclosed.",
        LINE + "Northvale Corp. (NYSE: NVL), a clinical-stage company with a Phase 2 trial, today opened an office.",
        LINE + "Northvale Corp. appoints Ann Reed, who ran its Phase 2 clinical trials.",
        LINE + "Northvale Corp. announces a preclinical study in mice.",
        LINE + "Northvale Corp. announces the feasibility study of its mine.",
        LINE + "Northvale Corp. will host a conference call at 5 p.m. The operator will take questions.",
    ],
)
def test_what_it_mentions_decides_nothing(text: str) -> None:
    assert kinds(text) == set()


def test_what_is_declared_is_not_told_again() -> None:
    assert occasions("Northvale Reports Third Quarter 2026 Results", "earnings") == ()


def test_a_deal_is_for_stock_or_for_cash_alone() -> None:
    text = MERGER + "Holders will receive $10.00 per share in cash and 0.25 shares of Northvale for each share."
    assert kinds(text) == {"merger_stock"}


def test_occasions_stand_beside_the_contexts_that_exclude() -> None:
    body = LINE + "Northvale Income Fund (NYSE: NIF), a closed-end fund, today reported results for the first quarter."
    reading = reading_of({"body": body, "legend": "Results may differ.", "statements": []})
    assert [c.kind for c in reading.contexts] == ["fund", "earnings"]


def test_an_occasion_can_be_declared_and_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release = tmp_path / "a.txt"
    release.write_text("Northvale opened a mill.", encoding="utf-8")
    main(["check", "--no-config", "--exit-zero", "--format", "json", "--context", "merger-stock", str(release)])
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert document["contexts"] == [{"kind": "merger_stock", "declared": True, "evidence": []}]


def test_a_call_that_is_declared_is_read_as_speech(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "a.txt"
    script.write_text("Some remarks today are forward-looking. Results may differ materially.", encoding="utf-8")
    main(["check", "--no-config", "--exit-zero", "--format", "json", "--context", "call", str(script)])
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert [legend["form"] for legend in document["legends"]] == ["oral"]


def test_every_kind_is_explained_and_listed() -> None:
    assert not set(OCCASIONS) & set(CONTEXTS)
    page = (ROOT / "docs" / "contexts.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", page, flags=re.MULTILINE))
    assert listed == {kind.replace("_", "-") for kind in (*OCCASIONS, *CONTEXTS)}


@pytest.mark.parametrize("name", [n for n, value in vars(occasion_words).items() if isinstance(value, Wording)])
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    def seconds(text: str) -> float:
        begun = time.process_time()
        sum(1 for _ in getattr(occasion_words, name).finditer(text))
        return time.process_time() - begun

    for words in ("reports the quarter ended ", "agreement to acquire shares of the ", "the phase 2 trial of the "):
        seconds(words * 50)
        assert seconds(words * 4000) < 4 * 4 * max(seconds(words * 1000), 0.01)
