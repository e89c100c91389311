"""Release → Reading: classifiers first, then facts on what they found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.classify.legends import LegendSpan, find_legends
from checker.classify.statements import find_statements
from checker.comparing import compare
from checker.facts.cautions import find_cautions
from checker.facts.citations import find_citations
from checker.facts.contexts import find_contexts
from checker.facts.coverage import match_topics
from checker.facts.dates import find_dates
from checker.facts.factors import find_factors
from checker.facts.filings import find_filings
from checker.facts.issuer import find_issuer
from checker.facts.jurisdiction import tell_jurisdiction
from checker.facts.links import find_links
from checker.facts.occasions import find_occasions
from checker.facts.organisations import find_organisations
from checker.facts.speech import CONFIDENCE, find_spoken, is_call
from checker.facts.topic_lists import find_topic_lists
from checker.facts.topics import topics_of_statement
from checker.overlaps import Overlaps
from checker.types import Candidate, Legend, Passage, Reading, Release, Settings, Statement


def read(release: Release, settings: Settings) -> Reading:
    """Everything that a rule may look at. Raises ModelError when a model file is not what its card says."""
    spans, nearest = find_legends(release)
    if _is_speech(release, settings):
        spans = _with_spoken(release, spans)
    return gather_facts(release, spans, find_statements(release, spans), nearest, settings)


def read_legend(release: Release, settings: Settings) -> Reading:
    """The reading of a text that is a legend and nothing else, as a house keeps its model legend."""
    if not release.sentences:
        return gather_facts(release, (), (), None, settings)
    whole = release.passage(release.sentences[0].start, release.sentences[-1].end)
    span = LegendSpan(start=whole.start, end=whole.end, text=whole.text, confidence=1.0)
    return gather_facts(release, (span,), (), None, settings)


def read_prior(release: Release, settings: Settings) -> Reading:
    """The reading of the earlier release that `Settings.prior` holds: its date is its own, and it has no prior."""
    return read(release, replace(settings, release_date=None, prior=None))


def gather_facts(
    release: Release,
    spans: Sequence[LegendSpan],
    statements: Sequence[Statement],
    nearest: Candidate | None,
    settings: Settings,
) -> Reading:
    """The facts about given legends and statements, whoever found them (the classifiers, a label, a test)."""
    citations = find_citations(release)
    cited = Overlaps(citations)
    oral = _is_speech(release, settings)
    legends = tuple(
        Legend(
            start=span.start,
            end=span.end,
            text=span.text,
            form="oral" if oral else "block" if _is_block(release, span) else "sentence",
            jurisdiction=tell_jurisdiction(release, span, cited),
            confidence=span.confidence,
            sentences=tuple(s for s in release.sentences_in(span.start, span.end) if s.end <= span.end),
        )
        for span in spans
    )
    issuer = find_issuer(release, settings.issuer)
    told = tuple(replace(s, topics=topics_of_statement(release.folded[s.start : s.end])) for s in statements)
    factors, topic_lists = find_factors(release, legends), find_topic_lists(release, legends)
    cautions = find_cautions(release, legends, factors)
    contexts = find_contexts(release, legends, citations, issuer, settings.issuer, settings.contexts)
    reading = Reading(
        release=release,
        legends=legends,
        statements=told,
        links=find_links(release, legends),
        citations=citations,
        factors=factors,
        cautions=cautions,
        filings=find_filings(release, legends),
        dates=find_dates(release, legends, settings.release_date),
        contexts=(*contexts, *find_occasions(release, legends, [c.kind for c in contexts])),
        issuer=issuer,
        nearest=nearest,
        topic_lists=topic_lists,
        coverage=match_topics(release, told, (*factors, *cautions), topic_lists),
        organisations=find_organisations(release, legends, issuer),
    )
    return replace(reading, comparison=compare(settings.prior, reading)) if settings.prior else reading


def _is_speech(release: Release, settings: Settings) -> bool:
    return settings.profile == "oral" or "call" in settings.contexts or is_call(release)


def _with_spoken(release: Release, spans: Sequence[LegendSpan]) -> tuple[LegendSpan, ...]:
    """The legends of a call: what the classifier, which learned from print, found, and what speech puts otherwise."""
    joined: list[LegendSpan] = []
    spoken = [LegendSpan(start=p.start, end=p.end, text=p.text, confidence=CONFIDENCE) for p in find_spoken(release)]
    for span in sorted((*spans, *spoken), key=lambda s: (s.start, s.end)):
        if joined and span.overlaps(joined[-1]):
            last = joined.pop()
            whole = release.passage(last.start, max(last.end, span.end))
            sure = max(last.confidence, span.confidence)
            span = LegendSpan(start=whole.start, end=whole.end, text=whole.text, confidence=sure)
        joined.append(span)
    return tuple(joined)


def _is_block(release: Release, span: Passage) -> bool:
    return len(release.sentences_in(span.start, span.end)) > 1
