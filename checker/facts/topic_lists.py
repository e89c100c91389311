"""Which statements a legend names as forward-looking: where its lists of subjects stand, and what their items are.

"Including statements regarding our outlook, the closing of the merger and dividends" names three subjects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from checker.facts.lists import level, list_end, split_list
from checker.facts.topics import topics_of_factor
from checker.facts.white_space import any_space
from checker.phrases import Wording, gap, one_of
from checker.types import Passage, Release, Subject, TopicList

REACH = 110
"""Characters of a named topic that are quoted: enough to tell it, too few to be the whole list."""

_LEAD = 70
"""Characters of the words that lead to a topic that are quoted."""

_BACK = 200
"""Characters before a list in which its sentence may turn out to be about risk factors."""

# ── what leads to a topic ─────────────────────────────────────────────────────────────────────────

_ABOUT = one_of(r"""
    regarding | concerning | about | respecting | surrounding | as to | pertaining to | associated with
    concerns?(?=,| (?:the|our|its)(?![a-z]))                      # "the statements concern, among other things, …"
    with respect to | in respect of | with regards? to | in regard to | in relation to
    around(?= (?:our|the|its)(?![a-z]))
    on(?= (?:(?:our|its) )?(?:future|expected|anticipated|production|growth|strategy|revenues?|sales|guidance)(?![a-z]))
    (?:that |which )?relat(?:e|es|ed|ing)(?:,? among other things,?)? to
    (?:that |which )?(?:(?<!please\s)refer(?:ring)?|pertain) to
    (?:that|which) describe                                      # "statements that describe our strategy or goals"
""")
_STEP = (
    r"(?:[ ,(\"':]{1,40}(?!(?:are|is|was|were|be|involve|involves|based|subject|because|should|will|could|differ)\b)"
    r"[a-z'&-]+){0,9}?"
)
"""Up to nine words from "statements" to "regarding", none of which begins to say something of them."""

_LIMITING = one_of(r"""
    without limitation | (?:but )?(?:are |is )?not (?:necessarily )?limited to
    among (?:others|other things|other matters|other topics) | inter alia | for example | in particular
""")
_MORE = rf"(?:[ ,(]{{0,40}}{_LIMITING}[ ,):]{{0,40}}){{0,5}}"
"""What often follows the lead: "including, but not limited to, …"."""

_INCLUDE = r"(?:includ(?:e|es|ing)|such as|consist of|used when discussing)"
_SUBJECT = r"(?:statements?|comments|discussions?|disclosures?|(?:looking|certain|including,?) information)"
_LAW = r"(?:acts?|laws?|legislation|act of [0-9]{4}|as amended)(?:,? as amended)?[\"')]{0,3}(?: \([^)]{0,80}\))?"
_VIEWS = "(?:expectations?|beliefs?|intent|intentions?|plans|views|forecasts?|projections|estimates)"

ABOUT = Wording(
    # "statements regarding X", "including those relating to X", "discussions with respect to X"
    rf"{_SUBJECT}{_STEP}[ ,:]{{0,40}}{_ABOUT}{_MORE}",
    # "… within the meaning of the Act of 1934, as amended, regarding X"
    rf"{_LAW},? {_ABOUT}{_MORE}",
    # "the statements under the caption 'Outlook'"
    rf"(?:statements?|information|guidance) {gap(60)}(?:under|in) the (?:captions?|headings?|sections?|paragraphs?)",
    # "this release contains guidance on X"
    r"(?:release|announcement|report) contains (?:our |certain )?(?:guidance|projections|forecasts|estimates) "
    r"(?:on|of|for|regarding)",
    # "we use forward-looking statements when we discuss X"
    rf"looking (?:statements|information) when {gap(40)}(?:discuss(?:es|ing)?|describ(?:es?|ing)|says?|states?)",
    # "to the extent that the information presented discusses projections or expectations about X"
    r"(?:information|material)(?: presented| provided| contained)?(?: herein| in this release)? discusses",
    # "the estimates of 2004 sales and earnings are forward-looking"
    r"(?:estimates?|projections?|forecasts?|expectations?|guidance|outlook|comments) "
    r"(?:of|for|on|concerning|about|as to)"
    rf"(?= {gap(150)} (?:are|is|constitutes?|represents?)(?: all| each)? forward-looking)",
    # "forward-looking statements in this release are: X"
    rf"looking statements (?:{gap(30)} )?are(?=:)",
    # "the quotations of our chief executive"
    r"(?:quotations?|quotes|remarks) (?:of|from|by|attributed to)",
    # "… reflect our intent, belief or current expectations with respect to X"
    rf"(?:reflects?|represents?|express(?:es)?|regarding|describes?) {gap(60)}{_VIEWS}{gap(90)} "
    rf"(?:{_ABOUT}|(?<=forecasts\s)of(?= our| its| their| the| future)){_MORE}",
)
"""Ways to lead to a topic by a preposition; what follows must say something (`NOTHING`)."""

INCLUDING = Wording(
    # "including those relating to X"
    rf"(?:including|include|limitation|limited to|such as),? those[ ,:]{{0,40}}{_ABOUT}{_MORE}",
    # "such statements include, but are not limited to, X"
    rf"(?:statements?|forward-looking information|looking,?)[\"')]{{0,3}}{gap(220)}[ ,(]{_INCLUDE}[,:]?{_MORE}",
)
"""Ways to lead to it by a list."""

RISKY = Wording(
    r"risks?|uncertaint(?:y|ies)|factors?|differ|causes?|caused|update|revise|words|terms|terminology|reports|filings|"
    # "based on assumptions, including"; but "that reflect our expectations, assumptions or projections"
    r"documents|described|(?<!,\s)(?<!,\sand\s)assumptions"
)
"""A lead that speaks of risks, of signal words or of filings introduces those, not topics."""

# ── what names nothing ────────────────────────────────────────────────────────────────────────────

_VAGUE = one_of(r"""
    events? | activities | performance | results | expectations | developments | conditions | periods?
    circumstances | trends | matters | outcomes | future | beliefs
    (?:financial|operating) (?:performance|results)
