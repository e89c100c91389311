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
from checker.rules.presence.signals import SIGNAL_WORDS
from checker.types import Authority, Finding, Found, NotApplicable, Reading, Rule

MANNER = Wording(
    r"(?:they|which|that) do not relate strictly to historical",
    r"(?:use|using) (?:of )?(?:the )?future (?:tense|or conditional verbs)",
)
"""Identified by how they speak rather than by a list: "by the fact that they do not relate strictly to …"."""


def find(reading: Reading) -> Found | NotApplicable:
    listed = SIGNAL_WORDS.within(reading, reading.legends)
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
