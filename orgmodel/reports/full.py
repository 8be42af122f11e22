"""Findings for people: message, source line with carets, related places, fix; then a count per rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Related
from orgmodel.reports.excerpt import Excerpt, excerpt
from orgmodel.reports.options import TextOptions
from orgmodel.reports.summary import clean_lines, has_findings, more_lines, rule_table, total_lines
from orgmodel.reports.tally import Tally, all_sources, tally
from orgmodel.reports.terminal import Paint, as_lines, columns, visible, wrapped
from orgmodel.source import Source

_INDENT = "  "
_NARROWEST = 40
_LONGEST = 2_000
_RELATED = 3


def render(reports: Sequence[Report], options: TextOptions | None = None) -> str:
    """The findings of all models with their source lines, or a line for each clean model."""
    options = options or TextOptions()
    if not any(map(has_findings, reports)):
        return as_lines(clean_lines(reports, options, alone=True))
    return as_lines(_lines(reports, options))


def _lines(reports: Sequence[Report], options: TextOptions) -> Iterator[str]:
    run = tally(reports)
    sources = all_sources(reports)
    shown, left_out = _first_of_each_rule(run, options.per_rule)
    for finding in shown:
        yield from _finding(finding, sources.get(finding.place.path), options)
        yield ""
    for part in (more_lines(left_out, "--all"), rule_table(run, options, Paint(options.color))):
        yield from part
        if part:
            yield ""
    yield from clean_lines(reports, options, alone=False)
    yield from total_lines(run, options)


def _first_of_each_rule(run: Tally, most: int | None) -> tuple[list[Finding], Mapping[str, int]]:
    """The findings to show, and how many of each rule are left out."""
    seen: dict[str, int] = {}
    shown = []
    for finding in run.findings:
        seen[finding.rule] = seen.get(finding.rule, 0) + 1
        if most is None or seen[finding.rule] <= most:
            shown.append(finding)
    left_out = {
        rule: run.kept_back.get(rule, 0) + (0 if most is None else max(0, seen.get(rule, 0) - most))
        for rule in sorted(seen.keys() | run.kept_back.keys())
    }
    return shown, left_out


def _finding(finding: Finding, source: Source | None, options: TextOptions) -> Iterator[str]:
    paint = Paint(options.color)
    width = max(options.width, _NARROWEST)
    severity = paint.severity(finding.severity, finding.severity)
    yield f"{paint.bold(visible(str(finding.place)))}  {severity}  {paint.bold(finding.code)} {finding.rule}"
    yield from _paragraph("", finding.message, width)
    number = len(str(finding.place.mark.line))
    seen = excerpt(source, finding.place.mark, width - number - 5) if source else None
    if seen:
        yield from _excerpt(seen, finding, paint, width)
    yield from _related(finding.related, width)
    if finding.fix:
        yield from _paragraph("fix: ", finding.fix, width)


def _paragraph(label: str, text: str, width: int) -> Iterator[str]:
    hanging = _INDENT + " " * len(label)
    for index, line in enumerate(wrapped(visible(text.strip(), _LONGEST), width - len(hanging))):
        yield hanging + line if index else _INDENT + label + line


def _excerpt(seen: Excerpt, finding: Finding, paint: Paint, width: int) -> Iterator[str]:
    number = str(seen.number)
    gutter = _INDENT + " " * len(number) + " |"
    yield paint.dim(f"{_INDENT}{number} |") + " " + seen.text
    carets = " " * (seen.before + 1) + paint.severity(finding.severity, "^" * seen.length)
    used = len(gutter) + 1 + seen.before + seen.length
    label = seen.label
    if label and used + 1 + columns(label) <= width:
        yield f"{paint.dim(gutter)}{carets} {label}"
        return
    yield paint.dim(gutter) + carets
    if label:
        room = max(1, min(seen.before + 1, width - len(gutter) - columns(label)))
        yield paint.dim(gutter) + " " * room + label


def _related(related: Sequence[Related], width: int) -> Iterator[str]:
    label = "also: "
    hanging = _INDENT + " " * len(label)
    # One place too many takes no more room than the line that says so.
    few = related if len(related) == _RELATED + 1 else related[:_RELATED]
    for item in few:
        place, note = visible(str(item.place)), visible(item.note, _LONGEST)
        if columns(place) + columns(note) + 2 <= width - len(hanging):
            yield f"{_INDENT}{label}{place}  {note}".rstrip()
        else:
            yield f"{_INDENT}{label}{place}"
            yield from (hanging + _INDENT + line for line in wrapped(note, width - len(hanging) - len(_INDENT)))
        label = " " * len(label)
    if len(related) > len(few):
        yield f"{hanging}and {len(related) - len(few):,} more"
