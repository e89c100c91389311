"""Two versions of a release or of a legend: what changed, by element, factor, sentence and statement.

Pure: two readings and what the rules say of each go in, a `Versions` comes out. A passage that moved and kept its words
is unchanged: order is no wording.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.comparing import compare, compare_passages, redline
from checker.types import Change, ChangeKind, ElementChange, Outcome, Passage, Reading, Release, Versions


def compare_versions(
    before: Reading, said_before: Sequence[Outcome], after: Reading, said_after: Sequence[Outcome]
) -> Versions:
    """The later version against the earlier one, each judged by the same rules."""
    whole = compare(before, after)
    earlier = {outcome.rule: outcome for outcome in said_before}
    return Versions(
        before=before,
        after=after,
        elements=tuple(_element(before, earlier[o.rule], after, o) for o in said_after if o.rule in earlier),
        factors=_settle(before, compare_passages(before.release, before.factors, after.release, after.factors), after),
        sentences=_settle(before, whole.legends, after),
        statements=_settle(before, whole.statements, after),
        similarity=whole.similarity,
    )


def _element(before: Reading, said_before: Outcome, after: Reading, said_after: Outcome) -> ElementChange:
    old, new = _proof(before.release, said_before), _proof(after.release, said_after)
    kind: ChangeKind
    if old == new and said_before.status == said_after.status:
        kind = "unchanged"
    elif bool(old) == bool(new):
        kind = "reworded"
    else:
        kind = "added" if new else "dropped"
    pieces = redline(_quoted(said_before), _quoted(said_after)) if kind == "reworded" and old else ()
    return ElementChange(kind=kind, before=said_before, after=said_after, pieces=pieces)


def _quoted(outcome: Outcome) -> str:
    return " … ".join(e.text for e in outcome.evidence if e.role == "proof")


def _proof(release: Release, outcome: Outcome) -> list[str]:
    """The words that prove an outcome, in any order."""
    return sorted(_words(release, e) for e in outcome.evidence if e.role == "proof")


def _settle(before: Reading, changes: Iterable[Change], after: Reading) -> tuple[Change, ...]:
    """The changes, where what left one place and came to another with the same words counts as unchanged."""
    changes = tuple(changes)
    left: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind == "dropped" and change.before:
            left[_words(before.release, change.before)].append(change)
    settled: list[Change] = []
    moved: list[Change] = []
    for change in changes:
        if change.kind == "added" and change.after and (gone := left[_words(after.release, change.after)]):
            moved.append(gone.pop(0))
            settled.append(Change(kind="unchanged", before=moved[-1].before, after=change.after))
        else:
            settled.append(change)
    return tuple(change for change in settled if not any(change is m for m in moved))


def _words(release: Release, passage: Passage) -> str:
    return " ".join(release.folded[passage.start : passage.end].strip(" \n\t,;.:").split())
