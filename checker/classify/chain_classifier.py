"""A linear-chain conditional random field as a scikit-learn classifier. Training and measuring only.

Rows are units in the order of their texts; `steps` says how each row follows the one above it. Without `steps` every
row is a sequence of its own and the model is a logistic regression, so scikit-learn's own checks hold.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import issparse
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data

START = -1
"""The step of a row that begins a sequence."""

STAY, ENTER, LEAVE = range(3)
LOOSE = 0.01
"""Penalty of the potentials of steps: they are few and well supported."""


class ChainClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Two states; class 1 is "inside".

    penalty   weight of the squared weights (L2)
    kinds     number of kinds of steps
    max_iter  iterations of L-BFGS-B
    """

    def __init__(self, penalty: float = 0.1, kinds: int = 1, max_iter: int = 200) -> None:
        self.penalty = penalty
        self.kinds = kinds
        self.max_iter = max_iter

    def fit(self, X: Any, y: Any, sample_weight: Any = None, steps: Any = None) -> ChainClassifier:  # noqa: N803
        """Fits by maximum conditional likelihood. A sequence counts with the weight of its first row."""
        X, y = validate_data(self, X, y, accept_sparse="csr", dtype=np.float64)  # noqa: N806
        check_classification_targets(y)
        self.classes_ = np.unique(y)
        if len(self.classes_) > 2:
            raise ValueError("Only binary classification is supported. The number of classes is more than two.")
        weight = _check_sample_weight(sample_weight, X, dtype=np.float64)
        if len(self.classes_) == 1:
            raise ValueError("Classifier can't train when only one class is present.")
        rows = _Rows(_steps(steps, X.shape[0]), self.kinds)
        problem = _Problem(X, (y == self.classes_[1]).astype(float), weight, rows, self.penalty)
        done = minimize(
            problem, np.zeros(problem.size), jac=True, method="L-BFGS-B", options={"maxiter": self.max_iter}
        )
        self.coef_, (self.intercept_, self.start_), self.moves_ = problem.parts(done.x)
        self.n_iter_ = int(done.nit)
        return self

    def decision_function(self, X: Any, steps: Any = None) -> Any:  # noqa: N803
        """Log-odds of being inside, given the whole sequence."""
        check_is_fitted(self)
        X = validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=False)  # noqa: N806
        rows = _Rows(_steps(steps, X.shape[0]), self.kinds)
        sums = rows.sums(X @ self.coef_ + self.intercept_, self.start_, self.moves_)
        return sums.inside - sums.outside

    def predict_proba(self, X: Any, steps: Any = None) -> Any:  # noqa: N803
        """Probabilities of both classes, given the whole sequence."""
        odds = self.decision_function(X, steps)
        inside = np.exp(-np.logaddexp(0.0, -odds))
        return np.column_stack([1.0 - inside, inside])

    def predict(self, X: Any, steps: Any = None) -> Any:  # noqa: N803
        """The likelier class of each row."""
        inside = self.decision_function(X, steps) > 0
        return self.classes_[inside.astype(int)]

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        tags.input_tags.sparse = True
        return tags


def _steps(steps: Any, count: int) -> Any:
    if steps is None:
        return np.full(count, START)
    steps = np.asarray(steps)
    if steps.shape != (count,) or (count and steps[0] != START):
        raise ValueError("steps: one a row, and the first row begins a sequence")
    return steps


class _Sums:
    """Log-sums over all paths that are inside, or outside, at each row; and the passes they were made of."""

    def __init__(self, forward: Any, backward: Any) -> None:
        self.forward, self.backward = forward, backward
        self.inside, self.outside = forward[0] + backward[0], forward[1] + backward[1]
        self.all = np.logaddexp(self.inside, self.outside)


