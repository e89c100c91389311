"""Sentences that the teacher of the statement finder learns from or is asked about, and what is kept of its answers."""

from __future__ import annotations

import hashlib
import json
import random
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from checker.classify.groups import name_key
from checker.classify.legends import find_legends
from checker.classify.second_reader import InContext, in_context
from checker.classify.statement_examples import TEXT, Example, examples_of
from checker.classify.statement_features import clues_of
from checker.classify.statement_labels import STEPS, Label
from checker.classify.statements import confidence, is_prose, score_clues, shipped_model
from checker.overlaps import Overlaps
from checker.records import dataclass
from checker.text.release import build_release

KEPT_BACK = 15
"""Percent of the groups of companies that the teacher learns nothing from."""

PLAIN, PLAIN_TAKEN = 0.015, 0.15
"""Confidence of the finder below which a sentence is plainly no statement, and the share of such that are asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A sentence that the teacher learns from or speaks of; `example` is None where nobody read it."""

    doc: str
    start: int
    end: int
    read: InContext
    example: Example | None = None


def labelled(labels: Sequence[Label], pool: dict[str, dict[str, Any]]) -> list[Asked]:
    """The labelled sentences that can count."""
    return asked_of([e for e in examples_of(labels, pool) if e.can_count], pool)


def asked_of(examples: Sequence[Example], pool: Mapping[str, dict[str, Any]]) -> list[Asked]:
    """What is read of each example; those of a release stand together."""
    found = []
    for doc, those in groupby(examples, key=lambda e: e.id):
        sentences = build_release(pool[doc]["text"], source=doc, metadata=TEXT).sentences
        found += [Asked(doc=doc, start=e.start, end=e.end, read=in_context(sentences, e.at), example=e) for e in those]
    return found


def unread(pool: Mapping[str, dict[str, Any]], read: Collection[tuple[str, str]]) -> Iterator[Asked]:
    """Sentences of the pool that can count and open like no other; of the plainly idle ones, a sample.

    `read` are the releases and the texts of the sentences that were labelled.
    """
    model, seen, chance = shipped_model(), set[str](), random.Random(5)
    for doc, record in pool.items():
        release = build_release(record["text"], source=doc, metadata=TEXT)
        legends, _ = find_legends(release)
        aside, scores = Overlaps(legends), score_clues(clues_of(release, legends), model)
        for i, sentence in enumerate(release.sentences):
            opening = name_key(sentence.text)[:120]
            if opening in seen or aside.with_any(sentence) or not is_prose(sentence.text):
                continue
            seen.add(opening)
            if confidence(scores[i], model) < PLAIN and chance.random() > PLAIN_TAKEN:
                continue
            asked = Asked(doc=doc, start=sentence.start, end=sentence.end, read=in_context(release.sentences, i))
            if (doc, asked.read.text) not in read:
                yield asked


def is_stranger(asked: Asked, near: Collection[str]) -> bool:
    """Whether the teacher learns nothing from the sentence's release and those that hang together with it."""
    group = asked.example.group if asked.example else ""
    return asked.doc in near or zlib.crc32(f"h{group}".encode()) % 100 < KEPT_BACK


def kept_back(examples: Sequence[Example], near: Collection[str]) -> set[str]:
    """The groups of companies of which neither the teacher nor its pupil learns anything."""
    return {e.group for e in examples if e.stranger and e.id not in near}


# ── what is kept ──────────────────────────────────────────────────────────────────────────────────


def told(asked: Sequence[Asked], sure: Sequence[float], strangers: Collection[str], texts: Mapping[str, str]) -> str:
    """One line a release: its digest, whether the teacher is a stranger to it, and [start, end, thousandths] of each
    sentence."""
    by_release: dict[str, list[list[int]]] = {}
    for a, p in zip(asked, sure, strict=True):
        by_release.setdefault(a.doc, []).append([a.start, a.end, round(p * STEPS)])
    lines = [
        {
            "doc": doc,
            "sha256": hashlib.sha256(texts[doc].encode()).hexdigest(),
            "stranger": doc in strangers,
            "taught": sorted(by_release[doc]),
        }
        for doc in sorted(by_release)
    ]
    return "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)
