"""Workflow commands that GitHub shows as annotations beside the changed lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Severity
from orgmodel.reports.options import TextOptions
from orgmodel.reports.summary import clean_lines, more_lines, total_lines
from orgmodel.reports.tally import tally
from orgmodel.reports.terminal import as_lines, visible, without_commands
from orgmodel.source import Mark

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LONGEST = 4_000
_ONE_LINE = 1_000
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(reports: Sequence[Report], options: TextOptions | None = None) -> str:
    """A command for each stored finding, then for the log the same last lines as in text."""
    run = tally(reports)
    options = replace(options or TextOptions(), color=False, width=_ONE_LINE)
    found = any(run.found.values())
    rest = more_lines(run.kept_back, "--all") + clean_lines(reports, options, alone=not found)
    if found:
        rest += total_lines(run, options)
    return "".join(map(_command, run.findings)) + as_lines(rest)


def _command(finding: Finding) -> str:
    properties = {
        "title": f"{finding.code} {finding.rule}",
        "file": visible(finding.place.path),
        **_region(finding.place.mark),
    }
    told = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    text = visible(finding.message, _LONGEST)
    if finding.fix:
        text += f"\nfix: {visible(finding.fix, _LONGEST)}"
    return f"::{_COMMANDS[finding.severity]} {told}::{without_commands(text).translate(_DATA)}\n"


def _region(mark: Mark) -> dict[str, int]:
    """The place in the text, also for tables. GitHub takes columns only within one line."""
    lines = {"line": mark.line, "endLine": mark.end_line}
    if mark.line != mark.end_line:
        return lines
    return {"line": mark.line, "col": mark.column, "endLine": mark.end_line, "endColumn": mark.end_column}
