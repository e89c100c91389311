"""Which topics a statement asserts: the thing itself is what is to happen, and no word said on the way.

"The merger is expected to close in June" asserts a deal; "her experience with mergers will help us" mentions one. The
matrix of topics (`facts.coverage`) shows both; only what is asserted is worth asking a factor for. The table is narrow
on purpose: for the topics that it does not hold, nothing is asked.
"""

from __future__ import annotations

import re

from checker.phrases import Wording, gap, one_of

_AHEAD = one_of(r"""
    will | expects? | expected | expecting | anticipates? | anticipated | anticipating | plans? | planned | planning
    intends? | intended | aims? | targets? | targeting | targeted | scheduled | on track | to be | should | would
    proposed | upcoming | forecasts? | projects | projected | seeks? | seeking | prepar(?:e|es|ing) | goal | objective
    estimated | looks? forward | looking forward | positions? | positioned | believes?
    intent | toward | highly-anticipated
    to (?:acquire|merge|launch|open|begin|start|commence|raise|offer|build|construct|drill|pay|increase|double|advance)
    to (?:develop|conduct|initiate|list|uplist|close|complete|form|introduce|sell|buy|repurchase|expand|enter|explore)
""")
AHEAD = Wording(_AHEAD)
"""A word that looks ahead, without which no statement asserts anything."""

DENIED = Wording(
    r"(?:no|not have any|without any) (?:current |immediate |present )?(?:plans?|intentions?|need|reverse|financing"
    r"|dilution|obligation)",
    r"(?:not|never|n't) (?:currently )?(?:plan|intend|expect|anticipate|pursue|be|require|seek|need)",
)
"""What is not to happen is no promise."""

_DO = "(?:begin|start|commence|complete|initiate|advance|resume|continue|conduct|expand|launch|enter|finish)[a-z]*"
_NATIONAL = (
    r"(?:the )?(?:nasdaq|nyse|new york stock exchange|tsx|national exchange|major exchange|senior exchange|otcqb|otcqx)"
)
_DEAL = "(?:merger|acquisition|transaction|business combination|arrangement|takeover|amalgamation|spin-off|divestiture)"

