"""Whose law a legend speaks: by the law it cites, else by where the issuer evidently files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.types import Citation, Jurisdiction, Passage, Release

_PATTERNS = {
    # Looked for inside the legend.
    "us law": r"private securities|litigation reform act|securities exchange act|securities act of"
    r" 1933|(?<![a-z])pslra(?![a-z])"
    r"|(?:u\.? ?s\.?|united states|federal) (?:federal )?securities (?:laws?|legislation)",
    "us filer": r"(?<![a-z])(?:10-[kq]|20-f|40-f|8-k|6-k|10k|10q)(?![a-z])|securities and exchange commission"
    r"|(?<![a-z])sec(?:'s)? (?:filings?|reports?|website)|www\.sec\.gov",
    "canada": r"canadian securit|securities (?:laws?|legislation) (?:in|of) canada|sedar|applicable"
    r" securities laws? in canada"
    r"|ni 51-102|national instrument 51|forward[- ]{0,40}looking information",
    "other": r"(?:swiss|european|german|french|austrian|italian|japanese|israeli?|australian|u\.?k\.?"
    r"|listing) (?:securities "
    r"|stock exchange )?(?:law|rules?|regulations?)|market abuse regulation|(?<![a-z])(?:ag|s\.?a\.?"
    r"|se|n\.v\.|plc|asa)(?![a-z])",
    # Looked for in the release.
    "us market": r"\((?:nasdaq|nyse|amex|otc|otcqb|otcqx|nyse american|nysemkt)[^)]{0,24}:",
    "canadian market": r"\((?:tsx|tsxv|tsx-v|cse|neo|cboe ca)[^)]{0,16}:",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def tell_jurisdiction(release: Release, legend: Passage, citations: Sequence[Citation]) -> Jurisdiction:
    """us, canada, other or none. A legend that cites both US and Canadian law counts as us."""

    def says(name: str) -> bool:
        return bool(_pattern(name).search(release.folded, legend.start, legend.end))

    cited = any(c.overlaps(legend) and (c.section or c.reform_act) for c in citations)
    if cited or says("us law"):
        return "us"
    if says("canada"):
        return "canada"
    if says("us filer") or _pattern("us market").search(release.folded):
        return "us"
    if _pattern("canadian market").search(release.folded):
        return "canada"
    return "other" if says("other") else "none"
