"""No duty to update

What it looks for
    Words by which the speaker disclaims a duty or an intention to update or revise the statements: "undertakes no
    obligation to update", "disclaims any intention or duty to revise", "does not intend to update", "assumes no
    responsibility for updating".

Why
    Practice. 15 U.S.C. 78u-5(d) and 77z-2(d) say that the section imposes no duty to update; the words carry this to
    readers, and to duties that may come from elsewhere.

How to fix
    Add: "Except as required by law, we undertake no obligation to update these forward-looking statements."

When it stays silent
    When there is no legend. A denial of other duties ("no obligation to complete the offering") is not counted, nor is
    a promise to update.

Met
    We undertake no obligation to update these forward-looking statements.

Missing
    Forward-looking statements speak only as of the date of this release.
"""

from __future__ import annotations

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, Reading, Rule

_DUTY = (
    r"(?:obligat\w{1,5}|obligating|duty|duties|responsibilit(?:y|ies)|"
    r"undertakings?|intentions?|intent|commitments?|liability|requirement|"
    r"plans?)"
)
_UPDATE = (
    r"(?:(?:publicly |otherwise |further |also )*(?:updat(?:e|es|ed|ing)|"
    r"revis(?:e|es|ed|ing|ions?)|correct(?:ing|ions?)?|releas(?:e|ing) [^.;]{0,60}?(?:revisions?|"
    r"updates?|changes?|result)|"
    r"alter|supplement(?:ing)?|amend(?:ing|ments?)?|modif(?:y|ying|ications?)|"
    r"reissu(?:e|ing)|publicly|announc(?:e|ing)|disclos(?:e|ing) [^.;]{0,40}?(?:revisions?|"
    r"updates?|changes?)|reflect|conform|keep [^.;]{0,40}?(?:current|"
    r"informed|up to date)|"
    r"adapt|adjust|publish|make [^.;]{0,30}?(?:public|available|revisions?|"
    r"updates?|adjustments?|changes|announcements?)|issue|"
    r"communicate|disseminate|provide [^.;]{0,30}?updates?|do so))"
)
_NOT = (
    r"(?:not|nor|neither|no|never|disclaims?|disclaimed|disclaiming|denies|"
    r"deny|rejects?|without|expressly disclaims?|declines?|waives?|free of|"
    r"free from)"
)

WORDING = Wording(
    # No obligation to update: a denial, a duty, an update, in one sentence.
    rf"(?:[a-z]+ )?{_NOT} [^.!?]{{0,80}}?{_DUTY}[^.!?]{{0,110}}?{_UPDATE}",
    # Does not intend, plan, undertake to update.
    rf"(?:not|nor|neither) (?:[a-z,]+ ){{0,4}}?(?:intend(?:s|ed|ing)?|"
    rf"plan(?:s|ning)?|undertak(?:es?|ing)|expects?|commit(?:s|ted|ting)?|"
    rf"assumes?|accepts?|agrees?|anticipates?|propose|obliged|obligated|"
    rf"obligating|bound|required|responsible|promise)[^.!?]{{0,110}}?{_UPDATE}",
    # Disclaims any duty, the update named before it or understood.
    rf"(?:disclaims?|disclaiming) (?:any |all |such |specifically |expressly |"
    rf"and |intention|,)*[^.!?;]{{0,40}}?{_DUTY}",
    # The passive: need not be updated.
    r"(?:will|shall|need|should|may) not (?:[a-z]+ ){0,3}?be (?:[a-z]+ ){0,2}?(?:updated|revised)",
    r"(?:will|shall) not (?:[a-z]+ ){0,2}?(?:update|revise) ",
)
"""Order-free where English allows it: denial and duty may stand on either side of a carve-out."""


def find(reading: Reading) -> Found:
    passages = WORDING.within(reading, reading.legends)
    return Found(findings=tuple(Finding(passages=(p,)) for p in passages))


RULE = Rule(
    id="no-duty-to-update",
    title="No duty to update",
    authority=Authority(tier="practice", source="15 U.S.C. 78u-5(d), 77z-2(d)"),
    expect="present",
    severity={"full": "warning", "practice": "warning", "statute": "note"},
    requires=("legend-present",),
    advice="Consider adding: Except as required by law, we undertake no obligation to update these forward-looking "
    "statements.",
    find=find,
)
