"""One object for programs; its fields are the promise of docs/json-output.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import orgmodel
from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Severity
from orgmodel.reports.json_text import json_text
from orgmodel.reports.options import TextOptions
from orgmodel.reports.tally import tally
from orgmodel.source import Cell, Mark, Place

VERSION = 1
"""Raised when a field goes or changes its meaning; new fields may come without."""


def render(reports: Sequence[Report], options: TextOptions | None = None) -> str:  # noqa: ARG001 - all formats are called alike
    """One object: for one model its name and path, for several a list of models; all findings in one list."""
    run = tally(reports)
    return json_text(
        {
            "version": VERSION,
            "tool": {"name": "orgmodel", "version": orgmodel.__version__},
            **(_model(reports[0]) if len(reports) == 1 else {"models": [_model(report) for report in reports]}),
            "counts": {"severity": _severities(run.by_severity), "rule": dict(run.by_rule)},
            "hidden": _severities(run.hidden),
            "kept_back": dict(run.kept_back),
            "waived": run.waived,
            "known": run.known,
            "gone": run.gone,
            "findings": [_finding(finding) for finding in run.findings],
        },
        depth=2,
    )


def _model(report: Report) -> dict[str, object]:
    return {
        "name": report.name,
        "path": report.path,
        "checked": dict(report.checked),
        "rules_run": report.rules_run,
    }


def _severities(counts: Mapping[Severity, int]) -> dict[str, int]:
    return {severity.value: counts[severity] for severity in Severity}


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        **_place(finding.place),
        "entities": list(finding.entities),
        "related": [{**_place(related.place), "note": related.note} for related in finding.related],
        "fix": finding.fix,
        "fingerprint": finding.fingerprint,
    }


def _place(place: Place) -> dict[str, object]:
    mark = place.mark
    return {
        "file": place.path,
        "line": mark.shown_line,
        "column": mark.shown_column,
        "end": _end(mark),
        "cell": _cell(mark.cell) if mark.cell else None,
        "text": {
            "line": mark.line,
            "column": mark.column,
            "end_line": mark.end_line,
            "end_column": mark.end_column,
        },
    }


def _end(mark: Mark) -> dict[str, int]:
    if mark.cell:
        return {"line": mark.cell.row, "column": mark.cell.column + 1}
    return {"line": mark.end_line, "column": mark.end_column}


def _cell(cell: Cell) -> dict[str, object]:
    return {"row": cell.row, "column": cell.column, "heading": cell.heading}
