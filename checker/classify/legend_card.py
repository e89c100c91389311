"""The shipped legend model and its card, from the shared corpus.

Run as `python -m checker.classify.legend_card CORPUS`.

`train/` and our own labels teach; `gold/` and `traps/` only measure. The clean figures are of a model that saw no
release related to a measured one (`near_gold.json`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.classify.corpus import digest_of, near_measured, read_pool
from checker.classify.legend_examples import Example, read_examples, read_labelled_folder
from checker.classify.legend_measuring import by_kind, extent, robustness
from checker.classify.legend_training import Say, fit_pipeline, leaning, learn, read_off, save_model
from checker.classify.legends import LegendModel
from checker.model_files import model_path, write_sums


def make(corpus: Path, models: Path, say: Say) -> dict[str, Any]:
    """Trains, measures, writes `models/legend` and the digests; returns the card. Deterministic."""
    files = [corpus / "train" / "legends.jsonl", models / "labels" / "legends.jsonl"]
    examples = read_examples(read_pool(corpus), files)
    learned = learn(examples, say)
    near = near_measured(corpus)
    apart = [e for e in examples if e.id not in near]
    say(f"the clean model: {len(apart)} releases")
    clean = leaning(read_off(fit_pipeline(apart)), learned.lean)
    say("measuring")
    learned.scores.update(
        {
            "out of fold, disguised": robustness(examples, learned.held_out),
            "out of fold, by source": by_kind(examples, learned.held_out, "source"),
            "out of fold, by era": by_kind(examples, learned.held_out, "era"),
            **_measured(corpus, learned.model, ""),
            **_measured(corpus, clean, ", clean"),
        }
    )
    card = save_model(models, learned, {"data": {**_counts(examples), "sha256": digest_of(files)}})
    write_sums(models)
    return card


def _measured(corpus: Path, model: LegendModel, suffix: str) -> dict[str, Any]:
    sets = {name: read_labelled_folder(corpus / name) for name in ("gold", "traps")}
    found = {f"{name}{suffix}": extent(e, [model] * len(e)) for name, e in sets.items()}
    gold = sets["gold"]
    return {**found, f"gold, disguised{suffix}": robustness(gold, [model] * len(gold))}


def _counts(examples: Sequence[Example]) -> dict[str, int]:
    return {
        "releases": len(examples),
        "with a legend": sum(bool(e.legends) for e in examples),
        "sentences": sum(len(e.units) for e in examples),
        "groups": len({e.group for e in examples}),
    }


if __name__ == "__main__":
    made = make(Path(sys.argv[1]), model_path("."), lambda line: print(line, file=sys.stderr, flush=True))  # noqa: T201
    print(json.dumps({k: made[k] for k in ("data", "scores", "calibration")}, indent=1))  # noqa: T201
