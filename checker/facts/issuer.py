"""Who speaks: the issuer's name, its defined short forms and its ticker symbols, read from the opening.

Conservative: a wrong name would accuse a legend of naming another company, so no name is told unless the opening
ties it to a ticker symbol, to a defined short form or to the verb of the announcement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.types import Block, Issuer, IssuerFile, Release

OPENING = 4000
"""Characters in which an issuer introduces itself. A page of contacts may come first."""

_NAME_REACH = 110
"""Characters before a parenthesis in which a name may begin."""

EXCHANGES: dict[str, str] = {
    r"nasdaq(?: ?(?:cm|gm|gs|capital markets?|global (?:select )?markets?|national market))?": "NASDAQ",
    r"nyse[- /]?(?:american|mkt|amex)": "NYSE American",
    r"nyse[- ]?arca": "NYSE Arca",
    r"nyse|new york stock exchange": "NYSE",
    r"amex|american stock exchange": "AMEX",
    r"tsx ?[-.:]? ?v(?:enture)?(?: exchange)?|tsx venture exchange": "TSXV",
    r"tsx|toronto stock exchange": "TSX",
    r"cse|cnsx|canadian securities exchange": "CSE",
    r"cboe(?: ca(?:nada)?)?|neo(?: exchange)?": "CBOE CA",
    r"otc ?qb": "OTCQB",
    r"otc ?qx": "OTCQX",
    r"otc ?id": "OTCID",
    r"otc[ .]?bb|otc bulletin board": "OTCBB",
    r"otc[- ]?(?:pink|pk)?(?: (?:markets?|current|limited|sheets?))*|pink(?: sheets)?": "OTC",
    r"lse|london stock exchange": "LSE",
    r"aim": "AIM",
    r"asx": "ASX",
    r"fra|fse|fwb|frankfurt|xetra|etr": "FRA",
    r"euronext(?: [a-z]+)?|epa|ams": "EURONEXT",
    r"six(?: swiss exchange)?|swx": "SIX",
    r"hkex|sehk|hkse": "HKEX",
    r"tase": "TASE",
    r"jse": "JSE",
    r"tse|tyo": "TSE",
    r"nasdaq stockholm|sto": "STO",
    r"oslo(?: [bø]ors)?|ose": "OSE",
}
"""How exchanges and quotation systems are written (folded), and the name under which a symbol is told."""

US_EXCHANGES = frozenset({"NASDAQ", "NYSE", "NYSE American", "NYSE Arca", "AMEX"})
CANADIAN_EXCHANGES = frozenset({"TSX", "TSXV", "CSE", "CBOE CA"})
OTHER_EXCHANGES = frozenset({"LSE", "AIM", "ASX", "EURONEXT", "SIX", "HKEX", "TASE", "JSE", "TSE", "STO", "OSE"})
"""Home exchanges elsewhere. Frankfurt is none: half of Vancouver is quoted there too."""

SUFFIX = (
    r"(?:Incorporated|Inc|Corporation|Corp|Company|Co|Limited|Ltd|LLC|L\.L\.C|LLP|LP|L\.P|PLC"
    r"|plc|AG|SE|N\.?V|S\.?A|A/S|ASA|AB|Oyj|S\.p\.A|Trust|Fund|"
    r"Holdings?|Group|Partners|Bancorp|GmbH|KGaA|Pty)\.?"
)
_TOKEN = r"(?:[A-Z0-9][\w&.'’/+!-]*|of|and|the|&|de|du|for|[a-z]+[A-Z][\w.]*)[™®]?"
_ROLES = re.compile(
    r"^.*\b(?:CEO|CFO|COO|Officer|President|Chairman|Chairwoman|Director|Founder|Shareholders"
    r"|Stockholders|Shares|Stock|Subsidiary)\b(?:,? (?:of|at))?\s+"
)
_VERBS = re.compile(
    r"\b(?:Selects|Announces|Launches|Reports|Receives|Signs|Completes|Closes|Enters|Provides"
    r"|Appoints|Names|Secures|Files|Prices|Acquires|Expands|"
    r"Wins|Unveils|Partners With|Issues|Adds|Begins|Highlights|Invites)\b",
    re.IGNORECASE,
)
"""A headline's verb inside a name: the headline ran into it."""

_OPENERS = frozenset(
    {
        "a",
        "an",
        "today",
        "the",
        "and",
        "of",
        "for",
        "on",
        "at",
        "about",
        "as",
        "by",
        "in",
        "with",
        "when",
        "while",
        "headline",
        "shares",
    }
)
_NOT_NAMES = frozenset(
    [
        "prnewswire",
        "newmediawire",
        "globenewswire",
        "businesswire",
        "accesswire",
        "newswire",
        "marketwired",
        "this",
        "it",
        "he",
        "she",
        "they",
        "we",
        "our",
        "company",
        "exhibit",
        "inc",
        "contact",
        "today",
        "friday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "nasdaq",
        "nyse",
    ]
)


