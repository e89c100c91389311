"""Spoken caution in three parts

What it looks for
    What a speaker says on a call, or what stands in the script for it: that particular statements are forward-looking;
    that actual results could differ materially; and where a readily available document gives the factors, by its name
    (a form, the press release, a slide).

Why
    15 U.S.C. 78u-5(c)(2) and 77z-2(c)(2): an oral statement is protected when it comes with a cautionary statement that
    it is forward-looking and that actual results might differ materially, and with an oral statement that a readily
    available written document, which is identified, carries the factors.

How to fix
    Say: "Some of what we say today is forward-looking. Actual results could differ materially. The factors that could
    cause this are described under Risk Factors in our latest Form 10-K." The outcome says which part was not found.

When it stays silent
    Only profile `oral` asks. Where the statements are only said to be possible ("may include") it is a note; a contrast
    without "materially", or a pointer that names no document ("our SEC filings"), is a warning. Whether the document
    holds the factors is not looked at.

Met
    Some statements on this call are forward-looking. Actual results could differ materially. Please see the risk
    factors in our Form 10-K.

Missing
    Some statements on this call are forward-looking. Thank you for joining us.
"""

from __future__ import annotations

from checker.overlaps import Overlaps
from checker.phrases import Wording
from checker.records import dataclass
from checker.rules.caution.wording import WEAK, contrasts
from checker.rules.drafting import document
from checker.rules.presence.wording import CERTAIN, POSSIBLE
from checker.types import Authority, Finding, Found, Passage, Reading, Rule

_LOOKING = r"forward-look(?:ing)?"
_SAID = r"(?:statements?|comments?|remarks|information|discussions?|answers|presentation|material|call|webcast)"

PARTICULAR = Wording(
    rf"(?:mak(?:e|es|ing)|made|provid(?:e|ing)|giv(?:e|ing)|offer(?:ing)?|discuss(?:ing)?|refer(?:ring)? to|"
    rf"hear|cover) [^.;!?]{{0,80}}?{_LOOKING}",
    rf"{_SAID} [^.;!?]{{0,160}}?(?:are|is|be|being|as) [^.;!?]{{0,40}}?{_LOOKING}",
    rf"{_SAID} [^.;!?]{{0,160}}?(?:contains?|includ(?:e|es|ing)|constitutes?|involves?|reflects?) [^.;!?]{{0,60}}?"
    rf"{_LOOKING}",
    rf"(?:any|all|our|these|those|such|the|certain|following) {_LOOKING} {_SAID}",
    rf"(?:remarks|comments|statements|discussion|call|presentation)[^.;!?]{{0,80}}?(?:projections|expectations|outlook)"
    rf"[^.;!?]{{0,60}}?{_LOOKING}",
)
"""Ways in which speech identifies statements; `CERTAIN` holds those of print."""

DIFFER = Wording(
    r"(?:results?|outcomes?|events?|performance) [^.;!?]{0,60}?(?:could|may|might|can|will|would) [^.;!?]{0,40}?"
    r"(?:materially|significantly|substantially)",
    # A machine that writes down what it hears writes "defer".
    r"(?:could|may|might|can|to) defer material(?:ly)?",
)

NAMED = Wording(
    r"(?:press|earnings|news|results|financial) (?:release|announcement)s?",
    r"(?:release|announcement) (?:that )?(?:we |was |which )?(?:issued|distributed|published|put out|sent|filed)",
    r"(?:slides?|pages?|charts?) (?:[0-9]+|one|two|three|four|five|numbers? [0-9]+)|(?:first|second|third|last|opening"
    r"|next) (?:slide|page)|slide (?:deck|presentation)|(?:presentation|earnings) (?:slides|materials|deck)|the slides",
    r"(?:today's|our|this|the|accompanying|investor|earnings) presentation",
    r"(?:annual|quarterly|interim|integrated) (?:and quarterly )?reports?|shareholder letter|letter to shareholders"
    r"|prospectus|registration (?:document|statement)|annual information form|(?:earnings|financial) supplement",
    r"(?:10|20|40|8)-?[kqf]s?",
)
"""Documents by name; the forms are facts (`Reading.filings`)."""

