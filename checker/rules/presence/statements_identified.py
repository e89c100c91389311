"""Forward-looking statements identified

What it looks for
    Words in the legend that identify statements as forward-looking: "contains forward-looking statements",
    "statements that are not historical facts are forward-looking", "except for historical information, the matters
    discussed involve risks". Statement, information, hyphen or none: all count. A heading alone identifies nothing.

Why
    15 U.S.C. 78u-5(c)(1)(A)(i) and 77z-2(c)(1)(A)(i) protect a statement that is "identified as a forward-looking
    statement". No label or special place is asked for, but words that do it are.

How to fix
    Say that the release contains forward-looking statements, and which they are: "This release contains
    forward-looking statements, including statements regarding our outlook for the third quarter."

When it stays silent
    When there is no legend. When the legend says only that the release "may contain" forward-looking statements and
    names none of them, the finding is a note: consider saying that it does, and which.

Met
    This press release contains forward-looking statements.

Missing
    Forward-Looking Statements. Actual results could differ materially from those projected.
"""

from __future__ import annotations

from checker.rules.presence.wording import CERTAIN, ESSENCE, POSSIBLE
from checker.types import Authority, Finding, Found, Passage, Reading, Rule


def find(reading: Reading) -> Found:
    named = CERTAIN.within(reading, reading.legends)
    sure = [p for p in named if not _is_doubtful(reading, p)]
    if sure or (named and reading.topic_lists):
        return Found(findings=tuple(Finding(passages=(p,)) for p in named))
    if named:
        note = 'only as something the release "may contain"; consider saying that it does, and which statements'
        return Found(findings=tuple(Finding(passages=(p,), note=note, grade="may-contain") for p in named))
    return Found(findings=tuple(Finding(passages=(p,)) for p in ESSENCE.within(reading, reading.legends)))


def _is_doubtful(reading: Reading, passage: Passage) -> bool:
    """Whether "may" or the like governs the verb at the passage's start."""
    near = max(0, passage.start - 30), min(passage.end, passage.start + 12)
    return any(m.end() > passage.start for m in POSSIBLE.finditer(reading.release.folded, *near))


RULE = Rule(
    id="statements-identified",
    title="Forward-looking statements identified",
    authority=Authority(tier="statute", source="15 U.S.C. 78u-5(c)(1)(A)(i), 77z-2(c)(1)(A)(i)"),
    expect="present",
    severity={"full": "error", "practice": "error", "statute": "error"},
    grades={"may-contain": {"full": "note", "practice": "note", "statute": "note"}},
    requires=("legend-present",),
    advice="Consider adding words that identify the statements, for example: This press release contains "
    "forward-looking statements, including statements regarding …",
    find=find,
)
