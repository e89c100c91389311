"""The vocabulary of factors that any issuer could name: economy, competition, markets, law in general.

A factor made of these words alone says nothing of the business, the product, the deal or the regulator at hand:
"general economic conditions", "changes in regulations", "our ability to obtain financing". Courts call a list of such
factors boilerplate (In re Vivendi, 838 F.3d 223, 2d Cir. 2016; In re Harman, 791 F.3d 90, D.C. Cir. 2015). Any other
word ("permits", "freight", "cannabis", "the offering") is taken to say something of the issuer: the table is kept small
on purpose, so that a list is called generic only when there is no doubt.
"""

from __future__ import annotations

import re

_CONNECTING = """
    a about above after against all also an and any are as at be been before between both but by can could do
    does each etc for from had has have if in inability including into is it its itself may might more most no
    not of on or other others otherwise our out over per so some such than that the their them then there
    thereof these they this those through thus to under up upon us we what when where whether which while who
    will with within without would changed able about due among among along beyond across based during given
    like same various certain many numerous several additional further general generally broad broader overall
    current currently existing future new ongoing continued continuing possible potential potentially unexpected
    unanticipated unforeseen unfavorable unfavourable adverse adversely significant significantly material
    materially substantial sufficient adequate acceptable reasonable favorable successful successfully effective
    effectively rapid rapidly timely increased increasing intense intensity related relating
    regarding concerning associated inherent attributable resulting respect connection terms manner time times
    basis degree extent level levels nature kind type types
"""
_HAPPENING = """
    ability achieve achieving acquire acting action actions activity activities affect affected affecting
    affects attract availability available become change changes changing compete complete conduct continue
    cause challenge challenges concern concerns decline declines decrease deterioration delay delays depend
    dependence depends develop developed developing development developments difficulty difficulties downturn
    downturns effect effects event events execute execution executing expand expansion expectation expectations
    factor factors fail failure failures fluctuate fluctuation fluctuations fund gain generate grow growing
    growth hire hiring impact impacts implement implementation implementing improve increase increases influence
    instability issue issues lack limited limitation loss losses maintain maintaining manage management managing
    meet movement movements need needs obtain obtaining occur occurrence operate operating operation operational
    operations outcome outcomes perform performance possibility pressure pressures problem problems pursue raise
    raising reaction reactions receive reduction reliance rely response result results retain retaining rise
    risk risks secure shift shifts slowdown slowdowns state status success trend trends uncertain uncertainties
    uncertainty unable use variation variations volatility weakness
"""
_THINGS = """
    business businesses capital cash client clients company companies competing competition
    competitive competitor competitors condition conditions considerations consumer consumers consumption costs
    cost country credit customer customers cycles demand economic economies economy employees environment
    environments equity events execution expenses executive executives finance financial financing financings
    firms funding funds global globally governmental government governments growth habits income industry
    industries inflation inflationary international investor investors investment
    jurisdictions key larger law laws legal legislation legislative legislature liquidity local macroeconomic
    market marketplace markets marketing money national objectives opportunities organization our own partner
    partners people personnel plan plans policies policy political position practices preferences price prices
    pricing product products profitability profits projections proposal prospects public purchasing qualified
    rates regional regulation regulations regulator regulators regulatory resources revenue revenues rules sales
    sector securities segment sentiment service services skilled share social spending stability stock
    strategies strategy strategic systems talent tax taxes technological technologies technology trading trends
    world worldwide domestic foreign geopolitical unrest terrorist terrorism war wars epidemic epidemics
    pandemic health acceptance innovation innovations obsolescence recession debt dilution
    stockholders shareholders providers accounting principles standards interpretation interpretations
    litigation lawsuits proceedings claims catastrophic unusual department
    judgement judgment project projects disruption disruptions compliance access rate expected anticipated model
    models goals initiatives specific particular historical similar
"""
_GENERIC = frozenset(f"{_CONNECTING} {_HAPPENING} {_THINGS}".split())
_WORD = re.compile(r"[a-z]+(?:'s)?")


def is_generic(folded: str) -> bool:
    """Whether every word of a factor is one that any issuer's factors are made of."""
    return all(_is_anybodys(word.removesuffix("'s")) for word in _WORD.findall(folded))


def _is_anybodys(word: str) -> bool:
    return len(word) < _SHORTEST or word in _GENERIC or (word[-1] == "s" and word[:-1] in _GENERIC)


_SHORTEST = 3
"""Letters below which a word is a particle or the mark of a list."""
