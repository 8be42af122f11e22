"""The end of a text report: what was found by rule, the totals, and the line of a clean model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Severity
from orgmodel.reports.options import TextOptions
from orgmodel.reports.tally import Tally, tally
from orgmodel.reports.terminal import Paint, visible

_NAME = 80
_KINDS = {
    "positions": "position",
    "roles": "role",
    "units": "unit",
    "people": "person",
    "activities": "activity",
    "assignments": "assignment",
}


def rule_table(run: Tally, paint: Paint) -> list[str]:
    """A line for each rule: how many findings, how bad at worst, code and name; the worst rules first."""
    worst: dict[str, Finding] = {}
    counts: dict[str, int] = dict(run.kept_back)
    for finding in run.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
        known = worst.setdefault(finding.rule, finding)
        if finding.severity.rank < known.severity.rank:
            worst[finding.rule] = finding
    rows = sorted(worst.values(), key=lambda finding: (finding.severity.rank, finding.code))
    digits = max((len(f"{counts[finding.rule]:,}") for finding in rows), default=0)
    words = max((len(finding.severity) for finding in rows), default=0)
    codes = max((len(finding.code) for finding in rows), default=0)
    return [
        f"{counts[row.rule]:>{digits},}  {paint.severity(row.severity, f'{row.severity:<{words}}')}"
        f"  {paint.bold(f'{row.code:<{codes}}')}  {row.rule}"
        for row in rows
    ]


def total_lines(run: Tally, options: TextOptions) -> list[str]:
    """How many findings of each severity in how many files, what is not shown, what is waived.

    One line; where that is too wide, what is left out stands on a second.
    """
    found, left_out = _found(run, Paint(options.color)), "; ".join(_left_out(run))
    if not left_out:
        return [found]
    if len(_found(run, Paint(color=False))) + 2 + len(left_out) <= options.width:
        return [f"{found}; {left_out}"]
    return [f"{found};", left_out]


def clean_lines(reports: Sequence[Report], options: TextOptions, *, alone: bool) -> list[str]:
    """A line for each model without a finding to show; `alone` when no total line follows."""
    return [_clean_line(report, options, alone) for report in reports if not has_findings(report)]


def has_findings(report: Report) -> bool:
    """Whether anything is at or above the severity asked for."""
    return any(tally([report]).found.values())


def more_lines(left_out: Mapping[str, int], hint: str) -> list[str]:
    """A line for each rule of which not all findings are shown."""
    return [f"… and {number:,} more of {rule} ({hint})" for rule, number in left_out.items() if number]


def counted(number: int, singular: str, plural: str = "") -> str:
    """`1 error`, `2 errors`, `1,000 people`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def _clean_line(report: Report, options: TextOptions, alone: bool) -> str:
    bound = "" if options.min_severity is Severity.INFO else f" at {options.min_severity} or above"
    kinds = [kind for kind in _KINDS if report.checked.get(kind)]
    kinds += [kind for kind in report.checked if kind not in _KINDS]
    things = _listed([counted(report.checked[kind], _KINDS.get(kind, kind), kind) for kind in kinds])
    checked = f"checked {things or 'nothing'} with {counted(report.rules_run, 'rule')}"
    name = visible(report.name or report.path, _NAME)
    return "; ".join([f"{name}: no findings{bound}", checked, *(_left_out(tally([report])) if alone else ())])


def _found(run: Tally, paint: Paint) -> str:
    found = [paint.severity(severity, counted(number, severity)) for severity, number in run.found.items() if number]
    files = len({finding.place.path for finding in run.findings})
    return ", ".join(found) + (f" in {counted(files, 'file')}" if files else "")


def _left_out(run: Tally) -> list[str]:
    parts = []
    hidden = [counted(number, severity) for severity, number in run.hidden.items() if number]
    if hidden:
        lowest = max((severity for severity, number in run.hidden.items() if number), key=lambda item: item.rank)
        parts.append(f"{_listed(hidden)} not shown (--min-severity {lowest})")
    if run.waived:
        parts.append(f"{run.waived:,} waived")
    return parts


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
