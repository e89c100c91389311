"""Training the second reader: what the teacher says of sentences in doubt → models/second_reader.

Run as `python -m checker.classify.second_reader_training CORPUS WEIGHTS`, with the extra `teacher` installed; WEIGHTS
is the file that `statement_teacher` kept. The pupil begins as some of the teacher's six layers, narrowed, and learns,
from the sentences that the finder's weights are not sure of, to see in a sentence what the teacher sees (Romero et al.,
2015, "FitNets") and to say what the teacher and the labels say.

Of releases related to a measured one (`near_gold.json`) it learns what the teacher says, who knows none of their
labels, and no label; of the companies kept back from the teacher, nothing. Some forty-five minutes of two cores.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from math import log, sqrt
from pathlib import Path
from typing import Any

import numpy as np

from checker.classify.corpus import near_measured, read_pool
from checker.classify.fine_tuning import Encoded, FineTuned, weighed
from checker.classify.second_reader import (
    HEAD,
    MATRICES,
    MOST_PIECES,
    NAME,
    Array,
    InContext,
    SecondReader,
    encode,
    reader_of,
    whole,
)
from checker.classify.statement_asked import Asked, asked_of, kept_back
from checker.classify.statement_examples import Example, examples_of
from checker.classify.statement_labels import project_labels
from checker.classify.statement_teacher import Teacher
from checker.classify.statement_training import fit, score_example, share_of, vectors_of, weight_of
from checker.classify.word_pieces import GAP, OPENING, STOP, UNKNOWN, Pieces
from checker.model_files import model_path, write_sums

LAYERS, INNER = (0, 1, 3, 5), 512
"""The teacher's layers that the pupil begins with, and how many of the 1,536 numbers inside each it keeps."""

EPOCHS, RATES, WARM = 3.0, (2e-4, 6e-4), 0.06
"""Passes over the sentences, rates of encoder and head, share of steps that warm up."""

HINT = 1.0
"""What seeing as the teacher sees counts beside saying what is said."""

SURE = 0.03
"""Confidence of the weights, or of their contrary, from which a sentence teaches the pupil nothing: nobody asks."""

SEEN = 10
"""Sentences that must hold a piece of a word for it to be kept; other words are cut into smaller pieces."""

SAID_OF = (
    InContext(text="We expect revenue of about $180 million next year.", before="", after="Margins were flat."),
    InContext(text="The company plans to open a second plant in Toledo.", before="It has one in Dayton.", after=""),
    InContext(
        text="Orders will continue to be our focus, said Ann Reyes.",
        before="Orders rose by 4 %.",
        after="She joined in 2019.",
    ),
    InContext(text="The company will host a call on Tuesday at 9:00 a.m.", before="", after="Dial 555-0142."),
    InContext(text="The saw is designed to cut steel and may be returned.", before="Models", after="Contact:"),
    InContext(text="Revenue in the first half was higher than expected.", before="Results", after="Costs fell."),
)
"""Sentences whose log-odds are kept in the card: what a check reckons is held to them."""


# ── what it learns from ───────────────────────────────────────────────────────────────────────────


def lessons(examples: Sequence[Example], scores: Sequence[float], apart: Collection[str]) -> list[Example]:
    """The examples that count, of other groups than those kept `apart`, of which the weights' log-odds are not sure.

    "Sure" is meant roughly: these scores are neither calibrated nor out of fold.
    """
    most = log(1 / SURE - 1)
    return [
        e
        for e, score in zip(examples, scores, strict=True)
        if e.can_count and e.group not in apart and weight_of(e) and abs(score) < most
    ]


def said_to_the_pupil(example: Example) -> float:
    """What label and teacher say; of the teacher's strangers, whose labels are to measure both, the teacher alone."""
    return example.taught if example.stranger and example.taught is not None else share_of(example)


def kept_pieces(numbers: Mapping[str, int], texts: Sequence[str]) -> list[str]:
    """Of a tokenizer's pieces, the ones that the pupil reads: stops, all single letters and marks of European scripts,
    and what stands in enough texts."""
    every = sorted(numbers, key=numbers.__getitem__)
    cutter = Pieces(every)
    seen = Counter(number for text in texts for number in set(cutter.cut(text)))
    first = ["[PAD]", UNKNOWN, OPENING, STOP, GAP]
    single = {p for p in every if len(p.removeprefix("##")) == 1 and p[-1] < "\u0250"}
    return [*first, *(p for i, p in enumerate(every) if p not in first and (p in single or seen[i] >= SEEN))]


