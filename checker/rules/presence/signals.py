"""Where a legend lists the words by which a reader may know a forward-looking statement."""

from __future__ import annotations

from checker.phrases import Wording, one_of

SIGNAL = one_of(r"""
    about | accelerat | achiev | aim | ambition | anticipat | assum | believ | budget | can\b | commit | confident
    consider | contemplat | continu | could | endeavou?r | estimat | expect | forecast | foresee | future | goal
    guidance | hope | if\b | intend | is  | likely | look | may\b | might | objective | on-track | opportunit
    optimistic | outlook | pending | plan | position | possib | potential | predict | project | propose | prospect
    pursu | schedul | seek | should | strateg | target | trend | we  | will | would
""")
"""How the words begin that such lists name; the first of a list is enough."""

_QUOTE = r"[\"'?]"
"""A quotation mark, also one that was lost in conversion: "such as ?may,? ?should?"."""

_WORDS = "(?:words?|terms?|terminolog(?:y|ies)|phrases?|expressions|verbs|language|vocabulary)"
_LIKE = "(?:similar|like|comparable)"
_LIKENESS = "(?:meaning|import|substance|nature|effect|connotation|significance)"

SIGNAL_WORDS = Wording(
    # "words such as 'expects'", "terminology including, but not limited to, the words …"
    rf"{_WORDS}(?:,? (?:and|or) (?:other )?{_WORDS})?,?(?: of similar meaning)? "
    r"(?:such as|like|including|containing|using|as)[:,]? ?(?:but not limited to,? )?(?:the (?:words|following)[:,]? )?"
    rf"{_QUOTE}*{SIGNAL}[a-z]*",
    # "such words as 'believes'"
    rf"such (?:forward-looking )?{_WORDS} as:? ?{_QUOTE}*{SIGNAL}[a-z]*",
    # "the words 'anticipate' …": in quotation marks any signal will do, without them the surest only
    rf"(?:the|following|these) (?:following |forward-looking )?{_WORDS}(?: (?:and|or) {_WORDS})?[:,]? ?"
    rf"{_QUOTE}+{SIGNAL}[a-z]*",
    rf"(?:the|following|these|by) (?:following |forward-looking )?{_WORDS}(?: (?:and|or) {_WORDS})?[:,]? "
    r"(?:anticipat|believ|estimat|expect|intend|may|will|plan|project)[a-z]*(?:,|(?= (?:and|or) ))",
    # "and similar expressions", "or other comparable terminology"
    r"(?:and|or|any|with|of)(?: any)?(?: other)? (?:similar|comparable|like|related)"
    rf"(?: forward-looking| future| or comparable)*(?: or conditional)? {_WORDS}",
    # "words of similar import"
    rf"{_WORDS} (?:of|with|having) (?:a )?{_LIKE} {_LIKENESS}",
    # "or the negative thereof"
    r"negatives? (?:thereof|of (?:these|those|them))",
    # "the negatives of these terms", "variations thereof or comparable …"
    r"(?:variations?|negatives?|derivatives?|synonyms|variants)(?: thereof)?"
    r"(?: or (?:variations?|negatives?|comparable))* (?:of|on|thereof) (?:of )?"
    rf"(?:such|these|those|the foregoing|any of|similar|them|the)(?: such| these| those)?(?: {_WORDS})?",
)
