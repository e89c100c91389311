"""What to write instead of a wrong citation, where that is certain: the words that are wrong and no others.

Certain means that the rest of the citation tells what was meant: the section its Act, the Act its year, the name of the
reform act its spelling. A lone Act without its section, one Act for two sections, or a section of another law are left
to a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from checker.facts.citation_defects import ACTS, ENACTED, HOME, PSLRA
from checker.types import Citation, Defect, Release, Replacement

Change = tuple[int, int, str]
"""From where to where, counted from the start of the citation, and the words to write there."""

_PATTERNS = {
    "year": r"1 ?9 ?\d ?\d|20\d\d",
    "act": r"(?P<name>(?:secur[a-z]{2,5}\s+(?:(?:and|&)\s+)?(?:exchange\s+)?|exchange\s+)acts?)"
    r"(?:,?\s*(?:of|in)?\s*(?P<year>1 ?9 ?\d ?\d|20\d\d))?$",
    "number": r"2[1il7]\s?-?\s?(?:\([a-z]\)|[a-z](?![a-z]))",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def with_fixes(release: Release, citation: Citation) -> Citation:
    """The citation, each of its defects with the replacement that mends it, where one is certain."""
    if not citation.defects:
        return citation
    defects = tuple(replace(d, fix=_fix(release, citation, d)) for d in citation.defects)
    return replace(citation, defects=defects)


def _fix(release: Release, citation: Citation, defect: Defect) -> Replacement | None:
    mend = _MENDERS.get(defect.code)
    if mend is None:
        return None
    change = mend(citation, release.folded[citation.start : citation.end], defect)
    if change is None:
        return None
    start, end, words = citation.start + change[0], citation.start + change[1], change[2]
    if release.text[start:end].isupper() and len(release.text[start:end]) > 4:
        words = words.upper()
    return narrowed(release.text, start, end, words)


def narrowed(text: str, start: int, end: int, words: str) -> Replacement | None:
    """Only the words that change: line breaks and words that stay keep their place. None when nothing changes."""
    old = [(m[0], start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    new = words.split()
    while old and new and old[0][0] == new[0]:
        old, new = old[1:], new[1:]
    after = end
    while old and new and old[-1][0] == new[-1]:
        after, old, new = old[-1][1], old[:-1], new[:-1]
    if not old and not new:
        return None
    if not old:
        return Replacement(start=after, end=after, text=" ".join(new) + " ")
    # A word that goes takes the space after it along, a line break stays.
    space = re.compile(r"[ \t]*").match(text, old[-1][2])
    gone = space.end() if space and not new else old[-1][2]
    return Replacement(start=old[0][1], end=gone, text=" ".join(new))


# ── the reform act ────────────────────────────────────────────────────────────────────────────────


def _name(citation: Citation, folded: str, _: Defect) -> Change | None:
    """The Act's own name for a misnamed, misspelt or nicknamed one."""
    if citation.reform_act is None:
        return None
    lead = len("the ") if folded.startswith("the ") else 0
    return lead, len(folded), PSLRA


def _abbreviation(_: Citation, folded: str, defect: Defect) -> Change | None:
    return 0, len(folded.split()[0]), "PSLRA" if defect.found[:1].isupper() else "pslra"


# ── Acts and their years ──────────────────────────────────────────────────────────────────────────


def _year(citation: Citation, folded: str, _: Defect) -> Change | None:
    """The year, unless the section and the year agree and the name between them is the slip."""
    if citation.reform_act is not None:
        years = list(_pattern("year").finditer(folded))
        return (*years[0].span(), str(ENACTED)) if len(years) == 1 else None
    act = _pattern("act").search(folded)
    if act is None or act["year"] is None or citation.act is None:
        return None
    home = HOME.get(citation.section or "", citation.act)
    if home == citation.act:
        known = citation.section is not None or citation.year not in {year for _, year in ACTS.values()}
        return (*act.span("year"), str(ACTS[home][1])) if known else None
    return (*act.span("name"), ACTS[home][0]) if citation.year == ACTS[home][1] else _act(citation, folded, _)


def _act(citation: Citation, folded: str, _: Defect) -> Change | None:
    """The Act in which the section stands, with its year when a year was written."""
    act = _pattern("act").search(folded)
    if act is None or citation.section not in HOME:
        return None
    name, year = ACTS[HOME[citation.section]]
    return act.start(), act.end(), f"{name} of {year}" if act["year"] else name


def _exchange(_: Citation, folded: str, __: Defect) -> Change | None:
    """ "Securities and Exchange Act" and an undefined "Exchange Act"."""
    act = _pattern("act").search(folded)
    if act is None:
        return None
    name, year = ACTS["exchange"]
    return (*act.span("name"), name) if act["year"] else (*act.span("name"), f"{name} of {year}")


def _spelling(citation: Citation, folded: str, _: Defect) -> Change | None:
    """A broken or mistyped number of a section, else a broken year."""
    for match in _pattern("number").finditer(folded):
        bare = re.sub(r"[\s-]", "", match[0]).replace("l", "1").replace("i", "1").upper()
        if bare == citation.section and match[0].upper() != citation.section:
            return (*match.span(), bare)
    years = [m for m in _pattern("year").finditer(folded) if " " in m[0]]
    return (*years[0].span(), years[0][0].replace(" ", "")) if len(years) == 1 else None


def _brackets(citation: Citation, folded: str, defect: Defect) -> Change | None:
    """ "21(e)" of the right Act; another section may be meant as written."""
    numbers = list(_pattern("number").finditer(folded))
    section = citation.section or ""
    same = len(numbers) == 1 and numbers[0][0].replace("(", "").replace(")", "").replace(" ", "").upper() == section
    if not same or citation.act != HOME.get(section) or section not in defect.nearest:
        return None
    return (*numbers[0].span(), section)


def _joint(_: Citation, folded: str, __: Defect) -> Change | None:
    """The "of" that is missing between section and Act, or the space after "Section"."""
    if glued := re.search(r"(?:sections?|secs?\.?)(?=\d)", folded):
        number = re.match(r"\w+", folded[glued.end() :])
        end = glued.end() + (number.end() if number else 0)
        return glued.start(), end, f"Section {folded[glued.end() : end].upper()}"
    numbers, act = list(_pattern("number").finditer(folded)), _pattern("act").search(folded)
    if not numbers or act is None or numbers[-1].end() > act.start():
        return None
    between = folded[numbers[-1].end() : act.start()]
    if between.strip() not in ("", "the"):
        return None
    return numbers[-1].end(), act.start(), f" of {'the ' if not between.strip() else between.lstrip()}"


def _haven(_: Citation, folded: str, defect: Defect) -> Change | None:
    at = folded.index("haven")
    return at, at + len("haven"), "Harbor" if defect.found[at : at + 1].isupper() else "harbor"


_MENDERS: dict[str, Callable[[Citation, str, Defect], Change | None]] = {
    "CIT-A": _act,
    "CIT-B": _name,
    "CIT-C": _name,
    "CIT-D": _name,
    "CIT-E": _year,
    "CIT-F": _year,
    "CIT-G": _name,
    "CIT-H": _brackets,
    "CIT-I": _exchange,
    "CIT-J": _year,
    "CIT-K": _exchange,
    "CIT-N": _haven,
    "CIT-O": _spelling,
    "CIT-P": _abbreviation,
    "CIT-V": _joint,
}
"""Rows of the defect table that can be mended, and how. CIT-L, T and U need a person."""
