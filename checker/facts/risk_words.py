"""The usual vocabulary of risk: words of six letters and more that factors of many issuers use.

Counted in the legends of training releases: every word that stands in the factors of at least four different legends.
A factor made of these alone says nothing of its issuer.
"""

from __future__ import annotations

USUAL = frozenset(
    """
    ability acceptable acceptance accepted access accidents accounting achieve acquire acquired acquisition
    acquisitions across actions activities actual additional adequate adoption advances adverse adversely
    advertising affect affected affecting against agreement agreements amount announcement anticipated applicable
    application applications approval approvals arising assets associated attract authorities availability available
    benefits between beyond bodies border brands breaches business businesses capabilities capacity capital
    catastrophic caused certain challenges change changes changing charges claims climate clinical closing commerce
    commercial commercialization commission commodity common companies company compete competition competitive
    competitors complete completed completion complex compliance comply components computing concern concerns
    condition conditions conflict conflicts connection constraints construction consumer continue continued
    contracts control controls corporate countries coverage credit crises currency current customer customers
    cybersecurity decisions defects definitive delays demand dependence described develop developing development
    developments difficulties dilution disasters dispositions disputes disruption disruptions distribution
    divestitures domestic downturn earnings economic economy effect effective effectively effects efforts emerging
    employees energy enterprise environment environmental environments epidemics equipment equity errata events
    evolving except exchange execute execution existing expand expansion expectations expected expenditures expenses
    exploration export extent facilities factors failure failures favorable features federal filings financial
    financing fiscal fluctuations forecasts foreign forward funding future general generally generate generation
    geopolitical global globally governing government governmental growth hazards health identify impact impacts
    impairments implement import imposed improvements inability incidents including increased increases increasing
    indebtedness industries industry inflation inflationary information infrastructure inherent initiatives
    instability instituted integrate integration intellectual intended interest internal international internet
    interpretations interruptions investigations investment investments investors involving issued issues
    jurisdictions labour larger legislation levels liabilities liability licenses limitations limited liquidity
    listing litigation looking losses macroeconomic maintain maintaining making manage management managing manner
    manufacture manufacturing market marketing markets material matters measures metals middle milestones mining
    mitigate movements nasdaq national natural nature necessary needed obligation obligations obtain obtained
    obtaining occurrence offering offerings ongoing operate operates operating operational operations opportunities
    options organization otherwise outcome outside pandemic pandemics particularly parties partners partnerships
    patent patents patterns payments pending perform performance permits personnel planned platform policies policy
    political portfolio possibility possible potential pressures prevent prices pricing privacy problems proceedings
    proceeds process producing product production products program programs projected projections projects
    pronouncements properties property proposed protect provide providers public quality ratings reactions realize
    reasonable receive recent reflect regarding regional regulation regulations regulatory reimbursement related
    relating relationships release reliance reports reputation required requirements research resolution resources
    respect response restrictions restructuring result resulting results retain revenue revenues revise rights
    rising russia safety sanctions secure securities security service services setting shareholder shortages
    significant skilled social sources spending standards statements states strategic strategies strategy studies
    subject subsequent subsidiaries success successful successfully suppliers supply synergies system systems
    tariffs technological technologies technology tensions terrorist thereof threats through timely timing
    transaction transactions trends trials ukraine unable unanticipated uncertainties uncertainty undertakes
    unexpected unforeseen united unrest update valuation variations various vendors ventures volatility
    vulnerabilities weather whether within without working
    """.split()  # noqa: SIM905
)
