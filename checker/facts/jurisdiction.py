"""Whose law a legend speaks: by the law it cites, else by where the issuer evidently files."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker.facts.white_space import any_space
from checker.overlaps import Overlaps
from checker.types import Citation, Jurisdiction, Passage, Release

_PATTERNS = {
    # Looked for inside the legend.
    "us law": r"private securities|litigation reform act|securities exchange act|securities act of"
    r" 1933|(?<![a-z])pslra(?![a-z])"
    r"|(?:u\.? ?s\.?|united states|federal) (?:federal )?securities (?:laws?|legislation)",
    "us filer": r"(?<![a-z])(?:10-[kq]|20-f|40-f|8-k|6-k|10k|10q)(?![a-z])|securities and exchange commission"
    r"|(?<![a-z])sec(?:'s)? (?:filings?|reports?|website)|(?:with|by) the sec(?![a-z])|www\.sec\.gov",
    "canada": r"canadian (?:provincial |federal )?securit|securities (?:laws?|legislation) (?:in|of) canada|sedar"
    r"|applicable securities laws? in canada|ni 51-102|national instrument 51|tsx venture|canadian securities exchange"
    r"|future[- ]{1,40}oriented financial information",
    # The term of the Canadian rules, which issuers of other countries use too.
    "canada's term": r"forward[- ]{0,40}looking information",
    "other": r"(?:swiss|european|german|french|austrian|italian|japanese|israeli?|australian|u\.?k\.?"
    r"|listing) (?:securities "
    r"|stock exchange )?(?:law|rules?|regulations?)|market abuse regulation|(?<![a-z])(?:ag|s\.?a\.?"
    r"|se|n\.v\.|plc|asa)(?![a-z])",
    # Looked for in the release.
    "us market": r"\([^()]{0,60}?(?<![a-z])(?:nasdaq|nyse|amex|nysemkt)[^():]{0,24}:",
    "us counter": r"\([^()]{0,60}?(?<![a-z])otc[^():]{0,24}:",
    "canadian market": r"\([^()]{0,60}?(?<![a-z])(?:tsx|tsxv|tsx-v|cse|neo|cboe ca(?:nada)?)(?![a-z])[^():]{0,16}:",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(any_space(_PATTERNS[name]))


@lru_cache(maxsize=4)
def _is_of(folded: str, market: str) -> bool:
    """Whether the whole release names a market: asked again for each of its legends."""
    return bool(_pattern(market).search(folded))


def tell_jurisdiction(release: Release, legend: Passage, citations: Overlaps[Citation]) -> Jurisdiction:
    """us, canada, other or none. A legend that cites both US and Canadian law counts as us."""

    def says(name: str) -> bool:
        return bool(_pattern(name).search(release.folded, legend.start, legend.end))

    def is_listed(market: str) -> bool:
        return _is_of(release.folded, market)

    cited = any(c.section or c.reform_act for c in citations.having(legend))
    if cited or says("us law"):
        return "us"
    if says("canada"):
        return "canada"
    at_home = is_listed("canadian market")
    if says("canada's term") and (at_home or not (says("us filer") or is_listed("us market"))):
        return "canada"
    if says("us filer") or is_listed("us market"):
        return "us"
    if at_home:
        return "canada"
    if is_listed("us counter"):
        return "us"
    return "other" if says("other") else "none"
