"""Citations of the safe harbor's law: sections, Acts and reform acts put together, with what may be wrong.

"Sections 27A and 21E of the Securities Act of 1933 and the Securities Exchange Act of 1934, respectively" is two
citations. Securities Acts cited for anything else ("registered under the Securities Act of 1933") are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from checker.facts.citation_defects import (
    ENACTED,
    HOME,
    PSLRA,
    act_kind,
    pairing_defects,
    reform_defects,
    section_defects,
    valid_form,
    year_defects,
)
from checker.facts.citation_fixes import with_fixes
from checker.facts.citation_words import Word, find_words
from checker.types import Citation, Defect, Release

REACH = 90
"""Characters between a section and its Act: room for a definition in brackets and a few words."""

_PATTERNS = {
    "speaks": r"forward[- ]{0,40}looking|safe[- ]{1,40}(?:harbou?r|haven)|prospective (?:statements|information)",
    "amended": r"[ ,(]{1,4}(?:each )?as amended",
    "link": r"[ ,(]{0,3}(?:each )?(?:as amended[ ,]{0,2})?(?:\([^)]{0,60}\)[ ,]{0,2})?"
    r"(?:(?:and|or|&|of|in|under|by|within|to|the|said|such|that|u\.s\.|us|united states|federal|both|each|respectively"
    r"|(?:sub)?sections?|secs?\.|§{1,2})[ ,]{1,3}){0,6}",
    "first": r"[ ,(]{1,3}(?:as amended[, (]{1,3})?(?:in |under |at )?",
    "owns": r" {1,3}(?:of|in|under) ",
    "means": r"(?:within the meaning|as (?:such terms? (?:is|are) )?defined|the meaning set forth|under|pursuant to"
    r"|meaning ascribed|in accordance with|provisions|as that term is)(?:[^.;]|u\.s\.){0,60}$",
    "rule": r"(?<![a-z])rules?[ ]{1,60}[0-9][0-9a-z-]{0,8}[ ]{1,60}(?:[a-z]{1,20}[ ]{1,60})?(?:under|of)[ ]{1,60}"
    r"(?:the[ ]{1,60})?(?:u\.s\.[ ]{1,60})?$",
    "haven": r"(?<![a-z])safe[- ]{1,40}haven(?![a-z])",
    "by commission": r"(?:defined by the (?:sec|securities and exchange commission)[^.]{0,40}in"
    r"|(?:are|is|be) required by) (?:the )?$",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def find_citations(release: Release) -> tuple[Citation, ...]:
    """The citations of the whole release, in order, each with its defects."""
    words = [w for w in find_words(release.folded) if not _is_definition(release.folded, w)]
    found = [*_sections(release, words), *_reforms(release, words), *_acts_alone(release, words), *_havens(release)]
    return tuple(with_fixes(release, c) for c in sorted(found, key=lambda c: (c.start, c.end)))


def _is_definition(folded: str, word: Word) -> bool:
    """A short form where it is defined: (the "Exchange Act")."""
    before, after = folded[max(0, word.start - 24) : word.start], folded[word.end : word.end + 1]
    return after == '"' and bool(re.search(r'"$', before)) and "(" in before


# ── sections with their Acts ──────────────────────────────────────────────────────────────────────


def _sections(release: Release, words: Sequence[Word]) -> Iterator[Citation]:
    for sections, acts in _groups(release.folded, words):
        if not any(_is_ours(release, section, acts) for section in sections):
            continue
        pairs = _pair(release.folded, sections, acts)
        for section, act in zip(sections, pairs, strict=True):
            yield _cite(release, section, act, sections, acts)


def _groups(folded: str, words: Sequence[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """Sections that stand together, with the Acts that follow them: (27A, 21E), (Securities Act, Exchange Act)."""
    i = 0
    while i < len(words):
        if words[i].kind != "section":
            i += 1
            continue
        before = words[i - 1] if i else None
        sections, acts = [words[i]], list[Word]()
        i += 1
        while i < len(words) and words[i].kind == "section" and _linked(folded, words[i - 1], words[i]):
            sections.append(words[i])
            i += 1
        if before and _act_first(folded, before, sections):
            yield sections, [before]
            continue
        while i < len(words) and words[i].kind == "act" and _linked(folded, words[i - 1], words[i], bool(acts)):
            acts.append(words[i])
            i += 1
        yield sections, acts


def _linked(folded: str, left: Word, right: Word, closely: bool = True) -> bool:
    between = re.sub(" +", " ", folded[left.end : min(right.start, left.end + 4 * REACH)])
    if len(between) > REACH:
        return False
    return bool(_pattern("link").fullmatch(between)) or (not closely and "." not in between and ";" not in between)


def _act_first(folded: str, act: Word, sections: Sequence[Word]) -> bool:
    """ "the Securities Exchange Act of 1934, Section 21E": the Act comes first, and no "of" follows the section."""
    if act.kind != "act" or not _pattern("first").fullmatch(folded[act.end : sections[0].start]):
        return False
    return not _pattern("owns").match(folded, sections[-1].end)


def _pair(folded: str, sections: Sequence[Word], acts: Sequence[Word]) -> list[Word | None]:
    """Each section with its Act. Two sections and both Acts belong together in any order, unless the text says
    "respectively"; sections that are left over share the last Act.
    """
    if not acts:
        return [None] * len(sections)
    kinds = [act_kind(act.name) for act in acts]
    homes = [HOME.get(section_defects(s.name, "", None)[0]) for s in sections]
    ordered = "respectively" in folded[acts[-1].end : acts[-1].end + 40]
    if len(acts) > 1 and not ordered and sorted(kinds) == sorted(h or "" for h in homes):
        return [acts[kinds.index(home)] for home in homes if home]
    return [acts[min(i, len(acts) - 1)] for i in range(len(sections))]


def _is_ours(release: Release, section: Word, acts: Sequence[Word]) -> bool:
    """21E and 27A are; any other section only where a safe harbor is claimed."""
    name, defects = section_defects(section.name, "", act_kind(acts[0].name) if acts else None)
    if name.startswith("7") or (name in HOME and not defects):
        return True
    sentence = _sentence(release, section.start)
    return bool(_pattern("speaks").search(sentence)) and (bool(acts) or name in HOME)


def _cite(
    release: Release, section: Word, act: Word | None, sections: Sequence[Word], acts: Sequence[Word]
) -> Citation:
    start, end = min(section.start, act.start if act else section.start), max(section.end, act.end if act else 0)
    found = " ".join(release.text[start:end].split())
    if section.name.startswith("7"):
        name = "21E" if section.name.startswith("78") else "27A"
        return _citation(release, start, end, section=name, act=HOME[name])
    kind = act_kind(act.name) if act else None
    name, defects = section_defects(section.name, found, kind)
    if act:
        shared = len(sections) > len(acts)
        defects += pairing_defects(name, kind, act.year, found, shared=shared)
        defects += year_defects(kind, act.year, name, found)
        defects += _style(release, section, act, sections, acts, name, found)
    meant = next((s for s in HOME if any(d.code == "CIT-H" and d.nearest == valid_form(s) for d in defects)), name)
    amended = bool(act and _pattern("amended").match(release.folded, act.end))
    return _citation(
        release,
        start,
        end,
        section=meant,
        act=kind,
        year=act.year if act else None,
        as_amended=amended,
        defects=defects,
    )


def _style(
    release: Release, section: Word, act: Word, sections: Sequence[Word], acts: Sequence[Word], name: str, found: str
) -> Iterator[Defect]:
    """CIT-I, K, O, V: readable, and worth mending."""
    nearest = valid_form(name)
    if re.search(r"secur\w+ (?:and|&) exchange|^secur(?!ities)", act.name):
        yield Defect(code="CIT-I", found=found, nearest=nearest)
    if act.name == "exchange act" and act.year is None and not _is_defined(release.folded):
        yield Defect(code="CIT-K", found=found, nearest=nearest)
    if act.year_spaced:
        yield Defect(code="CIT-O", found=found, nearest=nearest)
    between = release.folded[sections[-1].end : acts[0].start]
    follows = acts[0].start >= sections[-1].end
    glued = bool(re.search(r"(?:section|sec)\d", release.folded[section.start : section.end]))
    if glued or (follows and between.strip() in ("", "the")):
        yield Defect(code="CIT-V", found=found, nearest=nearest)


@lru_cache(maxsize=2)
def _is_defined(folded: str) -> bool:
    """Whether the Act is named in full, or the short form defined, anywhere in the text."""
    return "securities exchange act" in folded or bool(re.search(r'\([^)]{0,30}"exchange act"', folded))


# ── the reform act ────────────────────────────────────────────────────────────────────────────────


def _reforms(release: Release, words: Sequence[Word]) -> Iterator[Citation]:
    named = any(w.kind == "reform" and w.name.endswith("reform act") and w.name.count(" ") > 2 for w in words)
    for word in words:
        if word.kind != "reform":
            continue
        speaks = bool(_pattern("speaks").search(_sentence(release, word.start)))
        if not (speaks or "litig" in word.name or word.name == "pslra"):
            continue
        found = " ".join(release.text[word.start : word.end].split())
        defects = reform_defects(word.name, word.year, found, defined=named or word.year == ENACTED)
        if word.year_spaced:
            defects.append(Defect(code="CIT-O", found=found, nearest=PSLRA))
        before = release.folded[max(0, word.start - 120) : word.start]
        if _pattern("by commission").search(before):
            defects.append(Defect(code="CIT-T", found=found, nearest=f"as defined in the {PSLRA}"))
        yield _citation(
            release, word.start, word.end, reform_act=release.text[word.start : word.end], reform_year=word.year,
            as_amended=bool(_pattern("amended").match(release.folded, word.end)), defects=defects,
        )  # fmt: skip


# ── Acts without sections, and the wrong harbor ───────────────────────────────────────────────────


def _acts_alone(release: Release, words: Sequence[Word]) -> Iterator[Citation]:
    """CIT-U: "forward-looking statements as defined in the Securities Exchange Act of 1934"."""
    for i, word in enumerate(words):
        if word.kind != "act":
            continue
        start, end = _sentence_bounds(release, word.start)
        before = release.folded[start : word.start]
        first, last = (bisect_left(words, edge, key=lambda w: w.start) for edge in (start, end))
        cited = any(w.kind == "section" for w in words[first:last])
        if cited or not _pattern("speaks").search(before) or not _pattern("means").search(before):
            continue
        if _pattern("rule").search(before):  # "Rule 175 under the Securities Act" is a safe harbor of its own
            continue
        found = " ".join(release.text[word.start : word.end].split())
        kind = act_kind(word.name)
        section = next(s for s, home in HOME.items() if home == kind)
        defects = [Defect(code="CIT-U", found=found, nearest=valid_form(section))]
        defects += year_defects(kind, word.year, section, found)
        if i and words[i - 1].kind == "reform" and word.start - words[i - 1].end < 3:
            continue
        yield _citation(release, word.start, word.end, act=kind, year=word.year, defects=defects)


def _havens(release: Release) -> Iterator[Citation]:
    """CIT-N: a "safe haven" where the law knows a safe harbor."""
    if "haven" not in release.folded:
        return
    for match in _pattern("haven").finditer(release.folded):
        if re.search(r"forward[- ]{0,40}looking|reform act|pslra", _sentence(release, match.start())):
            found = release.text[match.start() : match.end()]
            defect = Defect(code="CIT-N", found=found, nearest="safe harbor")
            yield _citation(release, match.start(), match.end(), defects=[defect])


# ── shared ────────────────────────────────────────────────────────────────────────────────────────


def _citation(
    release: Release,
    start: int,
    end: int,
    *,
    section: str | None = None,
    act: str | None = None,
    year: int | None = None,
    as_amended: bool = False,
    reform_act: str | None = None,
    reform_year: int | None = None,
    defects: Sequence[Defect] = (),
) -> Citation:
    return Citation(
        start=start,
        end=end,
        text=release.text[start:end],
        section=section,
        act=act,
        year=year,
        as_amended=as_amended,
        reform_act=reform_act,
        reform_year=reform_year,
        defects=tuple(defects),
    )


def _sentence(release: Release, offset: int) -> str:
    start, end = _sentence_bounds(release, offset)
    return release.folded[start:end]


def _sentence_bounds(release: Release, offset: int) -> tuple[int, int]:
    i = bisect_right(release.sentences, offset, key=lambda s: s.start) - 1
    if i < 0:
        return 0, len(release.text)
    return release.sentences[i].start, max(release.sentences[i].end, offset)