""")
_WHOSE = "(?:past|possible|expected|anticipated|such|certain|our|its|the|other|future|potential|to|company's|current)"
_FUTURE = (
    rf"(?:{_WHOSE} )*{_VAGUE}"
    rf"(?:(?:, and|, or|,| and/or| and| or) (?:(?:the|our|its|their|other|to|company's|future) )*{_VAGUE})*"
)
_GOES_ON = one_of(r"""
    other than | that | which | are | is | but | within | based | involve | may | could | should | constitute
    such statements
    (?:and|or),? (?:are|is|involves?|as such|have|should|may|can|current|actual|reflects?|speaks?|other non-historical)
    (?:and|or),? (?:therefore|which|thus)
""")
"""How the sentence goes on when "future events" was all that it named."""

_NO_TOPIC = one_of(r"""
    statements?\b(?! under) | information\b | those\b | matters | discussions | this | these | each | exhibit
    words | terms | terminology | phrases | verbs | expressions
    risks?\b | uncertaint | factors | actual
    forward | non-historical | historical | that (?:are|is|involve|could|may)
    sections? [0-9] | the private | the safe | securities act | form [0-9]
    our filings | our reports | our annual | its annual | the annual | the company's (?:annual|filings|reports)
    the foregoing | the following | www | http
    (?:our|its|their) expectations and (?:those )?statements
    but  | not  | which | whether | within | without | subject
