"""Enumerations: where a list in running text ends, and what its items are.

A list may run through bullets, numbers, semicolons or commas, over paragraphs and page furniture. Everything here
works on `level`: folded text in which full stops that end no sentence ("Inc.", "U.S.", "1A.") are evened out, so that a
full stop in it is the end of a sentence. Offsets stay those of the release.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.facts.comma_lists import Span, comma_items, cut, top_level
from checker.overlaps import touching
from checker.types import Release

STOP = "·"
"""Stands for a full stop that ends no sentence."""

# ── where sentences and lists end ─────────────────────────────────────────────────────────────────


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


_PATTERNS = {
    "stop": r"\.",
    "abbreviation": r"(?:^|[^a-z])(?:u\.s|u\.k|e\.g|i\.e|inc|corp|co|ltd|llc|plc|n\.v|"
    r"s\.a|a\.g|l\.p|no|nos|vs|dr|mr|mrs|ms|st|approx|sec|jan|feb|mar|"
    r"apr|"
    r"aug|sept|oct|nov|dec|item \d{1,2}[a-z]?|[a-z]|\(?\d{1,2})$",
    "opening": r"(?:The|These|This|Those|We|Our|In|Such|Actual|For|All|It|Forward|"
    r"Any|Except|Readers|Investors|You|Although|There|If|Factors|"
    r"Important|Other|Additional|Risks|Further|More|No|Neither|Given|"
    r"As|Because|Should|Many|Please|Statements|Many|Certain|Words|"
    r"[A-Z]\w{3,} (?:undertakes|disclaims|assumes|does|is|has))\b",
    "end": r"[.!?][\"')\]]{0,3}(?=\s|$)",
    "blank": r"\n[ \t\r\f\v\u00a0]*\n",
    "bullet": r"[•●▪■◦‣∙►➢✓\uf0b7\uf0a7\u2043]|(?<=\n)[ \t]{0,12}(?:[-*·–—o]|[-–—]{2})(?=[ \t]+\S)",
    "digits": r"(?<![\w.$%])\(?(\d{1,2})[).](?=\s)",
    "letters": r"(?<![\w.'])\(?([a-z])\)(?=\s?)",
    "roman": r"(?<![\w.'])\(?([ivx]{1,6})\)(?=\s?)",
}


def level(release: Release, start: int, end: int) -> str:
    """Folded text of a stretch in which only full stops that end a sentence are left."""
    # A Greek question mark looks like a semicolon and is found in pasted legends.
    folded = release.folded[start:end].replace("\u037e", ";")
    characters = list(folded)
    for match in _pattern("stop").finditer(folded):
        if not _ends_sentence(release, folded, start, match.start()):
            characters[match.start()] = STOP
    return "".join(characters)


def _ends_sentence(release: Release, folded: str, start: int, at: int) -> bool:
    after = folded[at + 1 : at + 40]
    if after[:1] and not after[0].isspace() and after[0] not in "\"')]":
        return False
    rest = release.text[start + at + 1 : start + at + 60].lstrip(" \t\r\n\"')]”’*_")
    if rest[:1].islower() and not re.match(r"(?:o|www|http)\b", rest):
        return False
    if _pattern("abbreviation").search(folded, max(0, at - 14), at):
        return bool(_pattern("opening").match(rest)) and not re.search(
            r"(?:^|[\s(])\(?(?:\d{1,2}|[a-z])$", folded[max(0, at - 4) : at]
        )
    return True


def sentence_end(text: str, at: int) -> int:
    """The offset behind the sentence that holds `at`, in levelled text."""
    match = _pattern("end").search(text, at)
    return match.end() if match else len(text)


def list_end(release: Release, text: str, offset: int, at: int) -> int:
    """The offset, in the levelled `text` that begins at `offset`, where the list that begins at `at` ends.

    A sentence's end, unless a further bullet or number follows; or a blank line, unless the list plainly goes on.
    """
    while True:
        stop = sentence_end(text, at)
        broken = _broken_off(release, text, offset, at, stop)
        if broken is not None:
            return broken
        following = re.compile(r"\s*").match(text, stop)
        at = following.end() if following else stop
        if at >= len(text) or not _goes_on(release, offset + at):
            return stop


def _goes_on(release: Release, at: int) -> bool:
    """Whether a bullet or a number above one stands here."""
    ahead = release.text[max(0, at - 1) : at + 8]
    if _pattern("bullet").match(ahead, 1 if ahead[:1] != "\n" else 0) or _pattern("bullet").match("\n" + ahead[1:], 1):
        return True
    return bool(re.match(r"\(?(?:[2-9]|[1-9]\d|[b-h]|[ivx]{2,5})[).]\s", release.text[at : at + 10]))


def _broken_off(release: Release, text: str, offset: int, at: int, stop: int) -> int | None:
    """Where a blank line ends the list before `stop`, None when none does."""
    for match in _pattern("blank").finditer(release.text, offset + at, offset + stop):
        before = text[at : match.start() - offset].rstrip()
        ahead = match.end() - offset
        ahead += len(text[ahead:stop]) - len(text[ahead:stop].lstrip())
        if (
            not before
            or before[-1] in ",;:-("
            or re.search(r"(?:^|\W)(?:and|or|the|of|to|with|in|our|its)$", before[-8:])
        ):
            continue
        if ahead >= stop or release.text[offset + ahead].islower() or _goes_on(release, offset + ahead):
            continue
        between = release.passage(match.start(), offset + ahead)
        if any(b.kind == "furniture" and b.start >= between.start for b in touching(between, release.blocks)):
            continue
        return match.start() - offset
    return None


# ── items ─────────────────────────────────────────────────────────────────────────────────────────


def split_list(release: Release, text: str, offset: int, start: int, end: int) -> list[Span]:
    """The items of a list, as offsets into the levelled `text`: bullets, else numbers, else semicolons, else commas."""
    bullets = [m.span() for m in _pattern("bullet").finditer(release.text, offset + start - 1, offset + end)]
    if len(bullets) >= 2 or (bullets and not release.text[offset + start : bullets[0][0]].strip()):
        return _between([(s - offset, e - offset) for s, e in bullets], end)
    semicolons = list(top_level(text, start, end, ";"))
    marks = _numbers(text, start, end)
    # "exchange rates; our ability to (a) hire and (b) keep weavers; frost": numbers inside one of several items.
    if marks and not (len(semicolons) > 1 and semicolons[0] < marks[0][0] and marks[-1][1] < semicolons[-1]):
        return _between(marks, end)
    if semicolons:
        return cut(semicolons, start, end)
    return comma_items(text, start, end)


def _between(marks: Sequence[Span], end: int) -> list[Span]:
    """What stands after each mark. Words before the first mark are its introduction."""
    starts = [e for _, e in marks]
    stops = [*(s for s, _ in marks[1:]), end]
    return list(zip(starts, stops, strict=True))


def _numbers(text: str, start: int, end: int) -> list[Span]:
    """The marks (1) (2) …, (a) (b) … or (i) (ii) …, when they count up from the first; else nothing."""
    for style, value in (("digits", int), ("roman", _roman), ("letters", lambda x: ord(x) - 96)):
        marks: list[Span] = []
        for match in _pattern(style).finditer(text, start, end):
            if value(match[1]) == len(marks) + 1:
                marks.append(match.span())
        if len(marks) >= 2:
            return marks
    return []


def _roman(word: str) -> int:
    total = 0
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in word]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total
