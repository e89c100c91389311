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

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, NotApplicable, Reading, Rule

_SIGNAL = (
    r"(?:about|accelerat|achiev|aim|ambition|anticipat|assum|believ|budget|can\b|commit|confident"
    r"|consider|contemplat|continu|could|endeavou?r|estimat|expect|forecast|foresee|future|goal|guidance"
    r"|hope|if\b|intend|is |likely|look|may\b|might|objective|on-track|opportunit|optimistic|outlook"
    r"|pending|plan|position|possib|potential|predict|project|propose|prospect|pursu|schedul|seek"
    r"|should|strateg|target|trend|we |will|would)"
)
_WORDS = r"(?:words?|terms?|terminolog(?:y|ies)|phrases?|expressions|verbs|language|vocabulary)"

WORDING = Wording(
    rf"{_WORDS}(?:,? (?:and|or) (?:other )?{_WORDS})?,?(?: of similar meaning)? (?:such as|like"
    rf"|including|containing|using|as)[:,]? ?(?:but not limited to,? )?(?:the (?:words|following)[:,]? )?[\"']"
    rf"*{_SIGNAL}[a-z]*",
    rf"such (?:forward-looking )?{_WORDS} as:? ?[\"']*{_SIGNAL}[a-z]*",
    rf"(?:the|following|these) (?:following |forward-looking )?{_WORDS}(?: (?:and|or) {_WORDS})?[:,]? ?[\"']"
    rf"+{_SIGNAL}[a-z]*",
    rf"(?:the|following|these|by) (?:following |forward-looking )?{_WORDS}(?: (?:and|or) {_WORDS})?[:,]? (?:"
    rf"anticipat|believ|estimat|expect|intend|may|will|plan|project)[a-z]*,",
    rf"(?:and|or|any|with|of)(?: any)?(?: other)? (?:similar|comparable|like|related)(?: forward-looking"
    rf"| future| or comparable)*(?: or conditional)? {_WORDS}",
    rf"{_WORDS} (?:of|with|having) (?:a )?(?:similar|like|comparable) (?:meaning|import|substance"
    rf"|nature|effect|connotation|significance)",
    rf"(?:variations?|negatives?|derivatives?|synonyms|variants)(?: thereof)?(?: or (?:variations?"
    rf"|negatives?|comparable))* (?:of|on|thereof) (?:of )?(?:such|these|those|the foregoing|any of"
    rf"|similar|them|the)(?: such| these| those)?(?: {_WORDS})?",
)
MANNER = Wording(
    r"(?:they|which|that) do not relate strictly to historical",
    r"(?:use|using) (?:of )?(?:the )?future (?:tense|or conditional verbs)",
)


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
