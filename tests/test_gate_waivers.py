"""Waivers: what a file may hold, which findings an entry meets, and when it ends."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import Any

import pytest
from gate_sample import KNOWN, checked, outcome, release
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import ConfigError
from checker.gate.apply import apply_gate
from checker.gate.nouns import Gate, Waivers
from checker.gate.waiver_text import add_waiver, prune_waivers
from checker.gate.waivers import check_waivers, describe, parse_waivers
from checker.globs import fits
from checker.types import Outcome, Place

LAST = date(2026, 6, 30)
ENTRY: dict[str, Any] = {
    "rule": "undue-reliance",
    "path": "drafts/*.txt",
    "reason": "Agreed with counsel",
    "approver": "I. Orme",
    "ticket": "LEGAL-12",
    "created": date(2026, 3, 1),
    "expires": LAST,
}


def waivers(*entries: dict[str, Any]) -> Waivers:
    return parse_waivers({"waiver": list(entries)}, KNOWN, file="w.toml", place=Place(folder="/repo", here="/repo"))


def gated(today: date, *entries: dict[str, Any], source: str = "drafts/q3.txt") -> dict[str, Outcome]:
    gate = Gate(waivers=waivers(*entries), today=today)
    outcomes = (outcome("undue-reliance"), outcome("pslra-citation", "met"))
    return {o.rule: o for o in apply_gate(release(source=source), outcomes, gate, known=KNOWN)}


class TestFile:
    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"rule": "undue-relianse"}, 'w.toml: waiver 1: unknown rule "undue-relianse"; did you mean'),
            ({"aprover": "x"}, 'w.toml: waiver 1: unknown key "aprover"; did you mean "approver"?'),
            ({"reason": ""}, 'w.toml: waiver 1: "reason" is missing'),
            ({"approver": None}, '"approver" is missing'),
            ({"expires": None}, '"expires" is missing'),
            ({"path": ""}, 'needs "path" or "sha256"'),
            ({"ticket": 12}, "w.toml: waiver 1: ticket: must be a text in quotes"),
        ],
    )
    def test_what_is_wrong_is_said_in_one_line(self, change: dict[str, Any], said: str) -> None:
        with pytest.raises(ConfigError) as error:
            waivers(ENTRY | change)
        assert said in str(error.value)
        assert "\n" not in str(error.value)

    @pytest.mark.parametrize("data", [{"waiver": {"rule": "x"}}, {"waiver": ["x"]}, {"waivers": []}])
    def test_other_shapes_are_refused(self, data: dict[str, Any]) -> None:
        with pytest.raises(ConfigError):
            parse_waivers(data, KNOWN, file="w.toml", place=Place())

    def test_an_empty_file_holds_no_waiver(self) -> None:
        assert waivers().entries == ()


class TestClock:
    def test_the_last_day_counts(self) -> None:
        assert gated(LAST, ENTRY)["undue-reliance"].status == "waived"
        assert gated(LAST + timedelta(1), ENTRY)["undue-reliance"].is_finding

    def test_an_expired_waiver_is_a_warning(self) -> None:
        told = gated(LAST + timedelta(1), ENTRY)["waiver"]
        assert (told.status, told.severity) == ("defect", "warning")
        assert "expired on 2026-06-30" in told.message

    @pytest.mark.parametrize(("days", "said"), [(15, False), (14, True), (1, True), (0, True)])
    def test_it_is_announced_fourteen_days_before(self, days: int, said: bool) -> None:
        got = gated(LAST - timedelta(days), ENTRY)
        assert ("waiver" in got) == said
        assert got["undue-reliance"].status == "waived"
        if said:
            assert got["waiver"].severity == "note"

    @pytest.mark.parametrize("expires", ["2026-13-01", "soon", 20260630, "20260630", "2026-W20-1", True])
    def test_a_malformed_date_has_expired(self, expires: object) -> None:
        got = gated(date(2026, 3, 2), ENTRY | {"expires": expires})
        assert got["undue-reliance"].is_finding
        assert "cannot be read" in got["waiver"].message

    def test_a_date_in_quotes_is_a_date(self) -> None:
        assert gated(LAST, ENTRY | {"expires": "2026-06-30"})["undue-reliance"].status == "waived"

    def test_a_renewed_waiver_is_not_announced(self) -> None:
        got = gated(LAST + timedelta(1), ENTRY, ENTRY | {"expires": date(2027, 6, 30)})
        assert got["undue-reliance"].status == "waived"
        assert "waiver" not in got

    def test_without_a_clock_the_gate_stays_shut(self) -> None:
        got = apply_gate(release(), [outcome("undue-reliance")], Gate(waivers=waivers(ENTRY)), known=KNOWN)
        assert got[0].is_finding


class TestReach:
    def test_it_shows_who_answers_for_it(self) -> None:
        shown = gated(LAST, ENTRY)["undue-reliance"].waiver
        assert shown is not None
        assert (shown.kind, shown.reason, shown.approver, shown.ticket, shown.created, shown.expires) == (
            "waiver", "Agreed with counsel", "I. Orme", "LEGAL-12", date(2026, 3, 1), LAST,
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("change", "meets"),
        [
            ({"path": "q3.txt"}, True),
            ({"path": "q?.txt"}, True),
            ({"path": "*.md"}, False),
            ({"path": "other/*.txt"}, False),
            ({"path": "**/*.txt"}, True),
            ({"path": "drafts/**"}, True),
            ({"path": "drafts"}, False),
            ({"path": "", "sha256": release().metadata.sha256.upper()}, True),
            ({"sha256": release().metadata.sha256}, True),
            ({"sha256": "0" * 64}, False),
            ({"fingerprint": outcome("undue-reliance").fingerprint}, True),
            ({"fingerprint": "0" * 64}, False),
            ({"rule": "as-of-date"}, False),
        ],
    )
    def test_rule_document_and_fingerprint_must_all_fit(self, change: dict[str, Any], meets: bool) -> None:
        assert (gated(date(2026, 4, 1), ENTRY | change)["undue-reliance"].status == "waived") == meets

    @pytest.mark.parametrize("source", ["/repo/drafts/q3.txt", "./drafts/q3.txt", "notes/../drafts/q3.txt"])
    def test_it_does_not_matter_how_the_document_was_named(self, source: str) -> None:
        assert gated(date(2026, 4, 1), ENTRY, source=source)["undue-reliance"].status == "waived"

    def test_nor_from_where_the_run_was_started(self) -> None:
        assert Place(folder="/repo", here="/repo/drafts").name("q3.txt") == "drafts/q3.txt"
        assert Place(folder="/repo/gate", here="/repo").name("drafts/q3.txt") == "../drafts/q3.txt"


@given(st.text(alphabet="ab/.*?[", max_size=12), st.text(alphabet="ab/.[", max_size=12))
def test_a_pattern_without_wildcards_fits_itself_only(pattern: str, name: str) -> None:
    fitting = fits(pattern, name)
    if not set("*?/") & set(pattern):
        assert fitting == (pattern == name.rpartition("/")[2])


class TestCheck:
    def states(self, today: date, *entries: dict[str, Any]) -> list[str]:
        report = checked(release(source="drafts/q3.txt"), outcome("undue-reliance"))
        return [s.state for s in check_waivers(waivers(*entries), [report], today)]

    def test_every_waiver_has_a_state(self) -> None:
        unused = ENTRY | {"rule": "as-of-date"}
        assert self.states(date(2026, 4, 1), ENTRY, unused) == ["used", "unused"]
        assert self.states(LAST, ENTRY, unused) == ["expires soon", "unused"]
        assert self.states(LAST + timedelta(1), ENTRY, unused) == ["expired", "expired"]

    def test_a_finding_that_it_waived_is_its_use(self) -> None:
        here = release(source="drafts/q3.txt")
        gate = Gate(waivers=waivers(ENTRY), today=date(2026, 4, 1))
        report = checked(here, *apply_gate(here, [outcome("undue-reliance")], gate, known=KNOWN))
        (state,) = check_waivers(gate.waivers, [report], gate.today)
        assert (state.state, state.uses) == ("used", ("drafts/q3.txt",))

    def test_list_tells_rule_place_end_and_approver(self) -> None:
        (entry,) = waivers(ENTRY).entries
        line = describe(entry, LAST)
        assert all(part in line for part in ("undue-reliance", "drafts/*.txt", "until 2026-06-30", "I. Orme"))
        assert "expired" in describe(entry, LAST + timedelta(1))


FILE = """# Waivers of Brackwater Pumps

