"""Dates that matter: the release's own, from its dateline, and the dates as of which a legend says it speaks.

Conservative: a date is the release's own only where a dateline, a "for immediate release" line or a line of its own
says so near the top, or where the wire closes with its date ("-0- 7/22/97"). A declared date wins over the text.
As-of dates are told only when they are written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import accumulate, pairwise

from checker.types import Dated, Passage, Release

TOP = 2500
"""Characters in which a dateline may stand. Contacts and headlines come before it."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = (
    rf"(?:(?P<m1>{_MONTH})\s{{1,60}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,2}},?\s{{0,60}}(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,60}}(?:of\s{{1,60}})?(?P<m2>{_MONTH}),?\s{{1,60}}(?P<y2>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)|(?P<m4>\d{1,2})/(?P<d4>\d{1,2})/(?P<y4>(?:19|20)\d\d))(?![\d/])"
)
"""A written-out date over folded text, in one of four orders; `date_of` reads it. Use it once in a pattern."""

_WIRE = (
    r"(?<![a-z])(?:[a-z]+ ?wire(?:d)?|prnewswire|pr newswire|business wire|globe ?newswire|"
    r"marketwire|market ?wired|accesswire|newsfile(?: corp\.?)?|primenewswire|"
    r"primezone|first call|einpresswire|acn newswire|canada newswire|"
    r"cnw(?: group)?|dgap|eqs(?:-news)?|reuters|ap|send2press|news ?direct|"
    r"issuewire|xprnewswire|prweb)"
)
_CLOSED = r"[^a-z\n]{0,4}(?:via [a-z ]{2,20})?\s?[)/\]]?"
_WIRED = rf"[(/\[]?\s{{0,2}}-{{0,2}}{_WIRE}{_CLOSED}"

_NAMED = (
    r"(?:wire(?<=[a-z]wire)d?|wire(?<=[a-z] wire)d?|newsfile(?<![a-z]newsfile)(?: corp\.?)?|"
    r"primezone(?<![a-z]primezone)|first call(?<![a-z]first call)|cnw(?<![a-z]cnw)(?: group)?|"
    r"dgap(?<![a-z]dgap)|eqs(?<![a-z]eqs)(?:-news)?|reuters(?<![a-z]reuters)|ap(?<![a-z]ap)|"
    r"send2press(?<![a-z]send2press)|news ?direct(?<![a-z]newsdirect)(?<![a-z]news direct)|prweb(?<![a-z]prweb))"
)
"""The same wires where a match begins with them. Each way opens with a letter, so that most places are passed over at
once; `_WIRE` would try every word of the opening."""

_PATTERNS = {
    "date": rf"(?<![\w/]){DATE}",
    # CITY, Date -- / CITY, Date /PRNewswire/ / Date (GLOBE NEWSWIRE) -- / Date @ 7:00 AM Pacific -- ; a dash that
    # an old converter turned into a question mark counts.
    "dateline": rf"(?<![\w/]){DATE}\s{{0,3}}(?:,?\s{{0,3}}{_WIRED}|(?:@ [\d:]{{4,5}} [a-z. ]{{2,12}})?"
    rf"[.,:;]?\s{{0,3}}(?:-{{1,4}}|\.\.\.?)(?=\s|[a-z\"])|\s?\?(?=[a-z]))",
    # Date, City, State --- at the beginning of a paragraph.
    "date first": rf"(?:^|(?<=\n)){DATE},? [a-z][a-z .,'-]{{2,40}}? ?-{{1,4}}(?=\s|[a-z])",
    # (Business Wire) – Date
    "wired": rf"{_NAMED}{_CLOSED}\s{{0,3}}(?:-{{1,2}}|,|\|)?\s{{0,3}}(?:[a-z. ]{{2,30}},\s)?{DATE}",
    "for release": rf"(?:immediate release|for release|release date|date of release|published(?<![^\n]published))"
    rf"[\s:,-]{{1,6}}(?:[^\n\d]{{0,40}}?[\s,:-])?{DATE}",
    "own line": rf"(?:^|(?<=\n))[ \t]{{0,60}}(?:(?:mon|tues?|wednes|wed|thurs?|fri|"
    rf"satur|sun)(?:day)?,?\s)?{DATE}[ \t.]{{0,60}}(?=\n|$)",
    # City, State, Date at the beginning of a paragraph, with the text running on.
    "place": rf"(?:^|(?<=\n\n))[ \t(]{{0,20}}[a-z][a-z .'-]{{2,30}},"
    rf"\s{{1,2}}(?:[a-z][a-z .]{{1,20}},?\s{{1,2}}){{0,2}}\(?{DATE}",
    # The wire's own last line: -0- 7/22/97
    "wire end": r"-0-\s{1,60}(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}|\d\d)(?!\d)",
    "as of": rf"as (?:of|at|from) {DATE}",
    "statement": r"speaks?|statements?|information|current|expectations?|views?|beliefs?|guidance|outlook",
}
_ROLES = ("dateline", "wired", "for release", "own line", "date first", "place")

