"""The words by which occasions are told (`facts.occasions`), and those that turn them into something else."""

from __future__ import annotations

from checker.phrases import Wording, gap, one_of

# ── results ───────────────────────────────────────────────────────────────────────────────────────

_PERIOD = one_of(r"""
    (?:first|second|third|fourth|1st|2nd|3rd|4th|record|latest) (?:fiscal |calendar )?(?:quarter|half)
    q[1-4](?![0-9a-z]) | [1-4]q(?:[0-9]{2,4})? | quarterly | half-year(?:ly)? | semi-annual | interim
    full-year | fiscal-year | year-end | annual | (?:three|six|nine|twelve)-months? | fiscal (?:20)?[0-9]{2}
    (?:quarter|year|half|period|months) ended | (?:20|19)[0-9]{2}
""")
_FIGURES = one_of(r"""
    results | earnings | revenues? | net sales | (?:same-store|comparable|record|total) sales | sales | net income
    net loss | profits? | eps | income from
""")
_TELLS = one_of(r"""
    reports? | reported | announces? | announced | announcing | posts? | posted | delivers? | delivered | releases?
    released | publishes | published | provides | achieves? | achieved | generates? | records? | recorded
""")
_GUIDES = one_of(r"""
    raises? | raised | reaffirms? | lowers? | lowered | updates? | issues? | reiterates? | narrows? | confirms?
    initiates? | increases? | provides? | cuts | announces?
""")
_OF_WHAT = one_of(r"""
    financial | revenues? | earnings | sales | profit | eps | full-year | fiscal-year | annual | quarter(?:ly)?
    20[0-9]{2} | ebitda
""")
EARNINGS = Wording(
    rf"{_TELLS} {gap(70)}{_PERIOD} (?:[0-9a-z'&,$%-]+ ){{0,6}}?{_FIGURES}",
    rf"{_TELLS} {gap(70)}(?:results|earnings|net income|net loss|revenues?) (?:[0-9a-z'&,$%.-]+ ){{0,9}}?"
    rf"(?:for|in|of) (?:the |its |our )?(?:[a-z]+ )?{_PERIOD}",
    rf"(?:financial|operating|quarterly|year-end|annual) results for {gap(30)}{_PERIOD}",
    rf"{_PERIOD} (?:[0-9a-z'&,-]+ ){{0,3}}?(?:financial |operating |business |earnings )+results",
    rf"(?:strong|solid|weak|mixed|record) {_PERIOD} results",
    rf"{_GUIDES} {gap(40)}{_OF_WHAT} (?:[a-z]+ ){{0,2}}?(?:guidance|outlook)",
)
NO_RESULTS = Wording(
    r"(?:to|will|would|plans to|intends to|expects to) (?:also )?(?:report|announce|release|host|hold|discuss|present"
    r"|file|publish|webcast|issue|hold|broadcast|review|be (?:released|announced|reported|published|webcast))",
    r"schedules?|scheduled|sets? (?:the )?dates?|dates? (?:of|for|to)|invites?|invitation|save the date|reminder"
    r"|financial calendar",
    r"(?:conference call|webcast|call|meeting|date|presentation|transcript) (?:and webcast )?(?:to|on|for|of|about"
    r"|details|regarding|information)",
    r"drill(?:ing)?|assays?|exploration|intersects?|metallurgical|phase|trials?|stud(?:y|ies)|clinical|interim data"
    r"|survey|meeting|vot(?:e|es|ing)|production guidance|coverage|annual (?:report|information)|awards?|peak"
    r"|addressable|industry",
    r"notification of late|unable to file|late filing|restat(?:e|ed|ement)",
)
"""What makes of them the announcement of an announcement, or results of another kind."""

# ── a deal ────────────────────────────────────────────────────────────────────────────────────────

