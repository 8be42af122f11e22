"""Markdown for a comment on a pull request: the counts, then tables of findings by severity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Severity
from orgmodel.reading.counts import counted
from orgmodel.reports.options import TextOptions
from orgmodel.reports.summary import clean_lines, total_lines
from orgmodel.reports.tally import Tally, tally
from orgmodel.reports.terminal import visible, without_commands

ROOM = 50_000
"""So many characters of tables: GitHub takes comments of 65,536, and the rest of the text needs some."""

_LONGEST = 600
_ONE_LINE = 100_000
_MARKED = re.compile(r"[\\`*_\[\]~|$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", ":": "&#58;", "@": "@&#8203;", "#": "#&#8203;", "!": "!&#8203;"}
_REACHING = re.compile(r"[&<>@#]|!(?=\d)|:(?=//|\w+:)|(?i:(?<=www)\.)")


def render(reports: Sequence[Report], options: TextOptions | None = None) -> str:
    """One heading, a line of totals, a table for each severity; a line for each clean model."""
    options = replace(options or TextOptions(), color=False, width=_ONE_LINE)
    return "\n".join(_lines(reports, options)) + "\n"


def escape(text: str, limit: int = _LONGEST) -> str:
    """Text that is only text: no markup, no mention of a person or an issue, no link."""
    marked = _MARKED.sub(r"\\\g<0>", visible(text, limit))
    return _REACHING.sub(lambda match: _ENTITIES.get(match.group(), "&#46;"), marked)


def _lines(reports: Sequence[Report], options: TextOptions) -> Iterator[str]:
    run = tally(reports)
    found = any(run.found.values())
    clean = [f"- {escape(line)}" for line in clean_lines(reports, options, alone=not found)]
    if not found:
        yield "### orgmodel: no findings"
        yield ""
        yield from clean
        return
    words = ", ".join(counted(number, severity) for severity, number in run.found.items() if number)
    yield f"### orgmodel: {words}"
    room = ROOM
    for severity, number in run.found.items():
        if number:
            table = _table(run, severity, number, options.per_rule, room)
            room -= sum(map(len, table))
            yield from table
    yield ""
    yield from clean
    if clean:
        yield ""
    yield escape("; ".join(line.rstrip(";") for line in total_lines(run, options)))


def _table(run: Tally, severity: Severity, number: int, most: int | None, room: int) -> list[str]:
    """A heading and the first findings of a severity, as many as there is room for."""
    lines = ["", f"#### {str(severity).capitalize()}s ({number:,})", ""]
    rows: list[str] = []
    for finding in run.findings:
        if finding.severity is severity:
            row = _row(finding)
            room -= len(row)
            if room < 0 or (most is not None and len(rows) == most):
                break
            rows.append(row)
    if rows:
        lines += ["| place | finding | fix |", "|---|---|---|", *rows]
    if number > len(rows):
        lines += ["", f"… and {counted(number - len(rows), f'more {severity}')}"]
    return lines


def _row(finding: Finding) -> str:
    place, fix = escape(str(finding.place)), escape(finding.fix)
    text = f"**{finding.rule}** ({finding.code}): {escape(finding.message)}"
    return without_commands(f"| {place} | {text} | {fix} |")