""")

NOTHING = re.compile(
    any_space(
        rf"[\s,:\"'(]*(?:{_FUTURE}(?=[.;)\"]|,? {_GOES_ON}\b|\s*$)"
        rf"|(?:any |all |the |certain |those |other |such |or |and |, )*[\"'(]{{0,3}}{_NO_TOPIC}"
        r"|[\"']+(?:anticipat|believ|expect|may\b|will\b|estimat|intend|plan)|\W*$)"
    )
)
"""What names no topic: "future events", "matters that are not historical facts", a further "statements …"."""

# ── finding them ──────────────────────────────────────────────────────────────────────────────────


_PREDICATE = re.compile(
    any_space(
        r"[,;:\s)]*(?<![a-z])(?:are|is|constitutes?|involves?|may be|should be|represent|reflect)"
        r"(?: (?:all|also|each))? (?:[a-z-]+ ){0,3}?"
        r"(?:forward|risks?|subject|based|within|intended|made|not |our current)"
        r"|,? (?:that|which) (?:are|involve|constitute|is)\b[^,;]*$|,? within the meaning\b"
    )
)
"""What follows a list that is the subject of its sentence: "statements regarding A and B are forward-looking"."""

_JOINT = re.compile(r"^[\s,;:.·•()\"'-]*(?:(?:and|or|as well as|and/or)\b[\s,:]*)*|[\s,;:.·(\"'-]+$")
_SHORTEST = 4
"""Letters of an item that can name something."""


def find_topic_lists(release: Release, legends: Sequence[Passage]) -> tuple[TopicList, ...]:
    """Where the legends name what their forward-looking statements are about, in order, without overlap."""
    found: list[TopicList] = []
    body = _Body(release, legends)
    for legend in sorted(legends, key=lambda x: x.start):
        text = ""
        for start, at in sorted(_leads(release, legend)):
            if found and start < found[-1].end:
                continue
            text = text or level(release, legend.start, legend.end)
            quoted = release.passage(start, min(clause(release, at), legend.end))
            subjects = tuple(_subjects(release, text, legend.start, at, body))
            found.append(TopicList(start=quoted.start, end=quoted.end, text=quoted.text, subjects=subjects))
    return tuple(found)


class _Body:
    """The release without its legends, asked whether it speaks of a subject. Read when first asked."""

    def __init__(self, release: Release, legends: Sequence[Passage]) -> None:
        self._release, self._legends = release, legends

    def speaks_of(self, told: str, topics: Sequence[str]) -> bool:
        """Whether a telling word of the subject, a name in it or one of its topics occurs. Unsure is yes."""
        folded = told.lower()
        if _HEREIN.search(folded) or any(n.lower() in self._words for n in _NAME.findall(told)):
            return True
        words = {w[:_STEM] for w in _LONG_WORD.findall(folded)} - _VAGUE_STEMS
        return not words or bool(words & self._stems) or bool(self._topics.intersection(topics))

    @cached_property
    def _text(self) -> str:
        parts, at = [], 0
        for legend in sorted(self._legends, key=lambda x: x.start):
            parts.append(self._release.folded[at : max(at, legend.start)])
            at = max(at, legend.end)
        return " ".join([*parts, self._release.folded[at:]])

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", self._text))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(w[:_STEM] for w in _LONG_WORD.findall(self._text))

    @cached_property
    def _topics(self) -> frozenset[str]:
        return frozenset(topics_of_factor(self._text))


_HEREIN = re.compile(r"herein|hereby|thereof|described|foregoing|mentioned")
_NAME = re.compile(r"(?<=\s)[A-Z][A-Za-z]{3,}")
"""Words that point to the release itself, and names and defined terms ("the Offer")."""

_STEM = 6
_LONG_WORD = re.compile(rf"[a-z]{{{_STEM},}}")
_VAGUE_STEMS = frozenset(
    word[:_STEM]
    for word in """
    ability achieve achievement activities additional anticipated approximately assumptions believe benefit benefits
    business businesses certain companies company conditions continue continued current develop development effect
    effects efforts estimate estimates events expand expansion expect expectations expected factors financial forward
    future general growth impact improve including increase information intended intention intentions looking
    maintain management market markets matters objectives obtain operate operating operations opportunities
    opportunity otherwise outcome outcomes performance period periods planned possible potential product products
    program programs projected projections proposed prospects provide quarter realize receive regarding related
    relating result results revenue revenues services statement statements strategic strategies strategy subject
    success successful successfully targets timing trends various whether without
    """.split()  # noqa: SIM905
)
"""Words of any list, by their first letters: that they occur says nothing."""


def _subjects(release: Release, text: str, offset: int, at: int, body: _Body) -> Iterator[Subject]:
    """The items of the list that begins at `at`."""
    start = at - offset
    end = list_end(release, text, offset, start)
    predicate = _PREDICATE.search(text, start, end)
    stop = predicate.start() if predicate else end
    for low, high in split_list(release, text, offset, start, stop):
        words = text[low:high]
        lead = _JOINT.match(words)
        low += lead.end() if lead else 0
        high -= len(words) - len(words.rstrip(" \n\t\r,;:.·(\"'-"))
        if high - low >= _SHORTEST:
            topics = topics_of_factor(text[low:high])
            told = release.passage(offset + low, offset + high)
            spoken = body.speaks_of(told.text, topics)
            yield Subject(start=told.start, end=told.end, text=told.text, topics=topics, in_body=spoken)


def clause(release: Release, start: int, reach: int = REACH) -> int:
    """Where the clause that begins at `start` ends: at a full stop or semicolon, else at a word's end within reach."""
    words = release.folded[start : start + reach]
    stop = re.search(r"[.;](?=\s|$)", words)
    if stop:
        return start + stop.start()
    if len(words) < reach:
        return start + len(words.rstrip())
    return start + max(words.rfind(" "), 1)


def _leads(release: Release, legend: Passage) -> Iterator[tuple[int, int]]:
    """Where the words that lead to a topic begin and end, for every lead that introduces a topic and nothing else."""
    folded = release.folded
    for wording, back in ((ABOUT, 0), (INCLUDING, _BACK)):
        for lead in wording.finditer(folded, legend.start, legend.end):
            at = lead.end()
            since = _sentence_start(folded, max(legend.start, lead.start() - back), lead.start())
            if any(RISKY.finditer(folded, since, at)) or NOTHING.match(folded, at, legend.end):
                continue
            start = _word_start(folded, max(lead.start(), at - _LEAD))
            yield start, at


def _sentence_start(folded: str, low: int, at: int) -> int:
    """The start of the sentence that holds `at`, looking back no further than `low`."""
    return max(low, folded.rfind(". ", low, at) + 1)


def _word_start(folded: str, at: int) -> int:
    """`at`, or the start of the next word when it falls inside one."""
    if at == 0 or folded[at - 1] == " ":
        return at
    gap = folded.find(" ", at, at + 40)
    return at if gap < 0 else gap + 1
