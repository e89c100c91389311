"""Where the lines of a legend break changes nothing: wires indent, filings leave blanks at line ends."""

from __future__ import annotations

import textwrap

import pytest

from checker.classify.legends import LegendSpan
from checker.engine import judge
from checker.reading import gather_facts
from checker.rules import RULES
from checker.text.release import build_release
from checker.types import Metadata, Settings

LEGENDS = {
    "all elements": (
        "This release contains forward-looking statements within the meaning of Section 27A of the Securities Act of "
        "1933, as amended, and Section 21E of the Securities Exchange Act of 1934, as amended, including statements "
        "regarding the opening of the Orlova mill and the expected yield of its looms. These statements relate to "
        "future events or our future performance. Words such as expects, plans and believes identify them. They are "
        "protected by the safe harbor of the Private Securities Litigation Reform Act of 1995. Actual results may "
        "differ materially from those expressed or implied, due to various known and unknown risks and uncertainties, "
        "including, without limitation, the availability of flax, as well as the cost of freight, the timing, cost "
        "and results of our trials, general economic, market and business conditions, in particular in the valleys of "
        "Orlova, and other risks and uncertainties described in our most recent Annual Report on Form 10-K for the "
        "year ended December 31, 2026, Quarterly Reports on Form 10-Q and other filings with the Securities and "
        "Exchange Commission. Readers are cautioned not to place undue reliance on these statements, which speak only "
        "as of the date of this release. Orlova Looms undertakes no obligation to update or revise them, whether as a "
        "result of new information, future events or otherwise, except as required by law."
    ),
    "factors after a long lead": (
        "This release contains forward-looking statements. The following factors, in addition to those discussed in "
        "the Annual Report of Orlova Looms on Form 10-K for the year ended December 31, 2026, and in its subsequent "
        "filings, could cause results to differ materially from what management expects as suggested by such "
        "forward-looking information: the price of flax; a strike at the Orlova mill; and new duties on linen."
    ),
    "pointers and a denial": (
        "This release may contain forward-looking statements. Further risks are described in the reports and other "
        "documents that Orlova Looms has filed with the Canadian securities regulators. Its parent does not file "
        "reports with the Securities and Exchange Commission. These risks are detailed in the filings of Orlova with "
        "the SEC and in Management Discussion and Analysis on SEDAR+."
    ),
}

LINE_ENDS = {"blank": " \n", "indent": "\n     ", "deep indent": "\n" + " " * 12, "windows": "\r\n"}


def what_is_found(legend: str) -> dict[str, object]:
    release = build_release(legend, source="", metadata=Metadata(format="txt", encoding="utf-8", sha256=""))
    span = LegendSpan(start=0, end=len(release.text), text=release.text, confidence=1.0)
    reading = gather_facts(release, [span], [], None, Settings())

    def words(text: str) -> str:
        return " ".join(text.split())

    return {
        **{o.rule: o.status for o in judge(reading, RULES, Settings()) if o.rule != "non-gaap-guidance"},
        "factors": [words(f.text) for f in reading.factors],
        "forms": [f.form for f in reading.filings],
        "citations": [words(c.text) for c in reading.citations],
        "topics": [words(s.text) for t in reading.topic_lists for s in t.subjects],
    }


@pytest.mark.parametrize("width", [58, 66, 72, 79])
@pytest.mark.parametrize("end", LINE_ENDS)
@pytest.mark.parametrize("legend", LEGENDS)
def test_the_same_is_found_wherever_lines_break(legend: str, end: str, width: int) -> None:
    lines = textwrap.wrap(LEGENDS[legend], width, break_on_hyphens=False)
    broken, whole = what_is_found(LINE_ENDS[end].join(lines)), what_is_found(LEGENDS[legend])
    assert {k: v for k, v in broken.items() if v != whole[k]} == {k: v for k, v in whole.items() if v != broken[k]}


def test_what_stands_in_one_line_is_found_in_full() -> None:
    found = what_is_found(LEGENDS["all elements"])
    assert found["factors"] == [
        "the availability of flax",
        "the cost of freight",
        "the timing, cost and results of our trials",
        "general economic, market and business conditions, in particular in the valleys of Orlova",
    ]
    assert len(what_is_found(LEGENDS["factors after a long lead"])["factors"]) == 3  # type: ignore[arg-type]
