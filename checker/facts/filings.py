"""Pointers to filings with a regulator, where they are made for the risks.

Inside a legend every mention of a filing is taken for such a pointer; elsewhere only one that stands beside risks.
The release's own form ("this Current Report on Form 8-K") is none. One Filing per form or document named; "our filings
with the SEC" is one without a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from checker.facts.dates import DATE, date_of
from checker.facts.white_space import any_space
from checker.overlaps import Overlaps
from checker.types import Filing, Passage, Release

_H = r"(?:- ?| )?"
_REGULATOR = (
    r"(?:sec\b|securities (?:and|&) exchange commission|commission\b|"
    r"sedar|edgar|securities regulat|regulat(?:or|ory authorit)|canadian securities|"
    r"securities commission|securities authorit|exchange commission|"
    r"tsx venture exchange|stock exchange|exchanges?\b|fca\b|amf\b|autorit|asx\b|esma\b|securities administrators)"
)
_OTC = r" (?:with|on|at) (?:the )?(?:www\.)?otc(?![^;]{0,60} (?:sec|securities and exchange)(?![a-z]))"
"""A market for unlisted shares is no regulator: what is posted there alone is no filing."""

DOCUMENTS: dict[str, str] = {
    r"annual information forms?|aifs?(?![a-z])": "AIF",
    r"management(?:'?s'?)? discussion (?:and|&) analysis|md&a": "MD&A",
    r"annual reports?|annual filings?": "annual report",
    r"quarterly (?:interim )?reports?|quarterly filings?|half-year (?:financial )?reports?|"
    r"interim (?:management )?reports?": "quarterly report",
    r"current reports?": "current report",
    # Each way begins with a letter, not with what may be absent, so that most places are passed over at once.
    "|".join(
        f"{lead}prospectus(?:es)?(?: supplements?)?"
        for lead in (
            *(f"{kind} (?:proxy statement/)?" for kind in ("preliminary", "final", "base shelf")),
            "proxy statement/",
            "",
        )
    ): "prospectus",
    r"registration statements?": "registration statement",
    r"proxy statements?": "proxy statement",
    r"offering (?:statement|circular|memorandum)|private placement memorandum": "offering document",
    r"universal registration document|registration document": "registration document",
}
"""Documents other than forms, as written (folded), and the name under which they are told."""

_APART = r"\|(?![^(]*\))"
"""The bars between ways; those inside brackets part words."""

_PATTERNS = {
    "form": rf"(?P<lead>(?:(?:(?:annual|quarterly|current|periodic|transition) reports?|registration statements?),? "
    rf"(?:filed )?(?:on|\() ?)?(?P<word>forms?(?:-| ))?)(?<![a-z0-9])(?P<form>10{_H}ksb|10{_H}k405|"
    rf"10{_H}kt|10{_H}k|10{_H}qsb|10{_H}q|8{_H}k|20{_H}f|40{_H}f|6{_H}k|"
    r"s- ?(?:11|1|3|4|8)|f- ?(?:10|1|3|4)|1- ?[aku]|n- ?csr|10- ?12 ?[gb]|10)(?:/ ?a)?'?s?(?![a-z0-9%])",
    # The empty group behind each way tells which it was; a group around it would be tried at every letter.
    # What every form is written with: looked for first, because "form" tries its long lead at every letter.
    "any form": r"10|8[- ]{0,2}k|20[- ]{0,2}f|40[- ]{0,2}f|6[- ]{0,2}k|[sf]-|1-|n-",
    "document": "|".join(
        f"{way}(?P<d{i}_{j}>)" for i, ways in enumerate(DOCUMENTS) for j, way in enumerate(re.split(_APART, ways))
    ),
    "general": (
        rf"(?:filings?|reports?|documents?|disclosures?|submissions|materials|"
        rf"records?|disclosure statements?)(?![a-z])[^.;!?]{{0,90}}?(?:with|to|by|on|"
        rf"at|from|under|through) (?:or furnished to )?(?:the |its |our |"
        rf"their |applicable |various |united states |u\.?s\.? |us |\"|\(|"
        rf"company's |profile |relevant |all )*{_REGULATOR}"
        r"|(?:filed|furnished|files|submitted|file)(?: or furnished)?[^.;!?]{0,60}? (?:with|"
        r"to) (?:the |u\.?s\.? |us |united states |applicable |canadian |"
        r"relevant )*"
        + _REGULATOR
        + r"|(?:filings?|reports?|documents?|filed|files|furnished)(?![a-z])[^.;!?]{0,40}? (?:under|pursuant to)"
        r" (?:the )?(?:u\.?s\.? )?(?:securities )?exchange act(?![a-z])"
        r"|(?:on|via|through|from) (?:the )?(?:sec's )?edgar(?![a-z])"
        r"|(?:securities and exchange commission|sec)[\"')( ]{1,4}(?:sec[\"')]{1,3} )?(?:[a-z]+ ){0,2}?(?:filings?|"
        r"reports?|documents?|disclosures?)(?![a-z])"
        r"|(?:public|periodic|regulatory|securities|continuous disclosure|"
        r"public disclosure|other|subsequent|company's|its|our|recent) (?:[a-z]+ ){0,2}?(?:filings|"
        rf"disclosure (?:documents?|record|filings|statements?))(?![a-z])(?!{_OTC})"
        r"|(?:publicly|periodically)[- ]filed (?:documents|reports|materials)"
        r"|(?:[a-z]+'s?|its|our|their) (?:most recent |latest |current |other )*(?:filings|"
        rf"periodic reports)(?![a-z])(?!{_OTC})"
        r"|(?:www\.)?sec\.gov|sedar ?(?:\+|plus)|www\.sedar|sedar(?![a-z])"
    ),
    "denied": r"(?<![a-z])not (?:file |furnish )?$",
    "period": rf"[^.;]{{0,45}}?(?:ended|ending|end(?: of)?|period|as of)(?: on)? {DATE}",
    "year": r"(?:['\"]s)?,? (?:(?:report|filing)s? )?(?:for|covering) (?:(?:the|its|our|their|full) ){0,3}"
    r"(?:(?:fiscal(?: years?)?|calendar(?: year)?|years?|period) )?(?P<fy>(?:19|20)\d\d)(?!\d)"
    r"(?! (?:and|or) (?:19|20))",
    "year before": r"(?<!\d)(?:fiscal(?: year)? |fy ?)?(?P<fy>(?:19|20)\d\d) (?:annual reports? ?)?"
    r"(?:\(?(?:filed )?on ?)?$",
    "filed": r"(?:[^.;]|u\.s\.){0,80}?(?:filed|submitted|furnished)(?:[^.;]|u\.s\.){0,80}? (?:(?:on|dated) )?" + DATE,
    "other form": r"10-?q|8-?k|6-?k|quarter|current report|registration|proxy|prospectus|amend",
    "pending": r"(?:to be|will be|expect(?:s|ed)? to be|intends? to|expects? to|"
    r"plans? to|will|shortly be|soon be) (?:[a-z]+ ){0,3}?(?:filed?|furnish(?:ed)?|"
    r"submit(?:ted)?)(?![a-z])|(?:when|once|if and when|as and when) (?:it is |"
    r"they are |so )?(?:filed|available)|expected to be filed|to-be-filed|not yet filed",
    "item": r"item (?P<n>1a|3\.? ?d|1\.?a|7)(?![a-z0-9])|risk factors|(?:risks and uncertainties|"
    r"cautionary statements?|factors)[\"'](?= )",
    "own": r"(?:this|the attached|accompanying|an exhibit to(?: a| its| the)?) (?:[a-z]+ ){0,3}$",
    "risk": r"risks?(?![a-z])|uncertaint|factors (?:that|which)|investment decision",
    "stop": r"[.!?][\"')\]]{0,2}\s",
}

REACH = 600
"""Characters around a word of risk in which a pointer beside it stands: its sentence, and the mention itself."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(any_space(_PATTERNS[name]))


