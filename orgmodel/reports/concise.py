"""One line per finding, as compilers and editors know it."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.checking.report import Report
from orgmodel.findings import Finding
from orgmodel.reports.options import TextOptions
from orgmodel.reports.summary import more_lines
from orgmodel.reports.tally import tally
from orgmodel.reports.terminal import Paint, as_lines, visible

_LONGEST = 2_000


def render(reports: Sequence[Report], options: TextOptions | None = None) -> str:
    """Every stored finding on a line of its own; nothing at all for clean models."""
    run = tally(reports)
    paint = Paint(options.color if options else False)
    lines = [_line(finding, paint) for finding in run.findings]
    return as_lines([*lines, *more_lines(run.kept_back, "--all")])


def _line(finding: Finding, paint: Paint) -> str:
    place = paint.bold(visible(str(finding.place)))
    severity = paint.severity(finding.severity, finding.severity)
    return f"{place}: {severity} {finding.code} {finding.rule}: {visible(finding.message, _LONGEST)}"
