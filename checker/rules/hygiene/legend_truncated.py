"""Legend cut short

What it looks for
    A legend whose last sentence breaks off: it ends on a comma, a conjunction, a preposition or an article, in an
    ellipsis, or within a bracket or a quotation that nobody closed; or it ends without a full stop (a note).

Why
    Hygiene. What a wire's limit or a hand cut off may have been a factor, the pointer or the update clause.

How to fix
    Put back the end of the legend.

When it stays silent
    When the text runs on below (a list, the next column), or after something that was set between (a contact, the
    foot of a page); when the last line is a contact, an address or a heading; and for brackets and quotation marks that
    stand open before the last sentence.

Silent
    … we undertake no obligation to update them.

Found
    … we undertake no obligation to update them as a result of
"""

from __future__ import annotations

from bisect import bisect_left

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, Legend, Passage, Reading, Release, Rule

STOPS = ".!?"
CLOSERS = "\"'\u201d\u2019)]*_ \u00a0\u200b"
OPENS = {"(": ")", "[": "]", "\u201c": "\u201d"}
BROKEN = frozenset(
    {
        "a", "an", "the", "and", "or", "but", "nor", "of", "to", "in", "on", "at", "by", "for", "from",
        "with", "without", "under", "about", "into", "upon", "as", "that", "which", "who", "whose", "than",
        "our", "its", "their", "his", "her", "any", "such", "other", "including", "because", "if", "when",
        "while", "is", "are", "was", "were", "be", "may", "could", "will", "would", "should", "not", "no",
        "between", "among", "within", "through", "during", "against", "per", "certain",
    }
)  # fmt: skip
"""No English sentence ends on these words, except in a heading."""

CONTACT = Wording(
    r"https?:|www\.[a-z0-9-]+|[a-z0-9._-]{1,40}@[a-z0-9-]+|e-?mail|follow us",
    r"(?:contacts?|source|tel|phone|fax|investors|media):",
    r"\d{3}[-. )]{1,2}\d{3,4}",
)
WORDS_IN_PROSE = 9
"""A last line of fewer words is a heading, a name or an address."""

BETWEEN = 6
"""Blocks that may stand between the two halves of a sentence: the lines of a contact, the foot of a page."""


def find(reading: Reading) -> Found:
    resuming = max((x.start for x in reading.legends if x.text[:1].islower()), default=0)
    ends = (
        (x, _last_sentence(reading.release, x))
        for x in reading.legends
        if resuming < x.end and not _is_resumed(reading, x)
    )
    findings = (f for x, last in ends if last and (f := _broken(reading.release, x, last)))
    return Found(findings=tuple(findings))


def _last_sentence(release: Release, legend: Legend) -> Passage | None:
    """The legend's last sentence, when it is prose and the text does not run on below it."""
    if not legend.sentences or _runs_on(release, legend.end):
        return None
    last = legend.sentences[-1]
    if len(last.text.split()) < WORDS_IN_PROSE or any(CONTACT.finditer(release.folded, last.start, last.end)):
        return None
    return last


def _runs_on(release: Release, end: int) -> bool:
    rest = release.text[end : end + 200].lstrip()
    return bool(rest) and (rest[0].islower() or rest[0] in "•-*·▪●(,;:\u2013\u2014" or rest[0].isdigit())


def _is_resumed(reading: Reading, legend: Legend) -> bool:
    """Whether prose in lower case takes the sentence up close below; another legend is looked for before."""
    blocks = reading.release.blocks
    first = bisect_left(blocks, legend.end, key=lambda block: block.start)
    return any(
        b.kind == "paragraph" and b.text[:1].islower() and len(b.text.split()) >= WORDS_IN_PROSE
        for b in blocks[first : first + BETWEEN]
    )


def _broken(release: Release, legend: Legend, last: Passage) -> Finding | None:
    words = release.text[last.start : legend.end].rstrip()
    tail = words.rstrip(CLOSERS)
    if words.endswith(("...", "\u2026")):
        return Finding(passages=(last,), note="it ends in an ellipsis")
    if tail.endswith((",", ";", ":")) or tail.split()[-1].casefold().rstrip(",;:") in BROKEN:
        return Finding(passages=(last,), note=f"it breaks off at “{tail.split()[-1]}”")
    if opened := _open(words):
        return Finding(passages=(last,), note=f"nothing closes the “{opened}” of its last sentence")
    if tail[-1] not in STOPS:
        return Finding(passages=(last,), note="its last sentence has no full stop", grade="unpunctuated")
    return None


def _open(words: str) -> str:
    """The first mark of the last sentence that is opened and never closed."""
    return next((mark for mark, closer in OPENS.items() if words.count(mark) > words.count(closer)), "")


RULE = Rule(
    id="legend-truncated",
    title="Legend cut short",
    authority=Authority(tier="hygiene", source="the words themselves"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    grades={"unpunctuated": {"full": "note", "practice": "note", "statute": "note"}},
    requires=("legend-present",),
    advice="Consider putting back the end of the legend.",
    find=find,
)
