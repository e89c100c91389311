"""Cautions told in running sentences: risks that stand in no list of factors.

"There can be no assurance that the merger will close", "our trials may be delayed", "the launch depends on FDA
clearance", "subject to the approval of stockholders". A legend may say all that it says in this way, and a statement
may carry its own condition: both caution about their subjects, and the matrix of topics (`facts.coverage`) counts
them. They are no factors of a list and are not counted among these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.facts.topics import topics_of_factor
from checker.overlaps import Overlaps
from checker.phrases import Wording, gap, one_of
from checker.types import Factor, Passage, Release

LONGEST = 900
"""Characters of a sentence that can be one caution; what is longer is a page run together."""

NO_ASSURANCE = Wording(
    r"(?:no|not|nor|never|cannot|can't) (?:[a-z]+ ){0,4}?(?:assurances?|assured|assure|guarantees?|guaranteed|certainty"
    r"|certain) (?:that|of|as to|when|whether|if|regarding|with respect to)",
    r"(?:be|is|are) no (?:assurances?|guarantees?|certainty)",
)
CONDITION = Wording(
    r"subject to (?:[a-z,'-]+ ){0,8}?(?:conditions?|approvals?|satisfaction|completion|receipt|consents?|clearances?"
    r"|execution|negotiation|financing|funding|availability|review|due diligence|regulatory|final|definitive)",
    r"(?:conditional|conditioned|contingent|dependent|depends?|depending) (?:up)?on",
    r"(?:if|once|when) (?:and (?:if|when) )?(?:approved|awarded|funded)|if successful|pending (?:[a-z]+ ){0,4}?"
    r"(?:approvals?|clearance|funding|financing|completion|authorization)",
)
MAY_FAIL = Wording(
    r"(?:may|might|could|can|will|would) (?:also |still |ever )?(?:not|never) (?:[a-z]+ ){0,3}?(?:be|receive|obtain"
    r"|achieve|succeed|realize|complete|close|occur|materiali[sz]e|meet|have|generate|develop|prove|continue|result)",
    rf"(?:may|might|could|can|would) {gap(60)}(?:delay(?:ed|s)?|fail|harm|harmed|adversely|prevent|disrupt(?:ed)?"
    r"|terminated|impair(?:ed)?|suffer|lose|reduce|decline|decrease|materially|negatively|volatile|suspended)",
    r"(?:be|become|if we are|are|is) unable to|inability to|failure (?:to|of)|fails? to|if we do not|unless",
    r"risks? (?:that|of|associated with|related to|relating to|inherent in)|(?:is|are) (?:highly )?(?:speculative"
    r"|uncertain|risky|unpredictable)|involves? (?:a )?(?:high|significant|substantial) (?:degree|risk|risks)",
)
OF_THE_STATEMENTS = re.compile(
    r"(?:such|these|those|the|our|any|that|its|of) (?:[a-z-]+ ){0,3}?(?:statements?|expectations?|projections?"
    r"|forecasts?"
    r"|assumptions?|estimates|beliefs|goals)\b"
)
"""What is said of the statements themselves is the contrast, and cautions about no subject."""

SIGNAL = Wording(
    one_of(r"""
        words such as | similar (?:words|expressions|terms) | terminology | identified by | identify forward
        forward-looking statements (?:include|are identified)
    """)
)


def find_cautions(release: Release, legends: Sequence[Passage], factors: Sequence[Factor]) -> tuple[Factor, ...]:
    """The sentences that caution about a topic, in order, without those in which a list of factors stands."""
    found = []
    listed, in_legends = Overlaps(factors), Overlaps(legends)
    for sentence in release.sentences:
        if sentence.end - sentence.start > LONGEST or listed.with_any(sentence):
            continue
        at = next(_cautions(release, sentence, in_legends.with_any(sentence)), None)
        if at is None:
            continue
        topics = topics_of_factor(release.folded[sentence.start : sentence.end])
        if topics:
            found.append(Factor(start=sentence.start, end=sentence.end, text=sentence.text, topics=topics))
    return tuple(found)


def _cautions(release: Release, sentence: Passage, in_legend: bool) -> Iterator[int]:
    """Where the words of caution begin. Outside legends only those that deny assurance or tell a condition count."""
    start, end = sentence.start, sentence.end
    if in_legend and any(SIGNAL.finditer(release.folded, start, end)):
        return
    for wording in (NO_ASSURANCE, CONDITION, MAY_FAIL) if in_legend else (NO_ASSURANCE, CONDITION):
        for match in wording.finditer(release.folded, start, end):
            clause = release.folded[match.start() : min(end, match.end() + 60)]
            if not (in_legend and OF_THE_STATEMENTS.search(clause)):
                yield match.start()
