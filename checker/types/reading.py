"""A reading: everything a rule may look at, an earlier release included."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from checker.records import dataclass
from checker.types.facts import (
    Candidate,
    Citation,
    Context,
    CoverageRow,
    Dated,
    Factor,
    Filing,
    Legend,
    Organisation,
    Statement,
    TopicList,
)
from checker.types.release import ChangeKind, Passage, PieceKind, Release


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
