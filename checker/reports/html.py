"""One page for a person: verdict, points linked to their words in the release, the matrix, a table of many releases.

One file that asks for nothing: style and script stand inside it, and its own policy forbids everything else. The same
report gives the same bytes.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.reports.pages import page_of
from checker.reports.reasons import reasons_of
from checker.reports.telling import LAST_LINE, verdicts_told
from checker.reports.words import folded, shortened
from checker.types import Outcome, ReleaseReport, RunReport


def render(report: RunReport) -> str:
    """The page as HTML."""
    reasons = reasons_of(report)
    pages = [page_of(release, f"r{n}", reasons) for n, release in enumerate(report.releases, 1)]
    style, script = _asset("report.css"), _asset("report.js")
    return _environment().get_template("report.html").render(
        report=report,
        pages=pages,
        verdicts=verdicts_told(report.releases),
        columns=_columns(report.releases),
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        last_line=LAST_LINE,
    )  # fmt: skip


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