AGREED = Wording(
    r"(?:merger agreement|agreement and plan of merger|business combination agreement|share exchange agreement"
    r"|arrangement agreement|(?:stock|share) purchase agreement)",
    r"definitive (?:[a-z]+ ){0,3}?agreements? (?:to (?:acquire|merge|combine|be acquired|purchase all|buy)"
    r"|for (?:the|its|an?) (?:[a-z-]+ )?(?:acquisition|merger|business combination|combination)"
    r"|(?:under|pursuant to) which|whereby"
    r"|with [^.;!?]{0,60}? (?:to acquire|for (?:the|a) (?:acquisition|merger|business combination)))",
    r"(?:proposed|pending|previously announced|planned|strategic|reverse|all-stock|all-cash) (?:reverse |strategic )?"
    r"(?:merger|business combination)(?! (?:and|opportunit|discussions|talks|partner))",
    r"(?:to|will|agree to|agreed to) (?:combine|merge) (?:in|with)",
    r"to be acquired by|agree(?:s|d)? to be acquired"
    r"|to go public (?:via|through|in) [^.;!?]{0,30}?business combination",
    r"announces? (?:[a-z]+ ){0,3}?(?:merger|business combination) (?:with|of|between|agreement|to)",
    r"(?:of|for|on|approve|of the company's) (?:the |its )?(?:merger|business combination) (?:with|between|of)",
)
"""A deal by the name of its agreement."""

ACQUIRING = Wording(
    r"(?:agree(?:s|d)?|agreement) to (?:acquire|buy|purchase|merge|combine)",
    r"(?:will|to|would|shall) (?:acquire|buy|purchase) (?:all|100%) (?:of )?(?:the |its )?"
    r"(?:issued |outstanding |remaining |and |capital |[a-z']+'s? )*"
    r"(?:shares|stock|equity|common|securities|membership|interests?|ownership)",
)
"""A deal by what is to be bought."""

NO_DEAL = Wording(
    r"(?:acquire|purchase|buy) (?:up to|an? (?:additional )?[0-9]|an? option|an? (?:minority |majority )?"
    r"(?:interest|stake)|(?:[1-9][0-9]?|[0-9]{1,2}\.[0-9]+)%|certain|assets|the assets|[0-9,]{4,})",
    r"propert(?:y|ies)|mineral claims|claims|royalt(?:y|ies)|assets (?:of|from)|hotel|buildings?|land|acres"
    r"|licen[sc]es?|warrants|notes|units|private placement|offering"
    r"|(?:supply|distribution|lease|offtake|credit) agreement",
    r"credits|repurchase|buyback|buy-back|bitcoin|btc|eth|equipment|aircraft|gpus?|tokens?|concession|deposit|project",
)
"""What is bought when it is no company."""

DONE = Wording(
    r"(?:completes?|completed|closes|closed|consummate[sd]?|announces? (?:the )?(?:successful )?(?:completion"
    r"|closing|consummation)|has acquired|acquires|finalizes) (?:of )?(?:[a-z0-9'\",&%$.-]+ ){0,8}?"
    r"(?:merger|combination|acquisition|acquired|transaction)",
    r"(?:termination of|terminates?|terminated) (?:[a-z]+ ){0,5}?(?:merger|definitive|combination|agreement)",
    r"rumou?rs?|law firm|investigat(?:es|ing|ion)|class action|unveils in-depth"
    r"|(?:has|have|recently|were|was|newly) acquired|earn-out|earnout",
    r"letter of intent|loi|non-binding|memorandum of understanding|term sheet|mou|in principle|option to acquire"
    r"|tender offer",
)
"""A deal that is closed, ended, not yet agreed, or another's matter."""

