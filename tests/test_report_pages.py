"""The HTML page and the Markdown comment: every finding, nothing that runs, the same bytes every time."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports_any import any_report
from reports_sample import TEXT, sample_report

from checker.cli import main
from checker.reports import FORMATS, render
from checker.reports.marking import Mark, marks_of, pieces_of
from checker.types import Change, Passage, RunReport

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
OURS = re.findall(
    r"\w+",
    """html head meta title style body header main footer p h1 h2 h3 form label input select option output div table
    thead tbody tr th td button a article span ul ol li section dl dt dd q del ins code details summary script""",
)
"""The elements of our own template."""

SNAPSHOTS = {"html": "report.html", "markdown": "report.md"}


class Elements(HTMLParser):
    """The elements of a page and their attributes, as a browser would read them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def spoken(report: RunReport) -> list[str]:
    """The rules that a person must hear of."""
    read = [r for r in report.releases if r.reading]
    return [o.rule for r in read for o in r.outcomes if o.is_finding or o.status in ("review", "waived")]


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_the_sample_is_rendered_as_in_its_snapshot(name: str) -> None:
    assert render(name, sample_report()).encode() == (HERE / "snapshots" / SNAPSHOTS[name]).read_bytes()


# ── text in pieces ────────────────────────────────────────────────────────────────────────────────


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_pieces_joined_are_the_text_and_every_mark_opens_and_closes_once(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = [Mark(start=min(s), end=max(s), kind="k", key=str(n)) for n, s in enumerate(spans)]
    pieces = pieces_of(text, marks)
    inside = sorted(m.key for m in marks if m.end <= len(text))
    assert "".join(p.text for p in pieces) == text
    assert sorted(key for p in pieces for key in p.opens) == inside
    assert sorted(key for p in pieces for key in p.closes) == inside


def test_overlapping_marks_are_told_apart() -> None:
    pieces = pieces_of("abcd", [Mark(start=0, end=3, kind="x", key="1"), Mark(start=2, end=4, kind="y", key="2")])
    assert [(p.text, p.kinds) for p in pieces] == [("ab", ("x",)), ("c", ("x", "y")), ("d", ("y",))]


def test_what_was_read_is_marked() -> None:
    reading = sample_report().releases[0].reading
    assert reading is not None
    assert {m.kind for m in marks_of(reading)} == {"legend", "statement", "citation", "factor", "filing", "link"}


# ── the page ──────────────────────────────────────────────────────────────────────────────────────


def test_each_finding_leads_to_its_words_and_back() -> None:
    page = render("html", sample_report())
    elements = Elements(page).found
    ids = {attributes["id"] for _, attributes in elements if "id" in attributes}
    targets = [a["href"][1:] for tag, a in elements if tag == "a" and a.get("href", "").startswith("#")]
    assert [target for target in targets if target not in ids] == []
    lit = {key for _, a in elements for key in a.get("data-keys", "").split()}
    assert [a["data-light"] for _, a in elements if "data-light" in a and a["data-light"] not in lit] == []
    back = {a["href"] for _, a in elements if a.get("class") == "back"}
    assert len(back) == 5, "four findings and a point to judge"


def test_no_id_stands_twice() -> None:
    ids = [a["id"] for _, a in Elements(render("html", sample_report())).found if "id" in a]
    assert len(ids) == len(set(ids))


@settings(max_examples=40, deadline=None)
@given(any_report())
def test_any_report_shows_every_finding_and_no_tag_of_its_text(report: RunReport) -> None:
    page = render("html", report)
    tags = {tag for tag, _ in Elements(page).found}
    assert tags <= set(OURS)
    shown = re.findall(r'<p class="rule">(.*?)</p>', page)
    for rule in spoken(report):
        assert rule in shown


def test_nothing_is_fetched_and_only_our_own_script_may_run() -> None:
    page = render("html", sample_report())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy and "default-src &#39;none&#39;" in policy[1].replace("'", "&#39;")
    assert not re.search(r'\b(?:src|srcset)="', page)
    assert not re.search(r'href="(?!#)', page)
    assert page.count("<script>") == page.count("</script>") == 1


def test_hostile_words_are_words() -> None:
    earnings = sample_report().releases[0]
    told = '</script><script>alert(1)</script><img src=x onerror="alert(1)">'
    outcomes = (replace(earnings.outcomes[1], message=told, title=told, advice=told),)
    report = replace(sample_report(), releases=(replace(earnings, source=told, outcomes=outcomes),))
    assert render("html", report).count("<script>") == 1
    assert "<img" not in render("html", report)
    assert "<script" not in render("markdown", report)
    assert "<img" not in render("markdown", report)


def test_the_page_says_first_what_was_read() -> None:
    page = render("html", sample_report())
    assert "Legend on lines 7–9; 2 statements, 1 factor, 7 sentences." in page
    assert "No legend; 0 statements, 0 factors, 2 sentences." in page
    assert '<p class="meaning">1 unchecked, 1 incomplete, 1 nothing to disclaim.</p>' in page


def test_the_summary_leads_to_each_error_and_warning() -> None:
    summary = render("html", sample_report()).split('<ul class="wrong">')[1].split("</ul>")[0]
    assert re.findall(r'class="(\w+)"><span class="level">\1</span> <a href="#(r1-p\d)">', summary) == [
        ("error", "r1-p1"),
        ("error", "r1-p2"),
        ("warning", "r1-p3"),
    ]
    assert "line 8, legend" in summary


def test_a_caution_in_a_running_sentence_is_marked_and_linked_from_the_matrix(tmp_path: Path) -> None:
    release, page = tmp_path / "deal.txt", tmp_path / "deal.html"
    release.write_text(
        "We expect the merger with Harrow Street Cider to close in the fourth quarter of 2026.\n\nForward-Looking "
        "Statements\n\nThis release contains forward-looking statements. Actual results may differ materially because "
        "of weather and the price of barley. There can be no assurance that the merger will close.\n",
        encoding="utf-8",
    )
    assert main(["check", "-q", "--no-config", str(release), "--output", f"html={page}"]) == 1
    shown = page.read_text(encoding="utf-8")
    assert '<a href="#r1-caution-1" data-light="r1-caution-1"><q>There can be no assurance' in shown
    assert 'id="r1-caution-1"' in shown


def test_many_releases_stand_in_a_table() -> None:
    page = render("html", sample_report())
    rows = re.findall(r'<tr data-verdict="([^"]*)">', page)
    assert rows == ["INCOMPLETE", "NOTHING TO DISCLAIM", "UNCHECKED"]


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert render(name, sample_report()) == render(name, sample_report())


# ── before and after ──────────────────────────────────────────────────────────────────────────────


def test_a_fix_stands_in_its_words_beside_its_finding() -> None:
    page = render("html", sample_report())
    point = page[page.index('class="point error"') :].split('<p class="rule">citation-section-act</p>')[0]
    assert (
        "made under Section 21E of the Securities <ins>Exchange </ins>Act of <del>1933</del><ins>1934</ins>." in point
    )


def test_the_link_of_a_fix_lights_up_its_words() -> None:
    elements = Elements(render("html", sample_report())).found
    links = [a["data-light"] for _, a in elements if a.get("data-light", "").endswith("-fix-0")]
    assert links == ["r1-citation-section-act-fix-0"]
    assert any(links[0] in a.get("data-keys", "").split() for _, a in elements)


def test_a_waived_finding_keeps_its_words() -> None:
    report = sample_report()
    earnings = report.releases[0]
    waiver = next(o.waiver for o in earnings.outcomes if o.waiver)
    outcomes = tuple(replace(o, status="waived", waiver=waiver) if o.fix else o for o in earnings.outcomes)
    waived = replace(report, releases=(replace(earnings, outcomes=outcomes),))
    assert "-fix-0" not in render("html", waived)
    assert "Fix, line" not in render("markdown", waived)


def test_the_legend_is_shown_against_the_earlier_one() -> None:
    section = render("html", sample_report()).split('<section class="redline"')[1].split("</section>")[0]
    assert "Results may differ from them because of <del>copper</del> <ins>steel</ins> prices." in section
    assert "<del>We will update them.</del>" in section
    assert "<ins>See our Form 10-K for the year ended December 31, 2025.</ins>" in section
    assert "q2/earnings.txt" in section and "1 statement that the earlier release did not make" in section
    assert "<li>guidance</li>" in section


def test_the_comment_shows_fixes_and_the_redline_as_diffs() -> None:
    comment = render("markdown", sample_report())
    assert "    - … statements, made under Section 21E of the Securities Act of 1933. " in comment
    assert "    + … statements, made under Section 21E of the Securities Exchange Act of 1934. " in comment
    assert "  - Results may differ from them because of copper prices.\n  + Results may differ from them" in comment
    assert "- New topic: guidance" in comment


def test_hostile_words_stay_inside_their_diff() -> None:
    report = sample_report()
    earnings = report.releases[0]
    assert earnings.reading and earnings.reading.comparison
    told = "```\n\n</details><script>alert(1)</script>\n```"
    change = Change(kind="added", after=Passage(start=0, end=len(told), text=told))
    comparison = replace(earnings.reading.comparison, legends=(change,), prior=told, new_topics=(told,))
    hostile = replace(report, releases=(replace(earnings, reading=replace(earnings.reading, comparison=comparison)),))
    assert render("html", hostile).count("<script>") == 1
    fences = [line.strip() for line in render("markdown", hostile).split("\n") if line.strip().startswith("```")]
    assert fences == ["```diff", "```"] * (len(fences) // 2)


def test_a_long_redline_never_takes_the_place_of_the_points() -> None:
    report = sample_report()
    earnings = report.releases[0]
    assert earnings.reading and earnings.reading.comparison
    comparison = replace(earnings.reading.comparison, legends=earnings.reading.comparison.legends * 200)
    long = replace(report, releases=(replace(earnings, reading=replace(earnings.reading, comparison=comparison)),))
    comment = render("markdown", long, limit=6000)
    assert "(`pslra-citation`)" in comment and "and 1 redline against an earlier release" in comment


# ── the comment ───────────────────────────────────────────────────────────────────────────────────


def test_the_comment_names_the_verdicts_first() -> None:
    first = render("markdown", sample_report()).split("\n")[0]
    assert first == "### safeharbor: 1 unchecked, 1 incomplete, 1 nothing to disclaim"


@settings(max_examples=60, deadline=None)
@given(any_report())
def test_the_comment_shows_every_finding(report: RunReport) -> None:
    comment = render("markdown", report, limit=10_000_000)
    for rule in spoken(report):
        assert f"(`{rule}`)" in comment


@settings(max_examples=60, deadline=None)
@given(any_report(), st.integers(600, 3000))
def test_the_comment_keeps_its_limit(report: RunReport, limit: int) -> None:
    assert len(render("markdown", report, limit=limit)) <= limit


def test_what_does_not_fit_is_counted() -> None:
    releases = sample_report().releases[:1] * 40
    comment = render("markdown", replace(sample_report(), releases=releases), limit=4000)
    assert re.search(r"\| … \| \| \d+ more \|", comment)
    assert re.search(r"and the points of \d+ more releases", comment)


def test_words_of_a_release_are_no_markup() -> None:
    earnings = sample_report().releases[0]
    outcomes = (replace(earnings.outcomes[1], message="**bold** [link](http://x) | @somebody `code`"),)
    comment = render("markdown", replace(sample_report(), releases=(replace(earnings, outcomes=outcomes),)))
    assert "**bold**" not in comment and "[link]" not in comment and "@somebody" not in comment


def test_a_job_summary_is_added_where_the_runner_asks_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("earlier\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    main(["check", "-q", "--no-config", str(FIXTURES / "earnings-guidance.txt")])
    assert summary.read_text(encoding="utf-8").startswith("earlier\n### safeharbor: 1 complete")


# ── all formats ───────────────────────────────────────────────────────────────────────────────────


FINDINGS_ONLY = {"github", "gitlab"}
"""Formats that have no place for a point that a person should judge."""


@pytest.mark.parametrize("name", [n for n in FORMATS if n != "text"])
def test_every_format_names_every_finding_of_the_sample(name: str) -> None:
    shown = render(name, sample_report())
    expected = {o.rule for r in sample_report().releases for o in r.outcomes if o.is_finding or o.waiver}
    if name not in FINDINGS_ONLY:
        expected |= {"hypothetical-risk"}
    assert {rule for rule in expected if rule not in shown} == set()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("files", "code"),
    [(["earnings-guidance.txt"], 0), (["citations-wrong.txt"], 1), (["citations-wrong.txt", "nowhere.txt"], 3)],
)
def test_the_format_never_changes_the_exit_code(name: str, files: list[str], code: int) -> None:
    paths = [str(FIXTURES / file) for file in files]
    assert main(["check", "--no-config", "--format", name, *paths]) == code


def test_text_of_the_sample_is_in_the_page_once() -> None:
    page = re.sub(r"<[^>]*>", "", render("html", sample_report()).partition('<div class="words">')[2])
    assert TEXT.split("\n")[3] in page
