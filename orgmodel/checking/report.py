"""The outcome of a check: what every report format is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from orgmodel.findings import Finding, Severity
from orgmodel.source import Source


@dataclass(frozen=True, slots=True)
class Report:
    """Findings of one model in fixed order, and counts of all, shown or not.

    `findings` are those at or above the severity asked for, of each rule as many as are kept;
    `by_rule`, `by_severity` and `graded` (by rule and severity) count every finding that is not waived.
    `hidden` counts those below the severity asked for; `kept_back` those of a rule beyond what is kept.
    `known` counts those of the baseline, which are counted nowhere else; `gone` what the baseline holds and the
    rules looked at no longer find. `checked` says what was looked at, as counts by kind. `sources` are the texts
    that places point into; empty when a model is redacted.
    """

    name: str
    path: str
    findings: tuple[Finding, ...]
    by_severity: Mapping[Severity, int]
    by_rule: Mapping[str, int]
    graded: Mapping[tuple[str, Severity], int]
    hidden: Mapping[Severity, int]
    kept_back: Mapping[str, int]
    waived: int
    rules_run: int
    checked: Mapping[str, int]
    sources: Mapping[str, Source] = field(default_factory=dict)
    known: int = 0
    gone: int = 0

    @property
    def total(self) -> int:
        """How many findings there are, shown or not, waived and known ones left out."""
        return sum(self.by_severity.values())

    def fails_at(self, severity: Severity | None) -> bool:
        """Whether anything is at or above `severity`; never, when it is None."""
        if severity is None:
            return False
        return any(count and level.rank <= severity.rank for level, count in self.by_severity.items())
