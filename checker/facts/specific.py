"""Whether a risk factor speaks of this issuer, and by which words.

A factor is specific when it names somebody or something, when its topic is that of a particular business or
situation (`topic_table.BUSINESS`), or when it shares with the body of the release a word from outside the usual
vocabulary of risk (`risk_words`). Courts call a list of what any business fears no meaningful caution (In re Vivendi,
838 F.3d 223, 2d Cir. 2016). It errs to False: the rule that reads it asks for one such factor only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.facts.risk_words import USUAL
from checker.facts.topic_table import BUSINESS
from checker.types import Passage, Release

_LONG = 6
"""Letters from which a word is taken to name something."""

_COMMON_NAMES = frozenset(
    """
    the and company company's companies corporation trust fund group sec u.s united states securities exchange
    commission form act federal board director directors management gaap our its inc ltd corp llc risk factors risks
    item annual report covid covid-19 i ii iii iv r&d it ip ceo cfo offering transaction merger acquisition
    agreement america american north south asia europe european international global internet general other
    """.split()  # noqa: SIM905
)
"""Capitalised words that name nobody in particular."""

_NAME = re.compile(r"(?<=\s)[(\"“]?[A-Z][\w&.'’-]*|^\w*[a-z][A-Z]\w*|^[A-Z]\w*(?:['’]s\b|\d\w*)")
"""A word with a capital behind the first, or a first word written like a name: "iPlan", "Acme's", "XR7"."""

_WORD = re.compile(rf"[a-z]{{{_LONG},}}")


def words_of_the_body(release: Release, legends: Sequence[Passage]) -> frozenset[str]:
    """Long words outside the legends, without the usual vocabulary of risk."""
    outside, at = [], 0
    for legend in sorted(legends, key=lambda x: x.start):
        outside.append(release.folded[at : max(at, legend.start)])
        at = max(at, legend.end)
    outside.append(release.folded[at:])
    return frozenset(_WORD.findall(" ".join(outside))) - USUAL


def own_words(release: Release, item: Passage, topics: Sequence[str], body: frozenset[str]) -> tuple[Passage, ...]:
    """The words that tie a factor to its issuer, in order; the whole factor when its topic does."""
    spans = [m.span() for m in _NAME.finditer(item.text) if _names_somebody(m[0])]
    spans += [m.span() for m in _WORD.finditer(item.text.lower()) if m[0] in body]
    if not spans and BUSINESS.intersection(topics):
        return (release.passage(item.start, item.end),)
    return tuple(release.passage(item.start + s, item.start + e) for s, e in sorted(set(spans)))


def _names_somebody(word: str) -> bool:
    return re.sub(r"['’]s$|[^\w&.'-]", "", word).lower().strip(".") not in _COMMON_NAMES
