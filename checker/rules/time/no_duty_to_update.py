"""No duty to update

What it looks for
    Words by which the speaker disclaims a duty or an intention to update or revise the statements: "undertakes no
    obligation to update", "disclaims any intention or duty to revise", "does not intend to update", "assumes no
    responsibility for updating".

Why
    Practice. 15 U.S.C. 78u-5(d) and 77z-2(d) say that the section imposes no duty to update; the words carry this to
    readers, and to duties that may come from elsewhere.

How to fix
    Add: "Except as required by law, we undertake no obligation to update these forward-looking statements."

When it stays silent
    When there is no legend. A denial of other duties ("no obligation to complete the offering") is not counted, nor is
    a promise to update.

Met
    We undertake no obligation to update these forward-looking statements.

Missing
    Forward-looking statements speak only as of the date of this release.
"""

from __future__ import annotations

from checker.rules.time.wording import NO_UPDATE
from checker.types import Authority, Finding, Found, Reading, Rule


def find(reading: Reading) -> Found:
    passages = NO_UPDATE.within(reading, reading.legends)
    return Found(findings=tuple(Finding(passages=(p,)) for p in passages))


RULE = Rule(
    id="no-duty-to-update",
    title="No duty to update",
    authority=Authority(tier="practice", source="15 U.S.C. 78u-5(d), 77z-2(d)"),
    expect="present",
    severity={"full": "warning", "practice": "warning", "statute": "note", "oral": "note"},
    requires=("legend-present",),
    advice="Consider adding: Except as required by law, we undertake no obligation to update these forward-looking "
    "statements.",
    find=find,
)
