"""Where the learned numbers lie, and whether they are the ones that were learned.

Beside the package in a checkout or an editable install, inside it in a wheel; or in the folder that SAFEHARBOR_MODELS
names, such as `safeharbor train` writes. `models/SHA256SUMS` lists every file of
`models/` with its digest; no number is used before its file was compared with it.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache
from pathlib import Path

from checker.errors import ModelError

_PACKAGE = Path(__file__).parent
SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
VARIABLE = "SAFEHARBOR_MODELS"
"""The environment variable that names another folder of models; worker processes inherit it."""

_PLACES = (_PACKAGE.parent / "models", _PACKAGE / "models")


def model_path(name: str) -> Path:
    """The path of a model file or folder, `name` being relative to `models/`. Raises ModelError when it is missing.

    Only the place is told; `verified` gives the bytes.
    """
    for place in _places():
        if (path := place / name).exists():
            return path
    if named := os.environ.get(VARIABLE):
        raise ModelError(f"model file {name} is missing in {named}, the folder of models that was named")
    raise ModelError(f"model file {name} is missing: reinstall safeharbor, or run from a complete checkout")


def _places() -> tuple[Path, ...]:
    if named := os.environ.get(VARIABLE):
        return (Path(named),)
    # A wheel has checker/models; whatever else is called "models" in site-packages is not ours.
    return _PLACES[1:] if _PLACES[1].is_dir() else _PLACES


def use_models(folder: Path) -> None:
    """From now on, in this process and those it starts, the models are those of `folder`. Raises ModelError."""
    if not (folder / SUMS).is_file():
        raise ModelError(f"{folder} holds no {SUMS}: it is not a folder of models")
    os.environ[VARIABLE] = str(folder.resolve())
    listed_digests.cache_clear()


def verified(file: str) -> bytes:
    """The bytes of a model file, compared with SHA256SUMS. Raises ModelError when they differ."""
    expected = listed_digests().get(file)
    if expected is None:
        raise ModelError(f"model file {file} is not listed in {SUMS}")
    try:
        data = model_path(file).read_bytes()
    except OSError as error:
        raise ModelError(f"model file {file} cannot be read: {error.strerror}") from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise ModelError(f"model file {file} is not the one that {SUMS} describes; reinstall or retrain")
    return data


def verify_all() -> tuple[str, ...]:
    """Every model file listed, each compared with its digest. Raises ModelError at the first that differs."""
    files = tuple(listed_digests())
    for file in files:
        verified(file)
    return files


def write_sums(folder: Path) -> None:
    """Lists every model file of the folder, after training."""
    files = sorted(f for f in folder.rglob("*") if f.is_file() and f.name not in (SUMS, "README.md"))
    kept = [f for f in files if not f.name.startswith(".") and "labels" not in f.parts]
    lines = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.relative_to(folder).as_posix()}\n" for f in kept]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


@cache
def listed_digests() -> dict[str, str]:
    """Each model file and its digest. Raises ModelError when the list is missing or damaged."""
    try:
        text = model_path(SUMS).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{SUMS} cannot be read") from error
    matches = [_LINE.fullmatch(line) for line in text.removesuffix("\n").split("\n")]
    if not text.endswith("\n") or not all(matches):
        raise ModelError(f"{SUMS} is damaged; reinstall or retrain")
    return {m[2]: m[1] for m in matches if m}
