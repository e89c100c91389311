"""Circumstances that change what the safe harbor reaches, each with the words that decided it.

A guess is made only when the release plainly announces the transaction or names its own legal form. A mention in
passing, in the history or in the text about the company decides nothing: a wrong guess would excuse a legend from
what it needs. Transactions are therefore read in the title and the opening paragraphs only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from checker.facts.issuer import CANADIAN_EXCHANGES, OTHER_EXCHANGES, US_EXCHANGES, exchanges_of
from checker.phrases import Wording
from checker.types import Citation, Context, Issuer, IssuerFile, Passage, Release

CONTEXTS: dict[str, str] = {
    "ipo": "statements in connection with an initial public offering, 15 U.S.C. 78u-5(b)(2)(D)",
    "tender_offer": "statements in connection with a tender offer, 15 U.S.C. 78u-5(b)(2)(C)",
    "going_private": "statements in connection with a going private transaction, 15 U.S.C. 78u-5(b)(1)(E)",
    "rollup": "statements in connection with a rollup transaction, 15 U.S.C. 78u-5(b)(1)(D)",
    "spac": "an offering by a blank check company, SPACs included since July 2024, 15 U.S.C. 78u-5(b)(1)(B)",
    "fund": "statements issued by an investment company, 15 U.S.C. 78u-5(b)(2)(B)",
    "partnership": "an offering by, or the operations of, a partnership, limited liability company or "
    "direct participation program, 15 U.S.C. 78u-5(b)(2)(E)",
    "penny_stock": "an issuer of penny stock, 15 U.S.C. 78u-5(b)(1)(C); an OTC ticker alone proves nothing",
    "decree": "an issuer under a conviction, decree or order of the last three years, 15 U.S.C. 78u-5(b)(1)(A)",
    "private": "an issuer without public securities: the safe harbor reaches reporting issuers, 15 U.S.C. 78u-5(a)(1)",
    "non_reporting": "an issuer not subject to reporting under section 13(a) or 15(d), 15 U.S.C. 78u-5(a)(1)",
    "canada": "an issuer under Canadian law only: forward-looking information, NI 51-102 Part 4A",
    "foreign": "an issuer under the law of another country only, not subject to reporting in the United States",
}
"""Every kind of context and its one-line meaning. The command line and the issuer file may declare these."""

TRANSACTIONS = frozenset({"ipo", "tender_offer", "going_private", "rollup", "spac"})
ISSUERS = frozenset({"fund", "partnership", "penny_stock", "decree", "private", "non_reporting"})

_ENTITIES = {
    "partnership": "partnership", "lp": "partnership", "mlp": "partnership", "limited_partnership": "partnership",
    "llp": "partnership", "llc": "partnership", "limited_liability_company": "partnership",
    "fund": "fund", "bdc": "fund", "investment_company": "fund",
    "spac": "spac", "blank_check": "spac",
}  # fmt: skip
_FILERS = {
    "private": "private", "non_reporting": "non_reporting", "nonreporting": "non_reporting", "none": "non_reporting",
    "canada": "canada", "canadian": "canada", "foreign": "foreign", "fund": "fund", "investment_company": "fund",
}  # fmt: skip

LEAD = 1500
"""Characters of title and opening in which a release announces what it announces."""

_IPO = (
    r"(?:proposed |underwritten |upsized |its |our |an |the |of |\$[0-9.,]+ (?:million |billion )?)*(?:initial"
    r" public offering|ipo(?=[.,;:)]|\s\s|\s(?:of|on|in|at|for|with|and|by|to) |$))"
)
IPO = Wording(
    rf"(?:(?:announc(?:es?|ed|ing)|pleased to announce)[^.;!?]{{0,80}}?)?(?:the |its )?(?:pricing"
    rf"|prices|closing|closes|closed|completion|completes|launch|launches|commencement|filing) (?:of )?{_IPO}",
    rf"(?:has|have|today) (?:priced|closed|completed|launched|commenced) {_IPO}",
    rf"(?:announc(?:es?|ed|ing)) (?:the )?(?:terms of |plans? for |a |an |\$[0-9.,]+ (?:million |billion )?)*{_IPO}",
    rf"(?:secures?|raises?|raised) \$[0-9.,]+ ?(?:m|million|billion)? (?:in|through|from) {_IPO}",
    r"registration statement[^.;!?]{0,80}? (?:relating to|for|in connection with) (?:a |its "
    r"|the )?proposed initial public offering",
)
_TENDER = r"(?:tender offers?|exchange offers?(?! (?:[0-9]|over|more|its|users|an?)))"
TENDER_OFFER = Wording(
    rf"(?:commenc(?:es?|ed|ing|ement)|launch(?:es|ed)?|extend(?:s|ed)?|extension|expiration|pricing"
    rf"|prices|terms|results|amend(?:s|ed)?|amendment|increase[sd]?|upsize[sd]?|completion|completes"
    rf"|completed|early tender|settlement) [^.;!?]{{0,110}}?{_TENDER}",
    rf"(?:announc(?:es?|ed|ing)|making|make|makes|begins?|begun|initiated?) (?:a |an |its |that "
    rf"|it |has |the |cash |offers? |any and all |[a-z0-9%$-]+(?:[.][0-9]+%?)? ){{0,9}}?{_TENDER}",
    r"(?:unsolicited |below-market )?[\"']?mini-tender",
    r"(?:will|to|is|be) (?:be )?making an offer to (?:acquire|purchase) all (?:of the )?(?:issued and )?outstanding",
    rf"(?:recommends?|urges?)[^.;!?]{{0,80}}?(?:reject|accept|not tender)[^.;!?]{{0,60}}?{_TENDER}",
)
WILL_TENDER = Wording(
    rf"(?:will|shall|to|plans to|intends to|expects to|agreed to) (?:promptly |shortly |then )?(?:commence"
    rf"|launch|make|initiate) (?:a |an )?(?:all-cash |cash |public |subsequent )*{_TENDER} (?:to"
    rf"|for)"
)
GOING_PRIVATE = Wording(
    r"going-private (?:transaction|proposal|offer|merger|deal|agreement|bid)",
    r"(?:proposal|agreement|offer|bid|transaction|deal) to (?:take|be taken) (?:the company )?private",
    r"take-private (?:transaction|proposal|offer|merger|deal|agreement|bid)",
)
RULE_13E3 = Wording(r"(?:rule|schedule) 13e-3", r"13e-3 transaction statement")
ROLLUP = Wording(
    r"roll-?up transactions?[^.;!?]{0,100}?limited partnerships?",
    r"limited partnerships?[^.;!?]{0,60}? roll-?up transaction",
)

_SHELL = (
    r"acquisition (?:corp(?:oration)?|co|company|limited|ltd|inc|holdings|group)\b\.?(?: [ivx]{1,5}\b)?"
    r"|acquisition [ivx]{1,5}\b|acquisition (?:corp(?:oration)?) [0-9]"
)
BLANK_CHECK = Wording(
    r"blank-check company",
    r"special-purpose acquisition (?:company|corporation|vehicle)",
    r"initial business combination",
    r"trust account",
    r"spac",
    r"de-spac",
)
COMBINATION = Wording(
    r"(?:announc(?:es?|ed|ing)|entered into|enters? into|signs?) [^.;!?]{0,110}?business combination",
    r"(?:to go public|proposed|pending|planned|definitive)[^.;!?]{0,60}?business combination",
)
AFTERMATH = re.compile(
    r"(?:following|since|after|upon|prior to|before|from|resulting from|in connection with) (?:the "
    r"|its |our )?(?:recent |recently |previously )?(?:closing|completed?|completion|consummation)?[^.;!?]"
    r"{0,30}$"
)

FUND = Wording(
    r"(?:is|are|as) (?:an? )?(?:[a-z,' -]{0,80}?)(?:closed-end (?:management )?(?:investment company"
    r"|fund)|closed-end,? (?:[a-z-]+,? )?(?:management )?investment company|registered investment company"
    r"|exchange-traded fund|interval fund|mutual fund)",
    r"elected to be (?:regulated|treated) as a business development company",
    r"(?:is|are) (?:an? )?(?:[a-z,' -]{0,60}?)business development company",
)
CLOSED_END = Wording(
    r"closed-end (?:management )?(?:investment company|fund)|exchange-traded fund|interval fund|net asset value"
)
NOT_FUND = Wording(
    r"not (?:registered|required to register|an investment company|regulated)[^.;!?]{0,60}?(?:investment c"
    r"ompany|1940 act|investment companies)",
    r"real estate investment trust",
)

PARTNERSHIP_NAME = re.compile(r"(?:,? |\b)(?:L\.?P\.?|L\.?L\.?C\.?|L\.?L\.?L?\.?P\.?|Limited Partnership)$")
UNITS = Wording(r"(?:common )?unitholders", r"limited partner(?:s|ship)? (?:units|interests)", r"common units")
GENERAL_PARTNER = Wording(r"(?:its|our|the partnership's|the) general partner")

PENNY = Wording(
    r"(?:our|its|the company's|this|such) (?:common )?(?:stock|shares|securities|security) (?:is"
    r"|are|has been|have been) (?:currently |also |considered |deemed |classified as |treated as "
    r"|subject to |regulated as |to be |the |an? )*[\"']?penny-stock"
)

US_LAW = Wording(
    r"private securities litigation|reform act of 1995|securities exchange act",
    r"sections? (?:27a|21e)|safe-harbou?rs?",
    r"securities and exchange commission|sec filings|with the sec|sec\.gov",
    r"forms? (?:10-[kq]|8-k|20-f|40-f|6-k|s-[134]|f-[134])",
    r"(?:u\.?s\.?|united states) (?:federal )?securities (?:laws?|legislation)",
)
CANADIAN_LAW = Wording(
    r"(?:applicable )?canadian (?:provincial )?securit(?:y|ies) (?:laws?|legislation|regulat(?:ion|ors|ory))",
    r"national instrument (?:51-102|43-101)|sedar",
    r"neither (?:the )?(?:tsx|canadian securities exchange|cse)[^.;!?]{0,60}? nor",
)
CANADIAN_PLACE = Wording(
    r"british columbia|alberta|saskatchewan|manitoba|ontario|quebec|québec|nova scotia|new brunswick"
    r"|newfoundland|vancouver|calgary|"
    r"toronto|montreal|montréal|kelowna|edmonton|ottawa|halifax|canada"
)
"""A Canadian listing alone is no proof: companies of the United States list in Canada too."""

EU_LAW = Wording(
    r"(?:eu )?market abuse regulation", r"regulation \(eu\) (?:no\.? )?596/2014", r"article 17 (?:of )?(?:the )?mar"
)
FOREIGN_NAME = re.compile(r"\b(?:AG|SE|KGaA|ASA|A/S|Oyj|AB|S\.p\.A\.?|GmbH)$")


def find_contexts(
    release: Release,
    legends: Sequence[Passage],
    citations: Sequence[Citation],
    issuer: Issuer,
    issuer_file: IssuerFile | None,
    declared: Sequence[str],
) -> tuple[Context, ...]:
    """The contexts of a release: what is declared first, then what the text plainly shows and nobody denied."""
    told = tuple(dict.fromkeys((*declared, *_declared_by(issuer_file))))
    denied = _denied_by(issuer_file)
    found = [Context(kind=kind, declared=True) for kind in told]
    for kind, guess in _guesses(release, legends, citations, issuer):
        if kind not in told and kind not in denied and (evidence := tuple(guess())):
            found.append(Context(kind=kind, declared=False, evidence=evidence[:3]))
    return tuple(found)


# ── what is declared ──────────────────────────────────────────────────────────────────────────────


def _declared_by(file: IssuerFile | None) -> Iterator[str]:
    """The contexts that an issuer file declares: exclusions as they stand, the rest by its fields."""
    if file is None:
        return
    yield from (_key(x) for x in file.exclusions)
    if file.entity and (kind := _ENTITIES.get(_key(file.entity))):
        yield kind
    if file.filer and (kind := _FILERS.get(_key(file.filer))):
        yield kind
    if file.reporting is False:
        yield "non_reporting"
    if file.penny_stock:
        yield "penny_stock"


def _denied_by(file: IssuerFile | None) -> frozenset[str]:
    """Kinds that the text may not suggest because the issuer file says otherwise."""
    if file is None:
        return frozenset()
    denied: set[str] = set()
    if file.entity:
        denied |= {"fund", "partnership", "spac"} - {_ENTITIES.get(_key(file.entity), "")}
    if file.penny_stock is False:
        denied.add("penny_stock")
    if file.reporting:
        denied |= {"canada", "foreign"}
    return frozenset(denied)


def _key(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")


# ── what the text shows ───────────────────────────────────────────────────────────────────────────

_Guess = Callable[[], Iterable[Passage]]


def _guesses(
    release: Release, legends: Sequence[Passage], citations: Sequence[Citation], issuer: Issuer
) -> Iterator[tuple[str, _Guess]]:
    lead = (release.passage(0, _lead_end(release, legends)),)
    body = _outside(release, legends)
    yield "ipo", lambda: _announced(release, IPO, lead)
    yield "tender_offer", lambda: (*_announced(release, TENDER_OFFER, lead), *_found(release, WILL_TENDER, body))
    yield "going_private", lambda: (*_announced(release, GOING_PRIVATE, lead), *_found(release, RULE_13E3, body))
    yield "rollup", lambda: _found(release, ROLLUP, body)
    yield "spac", lambda: _spac(release, issuer, lead)
    yield "fund", lambda: _fund(release, issuer)
    yield "partnership", lambda: _partnership(release, issuer, body)
    yield "penny_stock", lambda: _found(release, PENNY, legends)
    yield "canada", lambda: _canada(release, legends, citations, issuer)
    yield "foreign", lambda: _foreign(release, citations, issuer)


def _opening(release: Release) -> Passage:
    return release.passage(0, min(LEAD // 2, len(release.text)))


def _lead_end(release: Release, legends: Sequence[Passage]) -> int:
    """The end of title and opening: `LEAD` characters at most, and no legend among them."""
    return min([LEAD, len(release.text), *(x.start for x in legends if x.start > 0)])


def _outside(release: Release, legends: Sequence[Passage]) -> tuple[Passage, ...]:
    """The release without its legends."""
    edges = [0, *(e for x in sorted(legends, key=lambda x: x.start) for e in (x.start, x.end)), len(release.text)]
    return tuple(release.passage(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)


def _found(release: Release, wording: Wording, places: Iterable[Passage]) -> tuple[Passage, ...]:
    spans = sorted(m.span() for p in places for m in wording.finditer(release.folded, p.start, p.end))
    return tuple(release.passage(s, e) for s, e in spans)


def _says(release: Release, wording: Wording) -> bool:
    """Whether the words stand anywhere in the release."""
    return any(True for _ in wording.finditer(release.folded))


def _announced(release: Release, wording: Wording, lead: Sequence[Passage]) -> tuple[Passage, ...]:
    """What the opening announces, without what it only looks back on ("following its initial public offering")."""
    return tuple(
        p
        for p in _found(release, wording, lead)
        if not AFTERMATH.search(release.folded[max(0, p.start - 60) : p.start])
    )


def _spac(release: Release, issuer: Issuer, lead: Sequence[Passage]) -> Iterator[Passage]:
    """A blank check company speaks, or a combination with one is what the release announces."""
    words = _found(release, BLANK_CHECK, (release.passage(0, len(release.text)),))
    if words and re.search(_SHELL, (issuer.name or "").lower()):
        yield words[0]
        return
    combined = _announced(release, COMBINATION, lead)
    if combined and re.search(_SHELL, release.folded[lead[0].start : lead[0].end]):
        yield from (combined[0], *words[:1])


def _fund(release: Release, issuer: Issuer) -> Iterator[Passage]:
    """The issuer is named a fund, or says of itself that it is one."""
    if not issuer.name:
        return
    whole = (release.passage(0, len(release.text)),)
    first = issuer.name.lower().split()[0]
    named = re.search(r"\bFund(?:,? Inc\.?| [IVX]+)?$", issuer.name)
    own = [p for p in _found(release, FUND, whole) if named or _speaks_of(release, p, first)]
    own += _found(release, CLOSED_END, whole) if named else ()
    if own and not _says(release, NOT_FUND):
        yield own[0]


def _speaks_of(release: Release, passage: Passage, first: str) -> bool:
    """Whether the words before, in the same sentence, name the issuer."""
    before = release.folded[max(0, passage.start - 120) : passage.start]
    subject = re.split(r"[.;!?]\s", before)[-1]
    return first in subject or bool(re.search(r"\bthe (?:fund|trust|company)\b", subject))


def _partnership(release: Release, issuer: Issuer, body: Sequence[Passage]) -> Iterator[Passage]:
    """The issuer's own name has the form of a partnership or LLC, or it has unitholders and a general partner."""
    if issuer.name and PARTNERSHIP_NAME.search(issuer.name):
        at = release.text.find(issuer.name)
        if at >= 0:
            yield release.passage(at, at + len(issuer.name))
            return
    if issuer.name and re.search(r"\bPartners\b", issuer.name):
        units, partner = _found(release, UNITS, body), _found(release, GENERAL_PARTNER, body)
        if units and partner:
            yield from (units[0], partner[0])


