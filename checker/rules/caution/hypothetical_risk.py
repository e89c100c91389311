"""Risk that may have happened

What it looks for
    A risk that the legend words as possible and that the same release reports as having happened: "a breach of our
    systems could …" beside "we detected unauthorized access", "failure to satisfy the listing requirements" beside a
    notice of deficiency. Both passages are shown; whether they speak of the same thing is for a person.

Why
    Caution that something may happen, when it has, may mislead: In re Harman, 791 F.3d 90 (D.C. Cir. 2015); In re
    Facebook, 87 F.4th 934 (9th Cir. 2023). A risk factor that did not claim the event had never happened was no
    misstatement in City of Hialeah v. Peloton, 153 F.4th 288 (2d Cir. 2025).

How to fix
    When it is the same thing, consider saying in the factor what has happened and what may still follow ("the breach
    that we detected in May, and further ones, could …").

When it stays silent
    When the factor speaks of "continued", "further", "ongoing", "current" or "the" event, or names it by what the body
    calls it; for routine movements of rates and prices; when the body speaks of it as possible, past and over, or as
    somebody else's. It never fails a gate.

Silent
    We detected unauthorized access in May. Risks include further effects of the May incident on our systems.

Found
    We detected unauthorized access to our systems in May. Risks include breaches of our information systems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.overlaps import Overlaps
from checker.types import Authority, Factor, Finding, Found, NotApplicable, Passage, Reading, Rule

_WE = r"(?:we|the company|our|its|it|management)"

EVENTS: dict[str, tuple[str, str]] = {
    "a security incident": (
        r"cyber|data breach|security breach|breach(?:es)? of|security incident|hacking|unauthorized access|ransomware",
        r"(?:detected|identified|discovered|experienced|suffered|became aware of|subject to|responding to)"
        r" [^.;!?]{0,60}?(?:unauthorized (?:access|activity|party)|cyber-? ?(?:security )?(?:attack|incident|issue"
        r"|event)"
        r"|ransomware|data breach|security (?:incident|breach))",
    ),
    "a refusal or hold by the regulator": (
        r"(?:approval|clearance|fda|regulatory|clinical trials?)[^.;!?]{0,80}|hold|complete response",
        r"(?:received|issued|placed|imposed)[^.;!?]{0,60}?(?:complete response letter|(?:full |partial )?clinical hold"
        r"|refus(?:al|e)-to-file)",
    ),
    "a recall": (
        r"recalls?|product (?:safety|liability|quality|defects?)",
        r"(?:announced|initiated|conducting|issued|expanded|began) (?:a |an |the |its )?(?:voluntary |nationwide "
        r"|product )*recall",
    ),
    "doubt about going concern": (
        r"going concern",
        r"substantial doubt[^.;!?]{0,60}?(?:exists|going concern)|raises? substantial doubt",
    ),
    "a notice from the exchange": (
        r"listing|delist|nasdaq|nyse",
        rf"(?:{_WE}|corp\.?|inc\.?|ltd\.?)[^.;!?]{{0,40}}? received (?:a |an )?(?:[a-z]+ ){{0,4}}?(?:notice"
        rf"|notification|letter|determination)"
        r"[^.;!?]{0,120}?(?:nasdaq|nyse|listing|minimum bid|not in compliance)",
    ),
    "a default": (
        r"default|covenants?|comply with (?:the terms of )?(?:our|its) (?:debt|credit|loan)",
        r"(?:(?:was|were|is|are) (?:not )?in (?:default|breach|compliance with)[^.;!?]{0,60}?(?:covenant|loan|credit"
        r"|notes)"
        r"|event of default (?:has |had )?occurred|received (?:a )?notice of default)",
    ),
    "the end of a deal": (
        r"(?:merger|transaction|acquisition|combination)[^.;!?]{0,60}(?:terminat|not be|fail|delay)|termination of "
        r"(?:the )?merger",
        r"(?:have|has) (?:mutually )?(?:agreed to terminate|terminated) (?:the|their|its) (?:[a-z]+ ){0,3}?(?:merger"
        r"|transaction"
        r"|acquisition|business combination) agreement",
    ),
    "the loss of a customer": (
        r"loss of (?:a |any |one or more |our |its |key |major |significant )*(?:customer|contract)"
        r"|customers?[^.;!?]{0,40}(?:terminat|cancel)",
        r"(?:largest|major|significant|key) customer[^.;!?]{0,40}? (?:terminated|cancelled|canceled|ended|did not "
        r"renew|has notified)",
    ),
    "a stoppage": (
        r"strikes?|work stoppages?|labor (?:disputes?|disruptions?|unrest)|labour disputes?",
        r"(?:employees|workers|union)[^.;!?]{0,60}?(?:went|are|began|have been) (?:on )?(?:a )?strike|work stoppage "
        r"(?:began|at our)",
    ),
    "a claim or an inquiry": (
        r"litigation|legal proceedings|lawsuits?|investigations?|regulatory (?:actions?|inquir)",
        rf"(?:{_WE}[^.;!?]{{0,40}}? (?:received a subpoena|(?:was|were|has been|have been) (?:named (?:as )?(?:a "
        rf")?defendants?|sued)|(?:is|are) "
        rf"(?:a defendant"
        r"|cooperating with)))|(?:complaint|lawsuit|class action) (?:was|has been) filed against (?:us|the company)",
    ),
    "trials that did not succeed": (
        r"(?:trials?|studies|data|results)[^.;!?]{0,60}(?:may|could|might|will) not|results of (?:earlier|preclinical"
        r"|clinical)",
        r"(?:did not|failed to) (?:meet|achieve|reach) (?:its|the|statistical) (?:[a-z-]+ ){0,3}?(?:endpoint"
        r"|significance)",
    ),
    "tariffs that weigh": (
        r"tariffs?|trade (?:polic|war|restrictions)",
        r"tariffs? (?:have |has |had )?(?:increased|reduced|hurt|lowered|weighed|negatively impacted|adversely "
        r"affected|impacted)"
        r" (?:our|its|gross|margins?|costs?|results|the company)|(?:impact|effect|headwind)s? (?:of|from) (?:[a-z]+ "
        r"){0,2}?tariffs?"
        r" (?:was|were|of \$|reduced|lowered)",
    ),
    "supply that failed": (
        r"supply|suppl(?:y chain|iers?)|shortages?",
        r"(?:due to|because of|impacted by|affected by|constrained by|limited by|hampered by|as a result of) "
        r"(?:[a-z]+ ){0,3}?"
        r"(?:supply[- ](?:chain )?(?:constraints?|disruptions?|shortages?|challenges|issues)|(?:component|parts"
        r"|material|labor) shortages?)",
    ),
}
"""What has happened: the factor that words it as possible, and the body that reports it, on folded text."""

ALREADY = (
    r"(?<![a-z])(?:continu\w*|further|ongoing|on-going|current|currently|additional|existing|pending|recent\w*"
    r"|previous\w*|again"
    r"|remain\w*|subsequent|(?:this|the) (?:or|incident|recall|breach|notice|lawsuit|strike|hold|letter)|outcome of"
    r"|resolution of"
    r"|resolv\w*"
    r"|our response|regain\w*|remediat\w*|defen\w*|as a result of the|resulting from the|future)(?![a-z])"
)
"""A factor with such a word knows that it has happened."""

NOT_OURS = (
    r"(?<![a-z])(?:could|(?<!in )may(?! [0-9]|[.,])|might|would|if|prevent\w*|protect\w*|helps?"
    r"|solution|customers'|competitors?|industry"
    r"|others|previously"
    r"|resolved|dismissed|settled|regained|lifted|no longer|avoid\w*|in the past|not (?:been|received"
    r"|experienced))(?![a-z])"
)
"""A sentence with such a word reports a possibility, somebody else's event, or one that is over."""