def find_issuer(release: Release, declared: IssuerFile | None) -> Issuer:
    """The issuer as far as the opening tells; what the issuer file declares wins, field by field."""
    read = _read_issuer(release)
    told = declared or IssuerFile()
    name, tickers = told.name or read.name, told.tickers or read.tickers
    return Issuer(
        name=name,
        aliases=told.aliases or read.aliases,
        tickers=tickers,
        declared=bool(told.name or told.aliases or told.tickers),
        exchange=next((t.partition(":")[0] for t in tickers if ":" in t), None),
        entity=told.entity or entity_of(name or ""),
        filer=told.filer,
    )


def entity_of(name: str) -> str | None:
    """The legal form that a name ends with, None when it tells none: "Inc." and "Co." are the same here."""
    return next((form for form, ending in _ENDINGS.items() if re.search(rf"(?:^|[\s,])(?:{ending})\.?$", name)), None)


def exchanges_of(issuer: Issuer) -> frozenset[str]:
    """The exchanges of the issuer's ticker symbols."""
    return frozenset(t.partition(":")[0] for t in issuer.tickers)


def _read_issuer(release: Release) -> Issuer:
    found = _speaker(_by_ticker(release), _by_announcement(release))
    if found is None:
        return Issuer()
    name, end = found
    parentheses = tuple(_parentheses_after(release, end))
    tickers = dict.fromkeys(t for span in parentheses for t in _tickers(release, *span))
    defined = dict.fromkeys(a for span in parentheses for a in _aliases(release, *span))
    short = _short(name)
    if short and short != name:
        defined.setdefault(short)
    return Issuer(name=name, aliases=tuple(a for a in defined if a != name), tickers=tuple(tickers))


def _speaker(quoted: tuple[str, int] | None, announcing: tuple[str, int] | None) -> tuple[str, int] | None:
    """The company with a ticker symbol, unless another one with a corporate form is the subject before it."""
    if quoted is None or announcing is None:
        return quoted or announcing
    other = quoted[0].split()[0].lower() != announcing[0].split()[0].lower()
    earlier = announcing[1] < quoted[1] - len(quoted[0])
    return announcing if other and earlier and re.search(rf"\b{SUFFIX}$", announcing[0]) else quoted


# ── the name ──────────────────────────────────────────────────────────────────────────────────────


def _by_ticker(release: Release) -> tuple[str, int] | None:
    """The name right before the first ticker symbol, with its end."""
    for match in _ticker_pattern().finditer(release.folded, 0, OPENING):
        opened = release.text.rfind("(", max(0, match.start() - 60), match.start())
        if opened < 0 or ")" in release.text[opened : match.start()]:
            continue
        # ("Acme" or the "Company") may stand between the name and the symbol.
        before = re.sub(r"(?:\s*\([^()]{1,90}\)\s*,?)+$", "", release.text[max(0, opened - 300) : opened])
        name = _name_ending(before)
        if name is None or not _introduces(release, name, opened):
            return None
        return name, release.text.rfind(name, 0, opened) + len(name)
    return None


def _introduces(release: Release, name: str, at: int) -> bool:
    """Whether the release introduces its issuer here: in its first long paragraph or before, or as in the title."""
    first = next((b for b in release.blocks if len(b.text) > 120), None)
    title = release.folded[: _title_end(release)]
    return first is None or at < min(first.end, first.start + 500) or name.lower().split()[0] in title.split()


def _name_ending(before: str) -> str | None:
    """The name with which `before` ends, None when it ends with none."""
    line = before[-_NAME_REACH:].rstrip(" ,*_")
    line = re.split(
        r"\n|(?:19|20)\d\d\b[,.)]?\s*[-–—]?\s*|\.[-–—]\s*|(?<=[A-Z]{2})[-–—]\s*|\s[-–—]+\s|--|—|[:;!?]\s|\]|\)", line
    )[-1]
    run = re.search(rf"(?:{_TOKEN},?[ ]{{1,2}}){{0,8}}{_TOKEN}$", line)
    return _clean(run[0]) if run else None


def _by_announcement(release: Release) -> tuple[str, int] | None:
    """The subject of the first paragraph that announces: 'CITY, Date -- Acme, Inc., a maker of …, announced'."""
    run = rf"(?P<name>(?:{_TOKEN},?[ ]{{1,2}}){{0,7}}{_TOKEN})"
    after = (
        r"(?=\s*\([“\"”'‘]|\s*\(the [“\"]|,? (?:today )?(?:announce|report|release)[sd]? |,? (?:has )?toda"
        r"y (?:announced|reported)|,? (?:is|are) "
        r"(?:pleased|proud|excited|delighted) to|, (?:a|an|the) [a-z])"
    )
    pattern = re.compile(run + after)
    title = release.folded[: _title_end(release)]
    for block in _opening_blocks(release):
        for start in _subject_starts(block):
            match = pattern.match(release.text, block.start + start, block.end)
            name = _clean(match["name"]) if match else None
            if match and name and _is_borne_out(name, title):
                return name, match.end("name")
    return None


