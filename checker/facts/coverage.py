"""The matrix: for each topic of the statements, the factors of the legend that caution about it.

Courts ask for caution tailored to the statements (In re Harman, 791 F.3d 90, D.C. Cir. 2015): the matrix sets the one
beside the other. It shows what is there and judges nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.facts.assertions import asserted_topics
from checker.facts.topic_table import TOPICS
from checker.types import CoverageRow, Factor, Release, Statement, TopicList

OPENING = 2
"""Paragraphs that count as the opening, beside the headings before them."""

SEVERAL = 3
"""Statements from which a topic is salient wherever they stand."""


def match_topics(
    release: Release, statements: Sequence[Statement], factors: Sequence[Factor], topic_lists: Sequence[TopicList]
) -> tuple[CoverageRow, ...]:
    """One row for each topic that a statement speaks of, in the order of the taxonomy.

    `factors` are those of lists and the cautions in running sentences; both caution.
    """
    opening = opening_end(release)
    spoken = {topic for statement in statements for topic in statement.topics}
    subjects = tuple(subject for topics in topic_lists for subject in topics.subjects)
    asserted = {s: asserted_topics(release.folded[s.start : s.end], s.topics) for s in statements}
    rows = []
    for topic in (t for t in TOPICS if t in spoken):
        about = tuple(s for s in statements if topic in s.topics)
        also = set(TOPICS[topic].also.split())
        rows.append(
            CoverageRow(
                topic=topic,
                title=TOPICS[topic].title,
                statements=about,
                factors=tuple(f for f in factors if topic in f.topics),
                nearby=tuple(f for f in factors if topic not in f.topics and also.intersection(f.topics)),
                subjects=tuple(s for s in subjects if topic in s.topics),
                asserted=tuple(s for s in about if topic in asserted[s]),
                salient=len(about) >= SEVERAL or any(_speaks_of(release, s, opening) for s in about),
            )
        )
    return tuple(rows)


def opening_end(release: Release) -> int:
    """Where the opening ends: behind its first paragraphs, the first long ones where there are such."""
    all_of_them = [b for b in release.blocks if b.kind == "paragraph"]
    paragraphs = [b.end for b in all_of_them if len(b.text) > _LABEL] or [b.end for b in all_of_them]
    return paragraphs[min(OPENING, len(paragraphs)) - 1] if paragraphs else 0


_LABEL = 80
"""Characters up to which a block is a label or a line of contacts."""

_FOCUSED = 2
"""Topics up to which a sentence is about each of them; a list of uses of proceeds is about none in particular."""


def _speaks_of(release: Release, statement: Statement, opening: int) -> bool:
    """Whether a statement stands in a heading, the opening or a table, and is about few things."""
    if len(statement.topics) > _FOCUSED:
        return False
    block = release.block_at(statement.start)
    return statement.start < opening or (block is not None and block.kind in ("heading", "table"))