_CUES = {"for release": ("release", "published")}
"""What a role cannot match without: the pattern is long, and most openings hold neither."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def find_dates(release: Release, legends: Sequence[Passage], declared: date | None) -> tuple[Dated, ...]:
    """The release's own date (declared or read, at most one), then the as-of dates of its legends."""
    own = Dated(start=0, end=0, text="", value=declared, role="release") if declared else _own_date(release)
    return (*((own,) if own else ()), *_as_of(release, legends))


def date_of(match: re.Match[str]) -> date | None:
    """The date that a match of `DATE` writes out; None when there is no such day."""
    for n in "1234":
        if match[f"y{n}"]:
            month = match[f"m{n}"]
            number = int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1
            try:
                return date(int(match[f"y{n}"]), number, int(match[f"d{n}"]))
            except ValueError:
                return None
    return None


def _own_date(release: Release) -> Dated | None:
    # Lines matter here, and folding turns line ends into spaces: they are put back.
    lines = release.text[:TOP].split("\n")
    ends = [0, *accumulate(len(line) + 1 for line in lines)]
    top = "\n".join(release.folded[a : b - 1] for a, b in pairwise(ends))
    for role in _ROLES:
        if role in _CUES and not any(cue in top for cue in _CUES[role]):
            continue
        for match in _pattern(role).finditer(top):
            value = date_of(match)
            start, end = _written(match)
            if value and not _is_prose(role, release.text[match.start() : start], release.text[end : end + 24]):
                return Dated(start=start, end=end, text=release.text[start:end], value=value, role="release")
    return _wire_end(release)


def _is_prose(role: str, before: str, after: str) -> bool:
    """Whether a date stands in running text: a place is written in capitals ("Oslo, Norway, May 4, 2027"), and what
    a dateline leads to begins with a capital ("sold on May 4, 2027—the same day" does not).
    """
    if role == "place":
        return any(word[:1].islower() for word in before.split() if word not in ("of", "de", "and"))
    led = re.match(r"[\s,.:;\u2010-\u2015-]{0,8}([A-Za-z]{1,16})", after)
    return role == "dateline" and bool(led and led[1].islower())


def _wire_end(release: Release) -> Dated | None:
    """The date in the wire's last line; a year of two digits is the twentieth century's from 70 on."""
    for match in _pattern("wire end").finditer(release.folded):
        year = int(match["y"])
        year += 0 if year > 99 else 1900 if year >= 70 else 2000
        try:
            value = date(year, int(match["m"]), int(match["d"]))
        except ValueError:
            continue
        start, end = match.start("m"), match.end("y")
        return Dated(start=start, end=end, text=release.text[start:end], value=value, role="release")
    return None


def _as_of(release: Release, legends: Sequence[Passage]) -> Iterator[Dated]:
    for legend in legends:
        for match in _pattern("as of").finditer(release.folded, legend.start, legend.end):
            value = date_of(match)
            near = release.folded[max(legend.start, match.start() - 120) : match.start()].rpartition(". ")[2]
            if value and _pattern("statement").search(near):
                start, end = match.span()
                yield Dated(start=start, end=end, text=release.text[start:end], value=value, role="as-of")


def _written(match: re.Match[str]) -> tuple[int, int]:
    """Where the date itself stands in a match."""
    spans = [match.span(n) for n in match.re.groupindex if match[n] is not None]
    return min(s for s, _ in spans), max(e for _, e in spans)
