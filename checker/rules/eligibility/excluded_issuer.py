"""Safe harbor claimed by an excluded issuer

What it looks for
    A legend that claims the safe harbor for an issuer that the statute leaves out: an investment company, a
    partnership or limited liability company, an issuer of penny stock, an issuer under a recent decree, or one that
    does not report to the SEC.

Why
    15 U.S.C. 78u-5(a)(1) reaches issuers subject to reporting under section 13(a) or 15(d); 78u-5(b) leaves out penny
    stock, investment companies, partnerships and limited liability companies, and issuers under certain decrees.

How to fix
    Keep the caution: the bespeaks-caution doctrine is open to every issuer. Consider leaving out the claim. When the
    guess is wrong, say so in the issuer file (entity, penny_stock, reporting).

When it stays silent
    Without a claim, and when nothing shows such an issuer. An over-the-counter ticker alone shows nothing: penny stock
    turns on price and net tangible assets. What the text suggests is a note (a warning for funds, partnerships and
    limited liability companies); what is declared is an error.

Silent
    Acme Corp. (OTCQB: ACME): forward-looking statements within the Private Securities Litigation Reform Act of 1995.

Found
    Acme Midstream Partners, L.P. This release contains forward-looking statements within the meaning of the Private
    Securities Litigation Reform Act of 1995.
"""

from __future__ import annotations

from checker.rules.eligibility.wording import claims
from checker.types import Authority, Context, Finding, Found, NotApplicable, Passage, Reading, Rule

KINDS = {
    "fund": "an investment company",
    "partnership": "a partnership or limited liability company",
    "penny_stock": "an issuer of penny stock",
    "decree": "an issuer under a recent conviction, decree or order",
    "private": "an issuer without public securities",
    "non_reporting": "an issuer that does not report to the SEC",
}
"""Excluded issuers, and how to speak of them."""

BY_FORM = frozenset({"fund", "partnership"})
"""Kinds that the issuer's own name or legal form shows."""


def find(reading: Reading) -> Found | NotApplicable:
    contexts = [c for c in reading.contexts if c.kind in KINDS]
    if not contexts:
        return NotApplicable(reason="no excluded issuer declared or plainly shown by the text")
    claimed = claims(reading)
    if not claimed:
        return Found(note="no claim of the safe harbor in the legend")
    return Found(findings=tuple(_finding(c, claimed[:3]) for c in contexts))


def _finding(context: Context, claimed: tuple[Passage, ...]) -> Finding:
    how = "declared" if context.declared else "suggested by the text"
    grade = "declared" if context.declared else "form" if context.kind in BY_FORM else ""
    return Finding(
        passages=claimed,
        related=context.evidence,
        note=f"the legend claims the safe harbor, which may not reach {KINDS[context.kind]} ({how})",
        grade=grade,
    )


RULE = Rule(
    id="excluded-issuer",
    title="Safe harbor claimed by an excluded issuer",
    authority=Authority(tier="statute", source="15 U.S.C. 78u-5(a)(1), (b)(1)(A), (C), (b)(2)(B), (E); 77z-2(a), (b)"),
    expect="absent",
    severity={"full": "note", "practice": "note", "statute": "note", "oral": "note", "canada": "note"},
    grades={
        "form": {
            "full": "warning",
            "practice": "warning",
            "statute": "warning",
            "oral": "warning",
            "canada": "warning",
        },
        "declared": {"full": "error", "practice": "error", "statute": "error", "oral": "error", "canada": "error"},
    },
    requires=("legend-present",),
    advice="Keep the caution; consider leaving out the claim of the safe harbor, or correct the issuer file.",
    find=find,
)
