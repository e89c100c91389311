"""Promise to update

What it looks for
    Words that promise to update or revise the forward-looking statements: "we will update these statements as
    conditions change", "undertakes to revise this information".

Why
    15 U.S.C. 78u-5(d) and 77z-2(d) impose no duty to update. A promise may make one that the law did not, and set the
    measure by which a later silence is judged.

How to fix
    Consider leaving the promise out, or writing: Except as required by law, we undertake no obligation to update these
    forward-looking statements.

When it stays silent
    When the sentence denies the duty, when it promises only what the law requires, and for the rhythm of guidance ("we
    will update our guidance with our third-quarter results").

Silent
    We do not undertake to update these forward-looking statements.

Found
    We will update these forward-looking statements as circumstances change.
"""

from __future__ import annotations

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, Passage, Reading, Rule

PROMISE = Wording(
    r"(?:will|shall|(?:undertakes?|intends?|plans?|expects?|agrees?|commits?|promises?|pledges?) to)"
    r" (?:(?:also|promptly|publicly|regularly|periodically|continually|continue to|continuously|from time to time) )*"
    r"(?:update|revise|correct|supplement|amend)(?: or (?:update|revise|correct|supplement))?"
    r" (?:(?:any|all|each|these|those|this|such|its|our|their|the|of|above|foregoing|other) )*"
    r"(?:forward-looking|statements?|information|projections|forecasts?|expectations|legend)"
    r"(?: (?:statements?|information))?",
)
DENIED = Wording(
    r"(?:not|no|nor|neither|never|none|nothing|disclaims?|without|declines?|cannot|inference|assume|whether|if|unless)",
    r"n't",
)
"""Before the promise: it is none, or somebody else's supposition."""

REQUIRED = Wording(r"(?:as|where|when|if|unless|extent|only|may be)[^.!?;]{0,40}? (?:required|law|regulation)s?")
"""In the same sentence: a promise to obey the law only."""

EXCEPTED = Wording(r"except[^.!?;]{0,60}? (?:required|law|regulation)s?")
"""What is left of a denial whose "no" was lost: "undertakes to update them, except as required by law"."""


def find(reading: Reading) -> Found:
    promises = PROMISE.within(reading, reading.legends)
    return Found(findings=tuple(Finding(passages=(p,)) for p in promises if not _is_denied(reading, p)))


def _is_denied(reading: Reading, promise: Passage) -> bool:
    folded = reading.release.folded
    if (sentence := reading.release.sentence_at(promise.start)) is None:
        return False
    before = any(DENIED.finditer(folded, sentence.start, promise.start))
    return before or _is_required(folded, sentence.start, sentence.end)


def _is_required(folded: str, start: int, end: int) -> bool:
    """Whether the sentence promises what the law requires, and not everything but that."""
    excepted = [m.span() for m in EXCEPTED.finditer(folded, start, end)]
    return any(not any(a < m.start() < b for a, b in excepted) for m in REQUIRED.finditer(folded, start, end))


RULE = Rule(
    id="promises-update",
    title="Promise to update",
    authority=Authority(
        tier="case", source="15 U.S.C. 78u-5(d), 77z-2(d): no duty to update, unless one is undertaken"
    ),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    requires=("legend-present",),
    advice="Consider leaving out the promise, or disclaiming a duty to update except as required by law.",
    find=find,
)
