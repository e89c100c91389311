"""Runs every case of tests/rules/<rule-id>.toml: the rules' specification, in text that anyone can edit."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from checker.classify.legends import LegendSpan
from checker.engine import judge
from checker.reading import gather_facts
from checker.rules import RULES
from checker.text.release import build_release
from checker.types import IssuerFile, Metadata, Outcome, Reading, Rule, Settings, Statement

CASES = Path(__file__).parent / "rules"
RULE = {rule.id: rule for rule in RULES}
USUAL = {
    ("present", "passing"): {"met"},
    ("present", "failing"): {"missing"},
    ("present", "near-miss"): {"missing", "not-applicable"},
    ("absent", "passing"): {"met", "not-applicable"},
    ("absent", "failing"): {"defect"},
    ("absent", "near-miss"): {"met", "not-applicable"},
    ("judged", "passing"): {"met", "not-applicable"},
    ("judged", "failing"): {"review"},
    ("judged", "near-miss"): {"met", "not-applicable"},
}


def cases() -> list[Any]:
    found = []
    for file in sorted(CASES.glob("*.toml")):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        for group in ("passing", "failing", "near-miss"):
            for case in data.get(group, []):
                found.append(pytest.param(RULE[file.stem], group, case, id=f"{file.stem}:{group}:{case['name']}"))
    return found


def reading_of(case: dict[str, Any]) -> Reading:
    """The reading that the classifiers would give for the case's body and legend (and a second legend below it)."""
    body, legend = case.get("body", "").strip(), case.get("legend", case.get("text", "")).strip()
    second, below = case.get("second", "").strip(), case.get("below", "").strip()
    text = "\n\n".join(part for part in (body, legend, second, below) if part) + "\n"
    release = build_release(text, source="case.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    first = len(body) + 2 if body else 0
    starts = [(first, legend), (first + len(legend) + 2, second)]
    spans = [LegendSpan(start=at, end=at + len(x), text=x, confidence=1.0) for at, x in starts if x]
    statements = [
        Statement(start=text.index(words), end=text.index(words) + len(words), text=words, confidence=1.0)
        for words in case.get("statements", [])
    ]
    prior = reading_of(case["prior"]) if "prior" in case else None
    contexts = tuple(case.get("contexts", ()))
    settings = Settings(
        profile=case.get("profile", "full"),
        contexts=contexts,
        prior=prior,
        release_date=case.get("date"),
        issuer=IssuerFile(**case["issuer"]) if "issuer" in case else None,
    )
    return gather_facts(release, spans, statements, None, settings)


def outcome_of(rule: Rule, case: dict[str, Any]) -> Outcome:
    """The rule's outcome with its prerequisites taken as met, so that a case speaks of one rule only."""
    from dataclasses import replace

    return judge(reading_of(case), [replace(rule, requires=())], Settings(profile=case.get("profile", "full")))[0]


@pytest.mark.parametrize(("rule", "group", "case"), cases())
def test_case(rule: Rule, group: str, case: dict[str, Any]) -> None:
    outcome = outcome_of(rule, case)
    expected = {case["status"]} if "status" in case else USUAL[rule.expect, group]
    assert outcome.status in expected, f"{outcome.status}: {outcome.message} {outcome.reason}"
    if "severity" in case:
        assert outcome.severity == case["severity"]
    if "words" in case:
        quoted = " … ".join(" ".join(e.text.split()) for e in outcome.evidence)
        assert case["words"] in quoted
