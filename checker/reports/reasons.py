"""Why a rule asks, in a sentence or two of its page: for a reader who does not know what its authority says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.reports.words import folded
from checker.types import RunReport

LONGEST = 240
"""Characters of a reason; `explain` shows all of it."""

_SECTION = re.compile(r"^Why\n((?:[ \t]+\S.*\n?)+)", re.MULTILINE)
_TIER = re.compile(r"(?:Practice|Hygiene)[.:] ")
# Not behind the "v" of a case, nor within an abbreviation.
_SENTENCE_END = re.compile(r"""(?<=[a-z0-9)"]\.)(?<! v\.) (?=[A-Z"])""")


def reasons_of(report: RunReport) -> Mapping[str, str]:
    """The reason of each rule whose page gives one, by rule."""
    return {rule.id: reason for rule in report.rules if (reason := reason_of(rule.page))}


def reason_of(page: str) -> str:
    """The first sentences of a page's "Why", as many as fit, without the tier, which reports name; else empty."""
    section = _SECTION.search(page)
    if section is None:
        return ""
    said = folded(section[1])
    if tier := _TIER.match(said):
        said = said[tier.end() :]
        said = said[:1].upper() + said[1:]
    first, *others = _SENTENCE_END.split(said)
    for sentence in others:
        if len(first) + len(sentence) >= LONGEST:
            break
        first = f"{first} {sentence}"
    return first
