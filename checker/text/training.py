"""Learning where sentences end: nltk's Punkt over releases → the tables of `text.punkt`.

Never imported when checking. The result depends on nothing but the texts, in any order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

RAREST = 8
"""Times that a word must occur to be exported: rarer ones are names and misprints."""

# Abbreviations of press releases that the statistics miss, because the word is as often written without its
# period ("Inc"), or is a word of its own ("no"). Punkt then asks the next word whether a sentence begins.
KNOWN = (  # noqa: SIM905
    "inc corp co cos ltd llc plc bros assoc intl int'l natl nat'l mfg no nos sec secs art para fig figs vol vols pp "
    "ex approx est et al vs v viz cf e.g i.e etc a.m p.m et.al "
    "mr mrs ms messrs dr prof gen sen rep gov hon rev sgt lt col capt jr sr esq st ste ave blvd rd ft mt dept univ "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri "
    "u.s u.k e.u u.s.c u.s.a u.n d.c l.p l.l.c l.l.p s.a n.v b.v s.p.a a.g n.a p.l.c s.e.c c.f.r stat fed reg "
    "calif mass conn penn wash ariz colo fla ill ind kan ky minn mo mont neb nev okla ore tenn tex va wis"
).split()

# Statistics gone astray on a corpus of releases: frequent words and numbers taken for abbreviations.
_LONGEST_ABBREVIATION = 8


def train_tables(texts: Iterable[str]) -> dict[str, str]:
    """The exported tables (see `punkt.tables_from`) learned from texts."""
    from nltk.tokenize.punkt import _ORTHO_LC, PunktTrainer

    trainer = PunktTrainer()
    for text in texts:
        trainer.train(text, finalize=False)
    counts = trainer._type_fdist
    trainer.finalize_training()
    params = trainer.get_params()
    params.abbrev_types = {w for w in params.abbrev_types if _is_abbreviation(w, counts[w + "."])} | set(KNOWN)
    params.ortho_context = {w: c for w, c in params.ortho_context.items() if counts[w] >= RAREST and _is_plain(w)}
    # A name is never written small: it begins sentences like any other, and needs no collocation after an initial.
    common = {w for w, c in params.ortho_context.items() if c & _ORTHO_LC}
    params.collocations = {(a, b) for a, b in params.collocations if _is_plain(a) and b in common}
    params.sent_starters = {w for w in params.sent_starters if w in common and counts[w] >= 10 * RAREST}
    return export(params)


def export(params: Any) -> dict[str, str]:
    """nltk's parameters in the form in which they are stored: only what the decisions ask for."""
    from nltk.tokenize import punkt

    lower = {w for w, c in params.ortho_context.items() if c & punkt._ORTHO_LC}
    inside = {w for w, c in params.ortho_context.items() if c & punkt._ORTHO_MID_UC}
    never_capital = {w for w, c in params.ortho_context.items() if not c & punkt._ORTHO_UC}
    low = {w for w in never_capital if params.ortho_context[w] & punkt._ORTHO_BEG_LC}
    return {
        "abbreviations": " ".join(sorted(params.abbrev_types)),
        "collocations": " ".join(sorted("|".join(pair) for pair in params.collocations)),
        "starters": " ".join(sorted(params.sent_starters)),
        "uncapitalised": " ".join(sorted(lower - inside)),
        "both_cases": " ".join(sorted(lower & inside)),
        "low_beginners": " ".join(sorted(low)),
    }


def to_nltk(tables: dict[str, str]) -> Any:
    """nltk's parameters from exported tables, to compare the two."""
    from nltk.tokenize import punkt

    params = punkt.PunktParameters()
    params.abbrev_types = set(tables["abbreviations"].split())
    params.collocations = {tuple(pair.split("|")) for pair in tables["collocations"].split()}
    params.sent_starters = set(tables["starters"].split())
    for word in tables["uncapitalised"].split():
        params.ortho_context[word] |= punkt._ORTHO_MID_LC
    for word in tables["both_cases"].split():
        params.ortho_context[word] |= punkt._ORTHO_MID_LC | punkt._ORTHO_MID_UC
    for word in tables["low_beginners"].split():
        params.ortho_context[word] |= punkt._ORTHO_BEG_LC
    return params


def write_tables(tables: dict[str, str], path: Path) -> None:
    """Store tables as JSON, one list a line."""
    about = "Punkt sentence boundaries, learned by checker.text.training"
    content = json.dumps({"about": about, **tables}, ensure_ascii=False, indent=0)
    path.write_text(content + "\n", encoding="utf-8", newline="\n")


def _is_plain(word: str) -> bool:
    return word == "##number##" or word.replace("-", "").isalpha()


def _is_abbreviation(word: str, count: int) -> bool:
    parts = word.split(".")
    is_short = len(word) <= _LONGEST_ABBREVIATION if len(parts) > 1 else len(word) <= _LONGEST_ABBREVIATION // 2
    return count >= RAREST and all(map(_is_plain, parts)) and is_short
