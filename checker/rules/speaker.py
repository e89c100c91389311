"""Who speaks: the words of those who write about an issuer (research, paid coverage, digests) and not as it."""

from __future__ import annotations

from checker.phrases import Wording

THIRD_PARTY = Wording(
    r"this (?:article|research|content|communication is|report (?:is|was|has been) (?:prepared|paid|not))",
    r"(?:was|were|been|is|are|be) (?:compensated|paid) (?:[a-z0-9$,]+ ){0,5}?(?:by|for)",
    r"full terms of use and disclaimers|to view the full press release|newsbreaks|network of brands",
    r"(?:updates?|initiates?|initiated|research|equity) (?:coverage|research|report)",
)
"""An article's words. "This report" alone stands in issuers' own releases too."""