_BEFORE = 12
"""Characters before a factor in which "further" may stand: it is no part of the factor."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when first asked for: what reports an event matters only where a factor words it as possible."""
    return re.compile(pattern)


def find(reading: Reading) -> Found | NotApplicable:
    if not reading.factors:
        return NotApplicable(reason="the legend names no factors")
    return Found(findings=tuple(_findings(reading)))


def _findings(reading: Reading) -> Iterator[Finding]:
    for what, (risk, fact) in EVENTS.items():
        factors = [f for f in reading.factors if _is_hypothetical(reading, f, _compiled(risk))]
        reports = tuple(_reports(reading, _compiled(fact))) if factors else ()
        if reports:
            note = f"{what}: worded as possible in the legend, and perhaps reported as having happened. The same thing?"
            yield Finding(passages=tuple(factors[:1]), related=reports[:1], note=note)


def _is_hypothetical(reading: Reading, factor: Factor, risk: re.Pattern[str]) -> bool:
    folded = reading.release.folded
    since = max(0, factor.start - _BEFORE)
    return bool(risk.search(folded, factor.start, factor.end)) and not _compiled(ALREADY).search(
        folded, since, factor.end
    )


def _reports(reading: Reading, fact: re.Pattern[str]) -> Iterator[Passage]:
    folded = reading.release.folded
    in_legends = Overlaps(reading.legends)
    for match in fact.finditer(folded):
        sentence = reading.release.sentence_at(match.start())
        if sentence is None or in_legends.with_any(sentence):
            continue
        if not _compiled(NOT_OURS).search(folded, sentence.start, sentence.end):
            yield sentence


RULE = Rule(
    id="hypothetical-risk",
    title="Risk that may have happened",
    authority=Authority(tier="case", source="In re Harman, 791 F.3d 90 (D.C. Cir. 2015); In re Facebook, 87 F.4th 934"),
    expect="judged",
    severity={"full": "note", "practice": "note", "statute": "note"},
    requires=("legend-present",),
    advice="When it is the same thing, consider saying in the factor what has happened and what may still follow.",
    find=find,
)
