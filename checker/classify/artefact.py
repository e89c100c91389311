"""Learned numbers as plain files: term tables, weights, and a card that says what they are.

    models/SHA256SUMS            one line a model file, cards included
    models/<name>/terms.txt      one term a line; a term with a space is a pair of words
    models/<name>/weights.f32    little-endian floats: the words' rows, then the pairs' rows
    models/<name>/card.json      version, columns, intercept, thresholds, data digests, scores, library versions

No pickle: loading runs no code and does not depend on the version of scikit-learn. Every file is compared with
SHA256SUMS before its numbers are used.
"""

from __future__ import annotations

import hashlib
import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from checker.errors import ModelError
from checker.model_files import listed_digests, verified
from checker.records import dataclass
from checker.types import ModelInfo


@dataclass(frozen=True, kw_only=True, slots=True)
class Artefact:
    """One model: its card, and the weights of single words and of pairs of words."""

    card: dict[str, Any]
    words: dict[str, tuple[float, ...]]
    pairs: dict[str, float]


@cache
def load(name: str) -> Artefact:
    """A model whose files are what SHA256SUMS says. Raises ModelError in one line otherwise."""
    card = card_of(name)
    terms = verified(f"{name}/terms.txt").decode("utf-8").split("\n")
    numbers = _floats(verified(f"{name}/weights.f32"))
    words, columns = card["words"], card["columns"]
    if len(numbers) != words * columns + len(terms) - words:
        raise ModelError(f"model {name}: {len(numbers)} numbers for {len(terms)} terms")
    ends = words * columns
    return Artefact(
        card=card,
        words=dict(
            zip(terms[:words], zip(*(numbers[i:ends:columns] for i in range(columns)), strict=True), strict=True)
        ),
        pairs=dict(zip(terms[words:], numbers[ends:], strict=True)),
    )


def card_of(name: str) -> dict[str, Any]:
    """A model's card. Raises ModelError when it is not what SHA256SUMS says."""
    card: dict[str, Any] = json.loads(verified(f"{name}/card.json"))
    return card


def save(
    folder: Path, *, words: Mapping[str, Sequence[float]], pairs: Mapping[str, float], card: dict[str, Any]
) -> None:
    """Writes a model's three files. The card gets the numbers of words and columns."""
    folder.mkdir(parents=True, exist_ok=True)
    columns = len(next(iter(words.values()), ()))
    numbers = array("f", [x for row in words.values() for x in row] + list(pairs.values()))
    if sys.byteorder == "big":
        numbers.byteswap()
    (folder / "terms.txt").write_bytes("\n".join((*words, *pairs)).encode())
    (folder / "weights.f32").write_bytes(numbers.tobytes())
    full = {**card, "words": len(words), "pairs": len(pairs), "columns": columns}
    (folder / "card.json").write_text(json.dumps(full, indent=2, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


@cache
def model_infos() -> tuple[ModelInfo, ...]:
    """Name, version and digest of each model, for the report of a run."""
    infos = []
    for file in listed_digests():
        name, _, rest = file.partition("/")
        if rest == "card.json":
            infos.append(ModelInfo(name=name, version=card_of(name)["version"], sha256=_digest_of(name)))
    return tuple(infos)


def _digest_of(name: str) -> str:
    """One digest over the listed digests of a model's files."""
    listed = [f"{digest}  {file}" for file, digest in sorted(listed_digests().items()) if file.startswith(f"{name}/")]
    return hashlib.sha256("\n".join(listed).encode()).hexdigest()


def _floats(data: bytes) -> array[float]:
    numbers = array("f")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
