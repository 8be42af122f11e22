"""Reports as a check gives them, made by hand: what is tested here is only how they are written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Related, Severity, fingerprint
from orgmodel.source import Cell, Mark, Place, Source

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

ORG = Source(
    "examples/team/org.yaml",
    """\
orgmodel: 1
name: Lantern Checkout
roles:
  director: {title: Product Director, level: 5}
  pm:       {title: Product Manager, reports_to: director, level: 3}
  designer: {title: プロダクトデザイナー, reports_to: directer, level: 3}
positions:
  director:    {role: director, holder: Ines Duarte}
  pm-payments: {role: pm, reports_to: director, holder: Kofi Mensah}
  pm-returns:  {role: pm, reports_to: director}
activities:
  roadmap: {title: Keep the roadmap, kind: deliverable, assign: {A: [director, pm], R: pm, C: designer, I: support}}
  backlog: {title: Rank the backlog, per: role:pm, assign: {A: pm, R: pm}}
""",
)
STAFF = Source(
    "examples/team/staff.csv",
    """\
Employee ID,Name,Job Title,Department,Manager ID,Start Date,Location,E-mail
00101,Margarethe Lindholm,Chief Executive Officer,Executive Office,,2014-03-03,Bristol,m.lindholm@pellworth.example
00102,"Farrell, Dominic",Chief Financial Officer,Finance,00101,2016-09-01,Bristol,d.farrell@pellworth.example
00125,Nuno Barradas,Technician,Operations,00999,2022-05-09,Cardiff,nuno.barradas@pellworth.example
00102,"Olumide
Bankole",Chief Operating Officer,Operations,00101,2015-01-12,Cardiff,olumide.bankole@pellworth.example
00126,Helga Sørensen,Technician,Operations,00130,2019-05-20,Cardiff,helga.sorensen@pellworth.example
""",
)


def at(source: Source, text: str, cell: Cell | None = None, *, after: str = "") -> Place:
    """The place of the first `text` behind the first `after`."""
    start = source.text.index(text, source.text.index(after) + len(after))
    mark = source.mark(start, start + len(text))
    return Place(source.path, replace(mark, cell=cell))


def finding(
    code: str = "ORG401",
    rule: str = "several-owners",
    severity: Severity = ERROR,
    message: str = "activity 'roadmap' has 2 owners: 'director', 'pm'",
    place: Place | None = None,
    **more: object,
) -> Finding:
    """A finding, by default one of several owners."""
    where = place or at(ORG, "[director, pm]")
    made = Finding(code, rule, severity, message, where, **more)  # type: ignore[arg-type]
    return replace(made, fingerprint=made.fingerprint or fingerprint(code, where.path, message))


def report(
    findings: Sequence[Finding] = (),
    *,
    hidden: dict[Severity, int] | None = None,
    kept_back: dict[str, int] | None = None,
    name: str = "Lantern Checkout",
    path: str = ORG.path,
    waived: int = 0,
    checked: dict[str, int] | None = None,
    sources: Sequence[Source] = (ORG, STAFF),
    kept_back_as: Severity = ERROR,
) -> Report:
    """A report of these findings, its counts in order as `check` makes them."""
    hidden = dict.fromkeys(Severity, 0) | (hidden or {})
    kept_back = kept_back or {}
    by_severity = {level: sum(item.severity is level for item in findings) + hidden[level] for level in Severity}
    by_severity[kept_back_as] += sum(kept_back.values())
    by_rule = {item.rule: sum(other.rule == item.rule for other in findings) for item in findings}
    for rule, number in kept_back.items():
        by_rule[rule] = by_rule.get(rule, 0) + number
    graded = Counter((item.rule, item.severity) for item in findings)
    for rule, number in kept_back.items():
        graded[rule, kept_back_as] += number
    return Report(
        name=name,
        path=path,
        findings=tuple(sorted(findings, key=Finding.sort_key)),
        by_severity=by_severity,
        by_rule=dict(sorted(by_rule.items())),
        graded=dict(sorted(graded.items())),
        hidden=hidden,
        kept_back=kept_back,
        waived=waived,
        rules_run=52,
        checked={"roles": 6, "units": 2, "positions": 9, "activities": 6} if checked is None else checked,
        sources={source.path: source for source in sources},
    )


def many(count: int, rule: str = "several-owners", code: str = "ORG401", severity: Severity = ERROR) -> list[Finding]:
    """So many findings of one rule, one on each line of a file without a text."""
    return [
        finding(code, rule, severity, f"row {number}", Place("big.yaml", Mark(number, 1, number, 5)))
        for number in range(1, count + 1)
    ]


REALISTIC = report(
    [
        finding(
            entities=("activity:roadmap", "role:director", "role:pm"),
            fix="leave A on one role and give the others R, C or I",
        ),
        finding(
            "ORG102",
            "unknown-reference",
            ERROR,
            "role 'designer' reports to unknown role 'directer'; did you mean 'director'?",
            at(ORG, "directer"),
            entities=("role:designer",),
            fix="name a role that exists, or add it under roles",
        ),
        finding(
            "ORG419",
            "owner-vacant",
            WARNING,
            "activity 'backlog' for 'pm-returns' is owned by 'pm', but every seat of that role is vacant: 'pm-returns'",
            at(ORG, "pm", after="per: role:pm, assign: {A: "),
            related=(Related(at(ORG, "pm-returns"), "this seat is vacant"),),
            entities=("activity:backlog", "position:pm-returns"),
            fix="fill the seat, name a deputy, or let another role own the activity until then",
        ),
        finding(
            "ORG102",
            "unknown-reference",
            ERROR,
            "position '00125' reports to unknown position '00999'",
            at(STAFF, "00999", Cell(4, 5, "Manager ID")),
            entities=("position:00125",),
            fix="correct the id, or add the position",
        ),
        finding(
            "ORG101",
            "duplicate-id",
            ERROR,
            "position id '00102' stands on 2 rows that disagree in their holder",
            at(STAFF, "00102", Cell(3, 1, "Employee ID")),
            related=(Related(at(STAFF, "00102", Cell(5, 1, "Employee ID"), after="Nuno"), "the same id again"),),
            entities=("position:00102",),
            fix="give each seat an id of its own",
        ),
        finding(
            "ORG102",
            "unknown-reference",
            ERROR,
            "position '00126' reports to unknown position '00130'",
            at(STAFF, "00130", Cell(6, 5, "Manager ID")),
            entities=("position:00126",),
            fix="correct the id, or add the position",
        ),
    ],
    hidden={INFO: 7},
    waived=1,
)
"""Findings of a small model and of a table beside it."""

HOSTILE = (
    "line\nbreak\r\nand\ttab",
    "\x1b[2J\x1b]8;;https://example.org\x07red\x1b[31m",
    "\x00\x01\x7f\x80\x9f",
    "\u202egnp.exe\u2066\u2069\u200e",
    "\u2028\u2029\x85",
    "lone \ud800 surrogate \udfff",
    "::set-output name=x::y",
    "::error file=a::b",
    "a ##[error]b ##vso[task.setvariable variable=x]y ##teamcity[c 'd']",
    "%0A::error::x, %2C",
    "x" * 10_000,
    "word " * 2_000,
    "田" * 5_000,
    "a" + "\u0301" * 5_000,
    "\u200d" * 1_000,
    "[click](https://example.org)",
    "\"quoted\" \\ and 'single'",
    "",
    "   ",
)
"""Texts written to harm whoever prints them."""


def hostile_report(text: str) -> Report:
    """A report in which everything a model can write is this text."""
    path = (text or "empty").strip("/ ")[:200] or "blank"
    source = Source(path, f"first\n{text}\nlast\n")
    marked = Place(path, replace(source.mark(6, 6 + len(text)), cell=Cell(2, 1, text)))
    return report(
        [
            finding(
                message=text,
                place=marked,
                related=tuple(Related(place, text) for place in (marked, Place(path, Mark(2, 1, 3, 1)))),
                entities=(f"activity:{text}",),
                fix=text,
            ),
            finding(message=f"'{text}'", place=Place(path, Mark(2, 1, 2, 3))),
        ],
        name=text,
        path=path,
        sources=(source,),
    )


@dataclass(frozen=True)
class SampleRule:
    """Stands for a rule, so that texts of the real ones may change."""

    code: str
    name: str
    severity: Severity = ERROR
    title: str = "Something is wrong"
    why: str = "It would go wrong later."
    fix: str = "make it right"

    def load(self) -> SampleRule:
        return self


def use_sample_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives SARIF a registry of sample rules."""
    rules = {
        "several-owners": SampleRule(
            "ORG401",
            "several-owners",
            title="An activity has more than one owner",
            why="Two owners each expect the other to answer for the result.",
            fix="leave the owner letter on one role",
        ),
        "unknown-reference": SampleRule("ORG102", "unknown-reference"),
        "duplicate-id": SampleRule("ORG101", "duplicate-id"),
        "owner-vacant": SampleRule("ORG419", "owner-vacant", WARNING),
    }
    monkeypatch.setattr("orgmodel.reports.sarif.by_name", lambda: rules)
