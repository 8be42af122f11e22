"""JUnit XML within the schema that Jenkins holds it to: places stand in the text, for it has no field for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from orgmodel.checking.report import Report
from orgmodel.findings import Finding
from orgmodel.reports.options import TextOptions
from orgmodel.reports.terminal import visible, without_commands

_LONGEST_NAME = 300
_LONGEST = 2_000


@dataclass(slots=True)
class _Suite:
    """The cases of one file: those that fail, and those that only say something."""

    failing: list[str] = field(default_factory=list)
    passing: list[str] = field(default_factory=list)


def render(reports: Sequence[Report], options: TextOptions | None = None) -> str:  # noqa: ARG001 - all formats are called alike
    """A suite for each file, in it a failing case for each finding, and a passing one for a clean model."""
    suites: dict[str, _Suite] = {}
    for report in reports:
        for finding in report.findings:
            suites.setdefault(finding.place.path, _Suite()).failing.append(_failing(finding))
        for rule, number in report.kept_back.items():
            if number:
                text = f"{number:,} more of {rule} are left out of this file (--all)"
                case = _case(report.path, text, [f"<failure {_attributes(message=text, type='left out')}/>"])
                suites.setdefault(report.path, _Suite()).failing.append(case)
        if not report.findings and not any(report.kept_back.values()):
            passing = _case(report.path, f"no findings in {report.name or report.path}", [])
            suites.setdefault(report.path, _Suite()).passing.append(passing)
    return "".join(f"{line}\n" for line in _lines(suites))


def _lines(suites: dict[str, _Suite]) -> Iterator[str]:
    failing = sum(len(suite.failing) for suite in suites.values())
    cases = failing + sum(len(suite.passing) for suite in suites.values())
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<testsuites {_attributes(name='orgmodel', tests=cases, failures=failing, errors=0)}>"
    for path, suite in suites.items():
        number = len(suite.failing)
        told = _attributes(name=path, tests=number + len(suite.passing), failures=number, errors=0, skipped=0)
        yield f"  <testsuite {told}>"
        yield from suite.failing
        yield from suite.passing
        yield "  </testsuite>"
    yield "</testsuites>"


def _failing(finding: Finding) -> str:
    name = f"{finding.code} {finding.rule}: {finding.message}"
    lines = [f"{finding.place}: {finding.severity} {name}"]
    lines += [f"also: {related.place}  {related.note}".rstrip() for related in finding.related[:_MOST_RELATED]]
    if len(finding.related) > _MOST_RELATED:
        lines.append(f"and {len(finding.related) - _MOST_RELATED:,} more places")
    if finding.fix:
        lines.append(f"fix: {finding.fix}")
    text = "\n".join(_text(line) for line in lines)
    told = _attributes(message=f"{finding.place}: {finding.message}", type=str(finding.severity))
    return _case(finding.place.path, name, [f"<failure {told}>{text}</failure>"])


_MOST_RELATED = 10


def _case(path: str, name: str, inner: Sequence[str]) -> str:
    told = _attributes(classname=path, name=visible(name, _LONGEST_NAME))
    if not inner:
        return f"    <testcase {told}/>"
    return "\n".join([f"    <testcase {told}>", *(f"      {item}" for item in inner), "    </testcase>"])


def _attributes(**values: object) -> str:
    return " ".join(f'{name}="{_text(str(value))}"' for name, value in values.items())


def _text(text: str) -> str:
    """What XML may hold: `visible` writes what does not print, and so all that is illegal, as an escape."""
    return escape(without_commands(visible(text, _LONGEST)))
