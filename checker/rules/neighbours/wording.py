"""What the rules on deals share: an agreement to combine that a release announces and that is still pending."""

from __future__ import annotations

from checker.phrases import Wording
from checker.types import Passage, Reading

OPENING = 2500
"""Characters of title and opening in which a deal is announced."""

AGREED = Wording(
    r"(?:entered into|signed|executed|announc(?:es?|ed|ing)|approved) [^.!?]{0,120}?(?:merger agreement|agreement"
    r" and plan of merger|business combination agreement)",
    r"(?:definitive|merger) (?:merger |combination )?agreement (?:to|under|pursuant|with|by|for|that)",
    r"definitive agreement (?:to (?:combine|merge)|for (?:a|the) (?:merger|business combination|combination))",
    r"(?:proposed|pending|previously announced) (?:all-stock )?(?:merger|business combination)",
    r"(?:to|will) (?:combine|merge) in (?:an )?(?:all-)?stock",
)
DONE = Wording(
    r"(?:completes?|completed|closes|closed|announces? (?:the )?(?:completion|closing|consummation)) (?:of )?"
    r"(?:[a-z'\"]+ ){0,6}?(?:merger|business combination|combination|acquisition)",
    r"registration statement[^.!?]{0,160}? (?:has become|became|was declared|has been declared|is) effective",
    r"(?:effectiveness of|announces? effectiveness)",
    r"(?:has|have|been|mutually|announc(?:es?|ed|ing)) (?:the )?terminat(?:es?|ed|ion)[^.!?]{0,40}? (?:of )?(?:the )?"
    r"(?:merger|definitive|business combination)",
)


def announced(reading: Reading) -> tuple[Passage, ...]:
    """The words that announce or recall an agreed deal near the top; none when it is closed or ended."""
    return () if is_done(reading) else AGREED.within(reading, _opening(reading))


def is_done(reading: Reading) -> bool:
    """Whether the top says that the deal is closed, ended or registered by an effective statement."""
    return bool(DONE.within(reading, _opening(reading)))


def _opening(reading: Reading) -> tuple[Passage, ...]:
    return (reading.release.passage(0, min(OPENING, len(reading.release.text))),)