STOCK = Wording(
    r"all-share (?:deal|transaction|merger|offer|combination)|spac|special-purpose acquisition|blank-check"
    r"|acquisition corp(?:oration)?",
    r"(?:all-stock|stock-for-stock|cash-and-stock|stock-and-cash|share-exchange|exchange ratio|stock-swap"
    r"|stock (?:transaction|consideration)|share consideration|equity consideration)",
    r"(?:shares?|stock|adss?|units?) (?:of [^.!?;]{0,60}? )?(?:for|in exchange for) (?:each|every)",
    r"(?:[0-9]\.[0-9]{2,5}|[0-9,]{5,}|[0-9.]+ million|a fixed number) (?:of an? )?(?:newly issued |new |restricted )?"
    r"(?:(?!per )[a-z]+ ){0,3}?(?:shares?|adss?)(?! (?:in|at a|price))",
    r"(?:in|with|and|issue|issuance of|receive) (?:newly issued |restricted |its |our )?(?:[a-z]+ )?"
    r"(?:common |preferred |ordinary )(?:stock|shares)",
    r"(?:combination of|mix of) (?:cash and|stock and)|(?:cash|notes?) and (?:[a-z]+ ){0,3}?(?:stock|shares)"
    r"|tax-free (?:reorganization|exchange)",
)
CASH = Wording(
    r"all-cash|(?:in|for|of) cash|cash (?:consideration|transaction|merger|offer|purchase price|deal|payment|on hand)"
    r"|per share,? (?:in )?cash|paid in cash",
)

# ── clinical work ─────────────────────────────────────────────────────────────────────────────────

_PHASE = r"phases? (?:[1-4](?:/[1-4])?[abc]?(?:/[1-4]?[abc])?|i{1,3}v?[ab]?(?:/i{1,3}[ab]?)?|iv)"
_TESTED = r"(?:patients?|subjects?|participants?|volunteers?|cohorts?)"
_STUDY = (
    rf"(?:{_PHASE}[^.;!?]{{0,50}}? (?:trials?|stud(?:y|ies)|data|results|program|readout)"
    r"|(?:clinical|pivotal|registrational|first-in-human|proof-of-concept|dose-escalation|human)[^.;!?]{0,30}? "
    r"(?:trials?|stud(?:y|ies)|data|results|program)"
    rf"|(?:first|last) {_TESTED} [^.;!?]{{0,40}}?(?:dosed|enrolled|treated|randomi[sz]ed|in |implanted|visit)"
    r"|(?:dosed|dosing|enrollment|enrolment|enrolling|randomi[sz]ation) (?:of |the |has |in )?[^.;!?]{0,40}?"
    rf"(?:{_TESTED}|trials?|stud(?:y|ies))"
    r"|(?:topline|top-line) (?:[a-z]+ ){0,3}?(?:data|results)"
    r"|(?:data|results|findings|outcomes?) (?:from|in|of) [^.;!?]{0,60}?(?<!and\s)trials?)"
)
STUDY = Wording(_STUDY)
"""Words for a study, as a title may have them."""

STUDY_ANNOUNCED = Wording(
    r"(?:announc(?:es?|ed|ing)|report(?:s|ed)|present(?:s|ed)|reveal(?:s|ed)|publish(?:es|ed)|publication of"
    r"|(?:has|have|had) (?:now |successfully )?(?:initiated|completed|begun|started|commenced|launched|enrolled|dosed"
    rf"|cleared)|initiates|doses|enrolls|completes|begins|starts|commences|clears) (?:[^.;!?]{{0,90}}? )?{_STUDY}"
)
"""Words for a study in the opening: who only has one running says so of himself in every release."""

NOT_STUDY = Wording(
    r"humanized|animals?|mice|toxicity|legal|attorneys?|mock|free trials?|trial accounts?|new clinical trials"
    r"|preclinical|pre-clinical|nonclinical|non-clinical|(?:feasibility|economic|scoping) stud(?:y|ies)|mine"
    r"|drill(?:ing)?|exploration|market (?:study|research)|case study|construction|homes|acres",
    r"appoints?|appointed|joins|rating|price target|coverage|registered direct|private placement|offering|podcast"
    r"|initiation notes"
    r"|(?:announced|announces|reported|reports) (?:its |the )?(?:financial|appointment|pricing|closing)",
    r"(?:completed|completes|launched|launches) (?:an |its |the )?(?:ai|module|platform)",
)
"""Studies of other things, and news about something else that mentions one."""
