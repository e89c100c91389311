"""How a text identifies statements as forward-looking: surely, in essence, or only possibly."""

from __future__ import annotations

from checker.phrases import Wording, gap, one_of

_LOOKING = r"[\"'(]{0,3}(?:forward-looking|forward-oriented|future-oriented)"
_CLOSE = r"[\"')]{0,3}"
_NOUN = one_of(r"""
    statements? | information | comments? | disclosures? | remarks | matters | data | content | language
    estimates? | projections?
""")
_FLS = _LOOKING + one_of(rf"""
    {_CLOSE} (?:[a-z]+ |and [a-z-]+ )?{_NOUN}                     # forward-looking statements, financial information
    {_CLOSE} (?:in nature|within|as|and|but|or|for|under|that)    # "may be forward-looking in nature"
    (?={_CLOSE}\s?[.,;(])                                         # "… are forward-looking."
    $
""")
_THIS = r"(?:this|the|our|these) (?:[a-z]+-)?(?:[a-z]+ )?" + one_of(r"""
    release | announcement | report | document | article | communication | statement | letter | presentation
    material | update | filing | advisory | publication
""")
_CONTAINS = one_of(r"""
    contain(?:s|ed|ing)? | includ(?:es|e|ed|ing) | constitut(?:es|e|ed|ing) | compris(?:es|e) | represents?
    provid(?:es|e) | makes? | making | (?:have|has) made | presents? | sets? forth | discuss(?:es)?
    disclos(?:es|e) | involves?
""")
_FILLERS = one_of(r"""
    , | also | all | hereby | herein | generally | typically | only | considered | deemed | regarded | identified
    intended | characterized | meant | to | be | as | or | may | contain | include | constitute | our | its | by
    their | nature | management's | what | certain | based | on | \" | '
""")
"""Words that may stand between "are" and "forward-looking"."""

_MADE = one_of("made | contained | included | provided | set forth | presented | expressed | appearing | found")

_ELSEWHERE = one_of(rf"""
    in (?:the|these|those|such|any|our|its) {_LOOKING}            # "those contained in the forward-looking …"
    (?:investors )?(?:a |the )?[\"']?safe-harbou?r               # "the Act provides a safe harbor in regard to …"
""")
"""What follows "contains" or "provides" when the sentence identifies nothing in this text."""

CERTAIN = Wording(
    # "this release contains certain statements that are forward-looking"
    rf"(?<!not\s){_CONTAINS} (?!{_ELSEWHERE}){gap(70)}{_FLS}",
    # "are, by their nature, forward-looking statements"
    rf"(?:are|is|be|being|considered|deemed) (?:{_FILLERS}[ ,]+){{0,7}}{_FLS}",
    # "the forward-looking statements made in this release"
    # (also where a heading has run into it: "Forward-Looking StatementsThe forward-looking statements made …")
    rf"(?:statements?|information)?(?:the|these|following|those) {_LOOKING} {_NOUN}{_CLOSE} "
    rf"(?:{_MADE}(?: or implied)? )?(?:herein|(?:in|by|throughout) {_THIS}|on (?:this|the) )",
    # "any forward-looking statements included herein"
    rf"(?:any|all) {_LOOKING} {_NOUN}{_CLOSE} (?:{_MADE} )?(?:herein|in this )",
    rf"the following {_FLS}",
    # "forward-looking statements in this release include", "… can be identified by"
    rf"{_LOOKING} {_NOUN}{_CLOSE} (?:made |contained |included )?(?:(?:in|by) {_THIS} )?"
    r"(?:may |can |often |generally |typically |specifically )*"
    r"(?:include|includes|consist|relate to|relates to|are statements|are made|are those|are identified|is identified"
    r"|can be identified|be identified|are indicated|address|describe|refer to|concern)",
)

_HISTORICAL = r"historical (?:facts?|information|statements?|matters|data)"
_FORECASTS = one_of(r"""
    expectations? | forecasts? | projections? | targets? | outlook | predictions? | estimates? | assessments?
""")

ESSENCE = Wording(
    # "the forecasts and plans in this publication"
    rf"{_FORECASTS}{gap(80)} in {_THIS}",
    # "words such as … identify forward-looking statements"
    r"(?:identif(?:y|ies|ied|ying)|indicates?|denotes?|signify|mark|qualify as) "
    rf"(?:certain |such |these |the |our |those |any |many |some |of )*{_FLS}",
    # "except for historical information, the matters discussed"
    r"(?:except for|other than|with the exception of|apart from|in addition to) (?:the |any |purely )?"
    rf"(?:statements of )?{_HISTORICAL}{gap(120)}"
    r"(?:statements|matters|information|contents?|discussions?|topics|items)",
    # "statements that are not strictly historical"
    rf"(?:statements|matters|information){gap(80)}(?:(?:are|is) not|other than)"
    r"(?: statements of| of| strictly| purely| based on)*(?: a)? historical",
    # "statements about our expected future"
    rf"statements?{gap(60)} (?:about|regarding|concerning|of) (?:the |our |its )?(?:expected |anticipated |possible )?"
    r"(?:future|expectations|plans|outlook|intentions)",
)
"""The words "forward-looking" are not asked for: the sense is enough."""

POSSIBLE = Wording(r"(?:may|might|could|can|possibly) (?:also |from time to time )?(?:contain|include|make|involve)")
"""What makes an identification only a possible one, when it governs the verb."""
