"""Another name in the legend

What it looks for
    A company that the legend names and the rest of the release does not, as the one that speaks ("Acme undertakes no
    obligation", "Acme's filings") or with its corporate form ("Acme, Inc."); and words that say the document is
    another kind: "this presentation", "this conference call", "this prospectus".

Why
    A legend copied from another company or another document cautions about that one's risks. It is the plainest sign
    that nobody tailored it (Asher v. Baxter, 377 F.3d 727 (7th Cir. 2004), on caution that was never changed).

How to fix
    Replace the name, or the kind of document, by this release's. When the name is right (a subsidiary, a former name),
    list it under `aliases` in the issuer file.

When it stays silent
    When the body, the issuer file or the issuer's own name knows the name: counterparties, subsidiaries and former
    names do no harm. Regulators, exchanges and auditors neither, nor companies named inside a risk factor. A kind of
    document is no finding when the legend speaks of the release too ("this press release and the conference call"), or
    when the document is what it says.

Silent
    Acme Corp. agreed to acquire Birch Inc. Acme and Birch undertake no obligation to update these statements.

Found
    Acme Corp. opened a plant. Cedar Holdings undertakes no obligation to update these statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.overlaps import Overlaps
from checker.phrases import Wording
from checker.types import Authority, Finding, Found, NotApplicable, Passage, Reading, Rule

OTHER_KIND = Wording(
    r"(?:this|the accompanying) (?:slide )?(?:presentation|prospectus|proxy statement|webcast|investor deck)",
    r"(?:this|today's) (?:earnings |conference |investor )*(?:conference call|earnings call|call)",
    r"this (?:quarterly|annual) report(?! on form 10-[kq] (?:is|was|were))",
    r"this form (?:10-[kq]|8-k)",
)
OWN_KIND = Wording(
    r"(?:this|the|our|these|today's|following|foregoing) (?:[a-z]+ ){0,2}?"
    r"(?:releases?|announcements?|communications?|documents?|materials?|news|article|statement|letter|disclosure|update|report|message)"
)
_TITLE = 400
"""Characters at the top in which a document says what kind it is."""

KINDS = Wording(
    r"presentation|transcript|conference call|prospectus|annual report|quarterly report|form (?:10-[kq]|8-k)"
)


def find(reading: Reading) -> Found | NotApplicable:
    if not reading.legends:
        return NotApplicable(reason="no legend found")
    return Found(findings=(*_strangers(reading), *_wrong_kind(reading)))


def _strangers(reading: Reading) -> Iterator[Finding]:
    factors = Overlaps(reading.factors)
    for name in reading.organisations:
        if not name.known and (name.speaks or not factors.with_any(name)):
            yield Finding(
                passages=(name,), note=f"the legend names “{name.text}”, which the release does not otherwise"
            )


def _wrong_kind(reading: Reading) -> Iterator[Finding]:
    top = reading.release.passage(0, min(_TITLE, *(legend.start for legend in reading.legends)))
    if OWN_KIND.within(reading, reading.legends) or KINDS.within(reading, (top,)):
        return
    for words in OTHER_KIND.within(reading, reading.legends)[:1]:
        yield Finding(passages=(words,), note=f"the legend speaks of “{_plain(words)}”, not of this release")


def _plain(words: Passage) -> str:
    return " ".join(words.text.split())


RULE = Rule(
    id="foreign-name",
    title="Another name in the legend",
    authority=Authority(tier="hygiene", source="copy-and-paste; cf. Asher v. Baxter, 377 F.3d 727 (7th Cir. 2004)"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    requires=("legend-present",),
    advice="Consider replacing the name or the kind of document, or list the name under aliases in the issuer file.",
    find=find,
)
