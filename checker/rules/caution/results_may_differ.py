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

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, Reading, Rule

_DIFFER = (
    r"(?:differ(?:s|ed|ing|ent|ently|ences?)?|var(?:y|ies|ied|ying|iances?|"
    r"iations?)|deviat(?:e|es|ed|ions?)|diverge(?:s|d|nces?|nt)?|depart(?:s|"
    r"ed|ures?)?)"
)
_MUCH = (
    r"(?:material(?:ly)?|significant(?:ly)?|substantial(?:ly)?|adverse(?:ly)?|"
    r"considerabl[ey]|marked(?:ly)?|dramatically)"
)
_RESULTS = r"(?:results?|outcomes?|events?|performance|achievements?|circumstances|developments)"

STRONG = Wording(
    rf"(?:(?:actual|future) [^.;!?]{{0,60}}?)?{_DIFFER} (?:[^.;:!?]{{0,60}}? )?{_MUCH}(?: and adversely)? from",
    rf"{_DIFFER}(?:,? (?:perhaps|possibly|and|or|even|potentially|both|"
    rf"in|a|some|to|is|be|degrees?|likely|will|may|could|very|more))*,? {_MUCH}",
    rf"{_MUCH} (?:and (?:adversely|materially) |or (?:adversely|materially) )?{_DIFFER}",
    rf"{_MUCH} (?:and (?:adversely|materially) )?(?:affect|impact|influence|"
    rf"alter)s? (?:[a-z',-]+ ){{0,5}}?(?:actual|future|expected) (?:[a-z]+,? ){{0,3}}?{_RESULTS}",
    rf"(?:actual|future) {_RESULTS} [^.;!?]{{0,60}}?(?:materially|significantly|"
    rf"substantially) (?:and adversely )?(?:affect|impact|influence|alter)ed",
    r"(?:results|outcomes) [^.;!?]{0,80}?(?:materially|significantly|substantially) (?:less|worse|lower|higher|better)",
)
WEAK = Wording(
    r"(?:cause|causes|lead to|leading to|may|might|could|can|will|would|"
    r"likely|likely to|expected to) (?:[^.;!?]{0,90}? )?(?:differ|vary|"
    r"deviate|diverge|depart|different|differences|differing|deviations?)",
    r"(?:actual|future|final) (?:[^.;!?]{0,60}? )?(?:differ|vary|deviate|diverge|different)",
    r"(?:are|is|be|constitute|represent|provide|as|nor|neither) (?:not )?(?:intended as )?(?:an? "
    r"|the |any )?(?:[a-z]+ (?:nor|or|and) )?(?:assurances?|guarant(?:y|"
    r"ies|ees?)|promises?)(?: nor guarantees?| or guarantees?)?(?: of|"
    r" that| as| in| for)",
    r"(?:not|no|nor|never|cannot|neither|without|can't|of historical fact or) (?:[a-z]+ ){0,3}?(?:guarant(?:y|"
    r"ies|ees?|eed)|assured?|assurances?|promises?|predictions?|certainty)",
    r"(?:not|never) (?:[a-z]+ ){0,4}?(?:as |be )(?:a |an |any )?(?:guarantees?|"
    r"predictions?|assurances?|representations?|promises?|warrant(?:y|"
    r"ies))",
    r"(?:may|might|could|can) (?:[a-z]+ ){0,2}?not (?:[a-z]+ ){0,2}?(?:occur|"
    r"materiali[sz]e|be (?:realized|realised|achieved|accurate|correct|"
    r"met|attained)|prove|happen|transpire|come to pass|take place)",
    r"(?:prove|proves|proven|turn out|turns out) (?:to (?:be|have been) )?(?:not (?:to be )?(?:correct|"
    r"accurate|true)|incorrect|inaccurate|wrong|untrue|imprecise)",
    r"(?:significantly|materially|substantially|adversely) (?:and adversely )?(?:affect|"
    r"impact|influence|alter)(?:ed)? (?:the |our |its )?(?:company's |"
    r"[a-z]+'s? )?(?:[a-z]+ ){0,2}?(?:plans|expectations|results|business|"
    r"operations|performance)",
)
"""Contrast without the statute's word, or assurance denied."""


def find(reading: Reading) -> Found:
    strong = STRONG.within(reading, reading.legends)
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
