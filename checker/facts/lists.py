"""Enumerations: where a list in running text ends, and what its items are.

A list may run through bullets, numbers, semicolons or commas, over paragraphs and page furniture. Everything here
works on `level`: folded text in which full stops that end no sentence ("Inc.", "U.S.", "1A.") are evened out, so that a
full stop in it is the end of a sentence. Offsets stay those of the release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from checker.types import Release

Span = tuple[int, int]

STOP = "·"
"""Stands for a full stop that ends no sentence."""

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


# ── where sentences and lists end ─────────────────────────────────────────────────────────────────


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


_PATTERNS = {
    "stop": r"\.",
    "abbreviation": r"(?:^|[^a-z])(?:u\.s|u\.k|e\.g|i\.e|inc|corp|co|ltd|llc|plc|n\.v|"
    r"s\.a|a\.g|l\.p|no|nos|vs|dr|mr|mrs|ms|st|approx|sec|jan|feb|mar|"
    r"apr|"
    r"aug|sept|oct|nov|dec|item \d{1,2}[a-z]?|[a-z]|\(?\d{1,2})$",
    "opening": r"(?:The|These|This|Those|We|Our|In|Such|Actual|For|All|It|Forward|"
    r"Any|Except|Readers|Investors|You|Although|There|If|Factors|"
    r"Important|Other|Additional|Risks|Further|More|No|Neither|Given|"
    r"As|Because|Should|Many|Please|Statements|Many|Certain|Words|"
    r"[A-Z]\w{3,} (?:undertakes|disclaims|assumes|does|is|has))\b",
    "end": r"[.!?][\"')\]]{0,3}(?=\s|$)",
    "blank": r"\n[ \t\r\f\v\u00a0]*\n",
    "bullet": r"[•●▪■◦‣∙►➢✓\uf0b7\uf0a7\u2043]|(?<=\n)[ \t]{0,12}(?:[-*·–—o]|[-–—]{2})(?=[ \t]+\S)",
    "digits": r"(?<![\w.$%])\(?(\d{1,2})[).](?=\s)",
    "letters": r"(?<![\w.'])\(?([a-z])\)(?=\s?)",
    "roman": r"(?<![\w.'])\(?([ivx]{1,6})\)(?=\s?)",
}


def level(release: Release, start: int, end: int) -> str:
    """Folded text of a stretch in which only full stops that end a sentence are left."""
    # A Greek question mark looks like a semicolon and is found in pasted legends.
    folded = release.folded[start:end].replace("\u037e", ";")
    characters = list(folded)
    for match in _pattern("stop").finditer(folded):
        if not _ends_sentence(release, folded, start, match.start()):
            characters[match.start()] = STOP
    return "".join(characters)


def _ends_sentence(release: Release, folded: str, start: int, at: int) -> bool:
    after = folded[at + 1 : at + 40]
    if after[:1] and not after[0].isspace() and after[0] not in "\"')]":
        return False
    rest = release.text[start + at + 1 : start + at + 60].lstrip(" \t\r\n\"')]”’*_")
    if rest[:1].islower() and not re.match(r"(?:o|www|http)\b", rest):
        return False
    if _pattern("abbreviation").search(folded, max(0, at - 14), at):
        return bool(_pattern("opening").match(rest)) and not re.search(
            r"(?:^|[\s(])\(?(?:\d{1,2}|[a-z])$", folded[max(0, at - 4) : at]
        )
    return True


def sentence_end(text: str, at: int) -> int:
    """The offset behind the sentence that holds `at`, in levelled text."""
    match = _pattern("end").search(text, at)
    return match.end() if match else len(text)


def list_end(release: Release, text: str, offset: int, at: int) -> int:
    """The offset, in the levelled `text` that begins at `offset`, where the list that begins at `at` ends.

    A sentence's end, unless a further bullet or number follows; or a blank line, unless the list plainly goes on.
    """
    while True:
        stop = sentence_end(text, at)
        broken = _broken_off(release, text, offset, at, stop)
        if broken is not None:
            return broken
        following = re.compile(r"\s*").match(text, stop)
        at = following.end() if following else stop
        if at >= len(text) or not _goes_on(release, offset + at):
            return stop


def _goes_on(release: Release, at: int) -> bool:
    """Whether a bullet or a number above one stands here."""
    ahead = release.text[max(0, at - 1) : at + 8]
    if _pattern("bullet").match(ahead, 1 if ahead[:1] != "\n" else 0) or _pattern("bullet").match("\n" + ahead[1:], 1):
        return True
    return bool(re.match(r"\(?(?:[2-9]|[1-9]\d|[b-h]|[ivx]{2,5})[).]\s", release.text[at : at + 10]))


def _broken_off(release: Release, text: str, offset: int, at: int, stop: int) -> int | None:
    """Where a blank line ends the list before `stop`, None when none does."""
    for match in _pattern("blank").finditer(release.text, offset + at, offset + stop):
        before = text[at : match.start() - offset].rstrip()
        ahead = match.end() - offset
        ahead += len(text[ahead:stop]) - len(text[ahead:stop].lstrip())
        if (
            not before
            or before[-1] in ",;:-("
            or re.search(r"(?:^|\W)(?:and|or|the|of|to|with|in|our|its)$", before[-8:])
        ):
            continue
        if ahead >= stop or release.text[offset + ahead].islower() or _goes_on(release, offset + ahead):
            continue
        if any(b.kind == "furniture" and match.start() <= b.start < offset + ahead for b in release.blocks):
            continue
        return match.start() - offset
    return None


# ── items ─────────────────────────────────────────────────────────────────────────────────────────


def split_list(release: Release, text: str, offset: int, start: int, end: int) -> list[Span]:
    """The items of a list, as offsets into the levelled `text`: bullets, else numbers, else semicolons, else commas."""
    bullets = [m.span() for m in _pattern("bullet").finditer(release.text, offset + start - 1, offset + end)]
    if len(bullets) >= 2 or (bullets and not release.text[offset + start : bullets[0][0]].strip()):
        return _between([(s - offset, e - offset) for s, e in bullets], end)
    marks = _numbers(text, start, end)
    if marks:
        return _between(marks, end)
    semicolons = list(_top_level(text, start, end, ";"))
    if semicolons:
        return _cut(semicolons, start, end)
    return _comma_items(text, start, end)


def _between(marks: Sequence[Span], end: int) -> list[Span]:
    """What stands after each mark. Words before the first mark are its introduction."""
    starts = [e for _, e in marks]
    stops = [*(s for s, _ in marks[1:]), end]
    return list(zip(starts, stops, strict=True))


def _cut(at: Sequence[int], start: int, end: int) -> list[Span]:
    edges = [start - 1, *at, end]
    return [(a + 1, b) for a, b in pairwise(edges)]


def _numbers(text: str, start: int, end: int) -> list[Span]:
    """The marks (1) (2) …, (a) (b) … or (i) (ii) …, when they count up from the first; else nothing."""
    for style, value in (("digits", int), ("roman", _roman), ("letters", lambda x: ord(x) - 96)):
        marks: list[Span] = []
        for match in _pattern(style).finditer(text, start, end):
            if value(match[1]) == len(marks) + 1:
                marks.append(match.span())
        if len(marks) >= 2:
            return marks
    return []


def _roman(word: str) -> int:
    total = 0
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in word]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total


def _top_level(text: str, start: int, end: int, mark: str) -> Iterator[int]:
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
            and not (mark == "," and text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit())
        ):
            yield i


# ── commas ────────────────────────────────────────────────────────────────────────────────────────


def _comma_items(text: str, start: int, end: int) -> list[Span]:
    pieces = _cut(list(_top_level(text, start, end, ",")), start, end)
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
        if merged and (_TAIL.match(words) or (middle and re.match(r"[a-z-]+(?: [a-z-]+)? (?:and|or) other ", words))):
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
    joints = [j for j in joints if not words[: j.start()].endswith("securities")]
    joints.sort(key=lambda j: (" " not in j[0].strip(), -j.start()))
    for joint in joints:
        left, right = words[: joint.start()].split(), words[joint.end() :].split()
        if " " in joint[0].strip() or (_stands_alone(left) and _is_item(right, in_list)):
            return [(start, start + joint.start()), (start + joint.end(), end)]
    return [piece]


def _stands_alone(left: Sequence[str]) -> bool:
    return bool(left) and not _is_adjective(left[-1]) and left[-1] not in ADJECTIVES


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
