"""Carve-out for updates the law requires

What it looks for
    Words that except what the law requires from the update clause: "except as required by law", "unless otherwise
    required by applicable securities laws", "other than as required by law", "save as the rules demand".

Why
    Practice. Regulation FD, exchange rules, Items 2.02 and 7.01 of Form 8-K and, in Canada, section 5.8 of NI 51-102
    may require an update whatever the legend says; a clause without the exception may promise too much.

How to fix
    Begin the update clause with "Except as required by applicable law,".

When it stays silent
    Never more than a note, and not applicable when the legend has no update clause to carve out of.

Met
    Except as required by law, we undertake no obligation to update these statements.

Missing
    We undertake no obligation to update these statements.
"""

from __future__ import annotations

from checker.overlaps import Overlaps
from checker.phrases import Wording, gap, one_of
from checker.rules.time.wording import NO_UPDATE
from checker.types import Authority, Finding, Found, Passage, Reading, Rule

_SAVE = one_of(r"""
    except | excepting | unless | other than | save | apart from | aside from | but for | outside of | otherwise than
    beyond | in excess of | absent | only(?= (?:as|if|to|when|where|in|under|pursuant)(?![a-z])) | to the extent
    subject(?: only)? to(?! (?:[a-z]+ ){0,5}?(?:approvals?|consents?|clearances?|permits?)(?![a-z]))
""")

_REQUIRED = one_of(r"""
    requir\w{1,7} | obligat\w{1,5} | oblig(?:ed|es) | mandat(?:ed|ory|es) | compel(?:led|s)? | necessary | prescribed
    demand(?:ed|s)? | provided | imposed | contemplated | applicable
""")

_LAW = one_of(r"""
    laws? | legally | legislation | regulat(?:ions?|ory|ors?) | rules? | statutes? | stock exchanges?
    mar | securities act | exchange act | securities and exchange commission | sec
""")

_WHICH_LAW = r"(?:any |the |all |applicable |u\.?s\.? |federal |state |canadian |securities |relevant )*"

_UNDER = r"(?:[^.;!?]|(?<=u)\.(?=s)|(?<=u\.s)\.){0,40}?"
"""A gap that "U.S." does not end: "obligations under the U.S. federal securities laws"."""

WORDING = Wording(
    # "except as required by law", "unless the rules … compel", in either order
    rf"{_SAVE} {gap(80)}{_REQUIRED}{gap(90)}{_LAW}",
    rf"{_SAVE} {gap(60)}{_LAW} {gap(40)}{_REQUIRED}",
    # "unless legally required"
    rf"{_SAVE} (?:[a-z]+ ){{0,5}}?legally (?:[a-z]+ ){{0,2}}?(?:required|obliged|obligated|bound)",
    # "apart from our legal obligations", "except in the normal course of our public disclosure obligations"
    rf"{_SAVE} (?:[a-z]+ ){{0,7}}?(?:legal|statutory|regulatory|disclosure) (?:[a-z]+ ){{0,2}}?"
    r"(?:obligations?|requirements?|duty|duties)",
    # "if not required by law"
    rf"(?:if|where|when|to the extent) not (?:otherwise )?required (?:by|under) {_WHICH_LAW}"
    "(?:laws?|legislation|rules?)",
    # "except in accordance with securities laws"
    rf"{_SAVE} (?:in accordance with|under|pursuant to|to comply with) {gap(40)}{_LAW}",
    # "except for our disclosure obligations under the securities laws"
    rf"except (?:for|as) {gap(50)}(?:obligations?|duty|duties|disclosure) {_UNDER}{_LAW}",
    # "as required by law", where nothing leads to it
    r"(?:as|if|where|when|to the extent|except as|unless) "
    r"(?:may be |is |are |otherwise |expressly |specifically )*required (?:by|under|pursuant to|in accordance with) "
    rf"{_WHICH_LAW}(?:laws?|legislation|regulations?|rules?)",
)


UPDATES = Wording(r"updat(?:e|es|ed|ing)", r"revis(?:e|es|ed|ing|ions?)")
"""Where updates are spoken of, disclaimed (`NO_UPDATE`) or promised."""

NEAR = 400
"""Characters within which an exception belongs to the update clause: "subject to required approvals" is another's."""


def find(reading: Reading) -> Found:
    spoken = Overlaps((*NO_UPDATE.within(reading, reading.legends), *UPDATES.within(reading, reading.legends)))
    excepted = WORDING.within(reading, reading.legends)
    return Found(findings=tuple(Finding(passages=(p,)) for p in excepted if spoken.with_any(_around(reading, p))))


def _around(reading: Reading, passage: Passage) -> Passage:
    return reading.release.passage(max(0, passage.start - NEAR), min(passage.end + NEAR, len(reading.release.text)))


RULE = Rule(
    id="update-carve-out",
    title="Carve-out for updates the law requires",
    authority=Authority(tier="practice", source="Regulation FD; Form 8-K Items 2.02, 7.01; NI 51-102 s. 5.8"),
    expect="present",
    severity={"full": "note", "practice": "note", "statute": None, "canada": "note"},
    requires=("no-duty-to-update",),
    advice='Consider adding "except as required by law" to the update clause.',
    find=find,
)
