"""What was read in a release: legends and statements, then what a rule may look at beside them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from checker.records import dataclass
from checker.types.release import Jurisdiction, LegendForm, Passage, Sentence


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
class Organisation(Passage):
    """A company that a legend names. `known` when the issuer is called so or the rest of the release names it.

    `speaks` when it acts as the issuer of the legend: "Acme undertakes no obligation", "Acme's filings".
    """

    known: bool = True
    speaks: bool = False