ASSERTED: dict[str, Wording] = {
    "deal": Wording(
        rf"{_DEAL} {gap(70)}(?:close|closing|complete[d]?|completion|consummat[a-z]+)",
        r"(?:clos(?:e|ing)|complet(?:e|ion)|consummat[a-z]+) (?:of )?(?:the |its |our |this )?(?:[a-z'-]+ ){0,3}?"
        rf"{_DEAL}",
        r"(?:will|agreed to|agrees to|agreement to|intends to|plans to|proposes to) (?:acquire|merge with|be acquired)"
        r"(?! (?:and develop|new|additional|more|land|mineral|licen[sc]e|up to))",
        r"definitive (?:merger )?agreement (?:to|under which|for)",
    ),
    "integration": Wording(
        r"(?:expected|anticipated|cost|revenue|annual|operational) (?:[a-z]+ ){0,2}?synergies|synergies (?:of|from)",
        r"(?:be|is|are) (?:immediately )?accretive|accretive to|integration of (?:the )?(?:acquired|business|two|[a-z]+"
        r" and)|benefits of the (?:merger|acquisition|transaction|combination)",
    ),
    "clinical": Wording(
        r"(?:phase (?:[1-4]|i{1,3}v?|iv)[ab]?(?:/[0-9i]+[ab]?)?|clinical|pivotal|registrational|first-in-human) "
        r"(?:[a-z0-9-]+ ){0,4}?(?:trials?|stud(?:y|ies)|data|readout)",
        r"(?:topline|top-line) (?:[a-z]+ ){0,2}?(?:data|results)|dos(?:e|ing) (?:of )?(?:the )?(?:first|patients?)"
        r"|patient enrol(?:l)?ment|enrol(?:l)?ment (?:of|in) (?:patients|the (?:trial|study))|drug candidates?",
    ),
    "approval": Wording(
        r"(?:fda|ema|regulatory|marketing|health canada|ce mark|510\(k\)|environmental|mining|recovery|building) "
        r"(?:[a-z]+ ){0,2}?(?:approvals?|clearances?|authori[sz]ations?|permits?|licen[sc]es?|submissions?"
        r"|applications?)",
        r"(?:approvals?|clearances?|authori[sz]ation) (?:of|from|by) (?:the )?(?:fda|ema|u\.s\. food|health canada)",
        r"(?:submit|submission|file|filing) (?:of )?(?:an? |its |our |the )?(?:[a-z]+ ){0,3}?(?:nda|bla|ind|pma"
        r"|510\(k\))",
        r"(?:permit|licen[sc]e) application",
    ),
    "listing": Wording(
        r"up-list(?:ing)?|uplist(?:ing)?",
        rf"(?:list(?:ed|ing)?|trad(?:e|ing)) (?:[a-z]+ ){{0,4}}?on {_NATIONAL}",
        rf"reverse (?:stock |share )?split {gap(120)}(?:effective|begin|trading|effect)|(?:effect"
        rf"|implement) an? reverse",
        r"(?:regain|maintain|meet) (?:[a-z]+ ){0,3}?(?:compliance|listing)|continue as a going concern",
    ),
    "financing": Wording(
        r"(?:offering|private placement|financing|credit facility|notes offering) (?:is|are|to|will) (?:also )?(?:be )?"
        r"(?:expected|anticipated|close|scheduled|completed)",
        r"(?:closing|completion) of the (?:[a-z]+ ){0,2}?(?:offering|private placement|financing)",
        r"(?:proposes?|intends?|plans?|expects?|seeking|looking) to (?:[a-z]+ ){0,2}?(?:raise|offer|issue|refinance"
        r"|borrow)"
        rf"(?! awareness) {gap(60)}(?:\$|capital|debt|notes|shares|funds|financing|units)",
        r"gross proceeds (?:[a-z ,]+ ){0,6}?(?:expected|anticipated|of (?:up to|approximately))",
        r"(?:need|require|obtain|secure|seek) (?:[a-z]+ ){0,2}?(?:additional|further|new) (?:capital|funding"
        r"|financing)",
    ),
    "payouts": Wording(
        r"(?:increase|raise|double|pay|declare|maintain|grow|resume|continue)[a-z]* (?:[a-z-]+ ){0,5}?"
        r"(?:dividends?|distributions?|repurchas[a-z]+|buybacks?)",
        r"(?:plan|expect|intend)[a-z]* to (?:[a-z]+ ){0,3}?(?:repurchase|buy back)|return of capital",
        r"(?:resum|continu)[a-z]* (?:our |its |the )?(?:share |stock )?repurchase",
    ),
    "reserves": Wording(
        r"(?:drill(?:ing)?|exploration) (?:program|campaign|is|will|to|of the|at|on|results)|(?:will|plans to) drill"
        r"|(?:planned|upcoming|proposed|further|additional) (?:[a-z-]+ ){0,2}?(?:drilling|exploration)",
        r"(?:resource estimate|feasibility study|preliminary economic assessment|potential (?:future )?resource)",
        r"(?:ounces|barrels|tonnes|boe) (?:of (?:gold|silver|oil|copper)|per (?:day|year|annum))",
    ),
    "openings": Wording(
        r"open(?:ing)?s? (?:of )?(?:[a-z0-9]+ ){0,4}?(?:stores?|restaurants?|locations?|clinics?|branches|branch"
        r"|offices?)"
    ),
    "construction": Wording(
        r"(?:construction|commissioning) (?:[a-z]+ ){0,3}?(?:is|are|to|will|expected|activities|efforts|of"
        r"|underway)",
        r"(?:build|construct|commission)(?:ing)? (?:a|an|the|its|our|two|new) (?:[a-z0-9-]+ ){0,4}?(?:plants?"
        r"|facility"
        r"|facilities|mine|mill|data center|refinery|factory|pipeline)",
        rf"{_DO} construction|capital expenditures? (?:of|to be|in|will|are|is)",
    ),
    "results": Wording(
        rf"(?:revenues?|net sales|sales|ebitda|eps|earnings per share|net income|operating income|free cash flow"
        rf"|gross margin"
        rf"|operating margin|profit) {gap(60)}(?:\$|[0-9]|increase|grow|higher|improve|positive|rise|double)",
        rf"(?:reaffirm|rais|reiterat|updat|provid|issu|lower)[a-z]* {gap(40)}guidance|become profitable|break-even",
    ),
    "launch": Wording(
        r"(?:will|to|plans? to|expects? to|intends? to|aims? to) (?:[a-z]+ ){0,2}?(?:launch|introduce|commerciali[sz]e"
        r"|roll out|release) (?:the|its|our|a|an|new|this)(?! (?:campaign|roadshow|search|study|program|report|results"
        r"|website|offering|tender))",
        r"(?:be |fully |commercially )(?:launched|introduced|available)|will debut|launch is (?:on track|expected"
        r"|scheduled|planned)|commerciali[sz]ation of|(?:product|commercial) launch",
    ),
    "partners": Wording(
        r"(?:this|the|our|its|new|strategic) (?:[a-z]+ ){0,2}?(?:partnership|collaboration|joint venture|teaming"
        r" agreement)",
        r"(?:mou|memorandum of understanding|letter agreement)",
    ),
    "restructuring": Wording(
        r"(?:restructuring|cost-reduction|cost-optimi[sz]ation|cost-savings?|efficiency) (?:plan|program|initiative"
        r"|charges"
        r"|actions)",
        r"(?:annual|annuali[sz]ed|cost) (?:cost )?savings (?:of|program)|reduction in force|plant closures?|(?:close"
        r"|closing)"
        r" (?:its|the|our) (?:[a-z]+ ){0,3}?(?:plant|facility|mill|stores)",
    ),
    "litigation": Wording(
        r"(?:lawsuit|litigation|arbitration|appeal|legal proceedings?|class action|court) (?:[a-z]+ ){0,6}?(?:end"
        r"|resolved?"
        r"|settle[d]?|decid[a-z]+|hear[a-z]*|rul[a-z]+|trial|proceed|conclude)",
    ),
    "digital-assets": Wording(
        r"(?:acquire|purchase|buy|hold|accumulate|mine|stake|tokeni[sz]e|launch|issue)[a-z]* (?:[a-z0-9$,-]+ ){0,4}?"
        r"(?:bitcoin|btc|ethereum|eth|tokens?|digital assets|cryptocurrenc[a-z]+|stablecoin)",
        r"(?:bitcoin|ethereum|digital asset|crypto) (?:treasury|strategy|reserve)",
    ),
    "supply": Wording(
        rf"{_DO} (?:[a-z]+ ){{0,3}}?(?:production|manufacturing|shipments?|deliveries)",
        r"(?:production|manufacturing|shipments?|deliveries|delivery) (?:of [a-z0-9 ]{1,40}? )?(?:is|are|to|will"
        r"|should|would)"
        r" (?:be )?(?:begin|start|commence|expected|scheduled|completed|ramp|increase)",
        r"(?:increase|expand|scale|double|ramp)[a-z]* (?:[a-z]+ ){0,3}?(?:production|manufacturing)(?: capacity)?"
        r"|capacity (?:is|to|will) (?:[a-z]+ )?(?:scheduled|double|increase|expand|grow)|begin shipping",
    ),
    "credit": Wording(
        r"(?:net interest margin|net charge-offs|credit losses|loan growth|provision for (?:loan|credit))",
    ),
    "customers": Wording(
        r"(?:awarded|win|receive|secure|sign) (?:[a-z0-9$]+ ){0,5}?(?:contracts?|orders?|purchase order)",
    ),
}
"""By topic, the ways of saying that it is to happen."""

