"""What the legend finder looks at: a sentence's words, its neighbours' words, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from checker.classify.words import pairs_of, words_of
from checker.types import Release

POSITIONS = 8
"""Parts into which a text is divided: legends gather towards the end."""

SHORT, LONG = 6, 40
"""Words below which a unit is likely a title or a label, and above which it is likely prose."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """One sentence as features. `words` and `pairs` are distinct and sorted, so that sums are reproducible."""

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    symbols: tuple[str, ...]


def units_of(release: Release) -> tuple[Unit, ...]:
    """One unit a sentence, in order."""
    kinds = [release.blocks[s.block].kind for s in release.sentences]
    words = [words_of(release.folded[s.start : s.end]) for s in release.sentences]
    bounds = ["start", *kinds, "end"]
    return tuple(
        Unit(
            words=tuple(sorted(set(words[i]))),
            pairs=tuple(sorted(set(pairs_of(words[i])))),
            symbols=(
                f"is {kind}",
                f"after {bounds[i]}",
                f"before {bounds[i + 2]}",
                *_shape(release, i, len(words[i])),
            ),
        )
        for i, kind in enumerate(kinds)
    )


def _shape(release: Release, i: int, size: int) -> tuple[str, str]:
    """Where the sentence stands in the text, and what it looks like."""
    sentence = release.sentences[i]
    part = min(POSITIONS - 1, sentence.start * POSITIONS // max(1, len(release.text)))
    length = "short" if size < SHORT else "long" if size > LONG else "middling"
    ending = "closed" if release.text[sentence.end - 1] in '.!?”")' else "open"
    return f"part {part}", f"{length} {ending}"
