"""Where somebody who typed a wrong command line finds what is right."""

from __future__ import annotations

import os
import shlex
from collections.abc import Collection, Sequence


def where_to_look(arguments: Sequence[str], commands: Collection[str]) -> str:
    """The help for this command line; the whole line again when nothing but the word `check` was forgotten."""
    words = [word for word in arguments if not word.startswith("-")]
    named = words[0] if words and words[0] in commands else ""
    if words and not named and _names_a_file(words[0]):
        return f"to check it: safeharbor check {shlex.join(arguments)}"
    return " ".join(filter(None, ("see safeharbor", named, "--help")))


def _names_a_file(word: str) -> bool:
    return "." in word or "/" in word or os.access(word, os.F_OK)
