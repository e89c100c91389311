"""Legend of a stock deal

What it looks for
    In a release on an agreed merger in which holders of a public company receive stock, in one that says that a Form
    S-4 or F-4 is or will be filed, and in one filed under Rule 425 itself: the words that send them to the registration
    statement and proxy statement/prospectus, say that these are free at the SEC's site, and which can be had from the
    companies ("Additional Information and Where to Find It").

Why
    Communications before a registration statement are offers unless Rule 165 shelters them: 17 CFR 230.165(c)(1) asks
    for a prominent legend urging investors to read the documents because they contain important information, and
    telling that they are free. They are filed under Rule 425.

How to fix
    Consider adding: Investors are urged to read the registration statement and proxy statement/prospectus when they
    become available because they will contain important information. They may be obtained free of charge at
    www.sec.gov.

When it stays silent
    For deals in cash, deals that are closed, ended or registered by an effective statement, deals on which no
    shareholder votes, an exchange of notes for notes, and before 24 January 2000.
    Found without the words that the documents are free, it is weak.

Met
    Shareholders are urged to read the proxy statement/prospectus when it becomes available. Free copies may be obtained
    at www.sec.gov.

Missing
    Lumora and Skep agreed to merge; Skep stockholders, who will vote in May, receive 0.5 shares of Lumora common stock
    for each share.
"""

from __future__ import annotations

from checker.dated_law import MERGER_LEGENDS_FROM
from checker.phrases import Wording
from checker.rules.neighbours.wording import announced, is_done
from checker.types import Authority, Finding, Found, NotApplicable, Passage, Reading, Rule

STOCK = Wording(
    r"(?:all-stock|stock-for-stock|all-share|cash-and-stock|stock-and-cash|exchange ratio)",
    r"shares? of [^.!?]{0,60}?(?:common stock|ordinary shares|stock) for (?:each|every)",
    r"[0-9]\.[0-9]{2,5} (?:of a )?(?:shares?|ordinary shares|adss?)",
)
VOTE = Wording(
    r"(?:approval|vote|approved|adoption|adopted) (?:by|of) (?:[a-z'\",]+ ){0,8}?(?:share|stock)holders",
    r"(?:share|stock)holders?['\"]? (?:of (?:[a-z]+ ){1,6})?(?:vote|approval|approvals|approve|meeting)",
    r"(?:registration statement on )?form [sf]-4",
    r"joint proxy statement",
)
REGISTERED = Wording(
    r"filed (?:[a-z0-9.,&'-]+ ){1,12}?(?:pursuant to|under) rule 425",
    r"(?:will|shall|intends? to|plans? to|expects? to|to be|has|have) (?:[a-z]+ ){0,3}?file[sd]?"
    r"(?:[^.!?]|u\.s\.){0,200}? registration statement on form [sf]-4",
    r"registration statement on form [sf]-4 (?:[^.!?]|u\.s\.){0,120}?(?:to be|has been|was) filed",
)
"""The stock of a deal is being registered, or what is said of it is filed under Rule 425: no other sign is needed."""

NOTES = Wording(r"(?:senior|exchange|outstanding|new|subordinated|convertible|registered) notes|debentures")
"""An exchange of notes is registered on the same form, and is no business combination."""

READ = Wording(
    r"(?:urged?|urges|encouraged?|advised?|should|recommended|requested|invited|strongly) (?:[a-z,]+ ){0,6}?read"
    r" [^.!?]{0,200}?"
    r"(?:registration statement|prospectus|proxy statement|offer documents?|when (?:it|they) becomes? available)",
    r"(?:should|urged to|encouraged to|advised to) read (?:it|them|these documents|those documents|the documents)",
)
FREE = Wording(
    r"free of charge|without charge|free cop(?:y|ies)|(?:for|obtain[^.!?]{0,60}?) free|free from|at no (?:cost|charge)"
)
NEAR = 1000
"""Characters before a passage in which its sentence begins."""

STOCK_REACH = 6000
"""Characters in which the consideration of a deal is told."""


def find(reading: Reading) -> Found | NotApplicable:
    if reading.release_date and reading.release_date < MERGER_LEGENDS_FROM:
        return NotApplicable(reason="released before Rule 165(c)")
    registered = tuple(p for p in REGISTERED.within(reading) if not _is_of_notes(reading, p))
    deal = announced(reading) or (() if is_done(reading) else registered)
    if not deal:
        return NotApplicable(reason="no pending merger for stock announced")
    spac = any(c.kind == "spac" for c in reading.contexts)
    top = (reading.release.passage(0, min(STOCK_REACH, len(reading.release.text))),)
    stock = STOCK.within(reading, top)
    if not (stock or registered or (spac and VOTE.within(reading))):
        return NotApplicable(reason="no pending merger for stock announced")
    if not VOTE.within(reading):
        return NotApplicable(reason="no vote of shareholders and no registration of the stock is told")
    read = READ.within(reading)
    if not read:
        return Found(related=(*deal[:1], *stock[:1]))
    if not FREE.within(reading):
        return Found(findings=tuple(Finding(passages=(p,), note=NOT_FREE, grade="not-free") for p in read))
    return Found(findings=tuple(Finding(passages=(p,)) for p in read))


def _is_of_notes(reading: Reading, registered: Passage) -> bool:
    sentences = reading.release.sentences_in(max(0, registered.start - NEAR), registered.end)
    around = [s for s in sentences if s.overlaps(registered)]
    return bool(NOTES.within(reading, around))


NOT_FREE = "nothing says that the documents are free of charge"

RULE = Rule(
    id="offer-legend",
    title="Legend of a stock deal",
    authority=Authority(tier="rule", source="Securities Act Rules 165(c)(1), 425; 17 CFR 230.165, 230.425"),
    expect="present",
    severity={"full": "warning", "practice": "warning", "statute": "warning"},
    grades={"not-free": {"full": "note", "practice": "note", "statute": "note"}},
    advice="Consider adding: Investors are urged to read the registration statement and the proxy statement/prospectus "
    "when they become available because they will contain important information. They may be obtained free of charge "
    "at www.sec.gov.",
    find=find,
)
