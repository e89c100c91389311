"""Text → blocks: headings, paragraphs, list items, tables, footnotes, and what the medium added (furniture).

Lines are looked at one by one (`text.lines`), then joined: a line that was full when the next word came was
wrapped, a line with room to spare ended something.
"""

from __future__ import annotations

import re
from functools import cache

from checker.text.lines import BULLETS, LONGEST_SHORT, Line, scan_lines
from checker.types import Block, BlockKind

USUAL_WIDTH = 80
"""Columns of a wrapped text when the text itself does not tell."""

_TERMINALS = ".!?:;"
_CLOSERS = "\"'”’)]}*_»"


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order, without overlap; white space between them belongs to none."""
    lines = scan_lines(text)
    groups = _group(lines, _wrap_widths(lines), text)
    kinds = [_group_kind(group, text) for group in groups]
    _name_footnotes(groups, kinds, text)
    _fill_tables(groups, kinds)
    return tuple(_block(group, kind, text) for group, kind in zip(groups, kinds, strict=True))


def ends_open(words: str) -> bool:
    """Whether words stop in the middle of a sentence: no stop, colon or semicolon at their end."""
    bare = words.rstrip(_CLOSERS + " \t\n")
    return bool(bare) and bare[-1] not in _TERMINALS


def _block(group: list[Line], kind: BlockKind, text: str) -> Block:
    first, last = group[0], group[-1]
    level = first.level or (1 + min(first.indent // 4, 5) if kind == "list item" else 0)
    return Block(
        start=first.start, end=last.end, text=text[first.start : last.end], kind=kind, line=first.number, level=level
    )


# ── joining lines ─────────────────────────────────────────────────────────────────────────────────


def _wrap_widths(lines: list[Line]) -> list[int]:
    """For each line the column at which its run of lines was wrapped."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.after_blank or not runs:
            runs.append([])
        runs[-1].append(line)
    widest = [_widest(run) for run in runs]
    wrapped = [w for w, run in zip(widest, runs, strict=True) if len(run) > 2 and 50 <= w <= LONGEST_SHORT]
    usual = _middle(sorted(wrapped)) if wrapped else USUAL_WIDTH
    widths: list[int] = []
    for width, run in zip(widest, runs, strict=True):
        own = width > usual or (len(run) > 2 and width >= 50)
        widths += [width if own else usual] * len(run)
    return widths


def _middle(ranked: list[int]) -> int:
    """The median, rounded down. The `statistics` module would take as long to import as a release to read."""
    half = len(ranked) // 2
    return ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) // 2


