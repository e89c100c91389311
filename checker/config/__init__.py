"""Command line, environment and file → one resolved `Settings` value, and where each part came from.

    command line > environment > file > default

The file is the nearest `safeharbor.toml`, or `pyproject.toml` with `[tool.safeharbor]`, upward from the first
path. One file counts; others count only where it names them with `extend`.
"""

from checker.config.resolve import Resolved, Value, resolve
from checker.config.schema import FAIL_ON, LEVELS, PROFILES

__all__ = ["FAIL_ON", "LEVELS", "PROFILES", "Resolved", "Value", "resolve"]
