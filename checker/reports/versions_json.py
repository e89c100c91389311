"""Two versions against each other, for programs: every change with its offsets, unchanged passages included."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, get_args

from checker.types import Change, ChangeKind, ElementChange, Factor, Outcome, Passage, PieceKind, Reading, Versions

SCHEMA_VERSION = "1"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render_json(versions: Versions, *, profile: str, tool_version: str) -> str:
    """One JSON object; the same versions give the same bytes."""
    told = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "safeharbor", "version": tool_version},
        "profile": profile,
        "old": _version(versions.before),
        "new": _version(versions.after),
        "similarity": round(versions.similarity, 4),
        "summary": {
            "elements": _counts(versions.elements),
            "factors": _counts(versions.factors),
            "sentences": _counts(versions.sentences),
            "statements": _counts(versions.statements),
        },
        "elements": [_element(change, versions) for change in versions.elements],
        "factors": [_change(change, versions) for change in versions.factors],
        "sentences": [_change(change, versions) for change in versions.sentences],
        "statements": [_change(change, versions) for change in versions.statements],
    }
    return _LONE_SURROGATE.sub("\ufffd", json.dumps(told, ensure_ascii=False, indent=2)) + "\n"


def _version(reading: Reading) -> dict[str, Any]:
    day = reading.release_date
    return {
        "path": reading.release.source,
        "sha256": reading.release.metadata.sha256,
        "release_date": day.isoformat() if day else None,
        "legends": len(reading.legends),
    }


def _counts(changes: Sequence[Change | ElementChange]) -> dict[str, int]:
    numbers = Counter(change.kind for change in changes)
    return {kind: numbers[kind] for kind in get_args(ChangeKind)}


def _element(change: ElementChange, versions: Versions) -> dict[str, Any]:
    return {
        "rule": change.after.rule,
        "title": change.after.title,
        "change": change.kind,
        "old": _outcome(change.before, versions.before),
        "new": _outcome(change.after, versions.after),
        "pieces": _pieces(change.pieces),
    }


def _outcome(outcome: Outcome, reading: Reading) -> dict[str, Any]:
    proofs = [_span(e, reading) for e in outcome.evidence if e.role == "proof"]
    return {"status": outcome.status, "severity": outcome.severity, "message": outcome.message, "evidence": proofs}


def _change(change: Change, versions: Versions) -> dict[str, Any]:
    return {
        "change": change.kind,
        "old": _span(change.before, versions.before) if change.before else None,
        "new": _span(change.after, versions.after) if change.after else None,
        "pieces": _pieces(change.pieces),
    }


def _span(passage: Passage, reading: Reading) -> dict[str, Any]:
    line = reading.release.position(passage.start)[0]
    told: dict[str, Any] = {"start": passage.start, "end": passage.end, "line": line, "text": passage.text}
    if isinstance(passage, Factor):
        told |= {"topics": sorted(passage.topics), "specific": passage.specific}
    return told


def _pieces(pieces: Sequence[tuple[PieceKind, str]]) -> list[list[str]]:
    return [[kind, text] for kind, text in pieces]
