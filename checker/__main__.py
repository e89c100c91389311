"""python -m checker"""

import sys

from checker.cli import run

if __name__ == "__main__":
    sys.exit(run())
