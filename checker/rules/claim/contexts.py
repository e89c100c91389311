"""What the rules of this family share: the contexts in which a missing claim or citation is no finding."""

from __future__ import annotations

NO_CLAIM_EXPECTED = frozenset(
    {
        "ipo", "tender_offer", "going_private", "rollup", "spac", "fund", "partnership", "penny_stock", "decree",
        "private", "non_reporting", "canada", "foreign",
    }
)  # fmt: skip
"""Transactions and issuers that 15 U.S.C. 78u-5(a) and (b) leave out, and issuers under another law.

To ask them for the citation would push them into a claim that may be wrong.
"""
