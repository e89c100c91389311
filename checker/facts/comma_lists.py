"""Enumerations by commas: which commas part items, and what belongs to one item.

"The timing, cost and results of our trials" is one item, "frost, prices and rain" are three. Works on levelled text
(`facts.lists.level`), on offsets into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

Span = tuple[int, int]

ADJECTIVES = frozenset(
    """
    general global domestic foreign market business industry industrial financial economic competitive adverse new
    other worldwide international national local regional geopolitical macroeconomic capital-market credit tax labor
    labour key current future
    """.split()  # noqa: SIM905
)
"""What stands before a noun in a shared head: "general business, economic and market conditions"."""

_NOUNS = frozenset(
    """
    approval approvals capital renewal withdrawal material proposal trial appeal removal potential arrival disposal
    metal goal deal survival denial hospital mineral dismissal refusal incentive initiative alternative objective
    executive derivative directive traffic pandemic epidemic public metric subsidiary salary inventory history
    territory laboratory factory advisory music fabric clinic logistic panic arsenal manual journal retail referral
    litigation
    """.split()  # noqa: SIM905
)
"""Nouns that end like adjectives."""

_ASPECTS = frozenset(
    """
    timing scope cost costs progress results design size nature extent duration amount amounts effect effects rate
    success availability outcome outcomes impact accuracy completeness terms severity magnitude number volume
    quality quantity price prices level timeliness depth pace status conduct enrollment initiation completion
    """.split()  # noqa: SIM905
)
"""Sides of one thing: "the timing, cost and results of our trials" is one item."""


def cut(at: Sequence[int], start: int, end: int) -> list[Span]:
    """The pieces of a stretch between the marks that stand at these offsets."""
    edges = [start - 1, *at, end]
    return [(a + 1, b) for a, b in pairwise(edges)]


def top_level(text: str, start: int, end: int, mark: str) -> Iterator[int]:
    """Where `mark` stands outside brackets. A bracket never closed holds nothing."""
    depth = 0
    for i in range(start, end):
        c = text[i]
        if c == "(":
            depth += text.find(")", i, min(end, i + 300)) >= 0
        elif c == ")":
            depth = max(0, depth - 1)
        elif (
            c == mark
            and depth == 0
            and not (mark == "," and text[i - 1 : i].isdigit() and _DIGITS_GO_ON.match(text, i + 1))
        ):
            yield i


_DIGITS_GO_ON = re.compile(r"\d|\s{1,60}(?:19|20)\d\d(?!\d)")
"""Behind the comma of a number or of a date."""

# ── commas ────────────────────────────────────────────────────────────────────────────────────────


def comma_items(text: str, start: int, end: int) -> list[Span]:
    """The items of a stretch of levelled text that commas, and a last "and", part."""
    pieces = cut(list(top_level(text, start, end, ",")), start, end)
    pieces = [p for p in pieces if text[slice(*p)].strip(" ,;:")]
    pieces = _merge_heads(text, _merge_tails(text, pieces))
    if not pieces:
        return []
    last = pieces[-1]
    return [*pieces[:-1], *_split_last(text, last, len(pieces) > 1)]


def _merge_tails(text: str, pieces: list[Span]) -> list[Span]:
    """Joins to its item what only explains it: "…, including A, B and C", "…, which …", "…, or at all"."""
    merged: list[Span] = []
    i = 0
    while i < len(pieces):
        words = " ".join(text[slice(*pieces[i])].split())
        stop = i
        middle = i + 1 < len(pieces)
        if merged and (
            _TAIL.match(words)
            or (middle and re.match(r"[a-z-]+(?: [a-z-]+)? (?:and|or) other ", words))
            or _goes_with(text[slice(*merged[-1])], words)
        ):
            if re.match(r"including|such as|like|e", words):
                stop = _nested_end(text, pieces, i)
            merged[-1] = (merged[-1][0], pieces[stop][1])
        else:
            merged.append(pieces[i])
        i = stop + 1
    return merged


_TAIL = re.compile(
    r"(?:including|such as|like|e·g|i·e|which|whose|that is|whether|particularly|"
    r"especially|in particular|as(?! well as)|if any|if at all|if|or at all|and as|"
    r"when|where|who|but|due|"
    r"resulting|based|caused|in each case|among other|without|in part|"
    r"in whole|for example|each of|all of|any of|many of|some of|both|"
    r"either|primarily|principally|namely|"
    r"or otherwise|though|although|while|because|since|on a timely|in a timely|"
    r"respectively|inc|llc|ltd|l·p|corp|or (?:not )?be|and therefore|"
    r"thereby|will|would|may|could|has|have|is|are|was)\b"
)


_PLACE = (
    r"(?:the )?(?:u·s·?|us|u·k·?|united (?:states|kingdom)|european union|e·u·?|canada|mexico|israel|china"
    r"|taiwan|japan|india|(?:north|south) korea|russia|ukraine|germany|france|brazil|australia|gaza|iran"
    r"|(?:western |eastern )?europe|asia(?:[ -]pacific)?|(?:north|south|latin) america|africa|middle east"
    r"|rest of the world|other (?:countries|regions)|world|globally|elsewhere|abroad|worldwide|internationally)"
)
_PLACES = re.compile(rf"(?:and |or )?(?:in |around )?{_PLACE}(?:(?: and| or)(?: in)? {_PLACE})*")
"""Further places of one item: "the conflicts in Israel, the Middle East and the rest of the world"."""

_AFFECTED = (
    r"(?:operations|business(?:es)?|markets?|products|services|prices|pricing|performance|(?:financial )?results"
    r"|financial condition|industry|customers|profitability|prospects|revenues?|sales|liquidity)"
)
_SUFFERER = re.compile(
    rf"(?:affecting|affect)\s+(?:our|its|their|the(?:\s+[a-z]+'s?)?)\s+{_AFFECTED}(?:,\s+{_AFFECTED})*$"
)
_SUFFERERS = re.compile(rf"(?:and |or )?(?:our |its |their )?{_AFFECTED}")
"""What one item affects: "competitive factors affecting our operations, markets, products and prices"."""


def _goes_with(item: str, words: str) -> bool:
    """Whether words after a comma or an "and" are a further place, or a further thing affected, of the same item."""
    words = words.rstrip(" .,;")
    return bool(_PLACES.fullmatch(words) or (_SUFFERERS.fullmatch(words) and _SUFFERER.search(item)))


def _nested_end(text: str, pieces: Sequence[Span], i: int) -> int:
    """The last piece of the list inside the list: up to its own "and", if the outer list has another one."""
    for k in range(i, len(pieces) - 1):
        if re.search(r"(?:^|\s)(?:and|or|and/or)\s", text[slice(*pieces[k])]):
            return k
    return i


def _merge_heads(text: str, pieces: list[Span]) -> list[Span]:
    """Joins what shares a head: "economic, competitive and other factors", "the timing, cost and results of …"."""
    merged: list[Span] = []
    pending: int | None = None
    if _apart(text, pieces):
        return pieces
    for i, (start, end) in enumerate(pieces):
        words = text[start:end].split()
        following = text[slice(*pieces[i + 1])].split() if i + 1 < len(pieces) else []
        begin = start if pending is None else pending
        if following and (
            _is_adjective(words[-1]) or (_all_adjectives(following) and len(words) <= 3) or _is_aspect(words, following)
        ):
            pending = begin
        else:
            merged.append((begin, end))
            pending = None
    return merged


def _apart(text: str, pieces: Sequence[Span]) -> bool:
    """Whether adjectives before "factors" are told one by one: "general economic, competitive and legal factors"."""
    if len(pieces) < 3:
        return False
    *others, last = [" ".join(text[slice(*piece)].split()) for piece in pieces]
    return bool(re.match(r"(?:and|or) (?!other )[a-z-]+ factors\b", last)) and all(
        re.fullmatch(r"(?:general )?[a-z-]+", words) and _is_adjective(words.split()[-1]) for words in others
    )


def _is_adjective(word: str) -> bool:
    bare = word.strip("\"'()/")
    if bare in _NOUNS:
        return False
    return bare in ADJECTIVES - {"tax", "labor", "labour", "market", "business", "industry", "credit"} or bool(
        re.fullmatch(r"[a-z-]{3,}(?:ical|ional|cial|ntal|ral|tal|nal|ual|ial|tive|sive|tory|sory|ary|ic|ous)", bare)
    )


def _all_adjectives(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0] not in ("and", "or") and (words[0] in ADJECTIVES or _is_adjective(words[0]))


def _is_aspect(words: Sequence[str], following: Sequence[str]) -> bool:
    """Whether the piece names one side of a thing that a later piece names: "timing", "and results of …"."""
    bare = [w for w in following if w not in ("and", "or", "the", "our", "its")]
    return words[-1] in _ASPECTS and len(words) <= 3 and bool(bare) and bare[0] in _ASPECTS


def _split_last(text: str, piece: Span, in_list: bool) -> list[Span]:
    """The last piece, in two when an "and" without a comma joins two items: "…, competition and the weather"."""
    start, end = piece
    words = text[start:end]
    lead = re.match(r"\s*(?:and|or|and/or|as\s+well\s+as)\s", words)
    if in_list and lead and not re.search(r"\sas\s+well\s+as\s", words):
        return [piece]
    joints = list(re.finditer(r"\s(?:and/or|and|or|as\s+well\s+as)\s", words))
    joints = [
        j
        for j in joints
        if not words[: j.start()].endswith("securities")
        and not _goes_with(words[: j.start()].rstrip(" ,"), " ".join(words[j.end() :].split()))
    ]
    joints.sort(key=lambda j: (" " not in j[0].strip(), -j.start()))
    for joint in joints:
        left, right = words[: joint.start()].split(), words[joint.end() :].split()
        if " " in joint[0].strip() or (_stands_alone(left) and _is_item(right, in_list)):
            return [(start, start + joint.start()), (start + joint.end(), end)]
    return [piece]


def _stands_alone(left: Sequence[str]) -> bool:
    last = left[-1].rstrip(",") if left else ""
    return bool(left) and not _is_adjective(last) and last not in ADJECTIVES


_HEADS = re.compile(
    r"(?:the|our|its|their|a|an|any|changes?|risks?|uncertaint\w+|ability|"
    r"inability|availability|failure|fluctuations?|delays?|general|other|"
    r"competition|competitive|volatility|loss|lack|those|that|increased|"
    r"adverse|unexpected|unforeseen|various|dependence|reliance|litigation|"
    r"regulatory|economic)$"
)


def _is_item(right: Sequence[str], in_list: bool) -> bool:
    if not right:
        return False
    if _HEADS.match(right[0]):
        return True
    return in_list and not re.match(r"(?:to|be|of|in|for|on|by|not|with|from)$", right[0])
