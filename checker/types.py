"""The nouns. Frozen values that one step of the way hands to the next; no behaviour beyond looking inside.

    bytes → Release → Reading → Outcome … → ReleaseReport → RunReport

All offsets are 0-based code points into `Release.text`, end exclusive. Lines and columns are 1-based.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from checker.records import dataclass

Severity = Literal["error", "warning", "note"]
Status = Literal["met", "weak", "missing", "defect", "review", "not-applicable", "not-evaluated", "waived"]
Tier = Literal["statute", "rule", "case", "practice", "hygiene"]
Verdict = Literal["unchecked", "nothing-to-disclaim", "incomplete", "review", "complete"]
BlockKind = Literal["heading", "paragraph", "list item", "table", "footnote", "furniture"]
LegendForm = Literal["block", "sentence", "oral"]
Jurisdiction = Literal["us", "canada", "other", "none"]
Expectation = Literal["present", "absent", "judged"]
ChangeKind = Literal["unchanged", "reworded", "added", "dropped"]
PieceKind = Literal["kept", "dropped", "added"]

FINDINGS: frozenset[Status] = frozenset({"weak", "missing", "defect"})
"""Statuses that carry a severity and can fail a gate."""


# ── the text ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A slice of `Release.text`: paragraph, sentence or evidence."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Passage) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Block(Passage):
    """A paragraph-like unit as the source laid it out.

    `furniture` is what the medium added (page headers, "-more-", rules of dashes): it may stand in the
    middle of a sentence and belongs to none.
    """

    kind: BlockKind
    line: int
    page: int | None = None
    level: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence(Passage):
    """A sentence of a block; `block` is its index in `Release.blocks`."""

    block: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Metadata:
    """What the reader learned from the bytes rather than from the words."""

    format: str
    encoding: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """A press release as text. `folded` has the same length as `text`, made for matching (`text.fold`)."""

    source: str
    text: str
    folded: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    metadata: Metadata
    line_starts: tuple[int, ...] = field(repr=False, compare=False)

    def passage(self, start: int, end: int) -> Passage:
        """The words from `start` to `end`."""
        return Passage(start=start, end=end, text=self.text[start:end])

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (1-based) of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def block_at(self, offset: int) -> Block | None:
        """The block in which an offset lies; None between two blocks."""
        i = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[i] if i >= 0 and offset < self.blocks[i].end else None

    def sentences_in(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that begin between two offsets, the second left out."""
        first = bisect_left(self.sentences, start, key=lambda sentence: sentence.start)
        last = bisect_left(self.sentences, end, key=lambda sentence: sentence.start)
        return self.sentences[first:last]


