"""A release's text cut into pieces, each with what it is part of: legend, statement, citation, factor, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.records import dataclass
from checker.types import Passage, Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A passage that a page shows marked. `kind` is what it is; `key` names it among all marks of the page."""

    start: int
    end: int
    kind: str
    key: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A run of text inside the same marks. `opens` are the keys of marks that begin here, `closes` of those that end.

    A mark without length, the place where words are missing, opens and closes on a piece without text.
    """

    text: str
    kinds: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


def marks_of(reading: Reading) -> list[Mark]:
    """What was read in a release, as marks. Their keys are their kind and number: "statement-2"."""
    groups: Sequence[tuple[str, Sequence[Passage]]] = (
        ("legend", reading.legends),
        ("statement", reading.statements),
        ("citation", reading.citations),
        ("factor", reading.factors),
        ("caution", reading.cautions),
        ("filing", reading.filings),
        ("link", reading.links),
    )
    return [
        Mark(start=p.start, end=p.end, kind=kind, key=f"{kind}-{n}")
        for kind, passages in groups
        for n, p in enumerate(passages, 1)
    ]


def keys_of(reading: Reading) -> dict[tuple[int, int], str]:
    """Where the statements, factors and cautions of the matrix stand, with the keys of their marks.

    A sentence may be a statement and a caution: it is one place on the page, and either mark leads to it.
    """
    kinds = ("caution", "factor", "statement")
    marks = sorted((m for m in marks_of(reading) if m.kind in kinds), key=lambda m: kinds.index(m.kind))
    return {(m.start, m.end): m.key for m in marks}


def pieces_of(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The text in pieces, in order; joined they are the text again."""
    inside = [m for m in marks if 0 <= m.start <= m.end <= len(text)]
    edges = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    begins: dict[int, list[Mark]] = {}
    for mark in inside:
        begins.setdefault(mark.start, []).append(mark)
    pieces: list[Piece] = []
    held: list[Mark] = []
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        here = begins.get(start, [])
        if points := tuple(m.key for m in here if m.end == start):
            pieces.append(Piece(text="", opens=points, closes=points))
        held = [m for m in held if m.end > start] + [m for m in here if m.end > start]
        if start < end:
            pieces.append(
                Piece(
                    text=text[start:end],
                    kinds=tuple(dict.fromkeys(m.kind for m in held)),
                    keys=tuple(m.key for m in held),
                    opens=tuple(m.key for m in here if m.end > start),
                    closes=tuple(m.key for m in held if m.end == end),
                )
            )
    return pieces
