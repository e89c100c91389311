"""How a text disclaims a duty or an intention to update its statements."""

from __future__ import annotations

from checker.phrases import Wording, gap, one_of

_NOT = one_of(r"""
    not | nor | neither | none | no | never | without | cannot | can't | don't | doesn't
    disclaims? | disclaimed | disclaiming | expressly disclaims?
    denies | deny | rejects? | declines? | waives? | free of | free from
""")

_DUTY = one_of(r"""
    obligat\w{1,5} | obligating | duty | duties | responsibilit(?:y|ies) | undertakings?
    intentions? | intent | commitments? | liability | requirement | plans?
""")

_INTEND = one_of(r"""
    intend(?:s|ed|ing)? | plan(?:s|ning)? | undertak(?:es?|ing) | expects? | commit(?:s|ted|ting)?
    assumes? | accepts? | agrees? | anticipates? | propose | promise
    (?:obliged|obligated|obligating|bound|required|responsible)(?=,| (?:to|for|by|under|and|or)(?![a-z]))
""")

_CHANGES = one_of("revisions? | updates? | changes?")

_SAID = r"(?:statements?|information|forecasts?|guidance|projections?|estimates?|release|announcement|document|them)"

_UPDATE = r"(?:publicly |otherwise |further |also )*" + one_of(rf"""
    updat(?:e|es|ed|ing)
    revis(?:e|es|ed|ing|ions?)
    correct(?:ing|ions?)?
    releas(?:e|ing) {gap(60, ".;")}(?:{_CHANGES}|result)          # "release publicly the result of any revisions"
    (?:alter|supplement(?:ing)?|amend(?:ing)?|modif(?:y|ying)|adapt|adjust|reissu(?:e|ing)) {gap(60, ".;")}{_SAID}
    (?:amendments?|modifications?|adjustments?)
    publicly(?! (?:traded|held|listed))
    (?:announc(?:e|ing)|disclos(?:e|ing)|publish(?:ing)?|issu(?:e|ing)|communicat(?:e|ing)) {gap(60, ".;")}{_CHANGES}
    reflect | conform                                             # "to conform them to actual results"
    keep {gap(40, ".;")}(?:current|informed|up to date)
    develop {gap(40, ".;")}further                                # "to develop such forecasts further"
    make {gap(30, ".;")}(?:public|available|revisions?|updates?|adjustments?|changes|announcements?)
    disseminate
    provide {gap(30, ".;")}updates?
    do so                                                         # "may update them, but disclaims … to do so"
""")

NO_UPDATE = Wording(
    # "undertakes no obligation, except as required by law, to publicly update"
    rf"(?:[a-z]+ )?{_NOT} {gap(80, '.!?')}{_DUTY}{gap(110, '.!?')}{_UPDATE}",
    # "neither the company nor any of its officers, employees or advisers assumes any responsibility to update"
    rf"neither {gap(160, '.!?')} (?:assumes?|accepts?|undertakes?|ha(?:s|ve)) any {_DUTY}{gap(80, '.!?')}{_UPDATE}",
    # "does not intend to update", "are not bound to revise"
    rf"(?:not|nor|neither|cannot|can't|don't|doesn't) (?:[a-z,]+ ){{0,4}}?{_INTEND}{gap(110, '.!?')}{_UPDATE}",
    # "disclaims any duty", what it would be to do named before or understood
    rf"(?:disclaims?|disclaiming) (?:any |all |such |specifically |expressly |and |intention|,)*{gap(40)}{_DUTY}",
    # "these statements will not be updated"
    r"(?:will|shall|need|should|may) not (?:[a-z]+ ){0,3}?be (?:[a-z]+ ){0,2}?(?:updated|revised)",
    # "we will not update the guidance"
    r"(?:(?:will|shall) not|won't) (?:[a-z]+ ){0,2}?(?:update|revise)",
)
"""Order-free where English allows it: denial and duty may stand on either side of a carve-out."""
