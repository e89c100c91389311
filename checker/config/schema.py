"""The keys of a configuration, what each may hold, and what to say when it holds something else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from checker.errors import ConfigError
from checker.gate.nouns import InlineMode
from checker.records import dataclass
from checker.types import Rule, Severity

Kind = Literal["text", "list", "table", "table of lists", "tables"]

KEYS: dict[str, Kind] = {
    "profile": "text",
    "select": "list",
    "ignore": "list",
    "extend-select": "list",
    "severity": "table",
    "fail-on": "text",
    "include": "list",
    "exclude": "list",
    "per-file-ignores": "table of lists",
    "inline-suppressions": "text",
    "waivers": "text",
    "baseline": "text",
    "issuer": "text",
    "context": "list",
    "house-rule": "tables",
    "extend": "text",
}
"""Every key, in the order in which `config` shows them."""

PROFILES: dict[str, str] = {
    "full": "identification, the contrast, risk factors, the PSLRA citation and the Section 21E citation",
    "practice": "what most issuers' counsel accept: either citation suffices, factors may stand in a named filing",
    "statute": "what 15 U.S.C. 77z-2(c)(1)(A)(i) and 78u-5(c)(1)(A)(i) ask for; citations are custom",
    "oral": "what 15 U.S.C. 78u-5(c)(2) asks of a call or a script: identified, contrast, a document with the factors",
    "canada": "what NI 51-102 asks for: identification, caution, material factors, material assumptions, update policy",
}
"""The profiles, and what each requires."""

LEVELS: dict[str, Severity | None] = {"error": "error", "warning": "warning", "note": "note", "off": None}
"""What `severity` may set a rule to."""

FAIL_ON: dict[str, Severity | None] = {"error": "error", "warning": "warning", "note": "note", "never": None}
"""What `fail-on` may be."""

INLINE: tuple[InlineMode, ...] = ("on", "off")
"""What `inline-suppressions` may be."""

_SHAPES: dict[Kind, str] = {
    "text": "a text in quotes",
    "list": "a list of texts",
    "table": "a table of rule = level",
    "table of lists": "a table of pattern = list of rules",
    "tables": "tables, each under [[house-rule]]",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """The words that values may use: rule ids, kinds of context, names of profiles."""

    rules: tuple[str, ...]
    contexts: tuple[str, ...]
    profiles: tuple[str, ...] = tuple(PROFILES)


def vocabulary(rules: Sequence[Rule], own_profiles: Sequence[str] = ()) -> Vocabulary:
    """The words that are known when these rules are in the house."""
    from checker.facts.contexts import CONTEXTS
    from checker.facts.occasions import OCCASIONS

    return Vocabulary(
        rules=tuple(rule.id for rule in rules),
        contexts=(*CONTEXTS, *OCCASIONS),
        profiles=(*PROFILES, *own_profiles),
    )


def check_keys(table: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    """Raises ConfigError for the first key that is not known, with the nearest that is."""
    names = list(known)
    for key in table:
        if key not in names:
            raise ConfigError(f'{where}: unknown key "{key}"{nearest(key, names)}')


def check_value(key: str, value: Any, words: Vocabulary, where: str) -> Any:
    """The value in its plain form (text, list, or dict). Raises ConfigError that begins with `where`."""
    if key == "profiles":
        for name, row in value.items():
            for inner in ("severity", "extend-select", "ignore"):
                check_value(inner, row[inner], words, f"{where.removesuffix('s')}.{name}: {inner}")
        return value
    _check_shape(value, KEYS[key], where)
    if key == "profile":
        check_word(value, words.profiles, "profile", where)
    elif key == "fail-on":
        check_word(value, FAIL_ON, "level", where)
    elif key == "inline-suppressions":
        check_word(value, INLINE, "mode", where)
    elif key in ("select", "ignore", "extend-select"):
        _check_rules(value, words, where)
    elif key == "severity":
        _check_rules(value, words, where)
        for rule, level in value.items():
            check_word(level, LEVELS, "level", f"{where}: {rule}")
    elif key == "per-file-ignores":
        for pattern, ids in value.items():
            _check_rules(ids, words, f'{where}: "{pattern}"')
    elif key == "context":
        return check_contexts(value, words.contexts, where)
    return value


def check_contexts(kinds: Sequence[str], known: Sequence[str], where: str) -> list[str]:
    """Kinds of context as the facts spell them; "going-private" is as good as "going_private".

    Raises ConfigError with all kinds: the nearest one may not be the one that is meant.
    """
    spelled = [kind.strip().lower().replace("-", "_").replace(" ", "_") for kind in kinds]
    for kind, word in zip(kinds, spelled, strict=True):
        if word not in known:
            near = nearest(word, known).partition(" (one of")[0]
            raise ConfigError(f'{where}: unknown context "{kind}"{near} (one of: {", ".join(known)})')
    return spelled


def check_word(word: str, known: Iterable[str], what: str, where: str) -> str:
    """The word, when it is one of those known."""
    names = list(known)
    if word not in names:
        raise ConfigError(f'{where}: unknown {what} "{word}"{nearest(word, names)}')
    return word


def nearest(word: str, known: Sequence[str]) -> str:
    """The end of a message about an unknown word: the nearest one known, or all of them when they are few."""
    from difflib import get_close_matches

    if close := get_close_matches(word.lower(), known, n=1, cutoff=0.5):
        return f'; did you mean "{close[0]}"?'
    return f" (one of: {', '.join(known)})" if len(known) <= 15 else ""


def _check_rules(ids: Iterable[str], words: Vocabulary, where: str) -> None:
    for rule in ids:
        check_word(rule, words.rules, "rule", where)


def _check_shape(value: Any, kind: Kind, where: str) -> None:
    fits = {
        "text": lambda: isinstance(value, str),
        "list": lambda: _is_texts(value),
        "table": lambda: isinstance(value, dict) and _is_texts(list(value.values())),
        "table of lists": lambda: isinstance(value, dict) and all(_is_texts(row) for row in value.values()),
        "tables": lambda: isinstance(value, list) and all(isinstance(row, dict) for row in value),
    }
    if not fits[kind]():
        raise ConfigError(f"{where}: must be {_SHAPES[kind]}")


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
