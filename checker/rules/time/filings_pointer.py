"""Pointer to filings

What it looks for
    Words that send the reader to filings with a regulator for the risks: "under Risk Factors in our Annual Report on
    Form 10-K", "in our filings with the Securities and Exchange Commission", "under our profile on SEDAR+".

Why
    Practice. Courts have accepted cautions incorporated from filings (Yellen v. Hake, S.D. Iowa 2006); for oral
    statements 15 U.S.C. 78u-5(c)(2)(B) makes a readily available document part of the safe harbor.
    A pointer supplements the factors in the legend and does not replace them.

How to fix
    Name the document and the part: "see Item 1A, Risk Factors, in our Annual Report on Form 10-K for the fiscal year
    ended December 31, 2027, and later filings with the Securities and Exchange Commission".

When it stays silent
    When a filing is named with its risk factors. A pointer that names no form, or no "Risk Factors" or item, is found,
    but weak: a note. Private and foreign issuers may have no such filing.

Met
    These and other risks are described under "Risk Factors" in our Annual Report on Form 10-K.

Missing
    Actual results could differ materially because of competition, currency and the weather.
"""

from __future__ import annotations

from checker.types import Authority, Filing, Finding, Found, Reading, Rule, SeverityTable


def find(reading: Reading) -> Found:
    named = any(f.form for f in reading.filings)
    placed = any(f.item for f in reading.filings)
    return Found(findings=tuple(_finding(f, named, placed) for f in reading.filings))


def _finding(filing: Filing, named: bool, placed: bool) -> Finding:
    """All pointers of a release are read together: one may name the form, another the item."""
    if not named:
        return Finding(passages=(filing,), note="no form or document is named", grade="unnamed")
    if not placed:
        return Finding(passages=(filing,), note='no "Risk Factors" or item is named', grade="no-item")
    return Finding(passages=(filing,))


_NOTE: SeverityTable = {"full": "note", "practice": "note", "statute": "note", "canada": "note"}

RULE = Rule(
    id="filings-pointer",
    title="Pointer to filings",
    authority=Authority(tier="practice", source="incorporated cautions; compare 15 U.S.C. 78u-5(c)(2)(B)"),
    expect="present",
    severity={"full": "warning", "practice": "warning", "statute": "note", "canada": "note"},
    grades={"unnamed": _NOTE, "no-item": _NOTE},
    requires=("legend-present",),
    advice='Consider pointing to the filing that carries the risk factors, by form, period and part ("Risk Factors").',
    find=find,
)
