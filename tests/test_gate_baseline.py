"""The baseline: what is in it is accepted wherever it stands in its document, and nothing else is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from gate_sample import KNOWN, TEXT, checked, outcome, release, run

from checker.errors import ConfigError
from checker.gate.apply import apply_gate
from checker.gate.baseline import baseline_data, parse_baseline, prune_baseline, write_baseline
from checker.gate.nouns import Baseline, Gate
from checker.types import Outcome, Place, ReleaseReport, RunReport

PLACE = Place(folder="/repo", here="/repo")


def written(report: RunReport) -> Baseline:
    """Written, and read back."""
    baseline = write_baseline(report, file="b.json", place=PLACE)
    return parse_baseline(json.loads(json.dumps(baseline_data(baseline))), file="b.json", place=PLACE)


def gated(baseline: Baseline, *outcomes: Outcome, source: str = "q3/release.txt", text: str = TEXT) -> ReleaseReport:
    here = release(text, source)
    return checked(here, *apply_gate(here, outcomes, Gate(baseline=baseline), known=KNOWN))


OLD = run(checked(release(source="q3/release.txt"), outcome("undue-reliance"), outcome("as-of-date", "met")))


class TestAcceptance:
    def test_a_finding_of_the_baseline_is_waived_by_it(self) -> None:
        got = gated(written(OLD), outcome("undue-reliance")).outcomes[0]
        assert got.waiver is not None
        assert (got.status, got.waiver.kind, got.waiver.status) == ("waived", "baseline", "missing")

    def test_a_new_finding_counts(self) -> None:
        assert gated(written(OLD), outcome("pslra-citation")).outcomes[0].is_finding

    def test_other_words_are_a_new_finding(self) -> None:
        assert gated(written(OLD), outcome("undue-reliance", "defect", fingerprint="f" * 64)).outcomes[0].is_finding

    def test_another_document_of_the_same_name_is_not_accepted(self) -> None:
        assert gated(written(OLD), outcome("undue-reliance"), source="q4/release.txt").outcomes[0].is_finding

    def test_moved_lines_change_nothing(self) -> None:
        got = gated(written(OLD), outcome("undue-reliance", evidence=()), text="A new first line.\n\n" + TEXT)
        assert got.outcomes[0].status == "waived"

    def test_the_third_of_two_is_new(self) -> None:
        two = run(checked(release(source="q3/release.txt"), outcome("undue-reliance"), outcome("undue-reliance")))
        got = gated(written(two), *[outcome("undue-reliance")] * 3)
        assert [o.status for o in got.outcomes] == ["waived", "waived", "missing"]

    def test_what_was_met_may_not_go_missing(self) -> None:
        assert gated(written(OLD), outcome("as-of-date")).outcomes[0].is_finding


class TestFile:
    def test_it_is_sorted_and_says_what_a_reader_wants_to_know(self) -> None:
        b, a = release(source="b.txt"), release(source="a.txt")
        report = run(checked(b, outcome("undue-reliance"), outcome("as-of-date")), checked(a, outcome("as-of-date")))
        data = baseline_data(write_baseline(report, file="b.json", place=PLACE))
        assert data["version"] == 1
        assert [(row["document"], row["rule"]) for row in data["findings"]] == [
            ("a.txt", "as-of-date"), ("b.txt", "as-of-date"), ("b.txt", "undue-reliance"),
        ]  # fmt: skip
        assert data["findings"][0]["message"] == "as-of-date: not found"
        assert not {"line", "start"} & set(data["findings"][0])

    def test_written_again_it_is_the_same(self) -> None:
        first = written(OLD)
        assert written(run(gated(first, outcome("undue-reliance")))) == first

    def test_what_a_directive_accepts_is_left_to_it(self) -> None:
        text = TEXT + "<!-- safeharbor: ignore[undue-reliance] by counsel -->"
        assert written(run(gated(Baseline(), outcome("undue-reliance"), text=text))).entries == ()

    def test_what_the_gate_says_of_itself_is_not_accepted(self) -> None:
        text = TEXT + "<!-- safeharbor: ignore[undue-reliance] -->"
        report = run(gated(Baseline(), outcome("as-of-date", "met"), text=text))
        assert report.releases[0].outcomes[-1].rule == "suppression"
        assert written(report).entries == ()

    @pytest.mark.parametrize(
        "data",
        [
            [],
            {"version": 1},
            {"version": 2, "findings": []},
            {"version": 1, "findings": ["x"]},
            {"version": 1, "findings": [{"rule": "x"}]},
            {"version": 1, "findings": [{**dict.fromkeys(("document", "rule", "fingerprint", "message"), ""),
                                         "occurrence": "0"}]},
        ],
    )  # fmt: skip
    def test_another_file_is_refused_in_one_line(self, data: Any) -> None:
        with pytest.raises(ConfigError, match=r"^b\.json: [^\n]+$"):
            parse_baseline(data, file="b.json", place=PLACE)


class TestPrune:
    def test_what_is_no_longer_found_goes(self) -> None:
        now = run(checked(release(source="q3/release.txt"), outcome("undue-reliance", "met")))
        assert prune_baseline(written(OLD), now).entries == ()

    def test_what_is_still_found_stays_waived_or_not(self) -> None:
        old = written(OLD)
        assert prune_baseline(old, OLD) == old
        assert prune_baseline(old, run(gated(old, outcome("undue-reliance")))) == old

    def test_a_document_that_was_not_checked_keeps_its_entries(self) -> None:
        old = written(OLD)
        assert prune_baseline(old, run(checked(release(source="q4/release.txt")))) == old
        assert prune_baseline(old, run(), gone=["q3/release.txt"]).entries == ()
