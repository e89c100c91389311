"""Safe harbor claimed in an excluded transaction

What it looks for
    A legend that claims the safe harbor ("safe harbor", the Reform Act, Section 21E or 27A) in a release about an
    initial public offering, a tender offer, a going private transaction, a rollup or a blank-check company's deal.

Why
    15 U.S.C. 78u-5(b) and 77z-2(b) take statements in connection with these transactions out of the safe harbor. The
    caution stays useful under the bespeaks-caution doctrine; the claim does not hold there, and courts have noted it.

How to fix
    Keep the caution. Consider leaving out the claim, or saying that the safe harbor does not apply to statements made
    in connection with the transaction. If the transaction is not the release's, declare that in the issuer file.

When it stays silent
    Without a claim, when the legend says that the safe harbor does not apply, and when no such transaction is declared
    or plainly announced in the title or opening. A guessed context is a warning; a declared one an error.

Silent
    Statements about the tender offer are not protected by the safe harbor of the Private Securities Litigation Reform
    Act of 1995.

Found
    Acme announces pricing of its initial public offering. This release contains forward-looking statements within the
    meaning of the Private Securities Litigation Reform Act of 1995.
"""

from __future__ import annotations

from checker.rules.eligibility.wording import claims
from checker.types import Authority, Context, Finding, Found, NotApplicable, Passage, Reading, Rule

KINDS = {
    "ipo": "an initial public offering",
    "tender_offer": "a tender offer",
    "going_private": "a going private transaction",
    "rollup": "a rollup transaction",
    "spac": "an offering by a blank check company",
}
"""Excluded transactions, and how to speak of them."""


def find(reading: Reading) -> Found | NotApplicable:
    contexts = [c for c in reading.contexts if c.kind in KINDS]
    if not contexts:
        return NotApplicable(reason="no excluded transaction declared or plainly announced")
    claimed = claims(reading)
    if not claimed:
        return Found(note="no claim of the safe harbor in the legend")
    return Found(findings=tuple(_finding(c, claimed[:3]) for c in contexts))


def _finding(context: Context, claimed: tuple[Passage, ...]) -> Finding:
    how = "declared" if context.declared else "suggested by the text"
    return Finding(
        passages=claimed,
        related=context.evidence,
        note=f"the legend claims the safe harbor, which may not reach statements about {KINDS[context.kind]} ({how})",
        grade="declared" if context.declared else "",
    )


RULE = Rule(
    id="excluded-transaction",
    title="Safe harbor claimed in an excluded transaction",
    authority=Authority(tier="statute", source="15 U.S.C. 78u-5(b)(1)(B), (D), (E), (b)(2)(C), (D); 77z-2(b)"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning", "oral": "warning", "canada": "warning"},
    grades={"declared": {"full": "error", "practice": "error", "statute": "error", "oral": "error", "canada": "error"}},
    requires=("legend-present",),
    advice="Keep the caution; consider leaving out the claim, or saying that the safe harbor does not apply to "
    "statements made in connection with this transaction.",
    find=find,
)
