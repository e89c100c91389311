"""Blocks → sentences: Punkt proposes, a few rules of the genre correct it, blocks bound it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.text.blocks import ends_open
from checker.text.punkt import Stop, Tables, close, find_stops, load_tables
from checker.types import Block, Sentence

_NEVER_LAST = frozenset(
    "mr mrs ms messrs dr prof gen sen rep gov hon e.g i.e vs v viz cf al approx".split()  # noqa: SIM905
)
"""Abbreviations that no sentence ends with."""

_NUMBERED = frozenset(
    "no nos sec secs art fig figs vol vols pp para ex rule section item note part exhibit".split()  # noqa: SIM905
)
"""Words that a number follows: "No. 3", "Sec. 21E"."""

_SHORTEST_PROSE = 60
"""Characters of a block that furniture may have interrupted; what is shorter is a title or a line of an address."""


_LONGEST_BROKEN = 10_000
"""Characters after which a sentence broken by furniture is not carried on: it is none."""


def find_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The sentences of all blocks but furniture, in order.

    A sentence lies in one block, unless furniture interrupted it: then it goes on in the block after the
    furniture, spans both, and `block` is the first one's index.
    """
    tables = load_tables()
    found: list[Sentence] = []
    for i, block in enumerate(blocks):
        if block.kind == "furniture":
            continue
        spans = _spans(text, block, tables)
        may_go_on = bool(found) and bool(spans) and found[-1].end - found[-1].start < _LONGEST_BROKEN
        if may_go_on and (before := _interrupted(blocks, i)) is not None:
            first = found.pop()
            spans[0] = (first.start, spans[0][1])
            found.append(_sentence(text, *spans.pop(0), min(before, first.block)))
        found += [_sentence(text, start, end, i) for start, end in spans]
    return tuple(found)


def _sentence(text: str, start: int, end: int, block: int) -> Sentence:
    return Sentence(start=start, end=end, text=text[start:end], block=block)


def _spans(text: str, block: Block, tables: Tables) -> list[tuple[int, int]]:
    if block.kind == "heading":
        return [(block.start, block.end)]
    if block.kind == "table":
        return [(block.start + m.start(), block.start + m.end()) for m in _row().finditer(block.text)]
    mark = _mark().match(text, block.start, block.end) if block.kind == "list item" else None
    return list(_split(text, mark.end() if mark else block.start, block.end, tables))


def _split(text: str, start: int, end: int, tables: Tables) -> Iterator[tuple[int, int]]:
    for first, last in _stopped(text, start, end, tables):
        begin = first
        for seam in _seams().finditer(text, first, last):
            if text[seam.start()] in ".!?" and seam.start() - 3 < begin:
                continue
            yield first, seam.end()
            first = seam.end()
        yield first, last


def _stopped(text: str, start: int, end: int, tables: Tables) -> Iterator[tuple[int, int]]:
    for stop in find_stops(text, start, end, tables):
        if stop.at < start or not _ends_sentence(text, start, stop, end, tables):
            continue
        seam = _seam().match(text, max(start, stop.at - 3), end)
        closed = seam.end() if seam else close(text, stop, end)
        yield start, closed
        while closed < end and text[closed].isspace():
            closed += 1
        start = closed
    if start < end:
        yield start, end


def _ends_sentence(text: str, start: int, stop: Stop, end: int, tables: Tables) -> bool:
    """Punkt's word, corrected by what it cannot know from one word on either side."""
    after = _following().match(text, stop.resume, min(end, stop.resume + 80))
    following = after["word"] if after else ""
    if following[:1] in ",;:" and following:
        return False
    if following[:1].islower() and following.isalpha() and following.islower():
        return False
    if text[stop.at] != ".":
        return True
    word = stop.word.lower().lstrip("(\"'“‘[")
    if word in _NEVER_LAST or (word in _NUMBERED and following[:1].isdigit()):
        return False
    if stop.at - start <= 5 and _label().fullmatch(text, start, stop.at):
        return False  # "1." and "(a)." open what follows
    if len(word) == 1 and word.isalpha():
        return stop.ends and not _is_initial(text, start, stop, following, tables)
    if stop.ends and _is_item(text, start, stop):
        return following.lower() in tables.starters and not _title().match(text, stop.resume)
    return stop.ends


