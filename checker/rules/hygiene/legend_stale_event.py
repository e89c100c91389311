"""Event of the past told as to come

What it looks for
    A legend that names as a risk what came years before the release: the year 2000 problem, Brexit, the end of LIBOR,
    the impact of COVID-19. The table, with the day from which each is out of date, is `checker/dated_law.py`.

Why
    Practice. A caution that is not revised as risks change was held against the issuer in Asher v. Baxter (7th Cir.
    2004). A risk that has passed takes the place of one that has not.

How to fix
    Leave the event out, or say what it still means for the issuer.

When it stays silent
    Before the table's day, when the release speaks of the event outside the legend, when the event is only an example
    ("pandemics such as …"), and for products against it. Without a release date nothing is judged.

Silent
    (release of 4 May 2021) the impact of the COVID-19 pandemic on our suppliers

Found
    (release of 4 May 2026) the impact of the COVID-19 pandemic on our suppliers
"""

from __future__ import annotations

from checker.dated_law import EVENTS, NO_RELEASE_DATE
from checker.overlaps import Overlaps
from checker.phrases import Wording
from checker.types import Authority, Finding, Found, NotEvaluated, Passage, Reading, Rule

WORDINGS = tuple((event, Wording(event.pattern), Wording(event.mention)) for event in EVENTS)
EXAMPLE = Wording(
    r"(?:such as|similar to|like|including|e\.g\.?,?|future|another|any other|former|formerly|previously|post"
    r"|since|prior)"
    r"(?: (?:the|a|an))?(?: [a-z]+)?"
)
PRODUCT = Wording(r"(?:[a-z]+ )?(?:vaccin[a-z]+|tests?|testing|treatments?|therap[a-z]+|diagnostics?|products?)")
REACH = 40


def find(reading: Reading) -> Found | NotEvaluated:
    named = [(e, p, mention) for e, w, mention in WORDINGS for p in w.within(reading, reading.legends)]
    if not named:
        return Found()
    if (released := reading.release_date) is None:
        return NotEvaluated(reason=NO_RELEASE_DATE)
    findings = (
        Finding(passages=(p,), note=f"{e.name} is named as a risk to come; {e.over}")
        for e, p, mention in named
        if released >= e.stale_from and not _is_example(reading, p) and not _is_news(reading, mention)
    )
    return Found(findings=tuple(findings))


def _is_example(reading: Reading, passage: Passage) -> bool:
    """Whether the words beside it make it one of a kind, something over, or a product against it."""
    folded = reading.release.folded
    low, high = max(0, passage.start - REACH), min(len(folded), passage.end + REACH)
    before = any(m.end() >= passage.start - 2 for m in EXAMPLE.finditer(folded, low, passage.end))
    return before or any(m.start() <= passage.end + 2 for m in PRODUCT.finditer(folded, passage.end, high))


def _is_news(reading: Reading, mention: Wording) -> bool:
    """Whether the release itself speaks of the event."""
    spoken = mention.within(reading)
    return not all(map(Overlaps(reading.legends).with_any, spoken))


RULE = Rule(
    id="legend-stale-event",
    title="Event of the past told as to come",
    authority=Authority(tier="practice", source="Asher v. Baxter, 377 F.3d 727 (7th Cir. 2004)"),
    expect="absent",
    severity={"full": "note", "practice": "note", "statute": "note"},
    advice="Consider leaving the event out, or saying what it still means for the issuer.",
    find=find,
)
