"""What statements and factors are about: the taxonomy, as data that a lawyer can edit.

A topic has an id, a title, phrases, and the topics whose factors speak to it as well (`also`). Phrases are words in
lower case and end with a semicolon. The last word may stand in the plural; `*` stands for any ending of a word; a
hyphen is a space; `~` marks what is enough in a factor or a list of topics, where every word counts, and not in a
statement, where it may be said in passing. Where phrases overlap the longest counts, so that "capital expenditures"
is no matter of capital; what stands in `NOT_TOPICS` counts for nothing. After a change, `pytest tests/test_topics.py`
measures it.

Source of the taxonomy: the subjects on which statements have been litigated for want of tailored caution (Harman,
Slayton, Quality Systems), and those that legends name.
"""

from __future__ import annotations

from checker.records import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of statements and factors. `also`: factors on these topics, too, caution about this one."""

    title: str
    phrases: str
    also: str = ""


TOPICS: dict[str, Topic] = {
    "results": Topic(
        "Guidance and financial results",
        """
        affo; annual results; annual sales; anticipated sales; backlog; bookings; break even; breakeven; cash flow; cash
        flowing; cash flows; cash generation; comparable sales; comparable store; core constant currency; earnings;
        ebit; ebita; ebitda; eps; expects revenue; ffo; financial condition; financial forecast; financial goals;
        financial performance; financial projections; financial results; financial targets; fiscal year results; free
        cash flow; full year; funds from operations; gross margin; gross profit; growth in sales; guidance; higher
        revenue; history of losses; ~income; increase sales; ~losses; ~margin; margins; net income; net loss; net
        profit; net revenue; net sales; operating cash; operating income; operating loss; operating losses; operating
        margin; operating performance; operating profit; operating results; organic growth; organic sales; outlook; per
        diluted share; per share; ~profit; profit margin; profitab*; ~profits; quarterly results; results of operations;
        return on capital; ~revenue; revenue between; revenue growth; revenue guidance; revenue in the range; revenue
        of; revenue stream; revenue to; revenues; royalty revenue; sales forecast; sales growth; sales in; sales volume;
        same store sales; total revenue;
        """,
        also="economy demand competition pricing supply customers currency commodity trade labor growth launch credit "
        "integration",
    ),
    "demand": Topic(
        "Demand and market acceptance",
        """
        ~acceptance of; addressable market; ~adoption of; adoption rate; buying pattern; cagr; compound annual growth;
        consumer acceptance; consumer behavior; consumer confidence; consumer demand; consumer preference; consumer
        spending; consumer taste; consumer trend; customer acceptance; customer adoption; customer interest; customer
        preference; demand; discretionary; expected to be worth; expected to reach; growing demand; growing market;
        increasing demand; lack of acceptance; market acceptance; market adoption; market could; market demand; market
        for; market growth; market is expected; market is projected; market is valued; market opportunit*; market
        penetration; market size; market size growth; market to reach; market valued; market was valued; marketability;
        multi billion dollar market; overall market; ~penetration; ~popularity; projected to grow; projects it to reach;
        rate of adoption; size of the market; size of the markets; tourist; ~traffic; unmet; ~unmet need; user adoption;
        valued the; ~visitors;
        """,
        also="economy competition customers launch",
    ),
    "economy": Topic(
        "Economy, markets and industry in general",
        """
        business conditions; business cycle; business environment; ~capital markets; conditions in our industry;
        conditions in the industry; credit markets; downturn; ~economic; economic conditions; economic downturn;
        economic growth; economic uncertainty; economies; ~economy; equity markets; financial market; financial markets;
        general business; general economic; general industry; general market; housing market; industry conditions;
        industry trend; macroeconomic; market conditions; market factors; market price of the common; market risk;
        market trend; market valuation; market volatility; ~markets; real estate market; recession*; securities markets;
        share price; stock market; stock price; the economy; trading price; ~volatility;
        """,
        also="",
    ),
    "competition": Topic(
        "Competition",
        """
        ~compet*; competitive pricing; ~market leadership; market share; new entrants; rivals;
        """,
        also="economy",
    ),
    "pricing": Topic(
        "Prices and costs",
        """
        competitive pricing; cost increases; ~cost of; cost overrun; ~costs; ~expenses; higher costs; inflation*; input
        costs; occupancy; operating costs; price competition; price increase; price pressure; ~pricing; pricing
        pressure; rate cases; raw material costs; reimbursement; rental rates; rents; rising costs; selling price; third
        party payer; third party payor; tuition; unanticipated expenditures; unexpected expenditures;
        """,
        also="economy competition commodity",
    ),
    "supply": Topic(
        "Supply, manufacture and operations",
        """
        annual capacity; begin production; begin shipping; ~component; contract manufacturer; delivery of products;
        ~disruption; ~distribution channel; distribution network; ~distributor; freight; fulfillment; increase
        production; ~interruption; inventories; ~inventory; ~logistics; ~manufactur*; manufacture several; manufacturing
        capacity; manufacturing expertise; manufacturing facility; manufacturing plant; manufacturing process;
        ~materials; operating efficienc*; ~operational efficiency; outsourc*; ~produce; ~producing; product quality;
        ~production; production capacity; production facility; production ramp; production will; raw material; scale
        production; scale up; shipment; ~shipping; shortage; sole source; supplier; suppliers; ~supply; supply
        agreement; ~supply chain; third party manufacturer; ~transportation; ~vendor; warehouse;
        """,
        also="hazards trade",
    ),
    "trade": Topic(
        "Tariffs and trade",
        """
        cross border trade; ~customs; ~duties; export control; export restriction; ~import; import duties; international
        trade; quotas; sanctions; tariff; trade agreement; trade barrier; trade dispute; trade policies; trade policy;
        trade restriction; trade tension; trade war;
        """,
        also="geopolitics",
    ),
    "labor": Topic(
        "Labour",
        """
        collective bargaining; employee benefit plan; employee relations; employee turnover; headcount; labor; labour;
        layoff; pension; staffing; strike; strikes; union; unions; wage; work stoppage; workforce;
        """,
        also="personnel economy",
    ),
    "deal": Topic(
        "Closing of a deal",
        """
        acquire all; acquisition is expected to close; acquisition is subject to; ~acquisition of; agreed to acquire;
        agreement to acquire; agrees to acquire; anticipated closing; anticipated to close; approval by shareholders;
        approval of shareholders; approval of stockholders; approval of the stockholders; arrangement agreement; asset
        sale; business combination; close in the; close of the transaction; close the acquisition; close the merger;
        close the transaction; ~closing conditions; closing conditions are not met; closing is expected; closing of the
        acquisition; closing of the merger; closing of the transaction; closing of the transactions; ~combined company;
        competing offer; complete the acquisition; complete the merger; complete the proposed; complete the transaction;
        completion of the acquisition; completion of the acquisition of; completion of the asset sale; completion of the
        merger; completion of the transaction; condition to closing; conditions precedent; conditions to closing;
        consummat*; definitive agreement to acquire; definitive agreement to be acquired; definitive agreement under
        which; definitive agreement will; definitive merger agreement; ~divestiture; exchange offer; expected closing;
        expected completion of the merger; expected timing of the; expected to close; following closing; go private;
        letter of intent; merger; merger agreement; merger is; merger is expected to close; merger is subject to; merger
        of; pending acquisition; pending transaction; plan of arrangement; plans to acquire; potential acquisition;
        proposed acquisition; proposed arrangement; proposed combination; proposed merger; proposed transaction;
        ~purchase agreement; sale of the business; satisfy the conditions; scheme of arrangement; ~separation;
        shareholder approval; shareholder vote; signs definitive agreement to; signs loi to acquire; spin off;
        stockholder approval; stockholders approve; strategic merger; subject to stockholder approval; superior
        proposal; take private; tender offer; termination fee; termination of the agreement; to acquire all; to be
        acquired by; transaction is expected to close; transaction is subject to; transaction may not; ~transaction
        related; transaction to close; transaction will close; transaction will not; will acquire; will close;
        """,
        also="",
    ),
    "integration": Topic(
        "Integration and benefits of a deal",
        """
        accretion; accretive; acquired business; acquired businesses; anticipated benefits; benefits from the
        acquisition; benefits may not materialize; benefits of the acquisition; benefits of the merger; benefits of the
        proposed; benefits of the transaction; benefits of the transactions; combined business; combined organization;
        disruption from the transaction; expected benefits; expected synergies; following the acquisition; integrat* of;
        ~integrate; integrate the; ~integrating; integrating the; ~integration; integration of the; integration with;
        potential benefits of the; smooth transition; successful integration; successfully integrate; synerg*;
        """,
        also="deal restructuring",
    ),
    "financing": Topic(
        "Financing and liquidity",
        """
        access to capital; additional capital; additional funding; amount owing; ~balance sheet; borrow*; bridge loan;
        ~capital; capital infusion; capital markets access; capital needs; capital raise; capital requirement; capital
        resources; cash on hand; cash position; cash resources; cash runway; close the offering; closing conditions
        related to the offering; closing of the offering; completion of the offering; convertible notes; cost of
        capital; cost of funds; ~covenants; credit agreement; credit facility; credit line; credit rating; credit
        spread; creditor; ~debt; debt financing; debt rating; deleverag*; dilution; equity financing; equity line;
        financing; financing is subject to; financings; fresh capital; fund its; fund operations; fund the company;
        ~funding; funding will; gross proceeds; growth capital; indebtedness; interest expense; investment of; lender;
        ~leverage; line of credit; ~liquidity; ~loan; net proceeds; ~notes; ~offering; offering is expected to; offering
        is expected to close; offering is subject to; offering will; pay down debt; private placement; ~proceeds; public
        offering; raise additional; raise capital; reduce debt; refinanc*; registered direct; repay; secure capital;
        securing capital; securities offering; senior notes; settlement of the notes; sufficient cash; sufficient to
        fund; term loan; the funding; the offering; this raise; toxic debt; underwriter; underwriters; use of proceeds;
        warrants; working capital;
        """,
        also="currency economy deal",
    ),
    "construction": Topic(
        "Construction, capacity and capital spending",
        """
        assembly line; assembly lines; on time and within budget; on time and on budget; production line; production
        lines;
        additional data centers; begin construction; build a new; build out; building a new; capacity expansion; capital
        expenditure; capital project; capital spending; commissioned; commissioning; construct; construction;
        construction of; cost and timing of projects; ~data center; ~engineering; expand capacity; ~expenditures; fully
        commissioned; generating capacity; in service date; infrastructure project; ~installation; mine construction;
        new data center; new facilities; new facility; new plant; permitting and construction; pipeline project; plant
        construction; project delays; project development; refurbish*; treatment plant; under construction;
        """,
        also="supply approval financing pricing labor",
    ),
    "clinical": Topic(
        "Clinical trials and research",
        """
        adverse events; clinical; clinical trial; cohort; data readout; development candidate; development program;
        ~disease; dosing; drug candidate; drug development; drug discovery; efficacy; endpoint; enrollment; enrolment;
        ind enabling; indication; interim data; investigational; later stage trial; medicine; medicines; nonclinical;
        novel mechanism; oncology; our trial; ~patient; ~patients; payloads; phase 1; phase 1a; phase 1b; phase 2; phase
        2a; phase 2b; phase 3; phase 4; phase i; phase ib; phase ii; phase iia; phase iib; phase iii; pivotal data;
        pivotal phase; pivotal study; pivotal trial; preclinical; product candidate; product candidates; r&d; readout;
        ~research and development; safety and efficacy; safety profile; side effects; stroke; study results;
        therapeutic; therapies; therapy; top line data; top line results; topline; transplantation; ~trial; trial data;
        trial is; trial results; trial will; ~trials;
        """,
        also="approval",
    ),
    "approval": Topic(
        "Regulatory approval, permits and licences",
        """
        510 k; accreditation; antitrust; approval; approval by the regulatory authorit*; approval from; ~approval of
        the; approvals; approvals from; approvals required; approvals will; bla; board shareholder or regulatory
        approvals; breakthrough therapy; ce mark; certification; certifications; ~clearance; ~clearances; ema; exchange
        approval; fast track; fda; food and drug administration; government approval; governmental approval; hart scott
        rodino; health authorit*; hsr; ind; ~licence; ~licences; ~license; license application; ~licenses; licensing
        application; licensure; maa; marketing approval; marketing authorization; medicare number; nda; nda submission;
        obtain a license; orphan drug; pdufa; permit; permit application; permit extension; permits; permitting; pma;
        pre submission; presubmission; priority review; regulatory approval; regulatory approvals; regulatory clearance;
        regulatory delays; regulatory filing; regulatory pathway; regulatory requests; regulatory review; regulatory
        submission; regulatory submissions; required approvals; resubmi*; shareholder or regulatory approval; snda;
        submission to;
        """,
        also="regulation",
    ),
    "regulation": Topic(
        "Law and regulation",
        """
        ~administrative; change in law; ~compliance; congress; deregulation; federal and state; government policies;
        government policy; government regulation; governmental; health care reform; healthcare reform; ~law; ~laws;
        legislation; legislative; new laws; new rules; policies affecting; policy changes; public health authorities;
        public policy; reform; ~regulated; regulation; regulations; regulators; ~regulatory; regulatory changes;
        regulatory environment; regulatory framework; regulatory landscape; regulatory matters; regulatory risk;
        rulemaking; ~rules; ~statutory;
        """,
        also="approval government",
    ),
    "litigation": Topic(
        "Litigation and liability",
        """
        ~appeal; ~appeals; arbitration; ~claims; class action; ~court; harm recipients; indemnif*; inquiries; ~inquiry;
        investigation; judgment; lawsuit; legal action; legal challenge; legal claims; legal matters; legal proceedings;
        legal risks; ~liability; litigation; ~proceedings; product liability; recall; recalls; ~settlement; subpoena;
        """,
        also="",
    ),
    "security": Topic(
        "Data security, systems and privacy",
        """
        breaches; computer system; cyber*; data breach; data protection; data security; ~fraud; hack*; inadequate data;
        information security; information systems; information technology; it systems; network security; outage;
        ~privacy; ransomware; ~secure connectivity; security breach; ~security of; system failure; system interruption;
        """,
        also="technology",
    ),
    "ai": Topic(
        "Artificial intelligence",
        """
        agentic; ai; ai foundation; ai powered; artificial intelligence; generative; large language model; machine
        learning;
        """,
        also="technology regulation",
    ),
    "technology": Topic(
        "Technology and product development",
        """
        advanced robotics; battery materials; develop an; develop highly; develop innovative; develop its technology;
        develop new products; develop our products; develop technology; developing new; development of its products;
        development of new products; development of our products; development of products; development toolkit;
        ~innovat*; innovation capabilit*; joint development; new products and services; new technologies; new
        technology; ~next generation; obsolescence; platform development; product development; product improvement;
        ~product performance; product pipeline; product roadmap; products under development; ~prototype; ~research;
        ~software; software development; ~technical; technical challenges; technical problems; ~technolog*;
        technological change; technologies will; technology development; technology pipeline; ~technology platform;
        technology roadmap; technology will;
        """,
        also="launch competition",
    ),
    "ip": Topic(
        "Intellectual property",
        """
        copyright; exclusive license; freedom to operate; infring*; intellectual property; ip portfolio; license
        agreement; ~licensing of; patent; patent protection; patents; proprietary rights; proprietary technology;
        protect our intellectual; royalty free license; trade secret; ~trademark;
        """,
        also="litigation",
    ),
    "customers": Topic(
        "Customers, orders and contracts",
        """
        advertisers; awarded; ~client; ~clients; ~contract; contract award; contract with; ~contracts; ~customer;
        customer base; customer concentration; customer demand; customer deployments; customer relationship; ~customers;
        deliver the order; ~end users; loss of customers; major customer; ~merchants; multi year contract; new customer;
        new customers; new orders; ~order; orders; policyholder; purchase order; renewals; retain customers; retain the
        merchants; ~retention; sales cycle; significant customer; small number of customers; ~subscriber; ~tenant;
        ~tenants; user growth; ~users;
        """,
        also="demand",
    ),
    "currency": Topic(
        "Exchange and interest rates",
        """
        constant currency; currencies; currency; currency exchange; currency fluctuation; devaluation; exchange rate;
        federal reserve; foreign currency; foreign exchange; foreign exchange translation; hedging; interest rate;
        interest rates; libor; monetary policy; rates of exchange; sofr; yield curve;
        """,
        also="economy",
    ),
    "commodity": Topic(
        "Commodity prices",
        """
        commodities; commodity; commodity price; copper price; crude oil prices; crude price; demand for metals;
        electricity prices; energy prices; fuel cost; fuel price; gas price; gold and other metals; gold and silver
        prices; gold price; lithium price; metal price; metals prices; natural gas prices; oil and gas prices; oil and
        natural gas prices; oil price; power prices; price for gold; price of gold; price of metals; price of natural
        gas; price of oil; price of silver; price of uranium; prices for metals; prices for oil; prices of; prices of
        gold; prices of metals; prices of oil; silver prices; uranium price;
        """,
        also="economy",
    ),
    "climate": Topic(
        "Climate and environment",
        """
        ~carbon; carbon footprint; carbon neutral*; carbon reduction; clean energy; ~climate; climate goals; co2;
        ~contamination; decarboni*; eco friendl*; emission; emissions; energy transition; ~environmental; environmental
        footprint; environmental liabilities; environmental stewardship; esg; ~footprint; greenhouse; hazardous; net
        zero; pollution; recycl*; ~remediation; renewable; ~sustainability; sustainability goal; sustainability target;
        water conservation;
        """,
        also="regulation hazards technology",
    ),
    "launch": Topic(
        "Product launch and commercialisation",
        """
        alcohol brands; ~brands; bring the product to market; bring to market; bringing this; commercial availability;
        commerciali*; comprehensive solution; creating a brand; debut; expand its product; go to market; ~introduce a;
        introduce new; introducing; introduction of; introduction of new products; launch; ~launched; launches;
        launching; market launch; market potential products; new product; new products; new service; new services; our
        brand; product and service; product introduction; product line; ~product lines; product offerings; release a;
        release date; release of its; releasing; roll out; rollout; standalone product; to introduce; ~to market;
        unveil;
        """,
        also="demand competition technology supply approval",
    ),
    "openings": Topic(
        "Openings of stores and sites",
        """
        clinics worldwide; franchise*; ~lease*; new branches; new clinics; new locations; new offices; new restaurants;
        new sites; new store; new stores; open its; open new; open our; opening new; ~opening of; opening up; openings;
        store closing; store closure; store opening;
        """,
        also="growth construction demand economy",
    ),
    "restructuring": Topic(
        "Restructuring and cost savings",
        """
        annual cost savings; annualized savings; bankruptcy; chapter 11; cost cutting; cost optimization; cost
        reduction; ~cost saving; cost saving program; ~cost savings; cost savings program; efficiency program; facility
        closure; plant closure; ~productivity; ~rationalization; realize cost savings; reduce costs; reduce operating
        expenses; reduction in force; ~reorganization; restructuring; restructuring charges; restructuring plan;
        ~streamlin*; ~transformation program; turnaround;
        """,
        also="labor pricing",
    ),
    "payouts": Topic(
        "Dividends and repurchases",
        """
        buy back; buyback; capital return; cash distribution; distribution to unitholders; distributions; distributions
        to shareholders; dividend; dividend policy; dividends; payment to shareholders; repurchase; repurchases; return
        capital; return of capital; share distribution; share repurchase; stock repurchase;
        """,
        also="results financing",
    ),
    "tax": Topic(
        "Tax",
        """
        deferred tax; ~irs; net operating loss; qualified opportunity; tax; tax authorities; tax credit; tax law; tax
        legislation; tax rate; tax reform; tax treatment; taxable; taxation; taxed; taxes;
        """,
        also="regulation",
    ),
    "personnel": Topic(
        "Directors, officers and key people",
        """
        advisory board; appointed; appointment; appointment of; attract and retain; board of directors; bring her; bring
        his; ~ceo; ~chairman; ~chief executive; ~director; ~directors; ~employees; executive board; experience in;
        experience will; experienced management; expertise will; her experience; her expertise; ~hire; ~hiring; his
        experience; his expertise; key employees; key executives; key management; key ~personnel; ~leadership team;
        leadership transition; ~management team; new chief executive; ~officer; personnel; qualified personnel; retain
        key; senior management; service contract; ~skilled; succession; successor; ~talent; will assume; will join; will
        lead; will serve; will succeed;
        """,
        also="labor",
    ),
    "listing": Topic(
        "Listing, trading and going concern",
        """
        continue as a going; continued listing; delist*; exchange listing; form 10 registration; going concern; listing;
        listing requirement; listing standards; market for our common; minimum bid; name change; nasdaq listing;
        national exchange; otcqb; otcqx; penny stock; quoted on; register its common; relevant securities exchange;
        resume trading; reverse split; reverse stock split; securities exchange; shell; stock exchange; stock split;
        ticker; trade under; trading market; trading symbol; trading under; up list*; up listing; uplist; uplist*;
        """,
        also="regulation financing approval",
    ),
    "credit": Topic(
        "Credit quality",
        """
        allowance for; asset quality; borrowers; charge off; charge offs; collateral; credit loss; credit losses; credit
        quality; credit risk; default rate; defaults; delinquenc*; deposit; deposits; loan demand; loan growth; loan
        loss; loan portfolio; mortgage; net interest margin; non performing; nonperforming; underwriting;
        """,
        also="economy currency",
    ),
    "reserves": Topic(
        "Exploration, reserves and output",
        """
        acreage; assay; assays; barrels; boe; claims comprising; ~closure; copper project; core samples; crd; deposit
        type; drill program; drill*; fire assay; drilling; ~explor*; exploration; exploration program; exploration
        right; explore for; feasibility study; geolog*; geophysic*; gold mountain; gold ounces; gold project; ~grade;
        land package; lithium project; metallurg*; ~mine; mine development; mineral resource; mineral*;
        mineralization; mines; mining; mining claims; nsr; oil and gas; oil and natural gas; ore; ~output; photon
        assay; porphyry; preliminary economic assessment; production from; production of gold; ~properties; property
        interests; proved; reserves; resource discovery; resource estimate; ~royalt*; seismic; silver project; tenure;
        tonnage; uranium project; ~well; ~wells;
        """,
        also="commodity approval construction climate",
    ),
    "government": Topic(
        "Government business",
        """
        appropriations; bioshield; defense budget; defense department; department of defense; dod; federal budget;
        federal funding; government agencies; government contract; government contracts; government customers;
        government funding; government organization; government organizations; government shutdown; government spending;
        grant; grants; medicaid; medicare; military; sovereign;
        """,
        also="regulation customers",
    ),
    "pandemic": Topic(
        "Pandemic and public health",
        """
        coronavirus; covid; covid 19; epidemic; health crises; infectious; outbreak; pandemic; public health;
        """,
        also="hazards",
    ),
    "geopolitics": Topic(
        "War, politics and business abroad",
        """
        armed conflict; civil unrest; ~conflict; ~conflicts; countries in which; expropriation; foreign countries;
        foreign jurisdictions; foreign operations; geopolitical; hamas; hostilities; international business;
        international conflict; international markets; international operations; ~israel; middle east; military action;
        operating abroad; political; political instability; russia; social uncertainties; taiwan; terroris*; ukraine;
        unrest; ~war; ~wars;
        """,
        also="trade economy",
    ),
    "partners": Topic(
        "Partners and collaborations",
        """
        alliance; co development; co marketing; collaborat*; counterparties; counterparty; dependence on third;
        development partner; joint venture; letter agreement; ~licensee; licensing partner; ~licensor; memorandum of
        understanding; mou; ~partner; ~partners; partnership; partnerships; relationships with; reliance on third;
        strategic alliance; strategic partner; strategic relationship; teaming; ~third parties; ~third party; three
        organizations;
        """,
        also="customers supply deal integration",
    ),
    "growth": Topic(
        "Growth and strategy",
        """
        accelerated expansion; accelerated growth; acquire companies; ~acquisition opportunities; acquisition strategy;
        acquisitions; ambition; business model; business objectives; business plan; business plans; business strategy;
        company's growth; continued growth; development of the business; dominant force; drive growth; enter the market;
        entering; execute its business; execute on; ~expand; expand its; expand its footprint; expand our; ~expanding;
        expanding its footprint; ~expands; expansion; expansion strategy; footprint expansion; for growth; further
        acquisitions; future acquisitions; future growth; future of growth; global footprint; grow; ~growing; ~growth;
        growth and value; growth for the; growth initiatives; growth of the company; growth opportunit*; growth phase;
        growth strateg*; growth strategy; growth together; growth trajectory; implement business; industry leader;
        inorganic; lead the industry; leader in the; leading position; leading provider; limited operating history; long
        term growth; ~long term strategy; long term success; manage growth; market footprint; market presence; more
        acquisition opportunities; new markets; next chapter of growth; organically; our growth; plans to scale;
        positioned for; positioned for growth; positioning for growth; profitable growth; quality growth; rapid growth;
        scalable growth; ~scale; ~scaling; significant growth; ~strategic; strategic acquisition; strategic goals;
        strategic initiative; strategic initiatives; strategic plan; ~strategies; ~strategy; sustainable growth; through
        acquisition; transform into; value creation;
        """,
        also="economy demand competition financing personnel customers results",
    ),
    "accounting": Topic(
        "Accounting and controls",
        """
        accounting; accounting standards; ~audit; ~audited; ~auditor; closing procedures; critical accounting; estimates
        and assumptions; financial reporting; goodwill; impairment; internal control; internal controls; material
        weakness; preliminary results; purchase price allocation; restatement; unaudited; write down; write off;
        """,
        also="results",
    ),
    "digital-assets": Topic(
        "Digital assets",
        """
        bitcoin; ~bitcoin mining; blockchain; bnb; btc; crypto*; decentralized; defi; digital asset; digital assets;
        digital currency; dogecoin; ~ethereum; hash rate; hashrate; metaverse; ~miners; nft; on chain; rwa; smart
        contract; solana; stablecoin; staking; token; tokeni*; tokens; treasury strategy; web3;
        """,
        also="regulation economy technology",
    ),
    "hazards": Topic(
        "Weather, disasters and accidents",
        """
        accident; accidents; acts of god; business interruption; calamit*; casualty; catastroph*; disaster; disruptions
        to our business operations; drought; earthquake; explosion; fire; fires; flood; force majeure; hazards;
        hurricane; insurance; insurance coverage; natural disaster; operating hazards; seasonal*; severe weather; storm;
        uninsured; unusual; weather; wildfire;
        """,
        also="",
    ),
}
"""By id, in the order in which tables show them."""
NOT_TOPICS = """
    private securities litigation reform act; private securities litigation; securities and exchange commission;
    securities exchange act; securities exchange act of 1934; securities act; forward looking; risk factors;
    safe harbor;
    exchange commission; reform act; annual report; quarterly report; filings with; otc markets group;
    results may; results to differ; actual results; in order; in order to; well positioned; as well; as well as; per se;
    in terms of; under the terms of; growth rates; intellectual; conference call; press release; fair market value;
    in the market; general public; united states; world class; working together; legal opinions; board; capital gains;
    market leader; solution; research published; market research; market research firm; in part; take place; learn more;
    water treatment; law firm; general counsel; share purchase agreement; trade show; trade name; trade association;
    end of the period; patent pending technology; user experience; customer experience; user friendly; well being;
    fully integrated; seamlessly integrate; vertically integrated; integration of complete; in exchange for; mine the;
    high grade; investment grade; upgrade; professional grade; capital city; power plant; in the field;
    strategic advisor; fulfillment center; additional capital equipment; capital equipment; financing instruments;
    phase ii contract; phase ii sttr; phase i sttr; phase ii sbir; phase i sbir; phase 2 of the project;
    phase 2 of its growth; phase 2 of our growth; dividend per share; dividends per share;
    opening of the market; opening bell; ability to acquire; to acquire and develop;
"""
"""Phrases that hold a topic's words and mean something else."""

UMBRELLA = frozenset({"economy", "competition"})
"""Topics whose factors any issuer could name: they caution in general, and about nothing in particular (Vivendi)."""

BUSINESS = frozenset(
    {
        "deal", "integration", "clinical", "reserves", "credit", "digital-assets", "openings", "government",
        "commodity", "construction", "restructuring",
    }
)  # fmt: skip
"""Topics of particular businesses and situations: a factor on one of them is not everybody's."""
