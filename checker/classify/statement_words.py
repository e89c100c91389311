"""The words of a sentence as the statement finder sees them, and what kinds of words they are.

A kind of word ("speaker", "expectation", "event") makes one habit of speech out of many spellings, so that weights
learned from some issuers hold for others. The tables give kinds; which of them speak for or against a
forward-looking statement is learned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

KINDS: dict[str, str] = {
    "us": "we our us ours ourselves i my me i'm we're we've i've",
    "issuer": "company company's companies corporation corp inc inc's management board partnership trust fund bank "
    "group firm team ceo chairman president parties subsidiary subsidiaries llc ltd plc acquirer parent startup",
    "others": "customers users patients consumers clients analysts government industry market markets experts "
    "investors businesses organizations people individuals they their them governments regulators world "
    "researchers families students travelers visitors developers employees",
    "you": "you your yours yourself reader readers",
    "it": "it its this these that which he she his her",
    "expect": "expect expects expecting expectation expectations anticipate anticipates anticipating foresee "
    "foresees envision envisions envisioned predict predicts predicted",
    "expected": "expected anticipated estimated projected forecasted forecast targeted scheduled slated planned "
    "proposed intended",
    "estimate": "estimate estimates estimating project projects projecting forecasts forecasting projection "
    "projections guidance outlook assumes assuming assumption assumptions",
    "believe": "believe believes confident confidence optimistic hope hopes hopeful hoping convinced excited "
    "believing feel feels think thinks encouraged",
    "plan": "plan plans planning intend intends intending intention intent aim aims aiming aimed seek seeks "
    "seeking strive strives endeavor target targets targeting propose proposes",
    "goal": "goal goals objective objectives strategy strategic vision mission roadmap ambition ambitions "
    "milestone milestones initiative plan's pipeline",
    "placed": "positioned poised ready prepared positions positioning committed dedicated determined focused "
    "pledged vowed track schedule",
    "forward": "forward",
    "looking": "look looks looking",
    "will": "will shall 'll we'll it'll they'll i'll won't he'll",
    "would": "would could might",
    "may": "may can cannot",
    "should": "should must",
    "ahead": "future upcoming next coming forthcoming soon later ahead tomorrow eventually ultimately shortly "
    "near-term long-term prospective pending going long-range horizon",
    "chance": "potential potentially opportunity opportunities prospects possibility possible likely promising "
    "promise promises",
    "until": "until once when upon subject if unless",
    "by": "by before within during through",
    "reaffirm": "reaffirm reaffirms reaffirmed reaffirming reiterate reiterates reiterated reiterating raises raising "
    "maintains maintaining maintained",
    "issue": "updates updated narrows lowers issues provides",
    "continue": "continue continues continuing remain remains remaining further continued",
    "event": "host hosts hosting webcast webcasts replay conference teleconference dial booth attend attending "
    "attendees exhibit exhibiting listen archived register registration tickets ticket invited presentation "
    "audience webinar keynote panel showcase showcasing symposium summit speaker speakers session sessions meeting "
    "congress expo festival concert tour doors celebration ceremony podcast panelist livestream rsvp seminar "
    "workshop fireside premiere celebrate event events venue forum tradeshow exhibition "
    "present presenting featuring feature poster prize "
    "prizes scholarship "
    "applications winner winners exhibitors pavilion",
    "clock": "pm et pt est edt cst cdt pst pdt gmt utc noon eastern pacific",
    "dividend": "dividend dividends payable record shareholders holders stockholders distribution",
    "money": "revenue revenues earnings eps ebitda sales margin margins income cash capex expenditures expenses "
    "profit profitability tax rate cost costs savings synergies bookings accretive dilutive growth yield "
    "production",
    "unit": "million billion thousand percent basis points ounces barrels tons tonnes mw gw gwh per",
    "between": "between approximately range least up about over nearly roughly excess from to",
    "deal": "close closing closes complete completion consummate consummated consummation acquisition merger "
    "transaction financing offering proceeds agreement approval approvals regulatory customary conditions acquire "
    "merge divest sale purchase",
    "start": "launch launches launching release begin begins beginning start starts starting commence commences "
    "open opens opening roll rollout introduce introduces unveil initiate initiates debut arrive available",
    "make": "become becomes enable enables allow allows help helps provide bring brings create creates deliver "
    "delivers support supports drive drives build builds offer offers give gives ensure ensures make makes lead "
    "leads expand expands accelerate accelerates increase increases grow grows enhance enhances improve improves "
    "strengthen strengthens unlock reshape transform achieve benefit generate generating result add reach serve "
    "play require advance advances explore pursue develop develops capture maximize meet",
    "past": "was were had did been announced reported increased decreased achieved completed received signed "
    "launched grew rose fell declined generated totaled compared ended became began won raised entered delivered "
    "led made took came went founded established joined served named acquired expanded",
    "present": "is are has have am",
    "said": "said says commented stated added noted explained remarked concluded according",
    "not": "not no never without neither nor don't doesn't",
    "designed": "designed built engineered developed created used",
    "trial": "trial trials study phase enroll enrollment dosing data readout topline fda nda bla ind clinical "
    "submission submit drilling drill exploration resource feasibility mine construction",
    "law": "statements risks uncertainties differ materially solicitation gaap sec securities disclaimer disclaims "
    "obligation factors assurance guarantee liability sponsored endorsement",
    "page": "visit click follow www http https com contact email info learn read please subscribe tel phone fax",
    "period": "quarter year years month months fiscal half q1 q2 q3 q4 fy weeks week days decade annual annually",
    "month": "january february march april june july august september october november december spring summer fall "
    "winter autumn jan feb mar apr jun jul aug sep sept oct nov dec",
    "day": "monday tuesday wednesday thursday friday saturday sunday today tonight weekend",
    "role": "appointed appointment joins report reporting oversee responsible role elected succeed",
    "than": "than as versus",
}
"""Words by kind. No word is of two kinds."""

LATEST_YEAR = 2100

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*|[%$?:…]")
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def kind_of_word() -> dict[str, str]:
    """The kind of each word in the tables."""
    found: dict[str, str] = {}
    for kind, words in KINDS.items():
        for word in words.split():
            found[word] = kind
    return found


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? {1,3}\d{1,2},? {1,3}((?:19|20)\d\d)(?!\d)"
    )


def own_year(folded: str) -> int:
    """The year the release speaks in: of its first full date, else the latest year it names; 0 when none."""
    if dated := _dateline().search(folded):
        return int(dated[1])
    return max((int(y) for y in _YEAR.findall(folded) if int(y) < LATEST_YEAR), default=0)


def tokens_of(text: str, year: int) -> list[str]:
    """Lower-case words; years by whether they lie ahead, other numbers evened out, names in running text as <name>."""
    raw = WORD.findall(text.replace("’", "'"))
    known = kind_of_word()
    is_title = 2 * sum([w[0].isupper() for w in raw]) > len(raw)
    found: list[str] = []
    for i, word in enumerate(raw):
        if word[0].isdigit():
            found.append(_number(word, year))
            continue
        low = word.lower()
        if i and not is_title and word[0].isupper() and low not in known:
            low = "<name>"
            if found[-1] == low:
                continue
        elif found and found[-1] in _MEASURES and known.get(low) == "expected":
            found[-1] = "<than expected>"  # looks back on an expectation
            continue
        found.append(low)
    return found


_MEASURES = frozenset(("than", "as"))


def _number(word: str, year: int) -> str:
    bare = word.rstrip(".,")
    if len(bare) != 4 or not _YEAR.fullmatch(bare):
        return "0"
    if not year:
        return "<year>"
    value = int(bare)
    return "<later>" if value > year else "<this year>" if value == year else "<earlier>"


def kinds_of(words: Sequence[str]) -> list[tuple[int, str]]:
    """The kinds of the words that have one, with their places."""
    known = kind_of_word()
    found = []
    for i, word in enumerate(words):
        kind = known.get(word)
        if kind is not None:
            found.append((i, kind))
        elif word[0] == "<":
            found.append((i, word))
    return found
