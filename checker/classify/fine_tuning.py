"""A transformer with one layer on top, and how it learns: what the teacher and the second reader have in common.

Training only; torch is the extra `teacher`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

BATCH = 32
"""Sentences a step."""

DECAY, STEEPEST = 0.01, 1.0
"""Decay of the weights, and the longest gradient."""

DROPPED = 0.1
"""Share of what is seen that is hidden from the last layer in learning."""

Encoded = tuple[list[int], int]
"""The pieces of a sentence and its neighbours with their stops, and how many are the sentence's own."""


class FineTuned:
    """An encoder, and a head that sees its first place and the mean of the sentence's own pieces."""

    def __init__(self, encoder: Any, head: Any) -> None:
        import torch

        self.torch, self.encoder, self.head = torch, encoder, head
        self.quick = True
        """In numbers of two bytes; otherwise of four."""

    def seen(self, encoded: Sequence[Encoded]) -> Any:
        """What the head sees of each sentence of a batch."""
        torch = self.torch
        shape = (len(encoded), max(len(pieces) for pieces, _ in encoded))
        pieces, sides, there = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
        own = torch.zeros(shape)
        for row, (ids, size) in enumerate(encoded):
            pieces[row, : len(ids)], there[row, : len(ids)] = torch.tensor(ids), 1
            own[row, 1 : size - 1], sides[row, size : len(ids)] = 1, 1
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.quick):
            states = self.encoder(input_ids=pieces, attention_mask=there, token_type_ids=sides).last_hidden_state
            weights = own.unsqueeze(-1).to(states.dtype)
            return torch.cat([states[:, 0], (states * weights).sum(1) / weights.sum(1)], 1)

    def scores(self, seen: Any) -> Any:
        """The head's log-odds: of being a statement, and of being a clear one."""
        with self.torch.autocast("cpu", dtype=self.torch.bfloat16, enabled=self.quick):
            return self.head(self.torch.nn.functional.dropout(seen, DROPPED, self.encoder.training)).float()

    def learn(
        self,
        sizes: Sequence[int],
        loss_of: Callable[[list[int]], Any],
        *,
        epochs: float,
        rates: tuple[float, float],
        warm: float,
    ) -> None:
        """Steps down the loss of batches, given as numbers of sentences; the rates, of encoder and head, rise over the
        share `warm` of the steps and then fall to nothing. Sentences of like `sizes` go together."""
        torch = self.torch
        both = zip((self.encoder, self.head), rates, strict=True)
        parts = [{"params": part.parameters(), "lr": rate} for part, rate in both]
        steps = int(epochs * len(sizes) / BATCH)
        optimiser = torch.optim.AdamW(parts, weight_decay=DECAY)
        pace = torch.optim.lr_scheduler.LambdaLR(
            optimiser, lambda k: min(1.0, (k + 1) / (warm * steps)) * max(0.0, (steps - k) / steps)
        )
        self.encoder.train()
        for k, batch in zip(range(steps), _batches(sizes, random.Random(0)), strict=False):
            loss = loss_of(batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*self.encoder.parameters(), *self.head.parameters()], STEEPEST)
            optimiser.step()
            pace.step()
            if k % 50 == 0:
                print(f"step {k} of {steps}: {loss.item():.3f}", file=sys.stderr, flush=True)  # noqa: T201
        self.encoder.eval()

    def all_seen(self, encoded: Sequence[Encoded]) -> Any:
        """What the head sees of each of many sentences."""
        self.encoder.eval()
        order = sorted(range(len(encoded)), key=lambda i: len(encoded[i][0]))
        found = self.torch.zeros((len(encoded), self.head.in_features))
        with self.torch.no_grad():
            for k in range(0, len(order), 2 * BATCH):
                batch = order[k : k + 2 * BATCH]
                found[batch] = self.seen([encoded[i] for i in batch]).float()
        return found


def weighed(losses: Any, weights: Any) -> Any:
    """The mean of losses by weight."""
    return (losses * weights).sum() / weights.sum()


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
