"""Results may differ

What it looks for
    Words that say actual results may be materially different from the statements: "could differ materially",
    "vary significantly", "to be materially different", "material differences", "substantial divergence". Any subject
    (results, outcomes, events, performance) and any order.

Why
    15 U.S.C. 78u-5(c)(1)(A)(i) and 77z-2(c)(1)(A)(i) ask for cautionary statements that identify factors "that could
    cause actual results to differ materially" from those in the statement. The word "materially" is the statute's.

How to fix
    Say: "Actual results could differ materially from those expressed or implied by these forward-looking statements."

When it stays silent
    When there is no legend. A contrast without "materially", "significantly", "substantially" or "adversely", or only
    "not guarantees of future performance", "not predictions" or "no assurance", is found, but weak: a warning.

Met
    Actual results could differ materially from those in the forward-looking statements.

Missing
    This release contains forward-looking statements, which speak only as of today.
"""

from __future__ import annotations

from checker.rules.caution.wording import WEAK, contrasts
from checker.types import Authority, Finding, Found, Reading, Rule


def find(reading: Reading) -> Found:
    strong = contrasts(reading)
    if strong:
        return Found(findings=tuple(Finding(passages=(p,)) for p in strong))
    note = 'without "materially" or a like word; consider "could differ materially"'
    weak = WEAK.within(reading, reading.legends)
    return Found(findings=tuple(Finding(passages=(p,), note=note, grade="no-materially") for p in weak))


RULE = Rule(
    id="results-may-differ",
    title="Results may differ materially",
    authority=Authority(tier="statute", source="15 U.S.C. 78u-5(c)(1)(A)(i), 77z-2(c)(1)(A)(i)"),
    expect="present",
    severity={"full": "error", "practice": "error", "statute": "error"},
    grades={"no-materially": {"full": "warning", "practice": "warning", "statute": "warning"}},
    requires=("legend-present",),
    advice="Consider adding: Actual results could differ materially from those expressed or implied by these "
    "forward-looking statements.",
    find=find,
)
