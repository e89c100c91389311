"""Listed topic not in the release

What it looks for
    A subject that the legend lists ("including statements regarding the closing of the merger and our dividend") and
    that the rest of the release never mentions, in these words or others.

Why
    A list carried over from another release names other statements than this one makes. It weakens the argument that
    the legend was written for these statements (In re Harman, 791 F.3d 90 (D.C. Cir. 2015), on tailoring).

How to fix
    Take the subject out of the list, or check that the statement it was for is still in the release.

When it stays silent
    For subjects of any release ("our plans, strategy, results and future performance", "regulatory developments"),
    and for those whose words or whose topic occur anywhere outside the legend.

Silent
    The merger is expected to close in June. This release contains statements regarding the closing of the merger.

Found
    The plant will open in June. This release contains forward-looking statements regarding the closing of the merger.
"""

from __future__ import annotations

from checker.types import Authority, Finding, Found, NotApplicable, Reading, Rule, Subject

TELLING = {
    "deal": "a deal", "integration": "a combination", "listing": "a listing", "openings": "openings",
    "reserves": "exploration", "digital-assets": "digital assets", "pandemic": "a pandemic",
}  # fmt: skip
"""Topics that a release is about or not. The others are part of any company's plans."""


def find(reading: Reading) -> Found | NotApplicable:
    subjects = tuple(s for topics in reading.topic_lists for s in topics.subjects)
    if not subjects:
        return NotApplicable(reason="the legend lists no topics")
    return Found(findings=tuple(_finding(s) for s in subjects if _is_leftover(s)))


def _is_leftover(subject: Subject) -> bool:
    return not subject.in_body and any(t in TELLING for t in subject.topics)


def _finding(subject: Subject) -> Finding:
    about = next(TELLING[t] for t in subject.topics if t in TELLING)
    return Finding(passages=(subject,), note=f"listed, and no mention of {about} found outside the legend")


RULE = Rule(
    id="topics-not-in-release",
    title="Listed topic not in the release",
    authority=Authority(tier="hygiene", source="copy-and-paste; cf. In re Harman, 791 F.3d 90 (D.C. Cir. 2015)"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": None},
    requires=("legend-present",),
    advice="Consider taking the subject out of the list, or check that its statement is still in the release.",
    find=find,
)
