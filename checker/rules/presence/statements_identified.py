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

from checker.phrases import Wording
from checker.types import Authority, Finding, Found, Passage, Reading, Rule

_LOOKING = r"[\"'(]{0,3}(?:forward-looking|forward-oriented|future-oriented)"
_NOUN = r"(?:statements?|information|comments?|disclosures?|remarks|matters|data|content|language)"
_FLS = (
    rf"{_LOOKING}(?:[\"')]{{0,3}} (?:[a-z]+ |and [a-z-]+ )?{_NOUN}|[\"')]{{0,3}} (?:in nature|within|as|and|but"
    rf"|or|for|under|that)|(?=[\"')]{{0,3}}\s?[.,;(])|$)"
)
_THIS = (
    r"(?:this|the|our|these) (?:[a-z]+-)?(?:[a-z]+ )?(?:release|announcement|report|document|article"
    r"|communication|statement|letter|presentation|material|update|filing|advisory|publication)"
)
_FILL = (
    r"(?:(?:,|also|all|hereby|herein|generally|typically|only|considered|deemed|regarded|identified"
    r"|intended|characterized|meant|to|be|as|or|may|contain|"
    r"include|constitute|our|its|by|their|nature|management's|what|certain|based|on|\"|')[ ,]+){0,7}"
)

CERTAIN = Wording(
    rf"(?<!not\s)(?:contain(?:s|ed|ing)?|includ(?:es|e|ed|ing)|constitut(?:es|e|ed|ing)|compris(?:es"
    rf"|e)|represents?|provid(?:es|e)|makes?|making|presents?|sets? forth|discuss(?:es)?|disclos(?:es"
    rf"|e)|involves?) [^.;!?]{{0,70}}?{_FLS}",
    rf"(?:are|is|be|being|considered|deemed) {_FILL}{_FLS}",
    rf"(?:the|these|following|those) {_LOOKING} {_NOUN}[\"')]{{0,3}} (?:(?:made|contained|included|provided"
    rf"|set forth|presented|expressed|appearing|found)(?: or implied)? )?(?:herein|(?:in|by|throughout) {_THIS}"
    rf"|on (?:this|the) )",
    rf"the following {_FLS}",
    rf"{_LOOKING} {_NOUN}[\"')]{{0,3}} (?:made |contained |included )?(?:(?:in|by) {_THIS} )?(?:may "
    rf"|can |often |generally |typically |specifically )*(?:include|includes|consist|relate to"
    rf"|relates to|are statements|are those|are identified|is identified|can be identified|be identified"
    rf"|are indicated|address|describe|refer to|concern)",
)
ESSENCE = Wording(
    rf"(?:expectations?|forecasts?|projections?|targets?|outlook|predictions?|estimates?|assessments?)[^.;!?]"
    rf"{{0,80}}? in {_THIS}",
    rf"(?:identif(?:y|ies|ied|ying)|indicates?|denotes?|signify|mark|qualify as) (?:certain |such "
    rf"|these |the |our |those |any |many |some |of )*{_FLS}",
    r"(?:except for|other than|with the exception of|apart from|in addition to) (?:the |any "
    r"|purely )?(?:statements of )?historical (?:facts?|information|statements?|matters|data)[^.;!?]{0,120"
    r"}?(?:statements|matters|information|contents?|discussions?|topics|items)",
    r"(?:statements|matters|information)[^.;!?]{0,80}?(?:(?:are|is) not|other than)(?: statements of"
    r"| of| strictly| purely| based on)*(?: a)? historical",
    r"statements?[^.;!?]{0,60}? (?:about|regarding|concerning|of) (?:the |our |its )?(?:expected "
    r"|anticipated |possible )?(?:future|expectations|plans|outlook|intentions)",
)
"""The words "forward-looking" are not asked for: the sense is enough."""

POSSIBLE = Wording(r"(?:may|might|could|can|possibly) (?:also |from time to time )?(?:contain|include|make|involve)")


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
