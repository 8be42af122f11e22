"""`orgmodel check`: every finding, exact to line and column."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from orgmodel.cli import terminal
from orgmodel.cli.model_options import ModelOptions, model_options, open_model
from orgmodel.cli.writing import parse_outputs, write_output

if TYPE_CHECKING:
    from orgmodel.findings import Severity

SEVERITIES = ("error", "warning", "info")


@click.command(short_help="Find what is wrong, missing or doubly owned; the command for CI.")
@click.argument("paths", metavar="[PATH]…", nargs=-1)
@click.option(
    "--format",
    "format_name",
    default=None,
    help="full (default), concise, json, github, sarif, gitlab, junit or markdown.",
)
@click.option("-o", "--output", "outputs", metavar="[FORMAT=]FILE", multiple=True, help="Write to a file; repeatable.")
@click.option("--select", metavar="RULE,…", multiple=True, help="Only these rules, by name or (beginning of) code.")
@click.option("--ignore", metavar="RULE,…", multiple=True, help="Not these rules.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 if a finding is at or above this severity.",
)
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    default=None,
    help="Show findings at or above this severity, in every format.  [default: warning, or that of --fail-on]",
)
@click.option("--baseline", metavar="FILE", help="Findings in FILE are known: counted, not shown, no reason to fail.")
@click.option(
    "--write-baseline",
    "written",
    metavar="[FILE]",
    is_flag=False,
    flag_value="",
    default=None,
    help="Write all findings to FILE (that of --baseline, else orgmodel-baseline.json) as known.",
)
@click.option(
    "--all",
    "show_all",
    is_flag=True,
    help="Show all findings of a rule, not its first few; infos need --min-severity info.",
)
@model_options
def command(paths: tuple[str, ...], **values: Any) -> int:
    """Check one or more models and list every finding.

    PATH is a YAML or JSON file, a table, a folder (its org.yaml), or - for standard input; several
    PATHs are several models. The default is the current folder.

    \b
    Exit codes: 0 nothing at or above --fail-on · 1 findings · 2 usage · 3 a fault of orgmodel itself
    """
    from orgmodel.checking.check import CheckOptions, check  # noqa: PLC0415
    from orgmodel.cli.baseline_file import read_baseline, say_foreign, write_baseline  # noqa: PLC0415
    from orgmodel.findings import Severity  # noqa: PLC0415
    from orgmodel.reports.formats import FORMATS  # noqa: PLC0415
    from orgmodel.reports.options import TextOptions  # noqa: PLC0415

    reading = ModelOptions.taken_from(values)
    select, ignore = _rules(values["select"]), _rules(values["ignore"])
    formats = {form.name: form for form in FORMATS}
    baseline = read_baseline(values["baseline"], values["written"], reading.redact)
    targets = parse_outputs(values["outputs"], values["format_name"], formats, default="full")
    show_all = values["show_all"]
    options = CheckOptions(
        select=select,
        ignore=ignore,
        min_severity=_shown_from(values["min_severity"], values["fail_on"]),
        **({"keep": None} if show_all else {}),
        baseline=baseline.known,
        redacted=bool(reading.redact),
    )
    beside = (values["baseline"], baseline.target)
    models = [open_model(path, reading, beside=beside) for path in paths or (".",)]
    if baseline.target is None:
        say_foreign(values["baseline"], baseline.known, models)
    else:
        options = replace(options, baseline=write_baseline(baseline, models, options))
    reports = [check(opened.loaded, opened.day, options) for opened in models]
    sources = [source for opened in models for source in opened.files]
    for target in targets:
        color = target.file is None and terminal.wants_color()
        text = TextOptions(
            color=color,
            width=terminal.width(60, 120),
            min_severity=options.min_severity,
            **({"per_rule": None} if show_all else {}),
        )
        write_output(target, formats[target.format].load()(reports, text), sources)
    fail_on = None if values["fail_on"] == "never" else Severity(values["fail_on"])
    return int(any(report.fails_at(fail_on) for report in reports))


def _shown_from(told: str | None, fail_on: str) -> Severity:
    """The severity from which findings are shown: what makes a run fail is never hidden."""
    from orgmodel.findings import Severity  # noqa: PLC0415

    if told is not None:
        return Severity(told)
    return Severity.INFO if fail_on == "info" else Severity.WARNING


def _rules(texts: tuple[str, ...]) -> tuple[str, ...]:
    from orgmodel.errors import UsageError  # noqa: PLC0415
    from orgmodel.loading.problems import suggestion  # noqa: PLC0415
    from orgmodel.rules.registry import ENTRIES  # noqa: PLC0415

    names = tuple(part.strip() for text in texts for part in text.split(",") if part.strip())
    for name in names:
        if not any(name == entry.name or entry.code.startswith(name.upper()) for entry in ENTRIES):
            near = suggestion(name, [entry.name for entry in ENTRIES])
            raise UsageError(f'there is no rule "{name}"{near}')
    return names
