"""Participants in the solicitation

What it looks for
    In a release that looks ahead to a proxy statement on a deal or a vote: who the participants in the solicitation
    are, or where their names and interests are told.

Why
    Rule 14a-12(a)(1)(i), 17 CFR 240.14a-12, lets a company speak before it has a proxy statement if each communication
    identifies the participants and their interests, or has a prominent legend on where to get that. Since 17 November
    2023 staff (Proxy Rules C&DI 132.03) find a generic reference to the last annual report or proxy statement not
    enough: the legend names the part of the filing, or links to it.

How to fix
    Consider naming caption and pages: "under 'Stock Ownership' on pages 22 to 25 of its proxy statement filed on …",
    with a link, and later changes on Forms 3, 4 and 5.

When it stays silent
    When no proxy statement to come is told, for foreign private issuers (Rule 3a12-3), and before 24 January 2000. A
    generic reference is weak from 17 November 2023, and met before.

Met
    Information about the participants is set out under "Stock Ownership" on pages 22 to 25 of our proxy statement.

Missing
    We will file a proxy statement. Stockholders are urged to read it when it becomes available.
"""

from __future__ import annotations

from checker.dated_law import MERGER_LEGENDS_FROM, PARTICIPANTS_SPECIFIC_FROM, written
from checker.phrases import Wording
from checker.types import Authority, Finding, Found, NotApplicable, Passage, Reading, Rule

SOLICITS = Wording(
    r"(?:will|intends? to|plans? to|expects? to|shall) (?:[a-z]+ ){0,3}?file(?:[^.!?]|u\.s\.){0,220}?"
    r" (?:a|an|its|the|their|joint|preliminary|definitive) (?:[a-z]+ ){0,2}?proxy statement",
    r"(?:urged?|urges|encouraged|advised|should|recommended) (?:[a-z,]+ ){0,6}?read [^.!?]{0,160}?proxy statement",
)
PARTICIPANTS = Wording(
    r"participants? in (?:the|any|such|a|its|this|that) (?:[a-z]+ ){0,4}?solicitations?",
    r"participants? in (?:the )?solicit(?:ing|ation of) (?:of )?prox(?:y|ies)",
    r"(?:proxy )?solicitation participants",
)
SPECIFIC = Wording(
    r"(?:under|in) (?:the )?(?:headings?|captions?|sections?)",
    r"(?:entitled|titled|captioned|called|under|under the|section) [\"'][a-z]+",
    r"pages? [0-9]{1,3}|item (?:1[0-3]|402|403)|beneficially own[a-z]*",
    r"following (?:directors|persons|individuals)|https?://www\.sec\.gov/archives",
)
SOON = Wording(
    r"soliciting material|special meeting|merger|business combination|transaction|contested|annual meeting|combination"
)
FOREIGN_FORMS = frozenset({"20-F", "40-F", "6-K"})


def find(reading: Reading) -> Found | NotApplicable:
    if reading.release_date and reading.release_date < MERGER_LEGENDS_FROM:
        return NotApplicable(reason="released before Rule 14a-12 as it stands")
    solicits = SOLICITS.within(reading)
    if not solicits or not SOON.within(reading):
        return NotApplicable(reason="no proxy statement to come is told")
    if any(f.form in FOREIGN_FORMS for f in reading.filings) or _is_foreign(reading):
        return NotApplicable(reason="a foreign private issuer, to which the proxy rules do not apply")
    named = PARTICIPANTS.within(reading)
    if not named:
        return Found(related=solicits[:2])
    return Found(findings=(_judge(reading, named),))


def _judge(reading: Reading, named: tuple[Passage, ...]) -> Finding:
    release = reading.release
    end = next((b.end for b in release.blocks if b.end >= named[-1].end), len(release.text))
    generic = not SPECIFIC.within(reading, (release.passage(named[0].start, end),))
    released = reading.release_date
    if generic and released and released >= PARTICIPANTS_SPECIFIC_FROM:
        note = f"it names no part of a filing, which staff ask for since {written(PARTICIPANTS_SPECIFIC_FROM)}"
        return Finding(passages=named, note=note, grade="generic")
    return Finding(passages=named)


def _is_foreign(reading: Reading) -> bool:
    return any(c.kind in ("foreign", "canada") for c in reading.contexts)


RULE = Rule(
    id="participants-legend",
    title="Participants in the solicitation",
    authority=Authority(tier="rule", source="Exchange Act Rule 14a-12(a)(1)(i); Proxy Rules C&DI 132.03"),
    expect="present",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    grades={"generic": {"full": "warning", "practice": "warning", "statute": "warning"}},
    advice="Consider a legend that names the participants in the solicitation, or the caption and pages of the filing "
    "that tells of their interests.",
    find=find,
)
