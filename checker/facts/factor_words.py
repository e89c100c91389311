"""The words around lists of risk factors: what leads to a list, what fills its beginning, and what is no factor.

Patterns over levelled, folded text (`facts.lists.level`), compiled when first used.
"""

from __future__ import annotations

import re
from functools import cache

from checker.facts.white_space import any_space

RISK = r"(?:risks?|uncertaint(?:y|ies)|factors?|contingenc(?:y|ies)|variables|hazards|challenges|difficulties|causes)"
_RISKS = rf"{RISK}(?:(?:,|,? and/or|,? and|,? or)? (?:other |such |known |unknown |important |various )*{RISK}){{0,4}}"
_GAP = r"[^.;!?]{0,340}?"
AND = r"(?:include|includes|including|such as|consist of|comprise|comprises|namely|are as follows|can be summarized as)"
_RELATED = (
    r"(?:related|relating|relate|associated|pertaining|attendant|regarding|"
    r"concerning|in connection|with respect|with regard|arising|resulting|"
    r"surrounding|as to|linked)"
)

_PATTERNS = {
    # "factors that could cause … include", "risks …, such as", "factors …:".
    "named": rf"{RISK}(?![a-z-]){_GAP}(?:(?<![a-z]){AND}(?![a-z])|:(?=\s))",
    "among": rf"(?:among|amongst|some of|examples of) (?:the |these |those |such )?(?:[a-z]+ ){{0,3}}{RISK}{_GAP} "
    rf"(?:are|is)(?= (?!not |described|discussed|set forth|detailed|identified|"
    rf"beyond))",
    "following": rf"(?<![a-z])(?:(?:the|these|such) (?:[a-z]+ ){{0,2}})?{RISK}(?: that| which)[^.;!?]{{0,30}} cause"
    rf"{_GAP} are(?= "
    rf"(?!not |described|discussed|set forth|detailed|identified|beyond|"
    rf"more |difficult|included|contained|subject))",
    # "differ materially due to", "depending on", "as a result of".
    "cause": r"(?:differ|differs|differing|vary|varies|different|differences?|"
    r"deviate|fluctuate|affected|impacted|realized|achieved|inaccurate|"
    r"incorrect)(?![a-z])[^.;!?]{0,240}?"
    r"(?:due to|because of|as a result of|as the result of|depending (?:up)?on|"
    r"dependent (?:up)?on|owing to|by reason of|result(?:ing)? from|arising from|"
    r"caused by|attributable to|by(?= (?:many|various|certain|a number|"
    r"numerous|changes)))(?![a-z])",
    # "differ for a variety of reasons, including".
    "reasons": r"(?:differ|vary|different)(?![a-z])[^.;!?]{0,120}? for "
    rf"(?:various|many|several|numerous|a number of|a variety of|any number of|different) reasons,? ?{AND}(?![a-z])",
    # "subject to risks related to", "uncertainties regarding".
    "related": rf"(?<![a-z]){_RISKS}(?:,? and assumptions)? (?:that are |which are )?(?:{_RELATED}) (?:to |"
    rf"with |in |from |of |by )?(?!thereto)"
    r"|(?<![a-z])(?:risks?|possibility|possibilities|risks and uncertainties|"
    r"uncertainty) that (?!could|may|might|can|will|would|are|is|affect|"
    r"relate|we face|cause|have|include|involve|change|contribute|should|none of|neither|we do not|we are not|"
    r"(?:the |our |its |such |any )?(?:predictions|forecasts|projections|expectations|assumptions))"
    r"|(?<![a-z])(?:risks?|uncertainties|inherent) of (?=(?:the|our|a|an|[a-z]+ing)[ ])",
    # "the risks are outlined in our filings, as well as general economic conditions, …".
    "beside": rf"{RISK} (?:are|is) (?:outlined|described|detailed|discussed|set forth|listed|identified)(?![a-z])"
    r"[^.;]{0,240}?,? as well as(?! (?:in|other|those|these|the other|our|its|any|all|subsequent|under|additional|to)"
    r"(?![a-z]))",
    "fill": (
        r"[\s,:;(-]*(?:(?:but |and |though |which )?(?:are |is |be )?not (?:necessarily )?limited to|"
        r"but not limited|without (?:any )?limitation|among(?:st)? (?:others|"
        r"other things|other factors|other risks|them)|inter alia|"
        r"in no particular order|for example|the following(?: important| principal|"
        r" key| additional)*(?: factors| risks| uncertainties| items)?(?: and uncertainties)?|"
        r"in addition to [^.;:]{0,200}?(?:,(?= )|:)|(?:any|one or more|some|"
        r"all)(?: or all)? of the following|without being limited to|(?:those|"
        r"these|the|such) (?:related|relating|associated|pertaining) (?:to|"
        r"with)|"
        rf"(?:(?:the|a|an|any|certain|various|numerous|many|several|important|"
        rf"other|these|such|those|all|some|both|known|unknown|and|variety of|"
        rf"number of|range of|host of|multitude of|"
        rf"following|general|specific|significant|additional|our|its|potential|"
        rf"inherent|more|unforeseen|unpredictable|different|market|business|"
        rf"(?:inherent )?(?:risks|uncertainties) and|substantial|wide|broad|"
        rf"to|series of|which) )*{_RISKS}(?:,? (?:and )?assumptions)?"
        rf"(?:,? (?:many|some|most|certain|all|several|each|which|that|beyond|"
        rf"outside|over which|affecting|over|not|could|and other)[^.;:]{{0,160}}?)?[,(]? ?(?:{AND}|"
        rf":)|"
        rf"(?:(?:the|any|certain|various|numerous|known|unknown|and|inherent|"
        rf"those|other|additional|significant|usual|customary) )*{_RISKS},? (?:that are |"
        rf"which are )?(?:{_RELATED})(?: (?:to|with|in|from|of|by|among other things,?))?|"
        r"(?:those|the risks?|risks|the factors|factors)(?: factors)?(?: which are|"
        r" that are)? (?:identified|described|discussed|outlined|set forth|"
        r"detailed|disclosed)[^.;]{0,400}?,? (?:including(?= (?:that |the risks? that|"
        r"the possibility))|as well as)|are|is|that(?= (?:the|our|we|a|an)[ ]))(?![a-z])[\s,:;(-]*"
    ),
    "topic": r"[\s,:\"'(-]*(?:forward|(?:the |those |these |any |express |implied |"
    r"or )*(?:statements?|words?|terms|phrases|expressions|terminology)\b|"
    r"(?:the |these |certain |various |a number of |material |key |such |"
    r"following |on )*assumptions?\b|(?:the )?(?:information|matters) (?:about|"
    r"regarding|concerning|contained))",
    # "risks related to the offering | include, but are not limited to, market conditions".
    "restart": r"[^.;:!?]{3,160}?,? (?:include|includes)(?:,|:| but| among| without)(?= )",
    # "for a discussion of these and other risks that could cause".
    "no subject": rf"{RISK}|{AND}|forward|statements|:|^ ?(?:for (?:a|more|further|additional)|please|see)(?![a-z])",
    "contrast": (
        r",? (?:any|all|many|some|most|certain) of which are (?:difficult|beyond|outside|inherently|hard|not within)"
        r"|(?:,? ?(?:and |or )?(?:any|all|each|many|some|most|one|certain)(?: one)?(?: or more)? of "
        r"(?:which|these|them)|,? (?:which|that|these|those)|,? (?:among others|"
        r"among other things),?|,)? "
        r"(?:could|may|might|can|will|would)(?: [a-z]+){0,3} (?:cause|differ|"
        r"vary|lead to|result in|affect|influence|impact)[^.;]{0,120}?(?:actual|"
        r"results|outcomes?|differ|forward|expectations?|those|statements|"
        r"achievements)"
    ),
    # "A, B and other factors could cause …"; "A and B are factors that could cause …".
    "before": rf"(?P<list>[^.;!?]{{12,500}}?)(?:,? (?:and|or|as well as) (?:(?:various|"
    rf"many|certain|any|numerous|similar|such|unforeseen) )?other (?:[a-z]+ ){{0,3}}{RISK}"
    rf"| (?:are|is)(?: among| some of)?(?: the)? (?:[a-z]+ ){{0,2}}{RISK}(?= that| which))[^.;!?]{{0,60}}? "
    rf"(?:may|could|might|can|will|would)[^.;!?]{{0,30}} (?:cause|affect|"
    rf"influence|differ)",
    # "the risk that pending litigation may end in judgments against us".
    "told": r"(?:the )?(?:risks?|possibility) that (?!(?:the company's |our |its )?(?:assumptions|expectations)"
    r"|could|may|might|can|will|would|are|is|affect|relate|we face|cause|have|include|involve|change|contribute|should"
    r"|actual|such|these|those|any of|forward|the forward|our actual)"
    r"[^;]{12}",
    "catch_all": (
        r"(?:and |or |as well as |also |but |to |the |a |an |any |all |such |"
        r"these |those |certain |various |many |numerous |some |several |"
        r"additional |our |its |following |"
        r"known |unknown |important |further |more |detailed |general |normal |"
        r"specific |similar |same |variety of |number of |in |with |by |under |"
        r"potential |significant |material |"
        r"unpredictable |unforeseen |key |principal |list of |full |description of |"
        r"discussion of |complete |company's |inherent |related )*"
        r"(?:(?:risks?|uncertaint(?:y|ies)|factors?|assumptions?|contingenc(?:y|"
        r"ies)|matters|events|circumstances|things|conditions|items|information|"
        r"developments|variables|considerations|issues|reasons|statements|"
        r"disclosures?|cautionary)(?: and|/|,| or)? ?(?:other )?(?:risk )?)+"
        r"(?:$|[^a-z ]|(?:factors|beyond|outside|not|that|which|described|"
        r"discussed|detailed|identified|set|disclosed|contained|included|"
        r"referenced|referred|listed|noted|outlined|indicated|mentioned|summarized|"
        r"as(?! to )|in|from|over|we|the|affecting|may|could|"
        r"more|is|are|stated|reported|presented|specified|previously|under|"
        r"inherent|and|appearing|found|filed|available|relevant|provided|"
        r"enumerated|highlighted|explained|on|facing|currently|unknown|known|"
        r"within|section|to which|described|of this|generally)\b)"
    ),
    "filing": (
        r"(?:forms? (?:10|8|20|40|6|s|f)-|annual report|quarterly report|current report|"
        r"(?:sec|commission|public|periodic|regulatory|other|subsequent|company's|"
        r"its|our) (?:filings|reports|documents)|filed (?:with|on|by)|filings (?:with|"
        r"made)|sedar|"
        r"securities and exchange commission|sec\.gov|risk factors|prospectus|"
        r"registration statement|annual information form|management's discussion|"
        r"public disclosure|from time to time in)"
    ),
    # "market conditions | and the risk factors set forth in our annual report".
    "pointer": r",? (?:and|or|as well as|along with|together with) (?=(?:the |those |these |other |such |certain "
    r"|all )*(?:important )?(?:risk factors|risks|factors|uncertainties)(?![a-z])[^;]{0,120}?"
    r"(?:forms? (?:10|8|20|40|6)-|(?:10|8|20|40)-[kqf](?![a-z])|annual report|filings|filed|prospectus))",
    "nothing": (
        r"that actual|actual (?:events|results|outcomes|performance)|over which|"
        r"in (?:any|our|its|the sections?|each) |(?:new|additional) information|"
        r"divert|change any of|news releases$|other communications$|"
        r"(?:which )?(?:including|includes?),? (?:but |are |is )*(?:not limited|without limitation|among other)|"
        r"(?:that )?(?:contribute to the possibility|cannot be (?:predicted|quantified))|consequently|"
        r"other forward-looking|"
        r"as well as$|(?:from )?developments beyond (?:the |our )|"
        r"(?:that )?(?:it |we )?(?:has filed|have filed|will file|may file)|"
        r"forecasts|(?:the )?predictions|(?:the |our )?company (?:is|"
        r"are) set forth|(?:which |that )?(?:could|may|might|can|will|would|"
        r"should)(?: also| have| be)? (?:significantly |materially |adversely |"
        r"negatively )*(?:cause|causes|affect|contribute|impact|influence|"
        r"differ|emerge|change|result|vary|materially)|not place|thereto|"
        r"hereto|herein|"
        r"(?:affect|affecting) (?:our|the|its)|(?:its|our|the)? ?(?:actual |"
        r"future )?(?:results|performance)(?: of operations)?(?:,? (?:and|"
        r"or) (?:achievements|financial condition))?$|exchange commission|"
        r"the (?:sec|commission)|levels? of activity|"
        r"(?:other|additional)(?: [a-z]+){0,3} (?:risks?|uncertaint(?:y|ies)|"
        r"factors?|matters|events|contingencies|developments|conditions|difficulties|"
        r"circumstances|items)\b|"
        r"(?:among )?(?:others?|other things)$|etc|(?:the )?(?:actual )?results (?:may|"
        r"could|to) (?:differ|vary)|(?:many|most|some|certain|all|any|each|"
        r"which|several) (?:of which|are|could|may)|beyond (?:the|our|its)|"
        r"(?:the |our |its )?(?:company|management)(?:'s)?(?: control)?$|"
        r"(?:such )?(?:forward-looking )?statements?|those (?:described|discussed|"
        r"set forth|identified|detailed|contained|listed|disclosed|referred|"
        r"included|outlined|more|in|under|factors|risks|indicated|risk|related to the foregoing)|"
        r"(?:the )?foregoing|(?:risks? )?(?:described|discussed|identified|"
        r"detailed|set forth|disclosed|as (?:described|discussed|set forth|"
        r"identified|disclosed|detailed))|not all of|difficult to predict|"
        r"unknown|known|without limitation|but not limited|more (?:fully|"
        r"detailed)|"
        r"(?:the )?risk factors|risks and uncertainties$|[a-z]{1,3}$|assumptions?$|"
        r"expectations?$|underlying assumptions|future events$|(?:various|"
        r"certain|many|numerous|a number of|a variety of) (?:important )?(?:factors|"
        r"risks|uncertainties)|these (?:factors|risks)"
    ),
    "leading": r"[\s,;:.\-·•(]*(?:(?:and/or|and|or|as well as|also|but|finally|lastly|further|the following)[\s,:]+)*",
    "trailing": r"(?:[\s,;:.\-·(]|[\s,;](?:and/or|and|or|as well as))*$",
}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern by its name, compiled once."""
    return re.compile(any_space(_PATTERNS[name]))
