"""Two readings against each other: which sentences of the legends stayed, changed, came or went, and which statements.

Pure: two readings in, a `Comparison` out. Wrapping, case and typography are no change; a word or a number is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from checker.types import Change, Comparison, Passage, PieceKind, Reading, Release

SAME_SENTENCE = 0.6
"""Share of words in common from which a sentence counts as reworded, not as dropped and another one added."""

_WORD = re.compile(r"\S+")


def compare(prior: Reading, current: Reading) -> Comparison:
    """The later release against the earlier one."""
    known = {topic for statement in prior.statements for topic in statement.topics}
    topics = dict.fromkeys(topic for statement in current.statements for topic in statement.topics)
    legends = tuple(compare_passages(prior.release, _sentences(prior), current.release, _sentences(current)))
    return Comparison(
        prior=prior.release.source,
        prior_sha256=prior.release.metadata.sha256,
        legends=legends,
        similarity=_similarity(legends),
        statements=tuple(compare_passages(prior.release, prior.statements, current.release, current.statements)),
        new_topics=tuple(topic for topic in topics if topic not in known),
        prior_body=_body(prior),
    )


def compare_passages(
    prior: Release, before: Sequence[Passage], current: Release, after: Sequence[Passage]
) -> Iterator[Change]:
    """What became of the passages, in the order of the later text; what was dropped stands where it stood."""
    old, new = [_words(prior, p) for p in before], [_words(current, p) for p in after]
    matcher = SequenceMatcher(None, [" ".join(w) for w in old], [" ".join(w) for w in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for b, a in zip(before[i1:i2], after[j1:j2], strict=True):
                yield Change(kind="unchanged", before=b, after=a)
            continue
        pairs = _pair(old[i1:i2], new[j1:j2])
        left = [i for i in range(i2 - i1) if i not in pairs.values()]
        for j in range(j2 - j1):
            partner = pairs.get(j)
            while left and partner is not None and left[0] < partner:
                yield Change(kind="dropped", before=before[i1 + left.pop(0)])
            if partner is None:
                yield Change(kind="added", after=after[j1 + j])
            else:
                b, a = before[i1 + partner], after[j1 + j]
                yield Change(kind="reworded", before=b, after=a, pieces=redline(b.text, a.text))
        yield from (Change(kind="dropped", before=before[i1 + i]) for i in left)


def redline(before: str, after: str) -> tuple[tuple[PieceKind, str], ...]:
    """The words kept, dropped and added, in reading order; what was dropped stands before what replaced it."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[tuple[PieceKind, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("kept", " ".join(new[j1:j2])))
            continue
        if i2 > i1:
            pieces.append(("dropped", " ".join(old[i1:i2])))
        if j2 > j1:
            pieces.append(("added", " ".join(new[j1:j2])))
    return tuple(pieces)


def _similarity(changes: Sequence[Change]) -> float:
    kept = total = 0
    for change in changes:
        sizes = [len(p.text.split()) for p in (change.before, change.after) if p]
        total += sum(sizes)
        if change.kind == "unchanged":
            kept += sum(sizes)
        kept += sum(2 * len(text.split()) for kind, text in change.pieces if kind == "kept")
    return kept / total if total else 1.0


def _body(reading: Reading) -> str:
    """The folded text outside the legends."""
    parts, at = [], 0
    for legend in sorted(reading.legends, key=lambda x: x.start):
        parts.append(reading.release.folded[at : legend.start])
        at = max(at, legend.end)
    return "\n".join((*parts, reading.release.folded[at:]))


def _sentences(reading: Reading) -> list[Passage]:
    """The sentences of all legends, without those that hold no word: a rule of dashes changes nothing."""
    found: list[Passage] = []
    for legend in reading.legends:
        found += [s for s in legend.sentences or (legend,) if _words(reading.release, s)]
    return found


def _words(release: Release, passage: Passage) -> list[str]:
    return [w for w in (w.strip("\"'()[],;:.-") for w in release.folded[passage.start : passage.end].split()) if w]


def _pair(old: Sequence[list[str]], new: Sequence[list[str]]) -> dict[int, int]:
    """Later passage → the earlier one that it rewords, best first; each is used once."""
    sets = [[set(w) for w in words] for words in (old, new)]
    scored = []
    for j, after in enumerate(new):
        for i, before in enumerate(old):
            # Sharing few words rules a pair out at a thousandth of the price of aligning it.
            if len(sets[0][i] & sets[1][j]) < SAME_SENTENCE / 2 * max(len(sets[0][i]), len(sets[1][j])):
                continue
            score = SequenceMatcher(None, before, after, autojunk=False).ratio()
            if score >= SAME_SENTENCE:
                scored.append((-score, abs(i - j), j, i))
    pairs: dict[int, int] = {}
    for _, _, j, i in sorted(scored):
        if j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs
