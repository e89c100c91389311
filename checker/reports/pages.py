"""A release as the HTML page shows it: its points with their passages, fixes and marks, and its redline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from checker.records import dataclass
from checker.reports.edits import Edit, Pieces, edits_of, sentence_pieces
from checker.reports.marking import Mark, Piece, keys_of, marks_of, pieces_of
from checker.reports.redline import new_topics, sentences_told, statements_told
from checker.reports.telling import (
    VERDICTS,
    accepted,
    by_gravity,
    gravity,
    headline,
    in_short,
    lines_of,
    meaning,
    place,
    tally,
    was,
    what_was_read,
    why,
)
from checker.reports.words import folded, shortened, unquoted
from checker.types import (
    ChangeKind,
    Comparison,
    CoverageRow,
    Evidence,
    Outcome,
    Passage,
    Reading,
    ReleaseReport,
)

QUOTE = 300
"""Characters of a quoted passage; the link leads to all of it."""

_ROLES = {"proof": "Found", "related": "About", "place": "Where"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """A passage under a point: what it is to it, where it lies, its words, and the mark that its link lights up."""

    role: str
    where: str
    text: str
    key: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One outcome as the page shows it. `number` is its mark in the text, 0 for outcomes that nobody need act on.

    `edits` are its fixes, each with the key of the mark that its link lights up.
    """

    outcome: Outcome
    number: int
    level: str
    headline: str
    why: str
    advice: str
    accepted: str
    quotes: tuple[Quote, ...]
    edits: tuple[tuple[str, Edit], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Redline:
    """The release against an earlier one: the sentences of the legends, new statements and new topics."""

    prior: str
    sentences_told: str
    sentences: tuple[tuple[ChangeKind, Pieces], ...]
    statements_told: str
    statements: tuple[Passage, ...]
    topics: tuple[tuple[str, CoverageRow | None], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One release as the page shows it."""

    key: str
    report: ReleaseReport
    verdict: str
    meaning: str
    tally: str
    gravity: int
    read: str = ""
    wrong: tuple[tuple[Point, str], ...] = ()
    points: tuple[Point, ...] = ()
    accepted: tuple[Point, ...] = ()
    met: tuple[Point, ...] = ()
    aside: tuple[tuple[str, tuple[str, ...]], ...] = ()
    pieces: tuple[Piece, ...] = ()
    keys: Mapping[tuple[int, int], str] = field(default_factory=dict)
    redline: Redline | None = None
    numbers: Mapping[str, tuple[int, str]] = field(default_factory=dict)


def page_of(release: ReleaseReport, key: str, reasons: Mapping[str, str]) -> Page:
    """The page of a release; `key` begins the name of every place on it, so that many stand in one file.

    `reasons` say why a rule asks (`reasons.reasons_of`).
    """
    page = Page(
        key=key,
        report=release,
        verdict=VERDICTS[release.verdict][0],
        meaning=meaning(release),
        tally=tally(release),
        gravity=list(VERDICTS).index(release.verdict),
    )
    return _filled(page, release, release.reading, reasons) if release.reading else page


def _filled(page: Page, release: ReleaseReport, reading: Reading, reasons: Mapping[str, str]) -> Page:
    marks, numbers = marks_of(reading), dict[str, tuple[int, str]]()
    findings = by_gravity(release.outcomes)
    to_judge = [o for o in release.outcomes if o.status == "review"]
    points = [_point(reading, o, n, marks, reasons) for n, o in enumerate([*findings, *to_judge], 1)]
    for point in points:
        numbers |= {q.key: (point.number, point.headline) for q in point.quotes if q.role != "About"}
    waived = sorted((o for o in release.outcomes if o.waiver), key=gravity)
    met = [o for o in release.outcomes if o.status == "met"]
    rest = [_point(reading, o, 0, marks, reasons) for o in (*waived, *met)]
    return replace(
        page,
        read=what_was_read(reading),
        wrong=tuple((p, in_short(p.outcome)) for p in points if p.level in ("error", "warning")),
        points=tuple(points),
        accepted=tuple(rest[: len(waived)]),
        met=tuple(rest[len(waived) :]),
        aside=_aside(release.outcomes),
        pieces=tuple(pieces_of(reading.release.text, marks)),
        keys=keys_of(reading),
        redline=_redline(reading, reading.comparison) if reading.comparison else None,
        numbers=numbers,
    )


def _point(reading: Reading, outcome: Outcome, number: int, marks: list[Mark], reasons: Mapping[str, str]) -> Point:
    """The point, whose evidence joins the marks of the page."""
    quotes = []
    for n, evidence in enumerate(outcome.evidence):
        key = f"{outcome.rule}-{n}"
        marks.append(Mark(start=evidence.start, end=evidence.end, kind=f"on-{evidence.role}", key=key))
        quotes.append(_quote(reading, evidence, key))
    edits = []
    for n, edit in enumerate(edits_of(reading, outcome.fix if outcome.is_finding else ())):
        key = f"{outcome.rule}-fix-{n}"
        marks.append(Mark(start=edit.start, end=edit.end, kind="on-fix", key=key))
        edits.append((key, edit))
    return Point(
        outcome=outcome,
        number=number,
        level="review" if outcome.status == "review" else outcome.severity or "met",
        headline=f"{headline(outcome)}" + (f" ({was(outcome)})" if outcome.waiver else ""),
        why=why(outcome, reasons),
        advice=folded(outcome.advice),
        accepted=accepted(outcome.waiver) if outcome.waiver else "",
        quotes=tuple(quotes),
        edits=tuple(edits),
    )


def _quote(reading: Reading, evidence: Evidence, key: str) -> Quote:
    if evidence.role == "place":
        return Quote(role="Where", where=place(reading, evidence), text="", key=key)
    where = f"{lines_of(reading, evidence)}, {evidence.where}"
    return Quote(
        role=_ROLES[evidence.role], where=where, text=shortened(unquoted(folded(evidence.text)), QUOTE), key=key
    )


def _redline(reading: Reading, comparison: Comparison) -> Redline:
    return Redline(
        prior=comparison.prior,
        sentences_told=sentences_told(comparison),
        sentences=tuple((change.kind, sentence_pieces(change)) for change in comparison.legends),
        statements_told=statements_told(comparison),
        statements=tuple(c.after for c in comparison.statements if c.kind == "added" and c.after in reading.statements),
        topics=tuple(new_topics(reading, comparison)),
    )


def _aside(outcomes: Iterable[Outcome]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Why some rules said nothing, each reason once, with the rules that it concerns."""
    reasons: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.status in ("not-evaluated", "not-applicable"):
            reasons.setdefault(f"{outcome.status.replace('-', ' ')}: {folded(outcome.reason)}", []).append(
                folded(outcome.title)
            )
    return tuple((reason, tuple(titles)) for reason, titles in reasons.items())
