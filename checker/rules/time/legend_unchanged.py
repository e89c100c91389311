"""Legend unchanged while the release moved

What it looks for
    A legend that stands word for word as in the earlier release, while the title, the opening or several statements of
    this release speak plainly of something that brings risks of its own and that the earlier release did not mention:
    a deal to close, a financing, a trial, an approval, a plant to build, a restructuring, a listing, payouts, a
    lawsuit, reserves; and the legend names no factor for it.

Why
    Asher v. Baxter, 377 F.3d 727 (7th Cir. 2004): cautions that stay fixed while the risks change may not name the
    important factors of the day. An unchanged legend is legitimate as long as it still fits.

How to fix
    Read the quoted statements against the factors of the legend. Add what could upset them, or keep the legend and
    record that it was read again.

When it stays silent
    It needs the earlier release (`--prior FILE`); without it the rule is not evaluated. Silent when at least 2 of 100
    words of the legend changed, when the earlier release spoke of the subject anywhere, for subjects that any release
    may bring (growth, products, partners, people), and where a statement is not clear.

Silent
    The earlier release expected sales of $40 million and named weather as a factor; this one expects $44 million.

Found
    The earlier release expected sales of $40 million. This one expects a merger to close in May, under the same legend.
"""

from __future__ import annotations

from checker.phrases import Wording
from checker.types import Authority, CoverageRow, Finding, Found, NotApplicable, NotEvaluated, Reading, Rule, Statement

UNCHANGED = 0.98
"""Share of the legend's words in common from which it counts as unchanged: a new date or year is no new caution."""

SURE = 0.8
"""Confidence that a statement needs before the release counts as moved."""

SHOWN = 3
"""New statements that are quoted."""

PLAIN: dict[str, Wording] = {
    "deal": Wording(
        r"mergers?",
        r"(?:proposed|pending|planned|expected|anticipated) (?:[a-z]+ )?(?:acquisition|combination|transaction"
        r"|spin-off)",
        r"(?:close|closing|complete|completing|completion|consummat[a-z]+) (?:of )?(?:the|this|its|our)"
        r" (?:[a-z]+ ){0,2}?(?:acquisition|transaction|combination|arrangement)",
        r"(?:acquisition|transaction|combination)[^.!?]{0,60}? (?:close|be completed)",
        r"(?:purchase|acquisition|arrangement|combination) agreement|letter of intent to acquire|agree[ds]? to acquire",
    ),
    "financing": Wording(
        r"(?:public|private|registered|direct|securities|rights|bought|concurrent) (?:[a-z]+ )?(?:offering|placement)",
        r"(?:offering|placement) (?:of|is|will|should|closes)|(?:credit|loan) (?:facility|agreement)|term loan",
        r"(?:convertible|senior|promissory) notes|refinanc[a-z]+",
    ),
    "clinical": Wording(
        r"(?:clinical|pivotal|randomi[sz]ed|phase (?:[1-4]|i{1,3}|iv)[ab]?(?:/[a-z0-9]{1,3})?)"
        r" (?:[a-z-]+ ){0,2}?(?:trials?|stud(?:y|ies))",
        r"enroll?(?:ment|ing)?|dosed|dosing|top-?line (?:data|results)",
    ),
    "approval": Wording(
        r"(?:fda|ema|regulatory|marketing|premarket|antitrust) (?:[a-z]+ )?(?:approval|clearance|authori[sz]ation)",
        r"(?:approval|clearance) (?:by|of|from) the (?:fda|ema|food and drug)|510\(k\)|new drug application|bla|nda",
    ),
    "construction": Wording(
        r"construct(?:ion)? (?:of )?(?:a|an|the|our|its)|break ground|start of construction",
        r"(?:build|building) (?:a|an|our|its) (?:[a-z]+ ){0,3}?(?:plant|facility|factory|mine|smelter|refinery)",
    ),
    "restructuring": Wording(
        r"restructurings?|reduction in force|layoffs?|cost (?:reduction|savings|optimization|cutting) (?:plan|program"
        r"|initiative)",
        r"(?:chapter 11|bankruptcy)|(?:plant|facility|store) closures?",
    ),
    "payouts": Wording(
        r"dividends?", r"(?:share|stock|unit)s? (?:repurchases?|buy-?backs?)|repurchase (?:program|plan|of|up to)"
    ),
    "listing": Wording(
        r"reverse (?:stock )?split|up-?list[a-z]*|delist[a-z]*",
        r"list(?:ed|ing)? on (?:the )?(?:nasdaq|nyse|new york stock)",
    ),
    "litigation": Wording(r"lawsuits?|litigation|appeals? (?:court|of the)|arbitration"),
    "reserves": Wording(r"drill(?:ing)? (?:program|campaign|holes?)|(?:mineral )?resource estimate"),
}
"""Subjects with risks of their own, and the words that name them beyond doubt: a topic may be told by less."""


def find(reading: Reading) -> Found | NotEvaluated | NotApplicable:
    comparison = reading.comparison
    if comparison is None:
        return NotEvaluated(reason="no earlier release was given (--prior FILE)")
    if not any(change.before for change in comparison.legends):
        return NotApplicable(reason="no legend was found in the earlier release")
    if comparison.similarity < UNCHANGED:
        return Found(note="the legend changed")
    told = {row.title: clear for row in reading.coverage if (clear := _new(row, reading))}
    if not told:
        return Found(note="no new subject of weight is plain that the legend leaves out")
    moved = tuple(dict.fromkeys(s for clear in told.values() for s in clear))
    note = f"the legend is unchanged against {comparison.prior}, and names no factor for what is new: {'; '.join(told)}"
    return Found(findings=(Finding(passages=reading.legends, related=moved[:SHOWN], note=note),))


def _new(row: CoverageRow, reading: Reading) -> list[Statement]:
    """The clear statements of a topic, when it is new, of weight, and no factor cautions about it."""
    words, comparison = PLAIN.get(row.topic), reading.comparison
    if not words or not comparison or row.topic not in comparison.new_topics or row.is_covered or not row.salient:
        return []
    if any(words.finditer(comparison.prior_body)):
        return []
    folded = reading.release.folded
    return [s for s in row.statements if s.confidence >= SURE and any(words.finditer(folded, s.start, s.end))]


RULE = Rule(
    id="legend-unchanged",
    title="Legend unchanged while the release moved",
    authority=Authority(tier="case", source="Asher v. Baxter, 377 F.3d 727 (7th Cir. 2004)"),
    expect="absent",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    requires=("legend-present",),
    advice="Consider whether the factors of the legend are still the important ones for these statements.",
    find=find,
)