def find_filings(release: Release, legends: Sequence[Passage]) -> tuple[Filing, ...]:
    """The pointers of the release, in order: all in the legends, elsewhere those that stand beside risks."""
    places = _places(release.folded, legends)
    found = sorted(_mentions(release.folded, places), key=lambda m: (m[0], -m[1]))
    filings: list[Filing] = []
    in_legends = Overlaps(legends)
    for start, end, form in found:
        legend = next(iter(in_legends.having(release.passage(start, start + 1))), None)
        if (legend or _beside_risk(release.folded, start, end)) and not _is_own(release.folded, start):
            low, high = (legend.start, legend.end) if legend else (0, len(release.folded))
            filings.append(_filing(release, start, end, form, low, high))
    return tuple(filings)


def _places(folded: str, legends: Sequence[Passage]) -> list[tuple[int, int]]:
    """Where a pointer can stand: in the legends and beside risks. Joined where they meet, cut at spaces."""
    near = ((m.start() - REACH, m.end() + REACH) for m in _pattern("risk").finditer(folded))
    joined: list[tuple[int, int]] = []
    for low, high in sorted([*near, *((x.start, x.end) for x in legends)]):
        start = max(0, folded.rfind(" ", 0, low)) if low > 0 else 0
        end = folded.find(" ", high)
        end = len(folded) if end < 0 else end
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _mentions(folded: str, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str | None]]:
    """Every mention with its form; what a longer or a more telling mention covers is left out."""
    taken = bytearray(len(folded))
    for name in ("form", "document", "general"):
        if name == "form":
            within = [(low, high) for low, high in places if _pattern("any form").search(folded, low, high)]
        else:
            within = list(places)
        for match in (m for low, high in within for m in _pattern(name).finditer(folded, low, high)):
            start, end = match.span()
            form = _form(name, match)
            if form == "" or any(taken[start:end]) or _is_denied(name, folded, start):
                continue
            taken[start:end] = b"\1" * (end - start)
            yield start, end, form


