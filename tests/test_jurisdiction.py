"""Whose law a legend speaks: the law it cites, else where its issuer evidently files."""

from __future__ import annotations

import pytest

from checker.facts.citations import find_citations
from checker.facts.jurisdiction import tell_jurisdiction
from checker.overlaps import Overlaps
from checker.text.release import build_release
from checker.types import Metadata, Passage


def told(legend: str, body: str = "") -> str:
    text = f"{body}\n\n{legend}"
    release = build_release(text, source="", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    start = len(text) - len(legend)
    passage = Passage(start=start, end=len(text), text=legend)
    return tell_jurisdiction(release, passage, Overlaps(find_citations(release)))


@pytest.mark.parametrize(
    ("expected", "legend", "body"),
    [
        ("us", "Forward-looking statements under the Private Securities Litigation Reform Act of 1995.", ""),
        ("us", "Forward-looking statements under U.S. securities laws and Canadian securities laws.", ""),
        ("us", "Certain information here is forward-looking information; see our Form 10-K.", ""),
        ("us", "This release contains forward-looking information.", "ORLOVA, Ohio -- Orlova Looms (NYSE: ORL) said"),
        ("us", "Forward-looking statements are made here.", "Orlova Looms (OTCQB: ORLV) said"),
        ("us", "See the risk factors in the offering circular filed with the SEC.", ""),
        ("canada", "This release contains forward-looking information.", ""),
        ("canada", "Forward-looking information is given under Canadian securities legislation.", ""),
        (
            "canada",
            "Forward-looking statements include future-oriented financial information.",
            "Orlova (OTC: ORLV) said",
        ),
        ("canada", "Forward-looking information is given here.", "Orlova Mines (TSXV: ORL) (OTCQB: ORLVF) said"),
        ("canada", "Forward-looking statements are made here.", "Orlova Mines (CSE: ORL; OTC: ORLVF) said"),
        ("canada", "Forward-looking statements are made here.", "Orlova Mines (Frankfurt: O1, TSX-V: ORL) said"),
        ("us", "Forward-looking statements are made here.", "Orlova Mines (NYSE: ORL, TSX: ORL) said"),
        ("other", "Orlova AG makes forward-looking statements under German law.", ""),
        ("none", "This release contains forward-looking statements.", ""),
        ("none", "This release contains forward-looking statements.", "Orlova Looms (a family firm) said: come."),
    ],
)
def test_whose_law(expected: str, legend: str, body: str) -> None:
    assert told(legend, body) == expected
