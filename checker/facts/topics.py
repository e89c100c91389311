"""Which topics of the taxonomy (`topic_table`) a passage speaks of, word by word: time grows linearly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from checker.facts.topic_table import NOT_TOPICS, TOPICS

_WORD = re.compile(r"[a-z0-9]+(?:[&'][a-z0-9]+)*")
_SAID = re.compile(
    r"[\"',] {0,3}(?:said|says|stated|states|commented|comments|added|adds|noted|notes|explained) [^\"]{0,200}"
)
"""Who said it, after a quotation: names and offices are no topic."""

_LETTERS = 2
"""Letters up to which a word has no plural: "phase i" does not stand in "the phase is expected to end"."""

STEM = 3
"""Letters by which a word is looked up among stems; no stem is shorter."""

_Phrase = tuple[tuple[str, ...], str, bool]


def topics_of_statement(folded: str) -> tuple[str, ...]:
    """What a statement is about. Words that may be said in passing do not count."""
    return _in_order(_topics(_SAID.sub(" ", folded), passing=False))


def topics_of_factor(folded: str) -> tuple[str, ...]:
    """What a risk factor, or an item of a list of topics, is about: every word counts."""
    return _in_order(_topics(folded, passing=True))


def _in_order(found: Iterator[str]) -> tuple[str, ...]:
    topics = set(found)
    return tuple(topic for topic in TOPICS if topic in topics)


def _topics(folded: str, *, passing: bool) -> Iterator[str]:
    words = [word.removesuffix("'s") for word in _WORD.findall(folded)]
    at = 0
    while at < len(words):
        longest = 0
        for spelled, topic, weak in _phrases(words[at]):
            if len(spelled) < longest:
                break
            if _stands_at(spelled, words, at):
                longest = len(spelled)
                if topic and (passing or not weak):
                    yield topic
        at += longest or 1


@lru_cache(maxsize=10_000)
def _phrases(first: str) -> tuple[_Phrase, ...]:
    """The phrases that may begin with a word, the longest first."""
    by_word, by_stem = _table()
    phrases = by_word.get(first, ())
    if stems := by_stem.get(first[:STEM]):
        return tuple(sorted((*phrases, *stems), key=_length))
    return phrases


def _stands_at(spelled: tuple[str, ...], words: list[str], at: int) -> bool:
    if at + len(spelled) > len(words):
        return False
    last = len(spelled) - 1
    for i, asked in enumerate(spelled):
        word = words[at + i]
        if asked[-1] == "*":
            if not word.startswith(asked[:-1]):
                return False
        elif word != asked and not (i == last and len(asked) > _LETTERS and word == asked + "s"):
            return False
    return True


def _length(phrase: _Phrase) -> int:
    """Sorts the longest first."""
    return -len(phrase[0])


_Table = dict[str, tuple[_Phrase, ...]]


@cache
def _table() -> tuple[_Table, _Table]:
    """The phrases by their first word, and those that begin with a stem by its first letters; the longest first."""
    by_word: dict[str, list[_Phrase]] = {}
    by_stem: dict[str, list[_Phrase]] = {}
    for topic, phrases in [*((t, TOPICS[t].phrases) for t in TOPICS), ("", NOT_TOPICS)]:
        for phrase in phrases.split(";"):
            weak = phrase.strip().startswith("~")
            spelled = tuple(phrase.replace("-", " ").replace("~", "").split())
            if not spelled:
                continue
            first = spelled[0]
            if first.endswith("*"):
                by_stem.setdefault(first[:STEM], []).append((spelled, topic, weak))
                continue
            for word in (first, first + "s") if len(spelled) == 1 and len(first) > _LETTERS else (first,):
                by_word.setdefault(word, []).append((spelled, topic, weak))
    return _sorted(by_word), _sorted(by_stem)


def _sorted(table: dict[str, list[_Phrase]]) -> _Table:
    return {key: tuple(sorted(found, key=_length)) for key, found in table.items()}
