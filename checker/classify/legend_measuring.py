"""Measuring the legend finder on labelled releases: what it found, how far, and whether its confidence is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.classify.chain import best_path, posteriors
from checker.classify.legend_disguises import DISGUISES, Span
from checker.classify.legend_examples import Example, dressed
from checker.classify.legends import LegendModel, find_legends, interpolate, score_units
from checker.records import dataclass

LEANS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""What may be added to a sentence's log-odds; the largest of those that are best out of fold is taken."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Overlap:
    """Characters of one release, white space aside: found and labelled, found alone, labelled alone."""

    both: int
    extra: int
    missed: int

    @property
    def iou(self) -> float:
        """Shared characters over all characters found or labelled; 1 when there are none."""
        every = self.both + self.extra + self.missed
        return self.both / every if every else 1.0


def overlap_of(example: Example, model: LegendModel | None) -> Overlap:
    """What the finder says of a release, beside its label."""
    spans, _ = find_legends(example.release, model)
    found = _characters(example.release.text, [(s.start, s.end) for s in spans])
    there = _characters(example.release.text, example.legends)
    return Overlap(both=len(found & there), extra=len(found - there), missed=len(there - found))


def _characters(text: str, spans: Iterable[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}


def extent_of(overlaps: Sequence[Overlap]) -> dict[str, float]:
    """Releases and characters together. "found" counts labelled releases in which some of a legend was found."""
    both, extra = sum(o.both for o in overlaps), sum(o.extra for o in overlaps)
    missed = sum(o.missed for o in overlaps)
    labelled = [o for o in overlaps if o.both + o.missed]
    ious = sorted(o.iou for o in labelled) or [1.0]
    figures = {
        "precision": both / max(1, both + extra),
        "recall": both / max(1, both + missed),
        "f1": 2 * both / max(1, 2 * both + extra + missed),
        "IoU, median": ious[len(ious) // 2],
        "IoU, 10th percentile": ious[len(ious) // 10],
        "found": sum(o.both > 0 for o in labelled) / max(1, len(labelled)),
    }
    rounded = {name: round(value, 4) for name, value in figures.items()}
    return {
        **rounded,
        "releases with a legend": len(labelled),
        "releases without": len(overlaps) - len(labelled),
        "false legends": sum(o.extra > 0 and not o.both + o.missed for o in overlaps),
    }


def extent(examples: Sequence[Example], models: Sequence[LegendModel | None]) -> dict[str, float]:
    """The figures of `extent_of`, each example by its own model."""
    return extent_of([overlap_of(e, m) for e, m in zip(examples, models, strict=True)])


def robustness(
    examples: Sequence[Example], models: Sequence[LegendModel | None], names: Iterable[str] = DISGUISES
) -> dict[str, dict[str, float]]:
    """The figures under each disguise, on releases that have a legend."""
    kept = [(e, m) for e, m in zip(examples, models, strict=True) if e.legends]
    return {name: extent_of([overlap_of(dressed(e, DISGUISES[name]), m) for e, m in kept]) for name in names}


def by_kind(
    examples: Sequence[Example], models: Sequence[LegendModel | None], kind: str
) -> dict[str, dict[str, float]]:
    """The figures by `source` or by `era`, the largest part first."""
    parts: dict[str, list[Overlap]] = {}
    for e, m in zip(examples, models, strict=True):
        key = e.source if kind == "source" else era_of(e.date)
        parts.setdefault(key or "unknown", []).append(overlap_of(e, m))
    return {k: extent_of(parts[k]) for k in sorted(parts, key=lambda k: (-len(parts[k]), k))}


def era_of(date: str) -> str:
    """The decade of a date, "unknown" without one."""
    return f"{date[:3]}0s" if date[:4].isdigit() else "unknown"


# ── is its confidence true? ───────────────────────────────────────────────────────────────────────

Belief = tuple[float, bool]
"""The mean belief of a block that was found, and whether most of its sentences are labelled inside."""


def block_beliefs(example: Example, model: LegendModel) -> list[Belief]:
    """One for each block found."""
    scores, steps = score_units(example.units, model), [u.step for u in example.units]
    path = best_path(scores, steps, model.transitions)
    beliefs = posteriors(scores, steps, model.transitions)
    found: list[Belief] = []
    run: list[int] = []
    for i, state in enumerate((*path, False)):
        if state:
            run.append(i)
        elif run:
            right = 2 * sum(example.inside[k] for k in run) > len(run)
            found.append((sum(beliefs[k] for k in run) / len(run), right))
            run = []
    return found


def calibrate(pairs: Sequence[Belief]) -> list[list[float]]:
    """Isotonic curve from mean belief to the share that was right (Zadrozny and Elkan, 2002).

    One right and one wrong block are added at each end, so that no confidence is 0 or 1.
    """
    from sklearn.isotonic import IsotonicRegression

    padded = [*pairs, (0.0, False), (0.0, True), (1.0, False), (1.0, True)]
    curve = IsotonicRegression(y_min=0.0, y_max=1.0).fit([b for b, _ in padded], [float(r) for _, r in padded])
    return [
        [round(float(x), 4), round(float(y), 4)] for x, y in zip(curve.X_thresholds_, curve.y_thresholds_, strict=True)
    ]


def cross_calibrated(by_release: Sequence[Sequence[Belief]], groups: Sequence[str], folds: int = 5) -> list[Belief]:
    """Confidence and truth of every block, each by a curve that was fitted without its group."""
    from sklearn.model_selection import GroupKFold

    found: list[Belief] = []
    for train, test in GroupKFold(min(folds, len(set(groups)))).split(by_release, groups=groups):
        curve = calibrate([pair for i in train for pair in by_release[i]])
        found += [(interpolate(b, curve), right) for i in test for b, right in by_release[i]]
    return found


def calibration_error(pairs: Sequence[Belief], bins: int = 10) -> float:
    """Expected calibration error: mean distance of confidence and share of hits, over bins of equal width."""
    return sum(abs(sum(p for p, _ in part) - sum(r for _, r in part)) for part in binned(pairs, bins)) / max(
        1, len(pairs)
    )


def binned(pairs: Sequence[Belief], bins: int = 10) -> list[list[Belief]]:
    """The pairs by their confidence, in bins of equal width."""
    parts: list[list[Belief]] = [[] for _ in range(bins)]
    for p, right in pairs:
        parts[min(bins - 1, int(p * bins))].append((p, right))
    return parts


def confusion(examples: Sequence[Example], overlaps: Sequence[Overlap]) -> Counter[str]:
    """Releases by what is labelled and what was found."""
    names = {(True, True): "found", (True, False): "missed", (False, True): "false", (False, False): "rightly none"}
    return Counter(names[bool(e.legends), o.both + o.extra > 0] for e, o in zip(examples, overlaps, strict=True))