def _is_initial(text: str, start: int, stop: Stop, following: str, tables: Tables) -> bool:
    """A capital between names: "Alan J. Price"; not the end of "vitamin C. The"."""
    if not (stop.word[-1:].isupper() and following[:1].isupper()) or following.lower() in tables.starters:
        return False
    before = text[max(start, stop.at - 40) : stop.at - 1].rstrip().rsplit(None, 1)
    return not before or before[-1][:1].isupper()


def _is_item(text: str, start: int, stop: Stop) -> bool:
    """ "Item 1A. Risk Factors", "Part II. Other Information"."""
    return bool(_item().search(text, max(start, stop.at - 16), stop.at))


def _interrupted(blocks: tuple[Block, ...], i: int) -> int | None:
    """The index of the block that goes on in block `i` after furniture, if there is one."""
    before = i - 1
    while before >= 0 and blocks[before].kind == "furniture":
        before -= 1
    if before < 0 or before == i - 1 or blocks[i].kind not in ("paragraph", "heading", "list item"):
        return None
    first, then = blocks[before], blocks[i]
    if first.kind not in ("paragraph", "list item", "footnote") or not ends_open(first.text[-12:]):
        return None
    is_page_break = any(c.isalnum() for b in blocks[before + 1 : i] for c in b.text)
    goes_on_low = then.text[0].islower() and then.kind != "list item"
    is_prose = len(first.text) >= _SHORTEST_PROSE and then.kind == "paragraph" and len(then.text) >= _SHORTEST_PROSE
    return before if goes_on_low or (is_prose and is_page_break) else None


@cache
def _seam() -> re.Pattern[str]:
    """Where a scraper lost the space between two sentences, or between a legend's heading and its text:
    "by competition.Except as required", "Forward-Looking StatementsThis release".
    """
    return re.compile(f"[a-z]{{3}}[.!?]{_LOST}|(?:{'|'.join(_HEADINGS)}){_TEXT}")


@cache
def _seams() -> re.Pattern[str]:
    """The same to search a text for: each way begins with a sign of its own, so that most of a text is passed over."""
    lost = (rf"\{stop}(?<=[a-z]{{3}}\{stop}){_LOST}" for stop in ".!?")
    return re.compile("|".join((*lost, *(heading + _TEXT for heading in _HEADINGS))))


_LOST = r"[\"'”’)]{0,2}(?=(?!Com\b|Net\b|Org\b)[A-Z][a-z]+[ ,-])"
_HEADINGS = ("Statements?", "Harbor", "Disclaimer")
_TEXT = r"(?=(?:This|These|The|Certain|Some|Statements?|In|All|Any|Except)\b)"


@cache
def _title() -> re.Pattern[str]:
    """ "Risk Factors", as against "The Company" """
    return re.compile(r"(?!(?:The|Our|This|These|Such|All|Any|In|For|It|An?)\b)[A-Z][\w’']+\s[A-Z]")


@cache
def _row() -> re.Pattern[str]:
    return re.compile(r"\S[^\n]*(?<=\S)")


@cache
def _mark() -> re.Pattern[str]:
    """What marks a list item: a bullet, a dash, "(i)", "6)", "1."."""
    return re.compile(r"(?:[^\w\s(]{1,2}|[on]|\(?\w{1,5}\)|\d{1,2}\.)\s+(?=\S)|[•●▪■◦‣○►➢✓❖⦁∙](?=\S)")


@cache
def _following() -> re.Pattern[str]:
    return re.compile(r"[\"')\]}”’»]*\s*(?P<word>[,;:]|[\"'(\[“‘]?[\w&$'’-]*)")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxlcIVXLC]{1,4})\)?")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Ii]tems?|ITEM|[Pp]art|PART|[Nn]ote|NOTE|[Ee]xhibit)\s(?:\d{1,2}(?:\.\d{2}|[A-Z])?|[IVX]{1,4})$"
    )
