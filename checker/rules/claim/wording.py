"""What the rules on citation defects share: from the defects of a citation to findings."""

from __future__ import annotations

from collections.abc import Mapping

from checker.types import Finding, Found, Reading


def defects_found(reading: Reading, grades: Mapping[str, str]) -> Found:
    """One finding a defect whose code is in `grades` (code → grade, "" for the rule's own severity).

    The note shows what stands there and the nearest valid form.
    """
    findings = [
        Finding(passages=(c,), grade=grades[d.code], note=f"“{d.found}”; consider “{d.nearest}”", fix=d.fix)
        for c in reading.citations
        for d in c.defects
        if d.code in grades
    ]
    return Found(findings=tuple(findings))
