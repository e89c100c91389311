"""One report built by hand, for the tests of every format: incomplete, nothing to disclaim, unread."""

from __future__ import annotations

from datetime import date
from typing import Any

from checker.types import (
    Acceptance,
    Authority,
    Candidate,
    Change,
    Citation,
    Comparison,
    Context,
    Dated,
    Defect,
    Evidence,
    Factor,
    Failure,
    Filing,
    Issuer,
    Legend,
    Metadata,
    ModelInfo,
    Outcome,
    Passage,
    Reading,
    Release,
    ReleaseReport,
    Replacement,
    RuleInfo,
    RunReport,
    Sentence,
    Statement,
)

TEXT = """Brackwater Pumps Reports Third Quarter Results

BURLINGTON, Vt., Oct. 29, 2026 – Brackwater Pumps, Inc. (Nasdaq: BRKW) today reported results.
We expect revenue of $410 million to $420 million in 2026.
Our \x1b[31mred\x1b[0m “Délta” line will ship\tin the second quarter of 2027.

Forward-Looking Statements
This release contains forward-looking statements, made under Section 21E of the Securities Act of 1933.
Results may differ from them because of steel prices. See our Form 10-K for the year ended December 31, 2025.
"""

QUIET = "Brackwater Pumps Names Ida Orme to Its Board\n\nMs. Orme joined the board on Monday.\n"


def release(text: str, source: str) -> Release:
    """A release with one sentence a line, as no reader would make it."""
    starts = (0, *(i + 1 for i, c in enumerate(text) if c == "\n"))
    ends = (*(s - 1 for s in starts[1:]), len(text))
    sentences = tuple(
        Sentence(start=s, end=e, text=text[s:e], block=0) for s, e in zip(starts, ends, strict=True) if s < e
    )
    return Release(
        source=source,
        text=text,
        folded=text.lower(),
        blocks=(),
        sentences=sentences,
        metadata=Metadata(format="txt", encoding="utf-8", sha256="a" * 64),
        line_starts=starts,
    )


def span(text: str, words: str) -> dict[str, Any]:
    """Where words stand, as the fields of a passage."""
    at = text.index(words)
    return {"start": at, "end": at + len(words), "text": words}


def outcome(rule: str, title: str, status: Any, **told: Any) -> Outcome:
    """An outcome of a rule that rests on practice, unless told otherwise."""
    authority = told.pop("authority", Authority(tier="practice", source="custom of counsel"))
    return Outcome(rule=rule, title=title, authority=authority, status=status, **told)


def _reading() -> Reading:
    legend = TEXT[TEXT.index("Forward-Looking Statements\n") : -1]
    return Reading(
        release=release(TEXT, "q3/earnings.txt"),
        legends=(Legend(**span(TEXT, legend), form="block", jurisdiction="us", confidence=0.987654321),),
        statements=(
            Statement(**span(TEXT, TEXT.split("\n")[4]), confidence=0.8),
            Statement(
                **span(TEXT, TEXT.split("\n")[3]),
                confidence=0.91239999,
                kind="projection",
                topics=("revenue", "guidance"),
            ),
        ),
        links=(Passage(**span(TEXT, "Brackwater Pumps, Inc.")),),
        citations=(
            Citation(
                **span(TEXT, "Section 21E of the Securities Act of 1933"),
                section="21E",
                act="securities",
                year=1933,
                defects=(
                    Defect(code="CIT-A", found="Securities Act of 1933", nearest="Securities Exchange Act of 1934"),
                ),
            ),
        ),
        factors=(Factor(**span(TEXT, "steel prices"), specific=True, topics=("costs",)),),
        filings=(Filing(**span(TEXT, "Form 10-K"), form="10-K", period_end=date(2025, 12, 31)),),
        dates=(Dated(**span(TEXT, "Oct. 29, 2026"), value=date(2026, 10, 29), role="release"),),
        contexts=(Context(kind="penny-stock", declared=True),),
        issuer=Issuer(name="Brackwater Pumps, Inc.", tickers=("BRKW",)),
        nearest=Candidate(**span(TEXT, "today reported results."), confidence=0.21),
        comparison=_comparison(),
    )


def _comparison() -> Comparison:
    """Against an earlier legend that named copper, promised something, and had no pointer to a filing."""
    before = "Results may differ from them because of copper prices. We will update them."
    differ, promise = before.split(" We ")[0], "We will update them."
    guidance = Statement(
        **span(TEXT, TEXT.split("\n")[3]), confidence=0.91239999, kind="projection", topics=("revenue", "guidance")
    )
    return Comparison(
        prior="q2/earnings.txt",
        prior_sha256="9" * 64,
        legends=(
            Change(
                kind="reworded",
                before=Passage(**span(before, differ)),
                after=Passage(**span(TEXT, "Results may differ from them because of steel prices.")),
                pieces=(
                    ("kept", "Results may differ from them because of"),
                    ("dropped", "copper"),
                    ("added", "steel"),
                    ("kept", "prices."),
                ),
            ),
            Change(kind="dropped", before=Passage(**span(before, promise))),
            Change(
                kind="added",
                after=Passage(**span(TEXT, "See our Form 10-K for the year ended December 31, 2025.")),
            ),
        ),
        statements=(Change(kind="added", after=guidance),),
        similarity=0.5,
        new_topics=("guidance",),
    )


