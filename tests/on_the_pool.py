"""How often each rule fires on the unlabelled releases: the figures of docs/rules-on-the-pool.md.

    python tests/on_the_pool.py                 # every rule of the profile
    python tests/on_the_pool.py placeholder     # these, with the words found and the release's id, to be read

Releases that hold neither a legend nor a pointer to one are left out of the shares. Dates are those the text tells.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool
from typing import Any

from quality import CORPUS

from checker.engine import judge
from checker.reading import read
from checker.rules import RULES
from checker.text.release import build_release
from checker.types import Metadata, Outcome, Settings

SHOWN = 300
"""Characters of each passage that are printed for reading."""

ASKED = frozenset(sys.argv[1:]) or None


def releases() -> Iterator[dict[str, Any]]:
    with gzip.open(CORPUS / "releases.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def outcomes(row: dict[str, Any]) -> tuple[str, tuple[Outcome, ...]]:
    """The outcomes of one release; none when it holds neither a legend nor a pointer to one."""
    metadata = Metadata(format="txt", encoding="utf-8", sha256="")
    settings = Settings(profile="full", rules=ASKED)
    reading = read(build_release(row["text"], source=row["id"], metadata=metadata), settings)
    return row["id"], judge(reading, RULES, settings) if reading.legends or reading.links else ()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    fired: dict[str, Counter[str]] = {}
    total = 0
    with Pool() as pool:
        for name, judged in pool.imap(outcomes, releases(), chunksize=20):
            total += bool(judged)
            for outcome in judged:
                count = fired.setdefault(outcome.rule, Counter())
                if not outcome.is_finding and outcome.status != "review":
                    continue
                count[outcome.severity or outcome.status] += 1
                if ASKED:
                    quoted = " … ".join(" ".join(e.text.split())[:SHOWN] for e in outcome.evidence)
                    say(f"{name} {outcome.rule} {outcome.severity}: {outcome.message}\n    {quoted}")
    say(f"{total} releases with a legend or a pointer to one\n\n| rule | fires | of these |\n| --- | --- | --- |")
    for rule, count in sorted(fired.items()):
        parts = ", ".join(f"{n} {kind}" for kind, n in count.most_common())
        say(f"| `{rule}` | {count.total() / total:.1%} | {parts or 'none'} |")


if __name__ == "__main__":
    main()
