"""Two versions against each other, for a person: as text and as Markdown. `versions_json` is for programs.

Elements first, because they decide; then factors, sentences of the legend, statements. What is unchanged is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from checker.records import dataclass
from checker.reports.words import folded, quoted, wrapped
from checker.types import Change, ChangeKind, ElementChange, Outcome, Passage, PieceKind, Reading, Versions

Pieces = tuple[tuple[PieceKind, str], ...]

MARKS: dict[ChangeKind, str] = {"added": "+", "dropped": "-", "reworded": "~", "unchanged": "="}
KEPT = 5
"""Words of a passage that is kept, shown before and after what changed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Entry:
    """One change: what it is about, and its words, cut up where they were reworded."""

    kind: ChangeKind
    about: str
    pieces: Pieces = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Section:
    heading: str
    counts: str
    entries: tuple[_Entry, ...]


def render_text(versions: Versions, *, profile: str, verbose: bool = False, width: int = 100) -> str:
    """Lines of at most `width` characters. `verbose` shows what is unchanged too."""
    lines = [f"{_names(versions)}: {_summary(versions, profile)}"]
    for section in _sections(versions, verbose=verbose):
        lines += ["", f"  {section.heading}: {section.counts}"]
        for entry in section.entries:
            lines += wrapped(f"{MARKS[entry.kind]} {entry.about}", width, 4, 2)
            lines += wrapped(_marked(entry.pieces, "[-", "-]", "{+", "+}"), width, 8) if entry.pieces else []
    return "\n".join(lines) + "\n"


def render_markdown(versions: Versions, *, profile: str, verbose: bool = False) -> str:
    """For a pull request or a wiki: one list a section, what was dropped struck out, what was added in bold."""
    lines = [f"### {_plain(_names(versions))}", "", f"{_plain(_summary(versions, profile))}."]
    for section in _sections(versions, verbose=verbose):
        lines += ["", f"#### {section.heading}: {section.counts}", ""]
        for entry in section.entries:
            plain: Pieces = tuple((kind, _plain(text)) for kind, text in entry.pieces)
            words = f": {_marked(plain, '~~', '~~', '**', '**')}" if plain else ""
            lines.append(f"- {entry.kind}: {_plain(entry.about)}{words}")
    return "\n".join(lines) + "\n"


# ── what there is to say ──────────────────────────────────────────────────────────────────────────


def _names(versions: Versions) -> str:
    return f"{folded(versions.before.release.source)} → {folded(versions.after.release.source)}"


def _summary(versions: Versions, profile: str) -> str:
    absent = [name for name, r in (("old", versions.before), ("new", versions.after)) if not r.legends]
    if len(absent) == 2:
        said = "no legend found in either version"
    elif absent:
        said = f"no legend found in the {absent[0]} version"
    else:
        said = f"{versions.similarity:.0%} of the legends' words in common"
    return f"{said}; profile {folded(profile)}"


def _sections(versions: Versions, *, verbose: bool) -> Iterator[_Section]:
    elements = [(change, _element(change, versions)) for change in versions.elements]
    yield _section("Elements", elements, verbose)
    for heading, changes in (
        ("Factors", versions.factors),
        ("Legend sentences", versions.sentences),
        ("Statements", versions.statements),
    ):
        yield _section(heading, [(change, _passage(change, versions)) for change in changes], verbose)


def _section(heading: str, told: Sequence[tuple[Change | ElementChange, _Entry]], verbose: bool) -> _Section:
    numbers = Counter(change.kind for change, _ in told)
    kinds: tuple[ChangeKind, ...] = get_args(ChangeKind)
    said = [f"{numbers[kind]} {kind}" for kind in (*kinds[1:], kinds[0]) if numbers[kind]]
    shown = tuple(entry for change, entry in told if verbose or change.kind != "unchanged")
    return _Section(heading=heading, counts=", ".join(said) or "none", entries=shown)


def _element(change: ElementChange, versions: Versions) -> _Entry:
    before, after = change.before.status, change.after.status
    status = f"{before} → {after}" if before != after else after
    about = f"{change.after.rule}: {folded(change.after.title)} ({status})"
    if change.pieces:
        return _Entry(kind=change.kind, about=about, pieces=_collapsed(change.pieces))
    shown, reading = (change.before, versions.before) if change.kind == "dropped" else (change.after, versions.after)
    words = "; ".join(_proofs(shown, reading))
    return _Entry(kind=change.kind, about=f"{about}: {words}" if words else about)


def _proofs(outcome: Outcome, reading: Reading) -> list[str]:
    return [f"{_line(e, reading)}, {quoted(e.text, 160)}" for e in outcome.evidence if e.role == "proof"][:2]


def _passage(change: Change, versions: Versions) -> _Entry:
    if change.after is None and change.before is not None:
        words = quoted(change.before.text, 400)
        return _Entry(kind=change.kind, about=f"old {_line(change.before, versions.before)}: {words}")
    assert change.after is not None
    where = _line(change.after, versions.after)
    if change.pieces:
        return _Entry(kind=change.kind, about=where, pieces=_collapsed(change.pieces))
    return _Entry(kind=change.kind, about=f"{where}: {quoted(change.after.text, 400)}")


def _line(passage: Passage, reading: Reading) -> str:
    return f"line {reading.release.position(passage.start)[0]}"


# ── redlines ──────────────────────────────────────────────────────────────────────────────────────


def _collapsed(pieces: Pieces) -> Pieces:
    """The redline with long runs of kept words shortened to what stands beside a change."""
    last = len(pieces) - 1
    return tuple(
        (kind, _around(folded(text), first=i > 0, last=i < last) if kind == "kept" else folded(text))
        for i, (kind, text) in enumerate(pieces)
    )


def _around(text: str, *, first: bool, last: bool) -> str:
    """The first words after a change and the last ones before the next."""
    words = text.split()
    if len(words) <= KEPT * (first + last) + 1:
        return text
    return " ".join([*(words[:KEPT] if first else []), "…", *(words[-KEPT:] if last else [])])


def _marked(pieces: Iterable[tuple[PieceKind, str]], *marks: str) -> str:
    opened = {"kept": ("", ""), "dropped": marks[:2], "added": marks[2:]}
    return " ".join(opened[kind][0] + text + opened[kind][1] for kind, text in pieces)


def _plain(text: str) -> str:
    """The words of a release cannot become Markdown or HTML."""
    escaped = "".join(f"\\{c}" if c in "\\`*_[]~|#" else c for c in text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
