"""Signal-word list

What it looks for
    The list of words by which a reader may know a forward-looking statement: "words such as 'expects' and
    'believes'", "identified by terminology such as …", "and similar expressions".

Why
    Practice. It helps to identify statements, and courts have used such cues. The statute prescribes no words, and
    a list alone says less than naming the statements.

How to fix
    Name the statements ("including statements regarding …"), or add: "Words such as 'expects', 'plans', 'believes'
    and similar expressions identify forward-looking statements." Consider listing words that the release uses.

When it stays silent
    When the legend names its statements by topic: a list is then no loss. Never more than a note.

Met
    Words such as "expects", "plans" and similar expressions identify forward-looking statements.

Missing
    This release contains forward-looking statements. Actual results could differ materially.
"""

from __future__ import annotations

from checker.phrases import Wording, one_of
from checker.types import Authority, Finding, Found, NotApplicable, Reading, Rule

_SIGNAL = one_of(r"""
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

WORDING = Wording(
    # "words such as 'expects'", "terminology including, but not limited to, the words …"
    rf"{_WORDS}(?:,? (?:and|or) (?:other )?{_WORDS})?,?(?: of similar meaning)? "
    r"(?:such as|like|including|containing|using|as)[:,]? ?(?:but not limited to,? )?(?:the (?:words|following)[:,]? )?"
    rf"{_QUOTE}*{_SIGNAL}[a-z]*",
    # "such words as 'believes'"
    rf"such (?:forward-looking )?{_WORDS} as:? ?{_QUOTE}*{_SIGNAL}[a-z]*",
    # "the words 'anticipate' …": in quotation marks any signal will do, without them the surest only
    rf"(?:the|following|these) (?:following |forward-looking )?{_WORDS}(?: (?:and|or) {_WORDS})?[:,]? ?"
    rf"{_QUOTE}+{_SIGNAL}[a-z]*",
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
MANNER = Wording(
    r"(?:they|which|that) do not relate strictly to historical",
    r"(?:use|using) (?:of )?(?:the )?future (?:tense|or conditional verbs)",
)
"""Identified by how they speak rather than by a list: "by the fact that they do not relate strictly to …"."""


def find(reading: Reading) -> Found | NotApplicable:
    listed = WORDING.within(reading, reading.legends)
    if listed:
        return Found(findings=tuple(Finding(passages=(p,)) for p in listed))
    manner = MANNER.within(reading, reading.legends)
    if manner:
        return Found(findings=tuple(Finding(passages=(p,)) for p in manner), note="told by manner, not by a list")
    if reading.topic_lists:
        return NotApplicable(reason="no word list found; the legend names its statements by topic, which says more")
    return Found(note="and the legend names no statements by topic")


RULE = Rule(
    id="signal-words",
    title="Signal-word list",
    authority=Authority(tier="practice", source="customary in issuers' legends"),
    expect="present",
    severity={"full": "note", "practice": "note", "statute": None},
    requires=("legend-present",),
    advice="Consider naming the statements by topic, or adding: Words such as “expects”, “plans”, “believes” and "
    "similar expressions identify forward-looking statements.",
    find=find,
)