def _widest(run: list[Line]) -> int:
    """The widest line of a few; of many, one that most do not pass (text set in a proportional font has outliers)."""
    widths = sorted(line.width for line in run if line.kind in ("text", "bullet"))
    return widths[min(len(widths) - 1, 3 * len(widths) // 4 + 1)] if widths else 0


def _group(lines: list[Line], widths: list[int], text: str) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if groups and _belongs(line, groups[-1], widths[i], text):
            groups[-1].append(line)
            line.kind = "text" if line.kind == "bullet" else line.kind  # it only looked like a list item
        else:
            groups.append([line])
    return groups


def _belongs(line: Line, group: list[Line], width: int, text: str) -> bool:
    last = group[-1]
    if line.kind in ("furniture", "rule", "heading") or last.kind in ("furniture", "rule", "heading"):
        return False
    if "table" in (line.kind, last.kind):
        return line.kind == last.kind and not line.after_blank
    if last.kind == "bullet" and last.end - last.start < 3:
        return line.kind == "text"
    if line.after_blank:
        return _resumes(line, group, text)
    if line.kind == "bullet":
        return _is_wrapped_label(line, last, width, text)
    if group[0].kind == "bullet" and line.indent > group[0].indent:
        return True
    return _is_continuation(line, last, width, text)


def _is_continuation(line: Line, last: Line, width: int, text: str) -> bool:
    goes_on = text[line.start].islower() and ends_open(text[max(last.start, last.end - 8) : last.end])
    if last.width > LONGEST_SHORT:
        return goes_on
    if _is_capitals(text[last.start : last.end]) and not _is_capitals(text[line.start : line.end]):
        return goes_on
    if last.width > 40 and _dangling().search(text, max(last.start, last.end - 12), last.end):
        return True
    first_word = text[line.start : line.start + 40].split(None, 1)[0]
    is_full = last.width + 1 + len(first_word) > width - max(3, width // 6)
    if is_full and line.indent > last.indent + 1:
        return ends_open(text[last.start : last.end])
    return is_full or goes_on


def _is_wrapped_label(line: Line, last: Line, width: int, text: str) -> bool:
    """A "(ii)" or a dash that a wrapped line happens to begin with starts no list item."""
    if text[line.start] in BULLETS or last.kind == "bullet" or last.width > LONGEST_SHORT:
        return False
    is_full = last.width + 8 > width - max(3, width // 6)
    words = text[last.start : last.end]
    return is_full and ends_open(words) and not words.endswith(("; and", ", and", "; or", ", or"))


def _resumes(line: Line, group: list[Line], text: str) -> bool:
    """Whether a paragraph goes on after a blank line, as in double-spaced text: mid-sentence, in lower case.

    Items of a list without marks begin in lower case too; a paragraph that resumes began with a capital.
    """
    last = group[-1]
    first = group[0].start
    if line.kind != "text" or not _plain_word().match(text, line.start, line.end) or last.end - first < 50:
        return False
    begins = text[first : first + 6].lstrip("\"'“‘( \t\n*-–—" + BULLETS)
    ending = text[max(last.start, last.end - 12) : last.end]
    return (
        begins[:1].isupper()
        and (ending[-1].isalnum() or ending[-1] == ",")
        and not re.search(r"[;,] (?:and|or)$", ending)
    )


# ── naming blocks ─────────────────────────────────────────────────────────────────────────────────


def _group_kind(group: list[Line], text: str) -> BlockKind:
    first, last = group[0], group[-1]
    if first.kind in ("furniture", "rule"):
        return "furniture"
    if first.kind == "table":
        return "table"
    if first.kind == "bullet":
        return "list item"
    words = text[first.start : last.end] if last.end - first.start <= 400 else ""
    if not words:
        return "paragraph"
    if first.kind == "heading":
        return "paragraph" if len(words) > 240 else "heading"
    return "heading" if len(group) < 4 and _is_title(words) else "paragraph"


def _is_title(words: str) -> bool:
    """A short line without a stop, in capitals, or with most of its longer words capitalised, or closed by a colon."""
    tokens = words.split()
    last = words.rstrip(_CLOSERS)[-1:]
    if len(words) > 220 or len(tokens) > 30 or _details().search(words):
        return False
    if last in ".!?;," and not (len(tokens) <= 10 and _company().search(words)):
        return False
    if _is_capitals(words):
        return True
    if not words.lstrip("\"'“‘([")[:1].isupper() and not words[0].isdigit():
        return False
    if last == ":":
        return len(tokens) <= 10
    heavy = [t for t in (t.lstrip("\"'“‘([") for t in tokens) if len(t) > 3 and t[0].isalpha()]
    capital = sum(t[0].isupper() for t in heavy)
    return len(tokens) <= 6 or 10 * capital >= 7 * len(heavy)


def _is_capitals(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return len(letters) > 2 and 10 * sum(c.isupper() for c in letters) >= 9 * len(letters)


@cache
def _company() -> re.Pattern[str]:
    """ "About Acme Holdings, Inc." """
    return re.compile(r"\b(?:Inc|Corp|Co|Ltd|L\.P|L\.L\.C|N\.V|S\.A|A\.G|S\.p\.A|Bros)\.$", re.IGNORECASE)


@cache
def _plain_word() -> re.Pattern[str]:
    """A word in lower case, as against "edgeX", "iPhone" and "www.acme.com"."""
    return re.compile(r"[a-z][a-z'’-]*(?=[\s,;:)]|$)")


@cache
def _dangling() -> re.Pattern[str]:
    """Words that nothing but a line end can follow."""
    return re.compile(r"(?:,|\b(?:the|an?|of|and|or|to|in|for|with|by|on|at|as|from|that|its|our|their))$")


@cache
def _details() -> re.Pattern[str]:
    """Lines of an address book look like titles and are none."""
    return re.compile(r"@|https?:|www\.|\d{3}[-.) ]{1,2}\d{3,4}|\.com\b")


def _name_footnotes(groups: list[list[Line]], kinds: list[BlockKind], text: str) -> None:
    """A raised mark begins a footnote anywhere; "(1)" and "*" do under a table or under another footnote."""
    above: BlockKind = "paragraph"
    for i, group in enumerate(groups):
        begins = text[group[0].start : group[0].start + 6]
        if kinds[i] in ("paragraph", "list item") and (
            begins[0] in "†‡¹²³⁴⁵⁶" or (above in ("table", "footnote") and _note_mark().match(begins))
        ):
            kinds[i] = "footnote"
        if kinds[i] != "furniture":
            above = kinds[i]


def _fill_tables(groups: list[list[Line]], kinds: list[BlockKind]) -> None:
    """A short line between two rows of figures is a row: the name of a group, or the first half of a name."""
    shown = [i for i, kind in enumerate(kinds) if kind != "furniture"]
    for before, i, after in zip(shown, shown[1:], shown[2:], strict=False):
        is_short = sum(line.end - line.start for line in groups[i]) < 60 and groups[i][0].kind == "text"
        if is_short and kinds[before] == kinds[after] == "table":
            kinds[i] = "table"


@cache
def _note_mark() -> re.Pattern[str]:
    return re.compile(r"\(\d{1,2}\)|\([a-z]\)|\*{1,3}(?=\s?\w)|\d{1,2}\s(?=\S)")
