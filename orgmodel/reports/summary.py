"""The end of a text report: what was found by rule, the totals, and the line of a clean model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgmodel.checking.report import Report
from orgmodel.findings import Severity
from orgmodel.reading.counts import counted
from orgmodel.reports.options import TextOptions
from orgmodel.reports.tally import Tally, tally
from orgmodel.reports.terminal import Paint, visible
from orgmodel.rules.registry import by_name

_NAME = 80
_KINDS = {
    "positions": "position",
    "roles": "role",
    "units": "unit",
    "people": "person",
    "activities": "activity",
    "assignments": "assignment",
}


def rule_table(run: Tally, options: TextOptions, paint: Paint) -> list[str]:
    """A line for each rule and severity: how many findings, how bad, code and name; the worst first."""
    known = by_name()
    rows = sorted(
        (severity.rank, known[rule].code, severity, rule, number)
        for (rule, severity), number in run.graded.items()
        if severity.rank <= options.min_severity.rank
    )
    digits = max((len(f"{number:,}") for *_, number in rows), default=0)
    words = max((len(severity) for _, _, severity, _, _ in rows), default=0)
    return [
        f"{number:>{digits},}  {paint.severity(severity, f'{severity:<{words}}')}  {paint.bold(code)}  {rule}"
        for _, code, severity, rule, number in rows
    ]


def total_lines(run: Tally, options: TextOptions) -> list[str]:
    """How many findings of each severity in how many files, what is not shown, waived or known.

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
    if run.known:
        parts.append(f"{run.known:,} known")
    if run.gone:
        parts.append(f"{run.gone:,} known before and gone (--write-baseline drops them)")
    return parts


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
