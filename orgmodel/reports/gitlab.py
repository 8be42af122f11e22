"""The code quality report of GitLab, shown beside the lines of a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Severity, fingerprint
from orgmodel.reports.json_text import json_text
from orgmodel.reports.options import TextOptions
from orgmodel.reports.terminal import visible
from orgmodel.source import START, Mark, Place

_LONGEST = 2_000
_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}

Json = dict[str, object]


def render(reports: Sequence[Report], options: TextOptions | None = None) -> str:  # noqa: ARG001 - all formats are called alike
    """A list with an object for each finding, and one for each rule of which some are left out."""
    issues = [*(_issue(finding) for report in reports for finding in report.findings), *_left_out(reports)]
    return json_text(_unique(issues), depth=2)


def _issue(finding: Finding) -> Json:
    # GitLab does not show `check_name`, so the rule begins the description.
    text = f"{finding.code} {finding.rule}: {finding.message}"
    if finding.fix:
        text += f"; fix: {finding.fix}"
    return _object(text, finding.rule, finding.fingerprint, finding.severity, finding.place)


def _left_out(reports: Iterable[Report]) -> list[Json]:
    return [
        _object(
            f"{number:,} more of {rule} are left out of this file (--all)",
            rule,
            fingerprint("left out", report.path, rule),
            Severity.INFO,
            Place(report.path, START),
        )
        for report in reports
        for rule, number in report.kept_back.items()
        if number
    ]


def _object(text: str, rule: str, name: str, severity: Severity, place: Place) -> Json:
    return {
        "description": visible(text, _LONGEST),
        "check_name": rule,
        "fingerprint": name,
        "severity": _LEVELS[severity],
        "location": {"path": visible(place.path), "positions": _positions(place.mark)},
    }


def _positions(mark: Mark) -> Json:
    return {
        "begin": {"line": mark.line, "column": mark.column},
        "end": {"line": mark.end_line, "column": mark.end_column},
    }


def _unique(issues: Iterable[Json]) -> list[Json]:
    """Each fingerprint once: models that include one file find the same in it."""
    seen: dict[object, int] = {}
    unique = []
    for issue in issues:
        name = issue["fingerprint"]
        count = seen.get(name, 0)
        seen[name] = count + 1
        unique.append({**issue, "fingerprint": fingerprint("again", str(name), "", count)} if count else issue)
    return unique
