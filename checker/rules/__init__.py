"""RULES: the table of contents. To add a rule: its file, its case file, one line here."""

from __future__ import annotations

from checker.rules.caution import (
    absolute_denial,
    assumptions_stated,
    hypothetical_risk,
    mixed_statement,
    results_may_differ,
    risk_factors,
    risk_factors_coverage,
)
from checker.rules.claim import (
    citation_act_name,
    citation_foreign,
    citation_obsolete,
    citation_section,
    citation_section_act,
    citation_style,
    citation_year,
    pslra_citation,
    safe_harbor_citation,
    safe_harbor_claim,
    section_21e_citation,
    section_27a_citation,
)
from checker.rules.eligibility import excluded_issuer, excluded_transaction, spac_claim, statements_in_financials
from checker.rules.hygiene import foreign_name, legend_stale_event, legend_truncated, legends_conflict, placeholder
from checker.rules.neighbours import non_gaap_guidance, offer_legend, participants_legend
from checker.rules.presence import (
    headline_not_covered,
    legend_present,
    legend_proximity,
    legend_without_statements,
    signal_words,
    signal_words_unused,
    statement_topics,
    statements_identified,
    topics_not_in_release,
)
from checker.rules.regimes import canada_fli, oral_triplet
from checker.rules.time import (
    as_of_date,
    as_of_mismatch,
    filing_form_mismatch,
    filing_period_impossible,
    filing_period_stale,
    filings_pointer,
    legend_unchanged,
    no_duty_to_update,
    promises_update,
    undue_reliance,
    update_carve_out,
)
from checker.types import Rule

RULES: tuple[Rule, ...] = (
    legend_present.RULE,
    legend_without_statements.RULE,
    statements_identified.RULE,
    signal_words.RULE,
    signal_words_unused.RULE,
    statement_topics.RULE,
    topics_not_in_release.RULE,
    headline_not_covered.RULE,
    legend_proximity.RULE,
    safe_harbor_claim.RULE,
    safe_harbor_citation.RULE,
    pslra_citation.RULE,
    section_21e_citation.RULE,
    section_27a_citation.RULE,
    citation_section_act.RULE,
    citation_year.RULE,
    citation_section.RULE,
    citation_act_name.RULE,
    citation_style.RULE,
    citation_obsolete.RULE,
    citation_foreign.RULE,
    results_may_differ.RULE,
    risk_factors.RULE,
    risk_factors_coverage.RULE,
    hypothetical_risk.RULE,
    mixed_statement.RULE,
    absolute_denial.RULE,
    assumptions_stated.RULE,
    filings_pointer.RULE,
    filing_period_stale.RULE,
    filing_period_impossible.RULE,
    filing_form_mismatch.RULE,
    as_of_date.RULE,
    as_of_mismatch.RULE,
    no_duty_to_update.RULE,
    update_carve_out.RULE,
    promises_update.RULE,
    undue_reliance.RULE,
    legend_unchanged.RULE,
    excluded_transaction.RULE,
    excluded_issuer.RULE,
    spac_claim.RULE,
    statements_in_financials.RULE,
    legend_stale_event.RULE,
    placeholder.RULE,
    foreign_name.RULE,
    legend_truncated.RULE,
    legends_conflict.RULE,
    non_gaap_guidance.RULE,
    offer_legend.RULE,
    participants_legend.RULE,
    oral_triplet.RULE,
    canada_fli.RULE,
)
"""In the order of the report: presence, claim and citations, caution, time, eligibility, hygiene, neighbouring
legends, other regimes."""
