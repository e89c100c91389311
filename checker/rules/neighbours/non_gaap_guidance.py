"""Guidance in a non-GAAP measure

What it looks for
    A forward-looking statement that gives a figure of a measure outside GAAP (adjusted EBITDA, adjusted or core
    earnings per share, free cash flow, organic growth), in a release that holds no reconciliation and does not say that
    one was not available without unreasonable efforts; or that speaks of reconciling past figures only.

Why
    Regulation G, 17 CFR 244.100(a)(2), and Regulation S-K Item 10(e)(1)(i)(B), ask for a quantitative reconciliation
    of a forward-looking measure to the extent available without unreasonable efforts.

How to fix
    Consider adding the reconciliation of the range, or the sentence that relies on the exception, with what is missing
    and its probable significance.

When it stays silent
    When the release speaks of reconciling the outlook to GAAP, or of unreasonable efforts; for outlooks without a
    figure;
    for foreign issuers (244.100(c)), for mergers and tender offers, and before 28 March 2003. Articles of third parties
    on an issuer's figures (research, paid coverage) are not the issuer's disclosure.

Silent
    We expect adjusted EBITDA to grow. / We expect adjusted EBITDA of $40 million; see the reconciliation below.

Found
    We expect adjusted EBITDA of $40 million to $44 million for 2027.
"""

from __future__ import annotations

from checker.dated_law import NON_GAAP_FROM
from checker.phrases import Wording
from checker.rules.speaker import THIRD_PARTY
from checker.types import Authority, Finding, Found, NotApplicable, Passage, Reading, Rule

_MEASURE = (
    r"(?:(?:non-?gaap|adjusted|core|normalized|pro-?forma) (?:[a-z&]+ ){0,3}?(?:ebitdax?|ebit|ebita|eps|earnings|income"
    r"|profit|margins?|expenses?|loss|cash flow|ffo|tax rate)|(?:adjusted )?ebitdax?|free cash flow"
    r"|(?:adjusted |core )?a?ffo|funds from operations|organic (?:(?:net|revenue|sales) ){0,2}growth|constant-currency)"
)
_FIGURE = (
    r"(?:(?:us)?\$\s?\(?[0-9][0-9.,]*|\(?[0-9][0-9.]*%|[0-9][0-9.,]* (?:percent|million|billion)"
    r"|[0-9][0-9.,]* (?:cents|per share))"
)
GUIDED = Wording(
    rf"{_MEASURE}(?:[^.!?;]|\.[0-9]){{0,90}}?{_FIGURE}",
    rf"{_FIGURE}(?:[^.!?;,]|\.[0-9]){{0,40}}? (?:in|of) {_MEASURE}",
)
AHEAD = Wording(
    r"expect(?:s|ed|ing)?|guidance|outlook|forecasts?|anticipat(?:es?|ed|ing)|project(?:s|ed|ions?)|targets?|targeting"
    r"|estimates?|estimated|range of|(?:to|will) be (?:in|between|approximately|about)|reaffirm[a-z]*|reiterat[a-z]*"
)
RECONCILED = Wording(r"reconcil(?!e net (?:income|loss|earnings)[^.]{0,40}? cash)(?:e[sd]?|iations?|ing)[a-z]*")
EXCEPTION = Wording(r"(?:unreasonable|undue|disproportionate) (?:efforts?|burden|expense|hardship|cost)")
OF_THE_FUTURE = Wording(
    r"guidance|outlook|forward-looking|forecast[a-z]*|project(?:ed|ions?)|future|expected|anticipated|targets?|estimate[sd]?"
    r"|next (?:quarter|year|fiscal)|range|(?:unable|not able) to (?:reconcile|provide)|not (?:provid|reconcil)[a-z]+"
)
NEAR = 250
"""Characters on either side of a reconciliation in which the words say whether it is one of the outlook."""

FOREIGN_FORMS = frozenset({"20-F", "40-F", "6-K"})
EXEMPT = frozenset({"canada", "foreign", "tender_offer", "going_private", "private", "non_reporting"})
MERGER = Wording(r"(?:definitive|merger) (?:merger )?agreement|business combination|proposed (?:merger|transaction)")


def find(reading: Reading) -> Found | NotApplicable:
    if reason := _exempt(reading):
        return NotApplicable(reason=reason)
    guided = tuple(_guidance(reading))
    if not guided:
        return Found()
    told = RECONCILED.within(reading)
    if EXCEPTION.within(reading) or any(_looks_ahead(reading, p) for p in told):
        return Found(note="the release speaks of reconciling its outlook, or of unreasonable efforts")
    note = "only past figures are said to be reconciled" if told else ""
    return Found(findings=tuple(Finding(passages=(p,), related=told[:1], note=note) for p in guided))


def _looks_ahead(reading: Reading, reconciled: Passage) -> bool:
    folded = reading.release.folded
    start, end = max(0, reconciled.start - NEAR), min(len(folded), reconciled.end + NEAR)
    return any(OF_THE_FUTURE.finditer(folded, start, end))


def _guidance(reading: Reading) -> list[Passage]:
    """The statements that give a figure ahead."""
    folded = reading.release.folded
    return [
        s
        for s in reading.statements
        if any(GUIDED.finditer(folded, s.start, s.end)) and any(AHEAD.finditer(folded, s.start, s.end))
    ]


def _exempt(reading: Reading) -> str:
    """Why Regulation G would not reach this release; empty when it may."""
    if reading.release_date and reading.release_date < NON_GAAP_FROM:
        return "released before Regulation G"
    if any(f.form in FOREIGN_FORMS for f in reading.filings):
        return "a foreign private issuer's forms are named"
    if kinds := [c.kind for c in reading.contexts if c.kind in EXEMPT]:
        return f"not asked for in this context: {kinds[0]}"
    if not any(x.jurisdiction == "us" for x in reading.legends):
        return "no legend under the law of the United States"
    if THIRD_PARTY.within(reading):
        return "written about the issuer, not by it"
    return "in connection with a merger" if _is_merger(reading) else ""


def _is_merger(reading: Reading) -> bool:
    return bool(MERGER.within(reading, (reading.release.passage(0, min(1500, len(reading.release.text))),)))


RULE = Rule(
    id="non-gaap-guidance",
    title="Guidance in a non-GAAP measure",
    authority=Authority(tier="rule", source="Regulation G, 17 CFR 244.100(a)(2); Regulation S-K Item 10(e)(1)(i)(B)"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    requires=("legend-present",),
    advice="Consider a reconciliation of the range to the comparable GAAP measure, or the sentence that relies on the "
    "exception for unreasonable efforts.",
    find=find,
)
