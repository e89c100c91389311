"""Labels of sentences: the corpus's, the project's own, and what the teacher says of sentences that nobody read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Label = dict[str, Any]
"""A place (`doc`, `start`, `end`), its `label` and `strength`. Of a project's label also whether it was `drawn` for
being hard, is `disputed` by a second reader, what the teacher says of it (`taught`, a probability), and whether the
teacher is a `stranger` to its company: it learned from no label of that company's releases, nor of related ones."""

UNREAD = "unread"
"""The label of a sentence that the teacher alone has spoken of."""

TAUGHT = "statements_taught.jsonl"

STEPS = 1000
"""The teacher's probabilities are kept in thousandths."""


def read_labels(*files: Path) -> list[Label]:
    """Labelled sentences of all files but those that were left unsure."""
    records = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [r for r in records if r["label"] != "unsure"]


def read_by_people(corpus: Path, labels: Path) -> list[Label]:
    """The corpus's labels, and those of the folder `labels`, "drawn" as hard ones; "disputed" where a second, blind
    reading says otherwise of what is a statement."""
    given, ours = read_labels(corpus / "train" / "sentences.jsonl"), read_labels(labels / "statements.jsonl")
    second: dict[tuple[str, int, int], bool] = {
        _place(x): x["label"] == "forward" for x in read_labels(labels / "statements_second_reading.jsonl")
    }

    def is_disputed(label: Label) -> bool:
        ahead: bool = label["label"] == "forward"
        return second.get(_place(label), ahead) != ahead

    every = [*given, *({**label, "drawn": True} for label in ours)]
    return [{**label, "disputed": True} if is_disputed(label) else label for label in every]


def project_labels(corpus: Path, labels: Path) -> list[Label]:
    """`read_by_people` with what the teacher says of these sentences, and the sentences that it alone has spoken of."""
    return list(with_teacher(read_by_people(corpus, labels), read_labels_of_teacher(labels / TAUGHT)))


def with_teacher(read: Sequence[Label], taught: Iterable[Label]) -> Iterator[Label]:
    """The labels that were read, each with the teacher's word where there is one; then the rest of the teacher's.

    A label that corrects the teacher, made after it spoke, stands alone once the teacher's word on that place is taken
    out of the file: it would be taken for one that the teacher learned from.
    """
    said = {_place(x): x for x in taught}
    for label in read:
        word = said.pop(_place(label), None)
        yield {**label, "taught": word["taught"], "stranger": word["stranger"]} if word else label
    yield from said.values()


def read_labels_of_teacher(file: Path) -> Iterator[Label]:
    """One label a sentence that the teacher spoke of."""
    for line in file.read_text("utf-8").splitlines():
        release = json.loads(line)
        for start, end, thousandths in release["taught"]:
            yield {
                "doc": release["doc"],
                "start": start,
                "end": end,
                "label": UNREAD,
                "strength": None,
                "drawn": True,
                "taught": thousandths / STEPS,
                "stranger": release["stranger"],
            }


def _place(label: Label) -> tuple[str, int, int]:
    return label["doc"], label["start"], label["end"]
