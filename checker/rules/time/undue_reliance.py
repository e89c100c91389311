"""No undue reliance

What it looks for
    Words that ask the reader not to place undue reliance on the statements: "cautioned not to place undue
    reliance", "should not be relied upon as predictions", "unwarranted certainty".

Why
    Practice. It supports the argument that reliance on the statement was unreasonable ("bespeaks caution"),
    which is worth more to an issuer that the statutory safe harbor excludes.

How to fix
    Add to the legend: "Readers are cautioned not to place undue reliance on these forward-looking statements."

When it stays silent
    Never more than a note. Profile `statute` does not ask for it.

Met
    Investors are cautioned not to place undue reliance on these forward-looking statements.

Missing
    Actual results could differ materially from those in the forward-looking statements.
"""

from __future__ import annotations

from checker.phrases import Wording, one_of
from checker.types import Authority, Finding, Found, Reading, Rule

_TOO_MUCH = one_of("undue | unwarranted | unreasonable | unjustified | too much | excessive | undo")
"""With "undo", as it is often misspelt."""

_TOLD = one_of(r"""
    should | must
    cautioned | advised | urged | warned | asked | reminded
""")

WORDING = Wording(
    # "undue reliance", "unwarranted certainty"
    rf"{_TOO_MUCH} (?:reliance|certainty|weight)",
    # "should not rely on", "cautioned not to place reliance", "must not be relied upon"; but "should not be relied
    # upon as representing our views as of a later date" speaks of the date
    rf"{_TOLD} not (?:to )?(?:be )?(?:[a-z]+ ){{0,2}}?(?:rely|relied|put|place|placed) (?:[a-z]+ ){{0,2}}?"
    r"(?:(?:up)?on|reliance)(?! as representing)",
    # "do not rely on these statements", "may not be relied upon as a prediction"
    r"(?:may|can|do|does) not (?:be )?(?:[a-z]+ ){0,2}?(?:rely|relied) (?:up)?on (?:[a-z]+,? ){0,5}?"
    r"(?:as|forward-looking|statements?|information|projections?|forecasts?|guidance|estimates?|them)",
    r"(?:place|placing|put|putting) any (?:undue )?reliance",
    # "not to unduly rely", "not to rely too heavily"
    r"not (?:to )?(?:unduly|overly|excessively) (?:rely|relied)",
    r"not (?:to )?(?:rely|be relied) (?:[a-z]+ ){0,2}?(?:unduly|too heavily|excessively)",
    # "caution readers against placing reliance"
    r"(?:against|from) (?:[a-z]+ ){0,3}?(?:relying|reliance|placing)",
)


def find(reading: Reading) -> Found:
    passages = WORDING.within(reading, reading.legends)
    return Found(findings=tuple(Finding(passages=(p,)) for p in passages))


RULE = Rule(
    id="undue-reliance",
    title="No undue reliance",
    authority=Authority(tier="practice", source="bespeaks-caution doctrine"),
    expect="present",
    severity={"full": "note", "practice": "note", "statute": None, "canada": "note"},
    requires=("legend-present",),
    advice="Consider adding: Readers are cautioned not to place undue reliance on these forward-looking statements.",
    find=find,
)
