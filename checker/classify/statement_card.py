"""The shipped statement model and its card, from the shared corpus.

Run as `python -m checker.classify.statement_card CORPUS`. The second reader is the one in `models/second_reader`.

`gold/` and `traps/` only measure. The clean figures are of a model that saw no release related to a measured one
(`near_gold.json`); of those the second reader saw no label, but what the teacher, who saw nothing, said of them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.classify.corpus import digest_of, near_measured, read_pool
from checker.classify.second_reader import shipped_reader
from checker.classify.statement_asked import kept_back
from checker.classify.statement_doubt import with_second_reader
from checker.classify.statement_examples import Example
from checker.classify.statement_labels import Label, project_labels
from checker.classify.statement_measuring import measure
from checker.classify.statement_saving import counted, save_model
from checker.classify.statement_training import as_they_occur, figures, learn
from checker.classify.statements import StatementModel
from checker.model_files import model_path, write_sums


def make(corpus: Path, models: Path) -> dict[str, Any]:
    """Learns, measures, writes `models/statement` and the digests; returns the card. Deterministic."""
    pool, labels = read_pool(corpus), project_labels(corpus, models / "labels")
    near = near_measured(corpus)
    model, examples, sure = _learned(labels, pool)
    clean, *_ = _learned(labels, pool, near)
    strangers, unseen = [i for i, e in enumerate(examples) if e.stranger], kept_back(examples, near)
    sets = {
        "out of fold": strangers,
        "out of fold, as they occur": as_they_occur(examples),
        "out of fold, kept back": [i for i in strangers if examples[i].group in unseen],
    }
    read = [corpus / "train" / "sentences.jsonl", *sorted((models / "labels").glob("statements*"))]
    told = {
        "data": {
            **counted(examples),
            "disputed": sum(e.disputed for e in examples),
            "sha256": digest_of(read),
        },
        "scores": {
            **{name: _figures_of(kept, examples, sure, model.threshold) for name, kept in sets.items()},
            "gold and traps": measure(corpus, model),
            "gold and traps, clean": measure(corpus, clean),
        },
    }
    card = save_model(models, model, told)
    write_sums(models)
    return card


def _learned(
    labels: Sequence[Label], pool: Mapping[str, dict[str, Any]], leave_out: Collection[str] = ()
) -> tuple[StatementModel, list[Example], list[float]]:
    kept = {ident: record for ident, record in pool.items() if ident not in leave_out}
    alone, examples, first = learn([x for x in labels if x["doc"] in kept], kept)
    model, sure = with_second_reader(alone, examples, first, kept, shipped_reader().scores)
    return model, examples, sure


def _figures_of(
    kept: Sequence[int], examples: Sequence[Example], sure: Sequence[float], threshold: float
) -> dict[str, float]:
    return figures([examples[i] for i in kept], [sure[i] for i in kept], threshold)


if __name__ == "__main__":
    made = make(Path(sys.argv[1]), model_path("."))
    shown = ("data", "scores", "calibration", "threshold", "doubt")
    print(json.dumps({name: made[name] for name in shown}, indent=1))  # noqa: T201