OTHERWISE: dict[str, re.Pattern[str]] = {
    "clinical": re.compile(r"sttr|sbir|army|navy|contract|award|seed|raise|permitting|remediation|treasury|bitcoin"),
    "deal": re.compile(
        r"offering is expected to close|(?:has|have|been|was|were|already|recently) (?:successfully )?(?:completed"
        r"|closed|acquired)"
    ),
    "reserves": re.compile(r"oil and gas industry|art exploration|department of energy|global production|worldwide"),
    "payouts": re.compile(r"revenue share|content distribution|distribution (?:network|agreement|channel|partner)"),
    "financing": re.compile(r"equipment financing|financing instruments|use the net proceeds"),
    "launch": re.compile(r"roadshow|campaign|website|search|video|webinar"),
    "listing": re.compile(r"investor education|visibility|fits? into"),
    "restructuring": re.compile(r"non-gaap|exclud|may diminish|generally will incur|in connection with any future"),
    "results": re.compile(r"industry|market (?:size|is)|dividend|per share (?:beginning|payable)|clinical|study|trial"),
}
"""Words beside which the topic's own mean something else."""


def asserted_topics(folded: str, topics: tuple[str, ...]) -> tuple[str, ...]:
    """Which of a statement's topics it asserts."""
    if not any(AHEAD.finditer(folded)) or any(DENIED.finditer(folded)):
        return ()
    return tuple(t for t in topics if t in ASSERTED and _asserts(folded, t))


def _asserts(folded: str, topic: str) -> bool:
    other = OTHERWISE.get(topic)
    if other and other.search(folded):
        return False
    return any(_looks_ahead(folded, *match.span()) for match in ASSERTED[topic].finditer(folded))


def _looks_ahead(folded: str, start: int, end: int) -> bool:
    """Whether a word that looks ahead stands in the words or near them, in the same part of the sentence."""
    before = _PART.split(folded[max(0, start - BEFORE) : start])[-1]
    after = _PART.split(folded[end : end + AFTER])[0]
    if _SOMEBODYS.search(before):
        return False
    return any(AHEAD.finditer(before + folded[start:end] + after))


BEFORE, AFTER = 120, 50
"""Characters around a topic in which a word makes it one to come."""

_SOMEBODYS = re.compile(r"experience|expertise|background|track record|knowledge of|specializ")
"""Words before a topic by which it is what somebody has done before."""

_PART = re.compile(r"[:;•]")
"""What parts a sentence."""
