"""House rules: a rule that a user states in the configuration, made into one like those of this folder."""

from __future__ import annotations

from collections.abc import Iterable

from checker.phrases import Wording
from checker.records import dataclass
from checker.types import Authority, Finding, Found, HouseRule, Passage, Reading, Rule, Severity


@dataclass(frozen=True, slots=True)
class HouseFinder:
    """Finds the wording of a house rule where it is asked for."""

    where: str
    wording: Wording

    def __call__(self, reading: Reading) -> Found:
        """What was found; nothing else is judged here."""
        passages = self.wording.within(reading, _places(reading, self.where))
        return Found(findings=tuple(Finding(passages=(p,)) for p in passages))


def rule_of(stated: HouseRule, profiles: Iterable[str]) -> Rule:
    """The rule, on in every profile at its one severity; a profile of the house may turn it off."""
    level: Severity = stated.severity
    return Rule(
        id=stated.id,
        title=stated.title,
        authority=Authority(tier="practice", source=stated.authority),
        expect=stated.expect,
        severity=dict.fromkeys(profiles, level),
        requires=("legend-present",) if stated.where == "legend" else (),
        advice=stated.advice,
        find=HouseFinder(stated.where, Wording(*stated.patterns)),
        page=_page(stated),
    )


def _places(reading: Reading, where: str) -> tuple[Passage, ...] | None:
    """The legends, what lies between them, or (None) all of the release."""
    if where == "anywhere":
        return None
    if where == "legend":
        return reading.legends
    edges = [0]
    for legend in sorted(reading.legends, key=lambda x: x.start):
        edges += (legend.start, legend.end)
    edges.append(len(reading.release.text))
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return tuple(reading.release.passage(start, end) for start, end in pairs if start < end)


def _page(stated: HouseRule) -> str:
    """The page that `explain` prints, in the parts of every page."""
    what = "asked for" if stated.expect == "present" else "not wanted"
    held, broken = ("Met", "Missing") if stated.expect == "present" else ("Silent", "Found")
    parts = {
        "What it looks for": f"Wording that is {what}, in {_WHERE[stated.where]}: {' | '.join(stated.patterns)}",
        "Why": f"A rule of this house: {stated.authority}.",
        "How to fix": stated.advice,
        "When it stays silent": "Never, where there is something to judge.",
        held: stated.passing[0],
        broken: stated.failing[0],
    }
    return "\n\n".join((stated.title, *(f"{name}\n    {' '.join(text.split())}" for name, text in parts.items())))


_WHERE = {"legend": "the legend", "body": "the text outside the legend", "anywhere": "the release"}
