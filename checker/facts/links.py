"""Bare links: a pointer to a legend that stands elsewhere. It is no legend and does not accompany the statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.overlaps import Overlaps
from checker.types import Passage, Release, Sentence

LONGEST = 320
"""Characters of a sentence that only points elsewhere; what says more is not a bare link."""

_PATTERNS = {
    "subject": r"(?<!\ba )safe[- ]{1,40}harbou?r(?! (?:of|for|to|from|in|city|bay|marina|island)(?![a-z]))"
    r"|forward[- ]{0,40}looking (?:statements?|information)(?: disclaimers?)?",
    "points": r"(?<![a-z])(?:visit|see|read|review|view|refer|click|found|available|access|go to|located|posted)"
    r"(?![a-z])",
    "target": r"https?:|www\.|\.(?:com|cfm|net|org|html?)(?![a-z])|(?<![a-z])here(?![a-z])|(?:web ?site|web page)",
    "caution": r"differ|risks|uncertaint|assumption|obligation|undue",
}


_SUBJECTS = ("harbo", "looking")
"""What "subject" cannot match without: most sentences hold neither."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def find_links(release: Release, legends: Sequence[Passage]) -> tuple[Passage, ...]:
    """Sentences outside legends that name a legend and point to it; with the next one when that does the pointing."""
    found: list[Passage] = []
    if not any(word in release.folded for word in _SUBJECTS):
        return ()
    in_legends = Overlaps(legends)
    for i, sentence in enumerate(release.sentences):
        if not any(release.folded.find(word, sentence.start, sentence.end) >= 0 for word in _SUBJECTS):
            continue
        if not _says(release, "subject", sentence) or in_legends.with_any(sentence):
            continue
        if _is_link(release, sentence, sentence):
            found.append(release.passage(sentence.start, sentence.end))
        elif i + 1 < len(release.sentences) and _is_link(release, sentence, release.sentences[i + 1]):
            found.append(release.passage(sentence.start, release.sentences[i + 1].end))
    return tuple(found)


def _is_link(release: Release, first: Sentence, last: Sentence) -> bool:
    whole = release.passage(first.start, last.end)
    if len(whole.text) > LONGEST or _says(release, "caution", whole):
        return False
    return _says(release, "points", last) and _says(release, "target", last)


def _says(release: Release, name: str, passage: Passage) -> bool:
    return bool(_pattern(name).search(release.folded, passage.start, passage.end))
