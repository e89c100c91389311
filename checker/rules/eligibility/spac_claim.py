"""Safe harbor claimed by a SPAC

What it looks for
    A legend that claims the safe harbor in a release of a special purpose acquisition company, or one that announces
    a business combination with it, or that such a company puts out together with its target while their combination is
    pending; dated 1 July 2024 or later.

Why
    SEC Release 33-11265 (24 January 2024) made "blank check company" in 15 U.S.C. 78u-5(b)(1)(B) and 77z-2(b)(1)(B)
    include SPACs: from 1 July 2024 the safe harbor does not reach their offerings, business combinations included. The
    bespeaks-caution doctrine still does.

How to fix
    Keep the caution; consider leaving out the claim of the safe harbor and the citations. If the issuer is no SPAC, say
    so in the issuer file (`entity`).

When it stays silent
    Before 1 July 2024, without a claim, where the legend says that the safe harbor does not apply, and for a company
    whose business combination has closed. A guessed SPAC is a warning; a declared one an error. Without a release date
    nothing is judged.

Silent
    (release of 3 June 2024) Oakfall Acquisition Corp. to combine with Tessel. … the Private Securities Litigation
    Reform Act of 1995.

Found
    (release of 3 June 2025) Oakfall Acquisition Corp. to combine with Tessel. … the Private Securities Litigation
    Reform Act of 1995.
"""

from __future__ import annotations

from checker.dated_law import NO_RELEASE_DATE, SPAC_EXCLUDED_FROM, written
from checker.phrases import Wording
from checker.rules.eligibility.wording import claims
from checker.types import Authority, Finding, Found, NotApplicable, NotEvaluated, Passage, Reading, Rule

OPENING = 1500
"""Characters in which those who speak are introduced."""

INTRODUCED = Wording(
    r"(?:a|an) (?:publicly[- ]traded |newly organized |listed )?(?:special-purpose acquisition (?:company|corporation)"
    r"|blank-check company|spac)(?! (?:sponsors?|ipo|index|listing)(?![a-z]))"
)
PENDING = Wording(
    r"(?:proposed|pending) (?:business combination|transaction|merger)|business combination agreement",
)
CLOSED = Wording(
    r"(?:complet(?:es?|ed|ion)|clos(?:es|ed|ing)|consummat(?:es?|ed|ion)) (?:of )?(?:[a-z-]+ ){0,5}?"
    r"(?:business combination|merger)",
    r"(?:following|after|upon) (?:the |its |our )?(?:[a-z]+ )?business combination",
)


def find(reading: Reading) -> Found | NotApplicable | NotEvaluated:
    contexts = [c for c in reading.contexts if c.kind == "spac"]
    evidence = contexts[0].evidence if contexts else _jointly_spoken(reading)
    if not contexts and not evidence:
        return NotApplicable(reason="no blank check company declared or plainly named")
    claimed = claims(reading)
    if not claimed:
        return Found(note="no claim of the safe harbor in the legend")
    if reading.release_date is None:
        return NotEvaluated(reason=NO_RELEASE_DATE)
    if reading.release_date < SPAC_EXCLUDED_FROM:
        return NotApplicable(reason=f"SPACs are left out from {written(SPAC_EXCLUDED_FROM)} only")
    declared = bool(contexts) and contexts[0].declared
    how = "declared" if declared else "suggested by the text"
    finding = Finding(
        passages=claimed[:3],
        related=evidence,
        note=f"the legend claims the safe harbor, which since {written(SPAC_EXCLUDED_FROM)} may not reach an offering "
        f"by a blank check company ({how})",
        grade="declared" if declared else "",
    )
    return Found(findings=(finding,))


def _jointly_spoken(reading: Reading) -> tuple[Passage, ...]:
    """The words that introduce a blank check company as one who speaks, and the deal that is pending with it."""
    opening = (reading.release.passage(0, min(OPENING, len(reading.release.text))),)
    introduced, pending = INTRODUCED.within(reading, opening), PENDING.within(reading)
    if not introduced or not pending or CLOSED.within(reading, opening):
        return ()
    return (introduced[0], pending[0])


RULE = Rule(
    id="spac-claim",
    title="Safe harbor claimed by a SPAC",
    authority=Authority(tier="rule", source="SEC Release 33-11265; 15 U.S.C. 78u-5(b)(1)(B), 77z-2(b)(1)(B)"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    grades={"declared": {"full": "error", "practice": "error", "statute": "error"}},
    requires=("legend-present",),
    advice="Keep the caution; consider leaving out the claim of the safe harbor.",
    find=find,
)