def _fix() -> tuple[Replacement, ...]:
    """The Act and its year, each where it stands."""
    act = TEXT.index("Securities Act of 1933") + len("Securities ")
    year = TEXT.index("1933")
    return (
        Replacement(start=act, end=act, text="Exchange "),
        Replacement(start=year, end=year + 4, text="1934"),
    )


def _outcomes() -> tuple[Outcome, ...]:
    statute = Authority(tier="statute", source="15 U.S.C. 78u-5(c)(1)(A)(i)")
    end = len(TEXT) - 1
    place = Evidence(start=end, end=end, text="", where="legend", role="place")

    def proof(words: str, where: str = "legend", role: Any = "proof") -> Evidence:
        return Evidence(**span(TEXT, words), where=where, role=role)

    identified = proof("This release contains forward-looking statements")
    waiver = Acceptance(
        kind="waiver", status="missing", reason="No offering is near.", approver="Ida Orme", ticket="LEG-12",
        created=date(2026, 10, 1), expires=date(2026, 12, 31),
    )  # fmt: skip
    inline = Acceptance(kind="inline", status="weak", reason="the 10-K names <no> part | as agreed")
    baseline = Acceptance(kind="baseline", status="missing", reason="in the baseline safeharbor-baseline.json")
    return (
        outcome("statements-identified", "Statements identified", "met", authority=statute, confidence=0.98765432,
                message="Statements identified: found", evidence=(identified,), fingerprint="1" * 64),
        outcome("as-of-date", "As-of date", "missing", severity="note", message="As-of date: not found",
                evidence=(place,), fingerprint="2" * 64,
                advice="Add: These statements speak only as of the date of this release."),
        outcome("results-may-differ", "Results may differ materially", "weak", severity="warning", authority=statute,
                message="Results may differ materially: found, but without “materially”", fingerprint="3" * 64,
                advice="Consider: actual results may differ materially.",
                evidence=(proof("Results may differ from them"),)),
        outcome("citation-section-act", "Section and Act agree", "defect", severity="error", fingerprint="4" * 64,
                authority=Authority(tier="hygiene", source="CIT-A"), message="Section 21E is tied to the 1933 Act",
                evidence=(proof("Section 21E of the Securities Act of 1933"),),
                advice="Consider: Section 21E of the Securities Exchange Act of 1934.", fix=_fix()),
        outcome("pslra-citation", "PSLRA citation", "missing", severity="error", message="PSLRA citation: not found",
                evidence=(place, proof(TEXT.split("\n")[4], "body", "related")), fingerprint="5" * 64,
                advice="Add: the Private Securities Litigation Reform Act of 1995."),
        outcome("hypothetical-risk", "Risk worded as possible", "review", message="A risk may already have happened",
                authority=Authority(tier="case", source="In re Harman"), evidence=(proof("steel prices"),)),
        outcome("placeholder", "Placeholders", "met", message="Placeholders: none found"),
        outcome("promises-update", "Promise to update", "met", message="Promise to update: none found"),
        outcome("excluded-issuer", "Excluded issuer", "not-applicable", reason="no claim of the safe harbor"),
        outcome("section-27a-citation", "Section 27A citation", "waived", severity="error", evidence=(place,),
                message="Section 27A citation: not found", fingerprint="6" * 64, waiver=waiver,
                advice="Consider citing Section 27A of the Securities Act of 1933."),
        outcome("filings-pointer", "Pointer to filings", "waived", severity="warning", fingerprint="7" * 64,
                message="Pointer to filings: found, but no part is named", evidence=(proof("Form 10-K"),),
                waiver=inline, advice="Consider pointing to the part that carries the risk factors."),
        outcome("undue-reliance", "No undue reliance", "waived", severity="note", evidence=(place,), waiver=baseline,
                message="No undue reliance: not found", fingerprint="8" * 64,
                advice="Add: Readers are cautioned not to place undue reliance on these statements."),
        outcome("legend-unchanged", "Legend unchanged", "not-evaluated", reason="no prior release was given"),
    )  # fmt: skip


def sample_report() -> RunReport:
    """The report that the snapshots show."""
    told = _outcomes()
    quiet = "no forward-looking statement and no legend found in 2 sentences"
    return RunReport(
        releases=(
            ReleaseReport(
                source="q3/earnings.txt", sha256="a" * 64, verdict="incomplete", reading=_reading(), outcomes=told
            ),
            ReleaseReport(
                source="board.txt",
                sha256="b" * 64,
                verdict="nothing-to-disclaim",
                reading=Reading(release=release(QUIET, "board.txt")),
                outcomes=tuple(outcome(o.rule, o.title, "not-applicable", reason=quiet) for o in told),
            ),
            ReleaseReport(
                source="scan.txt",
                sha256="",
                verdict="unchecked",
                failure=Failure(kind="empty", message="the file is empty"),
            ),
        ),
        tool_version="0.0.0",
        rules_version="1",
        rules_sha256="c" * 64,
        models=(
            ModelInfo(name="statements", version="1", sha256="e" * 64),
            ModelInfo(name="legends", version="1", sha256="d" * 64),
        ),
        profile="full",
        settings_sha256="f" * 64,
        rules=tuple(
            RuleInfo(id=o.rule, title=o.title, authority=o.authority, severity=o.severity or "note", page=o.title)
            for o in told
        ),
    )
