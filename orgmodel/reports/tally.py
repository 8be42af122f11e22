"""The reports of one run counted together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Severity
from orgmodel.source import Source


@dataclass(frozen=True, slots=True)
class Tally:
    """Findings of all models in the order of the models, and the sums of what `Report` counts."""

    findings: tuple[Finding, ...]
    by_severity: Mapping[Severity, int]
    by_rule: Mapping[str, int]
    graded: Mapping[tuple[str, Severity], int]
    hidden: Mapping[Severity, int]
    kept_back: Mapping[str, int]
    waived: int
    known: int = 0
    gone: int = 0

    @property
    def found(self) -> Mapping[Severity, int]:
        """How many findings are at or above the severity asked for, stored or not."""
        return {severity: self.by_severity[severity] - self.hidden[severity] for severity in Severity}


def tally(reports: Sequence[Report]) -> Tally:
    """The sums over several reports."""
    return Tally(
        findings=tuple(finding for report in reports for finding in report.findings),
        by_severity=_severities(report.by_severity for report in reports),
        by_rule=_rules(report.by_rule for report in reports),
        graded=_grades(report.graded for report in reports),
        hidden=_severities(report.hidden for report in reports),
        kept_back=_rules(report.kept_back for report in reports),
        waived=sum(report.waived for report in reports),
        known=sum(report.known for report in reports),
        gone=sum(report.gone for report in reports),
    )


def all_sources(reports: Sequence[Report]) -> dict[str, Source]:
    """The texts of all files by their shown path."""
    return {path: source for report in reports for path, source in report.sources.items()}


def _severities(counts: Iterable[Mapping[Severity, int]]) -> dict[Severity, int]:
    total = dict.fromkeys(Severity, 0)
    for count in counts:
        for severity, number in count.items():
            total[severity] += number
    return total


def _grades(counts: Iterable[Mapping[tuple[str, Severity], int]]) -> dict[tuple[str, Severity], int]:
    total: dict[tuple[str, Severity], int] = {}
    for count in counts:
        for grade, number in count.items():
            total[grade] = total.get(grade, 0) + number
    return dict(sorted(total.items()))


def _rules(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for count in counts:
        for rule, number in count.items():
            total[rule] = total.get(rule, 0) + number
    return dict(sorted(total.items()))
