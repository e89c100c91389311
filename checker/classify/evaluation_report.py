"""An evaluation as text, and as one HTML page with its plots and no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from checker.classify.evaluation import SHOWN, TAKEN_FOR

HEAD = f"{'':28}{'n':>8}{'precision':>22}{'recall':>22}{'F1':>22}"


def render_text(found: Mapping[str, Any]) -> str:
    """A table of classes, the calibration errors, and some errors of each kind."""
    lines = [f"{found['releases']} labelled releases, {found['sentences']} labelled sentences", "", HEAD]
    for name, row in found["classes"].items():
        cells = "".join(f"{_interval(row[k]):>22}" for k in ("precision", "recall", "f1"))
        lines.append(f"{name:28}{row['n']:8}{cells}")
    lines += [f"{name:28}{row['n']:8}{_interval(row):>22}" for name, row in found["shares"].items()]
    lines.append("In brackets: 95 % intervals, companies drawn with replacement")
    if found["confusion"]:
        lines += ["", f"{'labelled sentences, taken for':30}" + "".join(f"{column:>14}" for column in TAKEN_FOR)]
        lines += [
            f"  {label:28}" + "".join(f"{row[c]:14}" for c in TAKEN_FOR) for label, row in found["confusion"].items()
        ]
    for name, told in found["reliability"].items():
        lines += ["", f"Confidence of {name}: expected calibration error {told['expected calibration error']:.3f}"]
        lines += [f"  {b['confidence']:.2f} said, {b['share']:.2f} right, n = {b['n']}" for b in told["bins"]]
    for kind, errors in _by_kind(found["errors"]).items():
        lines += ["", f"{kind}: {len(errors)}"]
        lines += [f"  {e['id']} {e['start']}–{e['end']}: {e['words']}" for e in errors[:SHOWN]]
    return "\n".join(lines) + "\n"


def _interval(figure: Mapping[str, float]) -> str:
    return f"{figure['value']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}]"


def _by_kind(errors: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    kinds: dict[str, list[Mapping[str, Any]]] = {}
    for error in errors:
        kinds.setdefault(error["kind"], []).append(error)
    return kinds


_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}"
    "table{border-collapse:collapse}td,th{padding:.25em .8em;text-align:right;border-bottom:1px solid #ddd}"
    "td:first-child,th:first-child{text-align:left}figure{display:inline-block;margin:0 2em 1em 0}"
    "li{margin:.3em 0}small{color:#666}"
)


def render_html(found: Mapping[str, Any]) -> str:
    """One page that needs nothing else."""
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td>{row['n']}</td>"
        + "".join(f"<td>{_interval(row[k])}</td>" for k in ("precision", "recall", "f1"))
        + "</tr>"
        for name, row in found["classes"].items()
    )
    rows += "".join(
        f"<tr><td>{escape(name)}</td><td>{row['n']}</td><td></td><td>{_interval(row)}</td><td></td></tr>"
        for name, row in found["shares"].items()
    )
    plots = "".join(_plot(name, told) for name, told in found["reliability"].items())
    errors = "".join(_errors(kind, items) for kind, items in _by_kind(found["errors"]).items())
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Evaluation</title><style>{_STYLE}</style>'
        f"<h1>Evaluation</h1><p>{found['releases']} labelled releases, {found['sentences']} labelled sentences. "
        "In brackets: 95&nbsp;% intervals, companies drawn with replacement.</p>"
        "<table><tr><th>class</th><th>n</th><th>precision</th><th>recall</th><th>F1</th></tr>"
        f"{rows}</table>{_confusion(found['confusion'])}<h2>Is the confidence true?</h2>{plots}"
        f"<h2>What went wrong</h2>{errors or '<p>Nothing.</p>'}"
        "</html>\n"
    )


def _confusion(table: Mapping[str, Mapping[str, int]]) -> str:
    """What labelled sentences were taken for; nothing when none is labelled."""
    if not table:
        return ""
    head = "".join(f"<th>{escape(column)}</th>" for column in TAKEN_FOR)
    rows = "".join(
        f"<tr><td>{escape(label)}</td>" + "".join(f"<td>{row[c]}</td>" for c in TAKEN_FOR) + "</tr>"
        for label, row in table.items()
    )
    return f"<h2>What were labelled sentences taken for?</h2><table><tr><th>label</th>{head}</tr>{rows}</table>"


def _errors(kind: str, items: Sequence[Mapping[str, Any]]) -> str:
    quotes = "".join(
        f"<li>{escape(e['words'])} <small>{escape(e['id'])} {e['start']}–{e['end']}</small></li>" for e in items[:SHOWN]
    )
    return f"<h3>{escape(kind)}: {len(items)}</h3><ul>{quotes}</ul>"


SIDE = 260
"""Pixels of a plot's side."""


def _plot(name: str, told: Mapping[str, Any]) -> str:
    """Confidence to the right, share of hits upwards; on the diagonal a confidence is true."""
    most = max((b["n"] for b in told["bins"]), default=1)
    dots = "".join(
        f'<circle cx="{b["confidence"] * SIDE:.1f}" cy="{(1 - b["share"]) * SIDE:.1f}" r="{3 + 7 * b["n"] / most:.1f}" '
        f'fill="#36c" fill-opacity=".7"><title>{b["share"]:.2f} of {b["n"]}</title></circle>'
        for b in told["bins"]
    )
    return (
        f'<figure><svg width="{SIDE + 20}" height="{SIDE + 20}" viewBox="-10 -10 {SIDE + 20} {SIDE + 20}" role="img" '
        f'aria-label="Reliability of {escape(name)}"><rect width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>'
        f'<path d="M0 {SIDE}L{SIDE} 0" stroke="#999" stroke-dasharray="4"/>{dots}</svg>'
        f"<figcaption>{escape(name)}: expected calibration error {told['expected calibration error']:.3f}"
        "</figcaption></figure>"
    )
