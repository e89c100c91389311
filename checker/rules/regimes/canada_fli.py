"""Forward-looking information under NI 51-102

What it looks for
    The parts that Canadian law asks of a reporting issuer that publishes material forward-looking information: it is
    identified; a caution that results may vary; the material risk factors; the material factors or assumptions that
    were applied; and the policy on updating it.

Why
    National Instrument 51-102, section 4A.3 (and 5.8 on updates); Securities Act (Ontario), section 138.4(9), and its
    like in other provinces, give a defence when caution, factors and assumptions stand near the information. Staff
    (CSA Staff Notice 51-330) look for assumptions that are stated, not mentioned.

How to fix
    Add what the outcome names as not found. For assumptions: "In making these statements we assumed that permits are
    received by June, that metal prices stay near their present level, and that financing is available."

When it stays silent
    Only profile `canada` asks. Assumptions that are mentioned without one being stated, or that stand in another
    document, are a warning; so is a missing update policy, because section 4A.3(d) asks for it only when it goes beyond
    section 5.8. Whether the assumptions are the material ones is for counsel.

Met
    This release contains forward-looking information. We assumed that permits are granted in May. Results may differ
    materially because of metal prices, weather and financing. We will update this information only as the law requires.

Missing
    This release contains forward-looking information. Results may differ materially because of metal prices and the
    weather.
"""

from __future__ import annotations

from checker.phrases import Wording
from checker.rules.caution.wording import WEAK, contrasts
from checker.rules.drafting import clearest, subjects
from checker.rules.presence.wording import CERTAIN, ESSENCE
from checker.rules.time.wording import NO_UPDATE
from checker.types import Authority, Finding, Found, Passage, Reading, Rule

_ASSUMED = r"(?:assumptions?|assumed factors|factors and assumptions|factors or assumptions)"
_SAYS = (
    r"(?:includ(?:e|es|ing)|such as|regarding|concerning|about|as to|with respect to|relating to|in respect of|among"
    r" others|among other things|that (?!(?:are|is|were|was|may|could|might|while|although|management|we|it|the company"
    r"|[a-z]+ (?:believes?|considers?))\b)|being|are that|is that|were that|were made)"
)

STATED = Wording(
    rf"{_ASSUMED}[^.;!?]{{0,160}}?[ ,:(]{_SAYS}",
    rf"{_ASSUMED}[^.;!?]{{0,60}}?:",
    r"(?:assume[sd]?|assuming|presume[sd]?|presuming) that",
    r"(?:assumed|assuming) (?:the|no(?! (?:obligation|duty|responsib|liab|intent))|continued|an?|our|its|stable"
    r"|current)",
    rf"{_ASSUMED} (?:have been |were |are |is )?(?:made|used|applied)[^.;!?]{{0,80}}? (?:regarding|about|include)",
    r"on the (?:basis|assumption) (?:that|of (?:the following|certain))",
)
"""Assumptions of which at least one is told."""

ELSEWHERE = Wording(
    rf"{_ASSUMED}[^.;!?]{{0,160}}?(?:described|disclosed|set (?:out|forth)|contained|found|detailed|discussed"
    r"|available)[^.;!?]{0,80}?(?:md&a|discussion|information form|filings|documents?|sedar|report|prospectus"
    r"|circular)",
    r"(?:description|discussion) of (?:the )?(?:material )?assumptions",
)
"""Assumptions that stand in another document."""

MENTIONED = Wording(r"assumptions?")

UPDATED = Wording(
    r"(?:will|shall|intends? to|plans? to|undertakes? to|policy (?:is|of)|only) [^.;!?]{0,60}?(?:updat|revis)\w{1,4}",
    r"(?:updat|revis)\w{1,4} [^.;!?]{0,80}?(?:(?:as|if|where|when|unless|except as|to the extent) (?:and when )?"
    r"(?:may be |is |are |otherwise |expressly )*required|(?:as|except as) required)",
)
"""A policy on updates that is no denial."""

ADVICE = {
    "identification": "This release contains forward-looking information",
    "a caution that results may vary": "Actual results may vary materially from the forward-looking information",
    "material risk factors": "name the risk factors that could cause results to differ from what this release says",
    "material assumptions": "say what was assumed, for example on approvals, prices, demand and financing",
}
"""The parts that are required in any case, and what to write for each."""


def find(reading: Reading) -> Found:
    parts = _parts(reading)
    absent = [name for name in ADVICE if not parts[name]]
    if absent:
        related = tuple(p for passages in parts.values() for p in passages[:1])
        write = "; ".join(ADVICE[name] for name in absent)
        shown = clearest(reading)
        about = f" This release says: {subjects(reading, shown)}." if shown else ""
        advice = f"Consider adding: {write}.{about}"
        return Found(related=related, note=f"not found: {', '.join(absent)}", advice=advice)
    grade, note = _weakness(reading, parts)
    return Found(findings=tuple(Finding(passages=p[:2], grade=grade, note=note) for p in parts.values() if p))


def _parts(reading: Reading) -> dict[str, tuple[Passage, ...]]:
    """The words for each part; empty where none were found."""
    within = reading.legends
    return {
        "identification": CERTAIN.within(reading, within) or ESSENCE.within(reading, within),
        "a caution that results may vary": contrasts(reading) or WEAK.within(reading, within),
        "material risk factors": reading.factors,
        "material assumptions": STATED.within(reading, within) or MENTIONED.within(reading, within),
        "update policy": NO_UPDATE.within(reading, within) or UPDATED.within(reading, within),
    }


def _weakness(reading: Reading, parts: dict[str, tuple[Passage, ...]]) -> tuple[str, str]:
    """The grade and the note on what is there but loose."""
    notes = []
    if not STATED.within(reading, reading.legends):
        elsewhere = ELSEWHERE.within(reading, reading.legends)
        notes.append("assumptions are left to another document" if elsewhere else "no assumption is stated")
    if not parts["update policy"]:
        notes.append("no update policy is told, which is needed when it goes beyond section 5.8")
    return ("loose" if notes else ""), "; ".join(notes)


RULE = Rule(
    id="canada-fli",
    title="Forward-looking information under NI 51-102",
    authority=Authority(tier="rule", source="NI 51-102 ss. 4A.2, 4A.3, 5.8; Securities Act (Ontario) s. 138.4(9)"),
    expect="present",
    severity={"full": None, "practice": None, "statute": None, "canada": "error"},
    grades={"loose": {"full": None, "practice": None, "statute": None, "canada": "warning"}},
    requires=("legend-present",),
    advice="Consider stating the caution, the material risk factors and the material assumptions beside the "
    "forward-looking information.",
    find=find,
)
