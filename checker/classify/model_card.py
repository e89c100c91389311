"""The model card, written from the models' own cards. Run as `python -m checker.classify.model_card` after training.

Prose is here, numbers are in `models/<name>/card.json`: what the page says cannot drift from what was measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checker.model_files import model_path

PAGE = """\
# The models

<!-- Written by `python -m checker.classify.model_card`; change that file, not this one. -->

Two classifiers decide what the rules look at: where the legends are, and which sentences outside them look ahead.
Where the second is in doubt, a small transformer reads the sentence as well, the second reader. All three are numbers
(`terms.txt`, `weights.f32`, `numbers.bin`, `card.json`), not programs; `SHA256SUMS` lists their digests, and no number
is used before its file was compared. `safeharbor model info` names them, `safeharbor model verify` compares
them.

**Intended use.** Press releases and exhibits of companies in English, to tell a writer or a reviewer what was found
and where. The confidence is a probability; a person decides. **Not** for filings of hundreds of pages, contracts,
other languages, or for judging whether a legend protects.

**Data.** Labels are ids, offsets and digests of texts (`labels/`); no text is kept here. Training uses `train/` of the
shared corpus and our own labels, never `gold/` or `traps/`, which only measure. The statement finder also learns from
what a larger transformer, the teacher, said of these sentences and of unread ones (`labels/statements_taught.jsonl`,
`docs/models/statements.md`); its figures out of fold are of companies none of whose labels the teacher or the second
reader was shown, "kept back" those of which they saw nothing at all. Folds share neither a company nor the opening of a
legend. "Clean" figures are of a model that saw no release that shares a company, half a legend or half its text with a
measured one (`near_gold.json`); the second reader was told no label of those, but what the teacher said of them.

## Legends

{legend}

How families of models compare: `docs/models/legends.md`.

Known failures, read in the errors:

- The clean model misses both legends of `traps`, which lack the usual words: they need labels like them.
- What stands directly beside a legend and sounds like one is joined to it: no offer, participants in a solicitation,
  exchange notices, disclaimers of sources and links. Most of what is found too much out of fold is of this kind.
- Notes on measures outside GAAP that are items between two parts of a legend are joined to them (two exhibits).
- A release that explains what forward-looking statements must be, without making any, was taken for a legend.
- Three of 470 releases with a legend were missed out of fold.
- Fewer than twenty labelled legends are from before 2020, so the figures by era say little about them.

## Statements

{statement}

### The second reader

{second_reader}

## Retrain

    python -m checker.classify.legend_card ../shared/corpus       # the legend finder and its card
    python -m checker.classify.statement_card ../shared/corpus    # the statement finder and its card
    python -m checker.classify.model_card                         # this page
    python tests/quality.py                                       # the floors; refuses to lower one

The teacher and the second reader are seldom needed anew. With the extra `teacher`, an hour each, before the card:

    python -m checker.classify.statement_teacher ../shared/corpus WEIGHTS
    python -m checker.classify.second_reader_training ../shared/corpus WEIGHTS

With your own labels: `safeharbor train --corpus FILE… --to DIR`. The files are JSON lines of releases (`id`, `text`,
`company`), of their legends (`id`, `legends` with `start`, `end` and `form`; at least 20 releases) and of sentences
(`doc`, `start`, `end`, `label` forward, logistics, legend, not or unsure, `strength` clear or weak; at least 200). A
finder with too few labels stays as shipped; a statement finder of your own does not ask the second reader. Then
`safeharbor check --models DIR` (or set `SAFEHARBOR_MODELS`), and `safeharbor evaluate --models DIR --corpus FILE…` on
releases that it was not trained on.
"""

COLUMNS = ("found", "precision", "recall", "f1", "IoU, 10th percentile", "false legends", "releases with a legend")


def written() -> str:
    """The page."""
    return PAGE.format(
        legend=_legend(_card("legend")),
        statement=_statement(_card("statement")),
        second_reader=_second_reader(_card("second_reader")),
    )


def _card(name: str) -> dict[str, Any]:
    card: dict[str, Any] = json.loads((model_path(name) / "card.json").read_text("utf-8"))
    return card


def _legend(card: Mapping[str, Any]) -> str:
    scores = card["scores"]
    plain = {name: row for name, row in scores.items() if isinstance(row, dict) and "f1" in row}
    parts = [
        f"Version {card['version']}: {card['what']}. Data: {_told(card['data'])}. Expected calibration error, "
        f"cross-fitted: {scores['calibration error']}. Extent is measured in characters, white space aside; the lean "
        f"({card['lean']}) is added to every sentence's log-odds: the largest whose F1 out of fold is within 0.001 of "
        "the best, because a missed legend stops a release.",
        _table("set", plain),
    ]
    for name, rows in scores.items():
        if isinstance(rows, dict) and name not in plain:
            parts.append(f"{name[:1].upper()}{name[1:]}:\n\n{_table('', rows)}")
    return "\n\n".join(parts)


def _table(head: str, rows: Mapping[str, Mapping[str, Any]]) -> str:
    lines = [f"| {head} | {' | '.join(COLUMNS)} |", f"|{'---|' * (len(COLUMNS) + 1)}"]
    lines += [f"| {name} | {' | '.join(str(row[c]) for c in COLUMNS)} |" for name, row in rows.items()]
    return "\n".join(lines)


def _statement(card: Mapping[str, Any]) -> str:
    doubt = card["doubt"]
    head = (
        f"Version {card['version']}: {card['what']}. Learned from {_told(card['data'])}. "
        f"Threshold {card['threshold']}; the second reader is asked from confidence "
        f"{doubt['lowest']} to {doubt['highest']}."
    )
    return "\n".join([head, "", *_scores(card)])


def _second_reader(card: Mapping[str, Any]) -> str:
    head = (
        f"Version {card['version']}: {card['what']}. Learned from {_told(card['data'])}; derived from all-MiniLM-L6-v2 "
        "(`NOTICE`). By itself, of all sentences rather than those in doubt:"
    )
    return "\n".join([head, "", *_scores(card)])


def _scores(card: Mapping[str, Any]) -> list[str]:
    return [f"- {name}: {_told(row)}" for name, row in _leaves(card["scores"])]


def _leaves(scores: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The innermost tables of figures, with the names that lead to them."""
    here = {k: v for k, v in scores.items() if not isinstance(v, dict)}
    if here:
        yield path or "all", here
    for name, part in scores.items():
        if isinstance(part, dict):
            yield from _leaves(part, f"{path}, {name}" if path else name)


def _told(data: Mapping[str, Any]) -> str:
    shown = {k: v for k, v in data.items() if k != "sha256"}
    return "; ".join(f"{k} {_told(v) if isinstance(v, dict) else v}" for k, v in shown.items())


def main() -> None:
    """Writes the page beside the models."""
    Path(model_path(".") / "README.md").write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
