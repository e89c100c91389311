"""The legend finder: where a legend begins and ends, whatever it wears."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from itertools import pairwise, product
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.classify.chain import Moves, Transitions, best_path, posteriors
from checker.classify.legends import find_legends
from checker.text.release import build_release
from checker.types import Metadata, Release

BODY = """CEDAR HOLLOW, Ohio, March 4, 2024 (BUSINESS WIRE) -- Brightwater Tools, Inc. (Nasdaq: BWTL), a maker of
hand tools, today announced results for its fourth quarter. Revenue was $41.2 million, up 8% from a year earlier.

"Our new plant in Toledo opened on time," said Ann Reyes, chief executive officer. "We expect revenue of $180 million
to $190 million in 2024."

About Brightwater Tools

Brightwater Tools designs and sells hand tools for carpenters and electricians. It was founded in 1952 and is based in
Cedar Hollow, Ohio. For more information visit www.brightwater.example.
"""

LEGEND = """Forward-Looking Statements

This press release contains forward-looking statements within the meaning of Section 21E of the Securities Exchange Act
of 1934 and the Private Securities Litigation Reform Act of 1995, including statements about our expected revenue.
Actual results could differ materially from those projected because of, among other things, the price of steel, the loss
of a large customer and delays at our Toledo plant. More information is in our Annual Report on Form 10-K under "Risk
Factors." These statements speak only as of the date of this release, and we undertake no obligation to update them,
except as required by law."""

CONTACT = "\n\nInvestor contact:\nDana Whitfield\n419-555-0142\nir@brightwater.example\n"

DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": lambda s: s,
    "wrapped at 60 columns": lambda s: "\n".join("\n".join(textwrap.wrap(p, 60)) for p in s.split("\n")),
    "unwrapped": lambda s: "\n\n".join(" ".join(p.split()) for p in s.split("\n\n")),
    "without its heading": lambda s: s.partition("\n\n")[2],
    "in capitals": str.upper,
    "in another typography": lambda s: s.replace("-", "\u2011").replace('"', "\u201d").replace(" the ", "\u00a0the "),
    "across a page": lambda s: s.replace("because of,", "because of,\n\n-more-\n\nPage 2\n\n"),
    "without the usual word": lambda s: re.sub("(?i)forward-looking", "prospective", s),
}


def release_of(text: str) -> Release:
    return build_release(text, source="a.txt", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_a_legend_is_found_whole_and_alone(disguise: Callable[[str], str]) -> None:
    legend = disguise(LEGEND)
    spans, _ = find_legends(release_of(BODY + "\n" + legend + CONTACT))
    assert [span.text for span in spans] == [legend]


def test_a_legend_may_stand_before_about() -> None:
    head, about = BODY.split("About Brightwater Tools")
    spans, _ = find_legends(release_of(f"{head}{LEGEND}\n\nAbout Brightwater Tools{about}"))
    assert [span.text for span in spans] == [LEGEND]


@pytest.mark.parametrize(
    "text",
    [
        "Safe Harbor Marinas welcomed its hundredth dock.\n\nThe marina is a safe harbor for boats of all sizes.",
        "Lakeview is a forward-looking city, said the mayor. Its forward-looking approach attracts young families.",
        "Take one tablet daily. Individual results may vary. Consult your physician before use.",
        "Visit our Investor Relations Safe Harbor Statement at: http://investor.brightwater.example/safeharbor",
        BODY,
    ],
    ids=["marina", "city", "vitamin", "bare link", "no legend at all"],
)
def test_lookalikes_are_no_legend(text: str) -> None:
    assert find_legends(release_of(text))[0] == ()


def test_the_nearest_passage_is_told_when_nothing_is_found() -> None:
    text = BODY + "\nActual results may vary from our expectations.\n"
    spans, nearest = find_legends(release_of(text))
    assert spans or (nearest is not None and "may vary" in nearest.text)


@pytest.mark.parametrize("text", ["", "\n\n", "One.", "- - -"])
def test_little_or_no_text_is_no_trouble(text: str) -> None:
    assert find_legends(release_of(text))[0] == ()


STEPS = ("same", "new", "heading")
TRANSITIONS = Transitions(
    start=-3.0,
    moves={
        "same": Moves(stay=2.0, enter=-3.0, leave=-3.5),
        "new": Moves(stay=1.0, enter=-1.0, leave=-0.5),
        "heading": Moves(stay=0.2, enter=0.4, leave=-0.3),
    },
)


def weight(path: tuple[bool, ...], scores: list[float], steps: list[str]) -> float:
    """The log-potential of one path, by the definition of the chain."""
    total = TRANSITIONS.start if path[0] else 0.0
    for (before, here), step in zip(pairwise(path), steps[1:], strict=True):
        moves = TRANSITIONS.moves[step]
        total += {(1, 1): moves.stay, (0, 1): moves.enter, (1, 0): moves.leave, (0, 0): 0.0}[before, here]
    return total + sum(s for s, state in zip(scores, path, strict=True) if state)


chains = st.lists(st.tuples(st.floats(-8, 8), st.sampled_from(STEPS)), min_size=1, max_size=7)


@given(chains)
def test_the_best_path_is_the_best_of_all_paths(chain: list[tuple[float, str]]) -> None:
    scores, steps = [s for s, _ in chain], [step for _, step in chain]
    every = max(weight(path, scores, steps) for path in product((False, True), repeat=len(scores)))
    assert weight(tuple(best_path(scores, steps, TRANSITIONS)), scores, steps) == pytest.approx(every)


@given(chains)
@settings(max_examples=50)
def test_beliefs_are_the_share_of_all_paths(chain: list[tuple[float, str]]) -> None:
    scores, steps = [s for s, _ in chain], [step for _, step in chain]
    paths = {path: exp(weight(path, scores, steps)) for path in product((False, True), repeat=len(scores))}
    whole = sum(paths.values())
    expected = [sum(w for path, w in paths.items() if path[i]) / whole for i in range(len(scores))]
    assert posteriors(scores, steps, TRANSITIONS) == pytest.approx(expected)
