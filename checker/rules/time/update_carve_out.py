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

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, Reading, Rule

_LAW = (
    r"(?:laws?|legally|legislation|regulat(?:ions?|ory|ors?)|rules?|statutes?|"
    r"stock exchanges?|mar|securities act|exchange act|securities and exchange commission|"
    r"sec)"
)
_NEED = (
    r"(?:requir\w{1,7}|obligat\w{1,5}|oblig(?:ed|es)|mandat(?:ed|ory|"
    r"es)|compel(?:led|s)?|necessary|prescribed|demand(?:ed|s)?|provided|"
    r"imposed|contemplated|applicable)"
)
_SAVE = (
    r"(?:except|excepting|unless|other than|save|apart from|beyond|in excess of|"
    r"only|absent|to the extent|aside from|but for|outside of|otherwise than|"
    r"subject(?: only)? to)"
)

WORDING = Wording(
    rf"{_SAVE} [^.;!?]{{0,80}}?{_NEED}[^.;!?]{{0,60}}?{_LAW}",
    rf"{_SAVE} (?:[a-z]+ ){{0,5}}?legally (?:[a-z]+ ){{0,2}}?(?:required|obliged|obligated|bound)",
    rf"{_SAVE} [^.;!?]{{0,60}}?{_LAW} [^.;!?]{{0,40}}?{_NEED}",
    rf"{_SAVE} (?:in accordance with|under|pursuant to|to comply with) [^.;!?]{{0,40}}?{_LAW}",
    rf"except (?:for|as) [^.;!?]{{0,50}}?(?:obligations?|duty|duties|disclosure) [^.;!?]{{0,40}}?{_LAW}",
    r"(?:as|if|where|when|to the extent|except as|unless) (?:may be |"
    r"is |are |otherwise |expressly |specifically )*required (?:by|under|"
    r"pursuant to|in accordance with) (?:any |the |all |applicable |u\.?s\.? |"
    r"federal |state |canadian |securities |relevant )*(?:laws?|legislation|"
    r"regulations?|rules?)",
)


def find(reading: Reading) -> Found:
    passages = WORDING.within(reading, reading.legends)
    return Found(findings=tuple(Finding(passages=(p,)) for p in passages))


RULE = Rule(
    id="update-carve-out",
    title="Carve-out for updates the law requires",
    authority=Authority(tier="practice", source="Regulation FD; Form 8-K Items 2.02, 7.01; NI 51-102 s. 5.8"),
    expect="present",
    severity={"full": "note", "practice": "note", "statute": None},
    requires=("no-duty-to-update",),
    advice='Consider adding "except as required by law" to the update clause.',
    find=find,
)
