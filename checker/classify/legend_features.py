"""What the legend finder looks at: a sentence's words, its neighbours' words, and where it stands."""

from __future__ import annotations

from checker.classify.words import pairs_of, words_of
from checker.records import dataclass
from checker.types import Release

POSITIONS = 8
"""Parts into which a text is divided: legends gather towards the end."""

SHORT, LONG = 6, 40
"""Words below which a unit is likely a title or a label, and above which it is likely prose."""


STEPS = ("same", "heading", "after heading", "item", "after item", "new")
"""What may lie between two sentences: nothing (one paragraph), a heading that begins or ends, a list item that begins
or ends, the end of a paragraph. Each is a step of the chain with moves of its own."""

_ADDRESSES = ("http", "www.", ".com")


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """One sentence as features, and the step that leads to it from the sentence before.

    `words` and `pairs` are distinct and in the order of the text, so that sums are reproducible.
    """

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    symbols: tuple[str, ...]
    step: str = "new"


def units_of(release: Release) -> tuple[Unit, ...]:
    """One unit a sentence, in order."""
    kinds = [release.blocks[s.block].kind for s in release.sentences]
    words = [words_of(release.folded[s.start : s.end]) for s in release.sentences]
    bounds = ["start", *kinds, "end"]
    return tuple(
        Unit(
            words=tuple(dict.fromkeys(words[i])),
            pairs=tuple(dict.fromkeys(pairs_of(words[i]))),
            symbols=(
                f"is {kind}",
                f"after {bounds[i]}",
                f"before {bounds[i + 2]}",
                *_shape(release, i, len(words[i])),
            ),
            step=_step(release, i) if i else "new",
        )
        for i, kind in enumerate(kinds)
    )


def _shape(release: Release, i: int, size: int) -> tuple[str, ...]:
    """Where the sentence stands in the text, what it looks like, and whether it names a page of the web."""
    sentence = release.sentences[i]
    part = min(POSITIONS - 1, sentence.start * POSITIONS // max(1, len(release.text)))
    length = "short" if size < SHORT else "long" if size > LONG else "middling"
    ending = "closed" if release.text[sentence.end - 1] in '.!?”")' else "open"
    shape = (f"part {part}", f"{length} {ending}")
    if size <= LONG and any(release.folded.find(a, sentence.start, sentence.end) >= 0 for a in _ADDRESSES):
        return (*shape, "link")
    return shape


def _step(release: Release, i: int) -> str:
    before, here = release.sentences[i - 1].block, release.sentences[i].block
    if before == here:
        return "same"
    kinds = release.blocks[before].kind, release.blocks[here].kind
    if kinds[1] == "heading":
        return "heading"
    if kinds[0] == "heading":
        return "after heading"
    if kinds[1] == "list item":
        return "item"
    return "after item" if kinds[0] == "list item" else "new"
