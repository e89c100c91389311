"""The occasion of a release, with the words that decided it: results, a merger, clinical work, a call.

Occasions exclude nothing from the safe harbor. They say what a release is for, so that rules and readers can ask what
such a release usually carries: a reconciliation beside guidance, the legends of a stock deal, the three parts of a
spoken caution. The title and the opening tell; what stands further down, or is looked back or ahead on ("will report
its results on 5 May"), decides nothing. How often that is right is measured in `docs/contexts.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from checker.facts import occasion_words as words
from checker.facts.speech import call_signs
from checker.phrases import Wording
from checker.types import Context, Passage, Release

OCCASIONS: dict[str, str] = {
    "earnings": "the results of a quarter, a half or a year are announced, or guidance for one",
    "merger_stock": "an agreed merger or acquisition of a company for stock, alone or with cash, that is pending",
    "merger_cash": "an agreed merger or acquisition of a company for cash alone, that is pending",
    "clinical": "a study in patients or volunteers is announced: its start, its course or its data",
    "call": "what is said on a call, or a script for it",
}
"""Every occasion and its one-line meaning. The command line and the issuer file may declare these."""

LEAD = 900
"""Characters of title and opening in which a release says what it is for."""

TERMS = 5000
"""Characters in which a release on a deal tells what is paid."""

TITLE = 300
"""Characters of a title that are read."""

QUOTED = 3
"""Passages that are kept of each occasion."""

BEFORE = 45
"""Characters before the words in which their meaning may turn: "will report", "conference call on"."""


def find_occasions(release: Release, legends: Sequence[Passage], told: Collection[str]) -> tuple[Context, ...]:
    """What the release is for, as far as title and opening plainly say; without what is `told` already."""
    lead = release.passage(0, _lead_end(release, legends))
    found = []
    for kind, tell in _TELLERS.items():
        if kind not in told and (evidence := tuple(tell(release, lead))):
            found.append(Context(kind=kind, declared=False, evidence=evidence[:QUOTED]))
    return tuple(found)


def _lead_end(release: Release, legends: Sequence[Passage]) -> int:
    """The end of title and opening: no legend among them, unless the text begins with one."""
    return min([LEAD, len(release.text), *(x.start for x in legends if x.start > LEAD // 3)])


def _earnings(release: Release, lead: Passage) -> Iterator[Passage]:
    return _unless(release, words.EARNINGS, words.NO_RESULTS, lead)


def _clinical(release: Release, lead: Passage) -> Iterator[Passage]:
    for title in _titles(release, lead):
        yield from _unless(release, words.STUDY, words.NOT_STUDY, title)
    yield from _unless(release, words.STUDY_ANNOUNCED, words.NOT_STUDY, lead)


def _titles(release: Release, lead: Passage) -> Iterator[Passage]:
    """The first line and the headings near the top."""
    for i, block in enumerate(release.blocks):
        if block.start >= lead.end:
            return
        if block.kind == "heading" or (i == 0 and not block.text.rstrip().endswith(".")):
            yield release.passage(block.start, min(block.end, lead.end, block.start + TITLE))


def _merger_stock(release: Release, lead: Passage) -> Iterator[Passage]:
    if (deal := _deal(release, lead)) and (stock := _found(release, words.STOCK, _terms(release))):
        yield from (deal[0], *stock[:2])


def _merger_cash(release: Release, lead: Passage) -> Iterator[Passage]:
    deal = _deal(release, lead)
    if deal and (cash := _found(release, words.CASH, _terms(release))):
        yield from () if _found(release, words.STOCK, _terms(release)) else (deal[0], *cash[:2])


def _terms(release: Release) -> Passage:
    return release.passage(0, min(TERMS, len(release.text)))


def _deal(release: Release, lead: Passage) -> list[Passage]:
    """The first words of a pending deal near the top; none when it is done."""
    ways = (words.AGREED, words.ACQUIRING)
    deal = next((p for wording in ways for p in _unless(release, wording, words.NO_DEAL, lead)), None)
    return [deal] if deal and not _found(release, words.DONE, lead) else []


_TELLERS: dict[str, Callable[[Release, Passage], Iterator[Passage]]] = {
    "earnings": _earnings,
    "merger_stock": _merger_stock,
    "merger_cash": _merger_cash,
    "clinical": _clinical,
    "call": lambda release, _: iter(call_signs(release)),
}


def _found(release: Release, wording: Wording, place: Passage) -> list[Passage]:
    spans = sorted(m.span() for m in wording.finditer(release.folded, place.start, place.end))
    return [release.passage(s, e) for s, e in spans]


def _unless(release: Release, wording: Wording, turns: Wording, place: Passage) -> Iterator[Passage]:
    """What the wording finds, without what words in it, before it or right behind it turn into something else."""
    for passage in _found(release, wording, place):
        low = max(0, passage.start - BEFORE)
        if not any(turns.finditer(release.folded, low, min(passage.end + BEFORE, len(release.text)))):
            yield passage