# ── what was read in it ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True, slots=True)
class Legend(Passage):
    """A forward-looking-statement legend, heading included. `confidence` is a calibrated probability."""

    form: LegendForm
    jurisdiction: Jurisdiction
    confidence: float
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate(Passage):
    """The best passage that was not taken for a legend, with its probability."""

    confidence: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement(Passage):
    """A forward-looking statement outside any legend (15 U.S.C. 78u-5(i)(1)).

    `kind` is the subsection's class where it can be told: projection, plan, performance, assumption.
    """

    confidence: float
    kind: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject(Passage):
    """One item of a legend's list of what its statements are about.

    `in_body` is False when neither its words nor its topic occur anywhere outside the legends.
    """

    topics: tuple[str, ...] = ()
    in_body: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicList(Passage):
    """Where a legend names what its statements are about; the passage quotes how the list begins."""

    subjects: tuple[Subject, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageRow:
    """One row of the matrix of statements and factors: a topic, the statements about it, the factors that caution.

    `factors` name the topic itself, `nearby` a topic that cautions about this one as well. `salient` when the title,
    the opening or a table of guidance speaks of it, or several statements do. `subjects`: where the legend names it.
    `asserted`: the statements by which the thing itself is to happen; the others only mention it.
    """

    topic: str
    title: str
    statements: tuple[Statement, ...]
    factors: tuple[Factor, ...] = ()
    nearby: tuple[Factor, ...] = ()
    subjects: tuple[Subject, ...] = ()
    salient: bool = False
    asserted: tuple[Statement, ...] = ()

    @property
    def is_covered(self) -> bool:
        """Whether any factor cautions about the topic."""
        return bool(self.factors or self.nearby)


@dataclass(frozen=True, kw_only=True, slots=True)
class Replacement:
    """A fix that is certain: the words to write from `start` to `end` of `Release.text` (an insertion when equal)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Defect:
    """What is wrong with a citation: the row of the defect table (`CIT-A` …), what was found, what is nearest.

    `fix` is the replacement, where the rest of the citation makes it certain.
    """

    code: str
    found: str
    nearest: str
    fix: Replacement | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation(Passage):
    """A citation of the safe harbor's law, parsed.

    One citation per section or reform act named: "Sections 27A and 21E of …, respectively" gives two.
    `section` is "27A", "21E" or whatever else was written; `act` is "securities", "exchange" or None
    when no Act follows; `year` is that Act's year as written. `reform_act` is the name as written.
    """

    section: str | None = None
    act: str | None = None
    year: int | None = None
    as_amended: bool = False
    reform_act: str | None = None
    reform_year: int | None = None
    defects: tuple[Defect, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Factor(Passage):
    """One named risk that could make results differ. Catch-alls ("other risks") are not factors.

    `specific` when it speaks of this issuer's business, and `named` holds the words that make it so. `generic` when any
    issuer could name it in these very words: it is not both, and may be neither.
    """

    specific: bool = False
    generic: bool = False
    topics: tuple[str, ...] = ()
    named: tuple[Passage, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Filing(Passage):
    """A pointer to a filing with a regulator.

    `form` as in "10-K", "annual report", "prospectus", or None when the text says only "our filings".
    `fiscal_year` is told when the words name a year and not its end ("our 2024 Form 10-K"); `filed` is the day
    on which the words say that it was filed.
    """

    form: str | None = None
    period_end: date | None = None
    fiscal_year: int | None = None
    filed: date | None = None
    item: str | None = None
    pending: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated(Passage):
    """A date that matters, and what it is: the release's own, or what statements speak as of."""

    value: date
    role: Literal["release", "as-of"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """A circumstance that changes what the safe harbor reaches (15 U.S.C. 78u-5(a), (b)).

    `declared` when the issuer file or the command line says so; otherwise guessed from `evidence`.
    """

    kind: str
    declared: bool
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Issuer:
    """Who speaks, as far as the text or the issuer file tells.

    `exchange` is that of the first symbol, `entity` the legal form: corporation, limited company, partnership, limited
    liability company, trust, fund. `filer` only the issuer file can tell.
    """

    name: str | None = None
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    declared: bool = False
    exchange: str | None = None
    entity: str | None = None
    filer: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One sentence of an earlier release against a later one.

    `before` lies in the earlier text, `after` in the later one; one of them is None when the sentence was added or
    dropped. `pieces` is the redline of a reworded sentence, word by word.
    """

    kind: ChangeKind
    before: Passage | None = None
    after: Passage | None = None
    pieces: tuple[tuple[PieceKind, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """A release against an earlier one: the sentences of their legends, and their statements.

    `prior` and `prior_sha256` name the earlier text. `similarity` is the share of the legends' words in common, from 0
    to 1 (1 too when neither has a legend). `new_topics` are topics of statements that the earlier release made no
    statement on; empty also when topics are not known. `prior_body` is the earlier text outside its legends, folded,
    for telling what it spoke of.
    """

    prior: str
    prior_sha256: str
    legends: tuple[Change, ...] = ()
    statements: tuple[Change, ...] = ()
    similarity: float = 1.0
    new_topics: tuple[str, ...] = ()
    prior_body: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Organisation(Passage):
    """A company that a legend names. `known` when the issuer is called so or the rest of the release names it.

    `speaks` when it acts as the issuer of the legend: "Acme undertakes no obligation", "Acme's filings".
    """

    known: bool = True
    speaks: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """Everything a rule may look at. Computed once; a rule computes nothing of its own.

    `factors` stand in lists; `cautions` are sentences that caution about a topic without being an item of one.
    """

    release: Release
    legends: tuple[Legend, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Passage, ...] = ()
    citations: tuple[Citation, ...] = ()
    factors: tuple[Factor, ...] = ()
    cautions: tuple[Factor, ...] = ()
    filings: tuple[Filing, ...] = ()
    dates: tuple[Dated, ...] = ()
    contexts: tuple[Context, ...] = ()
    issuer: Issuer = Issuer()
    nearest: Candidate | None = None
    comparison: Comparison | None = None
    topic_lists: tuple[TopicList, ...] = ()
    coverage: tuple[CoverageRow, ...] = ()
    organisations: tuple[Organisation, ...] = ()

    @property
    def release_date(self) -> date | None:
        """The release's own date, None when neither text nor caller tells."""
        return next((d.value for d in self.dates if d.role == "release"), None)


# ── rules and what they say ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a rule found: the words that prove it, the words it is about, and how good it is.

    `grade` names a row of the rule's `grades`; empty means full marks.
    """

    passages: tuple[Passage, ...]
    related: tuple[Passage, ...] = ()
    note: str = ""
    grade: str = ""
    fix: Replacement | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """All that a rule found. When `findings` is empty, `grade`, `related` and `advice` describe the gap."""

    findings: tuple[Finding, ...] = ()
    grade: str = ""
    related: tuple[Passage, ...] = ()
    note: str = ""
    advice: str = ""
    confidence: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NotEvaluated:
    """An input the rule needs is absent; `reason` says which."""

    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NotApplicable:
    """The rule has nothing to judge in this release; `reason` says why."""

    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Authority:
    """Where a rule comes from: the tier shown with every outcome, and the source."""

    tier: Tier
    source: str


SeverityTable = Mapping[str, Severity | None]
"""Severity by profile; None is off."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule: a finder, and everything the engine needs to judge what it finds.

    expect           present: found ⇒ met, nothing ⇒ missing. absent: found ⇒ defect.
                     judged: found ⇒ review, a person decides.
    severity         of missing or defect, by profile.
    grades           of lesser findings and lesser gaps, by the finder's word for them, then by profile.
    requires         rules that must be met before an absence (or, for absent and judged, a find) counts.
    not_expected_in  kinds of context in which an absence is no finding.
    advice           what to write, when the finder has nothing more precise.
    page             what `explain` prints; empty when the docstring of the finder's module is the page.
    """

    id: str
    title: str
    authority: Authority
    expect: Expectation
    severity: SeverityTable
    find: Callable[[Reading], Found | NotEvaluated | NotApplicable]
    advice: str
    grades: Mapping[str, SeverityTable] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    not_expected_in: frozenset[str] = frozenset()
    page: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HouseRule:
    """A rule that a user states in the configuration: wording that is asked for, or not wanted, in one place.

    `patterns` are in the language of `phrases.Wording`. The examples held when it was loaded.
    """

    id: str
    title: str
    patterns: tuple[str, ...]
    where: Literal["legend", "body", "anywhere"]
    expect: Literal["present", "absent"]
    severity: Severity
    advice: str
    authority: str
    passing: tuple[str, ...]
    failing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence(Passage):
    """A passage in an outcome. `role`: proof (the words), related (what triggers the duty) or
    place (where it would stand).

    `where` is where the passage lies: legend, body, heading or link.
    """

    where: str
    role: Literal["proof", "related", "place"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceptance:
    """Why a finding does not count: a directive in the text, a waiver, or the baseline.

    `status` is what the finding was before. `expires`: the last day on which it is accepted.
    """

    kind: Literal["inline", "waiver", "baseline"]
    status: Status
    reason: str = ""
    approver: str = ""
    ticket: str = ""
    created: date | None = None
    expires: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What one rule says of one release.

    `severity` is set for findings (`FINDINGS`) and for waived ones, which keep all that was found; `waiver` exactly
    for status "waived". `fix` holds replacements that are certain, in order and without overlap.
    """

    rule: str
    title: str
    authority: Authority
    status: Status
    severity: Severity | None = None
    message: str = ""
    advice: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    confidence: float | None = None
    fingerprint: str = ""
    waiver: Acceptance | None = None
    fix: tuple[Replacement, ...] = ()

    @property
    def is_finding(self) -> bool:
        """Whether it counts against the release."""
        return self.status in FINDINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class ElementChange:
    """What one rule says of an earlier version and of a later one.

    `added`: the later version has words for it and the earlier had none; `dropped` the other way round; `reworded`:
    other words, or another status. `pieces` is the redline of the words that prove it, when both have some.
    """

    kind: ChangeKind
    before: Outcome
    after: Outcome
    pieces: tuple[tuple[PieceKind, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Versions:
    """Two versions of a release or of a legend: elements by rule, then factors, legend sentences and statements.

    `similarity` is the share of the legends' words in common, from 0 to 1.
    """

    before: Reading
    after: Reading
    elements: tuple[ElementChange, ...] = ()
    factors: tuple[Change, ...] = ()
    sentences: tuple[Change, ...] = ()
    statements: tuple[Change, ...] = ()
    similarity: float = 1.0


# ── the run ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """Why a release could not be checked. `kind` is a stable word, `message` one line."""

    kind: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class IssuerFile:
    """What `issuer.toml` declares: facts that text cannot tell. None means not declared."""

    name: str | None = None
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    filer: str | None = None
    reporting: bool | None = None
    listed: bool | None = None
    entity: str | None = None
    penny_stock: bool | None = None
    fiscal_year_end: str | None = None
    exclusions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a configuration, waiver or baseline file lies (`folder`) and where the run was started (`here`).

    Both absolute. Documents are named relative to the file's folder, so that it does not matter from where the run is
    started, nor how a path is typed.
    """

    folder: str = "/"
    here: str = "/"

    def name(self, source: str) -> str:
        """The document's path relative to the folder, with forward slashes."""
        path = posixpath.normpath(posixpath.join(self.here, source))
        return posixpath.relpath(path, self.folder)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """One resolved value; nothing below the command line asks where it came from.

    `profile` is the built-in one that severities are looked up in; `profile_name` that of the house which extends it.
    The globs of `per_file_ignores` are relative to `ignores_place`; without one they fit a source as it is written.
    """

    profile: str = "full"
    profile_name: str = ""
    house_rules: tuple[HouseRule, ...] = ()
    rules: frozenset[str] | None = None
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    fail_on: Severity | None = "error"
    per_file_ignores: tuple[tuple[str, frozenset[str]], ...] = ()
    ignores_place: Place | None = None
    issuer: IssuerFile | None = None
    contexts: tuple[str, ...] = ()
    release_date: date | None = None
    prior: Reading | None = None
    max_bytes: int = 25_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseReport:
    """What is said of one file: a reading with outcomes, or a failure; never both.

    In a run whose only format is JSON, `json` holds what that report says of the file, in UTF-8; the reading and what
    the outcomes quote are gone then (`reports.json_v1.without_reading`).
    """

    source: str
    sha256: str
    verdict: Verdict
    reading: Reading | None = None
    outcomes: tuple[Outcome, ...] = ()
    failure: Failure | None = None
    json: bytes = b""


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelInfo:
    """Which learned numbers spoke."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleInfo:
    """What a report may say about a rule: its page and its severity in the profile of the run."""

    id: str
    title: str
    authority: Authority
    severity: Severity | None
    page: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RunReport:
    """What reports receive: the releases in the order they were named, and what judged them."""

    releases: tuple[ReleaseReport, ...]
    tool_version: str
    rules_version: str
    rules_sha256: str
    models: tuple[ModelInfo, ...]
    profile: str
    settings_sha256: str
    fail_on: Severity | None = "error"
    rules: tuple[RuleInfo, ...] = ()
