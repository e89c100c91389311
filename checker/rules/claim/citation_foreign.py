"""Another country's law alone

What it looks for
    A legend that rests on the securities law of Canada, the United Kingdom, the European Union or Australia, and on no
    law of the United States, in the release of an issuer that is listed in the United States only and shows no other
    tie to that country (CIT-R).

Why
    Hygiene. The safe harbor of 15 U.S.C. 78u-5 is law of the United States; Canadian "forward-looking information" has
    other elements. Alone in a domestic issuer's legend it was pasted from another company's.

How to fix
    Name the Private Securities Litigation Reform Act of 1995, or delete the foreign law; declare the filer in the
    issuer file if the issuer does report there.

When it stays silent
    Beside law of the United States (dual listing); when a listing, a place, a currency or a filing system of that
    country stands outside the legend; when no exchange is told, or a market that foreign issuers share (OTC); and for
    a filer declared foreign or Canadian.

Silent
    (TSX: SKEP) forward-looking information within the meaning of applicable Canadian securities laws

Found
    (NYSE: LMRA, Ohio) forward-looking information within the meaning of applicable Canadian securities laws
"""

from __future__ import annotations

from checker.overlaps import Overlaps
from checker.phrases import Wording
from checker.types import Authority, Finding, Found, NotApplicable, Passage, Reading, Rule

FOREIGN = (
    (
        "Canada",
        Wording(
            r"canadian (?:provincial )?securit(?:y|ies) (?:laws?|legislation|regulations?)",
            r"national instrument 51-102|ni 51-102",
            r"securities (?:laws?|legislation) (?:of|in) canada",
        ),
        Wording(
            r"canad[a-z]+|tsxv?|tsx-v|cse|sedar(?:plus)?|ni 43-101|national instrument|c\$|cad|british columbia|alberta"
            r"|saskatchewan|manitoba|ontario|qu[eé]bec|nova scotia|new brunswick|newfoundland|yukon|vancouver|calgary"
            r"|toronto|montreal|ottawa|edmonton|winnipeg|halifax|kelowna|ulc"
        ),
    ),
    (
        "the United Kingdom or the European Union",
        Wording(
            r"market abuse regulation", r"(?:uk|u\.k\.|fca) listing rules", r"regulation \(eu\) (?:no\.? )?596/2014"
        ),
        Wording(
            r"plc|london|lse|aim|uk|u\.k|united kingdom|england|europe[a-z]*|eu|euros?|gbp|€|£|ag|sa|nv|frankfurt|paris"
        ),
    ),
    (
        "Australia",
        Wording(r"corporations act 2001", r"asx listing rules"),
        Wording(r"australia[a-z]*|asx|sydney|melbourne|perth|brisbane|a\$|aud|pty"),
    ),
)
"""Country, its law, and what ties an issuer to it."""

US_LAW = Wording(
    r"(?:u\.?s\.?|united states|federal|american) (?:federal |state )?securities (?:laws?|legislation)",
    r"private securities|securities exchange act|securities act of 1933|pslra|safe-harbou?rs?",
)
HOME = ("NASDAQ", "NYSE", "NYSE American", "NYSE Arca")
ELSEWHERE = frozenset({"foreign-private-issuer", "foreign", "canada", "canadian"})
"""Filers, as the issuer file declares them, whose law another country's may be."""


def find(reading: Reading) -> Found | NotApplicable:
    if reading.issuer.filer in ELSEWHERE:
        return NotApplicable(reason=f"the issuer is declared {reading.issuer.filer}")
    exchanges = {ticker.partition(":")[0] for ticker in reading.issuer.tickers}
    if not exchanges or not exchanges <= set(HOME):
        return NotApplicable(reason="no listing in the United States alone is told")
    cites_us = any(map(Overlaps(reading.legends).with_any, reading.citations))
    if cites_us or US_LAW.within(reading, reading.legends):
        return Found()
    outside = _outside(reading)
    findings = (
        Finding(passages=words, note=f"the law of {country} is the only one named, and the issuer shows no tie to it")
        for country, law, ties in FOREIGN
        if (words := law.within(reading, reading.legends)) and not ties.within(reading, outside)
    )
    return Found(findings=tuple(findings))


def _outside(reading: Reading) -> tuple[Passage, ...]:
    """The release without its legends."""
    release = reading.release
    edges = [
        0,
        *(e for x in sorted(reading.legends, key=lambda x: x.start) for e in (x.start, x.end)),
        len(release.text),
    ]
    return tuple(release.passage(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)


RULE = Rule(
    id="citation-foreign",
    title="Another country's law alone",
    authority=Authority(tier="hygiene", source="15 U.S.C. 78u-5, 77z-2; compare NI 51-102 Part 4A"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "note"},
    advice="Consider naming the Private Securities Litigation Reform Act of 1995, or leaving the foreign law out.",
    find=find,
)
