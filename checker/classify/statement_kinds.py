"""Which paragraph of 15 U.S.C. 78u-5(i)(1) a statement falls under, where its words tell.

Marks are wordings; `DECISIONS` is read from the top, and the first whose marks are there (and whose bars are not)
decides. There are no labels to learn from; `docs/models/statements.md` has how often a reader agreed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*|[%$]")


def _any(lines: str) -> str:
    """One pattern of lines of alternatives."""
    return "(?:" + "|".join(line.strip() for line in lines.strip().split("\n")) + ")"


_ITEM = _any(r"""
    revenues?|(?:net|product|comparable|total|annual|peak) sales|sales|backlog|bookings|arr|synergies
    earnings(?! calls?| conference| release| webcast)|eps|ebitda|ebit|ffo|noi|profits?|margins?|tax rates?
    (?:net|operating) (?:income|loss)|income|(?:gross|net|aggregate) proceeds|(?:cost|annual|annualized|expense) savings
    cash flows?|free cash flow|cash (?:provided|used|runway)|net debt|net leverage
    capex|capital expenditures?|capital (?:spending|investments?)
    (?:operating|sg a|r d|interest|exploration) (?:expenses?|expenditures?)|(?:reduce|lower|cut)\w* (?:\w+ )?costs
""")
"""Financial items of paragraph (A)."""

_AMOUNT = _any(r"""
    \$|%|0 x|million|billion|basis points|cents|percent|percentage points?
    (?:double|single|mid|high|low) (?:double |single )?digits?
""")

_MARKET = r"(?:markets?|industry|sector|demand|number|adoption|which|that)"
_SEEN = (
    r"(?:projected|expected|estimated|forecast|forecasted|anticipated|predicted|poised|set|slated|believed|on track)"
)
_SIZE = r"(?:reach|grow|exceed|surpass|hit|expand|rise|increase|double|triple|generate|be (?:worth|valued))"
_SOON = _any(r"""
    will|would|shall|\w+'ll|expect\w* to|anticipat\w* to|going to|schedul\w* (?:to|for)|can now|to be
""")
_BETWEEN = r"(?: (?:also|now|soon|be|further|first|not|initially|continue|to|then|temporarily|exclusively|\w+ly)){0,3}"
_DATE = _any(r"""
    0|year|months?|quarter|half|summer|spring|fall|winter|january|february|march|april|may|june
    july|august|september|october|november|december
