"""A folder of drafts, as a desk has it, for the tests of the gate's commands: one good, one without a legend."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"
GOOD, BAD = "good.txt", "drafts/bad.txt"
RULE = "legend-present"
"""What is missing in the bad draft: an error in every profile."""

DIRECTIVE = f"\n<!-- safeharbor: ignore[{RULE}] counsel has seen it -->\n"
DAY, LAST, AFTER = "2026-05-01", "2026-06-30", "2026-07-01"

WAIVERS = f"""\
# Waivers of the desk. Ask counsel before you add one.

# agreed on the phone
[[waiver]]
rule = "{RULE}"
path = "drafts/*.txt"
reason = "The legend is read on the call"
approver = "I. Orme"
created = 2026-04-01
expires = {LAST}
"""


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder, current, with `good.txt`, `drafts/bad.txt` and `waivers.toml`."""
    monkeypatch.chdir(tmp_path)
    names = ("SAFEHARBOR_PROFILE", "SAFEHARBOR_FAIL_ON", "SAFEHARBOR_CONFIG", "FORCE_COLOR", "SOURCE_DATE_EPOCH")
    for name in names:
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "drafts").mkdir()
    shutil.copy(FIXTURES / "earnings-guidance.txt", tmp_path / GOOD)
    shutil.copy(FIXTURES / "statements-no-legend.txt", tmp_path / BAD)
    (tmp_path / "waivers.toml").write_text(WAIVERS, encoding="utf-8")
    yield tmp_path
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o700)  # whatever a test has locked can be cleared away
