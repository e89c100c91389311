"""python -m checker, and the command `safeharbor`."""

from __future__ import annotations

import sys


def run() -> int:
    """The program, its imports included: an interruption while they run is told in the same line as any other."""
    try:
        from checker.cli import run as program

        return program()
    except KeyboardInterrupt:
        sys.stderr.write("safeharbor: interrupted\n")
        return 130


if __name__ == "__main__":
    sys.exit(run())
