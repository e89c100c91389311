"""How a text says that results may differ: the contrast of 15 U.S.C. 78u-5(c)(1)(A)(i), strong and weak."""

from __future__ import annotations

from checker.phrases import Wording, gap, one_of
from checker.types import Passage, Reading

_DIFFER = one_of(r"""
    differ(?:s|ed|ing|ent|ently|ences?)?
    var(?:y|ies|ied|ying|iances?|iations?)
    deviat(?:e|es|ed|ions?)
    diverge(?:s|d|nces?|nt)?
    depart(?:s|ed|ures?)?
""")

_MUCH = one_of(r"""
    material(?:ly)? | significant(?:ly)? | substantial(?:ly)? | adverse(?:ly)?
    considerabl[ey] | marked(?:ly)? | dramatically
""")
"""The statute's "materially", and the words that say as much."""

_MATERIALLY = "(?:materially|significantly|substantially)"

_RESULTS = one_of("results? | outcomes? | events? | performance | achievements? | circumstances | developments")

_AFFECT = "(?:affect|impact|influence|alter)"

_BETWEEN = one_of(r"""
    perhaps | possibly | potentially | likely | and | or | even | both | very | more | some | a
    in | to | is | be | degrees? | will | may | could
""")
"""Words that may stand between "differ" and "materially"."""

STRONG = Wording(
    # "actual results to differ, in some cases materially, from"
    rf"(?:(?:actual|future) {gap(60)})?{_DIFFER} (?:{gap(60, '.;:!?')} )?{_MUCH}(?: and adversely)? from",
    # "differ materially", "vary, perhaps materially"
    rf"{_DIFFER}(?:,? {_BETWEEN})*,? {_MUCH}",
    # "materially at variance with"
    rf"{_MUCH} at variance",
    # "materially different", "material differences", "significantly or materially vary"
    rf"{_MUCH} (?:and (?:adversely|materially) |or (?:adversely|materially) )?{_DIFFER}",
    # "could materially affect our actual results"
    rf"{_MUCH} (?:and (?:adversely|materially) )?{_AFFECT}s? (?:[a-z',-]+ ){{0,5}}?(?:actual|future|expected) "
    rf"(?:[a-z]+,? ){{0,3}}?{_RESULTS}",
    # "actual results could be materially affected"
    rf"(?:actual|future) {_RESULTS} {gap(60)}{_MATERIALLY} (?:and adversely )?{_AFFECT}ed",
    # "results could be materially worse"
    rf"(?:results|outcomes) {gap(80)}{_MATERIALLY} (?:less|worse|lower|higher|better)",
    # "to fall materially short of"
    rf"f(?:all|alls|alling|ell) {_MATERIALLY} (?:short|below)",
)

OF_RESULTS = Wording(
    r"(?:may|might|could|can|would|will|likely|causes?)",
    r"(?:results?|outcomes?|events?|performance|achievements?|developments?|actual)",
)
"""What makes a contrast one of the future: its subject, or its "may"."""

_MAY = one_of(r"""
    may | might | could | can | will | would | likely | likely to | expected to
    cause | causes | lead to | leading to
""")

_COME_TRUE = one_of(r"""
    occur | materiali[sz]e | prove | happen | transpire | come to pass | take place
    be (?:realized|realised|achieved|accurate|correct|met|attained)
""")

_ASSURANCE = one_of("assurances? | guarant(?:y|ies|ees?) | promises?")

WEAK = Wording(
    # "could cause results to differ", "may vary"
    rf"{_MAY} (?:{gap(90)} )?(?:differ|vary|deviate|diverge|depart|different|differences|differing|deviations?)",
    rf"(?:actual|future|final) (?:{gap(60)} )?(?:differ|vary|deviate|diverge|different)",
    # "are not a guarantee of", "nor guarantees of"
    r"(?:are|is|be|constitute|represent|provide|as|nor|neither) (?:not )?(?:intended as )?(?:an? |the |any )?"
    rf"(?:[a-z]+ (?:nor|or|and) )?{_ASSURANCE}(?: nor guarantees?| or guarantees?)?(?: of| that| as| in| for)",
    # "no assurance", "cannot be guaranteed", "not predictions"
    r"(?:not|no|nor|never|cannot|neither|without|can't|of historical fact or) (?:[a-z]+ ){0,3}?"
    r"(?:guarant(?:y|ies|ees?|eed)|assured?|assurances?|promises?|predictions?|certainty)",
    # "should not be read as a guarantee"
    r"(?:not|never) (?:[a-z]+ ){0,4}?(?:as |be )(?:a |an |any )?"
    r"(?:guarantees?|predictions?|assurances?|representations?|promises?|warrant(?:y|ies))",
    # "should not be construed as predictive"
    r"not (?:to )?be (?:construed|read|regarded|considered|interpreted|taken|seen|viewed) as (?:being )?predictive",
    # "may not materialize", "might not be achieved"
    rf"(?:may|might|could|can) (?:[a-z]+ ){{0,2}}?not (?:[a-z]+ ){{0,2}}?{_COME_TRUE}",
    # "may prove to be incorrect"
    r"(?:prove|proves|proven|turn out|turns out) (?:to (?:be|have been) )?"
    r"(?:not (?:to be )?(?:correct|accurate|true)|incorrect|inaccurate|wrong|untrue|imprecise)",
    # "could significantly affect our plans"
    rf"(?:significantly|materially|substantially|adversely) (?:and adversely )?{_AFFECT}(?:ed)? (?:the |our |its )?"
    r"(?:company's |[a-z]+'s? )?(?:[a-z]+ ){0,2}?(?:plans|expectations|results|business|operations|performance)",
)
"""Contrast without the statute's word, or assurance denied."""

BACK, ON = 120, 60
"""Characters before and after a contrast in which its subject or its "may" stands."""


def contrasts(reading: Reading) -> tuple[Passage, ...]:
    """Where the legends say that results may differ, with "materially" or a like word."""
    return tuple(p for p in STRONG.within(reading, reading.legends) if _is_of_results(reading, p))


def _is_of_results(reading: Reading, passage: Passage) -> bool:
    """Whether results are spoken of, or what may be: "our products differ materially from others" says neither."""
    return any(OF_RESULTS.finditer(reading.release.folded, max(0, passage.start - BACK), passage.end + ON))
