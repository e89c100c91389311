"""Spoken legends: what is said on a call or stands in a script for one, 15 U.S.C. 78u-5(c)(2).

Speech puts the caution into a few sentences of its own: "some of our remarks today are forward-looking; results could
differ; please see our 10-K". Nothing in them need look like a printed legend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.types import Passage, Release, Sentence

CONFIDENCE = 0.97
"""Of a spoken legend found by its wording: the share that were legends among those read (`docs/profiles.md`)."""

_CUES = (
    r"turn (?:the call|the conference|it|things) (?:back )?over|(?:hand|pass) (?:the call|it) over",
    r"good (?:morning|afternoon|evening|day),? (?:everyone|everybody|all|ladies|and (?:welcome|thank))",
    r"(?:thank you|thanks) for (?:joining|participating|being with us|attending|dialing|your interest)"
    r"|for joining us|joining (?:me|us)(?: today)? (?:on|are|is|from)|welcome to (?:the|our|[a-z&.' ]{2,40}?'s?) "
    r"[a-z0-9 -]{0,60}?call",
    r"before (?:we|i) (?:begin|start|get started|proceed|turn|get into|go any further|review|continue)",
    r"(?:i|we)(?:'d| would|'ll| will| must| need to| want to| have to|) (?:like to )?(?:also )?"
    r"(?:remind|caution|advise) (?:you|everyone|everybody|our|listeners|all|participants)|let me (?:also )?remind",
    r"(?:on|during|in|of) (?:today's|this|our) (?:conference |earnings |investor )?call",
    r"operator instructions|thank you,? operator|thanks,? operator|question-and-answer session",
)
_COMMON = ("remind", "joining", "turn the", "over to", "operator", "before we", "before i")
"""Words of most calls and of few releases: looking for these first spares most releases the rest."""

OPENING = 6000
"""Characters in which a call shows itself to be one."""

CUES_NEEDED = 3
"""Different signs of speech from which a text is taken for a call. Releases that announce a call show one or two."""

_LOOKING = r"forward[- ]{1,40}look(?:ing)?"
_PATTERNS = {
    # What makes a sentence part of a caution on its own.
    "seed": rf"{_LOOKING} (?:statements?|comments?|remarks|information|in nature|nature|language|disclaimers?|"
    rf"disclosures?|matters|views|projections|expectations|discussions?|within|under)"
    rf"|(?:are|is|be|considered|deemed|being|as) (?:\w+ ){{0,3}}?{_LOOKING}(?= ?(?:[.,;]|$)| (?:and (?:are|is|involve"
    rf"|subject)|for purposes))"
    r"|safe[- ]{1,40}(?:harbou?r|haven) (?:[a-z]+ ){0,4}?(?:statements?|language|disclos\w{1,6}|disclaimers?"
    r"|provisions?|protections?|comments?|legends?|remarks|notices?|rules?|guidelines?|information|slides?"
    r"|from liability|and cautionary)"
    r"|(?:read|review|cover|under|of|our|to|the) (?:our |the |a )?safe[- ]{1,40}harbou?r(?= ?(?:[.;]|$))"
    r"|cautionary (?:statements?|language|notes?|comments?|remarks)"
    r"|(?:results?|outcomes?|events?|performance) (?:[a-z,]+ ){0,6}?(?:differ|vary|be (?:materially )?different)",
    # The words in another sense: what the speaker does not give, or will give later.
    "other": rf"(?:not|n't|never|plan on|more|any other) (?:really,? )?(?:giv|provid|put|disclos|includ|bak)\w{{0,5}} "
    rf"[^.;]{{0,60}}?{_LOOKING}|baked [^.;]{{0,40}}?{_LOOKING}",
    # What belongs to it beside such a sentence.
    "support": r"risks?(?![a-z])|uncertaint|risk factors|factors (?:that|which|described|discussed|listed|set forth)"
    r"|undue reliance|not (?:to )?(?:rely|place)|not guarantees?|(?:obligation|duty|responsibility|intention)s?"
    r" (?:[a-z]+ ){0,5}?(?:to|for) (?:[a-z]+ ){0,2}?(?:updat|revis)|undertake|these statements|such statements"
    r"|(?:as of|only as of) (?:today|the date|this)|speak only|(?:10|20|40)[- ]?[kqf](?![a-z])|sec filings?"
    r"|filings? with the (?:sec|securities)|securities (?:and|&) exchange commission|our (?:current )?(?:beliefs"
    r"|expectations|assumptions)|management's (?:current )?(?:beliefs|expectations|views|estimates|assumptions)",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{_PATTERNS[name]})")


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<![a-z0-9])(?:{cue})") for cue in _CUES)


def is_call(release: Release) -> bool:
    """Whether the text shows itself to be speech on a call."""
    return bool(call_signs(release))


def call_signs(release: Release) -> tuple[Passage, ...]:
    """The words by which a text shows itself to be speech on a call, one for each sign; none when it does not."""
    opening = release.folded[:OPENING]
    if " call" not in opening or not any(word in opening for word in _COMMON):
        return ()
    signs = sorted(sign.span() for cue in _cues() if (sign := cue.search(opening)))
    return tuple(release.passage(s, e) for s, e in signs) if len(signs) >= CUES_NEEDED else ()


def find_spoken(release: Release) -> tuple[Passage, ...]:
    """The spoken cautions of a call, in order: sentences that carry one, with those beside them that belong to it."""
    said = [s for s in release.sentences if release.folded[s.start : s.end].strip()]
    marks = [_mark(release, sentence) for sentence in said]
    return tuple(release.passage(said[i].start, said[j].end) for i, j in _runs(marks))


def _mark(release: Release, sentence: Sentence) -> str:
    def says(name: str) -> bool:
        return bool(_pattern(name).search(release.folded, sentence.start, sentence.end))

    if says("seed") and not says("other"):
        return "seed"
    return "support" if says("support") else ""


def _runs(marks: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last index of every run of marked sentences that holds a seed; one unmarked sentence may part two."""
    start = last = -1
    seeded = False
    for i, mark in enumerate((*marks, "", "")):
        if mark:
            start = i if start < 0 else start
            last, seeded = i, seeded or mark == "seed"
        elif start >= 0 and i - last > 1:
            if seeded:
                yield start, last
            start, seeded = -1, False
