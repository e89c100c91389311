"""Fixes: certain replacements, written back with everything else as it was; a file that cannot be kept so is left."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_citations import EVERY

from checker.cli import main
from checker.facts.citations import find_citations
from checker.fixing import FixError, fix_file, fixed_bytes
from checker.replacing import apart, applied, diff_lines
from checker.text.release import build_release
from checker.types import Citation, Metadata, Replacement

TEXT = (
    "We expect revenue of $40 million in 2027.\n\nForward-Looking Statements\n\nThis release contains “forward-looking "
    "statements” within the meaning of Section 21E of the\nSecurities Act of 1933 and the Private Securities\n"
    "Litigation Reform Act of 1996. Actual results could differ materially because of weather, strikes and taxes.\n"
)
FIXED = TEXT.replace("Securities Act of 1933", "Securities Exchange Act of 1934").replace("1996", "1995")
FIXED_CODES = {"CIT-A", "CIT-B", "CIT-C", "CIT-D", "CIT-E", "CIT-G", "CIT-I", "CIT-J", "CIT-K", "CIT-O", "CIT-P"}
FIXED_CODES |= {"CIT-N", "CIT-V"}
PERSON = {"CIT-L", "CIT-T", "CIT-U"}
"""Rows for which no replacement is certain. CIT-H is mended only in the form "21(e)"."""


def cited(text: str) -> tuple[Citation, ...]:
    metadata = Metadata(format="txt", encoding="utf-8", sha256="")
    return find_citations(build_release(text, source="a.txt", metadata=metadata))


def mended(text: str) -> str:
    return applied(text, apart(d.fix for c in cited(text) for d in c.defects if d.fix))


# ── what is replaced ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, t in EVERY if c in FIXED_CODES])
def test_a_certain_fix_leaves_no_defect(code: str, text: str) -> None:
    after = mended(text)
    assert after != text, code
    assert [d.code for c in cited(after) for d in c.defects] == []
    assert mended(after) == after


@pytest.mark.parametrize("text", [t for c, t in EVERY if c in PERSON])
def test_what_needs_a_person_is_left(text: str) -> None:
    left = {d.code for c in cited(mended(text)) for d in c.defects}
    assert left & PERSON


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Section 21E of the Securities Act of 1933", "Section 21E of the Securities Exchange Act of 1934"),
        ("Section 27A of the Securities Act of 1934", "Section 27A of the Securities Act of 1933"),
        ("Section 21E of the Securities Act of 1934", "Section 21E of the Securities Exchange Act of 1934"),
        ("the Private Securities\nLitigation Act of 1995", "the Private Securities\nLitigation Reform Act of 1995"),
        ("the PRIVATE SECURITIES LITIGATION ACT OF 1995", "the PRIVATE SECURITIES LITIGATION REFORM ACT OF 1995"),
        (
            "Section 21E of the Securities and Exchange Act of 1934",
            "Section 21E of the Securities Exchange Act of 1934",
        ),
        ("Section 21(e) of the Securities Exchange Act of 1934", "Section 21E of the Securities Exchange Act of 1934"),
    ],
)
def test_only_the_wrong_words_change(wrong: str, right: str) -> None:
    lead = "This release contains forward-looking statements within the meaning of "
    assert mended(f"{lead}{wrong}.") == f"{lead}{right}."


def test_another_section_of_the_law_is_left_to_a_person() -> None:
    text = "Forward-looking statements are protected by the safe harbor of Section 21A of the Securities Exchange Act."
    assert mended(text) == text


def test_of_overlapping_fixes_the_longer_one_counts() -> None:
    year, name = Replacement(start=10, end=14, text="1995"), Replacement(start=2, end=14, text="Act of 1995")
    later = Replacement(start=20, end=20, text="x")
    assert apart([year, later, name, name]) == (name, later)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.text("ab", max_size=3)), max_size=8)


@given(SPANS)
def test_fixes_kept_apart_never_overlap(spans: list[tuple[int, int, str]]) -> None:
    kept = apart(Replacement(start=min(a, b), end=max(a, b), text=t) for a, b, t in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(kept))
    assert len(applied("." * 30, kept)) == 30 + sum(len(f.text) - (f.end - f.start) for f in kept)


def test_the_diff_shows_the_lines() -> None:
    assert [line for line in diff_lines("a\nb\nc\n", "a\nx\nc\n", "f.txt") if line[:1] in "+-"][2:] == ["-b", "+x"]
    assert diff_lines("a\n", "a\n", "f.txt") == []


# ── what stays ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("mark", "codec"), [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"", "cp1252"), (b"\xff\xfe", "utf-16-le")]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_are_kept(mark: bytes, codec: str, end: str) -> None:
    data = mark + TEXT.replace("\n", end).encode(codec)
    fixes = apart(d.fix for c in cited(TEXT) for d in c.defects if d.fix)
    assert fixed_bytes(data, fixes) == mark + FIXED.replace("\n", end).encode(codec)


def test_bytes_that_no_encoding_writes_again_are_refused() -> None:
    with pytest.raises(FixError):
        fixed_bytes(b"\xed\xa0\x80 \x81", [])


def write(path: Path, text: str = TEXT) -> str:
    path.write_bytes(text.encode())
    return hashlib.sha256(text.encode()).hexdigest()


YEAR = Replacement(start=TEXT.index("1996"), end=TEXT.index("1996") + 4, text="1995")


def test_a_read_only_file_is_left(tmp_path: Path) -> None:
    digest = write(tmp_path / "a.txt")
    (tmp_path / "a.txt").chmod(0o444)
    with pytest.raises(FixError, match="read-only"):
        fix_file(tmp_path / "a.txt", digest, [YEAR])
    assert (tmp_path / "a.txt").read_text("utf-8") == TEXT


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    with pytest.raises(FixError, match="changed since"):
        fix_file(tmp_path / "a.txt", "0" * 64, [YEAR])


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    digest = write(tmp_path / "a.txt")
    (tmp_path / "a.txt").chmod(0o640)
    (tmp_path / "b.txt").symlink_to("a.txt")
    fix_file(tmp_path / "b.txt", digest, [YEAR])
    assert (tmp_path / "b.txt").is_symlink()
    assert "Reform Act of 1995" in (tmp_path / "a.txt").read_text("utf-8")
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


def test_a_write_that_fails_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = write(tmp_path / "a.txt")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(FixError, match="No space"):
        fix_file(tmp_path / "a.txt", digest, [YEAR])
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text("utf-8") == TEXT


# ── the command ───────────────────────────────────────────────────────────────────────────────────


def test_fix_writes_tells_and_checks_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    write(file)
    main(["check", "--no-config", "--fix", "--format", "json", str(file)])
    out, err = capsys.readouterr()
    assert file.read_text("utf-8") == FIXED
    assert "“1996.” → “1995.”" in err or "“1996” → “1995”" in err
    assert "(citation-year)" in err
    outcomes = {o["rule"]: o for o in json.loads(out)["documents"][0]["outcomes"]}
    assert outcomes["citation-year"]["status"] == "met"
    assert outcomes["citation-section-act"]["status"] == "met"


def test_without_fix_the_report_offers_it_and_the_file_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    write(file)
    main(["check", "--no-config", "--diff", str(file)])
    told = capsys.readouterr().out
    assert "(--fix writes it)" in told
    assert "\n+Litigation Reform Act of 1995." in told
    assert file.read_text("utf-8") == TEXT


def test_json_holds_the_replacements(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "a.txt")
    main(["check", "--no-config", "--format", "json", str(tmp_path / "a.txt")])
    outcomes = {o["rule"]: o for o in json.loads(capsys.readouterr().out)["documents"][0]["outcomes"]}
    (fix,) = outcomes["citation-year"]["fix"]["replacements"]
    assert TEXT[fix["start"] : fix["end"]] == "1996"
    assert fix["text"] == "1995"
    assert outcomes["risk-factors"]["fix"] is None


def test_sarif_holds_them_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "a.txt")
    main(["check", "--no-config", "--format", "sarif", str(tmp_path / "a.txt")])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    (fixed,) = [r for r in results if r["ruleId"] == "citation-year"]
    (replacement,) = fixed["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "1995"}
    assert replacement["deletedRegion"]["charOffset"] == TEXT.index("1996")


def test_a_suppressed_finding_keeps_its_words(tmp_path: Path) -> None:
    text = TEXT + "\n<!-- safeharbor: ignore[citation-year] the year is quoted from a court -->\n"
    write(tmp_path / "a.md", text)
    main(["check", "--no-config", "--quiet", "--fix", str(tmp_path / "a.md")])
    assert "Reform Act of 1996" in (tmp_path / "a.md").read_text("utf-8")


def test_standard_input_cannot_be_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", "-"]) == 2
    assert "standard input is none" in capsys.readouterr().err


def test_a_file_that_could_not_be_fixed_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "a.txt")
    os.chmod(tmp_path / "a.txt", 0o444)  # noqa: PTH101
    assert main(["check", "--no-config", "--quiet", "--fix", str(tmp_path / "a.txt")]) == 1
    assert "not fixed: it is read-only" in capsys.readouterr().err