def _canada(
    release: Release, legends: Sequence[Passage], citations: Sequence[Citation], issuer: Issuer
) -> Iterator[Passage]:
    """Every legend speaks Canadian law, or the issuer is listed in Canada only; and nothing speaks US law."""
    homes = exchanges_of(issuer)
    if citations or homes & US_EXCHANGES:
        return
    law = [_found(release, CANADIAN_LAW, (x,)) for x in legends]
    is_listed = homes & CANADIAN_EXCHANGES and not homes & OTHER_EXCHANGES
    # The search of the whole release comes last: most releases show nothing Canadian.
    if not (law and all(law)) and not (is_listed and _found(release, CANADIAN_PLACE, (_opening(release),))):
        return
    if _says(release, US_LAW):
        return
    if law and all(law):
        yield from (words[0] for words in law)
    else:
        yield from _symbol(release, issuer, CANADIAN_EXCHANGES)


def _foreign(release: Release, citations: Sequence[Citation], issuer: Issuer) -> Iterator[Passage]:
    """The issuer is listed elsewhere only, or its name or the law it cites is foreign; and nothing speaks US law."""
    whole = (release.passage(0, len(release.text)),)
    homes = exchanges_of(issuer)
    if citations or homes & (US_EXCHANGES | CANADIAN_EXCHANGES):
        return
    shown: Iterable[Passage] = ()
    if law := _found(release, EU_LAW, whole):
        shown = law[:1]
    elif homes & OTHER_EXCHANGES:
        shown = tuple(_symbol(release, issuer, OTHER_EXCHANGES))
    elif issuer.name and FOREIGN_NAME.search(issuer.name) and (at := release.text.find(issuer.name)) >= 0:
        shown = (release.passage(at, at + len(issuer.name)),)
    if shown and not _says(release, US_LAW):
        yield from shown


def _symbol(release: Release, issuer: Issuer, exchanges: frozenset[str]) -> Iterator[Passage]:
    """Where the issuer's symbol on one of these exchanges stands."""
    for ticker in issuer.tickers:
        exchange, _, symbol = ticker.partition(":")
        at = release.text.find(symbol) if exchange in exchanges else -1
        if at >= 0:
            yield release.passage(at, at + len(symbol))
            return
