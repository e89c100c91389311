"""A learned statement finder → the `statement` folder of a model folder: numbers, and the card that tells of them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from checker.classify.artefact import save
from checker.classify.statement_examples import Example
from checker.classify.statement_pipeline import SMALLEST
from checker.classify.statements import StatementModel


def save_model(folder: Path, model: StatementModel, told: Mapping[str, Any]) -> dict[str, Any]:
    """Writes `statement` into a model folder; returns the card. `told` says what it was trained on and its scores."""
    import sklearn

    card = {
        "name": "statement",
        "version": "2",
        "what": "forward-looking statements, sentence by sentence with neighbours",
        "intercept": round(model.intercept, 6),
        "symbols": {s: v for s, v in sorted(model.symbols.items()) if abs(v) >= SMALLEST / 10},
        "calibration": {"slope": model.slope, "shift": model.shift},
        "threshold": model.threshold,
        "threshold is": "half of the highest out-of-fold F1 (Lipton, Elkan and Naryanaswamy, 2014)",
        "lone": model.lone,
        **({"doubt": asdict(model.doubt)} if model.doubt else {}),
        "trained with": {"scikit-learn": sklearn.__version__, "python": sys.version.split()[0]},
        **told,
    }
    save(folder / "statement", words=model.words, pairs=model.pairs, card=card)
    return card


def counted(examples: Sequence[Example]) -> dict[str, Any]:
    """What a card tells of the data: sentences, and how many have each label."""
    return {"sentences": len(examples), "labels": dict(Counter(e.label for e in examples))}
