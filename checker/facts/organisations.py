"""Organisations that legends name, and whether the rest of the release knows them.

A name counts when it has a corporate form ("Acme, Inc.") or speaks ("Acme undertakes no obligation", "Acme's filings").
It is known when the issuer is called so or when one of its telling words stands outside the legends: counterparties,
subsidiaries and former names are, regulators, exchanges, laws and auditors count as known everywhere. It errs to known:
a wrong name accuses a legend of being another company's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.types import Issuer, Organisation, Passage, Release

_WORDS = r"[A-Z][\w&'’-]*(?:,? [A-Z&][\w&'’-]*){0,5}"
_FORMS = r"(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|L\.?L\.?C|plc|PLC|L\.P|LP|N\.V|S\.A|AG|SE|GmbH|Pty|Bancorp)"
_SPEAKS = (
    r"(?:undertakes?|disclaims?|assumes?|cautions?|expressly|does not|do not|believes?|expects?|intends?|anticipates?"
    r"|cannot|has no|is not|and its)"
)
_OWNS = (
    r"(?:actual|filings|most recent|latest|annual|Annual|quarterly|Quarterly|reports|control|business|results|current"
    r"|management|future|ability|expectations|SEC|products|operations|plans|periodic|public)"
)
_PATTERNS = {
    "form": rf"(?<![\w&])(?P<name>{_WORDS}),? {_FORMS}(?![\w&])\.?",
    "speaker": rf"(?<![\w&])(?P<name>{_WORDS}) {_SPEAKS}(?!\w)",
    "owner": rf"(?<![\w&])(?P<name>{_WORDS})['’]s? {_OWNS}(?!\w)",
}

_EVERYBODY = frozenset(
    """
    about above accordingly act acts actual additional all although america american and annual any applicable april
    are as august because board both but by can canada cautionary certain china commission companies company
    congress consequently corporation corporations court covid cse december deloitte department each edgar ema ernst
    european except exchange exchanges exhibit factors fda february federal finally finra for form forward fund
    further gaap given government group harbor he her his however if ifrs important in inc including information
    investors israel issuer it item its january july june kpmg law limited looking ltd management many march markets
    more moreover most nasdaq neither new no none nor not note nothing notwithstanding november nyse october of on
    otc other our parent partnership party past people president pricewaterhousecoopers private prvs qsb qsbs
    quarterly reader readers reform registrant release report risk risks rules russia safe sec section securities
    security sedar see september several shareholders she should since some statement statements states stock
    stockholders such that the their then there therefore these they this those though through thus to trust tsx
    tsxv ukraine uncertainties undue united unless until users we what when where whether which while who with words
    you young your
    """.split()  # noqa: SIM905
)
"""Capitalised words that name no other company: sentence openers, offices, regulators, exchanges, auditors, laws."""

_COMMON = frozenset(
    """
    bank business capital china city clean digital energy financial first fund global gold green group health holding
    holdings international life media medical metals mining national oil partners pharmaceuticals power resources
    science sciences services solutions systems technologies technology therapeutics ventures world
    """.split()  # noqa: SIM905
)
"""Words of many companies' names: alone they tell none apart."""

_TELLING = 3
"""Letters from which a word of a name can tell it."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS.items())


def find_organisations(release: Release, legends: Sequence[Passage], issuer: Issuer) -> tuple[Organisation, ...]:
    """The organisations that the legends name, in order, each once a place."""
    known = _words_outside(release, legends, issuer) if legends else ""
    found: dict[int, Organisation] = {}
    for legend in legends:
        for start, end, speaks in _names(legend):
            passage = release.passage(legend.start + start, legend.start + end)
            if telling := _telling(passage.text):
                found[passage.start] = Organisation(
                    start=passage.start,
                    end=passage.end,
                    text=passage.text,
                    known=any(word in known for word in telling),
                    speaks=speaks,
                )
    return tuple(found[at] for at in sorted(found))


def _names(legend: Passage) -> Iterator[tuple[int, int, bool]]:
    """Where names stand in a legend, and whether they speak or own there; the surer kind last."""
    for kind, pattern in _patterns():
        for match in pattern.finditer(legend.text):
            start, end = match.span("name")
            words = legend.text[start:end].split(" ")
            while len(words) > 1 and words[0].lower().strip(",") in _EVERYBODY:
                start += len(words.pop(0)) + 1
            yield start, end, kind != "form"


def _telling(name: str) -> list[str]:
    """The words that tell a company: none when the name is everybody's, or only begins a sentence."""
    words = [w for w in re.findall(r"[a-z0-9]+", name.lower()) if len(w) >= _TELLING and w not in _EVERYBODY]
    if re.search(r"contact|relations|media|inquiries", name.lower()):
        return []
    return [] if all(w in _COMMON for w in words) else [w for w in words if w not in _COMMON]


def _words_outside(release: Release, legends: Sequence[Passage], issuer: Issuer) -> str:
    """Everything outside the legends, and what the issuer is called, in lower case."""
    parts, at = [], 0
    for legend in sorted(legends, key=lambda x: x.start):
        parts.append(release.text[at : max(at, legend.start)])
        at = max(at, legend.end)
    return " ".join([*parts, release.text[at:], issuer.name or "", *issuer.aliases, *issuer.tickers]).lower()
