"""The notation of wordings: tables of alternatives, bounded gaps, white space and hyphens."""

from __future__ import annotations

import re

import pytest

from checker.phrases import Wording, gap, one_of


def test_a_table_is_a_group_of_its_lines_and_of_their_parts() -> None:
    assert one_of("duty | duties\n    obligat\\w{1,5}\n\n") == r"(?:duty|duties|obligat\w{1,5})"


def test_a_remark_is_no_part_of_a_table() -> None:
    assert one_of("do so     # may update, but need not do so\n keep") == "(?:do so|keep)"


def test_a_space_that_ends_a_way_counts() -> None:
    assert one_of("is  | likely") == "(?:is |likely)"


def test_a_bar_inside_a_group_sets_nothing_apart() -> None:
    assert one_of("not (?:be |to )?bound") == "(?:not (?:be |to )?bound)"


@pytest.mark.parametrize(
    ("text", "found"),
    [("no word more", True), ("no more", True), ("no. word more", False), ("no long words more", False)],
)
def test_a_gap_ends_at_a_mark_and_at_its_length(text: str, found: bool) -> None:
    assert bool(re.search(rf"no{gap(6)} more", text)) == found


def test_a_wording_takes_any_white_space_and_any_hyphen() -> None:
    wording = Wording("forward-looking statements")
    for text in ("forward-looking statements", "forward- looking  statements", "forward looking   statements"):
        assert [m.span() for m in wording.finditer(text)] == [(0, len(text))]
    assert list(wording.finditer("straightforward-looking statements")) == []
