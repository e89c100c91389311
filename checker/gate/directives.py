"""Inline suppressions: `<!-- safeharbor: ignore[rule-id, rule-id] reason -->`, read from the text of a release.

A comment that begins with "safeharbor:" (or forgets the colon) is taken for a directive; when it is none in due form it
is malformed, and suppresses nothing. All searches are bounded: an open comment costs at most `LONGEST` characters.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from checker.gate.nouns import nearest
from checker.records import dataclass
from checker.types import Passage

LONGEST = 2_000
"""Characters of a directive, from `<!--` to `-->`. A reason is a sentence or two."""

_FORM = "<!-- safeharbor: ignore[rule-id] reason -->"
_UNCLOSED = f"the comment is not closed with --> within {LONGEST:,} characters"
_OPENING = re.compile(r"<!--\s{0,20}(?i:safeharbor)(?=\s{0,20}(?::|\[|(?i:ignore)\b))")
_BODY = re.compile(r"\s{0,20}:\s{0,20}ignore\s{0,20}\[([^\[\]]{0,500})\](.{0,2000})", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Directive(Passage):
    """A directive as written. `problem` says why it suppresses nothing; empty when it is well formed."""

    rules: tuple[str, ...] = ()
    reason: str = ""
    problem: str = ""


def parse_directives(text: str, known: Collection[str]) -> tuple[Directive, ...]:
    """The directives of a text, in order. `known` are the ids of the rules that there are."""
    if "<!--" not in text:
        return ()
    found: list[Directive] = []
    for opening in _OPENING.finditer(text):
        found.append(_directive(text, opening.start(), opening.end(), known))
    return tuple(found)


def _directive(text: str, start: int, after: int, known: Collection[str]) -> Directive:
    limit = start + LONGEST
    following = text.find("<!--", after, limit)
    close = text.find("-->", after, limit if following < 0 else following)
    if close < 0:
        end = _line_end(text, start)
        return Directive(start=start, end=end, text=text[start:end], problem=_UNCLOSED)
    words = text[start : close + 3]
    rules, reason, problem = _body(text[after:close], known)
    return Directive(start=start, end=close + 3, text=words, rules=rules, reason=reason, problem=problem)


def _body(body: str, known: Collection[str]) -> tuple[tuple[str, ...], str, str]:
    """Rules, reason, and what is wrong. The rules are given only when nothing is."""
    form = _BODY.fullmatch(body)
    if form is None:
        unclosed = "[" in body and "]" not in body.partition("[")[2]
        return (), "", "the bracket is not closed" if unclosed else f"it is not of the form {_FORM}"
    ids = tuple(dict.fromkeys(part.strip() for part in form[1].split(",") if part.strip()))
    reason = " ".join(form[2].split())
    if not ids:
        return (), reason, "it names no rule"
    if unknown := next((rule for rule in ids if rule not in known), None):
        return (), reason, f'unknown rule "{unknown}"{nearest(unknown, known)}'
    if not any(c.isalnum() for c in reason):
        return (), "", "it gives no reason"
    return ids, reason, ""


def _line_end(text: str, start: int) -> int:
    """Where the line ends, within 200 characters."""
    limit = min(start + 200, len(text))
    end = text.find("\n", start, limit)
    return limit if end < 0 else end
