"""JUnit: one test case for each release and rule, met ones included, so that a Tests tab becomes the element matrix.

A finding at or above the gate is a failure; a lesser one passes with its message in system-out. What is accepted, does
not apply or could not be evaluated is skipped with the reason, a release that could not be read is an error.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.reports.telling import accepted
from checker.types import Outcome, ReleaseReport, RunReport, Severity

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RANK: dict[Severity, int] = {"note": 0, "warning": 1, "error": 2}


def render(report: RunReport) -> str:
    """One test suite a release. Times are left out: the same report gives the same bytes."""
    root = Element("testsuites", name="safeharbor")
    for release in report.releases:
        cases = [_case(release, o, report.fail_on) for o in release.outcomes] or [_unread(release)]
        counts = {kind: sum(c.find(kind) is not None for c in cases) for kind in ("failure", "error", "skipped")}
        suite = SubElement(
            root,
            "testsuite",
            name=_clean(release.source),
            tests=str(len(cases)),
            failures=str(counts["failure"]),
            errors=str(counts["error"]),
            skipped=str(counts["skipped"]),
        )
        suite.extend(cases)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(release: ReleaseReport, outcome: Outcome, fail_on: Severity | None) -> Element:
    case = Element("testcase", classname=_clean(release.source), name=outcome.rule)
    if outcome.waiver:
        skipped = SubElement(case, "skipped", message=_clean(accepted(outcome.waiver)))
        skipped.text = _clean(_told(release, outcome))
    elif outcome.status in ("not-applicable", "not-evaluated"):
        SubElement(case, "skipped", message=_clean(outcome.reason))
    elif outcome.is_finding and outcome.severity and fail_on and _RANK[outcome.severity] >= _RANK[fail_on]:
        failure = SubElement(case, "failure", message=_clean(outcome.message), type=outcome.severity)
        failure.text = _clean(_told(release, outcome))
    else:
        SubElement(case, "system-out").text = _clean(_told(release, outcome))
    return case


def _unread(release: ReleaseReport) -> Element:
    case = Element("testcase", classname=_clean(release.source), name="read")
    if release.failure:
        SubElement(case, "error", message=_clean(release.failure.message), type=_clean(release.failure.kind))
    return case


def _told(release: ReleaseReport, outcome: Outcome) -> str:
    lines = [f"{outcome.severity or outcome.status}: {outcome.message}"]
    for evidence in outcome.evidence:
        line = release.reading.release.position(evidence.start)[0] if release.reading else 1
        words = " ".join(evidence.text.split())
        lines.append(f'line {line}: "{words}"' if words else f"line {line}: would stand here")
    return "\n".join([*lines, outcome.advice] if outcome.advice else lines)


def _clean(text: str) -> str:
    """Characters that XML 1.0 cannot carry become a replacement mark."""
    return _UNPRINTABLE.sub("\ufffd", text)
