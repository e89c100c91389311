"""What the rules of this family share: where a legend claims the safe harbor."""

from __future__ import annotations

from checker.overlaps import Overlaps
from checker.phrases import Wording
from checker.types import Passage, Reading

CLAIM = Wording(
    r"safe-harbou?rs?",
    r"private-securities-litigation[^.;!?]{0,40}?act",
    r"(?:litigation )?reform act of 1995",
    r"sections? 27a|sections? 21e|and 21e",
)
"""The words of a claim. Citations that were parsed count too."""

DISCLAIMS = Wording(
    r"(?:does|do|did|shall|will|would|may|might) not (?:apply|extend|protect|cover|reach)",
    r"(?:is|are|may be|be) (?:not|neither|nor) (?:protected|covered|available|eligible|entitled"
    r"|afforded|applicable|subject to|within)",
    r"(?:not|neither|nor) (?:be )?(?:protected|covered|available|eligible|entitled|afforded|applicable"
    r"|claiming|relying)",
    r"(?:unavailable|inapplicable|ineligible|excluded from|no protection|not made (?:under|pursuant to|in reliance))",
    r"without (?:the )?(?:benefit|protection) of",
)
"""A sentence with such words says that the safe harbor does not apply: no claim."""

_REACH = 300
"""Characters on either side in which the sentence of a claim is read."""


def claims(reading: Reading) -> tuple[Passage, ...]:
    """Words in the legends that claim the safe harbor, without those that say it does not apply."""
    in_legends = Overlaps(reading.legends)
    cited = tuple(c for c in reading.citations if in_legends.with_any(c))
    named = CLAIM.within(reading, reading.legends)
    known = Overlaps(named)
    spoken = sorted((*named, *(c for c in cited if not known.with_any(c))), key=lambda p: p.start)
    return tuple(reading.release.passage(p.start, p.end) for p in spoken if not _is_denied(reading, p))


def _is_denied(reading: Reading, claim: Passage) -> bool:
    start, end = _sentence(reading, claim)
    return any(DISCLAIMS.finditer(reading.release.folded, start, end))


def _sentence(reading: Reading, claim: Passage) -> tuple[int, int]:
    """The sentence around a claim, as far as it reaches."""
    if sentence := reading.release.sentence_at(claim.start):
        return max(sentence.start, claim.start - _REACH), min(sentence.end, claim.end + _REACH)
    return claim.start, claim.end