def _is_borne_out(name: str, title: str) -> bool:
    """A name without a ticker symbol needs a corporate form, or its first word in the title."""
    words = [w for w in re.findall(r"[a-z0-9]{3,}", name.lower()) if w not in ("the", "and")]
    if " and " in name and not re.search(rf"\b{SUFFIX}$", name):
        return False
    return bool(re.search(rf"\b{SUFFIX}$", name)) or bool(words and re.search(rf"\b{re.escape(words[0])}\b", title))


def _subject_starts(block: Block) -> Iterator[int]:
    """Where the subject may stand: at the start of the paragraph, or after the dateline's dash or wire slug."""
    yield 0
    for match in re.finditer(r"(?:--+|[–—]|\s-|\)|/)[ ]{0,3}(?=[A-Z0-9])", block.text[:220]):
        yield match.end()


def _opening_blocks(release: Release) -> Iterator[Block]:
    return (b for b in release.blocks if b.start < OPENING and b.kind in ("paragraph", "heading") and len(b.text) > 60)


def _title_end(release: Release) -> int:
    """The end of what stands before the first long paragraph."""
    first = next((b for b in release.blocks if len(b.text) > 250), None)
    return first.start if first and first.start else min(len(release.text), 300)


def _clean(name: str) -> str | None:
    """The name without what ran into it, None when nothing like a name is left."""
    name = _ROLES.sub("", name.strip(" ,"))
    words = name.split()
    while words and words[0].strip(",.").lower() in _OPENERS:
        words.pop(0)
    while words and words[-1].lower() in _OPENERS:
        words.pop()
    cleaned = " ".join(words).rstrip(",")
    letters = re.sub(r"[^a-z]", "", cleaned.lower())
    if _VERBS.search(cleaned) or re.search(r"['’]s?$", cleaned):
        return None
    if len(letters) < 2 or cleaned.strip(".").lower() in _NOT_NAMES or re.match(r"[\d.,/ ]+$", cleaned):
        return None
    return cleaned


def _short(name: str) -> str:
    """The name without its corporate form: 'Acme' of 'Acme Holdings, Inc.' keeps 'Acme Holdings'."""
    return re.sub(rf",?\s+(?:{_FORMS})\.?$", "", name)


_ENDINGS = {
    "partnership": r"L\.?P|L\.?L\.?P|Limited Partnership",
    "limited liability company": r"L\.?L\.?C",
    "fund": r"(?:Fund|ETF)(?:,? Inc\.?| [IVX]+)?",
    "trust": r"Trust|REIT",
    "corporation": r"Incorporated|Inc|Corporation|Corp|Bancorp|Company|Co",
    "limited company": r"Limited|Ltd|PLC|plc|AG|SE|N\.?V|S\.?A|A/S|ASA|AB|Oyj|S\.p\.A|GmbH|KGaA|Pty",
}
"""Legal forms by the endings of names. An issuer file may state what a name does not."""

_FORMS = (
    r"Incorporated|Inc|Corporation|Corp|Company|Co|Limited|Ltd|LLC|L\.L\.C|LLP|LP|L\.P|PLC|plc|AG"
    r"|SE|N\.?V|S\.?A|A/S|ASA|AB|Oyj|S\.p\.A|GmbH"
)


# ── what stands in the parentheses after it ───────────────────────────────────────────────────────


def _parentheses_after(release: Release, end: int) -> Iterator[tuple[int, int]]:
    """The parentheses that follow a name one after the other: (“Acme” or the “Company”) (NASDAQ: ACME)."""
    pattern = re.compile(r"[\s,*_]{0,6}\(([^()]{1,160})\)")
    for _ in range(5):
        match = pattern.match(release.text, end)
        if not match:
            return
        yield match.span(1)
        end = match.end()


def _aliases(release: Release, start: int, end: int) -> Iterator[str]:
    evened = release.folded[start:end]
    for match in re.finditer(r"(the )?[\"']((?:the )?[^\"']{2,40}?),?[\"']", evened):
        words = release.text[start + match.start(2) : start + match.end(2)]
        if words.lower() in ("we", "us", "our", "it", "its"):
            continue
        yield f"the {words}" if match[1] else words


@cache
def _ticker_pattern() -> re.Pattern[str]:
    names = "|".join(f"(?:{p})" for p in EXCHANGES)
    return re.compile(rf"(?<![a-z])({names})[\"']?\s{{0,2}}[:-]\s{{0,3}}[\"']?\$?([a-z0-9][a-z0-9.\-]{{0,9}})")


@cache
def _exchange_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(p), name) for p, name in EXCHANGES.items())


def _tickers(release: Release, start: int, end: int) -> Iterator[str]:
    """Symbols as EXCHANGE:SYMBOL. A symbol is written in capitals or figures."""
    for match in _ticker_pattern().finditer(release.folded, start, end):
        symbol = release.text[match.start(2) : match.end(2)].rstrip(".-")
        exchange = next(name for pattern, name in _exchange_patterns() if pattern.fullmatch(match[1]))
        if symbol and symbol == symbol.upper():
            yield f"{exchange}:{symbol}"
