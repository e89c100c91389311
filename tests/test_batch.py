"""Many files, one process or several: the same reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.batch import check_files
from checker.rules import RULES
from checker.types import Settings

RELEASE = "Our office opened on Monday. We expect sales of $40 million in 2027.\n"


def test_workers_find_files_named_from_the_folder_of_each_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers outlive a call: those of the first are asked again from another folder."""
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        name = Path(f"in-{folder.name}.txt")
        (folder / name).write_text(RELEASE, encoding="utf-8")
        monkeypatch.chdir(folder)
        reports = list(check_files([name, name], RULES, Settings(), jobs=2))
        assert [(report.source, report.failure) for report in reports] == [(name.as_posix(), None)] * 2
        assert reports == list(check_files([name, name], RULES, Settings(), jobs=1))
