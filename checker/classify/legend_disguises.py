"""The same legend in other clothes: what a finder must not depend on, for training and for measuring.

Each disguise rewrites the legends of a labelled text and nothing else, and tells where they lie afterwards.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence

from checker.text.blocks import find_blocks
from checker.types import Block

Span = tuple[int, int]
Rewrite = Callable[[str], str]

WIDTH = 60
"""Columns of a re-wrapped legend, about those of a wire of the 1990s."""

PAGE_BREAK = "\n\n-more-\n\nPage 2\n\n"
HEADING_WORDS = 8
"""Words up to which a legend's first sentence, set apart by a colon or a stop, is a heading run into its text."""


def disguised(text: str, legends: Sequence[Span], rewrite: Rewrite) -> tuple[str, tuple[Span, ...]]:
    """The text with each legend rewritten, and the legends' new places. A legend rewritten to nothing is kept."""
    pieces: list[str] = []
    spans: list[Span] = []
    size = kept = 0
    for start, end in sorted(legends):
        words = rewrite(text[start:end]) or text[start:end]
        size += start - kept
        spans.append((size, size + len(words)))
        pieces += (text[kept:start], words)
        size, kept = size + len(words), end
    return "".join((*pieces, text[kept:])), tuple(spans)


def rewrapped(legend: str) -> str:
    """Hard line breaks at 60 columns; tables and page headers stay as they are."""
    blocks = find_blocks(legend)
    pieces: list[str] = []
    kept = 0
    for block in blocks:
        pieces += (legend[kept : block.start], _wrapped(block))
        kept = block.end
    return "".join((*pieces, legend[kept:]))


def _wrapped(block: Block) -> str:
    if block.kind in ("table", "furniture"):
        return block.text
    words = " ".join(block.text.split())
    return "\n".join(textwrap.wrap(words, WIDTH, break_long_words=False, break_on_hyphens=False))


def without_heading(legend: str) -> str:
    """Without the headings it begins with, or without the short first sentence that serves as one."""
    blocks = find_blocks(legend)
    body = next((b.start for b in blocks if b.kind not in ("heading", "furniture")), 0)
    run_in = _RUN_IN.match(legend, body) if body == 0 else None
    if run_in and len(run_in[0].split()) <= HEADING_WORDS:
        return legend[run_in.end() :]
    return legend[body:]


_RUN_IN = re.compile(r"[^.:\n]{6,90}[.:]\s+(?=[A-Z\"“])")


def retyped(legend: str) -> str:
    """Straight quotes for curly ones and the reverse, non-breaking hyphens, every third space non-breaking."""
    swapped = "".join(_OTHER_MARKS.get(c, c) for c in legend)
    return _THREE_SPACES.sub(lambda m: m[0][:-1] + "\u00a0", swapped)


_OTHER_MARKS = {"'": "’", "’": "'", '"': "”", "“": '"', "”": '"', "-": "‑", "—": "--"}
_THREE_SPACES = re.compile(r"[^ ]* [^ ]* [^ ]* ")


def in_capitals(legend: str) -> str:
    """As conspicuous as counsel could wish."""
    return legend.upper()


def across_pages(legend: str) -> str:
    """A page ends at the space nearest to its middle."""
    middle = len(legend) // 2
    spaces = [m.start() for m in re.finditer(r" ", legend)]
    if not spaces:
        return legend
    at = min(spaces, key=lambda i: abs(i - middle))
    return legend[:at] + PAGE_BREAK + legend[at + 1 :]


def reworded(word: str) -> Rewrite:
    """`word` for "forward-looking", in its case."""

    def rewrite(legend: str) -> str:
        return _USUAL.sub(lambda m: _in_case_of(m[0], word), legend)

    return rewrite


_USUAL = re.compile(r"forward[-\s‐‑–—]{0,3}looking", re.IGNORECASE)


def _in_case_of(model: str, word: str) -> str:
    if model.isupper():
        return word.upper()
    return word.capitalize() if model[0].isupper() else word


def listed(turn: int) -> Rewrite:
    """Risks and subjects told in a sentence, one a line: with bullets, dashes or as paragraphs, as `turn` chooses."""
    mark, gap = (("• ", "\n"), ("- ", "\n"), ("", "\n\n"))[turn % 3]

    def rewrite(legend: str) -> str:
        return _TOLD.sub(lambda told: _as_items(told, mark, gap), legend)

    return rewrite


_TOLD = re.compile(
    r"(?P<lead>\b(?:includ(?:e|ing)|such as|among others|regarding|concerning|relat(?:e[ds]?|ing) to|associated with)\b"
    r"(?:,? (?:without limitation|but (?:are )?not limited to|among other things))?)[,:]?\s+"
    r"(?P<items>[^.:•]{80,3000})\.(?=\s|\Z)\s*",
    re.IGNORECASE,
)
"""A lead-in, and what follows it up to the full stop."""

FEWEST_ITEMS = 3


def _as_items(told: re.Match[str], mark: str, gap: str) -> str:
    items = [" ".join(x.split()) for x in re.split(";" if told["items"].count(";") > 1 else ",", told["items"])]
    items = [x.removeprefix("and ") for x in items if x]
    if len(items) < FEWEST_ITEMS:
        return told[0]
    listed_so = f";{gap}{mark}".join(items[:-1])
    return f"{told['lead']}:\n\n{mark}{listed_so}; and{gap}{mark}{items[-1]}.\n\n"


DISGUISES: dict[str, Rewrite] = {
    "re-wrapped at 60 columns": rewrapped,
    "heading dropped": without_heading,
    "quotes, dashes, spaces changed": retyped,
    "capitals": in_capitals,
    "page break in the middle": across_pages,
    '"prospective" for "forward-looking"': reworded("prospective"),
}
"""What is measured. Training sees other words for "forward-looking", so that the last one is not learned by heart."""

OTHER_WORDS = ("future-oriented", "predictive", "anticipatory", "future", "outlook")
"""Words that stand for "forward-looking" in training."""

LINKS = (
    "Read our forward-looking statements disclaimer at www.{name}.com/disclaimer.",
    "This release contains forward-looking information. Please refer to https://{name}.com/fls for details.",
    "Visit our Investor Relations Safe Harbor Statement at: http://investor.{name}.com/safe-harbor",
    "See our safe harbor statement at www.{name}.com.",
    "For our cautionary statement on forward-looking statements, please visit our website at {name}.com/legal.",
    "Forward-Looking Statements: click here to view our disclaimer at https://www.{name}.com/notice.",
)
"""What stands where a legend should: a pointer to one. Taught as no legend."""


def linked_away(turn: int) -> Rewrite:
    """A bare link in place of a legend; `turn` chooses the words."""
    return lambda _: LINKS[turn % len(LINKS)].format(name=("acme", "example", "ourcompany")[turn % 3])


def shortened(text: str, legends: Sequence[Span], sentences: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The text with one or two sentences left of all its legends: such legends are rare in labels and real.

    `sentences` are those inside the legends, in order; which of them stay depends on the size of the text alone.
    """
    if not sentences:
        return text, tuple(legends)
    size = 1 + len(text) // 7 % 2
    first = len(text) % max(1, len(sentences) - 1)
    kept = sentences[first : first + size]
    dropped = [s for s in sentences if s not in kept]
    pieces, at = [], 0
    for start, end in dropped:
        pieces.append(text[at:start])
        at = end

    def moved(offset: int) -> int:
        return offset - sum(end - start for start, end in dropped if end <= offset)

    return "".join((*pieces, text[at:])), ((moved(kept[0][0]), moved(kept[-1][1])),)