def _is_denied(kind: str, folded: str, start: int) -> bool:
    """Whether nothing is filed: "does not file | reports with the Commission"."""
    return kind == "general" and bool(_pattern("denied").search(folded, max(0, start - REACH // 4), start))


def _form(kind: str, match: re.Match[str]) -> str | None:
    """The form's name; None for filings in general, empty for what is no form."""
    if kind == "general":
        return None
    if kind == "document":
        return list(DOCUMENTS.values())[int(str(match.lastgroup)[1:].partition("_")[0])]
    bare = re.sub(r"[- ]", "", match["form"])
    if not match["word"] and not re.match(r"(?:10[kq]|8k|20f|40f)", bare):
        return ""
    split = re.match(r"(10(?=[kq12])|8|20|40|6|s|f|1(?=[aku])|n|10)(.*)", bare)
    return f"{split[1]}-{split[2]}".rstrip("-").upper() if split else bare.upper()


def _beside_risk(folded: str, start: int, end: int) -> bool:
    low, high = _sentence(folded, start, end, 0, len(folded))
    return bool(_pattern("risk").search(folded, low, high))


def _is_own(folded: str, start: int) -> bool:
    return bool(_pattern("own").search(folded[max(0, start - 60) : start]))


def _filing(release: Release, start: int, end: int, form: str | None, low: int, high: int) -> Filing:
    period, stop = _period(release.folded, end, high)
    year, stop = (None, stop) if period or not form else _fiscal_year(release.folded, start, stop, high)
    low, high = _sentence(release.folded, start, stop, low, high)
    return Filing(
        start=start,
        end=stop,
        text=release.text[start:stop],
        form=form,
        period_end=period if form else None,
        fiscal_year=year,
        filed=_filed(release.folded, stop, high) if form else None,
        item=_item(release.folded, low, high),
        pending=bool(_pattern("pending").search(release.folded, max(low, start - 60), min(high, stop + 60))),
    )


def _period(folded: str, end: int, high: int) -> tuple[date | None, int]:
    """The end of the period that a form covers, and where its words end. A year alone is none."""
    match = _pattern("period").match(folded, end, high)
    value = date_of(match) if match else None
    if match and value and not re.search(r"filed|10-|8-|20-f|report", match[0]):
        return value, match.end()
    return None, end


def _fiscal_year(folded: str, start: int, end: int, high: int) -> tuple[int | None, int]:
    """The year of a report whose end is not written: "Form 10-K for fiscal 2024", "our 2024 Form 10-K"."""
    if after := _pattern("year").match(folded, end, high):
        return int(after["fy"]), after.end()
    before = _pattern("year before").search(folded, max(0, start - 40), start)
    return (int(before["fy"]), end) if before else (None, end)


def _filed(folded: str, end: int, high: int) -> date | None:
    """The day of filing, where the words after the form tell it and speak of no other form before it."""
    match = _pattern("filed").match(folded, end, high)
    return date_of(match) if match and not _pattern("other form").search(match[0]) else None


def _item(folded: str, low: int, high: int) -> str | None:
    matches = list(_pattern("item").finditer(folded, low, high))
    numbered = next((m for m in matches if m["n"]), None)
    if numbered:
        return "Item " + numbered["n"].replace(".", "").replace(" ", "").upper().replace("3D", "3.D")
    return "Risk Factors" if matches else None


def _sentence(folded: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """About the sentence that holds a mention: up to 400 characters either way, cut at a full stop."""
    low, high = max(low, start - 400), min(high, end + 400)
    # "Item 1A. Risk Factors" and "U.S." hold full stops: only one well before the mention cuts.
    before = [
        m.end()
        for m in _pattern("stop").finditer(folded, low, max(low, start))
        if not re.search(r"(?:item \d{1,2}[a-z]?|u\.s|inc|corp|co|ltd)$", folded[max(0, m.start() - 9) : m.start()])
    ]
    after = [
        m.end()
        for m in _pattern("stop").finditer(folded, end, high)
        if not re.search(r"(?:item \d{1,2}[a-z]?|u\.s|inc|corp|co|ltd)$", folded[max(0, m.start() - 9) : m.start()])
    ]
    return (before[-1] if before else low), (after[0] if after else high)
