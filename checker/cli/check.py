"""`safeharbor check`: releases in, report out, the exit code for the gate."""

from __future__ import annotations

from typing import Any

from checker.cli import options
from checker.cli.clock import parse_day
from checker.cli.exit_codes import ExitCode, exit_code, table
from checker.cli.request import Request, check_all, listed, prepare, severities, tell_failures
from checker.cli.streams import tell, with_progress, write_out
from checker.errors import ConfigError

EPILOG = f"""\b
Exit codes:
{table()}

\b
Examples:
  safeharbor check release.txt
  safeharbor check drafts/ --profile practice --fail-on warning --output json=report.json
"""


def check(
    paths: options.Paths,
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    extend_select: options.ExtendSelect = None,
    severity: options.Severities = None,
    fail_on: options.FailOn = None,
    format_: options.Format = "text",
    output: options.Output = None,
    audit: options.Audit = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    issuer: options.IssuerFile = None,
    context: options.Context = None,
    as_of: options.AsOf = None,
    prior: options.Prior = None,
    waivers: options.WaiverFile = None,
    baseline: options.BaselineFile = None,
    inline_suppressions: options.Inline = None,
    today: options.Today = None,
    fix: options.Fix = False,
    diff: options.Diff = False,
    jobs: options.Jobs = None,
    allow_empty: options.AllowEmpty = False,
    exit_zero: options.ExitZero = False,
    stdin_filename: options.StdinFilename = None,
    models: options.Models = None,
    why: options.Why = False,
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> int:
    """Check the forward-looking-statement legends of press releases."""
    from checker.classify.why import render_why
    from checker.cli.audit import write_record
    from checker.cli.fixes import check_fixable, fix_all
    from checker.cli.outputs import (
        check_apart,
        check_format,
        check_target,
        finish_for,
        parse_outputs,
        write_job_summary,
        write_reports,
    )
    from checker.model_files import use_models
    from checker.readers import READABLE_SUFFIXES
    from checker.run import report_run

    if models:
        use_models(models)
    shown = check_format(format_, "--format")
    if why and shown != "text":
        raise ConfigError("--why adds to the text report; leave --format out")
    outputs = parse_outputs(output or ())
    if audit:
        check_target(audit, "--audit")
    if audit and prior:
        raise ConfigError("--audit and --prior exclude each other: the record does not hold the earlier release")
    if fix and diff:
        raise ConfigError("--fix and --diff exclude each other: --diff shows what --fix would write")
    if fix:
        check_fixable(paths)
    given: dict[str, Any] = {
        "profile": profile,
        "select": listed(select),
        "ignore": listed(ignore),
        "extend-select": listed(extend_select),
        "severity": severities(severity),
        "fail-on": fail_on,
        "inline-suppressions": inline_suppressions,
        "waivers": waivers,
        "baseline": baseline,
        "issuer": issuer,
        "context": listed(context),
    }
    task = prepare(
        Request(
            paths=paths,
            given=given,
            config=config,
            use_files=not no_config,
            release_date=parse_day(as_of, "--as-of"),
            prior=prior,
            stdin_filename=stdin_filename,
            today=parse_day(today, "--today"),
        )
    )
    check_apart([*(o.path for o in outputs), *([audit] if audit else [])], task.inputs)
    formats = {None if quiet else shown, *(o.format for o in outputs)}
    finish = finish_for(formats) if not (audit or fix or why) else None
    releases = with_progress(check_all(task, jobs=jobs, debug=debug, finish=finish), task.total, quiet=quiet)
    if fix:
        releases = fix_all(task, releases)
    report = report_run(releases, task.resolved.rules, task.resolved.settings)
    written = write_reports(report, None if quiet else shown, outputs, verbose=verbose, diff=diff)
    write_job_summary(report)
    if why and not quiet:
        write_out(render_why(report))
    if audit:
        written = write_record(audit, task, report) and written
    tell_failures(report.releases if quiet or shown != "text" else (), task.listing)
    if not report.releases and not task.listing.unlisted:
        tell(f"nothing to check in {', '.join(paths)}; releases are {', '.join(sorted(READABLE_SUFFIXES))} files")
    if not written:
        return ExitCode.USAGE
    unlisted = bool(task.listing.unlisted)
    return exit_code(report, unlisted=unlisted, allow_empty=allow_empty, exit_zero=exit_zero)
