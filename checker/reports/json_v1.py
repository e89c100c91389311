"""JSON, version 1: a published shape, never a dump of internals. `schema/v1.json` describes every key.

The same report gives the same bytes. A document is a result or an error, never both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar, get_args

from checker.reports.indented import indented
from checker.types import (
    Acceptance,
    Change,
    Citation,
    Comparison,
    Context,
    CoverageRow,
    Evidence,
    Factor,
    Filing,
    Issuer,
    Legend,
    Outcome,
    Passage,
    Reading,
    ReleaseReport,
    Replacement,
    RunReport,
    Severity,
    Statement,
    Verdict,
)

P = TypeVar("P", bound=Passage)

SCHEMA_VERSION = "1"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: RunReport) -> str:
    """One JSON object. Lone surrogates, which a file name may hold and UTF-8 cannot, become U+FFFD."""
    return "".join(parts(report))


def parts(report: RunReport) -> Iterator[str]:
    """The same, document by document, so that a large report is never in memory as a whole."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "safeharbor", "version": report.tool_version},
        "rules": {"version": report.rules_version, "sha256": report.rules_sha256},
        "models": [
            {"name": m.name, "version": m.version, "sha256": m.sha256}
            for m in sorted(report.models, key=lambda m: (m.name, m.version, m.sha256))
        ],
        "profile": report.profile,
        "settings_sha256": report.settings_sha256,
        "summary": _summary(report),
    }
    yield _written(head, 0).removesuffix("\n}") + ',\n  "documents": ['
    for i, release in enumerate(report.releases):
        yield ",\n    " if i else "\n    "
        yield release.json.decode() if release.json else _told(release)
    yield "\n  ]\n}\n" if report.releases else "]\n}\n"


def without_reading(release: ReleaseReport) -> ReleaseReport:
    """The report with its JSON written, and of the rest only what a gate and a count look at.

    A reading takes thirty times the memory of its JSON, and as long to send to another process as to make.
    """
    findings = tuple(replace(o, evidence=(), message="", advice="") for o in release.outcomes if o.is_finding)
    return replace(release, reading=None, outcomes=findings, json=_told(release).encode())


def _told(release: ReleaseReport) -> str:
    """One of `documents`, as it stands in the report."""
    return _written(_document(release), 2)


def _written(value: dict[str, Any], depth: int) -> str:
    return _LONE_SURROGATE.sub("\ufffd", indented(value, depth))


def _summary(report: RunReport) -> dict[str, Any]:
    verdicts = Counter(release.verdict for release in report.releases)
    findings = Counter(o.severity for release in report.releases for o in release.outcomes if o.is_finding)
    return {
        "documents": len(report.releases),
        "verdicts": {verdict: verdicts[verdict] for verdict in get_args(Verdict)},
        "findings": {severity: findings[severity] for severity in get_args(Severity)},
    }


def _document(release: ReleaseReport) -> dict[str, Any]:
    failure, reading = release.failure, release.reading
    return {
        "path": release.source,
        "sha256": release.sha256 or None,
        "format": reading.release.metadata.format if reading else None,
        "encoding": reading.release.metadata.encoding if reading else None,
        "text_length": len(reading.release.text) if reading else None,
        "verdict": release.verdict,
        "error": {"kind": failure.kind, "message": failure.message} if failure else None,
        **_reading(reading),
        "outcomes": [_outcome(o, reading) for o in release.outcomes] if reading else [],
    }


def _reading(reading: Reading | None) -> dict[str, Any]:
    if reading is None:
        absent = ("contexts", "legends", "links", "statements", "citations", "factors", "coverage", "filings")
        empty = ("issuer", "release_date", "nearest", "comparison")
        return {**dict.fromkeys(empty), **{key: [] for key in absent}}
    date, nearest = reading.release_date, reading.nearest
    return {
        "issuer": _issuer(reading.issuer),
        "release_date": date.isoformat() if date else None,
        "contexts": [_context(c) for c in sorted(reading.contexts, key=lambda c: (c.kind, not c.declared))],
        "legends": [_legend(x) for x in _in_order(reading.legends)],
        "links": [_span(x) for x in _in_order(reading.links)],
        "nearest": {**_span(nearest), "confidence": _rounded(nearest.confidence)} if nearest else None,
        "statements": [_statement(x) for x in _in_order(reading.statements)],
        "citations": [_citation(x) for x in _in_order(reading.citations)],
        "factors": [_factor(x) for x in _in_order(reading.factors)],
        "coverage": [_row(x) for x in reading.coverage],
        "filings": [_filing(x) for x in _in_order(reading.filings)],
        "comparison": _comparison(reading.comparison) if reading.comparison else None,
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "path": comparison.prior,
        "sha256": comparison.prior_sha256,
        "similarity": round(comparison.similarity, 4),
        "new_topics": list(comparison.new_topics),
        "legends": [_change(x) for x in comparison.legends],
        "statements": [_change(x) for x in comparison.statements],
    }