# first: agreed on the phone
[[waiver]]
rule = "undue-reliance"   # the short form
path = "a.txt"

# second
[[waiver]]
rule = "as-of-date"
path = "b.txt"
"""


class TestEdit:
    def test_pruning_keeps_the_comments_of_the_others(self) -> None:
        assert prune_waivers(FILE, {1}) == FILE[: FILE.index("# first")] + FILE[FILE.index("# second") :]
        assert prune_waivers(FILE, {2}) == FILE[: FILE.index("# second")]
        assert prune_waivers(FILE, set()) == FILE
        assert tomllib.loads(prune_waivers(FILE, {1, 2})) == {}

    def test_what_cannot_be_edited_safely_is_left_alone(self) -> None:
        hidden = 'waiver = [{rule = "a"}, {rule = "b"}]\n'
        with pytest.raises(ConfigError, match="by hand"):
            prune_waivers(hidden, {1})
        tricky = '[[waiver]]\nreason = """\n[[waiver]]\n"""\n[[waiver]]\nreason = "b"\n'
        with pytest.raises(ConfigError, match="by hand"):
            prune_waivers(tricky, {1})

    def test_an_added_waiver_reads_back(self) -> None:
        text = add_waiver(add_waiver("", ENTRY), ENTRY | {"ticket": "", "path": "b.txt"})
        assert tomllib.loads(text)["waiver"][0] == ENTRY
        assert "ticket" not in tomllib.loads(text)["waiver"][1]
        assert waivers(*tomllib.loads(text)["waiver"]).entries[1].path == "b.txt"

    @given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
    def test_any_reason_survives(self, reason: str) -> None:
        assert tomllib.loads(add_waiver(FILE, {"rule": "x", "reason": reason}))["waiver"][2]["reason"] == reason
