"""What our scikit-learn transformers of sentences have in common."""

from __future__ import annotations

from typing import Any

from sklearn.base import BaseEstimator, TransformerMixin


class TakesSentences(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """A transformer whose input is sentences with their context, no matrix of numbers."""

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        tags.requires_fit = True
        return tags
