"""Reports of any content, for laws that every renderer keeps."""

from __future__ import annotations

from hypothesis import strategies as st
from reports_sample import release

from checker.types import (
    Acceptance,
    Authority,
    Change,
    Comparison,
    Evidence,
    Factor,
    Failure,
    Legend,
    Outcome,
    Passage,
    Reading,
    ReleaseReport,
    Replacement,
    RunReport,
    Statement,
)

_WORDS = st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=60)
_UNIT = st.floats(0, 1)
_STATUSES = ["met", "weak", "missing", "defect", "review", "not-applicable", "not-evaluated", "waived"]


@st.composite
def _outcomes(draw: st.DrawFn, text: str) -> Outcome:
    status = draw(st.sampled_from(_STATUSES))
    finding = status in ("weak", "missing", "defect", "waived")
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted), max_size=6))
    return Outcome(
        rule=draw(st.sampled_from([f"rule-{n}" for n in range(9)])),
        title=draw(_WORDS),
        authority=Authority(
            tier=draw(st.sampled_from(["statute", "rule", "case", "practice", "hygiene"])), source=draw(_WORDS)
        ),
        status=status,
        severity=draw(st.sampled_from(["error", "warning", "note"])) if finding else None,
        message=draw(_WORDS),
        advice=draw(_WORDS),
        reason=draw(_WORDS),
        evidence=tuple(
            Evidence(
                start=start,
                end=end,
                text=text[start:end],
                where=draw(st.sampled_from(["legend", "body", "heading", "link"])),
                role=draw(st.sampled_from(["proof", "related", "place"])),
            )
            for start, end in spans
        ),
        confidence=draw(st.none() | _UNIT),
        fingerprint=draw(st.sampled_from(["", "1" * 64])),
        waiver=draw(_acceptances()) if status == "waived" else None,
        fix=draw(_fixes(len(text))) if finding else (),
    )


def _fixes(length: int) -> st.SearchStrategy[tuple[Replacement, ...]]:
    """Replacements in order and apart."""
    at = st.lists(st.integers(0, length), max_size=4, unique=True).map(sorted)
    spans = at.map(lambda edges: list(zip(edges[::2], edges[1::2], strict=False)))
    return st.tuples(spans, _WORDS).map(
        lambda drawn: tuple(Replacement(start=start, end=end, text=drawn[1]) for start, end in drawn[0])
    )


@st.composite
def _comparisons(draw: st.DrawFn) -> Comparison:
    passages = _WORDS.map(lambda words: Passage(start=0, end=len(words), text=words))
    pieces = st.tuples(st.sampled_from(["kept", "dropped", "added"]), _WORDS)
    changes = st.one_of(
        st.builds(Change, kind=st.just("dropped"), before=passages),
        st.builds(Change, kind=st.just("added"), after=passages),
        st.builds(
            Change,
            kind=st.sampled_from(["unchanged", "reworded"]),
            before=passages,
            after=passages,
            pieces=st.lists(pieces, max_size=4).map(tuple),
        ),
    )
    return Comparison(
        prior=draw(_WORDS),
        prior_sha256="b" * 64,
        legends=tuple(draw(st.lists(changes, max_size=3))),
        statements=tuple(draw(st.lists(changes, max_size=2))),
        new_topics=tuple(draw(st.lists(_WORDS, max_size=2))),
    )


def _acceptances() -> st.SearchStrategy[Acceptance]:
    return st.builds(
        Acceptance,
        kind=st.sampled_from(["inline", "waiver", "baseline"]),
        status=st.sampled_from(["weak", "missing", "defect"]),
        reason=_WORDS,
        approver=_WORDS,
        ticket=_WORDS,
        expires=st.none() | st.dates(),
    )


@st.composite
def _releases(draw: st.DrawFn) -> ReleaseReport:
    if draw(st.booleans()) and draw(st.booleans()):
        failure = Failure(kind=draw(_WORDS), message=draw(_WORDS))
        return ReleaseReport(source=draw(_WORDS), sha256="", verdict="unchecked", failure=failure)
    text = draw(_WORDS)
    whole = {"start": 0, "end": len(text), "text": text}
    legends = (Legend(**whole, form="block", jurisdiction="us", confidence=draw(_UNIT)),) if draw(st.booleans()) else ()
    topics = tuple(draw(st.lists(_WORDS, max_size=2)))
    statements = (Statement(**whole, confidence=draw(_UNIT), topics=topics),) if draw(st.booleans()) else ()
    factors = (Factor(**whole, topics=topics),) if draw(st.booleans()) else ()
    return ReleaseReport(
        source=draw(_WORDS),
        sha256="a" * 64,
        verdict=draw(st.sampled_from(["nothing-to-disclaim", "incomplete", "review", "complete"])),
        reading=Reading(
            release=release(text, "any"),
            legends=legends,
            statements=statements,
            factors=factors,
            comparison=draw(_comparisons()) if draw(st.booleans()) else None,
        ),
        outcomes=tuple(draw(st.lists(_outcomes(text), max_size=4))),
    )


def any_report() -> st.SearchStrategy[RunReport]:
    """Reports whose every text may hold any code point, controls and lone surrogates included."""
    return st.builds(
        RunReport,
        releases=st.lists(_releases(), max_size=7).map(tuple),
        tool_version=_WORDS,
        rules_version=_WORDS,
        rules_sha256=_WORDS,
        models=st.just(()),
        profile=_WORDS,
        settings_sha256=_WORDS,
    )
