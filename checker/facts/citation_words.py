"""The words of a citation, found one by one: section numbers, Acts, reform acts. `citations` puts them together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from checker.facts.white_space import any_space
from checker.records import dataclass

Kind = Literal["section", "act", "reform"]

_YEAR = r"(?P<year>1[ ]?9[ ]?\d[ ]?\d|20\d\d)(?!\d)"
_NUMBER = r"2[1il7][ ]?-?[ ]?(?:\([a-z]\)|[a-z](?![a-z]))"
_PATTERNS = {
    # "Sections 27A and 21E", "§§ 27A, 21E", "Section21E": the first number, then the numbers listed with it.
    "section": rf"(?:(?<![a-z])(?:sub)?(?:sections?|secs?\.?|ss?\.)|§{{1,2}}) ?(?P<numbers>{_NUMBER}"
    rf"(?:(?:,|,? and|,? or|,? &|/) ?(?:(?:sub)?sections? |secs?\. ?|§ ?)?{_NUMBER}){{0,2}})(?![a-z0-9])",
    # "Section 27A of the Securities Act of 1933 and 21E of the Securities Exchange Act of 1934"
    "bare": r"(?<=and[ ])(?P<numbers>2[17][ae])(?= (?:of|under) )",
    "act": r"(?<![a-z])(?P<name>(?:secur[a-z]{2,5} (?:and |& )?(?:exchange )?|exchange )acts?|(?:1933|1934) acts?)"
    rf"(?![a-z])(?:,? ?(?:of|in)? ?(?:the year )?{_YEAR})?",
    "reform": r"(?<![a-z])(?P<name>(?:(?:privat[a-z]{0,2}|public|secur[a-z]{2,5}|litig[a-z]{3,7}|ligit[a-z]{3,7}"
    r"|legislation(?=[- ]{1,60}reform)|reforms?|laws?|safe"
    r"|harbou?r|and)[- ]{1,60}){2,7}act)(?:s(?= of 19))?(?![a-z])"
    rf"(?:,? ?(?:of|in|for)? ?\(?{_YEAR}\)?)?",
    "short": rf"(?<![a-z.])(?P<name>p[slra]{{4}}|(?:the )?reform act)(?![a-z])(?:,? ?of ?{_YEAR})?",
    "code": r"15 u\.? ?s\.? ?c\.?(?: ?[a-z.]{0,8}) ?(?:§{1,2}|sections?|secs?\.)?"
    r" ?(?P<numbers>7[78][uz] ?-? ?[25])(?!\d)",
    # What every citation holds: "act", a section's number, an abbreviation of the PSLRA, or the Code's.
    "cue": r"acts?(?![a-z])|2[17il] ?-? ?\(?[a-z](?![a-z])|p[slra]{4}(?![a-z])|u\.? ?s\.? ?c(?![a-z])",
}
REACH = 240
"""Characters around a cue in which the words of its citation stand."""

_REFORM_WORDS = re.compile(r"reform|litig|safe harbou?r")


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """One part of a citation. `name` is folded, single-spaced; `year` as written without spaces inside."""

    kind: Kind
    start: int
    end: int
    name: str
    year: int | None = None
    year_spaced: bool = False


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern over folded text, compiled when first used. A space in it is any run of white space."""
    return re.compile(any_space(_PATTERNS[name]))


def find_words(folded: str) -> list[Word]:
    """Sections, Acts and reform acts of a text, in order, without overlap."""
    found: list[Word] = []
    taken = bytearray(len(folded))
    for start, end in _windows(folded):
        for name in ("reform", "short", "code", "section", "bare", "act"):
            for match in pattern(name).finditer(folded, start, end):
                if any(taken[match.start() : match.end()]):
                    continue
                words = list(_words_of(name, match))
                found += words
                if words:
                    taken[match.start() : match.end()] = b"\1" * len(match[0])
    return sorted(found, key=lambda word: word.start)


def _windows(folded: str) -> list[tuple[int, int]]:
    """The parts of a text in which a citation can stand, cut at spaces: most of a release holds none."""
    windows: list[tuple[int, int]] = []
    for cue in pattern("cue").finditer(folded):
        if folded[cue.start() - 1 : cue.start()].isalpha():
            continue  # "contact", "fact"
        start = max(0, folded.rfind(" ", 0, max(0, cue.start() - REACH)))
        end = folded.find(" ", cue.end() + REACH)
        end = len(folded) if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _words_of(name: str, match: re.Match[str]) -> Iterator[Word]:
    if name in ("section", "bare", "code"):
        for number in re.finditer(r".+" if name == "code" else _NUMBER, match["numbers"]):
            at = match.start("numbers") + number.start()
            first = number.start() == 0
            yield Word(
                kind="section",
                start=match.start() if first else at,
                end=at + len(number[0].rstrip()),
                name=" ".join(number[0].split()),
            )
        return
    words = " ".join(match["name"].replace("-", " ").split())
    if name == "reform" and not (_REFORM_WORDS.search(words) and _is_reform(words)):
        return
    written = match["year"]
    yield Word(
        kind="act" if name == "act" else "reform",
        start=match.start(),
        end=match.end(),
        name=words,
        year=int(written.replace(" ", "")) if written else None,
        year_spaced=bool(written and " " in written),
    )


def _is_reform(words: str) -> bool:
    """Two telling words at least: "safe harbor act", "securities reform act", "private litigation act"."""
    telling = ("privat", "secur", "litig", "reform", "safe harb")
    return sum(word in words for word in telling) >= 2 or "safe harb" in words
