"""Punkt (Kiss & Strunk 2006): which stops end a sentence, scored from learned tables without nltk.

The tables are learned by `text.training` and lie in models/sentences.json. The decisions are those of
nltk 3.10's PunktSentenceTokenizer with the same tables; a test holds the two equal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from checker.errors import ModelError
from checker.model_files import verified
from checker.records import dataclass

MODEL = "sentences.json"

_NON_WORD = r"[)\";}\]*:@'({\[‘’“”«»?!]"
_MULTI = r"(?:-{2,}|\.{2,}|(?:\.\s){2,}\.)"
_TOKEN = (
    rf"""{_MULTI}|(?=[^("`{{\[:;&#*@)}}\]\-,])\S+?(?=\s|$|{_NON_WORD}|{_MULTI}|,(?=$|\s|{_NON_WORD}|{_MULTI}))|\S"""
)
_NUMBER = r"-?[.,]?\d[\d,.-]*\.?"
_LONGEST_WORD = 200
"""Characters before a stop that are looked at; what is longer is no word."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What Punkt learned. All words are in lower case.

    abbreviations  words that end in a period of their own.
    collocations   pairs around a period that belong together.
    starters       words that often begin a sentence.
    uncapitalised  words seen in lower case and never with a capital inside a sentence.
    both_cases     words seen in lower case, and with a capital inside a sentence.
    low_beginners  words seen in lower case at the beginning of a sentence and never with a capital.
    """

    abbreviations: frozenset[str]
    collocations: frozenset[tuple[str, str]]
    starters: frozenset[str]
    uncapitalised: frozenset[str]
    both_cases: frozenset[str]
    low_beginners: frozenset[str]
    unusual: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stop:
    """A mark that may end a sentence: where it stands, the word before it, and what Punkt says.

    `resume` is where the text goes on: after white space, or right behind the mark when a quote or bracket follows.
    """

    at: int
    word: str
    resume: int
    ends: bool


@cache
def load_tables() -> Tables:
    """The learned tables. Raises ModelError when the file is missing or damaged."""
    try:
        return tables_from(json.loads(verified(MODEL)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"model file {MODEL} is damaged: {error!r}") from error


def tables_from(data: dict[str, str]) -> Tables:
    """Tables from their exported form: words set apart by spaces, the two words of a collocation by a bar."""
    words = {name: frozenset(data[name].split()) for name in data if name not in ("collocations", "about")}
    pairs = frozenset((a, b) for a, _, b in (pair.partition("|") for pair in data["collocations"].split()))
    return Tables(collocations=pairs, unusual=words["abbreviations"] | {a for a, _ in pairs}, **words)


def find_stops(text: str, start: int, end: int, tables: Tables) -> Iterator[Stop]:
    """Every mark between two offsets that may end a sentence, but for the last one of the passage.

    Of several marks in one word ("etc.).") the last is judged.
    """
    held: tuple[re.Match[str], str] | None = None
    behind = start
    for match in _stop().finditer(text, start, end):
        at = match.start()
        before = text[max(behind, at - _LONGEST_WORD) : at]
        parts = before.rsplit(None, 1)
        is_new = not parts or len(parts) == 2 or before[-1].isspace() or before[0].isspace()
        word = "" if not parts or before[-1].isspace() else parts[-1]
        if held:
            if is_new or len(before) == _LONGEST_WORD:
                yield _judge(*held, tables)
            else:
                word = (held[1] + word)[-_LONGEST_WORD:]
        held, behind = (match, word), at
    if held:
        yield _judge(*held, tables)


def sentence_spans(text: str, tables: Tables) -> list[tuple[int, int]]:
    """The sentences that Punkt alone finds: starts and ends, white space between them left out."""
    spans: list[tuple[int, int]] = []
    start, end = 0, len(text.rstrip())
    for stop in find_stops(text, 0, len(text), tables):
        if stop.ends and stop.at >= start:
            closed = close(text, stop, end)
            spans.append((start, closed))
            start = _space().match(text, closed).end()  # type: ignore[union-attr]
    return [*spans, (start, end)] if start < end else spans


def close(text: str, stop: Stop, end: int) -> int:
    """Where a sentence that ends at `stop` ends: quotes and brackets that close it belong to it."""
    closers = _closers().match(text, stop.resume, end)
    return closers.end(1) if closers else stop.at + 1


def _judge(match: re.Match[str], word: str, tables: Tables) -> Stop:
    following = match["next"]
    resume = match.start("next") if following else match.end()
    if match[0] != ".":
        ends = True
    elif word.isalpha() and len(word) > 1 and word.lower() not in tables.unusual:
        ends = True  # the common case, settled without looking at the next word
    else:
        ends = _contains_break(_token().findall(f"{word}.{match['after']}"), tables)
    return Stop(match.start(), word, resume, ends)


# ── the algorithm, in the terms of the paper ──────────────────────────────────────────────────────


def _contains_break(tokens: list[str], tables: Tables) -> bool:
    """Whether any token but the last ends a sentence."""
    firsts = [_first_pass(token, tables) for token in tokens]
    return any(
        _second_pass(token, first, tokens[i + 1], firsts[i + 1], tables)
        for i, (token, first) in enumerate(zip(tokens[:-1], firsts, strict=False))
    )


def _first_pass(token: str, tables: Tables) -> str:
    """By the word alone: "break", "abbreviation", "ellipsis" or nothing."""
    if token in (".", "?", "!"):
        return "break"
    if not token.endswith("."):
        return ""
    if token.endswith(".."):
        return "ellipsis"
    bare = token[:-1].lower()
    known = bare in tables.abbreviations or bare.rsplit("-", 1)[-1] in tables.abbreviations
    return "abbreviation" if known else "break"


def _second_pass(token: str, first: str, following: str, following_first: str, tables: Tables) -> bool:
    """By the word and the next one: collocations, then what capitals say about the next word."""
    if not token.endswith("."):
        return first == "break"
    kind, next_kind = _kind(token), _kind(following)
    bare = kind[:-1] if len(kind) > 1 and kind.endswith(".") else kind
    if following_first == "break" and len(next_kind) > 1 and next_kind.endswith("."):
        next_kind = next_kind[:-1]
    if (bare, next_kind) in tables.collocations:
        return False
    is_initial = len(token) == 2 and (token[0].isalpha() or token[0] == "_")
    begins = _begins_sentence(following, next_kind, tables)
    ends = first == "break"
    often_begins = begins is True or (following[0].isupper() and next_kind in tables.starters)
    if first in ("abbreviation", "ellipsis") and not is_initial and often_begins:
        return True
    if is_initial or bare == "##number##":
        always_capital = next_kind not in tables.uncapitalised and next_kind not in tables.both_cases
        if begins is False or (begins is None and is_initial and following[0].isupper() and always_capital):
            return False
    return ends


def _begins_sentence(token: str, kind: str, tables: Tables) -> bool | None:
    """The orthographic heuristic: True, False, or None when the word's capitals tell nothing."""
    if token in (";", ":", ",", ".", "!", "?"):
        return False
    if token[0].isupper() and kind in tables.uncapitalised:
        return True
    if token[0].islower() and kind not in tables.low_beginners:
        return False
    return None


def _kind(token: str) -> str:
    return "##number##" if _number().fullmatch(token) else token.lower()


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"[.?!](?=(?P<after>{_NON_WORD}|\s+(?P<next>\S{{1,{_LONGEST_WORD}}})))")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(_TOKEN)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_NUMBER)


@cache
def _closers() -> re.Pattern[str]:
    return re.compile(r"([\"')\]}‘’“”«»]+)(?:\s|(?=--)|$)")


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"\s*")
