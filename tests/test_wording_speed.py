"""No wording of a rule grows faster than the text, on texts made of the words it looks for."""

from __future__ import annotations

import importlib
import pkgutil
import time
from collections.abc import Iterator

import pytest

import checker.rules
from checker.phrases import Wording

WORDS = (
    "statements ", "forward-looking ", "results could ", "assumptions ", "no obligation to ", "risks are ", "in our ",
    "(a) the ", "including ", "as of the date ", "safe harbor of ", "a ",
)  # fmt: skip


def wordings() -> Iterator[tuple[str, Wording]]:
    for module in pkgutil.walk_packages(checker.rules.__path__, "checker.rules."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Wording):
                yield f"{module.name.removeprefix('checker.rules.')}.{name}", value


EVERY = dict(wordings())


def seconds(wording: Wording, text: str) -> float:
    start = time.process_time()
    sum(1 for _ in wording.finditer(text))
    return time.process_time() - start


@pytest.mark.parametrize("name", EVERY)
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    wording = EVERY[name]
    for words in WORDS:
        small, large = (words * (size // len(words)) for size in (8_000, 32_000))
        seconds(wording, small)
        assert seconds(wording, large) < 16 * max(seconds(wording, small), 0.002) + 0.2, words
