"""Legend elsewhere

What it looks for
    Forward-looking statements, no legend among them, and a pointer to one: "Read our safe-harbor statement at …", "This
    report contains forward-looking information. Please see … for details".

Why
    15 U.S.C. 78u-5(c)(1)(A)(i) and 77z-2(c)(1)(A)(i) ask that a statement is accompanied by the caution. A page behind
    a link can change, and a reader of the release need not see it. SEC staff accept a prominent hyperlink for some
    legends where a platform limits the characters, and otherwise not.

How to fix
    Put the legend into the release; the link may stay beside it.

When it stays silent
    When a legend stands in the release, with or without a link, and when no statement was found outside the text about
    the company ("About Acme"), which says of itself that it is well placed. Short posts that lead to the full release
    are for their owner to decide: a warning, not an error.

Silent
    This release contains forward-looking statements; actual results may differ materially because of … See also
    www.acme.example/legal.

Found
    We expect revenue to double. Read our forward-looking statements disclaimer at www.acme.example/legal.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.overlaps import Overlaps
from checker.types import Authority, Block, Finding, Found, NotApplicable, Passage, Reading, Release, Rule

SHOWN = 3
"""Statements that are quoted: the clearest."""

ABOUT = ("about ", "company profile", "corporate profile", "note to editors", "notes to editors")
"""How the heading of the text about the company begins."""

LONGEST_HEADING = 120
"""Characters up to which a block that begins so is a heading."""


def find(reading: Reading) -> Found | NotApplicable:
    if reading.legends:
        return Found(note="a legend stands in the release")
    if not reading.links:
        return NotApplicable(reason="no legend and no pointer to one")
    self_praise = Overlaps(_about(reading.release))
    told = [s for s in reading.statements if not self_praise.with_any(s)]
    if not told:
        return NotApplicable(reason="no forward-looking statement found that a legend would accompany")
    statements = tuple(sorted(told, key=lambda s: -s.confidence)[:SHOWN])
    findings = (
        Finding(passages=(link,), related=statements, note="the legend is only pointed to, and does not accompany them")
        for link in reading.links
    )
    return Found(findings=tuple(findings))


def _about(release: Release) -> Iterator[Passage]:
    """The text about the company: from its heading to the next one."""
    begun: int | None = None
    for block in release.blocks:
        if block.kind == "heading" and begun is not None:
            yield release.passage(begun, block.start)
            begun = None
        if begun is None and _opens_about(release, block):
            begun = block.start
    if begun is not None:
        yield release.passage(begun, len(release.text))


def _opens_about(release: Release, block: Block) -> bool:
    words = release.folded[block.start : block.end].lstrip("#*_: ")
    return words.startswith(ABOUT) and (block.kind == "heading" or len(words) <= LONGEST_HEADING)


RULE = Rule(
    id="legend-proximity",
    title="Legend elsewhere",
    authority=Authority(tier="statute", source="15 U.S.C. 78u-5(c)(1)(A)(i), 77z-2(c)(1)(A)(i): accompanied by"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    advice="Consider putting the legend into the release itself; the link may stay beside it.",
    find=find,
)