# ── the pupil ─────────────────────────────────────────────────────────────────────────────────────


class Pupil:
    """Some of the teacher's layers and pieces, and its head."""

    def __init__(self, teacher: Teacher, pieces: Sequence[str]) -> None:
        from transformers import AutoModel

        torch, theirs = teacher.model.torch, teacher.model.encoder
        torch.manual_seed(0)
        config = type(theirs.config).from_dict(
            {
                **theirs.config.to_dict(),
                "num_hidden_layers": len(LAYERS),
                "intermediate_size": INNER,
                "hidden_act": "quick_gelu",
            }
        )
        encoder = AutoModel.from_config(config)
        encoder.load_state_dict(_of_layers(theirs.state_dict()))
        numbers = teacher.pieces.get_vocab()
        table = theirs.embeddings.word_embeddings.weight.detach()[[numbers[p] for p in pieces]]
        encoder.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(table.clone(), freeze=False)
        self.pieces, self.cutter = pieces, Pieces(pieces)
        self.model = FineTuned(encoder, teacher.model.head)

    def encode(self, asked: Sequence[Asked]) -> list[Encoded]:
        """As the second reader reads."""
        return [encode(a.read, self.cutter) for a in asked]

    def learn(self, asked: Sequence[Asked], hints: Any) -> None:
        """Fits all of it to what is said of the sentences, and to what the teacher sees in each (`hints`)."""
        torch, model, encoded = self.model.torch, self.model, self.encode(asked)
        examples = [a.example for a in asked if a.example]
        shares = torch.tensor([said_to_the_pupil(e) for e in examples])
        weights = torch.tensor([weight_of(e) for e in examples])
        loss_of = torch.nn.functional.binary_cross_entropy_with_logits

        def loss(batch: list[int]) -> Any:
            seen = model.seen([encoded[i] for i in batch])
            losses = loss_of(model.scores(seen)[:, 0], shares[batch], reduction="none")
            return weighed(losses, weights[batch]) + HINT * ((seen.float() - hints[batch]) ** 2).mean()

        model.learn([len(pieces) for pieces, _ in encoded], loss, epochs=EPOCHS, rates=RATES, warm=WARM)

    def said_of(self, read: Sequence[InContext]) -> list[dict[str, Any]]:
        """Sentences with their log-odds, reckoned as exactly as torch can."""
        self.model.quick = False
        seen = self.model.all_seen([encode(r, self.cutter) for r in read])
        scores = self.model.scores(seen)[:, 0].tolist()
        return [{**asdict(r), "score": round(score, 3)} for r, score in zip(read, scores, strict=True)]

    def arrays(self) -> dict[str, Array]:
        """What the second reader is made of."""
        states = {name: state.float().numpy() for name, state in self.model.encoder.state_dict().items()}
        weight, shift = (part.detach().float().numpy() for part in self.model.head.parameters())
        found = {
            **whole("words", states["embeddings.word_embeddings.weight"], 1),
            "places": states["embeddings.position_embeddings.weight"][:MOST_PIECES],
            "sides": states["embeddings.token_type_embeddings.weight"],
            "norm": _norm(states, "embeddings.LayerNorm"),
            "verdict": np.append(weight[0], shift[0]),
        }
        for k in range(len(LAYERS)):
            found |= {f"{k} {name}": array for name, array in _layer(states, f"encoder.layer.{k}").items()}
        return found


def _of_layers(states: Mapping[str, Any]) -> dict[str, Any]:
    """The states of an encoder, of all layers only the pupil's, numbered anew and narrowed inside."""
    found = {name: state for name, state in states.items() if not name.startswith("encoder.layer.")}
    for k, theirs in enumerate(LAYERS):
        at = f"encoder.layer.{theirs}."
        layer = {name.removeprefix(at): state for name, state in states.items() if name.startswith(at)}
        found |= {f"encoder.layer.{k}.{name}": state for name, state in _narrowed(layer).items()}
    return found


def _narrowed(layer: Mapping[str, Any]) -> dict[str, Any]:
    """A layer that keeps, of the numbers inside it, those with the largest weights to and from them."""
    widen, shift, narrow = "intermediate.dense.weight", "intermediate.dense.bias", "output.dense.weight"
    size = layer[widen].norm(dim=1) * layer[narrow].norm(dim=0)
    kept = size.topk(INNER).indices
    return {**layer, widen: layer[widen][kept], shift: layer[shift][kept], narrow: layer[narrow][:, kept]}


