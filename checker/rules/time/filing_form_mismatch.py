"""Form that this filer does not file

What it looks for
    A form named in the legend that the declared kind of filer does not file: a Form 10-Q of a foreign private issuer, a
    Form 20-F of a domestic filer, a Form 10-K of a company that files nothing.

Why
    Hygiene. Foreign private issuers report on Forms 20-F or 40-F and 6-K, domestic filers on Forms 10-K, 10-Q and 8-K.
    The wrong form is the mark of a legend copied from another company, and sends the reader to nothing.

How to fix
    Name the form that the issuer files, or correct `filer` in the issuer file.

When it stays silent
    Without an issuer file that declares `filer`: text cannot tell. Foreign private issuers may choose the domestic
    forms; one that does declares itself `domestic`. Registration statements are not judged.

Silent
    (filer = "foreign-private-issuer") our Annual Report on Form 20-F and our reports on Form 6-K

Found
    (filer = "foreign-private-issuer") our Quarterly Reports on Form 10-Q
"""

from __future__ import annotations

from checker.types import Authority, Finding, Found, NotEvaluated, Reading, Rule

DOMESTIC = frozenset({"10-K", "10-KSB", "10-K405", "10-KT", "10-Q", "10-QSB", "8-K"})
FOREIGN = frozenset({"20-F", "40-F", "6-K"})
FUND = frozenset({"N-CSR"})

FILES: dict[str, tuple[str, frozenset[str]]] = {
    "large-accelerated": ("a large accelerated filer", DOMESTIC),
    "accelerated": ("an accelerated filer", DOMESTIC),
    "non-accelerated": ("a non-accelerated filer", DOMESTIC),
    "smaller-reporting": ("a smaller reporting company", DOMESTIC),
    "domestic": ("a domestic filer", DOMESTIC),
    "foreign-private-issuer": ("a foreign private issuer", FOREIGN),
    "private": ("a private company", frozenset()),
    "non-reporting": ("a company that does not report", frozenset()),
    "nonreporting": ("a company that does not report", frozenset()),
    "none": ("a company that does not report", frozenset()),
}
"""Periodic forms by the filer that `issuer.toml` declares. Kinds that may file several sets are not listed."""


def find(reading: Reading) -> Found | NotEvaluated:
    filer = reading.issuer.filer
    if filer is None:
        return NotEvaluated(reason="text cannot tell the kind of filer; declare `filer` in the issuer file")
    if filer not in FILES:
        return NotEvaluated(reason=f"a filer of the kind {filer} may file several sets of forms")
    kind, files = FILES[filer]
    findings = (
        Finding(passages=(f,), note=f"Form {f.form} is named, and the issuer is declared {kind}")
        for f in reading.filings
        if f.form in DOMESTIC | FOREIGN | FUND and f.form not in files
    )
    return Found(findings=tuple(findings))


RULE = Rule(
    id="filing-form-mismatch",
    title="Form that this filer does not file",
    authority=Authority(tier="hygiene", source="Exchange Act Rules 13a-1, 13a-11, 13a-13, 13a-16; Rule 3b-4"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    advice="Consider naming the form that the issuer files.",
    find=find,
)