ANY = Wording(
    r"(?:sec|securities and exchange commission|public|regulatory|periodic|company's|recent|our) (?:[a-z]+ ){0,3}?"
    r"(?:filings?|reports?|documents?|disclosures?)",
    r"(?:documents?|reports?|filings?|file|filed|furnished) [^.;!?]{0,60}?(?:with|to) (?:the )?(?:u\.?s\.? )?"
    r"(?:sec|securities)",
    r"(?:our|the company's|investor relations) (?:[a-z]+ ){0,3}?website|www\.[a-z]",
    r"(?:our|the) (?:full |complete )?(?:safe-harbou?r|cautionary|forward-looking) (?:[a-z]+ ){0,3}?(?:statements?"
    r"|language|disclosures?|disclaimers?)",
)
"""A document, but not which."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the three parts as found: its words, and what is loose about them."""

    passages: tuple[Passage, ...]
    grade: str = ""
    note: str = ""


ADVICE = {
    "that statements are forward-looking": "Some of our statements today are forward-looking",
    "that results could differ materially": "Actual results could differ materially from them",
    "which document gives the factors": "The factors that could cause this are described under Risk Factors in "
    "{document}",
}
"""The parts by what they tell, and what a speaker could say."""


def find(reading: Reading) -> Found:
    parts = dict(zip(ADVICE, (_particular(reading), _differ(reading), _document(reading)), strict=True))
    absent = [told for told, part in parts.items() if not part.passages]
    if absent:
        named = document(reading) or "our latest Form 10-K"
        say = "; ".join(f"“{ADVICE[told].format(document=named)}”" for told in absent)
        related = tuple(p for part in parts.values() for p in part.passages[:1])
        return Found(related=related, note=f"not said: {'; '.join(absent)}", advice=f"Consider saying: {say}.")
    grades = {part.grade for part in parts.values()} - {""}
    grade = "loose" if "loose" in grades else "possible" if grades else ""
    note = "; ".join(part.note for part in parts.values() if part.note)
    return Found(findings=tuple(Finding(passages=p.passages[:2], note=note, grade=grade) for p in parts.values()))


def _particular(reading: Reading) -> _Part:
    said = CERTAIN.within(reading, reading.legends) or PARTICULAR.within(reading, reading.legends)
    if not said or any(not _only_possible(reading, p) for p in said):
        return _Part(said)
    return _Part(said, "possible", 'the statements are forward-looking only as something that "may" be; consider "are"')


def _only_possible(reading: Reading, passage: Passage) -> bool:
    low = max(0, passage.start - 30)
    return any(m.end() > passage.start for m in POSSIBLE.finditer(reading.release.folded, low, passage.end))


def _differ(reading: Reading) -> _Part:
    strong = contrasts(reading) or DIFFER.within(reading, reading.legends)
    if strong:
        return _Part(strong)
    weak = WEAK.within(reading, reading.legends)
    return _Part(weak, "loose", 'the contrast is without "materially" or a like word') if weak else _Part(())


def _document(reading: Reading) -> _Part:
    in_legends = Overlaps(reading.legends)
    forms = tuple(f for f in reading.filings if f.form and in_legends.with_any(f))
    named = forms or NAMED.within(reading, reading.legends)
    if named:
        return _Part(named)
    vague = ANY.within(reading, reading.legends)
    return _Part(vague, "loose", "the document with the factors is not named") if vague else _Part(())


RULE = Rule(
    id="oral-triplet",
    title="Spoken caution in three parts",
    authority=Authority(tier="statute", source="15 U.S.C. 78u-5(c)(2), 77z-2(c)(2)"),
    expect="present",
    severity={"full": None, "practice": None, "statute": None, "oral": "error"},
    grades={
        "loose": {"full": None, "practice": None, "statute": None, "oral": "warning"},
        "possible": {"full": None, "practice": None, "statute": None, "oral": "note"},
    },
    requires=("legend-present",),
    advice="Consider saying that statements are forward-looking, that results could differ materially, and which "
    "document gives the factors.",
    find=find,
)
