"""Risk factors named

What it looks for
    At least one named factor that could make results differ: in prose, bullets, numbers or between semicolons.
    "Risks and uncertainties", "other factors" and "the risks described in our filings" name none. A list in which any
    issuer could name every factor in the same words ("general economic conditions", "competition", "our ability to
    obtain financing") is weak.

Why
    15 U.S.C. 78u-5(c)(1)(A)(i) and 77z-2(c)(1)(A)(i): "meaningful cautionary statements identifying important factors
    that could cause actual results to differ materially". Courts read it as asking for substance (Harris v. Ivax,
    182 F.3d 799 (11th Cir. 1999); Asher v. Baxter, 377 F.3d 727 (7th Cir. 2004)); no number is prescribed. Boilerplate
    that fits any issuer protects little (Slayton v. American Express, 604 F.3d 758 (2d Cir. 2010); In re Vivendi,
    838 F.3d 223 (2d Cir. 2016); In re Harman, 791 F.3d 90 (D.C. Cir. 2015)).

How to fix
    Name the factors that could realistically upset these very statements, for example the approval, the customer, the
    supply or the financing that they depend on, and point to the risk factors of the latest periodic report.

When it stays silent
    When there is no legend. The number of factors never fails a gate: one or two are a note. In the profiles
    `practice` and `statute` a missing list is a warning, and a list of generic factors a note, when a filing is named
    that carries the factors. One factor that says something of the issuer, or a sentence that cautions about a subject
    of the statements, and the list is not called generic.

Met
    Factors that could cause such differences include delays in permits, loss of a key supplier and currency swings.

Missing
    Results may differ materially because of various risks and uncertainties.
"""

from __future__ import annotations

from checker.rules.drafting import clearest, document, subjects
from checker.types import Authority, Factor, Finding, Found, Passage, Reading, Rule

ENOUGH = 3
"""Factors from which a list is not called short (`few`). A convention of practice, not of law."""


EVERYBODYS = frozenset({"economy", "competition", "growth", "results", "regulation", "technology", "litigation"})
"""Topics of sentences of caution that any issuer may write."""

ALONE = frozenset({"economy", "competition"})
"""Topics on which a factor is boilerplate even alone; a single one on another topic may be the one that matters."""


QUOTED = 400
"""Characters of a factor that are quoted: enough to know it by."""


def find(reading: Reading) -> Found:
    factors = reading.factors
    if not factors:
        return _missing(reading)
    if _is_boilerplate(reading):
        return _boilerplate(reading)
    grade = "" if len(factors) >= ENOUGH else "few"
    note = f"{len(factors)} factor(s) named"
    if grade:
        note = f"only {note}; consider whether these are the important ones"
    return Found(
        findings=tuple(Finding(passages=(_quoted(reading, f),), note=note, grade=grade) for f in factors),
    )


def _quoted(reading: Reading, factor: Factor) -> Passage:
    """The factor, or its first words where it runs over half a page."""
    if factor.end - factor.start <= QUOTED:
        return factor
    cut = reading.release.text.rfind(" ", factor.start, factor.start + QUOTED)
    return reading.release.passage(factor.start, cut if cut > factor.start else factor.start + QUOTED)


def _is_boilerplate(reading: Reading) -> bool:
    """Whether any issuer could name every factor, and no sentence cautions about anything of this one."""
    particular = any(EVERYBODYS.isdisjoint(c.topics) for c in reading.cautions)
    if particular or not all(f.generic for f in reading.factors):
        return False
    return len(reading.factors) > 1 or not ALONE.isdisjoint(reading.factors[0].topics)


def _boilerplate(reading: Reading) -> Found:
    grade = "generic-in-filing" if any(f.form for f in reading.filings) else "generic"
    count = len(reading.factors)
    note = f"{count} factor(s) named, none specific to this issuer"
    shown = clearest(reading)
    about = f": {subjects(reading, shown)}" if shown else ""
    return Found(
        findings=tuple(Finding(passages=(_quoted(reading, f),), note=note, grade=grade) for f in reading.factors),
        advice="Any issuer could name these factors. Consider adding what could upset these very statements, such as "
        f"the product, customer, approval, supplier or contract that they depend on{about}.",
    )


def _missing(reading: Reading) -> Found:
    named = [f for f in reading.filings if f.form]
    advice = _advice(reading)
    if not named:
        return Found(advice=advice)
    note = "the legend points to a filing instead"
    return Found(grade="in-filing", related=tuple(named[:1]), note=note, advice=advice)


def _advice(reading: Reading) -> str:
    """What the factors must speak to, from this release; empty when it makes no statement outside its legend."""
    shown = clearest(reading)
    named = document(reading)
    where = f", beside the pointer to {named}" if named else ""
    return f"Consider naming the important factors that could upset {subjects(reading, shown)}{where}." if shown else ""


RULE = Rule(
    id="risk-factors",
    title="Risk factors named",
    authority=Authority(tier="statute", source="15 U.S.C. 78u-5(c)(1)(A)(i), 77z-2(c)(1)(A)(i)"),
    expect="present",
    severity={"full": "error", "practice": "error", "statute": "error"},
    grades={
        "generic": {"full": "warning", "practice": "warning", "statute": "warning"},
        "generic-in-filing": {"full": "warning", "practice": "note", "statute": "note"},
        "few": {"full": "note", "practice": "note", "statute": "note"},
        "in-filing": {"full": "error", "practice": "warning", "statute": "warning"},
    },
    requires=("legend-present",),
    advice="Consider naming the important factors that could cause results to differ from these statements.",
    find=find,
)
