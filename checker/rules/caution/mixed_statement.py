"""Present fact and forecast in one sentence

What it looks for
    A forward-looking sentence that also states a present or past fact with a figure: "Bookings grew 20 percent and we
    expect revenue of $50 million".

Why
    The safe harbor protects the forecast, not the fact beside it, and a court reads a mixed sentence piece by piece:
    In re Quality Systems, 865 F.3d 1130 (9th Cir. 2017); Glazer Capital v. Forescout, 63 F.4th 747 (9th Cir. 2023).
    Caution about the future does not reach a fact that was wrong when made.

How to fix
    Consider two sentences, the fact in one and the forecast in the other, and check the fact as you would any other.

When it stays silent
    When the fact has no figure, when the figure belongs to the forecast, and when the fact is the size of a market.
    Never more than a note: such sentences are frequent and often harmless.

Silent
    Bookings grew 20 percent. We expect revenue of $50 million next year.

Found
    Bookings grew 20 percent in the quarter and we expect revenue of $50 million next year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.types import Authority, Finding, Found, Passage, Reading, Rule

_FIGURE = r"(?:[$€£]\s?\d|\d[\d,.]*\s?(?:%|percent|per cent|million|billion|basis points|bps|x\b))"
_FACT = (
    r"(?:grew|rose|increased|decreased|declined|fell|was|were|reached|generated|delivered|achieved|recorded|reported"
    r"|posted|improved|exceeded|totaled|totalled|amounted to|raised|sold|shipped|had)"
)
_FUTURE = (
    r"(?:(?:we|company|management|and|it|which) (?:now |also |still |continues? to )?"
    r"(?:expects?|anticipates?|plans?|intends?|forecasts?|projects?|targets?)"
    r"|(?:is|are) (?:expected|projected|anticipated|forecast|on track)|will(?! be (?:held|hosted)))"
)
_JOIN = r"(?:,? and|,? but|,? while|;|,? which|, with|,)"


_AFTER = (
    r"(?:after|having|and (?:has|have)|compared (?:to|with) the [^.;!?]{0,30}?(?<![a-z])(?:that|which)) [^.;!?]{0,30}?"
)
_MARKET = r"market[^.;!?]{0,60}? (?:valued|estimated|worth|size|reached|was|were)(?![a-z])"
"""The size of a market is nobody's own fact."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The fact first, or the forecast first; a joint between them."""
    fact = rf"(?<![a-z]){_FACT} [^.;!?]{{0,60}}?{_FIGURE}"
    future = rf"(?<![a-z]){_FUTURE}(?![a-z])"
    return (
        re.compile(rf"{fact}[^.;!?]{{0,80}}?{_JOIN} [^.;!?]{{0,60}}?{future}"),
        re.compile(rf"{future}[^;!?]{{5,120}}?,? {_AFTER}{fact}"),
    )


@cache
def _market() -> re.Pattern[str]:
    return re.compile(_MARKET)


def find(reading: Reading) -> Found:
    note = "one sentence states a fact with a figure and a forecast"
    return Found(findings=tuple(Finding(passages=(p,), note=note) for p in _mixed(reading)))


def _mixed(reading: Reading) -> Iterator[Passage]:
    folded = reading.release.folded
    for statement in reading.statements:
        if _market().search(folded, statement.start, statement.end):
            continue
        if any(p.search(folded, statement.start, statement.end) for p in _patterns()):
            yield statement


RULE = Rule(
    id="mixed-statement",
    title="Present fact and forecast in one sentence",
    authority=Authority(tier="case", source="In re Quality Systems, 865 F.3d 1130 (9th Cir. 2017)"),
    expect="absent",
    severity={"full": "note", "practice": "note", "statute": "note"},
    advice="Consider two sentences, one for the fact and one for the forecast.",
    find=find,
)
