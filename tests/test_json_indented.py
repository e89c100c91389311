"""The indented JSON is that of the standard library, byte for byte."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from reports_sample import sample_report

from checker.reports.indented import indented
from checker.reports.json_v1 import render, without_reading

REPORT = sample_report()
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=30)


@given(VALUES)
def test_it_writes_what_the_standard_library_writes(value: Any) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_a_place_further_in_indents_all_lines_but_the_first() -> None:
    inner = {"a": [1, {}], "b": (), "c": {"d": None}}
    whole = json.dumps({"x": [inner]}, indent=2)
    assert whole == '{\n  "x": [\n    ' + indented(inner, 2) + "\n  ]\n}"


def test_reports_written_where_they_were_made_give_the_same_bytes() -> None:
    early = replace(REPORT, releases=tuple(map(without_reading, REPORT.releases)))
    assert render(early) == render(REPORT)
    assert all(release.reading is None for release in early.releases)


def test_a_run_of_nothing_is_still_json() -> None:
    assert json.loads(render(replace(REPORT, releases=())))["documents"] == []
