"""Where the learned numbers lie: beside the package in a checkout or an editable install, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

from checker.errors import ModelError

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE.parent / "models", _PACKAGE / "models")


def model_path(name: str) -> Path:
    """The path of a model file or folder, `name` being relative to `models/`. Raises ModelError when it is missing.

    Only the place is told: whether the file is the one its card describes is for its reader to check.
    """
    for place in _places():
        if (path := place / name).exists():
            return path
    raise ModelError(f"model file {name} is missing: reinstall safeharbor, or run from a complete checkout")


def _places() -> tuple[Path, ...]:
    # A wheel has checker/models; whatever else is called "models" in site-packages is not ours.
    return _PLACES[1:] if _PLACES[1].is_dir() else _PLACES
