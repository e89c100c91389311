"""Text → its lines, each told by its own look: prose, list item, table row, heading by markup, or furniture."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from functools import cache
from typing import Literal

from checker.records import dataclass

LineKind = Literal["text", "bullet", "heading", "table", "number", "rule", "furniture"]

LONGEST_SHORT = 160
"""Characters up to which a line is looked at closely; a longer one is prose (or a long list item)."""

_PAGE_WORD = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|[ivxl]{1,6})"
_FURNITURE = (
    # -more-, (more), /more/, - MORE -, more…
    r"[-–—(\[</*_ ~]*(?:more|more to (?:come|follow)|(?:to be )?continued)[-–—)\]>/*_ ~.…]*",
    # Page 2, [PAGE 2], <PAGE> 2, - Page 2 of 9 -, pg. 3
    rf"[-–—(\[<{{*_ ]*(?:page|pg\.?)[)\]>}}]?[ \t:#-]*(?:{_PAGE_WORD})?(?: ?(?:of|/) ?\d{{1,4}})?[-–—)\]>}}*_ ]*",
    # - 2 -, -2-, -- 30 --, ~ 4 ~
    r"[-–—~]{1,3} ?\d{1,4} ?[-–—~]{1,3}",
    # 2 of 9, 2-2-2, add one
    r"\d{1,3} of \d{1,3}|(\d)-\1-\1|(?:first|second|third|fourth|fifth) add|add (?:one|two|three|\d)",
    # the tags of an SEC submission, alone on their line
    r"(?:</?[a-z][a-z0-9-]{0,20}>[ \t]*){1,12}",
    # a picture
    r"!\[[^\]]{0,120}\]\([^()\s]{0,300}\)",
)
BULLETS = "•●▪■◦‣·○►➢✓❖⦁∙"
"""Characters that begin list items and little else."""
_LABEL = r"(?:\((?:[ivxlc]{1,5}|[a-z]|[A-Z]|\d{1,2})\)|(?:[ivx]{1,4}|[a-z]|\d{1,2})\)|\d{1,2}\.)(?=[ \t])"
_PAGE_TAIL = (
    r"(?P<name>.{2,70}?)(?P<gap>[ \t]*[/|,:–—-][ \t]*|[ \t]+)"
    r"(?:Page|PAGE)[ \t]+\d{1,4}(?:[ \t]+of[ \t]+\d{1,4})?"
)


@dataclasses.dataclass(slots=True)
class Line:
    """A line that is not blank. `start` and `end` leave the white space around it out.

    `indent` counts the white space before it, `after_blank` says whether a blank line (or nothing) stands before.
    """

    number: int
    start: int
    end: int
    indent: int
    after_blank: bool
    kind: LineKind = "text"
    level: int = 0

    @property
    def width(self) -> int:
        """Columns from the margin to the last character."""
        return self.indent + self.end - self.start


def scan_lines(text: str) -> list[Line]:
    """The lines of a text that hold more than white space, in order."""
    lines: list[Line] = []
    at, after_blank = 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            kind, level = _look_at(words)
            lines.append(Line(number, at + indent, at + indent + len(words), indent, after_blank, kind, level))
        after_blank = not words
        at += len(raw) + 1
    _settle_numbers(lines, text)
    _find_running_heads(lines, text)
    return lines


def _look_at(words: str) -> tuple[LineKind, int]:
    first = words[0]
    if first.isalpha() and len(words) > LONGEST_SHORT:
        return "text", 0
    if first == "#" and (marked := _patterns().markdown.match(words)):
        return "heading", len(marked[1])
    if len(words) > LONGEST_SHORT:
        return ("table" if words.count("|") > 3 else "bullet" if _patterns().bullet.match(words) else "text"), 0
    if _patterns().rule.fullmatch(words):
        return "rule", 0
    if words[-1] in "*_" and _patterns().bold.fullmatch(words):
        return "heading", 0
    if _is_furniture(words):
        return "furniture", 0
    if not (first.isalpha() and words[1:2].isalpha()) and _patterns().bullet.match(words):
        return "bullet", 0
    return _figures(words), 0


def _is_furniture(words: str) -> bool:
    if (len(words) <= 60 or words[0] in "<!") and _patterns().furniture.fullmatch(words.lower()):
        return True
    if words[-1].isdigit() and (tail := _patterns().page_tail.fullmatch(words)):
        # "as described on Page 3" is prose; "Acme Results / Page 3" is a running head
        return not tail["gap"].isspace() or all(w[0].isupper() or not w[0].isalpha() for w in tail["name"].split())
    return False


def _figures(words: str) -> LineKind:
    """Whether a line is a row of a table: columns of figures, or columns set apart by bars, tabs or wide gaps."""
    if words.count("|") > 1 and (words[0] == "|" or max(map(len, words.split("|"))) <= 40):
        return "table"
    if words.isascii() and words.isdigit() and len(words) <= 3:
        return "number"
    if not _patterns().digit.search(words):
        return "table" if words in "$%—–-" or _patterns().columns.search(words) else "text"
    tokens = words.split()
    figures = sum(1 for t in tokens if _patterns().figure.fullmatch(t))
    if _patterns().date.search(words):
        figures -= 2
    if figures == len(tokens) or (figures > 1 and 2 * figures >= len(tokens)):
        return "table"
    cells = _patterns().gap.split(words)
    if len(cells) > 1 and figures and words[-1] != "." and _patterns().figure.fullmatch(cells[-1].split()[-1]):
        return "table" if len(cells) > 2 or len(tokens) < 9 or _patterns().wide_gap.search(words) else "text"
    return "table" if _patterns().columns.search(words) else "text"


def _settle_numbers(lines: list[Line], text: str) -> None:
    """A number alone on its line is a page number when it counts on from the last one and stands in prose."""
    page = 0
    for i, line in enumerate(lines):
        if line.kind != "number":
            continue
        around = (lines[i - 1].kind if i else "text", lines[i + 1].kind if i + 1 < len(lines) else "text")
        value = int(text[line.start : line.end])
        counts_on = page < value <= page + 3
        if counts_on and "number" not in around and (around != ("table", "table") or line.after_blank):
            line.kind, page = "furniture", value
        else:
            line.kind = "table"


def _find_running_heads(lines: list[Line], text: str) -> None:
    """Short lines beside page marks that come back from page to page are furniture too."""
    marks = [i for i, line in enumerate(lines) if line.kind == "furniture"]
    beside = {j for i in marks for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(lines)}
    heads = {j: _head_key(text[lines[j].start : lines[j].end]) for j in beside if _could_be_head(lines[j], text)}
    seen = Counter(heads.values())
    for j, key in heads.items():
        if seen[key] > 2 or (seen[key] > 1 and key.endswith("9")):
            lines[j].kind = "furniture"


def _could_be_head(line: Line, text: str) -> bool:
    words = text[line.start : line.end]
    is_wordy = sum(map(str.isalpha, words)) > max(4, len(words) // 2)
    return line.kind in ("text", "heading") and len(words) < 90 and words[-1] not in ".:;,!?" and is_wordy


def _head_key(words: str) -> str:
    return re.sub(r"\d+", "9", " ".join(words.lower().split()))


@dataclass(frozen=True, slots=True)
class _Patterns:
    furniture: re.Pattern[str]
    page_tail: re.Pattern[str]
    markdown: re.Pattern[str]
    bold: re.Pattern[str]
    rule: re.Pattern[str]
    bullet: re.Pattern[str]
    figure: re.Pattern[str]
    gap: re.Pattern[str]
    wide_gap: re.Pattern[str]
    digit: re.Pattern[str]
    date: re.Pattern[str]
    columns: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        furniture=re.compile("|".join(f"(?:{p})" for p in _FURNITURE)),
        page_tail=re.compile(_PAGE_TAIL),
        markdown=re.compile(r"(#{1,6})[ \t]*(?=[^#\s])"),
        bold=re.compile(r"(\*\*|__)(?!\s)[^*]{1,156}\1:?|(\*\*|__)(?!\s)[^*]{1,150}:\2"),
        # a rule: three and more strokes and nothing else ("# # #" and "* * *" end a release)
        rule=re.compile(r"(?:[-=_*~#+.·—–]\s*){3,}|\\"),
        bullet=re.compile(rf"[{BULLETS}]|(?:[-–—*+]|--)[ \t]+(?=\S)|[on§][ \t]+(?=[A-Z$“\"])|{_LABEL}"),
        figure=re.compile(r"[$€£¥(+\-–—−]*(?:\d[\d,.]*\d|\d|[-–—])[)%xX]*[*†]?|[$€£¥%)]|\)%|n/?[am]|nm", re.IGNORECASE),
        gap=re.compile(r"\s{2,}|\t"),
        wide_gap=re.compile(r"\S\s{3,}\S|\t"),
        digit=re.compile(r"[\d²³¹]"),
        date=re.compile(
            r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, ?\d{4}"
            r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? \d{4}"
        ),
        columns=re.compile(r"\S {4,}\S|\t\s*\S+.*\t"),
    )
