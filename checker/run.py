"""Release reports → the report of a run, with what judged them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date

from checker.classify.artefact import model_infos
from checker.gate.nouns import GATE_RULES
from checker.provenance import RULES_VERSION, rules_sha256
from checker.rules.pages import page_of
from checker.types import ReleaseReport, Rule, RuleInfo, RunReport, Settings
from checker.version import __version__


def report_run(releases: Iterable[ReleaseReport], rules: Sequence[Rule], settings: Settings) -> RunReport:
    """The report of a run. Raises ModelError when a model file is not what its card says."""
    return RunReport(
        releases=tuple(releases),
        rules=(*(_info(rule, settings) for rule in rules), *GATE_RULES),
        tool_version=__version__,
        rules_version=RULES_VERSION,
        rules_sha256=rules_sha256(),
        models=model_infos(),
        profile=settings.profile_name or settings.profile,
        settings_sha256=settings_sha256(settings),
        fail_on=settings.fail_on,
    )


def _info(rule: Rule, settings: Settings) -> RuleInfo:
    severity = settings.severity.get(rule.id, rule.severity.get(settings.profile))
    return RuleInfo(id=rule.id, title=rule.title, authority=rule.authority, severity=severity, page=page_of(rule))


def settings_sha256(settings: Settings) -> str:
    """A digest of the effective settings, the same whatever order they were given in."""
    told = asdict(replace(settings, prior=None))
    del told["ignores_place"]  # where a run was started is no setting
    told["prior"] = settings.prior.release.metadata.sha256 if settings.prior else None
    return hashlib.sha256(_stable(told).encode()).hexdigest()


def _stable(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{k!r}:{_stable(value[k])}" for k in sorted(value)) + "}"
    if isinstance(value, (set, frozenset)):
        return "{" + ",".join(sorted(map(_stable, value))) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(_stable, value)) + "]"
    return value.isoformat() if isinstance(value, date) else repr(value)
