"""RunReport → text, one module a format. A renderer reads reports; it decides nothing and writes nothing.

Each format is loaded when it is asked for, so that one gate pays for one format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from checker.errors import ConfigError
from checker.types import RunReport

FORMATS: dict[str, str] = {
    "text": "checker.reports.text",
    "json": "checker.reports.json_v1",
    "jsonl": "checker.reports.rows:render_jsonl",
    "csv": "checker.reports.rows:render_csv",
    "html": "checker.reports.html",
    "markdown": "checker.reports.markdown",
    "sarif": "checker.reports.sarif",
    "junit": "checker.reports.junit",
    "github": "checker.reports.github",
    "gitlab": "checker.reports.gitlab",
}
"""Name of a format → module whose `render` makes it, or `module:function`."""


def render(name: str, report: RunReport, **options: object) -> str:
    """The report in one format. Only `text` takes options. Raises ConfigError for a name that is not in FORMATS."""
    return "".join(render_parts(name, report, **options))


def render_parts(name: str, report: RunReport, **options: object) -> Iterator[str]:
    """The same in pieces, where the format has them, for a report that is too large to hold as a whole."""
    if name not in FORMATS:
        raise ConfigError(f"unknown format {name!r}; formats: {', '.join(FORMATS)}")
    module, _, function = FORMATS[name].partition(":")
    loaded = import_module(module)
    if parts := getattr(loaded, "parts", None):
        return cast("Iterator[str]", parts(report, **options))
    make = cast("Callable[..., str]", getattr(loaded, function or "render"))
    return iter((make(report, **options),))
