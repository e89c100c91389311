"""Placeholder left in

What it looks for
    What a draft leaves for later: `[●]`, `[Company]`, `[expert name]`, `[insert date]`, `$[__]`, `$X.X`, `<<name>>`,
    `{{name}}` anywhere in the release; TBD, XX and the like, comments and marks of a tracked change in the legend.

Why
    Hygiene. The release was not finished, and a legend with a gap may lack what it promises.

How to fix
    Fill it in, or delete it.

When it stays silent
    For links in brackets, notes such as [1] or [sic], a symbol or a model that looks like XX, and TBD outside the
    legend, where a date may be open.

Silent
    our Annual Report on Form 10-K for the year ended December 31, 2027 [1]

Found
    our Annual Report on Form 10-K for the year ended [●]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, Passage, Reading, Rule

_NAMES = (
    r"(?:company|issuer|client|counterparty|target|buyer|seller|parent)|(?:[a-z]+(?:'s)? ){0,2}name"
    r"(?: of [a-z ]{2,30})?|(?:stock )?(?:ticker|symbol)|date|month|year|day|amount|number|quarter|period|exchange"
    r"|city(?:, |/)state|title|month,? day,? year|mm/dd/yyyy|percentage|website|url|link|hyperlink"
    r"|phone(?: number)?|email"
)
BRACKETED = Wording(
    rf"\[(?:insert [^\]\[]{{2,60}}|{_NAMES}|tbd|tbc|to come|to be (?:determined|confirmed|completed|inserted|added)"
    r"[^\]\[]{0,30}|placeholder[^\]\[]{0,30})\](?!\()"
)
ANGLED = Wording(r"<<[a-z][a-z0-9 _-]{1,40}>>")
BRACED = Wording(r"\{\{[a-z ][a-z0-9 _.-]{1,40}\}\}")
LATIN = Wording(r"lorem ipsum")
ANYWHERE = (("[", BRACKETED), ("<<", ANGLED), ("{{", BRACED), ("lorem", LATIN))
"""Wording looked for in the whole release, each with a mark without which it need not be: most releases lack it."""

IN_LEGEND = Wording(
    r"tbd|tbc",
    r"\[(?:note to draft|nt?d|comment|deleted|inserted|draft)[^\]\[]{0,80}\]",
    r"(?:december|march|june|september|january|october) xx?, 20[\dx]{2}",
    r"20xx|19xx|form 10-\[?xx?\]?",
    r"\[ {0,4}\]",
)
MARKS = (
    r"\[\s?[\u25cf\u2022\u25a0\u2b24\u25cb*_]{1,6}\s?\]|\$\s?(?:_{2,12}|[xX](?:\.[xX]{1,2}|[xX]{1,5}))(?![a-zA-Z0-9_])"
)
"""Marks that stand for what is to come. They are looked for in the text itself: folding clears marks away. Each
begins with a mark that few texts hold, so that searching costs next to nothing."""

BLANK = r"(?<=[a-z0-9,$(] )_{3,20}(?!_)"
"""A blank to fill in, in the legend: after words on its line, for a rule across the page is none."""


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)


def find(reading: Reading) -> Found:
    text = ((0, len(reading.release.text)),)
    legends = tuple((x.start, x.end) for x in reading.legends)
    left = [
        *(p for mark, words in ANYWHERE if mark in reading.release.folded for p in words.within(reading)),
        *IN_LEGEND.within(reading, reading.legends),
        *_marked(reading, MARKS, text),
        *_marked(reading, BLANK, legends),
    ]
    findings = (
        Finding(passages=(p,), note=f"“{p.text}” was left to fill in") for p in sorted(left, key=lambda p: p.start)
    )
    return Found(findings=tuple(findings))


def _marked(reading: Reading, written: str, spans: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    for start, end in spans:
        for match in _pattern(written).finditer(reading.release.text, start, end):
            yield reading.release.passage(*match.span())


RULE = Rule(
    id="placeholder",
    title="Placeholder left in",
    authority=Authority(tier="hygiene", source="the words themselves"),
    expect="absent",
    severity={"full": "error", "practice": "error", "statute": "error"},
    advice="Fill it in, or delete it.",
    find=find,
)