def _layer(states: Mapping[str, Array], at: str) -> dict[str, Array]:
    """A layer as the second reader multiplies it: matrices turned, queries, keys and values side by side, and the
    queries' scale inside them."""

    def linear(name: str) -> tuple[Array, Array]:
        return states[f"{at}.{name}.weight"].T, states[f"{at}.{name}.bias"]

    query, key, value = (linear(f"attention.self.{name}") for name in ("query", "key", "value"))
    look = [np.concatenate([q / sqrt(HEAD), k, v], -1) for q, k, v in zip(query, key, value, strict=True)]
    linears = (look, linear("attention.output.dense"), linear("intermediate.dense"), linear("output.dense"))
    found: dict[str, Array] = {}
    for part, (matrix, shift) in zip(MATRICES, linears, strict=True):
        found |= {**whole(part, matrix, 0), f"{part}_shift": shift}
    return {
        **found,
        "join_norm": _norm(states, f"{at}.attention.output.LayerNorm"),
        "narrow_norm": _norm(states, f"{at}.output.LayerNorm"),
    }


def _norm(states: Mapping[str, Any], at: str) -> Array:
    return np.stack([states[f"{at}.weight"], states[f"{at}.bias"]])


# ── from the corpus to the artefact ───────────────────────────────────────────────────────────────


def train(corpus: Path, weights: Path, models: Path) -> dict[str, Any]:
    """Learns, measures on the teacher's strangers, writes `models/second_reader` and the digests; returns the card."""
    pool, labels = read_pool(corpus), project_labels(corpus, models / "labels")
    near = near_measured(corpus)
    examples = examples_of(labels, pool)
    apart = kept_back(examples, near)
    known = [e for e in examples if not e.stranger and e.group not in apart]
    first = fit(known, vectors_of({ident: record for ident, record in pool.items() if ident not in near}))
    asked = asked_of(lessons(examples, [score_example(e, first) for e in examples], apart), pool)
    teacher = Teacher()
    teacher.recall(weights)
    pupil = Pupil(teacher, kept_pieces(teacher.pieces.get_vocab(), [a.read.text for a in asked]))
    hints = teacher.model.all_seen(teacher.encode(asked))
    pupil.learn(asked, hints)
    arrays = pupil.arrays()
    unknown = asked_of([e for e in examples if e.group in apart and e.is_read and e.can_count], pool)
    card = {
        "name": NAME,
        "version": "1",
        "what": "a sentence between its neighbours, where the statement finder is in doubt",
        "data": {"sentences": len(asked), "layers": len(LAYERS), "pieces": len(pupil.pieces)},
        "said of": pupil.said_of(SAID_OF),
        "scores": {"companies kept back": _ranked(unknown, reader_of(pupil.pieces, arrays))},
        "trained with": {"numpy": np.__version__, "torch": teacher.model.torch.__version__},
    }
    save(models / NAME, pupil.pieces, arrays, card)
    write_sums(models)
    return card


def _ranked(asked: Sequence[Asked], reader: SecondReader) -> dict[str, float]:
    """How well the reader alone ranks sentences: average precision, of all and as they occur."""
    from sklearn.metrics import average_precision_score

    scores = reader.scores([a.read for a in asked])
    both = [(a.example, score) for a, score in zip(asked, scores, strict=True) if a.example]
    sets = {"all": both, "as they occur": [(e, s) for e, s in both if not e.drawn]}
    return {
        f"average precision, {name}": round(
            float(average_precision_score([e.is_statement for e, _ in kept], [s for _, s in kept])), 4
        )
        for name, kept in sets.items()
    }


def save(folder: Path, pieces: Sequence[str], arrays: Mapping[str, Array], card: Mapping[str, Any]) -> None:
    """Writes the reader's three files. The card gets types and shapes of the arrays, in their order."""
    folder.mkdir(parents=True, exist_ok=True)
    little = {name: array.astype(array.dtype.newbyteorder("<")) for name, array in arrays.items()}
    (folder / "pieces.txt").write_bytes("\n".join(pieces).encode())
    (folder / "numbers.bin").write_bytes(b"".join(array.tobytes() for array in little.values()))
    full = {**card, "numbers": {name: (array.dtype.str, array.shape) for name, array in little.items()}}
    (folder / "card.json").write_text(json.dumps(full, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    print(json.dumps(train(Path(sys.argv[1]), Path(sys.argv[2]), model_path(".")), indent=1))  # noqa: T201