def _change(change: Change) -> dict[str, Any]:
    """`before` carries its words: its offsets point into the earlier text."""
    before, after = change.before, change.after
    return {
        "kind": change.kind,
        "before": {**_span(before), "text": before.text} if before else None,
        "after": {**_span(after), "text": after.text} if after else None,
        "pieces": [{"kind": kind, "text": text} for kind, text in change.pieces],
    }


def _issuer(issuer: Issuer) -> dict[str, Any]:
    return {
        "name": issuer.name,
        "aliases": list(issuer.aliases),
        "tickers": list(issuer.tickers),
        "declared": issuer.declared,
        "exchange": issuer.exchange,
        "entity": issuer.entity,
    }


def _context(context: Context) -> dict[str, Any]:
    evidence = [_span(p) for p in _in_order(context.evidence)]
    return {"kind": context.kind, "declared": context.declared, "evidence": evidence}


def _legend(legend: Legend) -> dict[str, Any]:
    return {
        **_span(legend),
        "form": legend.form,
        "jurisdiction": legend.jurisdiction,
        "confidence": _rounded(legend.confidence),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        **_span(statement),
        "class": statement.kind,
        "topics": sorted(statement.topics),
        "confidence": _rounded(statement.confidence),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        **_span(citation),
        "section": citation.section,
        "act": citation.act,
        "year": citation.year,
        "reform_act": citation.reform_act,
        "reform_year": citation.reform_year,
        "defects": [{"code": d.code, "found": d.found, "nearest": d.nearest} for d in citation.defects],
    }


def _factor(factor: Factor) -> dict[str, Any]:
    named = [_span(p) for p in _in_order(factor.named)]
    told = {"topics": sorted(factor.topics), "specific": factor.specific, "generic": factor.generic, "named": named}
    return {**_span(factor), **told}


def _row(row: CoverageRow) -> dict[str, Any]:
    return {
        "topic": row.topic,
        "title": row.title,
        "salient": row.salient,
        "covered": row.is_covered,
        "statements": [_span(x) for x in _in_order(row.statements)],
        "asserted": [_span(x) for x in _in_order(row.asserted)],
        "factors": [_span(x) for x in _in_order(row.factors)],
        "nearby": [_span(x) for x in _in_order(row.nearby)],
        "subjects": [_span(x) for x in _in_order(row.subjects)],
    }


def _filing(filing: Filing) -> dict[str, Any]:
    end = filing.period_end
    return {
        **_span(filing),
        "form": filing.form,
        "period_end": end.isoformat() if end else None,
        "item": filing.item,
    }


def _outcome(outcome: Outcome, reading: Reading) -> dict[str, Any]:
    return {
        "rule": outcome.rule,
        "status": outcome.status,
        "severity": outcome.severity,
        "authority": {"tier": outcome.authority.tier, "source": outcome.authority.source},
        "message": outcome.message,
        "advice": outcome.advice,
        "confidence": _rounded(outcome.confidence),
        "fingerprint": outcome.fingerprint,
        "reason": outcome.reason,
        "waiver": _waiver(outcome.waiver) if outcome.waiver else None,
        "fix": {"replacements": [_replacement(x) for x in outcome.fix]} if outcome.fix else None,
        "evidence": [_evidence(e, reading) for e in outcome.evidence],
    }


def _replacement(fix: Replacement) -> dict[str, Any]:
    return {"start": fix.start, "end": fix.end, "text": fix.text}


def _waiver(waiver: Acceptance) -> dict[str, Any]:
    return {
        "kind": waiver.kind,
        "status": waiver.status,
        "reason": waiver.reason,
        "approver": waiver.approver,
        "ticket": waiver.ticket,
        "created": waiver.created.isoformat() if waiver.created else None,
        "expires": waiver.expires.isoformat() if waiver.expires else None,
    }


def _evidence(evidence: Evidence, reading: Reading) -> dict[str, Any]:
    line, column = reading.release.position(evidence.start)
    end_line, end_column = reading.release.position(evidence.end)
    return {
        **_span(evidence),
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": evidence.text,
        "where": evidence.where,
        "role": evidence.role,
    }


def _in_order(passages: Iterable[P]) -> list[P]:
    return sorted(passages, key=lambda p: (p.start, p.end))


def _span(passage: Passage) -> dict[str, Any]:
    return {"start": passage.start, "end": passage.end}


def _rounded(confidence: float | None) -> float | None:
    return None if confidence is None else round(confidence, 4)
