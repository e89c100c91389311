"""The model card says what the models' own cards say."""

from __future__ import annotations

from checker.classify.model_card import written
from checker.model_files import model_path


def test_the_card_is_written_from_the_models() -> None:
    page = (model_path(".") / "README.md").read_text(encoding="utf-8")
    assert page == written(), "run python -m checker.classify.model_card"


def test_the_card_tells_what_a_reader_needs() -> None:
    page = written()
    assert all(word in page for word in ("Intended use", "Known failures", "by era", "by source", "clean", "Retrain"))
