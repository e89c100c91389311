"""Words before and after, in pieces kept, dropped and added: a fix in the words around it, a sentence of a legend."""

from __future__ import annotations

from collections.abc import Sequence

from checker.records import dataclass
from checker.reports.words import folded, quoted, shortened
from checker.types import Change, PieceKind, Reading, Replacement

CONTEXT = 60
"""Characters of the text that are shown on either side of a fix, so that it can be judged where it stands."""

KEPT = 80
"""Characters of a run of unchanged words in a line of a diff."""

Pieces = tuple[tuple[PieceKind, str], ...]
"""In reading order and with the spaces between them: joined without the dropped ones they are the words after."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """Fixes that stand close together, and the words around them: `start` and `end` in the text, and the redline."""

    start: int
    end: int
    line: int
    pieces: Pieces


def fix_told(reading: Reading, fix: Replacement) -> str:
    """What `--fix` would write, in one line, with the line of the text."""
    old, line = reading.release.text[fix.start : fix.end], reading.release.position(fix.start)[0]
    if not old:
        return f"Fix: line {line}: insert {quoted(fix.text)} (--fix writes it)"
    change = f"{quoted(old)} → {quoted(fix.text)}" if fix.text else f"remove {quoted(old)}"
    return f"Fix: line {line}: {change} (--fix writes it)"


def edits_of(reading: Reading, fixes: Sequence[Replacement]) -> tuple[Edit, ...]:
    """The fixes of an outcome, which are in order and apart, each in its words."""
    groups: list[list[Replacement]] = []
    for fix in fixes:
        if groups and fix.start - groups[-1][-1].end <= 2 * CONTEXT:
            groups[-1].append(fix)
        else:
            groups.append([fix])
    return tuple(_edit(reading, group) for group in groups)


def sentence_pieces(change: Change) -> Pieces:
    """A sentence of a legend against the earlier one, in full."""
    if change.pieces:
        between: tuple[PieceKind, str] = ("kept", " ")
        return tuple(part for kind, text in change.pieces for part in (between, (kind, folded(text))))[1:]
    passage = change.after or change.before
    kind: PieceKind = change.kind if change.kind in ("added", "dropped") else "kept"
    return ((kind, folded(passage.text)),) if passage else ()


def diff_of(pieces: Pieces, width: int) -> list[str]:
    """The words before and after as lines of a diff, of at most `width` characters each; one line when the other side
    has no words."""
    brief = [(kind, shortened(text, KEPT) if kind == "kept" else text) for kind, text in pieces]
    sides = (("- ", "added"), ("+ ", "dropped"))
    told = [(mark, folded("".join(text for kind, text in brief if kind != other))) for mark, other in sides]
    return [mark + shortened(words, width) for mark, words in told if words]


def _edit(reading: Reading, fixes: Sequence[Replacement]) -> Edit:
    text = reading.release.text
    start, lead = _before(reading, fixes[0].start)
    end, tail = _after(reading, fixes[-1].end)
    pieces: list[tuple[PieceKind, str]] = []
    done = start
    for fix in fixes:
        pieces += [("kept", text[done : fix.start]), ("dropped", text[fix.start : fix.end]), ("added", fix.text)]
        done = fix.end
    told = [("kept", lead), *pieces, ("kept", text[done:end]), ("kept", tail)]
    return Edit(
        start=start,
        end=end,
        line=reading.release.position(fixes[0].start)[0],
        pieces=tuple((kind, _spaced(words)) for kind, words in told if words),
    )


def _before(reading: Reading, at: int) -> tuple[int, str]:
    """Where the words begin that are shown before an offset, and the mark that some were left out."""
    block = reading.release.block_at(at)
    first = block.start if block else 0
    if at - first <= CONTEXT:
        return first, ""
    cut = reading.release.text.find(" ", at - CONTEXT, at)
    return (cut + 1 if cut >= 0 else at - CONTEXT), "… "


def _after(reading: Reading, at: int) -> tuple[int, str]:
    """Where the words end that are shown after an offset, and the mark that some were left out."""
    block = reading.release.block_at(at)
    last = block.end if block else len(reading.release.text)
    if last - at <= CONTEXT:
        return last, ""
    cut = reading.release.text.rfind(" ", at, at + CONTEXT)
    return (cut if cut > at else at + CONTEXT), " …"


def _spaced(text: str) -> str:
    """On one line; a space at either end stays, because words go on there."""
    inside = folded(text)
    if not inside:
        return " " if text else ""
    return " " * text[0].isspace() + inside + " " * text[-1].isspace()
