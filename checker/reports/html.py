"""One page for a person: verdict, points linked to their words in the release, the matrix, a table of many releases.

One file that asks for nothing: style and script stand inside it, and its own policy forbids everything else. The same
report gives the same bytes.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.records import dataclass
from checker.reports.marking import Mark, Piece, marks_of, pieces_of
from checker.reports.telling import (
    LAST_LINE,
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
    why,
)
from checker.reports.words import folded, shortened
from checker.types import Evidence, Outcome, Reading, ReleaseReport, RunReport

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
    """One outcome as the page shows it. `number` is its mark in the text, 0 for outcomes that nobody need act on."""

    outcome: Outcome
    number: int
    level: str
    headline: str
    why: str
    advice: str
    accepted: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One release as the page shows it."""

    key: str
    report: ReleaseReport
    verdict: str
    meaning: str
    tally: str
    wrong: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    accepted: tuple[Point, ...] = ()
    met: tuple[Point, ...] = ()
    aside: tuple[tuple[str, tuple[str, ...]], ...] = ()
    pieces: tuple[Piece, ...] = ()
    numbers: Mapping[str, tuple[int, str]] = field(default_factory=dict)


def render(report: RunReport) -> str:
    """The page as HTML."""
    pages = [_page(release, f"r{n}") for n, release in enumerate(report.releases, 1)]
    style, script = _asset("report.css"), _asset("report.js")
    return _environment().get_template("report.html").render(
        report=report,
        pages=pages,
        columns=_columns(report.releases),
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        last_line=LAST_LINE,
    )  # fmt: skip


def _page(release: ReleaseReport, key: str) -> Page:
    page = Page(
        key=key,
        report=release,
        verdict=VERDICTS[release.verdict][0],
        meaning=meaning(release),
        tally=tally(release),
    )
    return _filled(page, release, release.reading) if release.reading else page


def _filled(page: Page, release: ReleaseReport, reading: Reading) -> Page:
    marks, numbers = marks_of(reading), dict[str, tuple[int, str]]()
    findings = by_gravity(release.outcomes)
    to_judge = [o for o in release.outcomes if o.status == "review"]
    points = [_point(reading, o, n, marks) for n, o in enumerate([*findings, *to_judge], 1)]
    for point in points:
        numbers |= {q.key: (point.number, point.headline) for q in point.quotes if q.role != "About"}
    waived = sorted((o for o in release.outcomes if o.waiver), key=gravity)
    met = [o for o in release.outcomes if o.status == "met"]
    rest = [_point(reading, o, 0, marks) for o in (*waived, *met)]
    return replace(
        page,
        wrong=tuple(in_short(o) for o in findings if o.severity in ("error", "warning")),
        points=tuple(points),
        accepted=tuple(rest[: len(waived)]),
        met=tuple(rest[len(waived) :]),
        aside=_aside(release.outcomes),
        pieces=tuple(pieces_of(reading.release.text, marks)),
        numbers=numbers,
    )


def _point(reading: Reading, outcome: Outcome, number: int, marks: list[Mark]) -> Point:
    """The point, whose evidence joins the marks of the page."""
    quotes = []
    for n, evidence in enumerate(outcome.evidence):
        key = f"{outcome.rule}-{n}"
        marks.append(Mark(start=evidence.start, end=evidence.end, kind=f"on-{evidence.role}", key=key))
        quotes.append(_quote(reading, evidence, key))
    return Point(
        outcome=outcome,
        number=number,
        level="review" if outcome.status == "review" else outcome.severity or "met",
        headline=f"{headline(outcome)}" + (f" ({was(outcome)})" if outcome.waiver else ""),
        why=why(outcome),
        advice=folded(outcome.advice),
        accepted=accepted(outcome.waiver) if outcome.waiver else "",
        quotes=tuple(quotes),
    )


def _quote(reading: Reading, evidence: Evidence, key: str) -> Quote:
    if evidence.role == "place":
        return Quote(role="Where", where=place(reading, evidence), text="", key=key)
    where = f"{lines_of(reading, evidence)}, {evidence.where}"
    return Quote(role=_ROLES[evidence.role], where=where, text=shortened(folded(evidence.text), QUOTE), key=key)


def _aside(outcomes: Iterable[Outcome]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Why some rules said nothing, each reason once, with the rules that it concerns."""
    reasons: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.status in ("not-evaluated", "not-applicable"):
            reasons.setdefault(f"{outcome.status.replace('-', ' ')}: {folded(outcome.reason)}", []).append(
                folded(outcome.title)
            )
    return tuple((reason, tuple(titles)) for reason, titles in reasons.items())


def _columns(releases: Sequence[ReleaseReport]) -> list[tuple[str, str]]:
    """The rules of the overview: those that say something that counts about any release."""
    said = {o.rule: folded(o.title) for r in releases for o in r.outcomes if o.is_finding or o.status in _COUNTING}
    order = {o.rule: n for r in reversed(releases) for n, o in enumerate(r.outcomes)}
    return sorted(said.items(), key=lambda column: order[column[0]])


_COUNTING = ("review", "waived")


# ── the page's own parts ──────────────────────────────────────────────────────────────────────────


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("checker.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["words"] = _words
    environment.filters["as_pair"] = lambda outcome: (outcome.rule, outcome)
    environment.filters["state"] = _state
    return environment


def _state(outcome: Outcome | None) -> str:
    """A cell of the overview. A rule that looks for what should not be there is met without evidence."""
    if outcome is None or outcome.status == "not-applicable":
        return "–"
    return "none found" if outcome.status == "met" and not outcome.evidence else outcome.status


def _words(text: str, width: int = 1000) -> str:
    """Words of a release or a path on one line, without controls."""
    return shortened(folded(text), width)


@cache
def _asset(name: str) -> str:
    return files("checker.reports").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """A content security policy's name for an inline style or script."""
    return "sha256-" + b64encode(hashlib.sha256(content.encode()).digest()).decode()
