"""Risk factors named in a legend: the items of the lists that its words of cause introduce.

A list is introduced by a word for risk ("factors … include", "risks relating to", "uncertainties such as"), by a word
for difference ("differ … due to", "depending on"), or followed by one ("… and other factors could cause"). Topics
("statements regarding …") and signal words are no factors; catch-alls ("other risks", "the factors in our filings")
neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.facts.comma_lists import Span
from checker.facts.factor_words import RISK, pattern
from checker.facts.generic_words import is_generic
from checker.facts.lists import level, list_end, split_list
from checker.facts.specific import own_words, words_of_the_body
from checker.facts.topics import topics_of_factor
from checker.types import Factor, Passage, Release


def find_factors(release: Release, legends: Sequence[Passage]) -> tuple[Factor, ...]:
    """The distinct factors that the legends name, in the order of the text."""
    factors: list[Factor] = []
    seen: set[str] = set()
    body = words_of_the_body(release, legends)
    for start, end in sorted(_items(release, legends)):
        key = re.sub(r"\W+", " ", release.folded[start:end]).strip()
        if key not in seen:
            seen.add(key)
            passage = release.passage(start, end)
            topics = topics_of_factor(release.folded[start:end])
            generic = is_generic(release.folded[start:end])
            named = () if generic else own_words(release, passage, topics, body)
            factors.append(
                Factor(
                    start=start,
                    end=end,
                    text=passage.text,
                    topics=topics,
                    specific=bool(named),
                    generic=generic,
                    named=named,
                )
            )
    return tuple(factors)


def _items(release: Release, legends: Sequence[Passage]) -> Iterator[Span]:
    for legend in legends:
        text = level(release, legend.start, legend.end)
        for start, end in _lists(release, text, legend.start):
            items = split_list(release, text, legend.start, start, end)
            trimmed = [_trim(text, *_before_pointer(text, *item)) for item in items]
            yield from ((legend.start + s, legend.start + e) for s, e in trimmed if _is_factor(text[s:e]))


# ── where lists stand ─────────────────────────────────────────────────────────────────────────────


def _lists(release: Release, text: str, offset: int) -> list[Span]:
    """Every list of causes in a levelled legend, without overlap, the first lead to a list winning."""
    found: list[Span] = []
    leads = sorted(
        (
            (m.end(), m.start())
            for name in ("named", "among", "following", "cause", "reasons", "related", "beside")
            for m in _matches(name, text)
        ),
        key=lambda lead: (lead[0], lead[1]),
    )
    for at, _ in leads:
        if found and at < found[-1][1]:
            continue
        restart = pattern("restart").match(text, at)
        start = _skip(text, restart.end() if restart else at)
        if start is None:
            continue
        end = _before_contrast(text, start, list_end(release, text, offset, start))
        if end - start > 3:
            found.append((start, end))
    return _with_subjects(text, found)


def _matches(name: str, text: str) -> Iterator[re.Match[str]]:
    """Every lead of a kind; after a lead the search goes on inside it, from its next word of risk."""
    at = 0
    while match := pattern(name).search(text, at):
        yield match
        at = match.end()


def _skip(text: str, at: int) -> int | None:
    """Past "without limitation", "various factors, including" and the like; None when no list of causes follows."""
    fill = pattern("fill")
    for _ in range(8):
        match = fill.match(text, at)
        if not match or match.end() == at:
            break
        at = match.end()
    return None if pattern("topic").match(text, at) else at


def _before_contrast(text: str, start: int, end: int) -> int:
    """A list that is the subject ends before its verb: "factors such as A and B | could cause results to differ"."""
    for match in pattern("contrast").finditer(text, start, end):
        if not re.search(r"[;•]", text[match.end() : end]) and text.count(",", match.end(), end) < 3:
            return match.start()
    return end


def _with_subjects(text: str, found: list[Span]) -> list[Span]:
    """Adds lists that stand before their verb: "A, B and other factors could cause …"."""
    subjects: list[Span] = []
    for match in re.finditer(r"(?:^|[.!?]\s)\s*", text):
        subject = pattern("before").match(text, match.end())
        if not subject or pattern("no subject").search(subject["list"]):
            continue
        start, end = subject.span("list")
        if not any(s < end and start < e for s, e in found):
            subjects.append((start, end))
    return sorted([*found, *subjects])


# ── what an item is ───────────────────────────────────────────────────────────────────────────────


def _before_pointer(text: str, start: int, end: int) -> Span:
    """An item ends where a pointer joins it: "market conditions | and the risk factors in our annual report"."""
    joint = pattern("pointer").search(text, start + 4, end)
    return start, joint.start() if joint else end


def _trim(text: str, start: int, end: int) -> Span:
    lead = pattern("leading").match(text, start, end)
    start = lead.end() if lead else start
    tail = re.search(r"(?:[\s,;:.·()-]|[\s,;](?:and/or|and|or|as well as)(?=[\s,;.]*$))*$", text[start:end][-60:])
    if tail:
        end -= len(tail[0]) - (1 if tail[0][:1] == ")" else 0)
    return start, max(start, end)


def _is_factor(words: str) -> bool:
    """Whether an item names something: neither a catch-all nor a pointer to a filing nor a scrap."""
    words = " ".join(words.split())
    if len(words) < 4 or not re.search(r"[a-z]{4}", words):
        return False
    if pattern("told").match(words):
        return True
    if pattern("catch_all").match(words) or pattern("nothing").match(words):
        return False
    filing = pattern("filing").search(words)
    return not (filing and filing.start() < 70 and re.search(RISK, words[: filing.end()]) is not None) and not (
        filing and filing.start() < 30
    )