class _Rows:
    """The rows of all sequences, arranged so that one pass over positions serves all sequences at once."""

    def __init__(self, steps: Any, kinds: int) -> None:
        self.steps, self.kinds = steps, kinds
        self.first = np.flatnonzero(steps == START)
        self.later = np.flatnonzero(steps != START)
        lengths = np.diff(np.append(self.first, len(steps)))
        order = np.argsort(-lengths, kind="stable")
        starts, sizes = self.first[order], lengths[order]
        self.columns = [
            starts[: int(np.searchsorted(-sizes, -t, "left"))] + t for t in range(int(sizes.max(initial=0)))
        ]
        self.sequence = np.repeat(np.arange(len(self.first)), lengths)

    def sums(self, scores: Any, start: float, moves: Any) -> _Sums:
        add = np.logaddexp
        forward, backward = np.zeros((2, len(scores))), np.zeros((2, len(scores)))
        forward[0, self.first] = start + scores[self.first]
        for at in self.columns[1:]:
            step, (inside, outside) = moves[self.steps[at]], forward[:, at - 1]
            forward[0, at] = add(inside + step[:, STAY], outside + step[:, ENTER]) + scores[at]
            forward[1, at] = add(inside + step[:, LEAVE], outside)
        for at in self.columns[:0:-1]:
            step, inside, outside = moves[self.steps[at]], scores[at] + backward[0, at], backward[1, at]
            backward[0, at - 1] = add(step[:, STAY] + inside, step[:, LEAVE] + outside)
            backward[1, at - 1] = add(step[:, ENTER] + inside, outside)
        return _Sums(forward, backward)


class _Problem:
    """The penalised negative log-likelihood and its gradient, as functions of all numbers in one vector."""

    def __init__(self, matrix: Any, inside: Any, weight: Any, rows: _Rows, penalty: float) -> None:
        self.matrix, self.inside, self.rows, self.penalty = matrix, inside, rows, penalty
        self.transposed = matrix.T.tocsr() if issparse(matrix) else matrix.T
        self.weight = weight[rows.first][rows.sequence]
        self.features = matrix.shape[1]
        self.size = self.features + 2 + 3 * rows.kinds
        before, now = inside[rows.later - 1], inside[rows.later]
        self.taken = self._counted(before * now, (1 - before) * now, before * (1 - now))
        self.started = float((self.weight * inside)[rows.first].sum())

    def parts(self, vector: Any) -> tuple[Any, Any, Any]:
        """Weights; intercept and start; moves by kind of step."""
        n = self.features
        return vector[:n], vector[n : n + 2], vector[n + 2 :].reshape(-1, 3)

    def __call__(self, vector: Any) -> tuple[float, Any]:
        weights, (intercept, start), moves = self.parts(vector)
        rows, scores = self.rows, self.matrix @ weights + intercept
        sums = rows.sums(scores, start, moves)
        belief = np.exp(sums.inside - sums.all)
        surplus = self.weight * (belief - self.inside)
        likelihood = (self.weight * self.inside * scores).sum() + start * self.started + (moves * self.taken).sum()
        cost = (self.weight * sums.all)[rows.first].sum() - likelihood
        cost += 0.5 * self.penalty * (weights @ weights) + 0.5 * LOOSE * (start**2 + (moves**2).sum())
        change = np.concatenate(
            [
                self.transposed @ surplus + self.penalty * weights,
                [surplus.sum(), (self.weight * belief)[rows.first].sum() - self.started + LOOSE * start],
                (self._expected(scores, moves, sums) - self.taken + LOOSE * moves).ravel(),
            ]
        )
        return float(cost), change

    def _expected(self, scores: Any, moves: Any, sums: _Sums) -> Any:
        at = self.rows.later
        step, (inside, outside) = moves[self.rows.steps[at]], sums.forward[:, at - 1]
        ahead_in, ahead_out = scores[at] + sums.backward[0, at] - sums.all[at], sums.backward[1, at] - sums.all[at]
        return self._counted(
            np.exp(inside + step[:, STAY] + ahead_in),
            np.exp(outside + step[:, ENTER] + ahead_in),
            np.exp(inside + step[:, LEAVE] + ahead_out),
        )

    def _counted(self, *shares: Any) -> Any:
        """Weighted totals of the three moves by kind of step."""
        at, kinds = self.rows.later, self.rows.kinds
        return np.column_stack([np.bincount(self.rows.steps[at], self.weight[at] * s, kinds) for s in shares])