""")

MARKS: Mapping[str, str] = {
    # (D)
    "assumption": r"assum(?:es?|ed|ing|ptions?)",
    "takes an office": r"assum(?:es?|ed|ing)(?: \w+(?:'s)?){0,4} "
    + _any(r"""
        roles?|positions?|responsibilit\w+|dut(?:y|ies)|leadership|offices?|titles?|helm|oversight|command
        control|ownership|debts?|liabilit\w+|obligations?|ceo|chair\w*|president
    """),
    # (A)
    "item with an amount": rf"(?:{_ITEM}(?: \S+){{0,16}}? {_AMOUNT}|{_AMOUNT}(?: \S+){{0,6}}? {_ITEM})",
    "amount a share": r"(?:earnings|income|loss|eps|dilut\w+|ffo|cost|dividends?)(?: \S+){0,12} per (?:\w+ )?share",
    "guidance": _any(r"""
        (?:financial|earnings|revenue|sales|ebitda|eps|annual|quarter\w*|year|fiscal|0) (?:\w+ ){0,3}?guidance
        (?:financial|earnings|revenue|sales|ebitda|eps|annual|quarter\w*|year|fiscal|0) (?:\w+ ){0,3}?outlook
        (?:financial|earnings|revenue|sales|ebitda|eps|annual|quarter\w*|year|fiscal|0) (?:\w+ ){0,3}?forecasts?
        (?:financial|earnings|revenue|sales|ebitda|eps|annual|quarter\w*|year|fiscal|0) (?:\w+ ){0,3}?targets?
        (?:rais|reaffirm|reiterat|lower|narrow|maintain|withdr\w+|issu|updat)\w* (?:\w+ ){0,5}?(?:guidance|outlook)
        (?:this|our|its|the company's) (?:guidance|outlook)
        (?:non )?gaap(?: \S+){0,14} (?:guidance|outlook)
        (?:guidance|outlook) for (?:the |its |full )?(?:\w+ )?(?:fiscal|full|year|quarter|0)
    """),
    "estimated item": _any(rf"""
        (?:estimated|expected|projected)(?: \w+){{0,4}} (?:{_ITEM}|expenses?|production)
        (?:incur|record|recogni[sz]e)(?: \S+){{0,5}} (?:costs?|expenses?|charges?|impairments?|gains?|loss(?:es)?)
    """),
    "cash lasts": _any(r"""
        cash(?: \S+){0,12}? (?:sufficient|enough) to
        (?:fund|finance)s?(?: \S+){0,5} (?:into|through) (?:\w+ )?0
        cash runway
    """),
    "dividend": r"(?:dividends?|distributions? (?:per|to)|share repurchases?|buybacks?)",
    # (C)
    "market ahead": _any(rf"""
        {_MARKET}(?: \S+){{0,12}}? {_SEEN} to {_SIZE}
        (?:market|industry|sector)(?: \S+){{0,8}}? (?:could|will|may)(?: continue to)? {_SIZE}
        {_MARKET}(?: \S+){{0,12}}? {_SEEN} by(?: \w+){{1,4}} to {_SIZE}
        cagr|compound annual|to reach(?: \w+)? \$
    """),
    "economy": _any(r"""
        (?<!that )(?<!to )demand|profitab\w+|results of operations|cash generation|market share|momentum|accretive
        (?:financial|economic|operating|business|our|future) (?:performance|position|results|viability|benefits)
        (?:price|significant) appreciation|tailwinds?|headwinds?|(?:economic|market|price) recovery
        (?:shareholder|stockholder|long term) value|breakeven|cash flow positive
        optimistic about|(?:continued|increas\w+|growing) adoption
        trends? to continue|reap(?: \w+)? benefits|produce(?: \w+){0,3} 0 (?:\w+ )?(?:ounces|barrels|tons|tonnes)
        benefits? from|stands? to benefit|(?:expect|anticipat)\w*(?: \S+){0,3} performance
        successful (?:year|quarter)|(?:strong|record|solid) (?:\w+ )?(?:year|quarter|results|growth|sales)
        (?:improved|greater|operating) efficienc\w+
        (?<!educational )(?<!personal )growth(?! strateg| plan| initiativ| stage| company| capital| equity| objective)
        grow (?:at|by|faster|in|our (?:revenue|sales|earnings))
    """),
    "item": _ITEM,
    # (B)
    "plan": _any(r"""
        plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intentions?|intent|aim(?:s|ed|ing)?|seek(?:s|ing)?|(?:striv|aspir)(?:es?|ing)
        goals?|objectives?|strateg(?:y|ies)|vision|mission|road ?map|ambitions?|pipeline|timelines?
        wants? to|hop(?:es?|ing) to|look(?:s|ing)? to|working (?:to|towards?|on)
        prepar(?:e|es|ed|ing|ations?) (?:to|for)|(?:committed|commitment|dedicated|determined) to|investments? to expand
        focus(?:es|ed|ing)? (?:on|(?:now )?is (?:now )?(?:on|to))|evaluating|exploring
        pursu(?:e|es|ed|ing)|discussions (?:with|on)
        on track|on schedule|scheduled|slated|propos\w+|underway|reorgani[sz]ation|(?:up)?listing
        will (?:allow|enable|help) (?:us|the company)|(?:us|company) to|in the (?:final |early )?(?:stages|process) of
        as we (?:roll|expand|build|launch|scale|enter|bring)
    """),
    "placed": r"(?:set|poised|positioned|ready|placed) to|target(?:s|ing|ed)",
    "keeps on": r"(?<!to )continu(?:e|es|ing) "
    r"(?:to (?!expect|believ|anticipat|see|experienc|benefit|be |grow|deliver)\S+|our|its|their)",
    "trial": r"(?:clinical|trials?|phase 0|fda|nda|bla|ind|topline|enroll\w*|drill\w*|feasibility|resource estimate)",
    "doing": _any(r"""
        clos(?:e|es|ing)|complet(?:e|es|ed|ion)|consummat\w+|transition|approvals?|effective (?:on|as of|upon|date)
        merger|acquisition|integration|separation|spin off|rebrand\w*|expansion|launch\w*|construction
        acquir\w+|start(?:s|ing)?|open(?:s|ing)?|roll ?out|ship|commerciali[sz]\w+|scal(?:e|ing) (?:\w+ )?production
        invest(?:s|ing)|scal(?:e|ing) manufacturing|break ground|advanc(?:e|es|ing) towards?
        (?:increas|expand|doubl|tripl|quadrupl)\w*(?: \S+){0,2} (?:capacity|production|output)
    """),
    "act": rf"{_SOON}{_BETWEEN} "
    + _any(r"""
        launch\w*|open\w*|begin\w*|start\w*|split|grant|commenc\w*|complet\w*|clos\w*|acquir\w*|expand\w*|buil[dt]\w*|construct\w*
        introduc\w*|releas\w*|roll\w*|deploy\w*|install\w*|integrat\w*|incorporat\w*|develop\w*|offer\w*|featur\w*|used?|utili[sz]e\w*
        adopt\w*|appoint\w*|transition\w*|migrat\w*|submit\w*|filed?|list(?:ed)?|distribut\w*|manufactur\w*|produc\w*
        combin\w*|increas\w*|continue(?! to grow)|serve as|available|able to|have access|relocat\w*|hir\w+|invest\w*
        operat\w*|employ\w*|transfer\w*|includ\w*|involv\w+|work with|collaborat\w*|conduct\w*|focus|our|keep on
        conven\w+|request|establish\w*|donat\w+|make additional
        break ground|upgrad\w*|enhance (?:its|our|the)|deliver (?:the|a)
        become (?:a|the|our)(?: \w+){0,2} (?:cent\w+|hub|base|office|plant|site)
        provide (?!(?:\w+ )?(?:benefits?|value|insights?|opportunit))\S+
    """),
    "eager": r"(?:look\w* forward to|cannot wait to) "
    r"(?:deliver|bring|present|launch|open|set|introduc|build|expand|continu)\w*",
    "expects to": r"(?:we|company|management|it|firm) (?:expects?|anticipates?) to \w+",
    "due": r"(?:expected|anticipated|coming|due|planned|targeted) (?:by|in|during|later|before|this|for|at|around) "
    rf"(?:\w+ ){{0,3}}?{_DATE}",
    "ahead": _any(r"""
        will|would|shall|\w+'ll|expect\w*|anticipat\w*|upcoming|next|soon|going forward|ahead|future|may|could|would
        promis\w+|imminent|potential\w*|we see|boost|subject to|by 0|in 0|planned|continu\w+
    """),
    "office": _any(r"""
        (?:will|to) (?:serve|join|lead|act|report)(?: \S+){0,7}? (?:chief|ceo|cfo|president|director|officer|chair\w*)
        (?:will|to) (?:serve|join|lead|act|report)(?: \S+){0,7}? (?:head|vice|board|advis\w+)
        (?:will|to) continue (?:in|to serve)(?: \S+){0,8}? (?:role|chief|ceo|president|director|officer|chair\w*)
        be an asset
    """),
}
"""Wordings, on lower-case words set apart by single spaces; every number is 0."""

DECISIONS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("assumption", ("assumption",), ("takes an office",)),
    ("performance", ("market ahead",), ("plan",)),
    ("projection", ("guidance",), ()),
    ("projection", ("item with an amount",), ()),
    ("projection", ("amount a share", "ahead"), ()),
    ("projection", ("estimated item",), ()),
    ("projection", ("cash lasts",), ()),
    ("projection", ("dividend", "ahead"), ()),
    ("projection", ("dividend", "plan"), ()),
    ("performance", ("economy",), ("plan", "keeps on")),
    ("performance", ("item", "ahead"), ("plan", "keeps on")),
    ("plan", ("plan",), ()),
    *(("plan", (mark,), ("office",)) for mark in ("placed", "keeps on", "trial", "eager", "expects to")),
    ("plan", ("doing",), ("office",)),
    ("plan", ("act",), ("office",)),
    ("plan", ("due",), ("office",)),
)
"""The class, marks that must all be there, marks that must not."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"(?<!\S)(?:{pattern})(?!\S)") for name, pattern in MARKS.items()}


def kind_of_statement(text: str) -> str | None:
    """The class by the words of a statement; None where they do not tell.

    "projection" (A) of financial items, "plan" (B) or objective of management, "performance" (C) of the business or
    its market to come, "assumption" (D) beneath these.
    """
    words = " ".join("0" if w[0].isdigit() else w for w in _TOKEN.findall(text.lower().replace("’", "'")))
    found: dict[str, bool] = {}

    def is_there(mark: str) -> bool:
        if mark not in found:
            found[mark] = _patterns()[mark].search(words) is not None
        return found[mark]

    for kind, marks, bars in DECISIONS:
        if all(map(is_there, marks)) and not any(map(is_there, bars)):
            return kind
    return None
