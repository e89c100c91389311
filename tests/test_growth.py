"""Time grows with the length of a text and no faster, whatever it repeats: a file may be many releases run together."""

from __future__ import annotations

import time

import pytest

from checker.engine import judge
from checker.reading import read
from checker.rules import RULES
from checker.text.release import build_release
from checker.types import Metadata, Reading, Settings

NEWS = "Acme Pumps opened a plant in Oslo, Norway, where forty people make pumps for ships.\n\n"
LEGEND = (
    "Forward-Looking Statements\n\nThis press release contains forward-looking statements within the meaning of "
    "Section 27A of the Securities Act of 1933 and Section 21E of the Securities Exchange Act of 1934. Actual results "
    "may differ materially because of risks including competition, the loss of customers number {n} and delays at "
    "plant {n}, and those in the Form 10-K for the year ended December 31, 2025. Acme Pumps, Inc. undertakes no "
    "obligation to update these statements, except as required by law.\n\n"
)
REPEATED = {
    "legends": LEGEND + NEWS,
    "statements": "We expect revenue of $1{n} million in 2027 and believe that plant {n} will open in May.\n\n",
    "headings": "## Outlook {n}\n\nForward-Looking Statements\n\n",
    "tables": "| Revenue | 12 | {n} |\n| --- | --- | --- |\n| Net income | 3 | 4 |\n\n",
    "citations": "Section 27A of the Exchange Act of 1933, and forward-looking statements as defined in the Securities "
    "Act of 1933.\n\n",
    "bullets": "Risks that could cause results to differ include:\n\n- the loss of customer {n};\n- tariffs;\n\n",
}
ONCE, TIMES, LEEWAY = 40_000, 4, 2.0
"""Characters of the shorter text, how many times longer the other one is, and what noise may add."""


def text_of(unit: str, characters: int) -> str:
    return "".join(unit.replace("{n}", str(n)) for n in range(characters // len(unit)))


def check(text: str) -> tuple[float, Reading]:
    """Seconds of this process, and what was read."""
    begun = time.process_time()
    release = build_release(text, source="x.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    reading = read(release, Settings(profile="full"))
    judge(reading, RULES, Settings(profile="full"))
    return time.process_time() - begun, reading


@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED)
def test_a_text_of_four_times_the_length_takes_about_four_times_as_long(unit: str) -> None:
    check(text_of(unit, ONCE))  # patterns are compiled once
    short, _ = check(text_of(unit, ONCE))
    long, _ = check(text_of(unit, TIMES * ONCE))
    assert long < LEEWAY * TIMES * short


def test_the_text_of_legends_holds_many() -> None:
    _, reading = check(text_of(REPEATED["legends"], ONCE))
    assert len(reading.legends) > 50
    assert len(reading.factors) > 50
