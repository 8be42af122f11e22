"""Blocks of pages about the five articles, from the examples what-the-guides-say and resolved and what check finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Finding, Severity
from orgmodel.loading.load import load
from orgmodel.model.activities import Assignment
from orgmodel.model.organization import Organization
from orgmodel.model.roles import Pay, Role
from orgmodel.rules.registry import by_name

ROOT = Path(__file__).parent.parent
QUESTIONS = Path(__file__).with_name("guide_questions.yaml")
CLAIMED, DECIDED = "examples/what-the-guides-say", "examples/resolved"
LIBRARY = "library:product-management"
DAY = date(2026, 11, 1)
DEFINITION = ("portfolio-management", "senior-pm", "none")
"""What `claims/definitions.csv` reads out of a definition; the articles themselves make 102 claims."""
_SOURCE = re.compile(r"\b(00\d)_[0-9a-f]+\.txt")
_MOST_PRINTED = 2
_STATS = {"start": "starts at", "median": "median", "mean": "mean", "p90": "top tenth from"}


@dataclass(frozen=True)
class Question:
    """Something that a reader finds in the articles. `found` are rules with the entities of their findings."""

    id: str
    ask: str
    said: str
    rows: tuple[str, ...] = ()
    found: tuple[tuple[str, ...], ...] = ()
    silent: str = ""
    note: str = ""


@cache
def questions() -> tuple[Question, ...]:
    """X1 to X16, then L1 to L11."""
    entries: list[dict[str, Any]] = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    return tuple(
        Question(
            **entry
            | {"rows": tuple(entry.get("rows", ())), "found": tuple(tuple(each) for each in entry.get("found", ()))}
        )
        for entry in entries
    )


@cache
def organization(example: str) -> Organization:
    """The model of an example."""
    with chdir(ROOT):
        return load(example).organization


@cache
def findings(example: str) -> tuple[Finding, ...]:
    """All that check finds in an example, infos included."""
    with chdir(ROOT):
        return tuple(check(load(example), DAY, CheckOptions(min_severity=Severity.INFO, keep=None)).findings)


def matching(found: tuple[str, ...]) -> list[Finding]:
    """The findings of a rule about the given entities, whatever else they are about."""
    rule, *entities = found
    return [item for item in findings(CLAIMED) if item.rule == rule and set(entities) <= set(item.entities)]


def articles() -> str:
    """The five articles and how many claims of each there are."""
    kinds = {
        "000": ("career-site guide of 2024", "medium: broad, with slips"),
        "001": ("answer of a method vendor", "high: precise words"),
        "002": ("job description of an aggregator", "low: product, brand and factory mixed"),
        "003": ("text stitched together from other pages", "lowest: repeats parts of 000"),
        "004": ("blog post of a practitioner, with a comment", "medium: one person's view"),
    }
    lines = ["| | article | how far to trust it | claims |", "|---|---|---|---:|"]
    for number, (kind, trust) in kinds.items():
        claims = [each for each in _counted() if (each.source or "").startswith(number)]
        lines.append(f"| {number} | {kind} | {trust} | {len(claims)} |")
    return "\n".join(lines)


def _counted() -> list[Assignment]:
    """The claims of the articles, without the definition that we read as one."""
    return [each for each in organization(CLAIMED).assignments if (each.activity, each.role, each.letter) != DEFINITION]


def matrix() -> str:
    """Activities by role, with letter and source."""
    org = organization(CLAIMED)
    lines: list[str] = []
    group = None
    for name, activity in org.activities.items():
        if activity.group != group:
            group = activity.group
            lines += ["", f"**{group}**", "", "| activity | product manager | director | others |", "|---|---|---|---|"]
        lines.append(f"| {activity.title} | {' | '.join(_claims_of(org, name))} |")
    return "\n".join(lines).strip()


def _claims_of(org: Organization, activity: str) -> tuple[str, str, str]:
    """What articles give to the product manager, to the director, and to others."""
    claims = [each for each in org.assignments if each.activity == activity]
    others = [
        f"{_title(org, role)} {_said(claims, role)}"
        for role in dict.fromkeys(each.role for each in claims)
        if role not in {"pm", "director"}
    ]
    return _said(claims, "pm"), _said(claims, "director"), "; ".join(others)


def _said(claims: Iterable[Assignment], role: str) -> str:
    """`A 000:23, 004:14; R 001:11`."""
    by_letter: dict[str, list[str]] = {}
    for each in claims:
        if each.role == role:
            by_letter.setdefault(each.letter, []).append(short(each.source or ""))
    return "; ".join(f"{'not' if code == 'none' else code} {', '.join(said)}" for code, said in by_letter.items())


def short(text: str) -> str:
    """`000:23` for `000_bf7444335ed2c2da.txt:23`."""
    return _SOURCE.sub(r"\1", text)


def _title(org: Organization, role: str) -> str:
    entry = org.roles.get(role)
    return ((entry.title if entry is not None else None) or role).lower()


def contradictions() -> str:
    """X1 to X16: what the articles say, and what check finds or why it does not."""
    return "\n\n".join(_told(each) for each in questions() if each.id.startswith("X"))


def ladder_questions() -> str:
    """L1 to L11, likewise."""
    return "\n\n".join(_told(each) for each in questions() if each.id.startswith("L"))


def _told(question: Question) -> str:
    parts = [f"**{question.id} · {question.ask}** {question.said}"]
    by_rule: dict[str, list[Finding]] = {}
    for found in question.found:
        by_rule.setdefault(found[0], []).extend(matching(found))
    printed = [line for each in by_rule.values() for line in _printed(each)]
    parts += [" \\\n".join(f"> {line}" for line in printed)] if printed else []
    if question.silent:
        parts.append(f"No rule finds this, and none should: {question.silent[0].lower()}{question.silent[1:]}")
    parts += [question.note] if question.note else []
    return "\n\n".join(parts)


def _printed(found: list[Finding]) -> list[str]:
    """Findings of one rule as `check` prints them, with a link to it and short names of articles; many as the first."""
    rule = found[0].rule
    shown = [
        f"{item.severity} {by_name()[rule].code} [{rule}](rules/{rule}.md): {_plain(short(item.message))}"
        for item in (found[:1] if len(found) > _MOST_PRINTED else found)
    ]
    if len(found) > _MOST_PRINTED:
        shown.append(f"and the same of {', '.join(item.entities[0].partition(':')[2] for item in found[1:])}")
    return shown


def _plain(text: str) -> str:
    return text.replace("_", "\\_").replace("*", "\\*").replace("<", "&lt;")


def summary() -> str:
    """How many of the questions a rule finds, and with which rules."""
    lines = ["| | in all | found by a rule | explained |", "|---|---:|---:|---:|"]
    for letter, named in (("X", "who does what"), ("L", "the ladder")):
        asked = [each for each in questions() if each.id.startswith(letter)]
        found = [each for each in asked if each.found]
        lines.append(f"| {named} | {len(asked)} | {len(found)} | {len(asked) - len(found)} |")
    return "\n".join(lines)


def ladder() -> str:
    """Years and pay of each rung as the articles state them."""
    org = organization(CLAIMED)
    lines = ["| role | years | pay in USD a year |", "|---|---|---|"]
    for role in org.roles.values():
        if role.experience is None and not role.pay:
            continue
        pay = "; ".join(f"{_pay(each)}{_behind(each)}" for each in role.pay)
        lines.append(f"| {role.title} | {_years(role, with_source=True)} | {pay or 'not stated'} |")
    return "\n".join(lines)


def _years(role: Role, with_source: bool = False) -> str:
    years = role.experience
    if years is None:
        return "not stated"
    most = f" to {years.max:g}" if years.max is not None else " or more"
    basis = " in the role before" if years.basis == "in_previous_role" else ""
    return f"{years.min:g}{most}{basis}" + (f" ({short(years.source or '')})" if with_source else "")


def _behind(pay: Pay) -> str:
    """The article and line of a figure, if it has one."""
    source = short(pay.source or "")
    return f" ({source})" if source.startswith("00") else ""


def _pay(pay: Pay) -> str:
    amount = f"{pay.min:,.0f} to {pay.max:,.0f}" if pay.amount is None else f"{pay.amount:,.0f}"
    if pay.stat in {"min", "max"}:
        return f"{'above' if pay.stat == 'min' else 'up to'} {amount}"
    return f"{_STATS.get(pay.stat, '')} {amount}".strip()


def decisions() -> str:
    """Rows with a reason: what the articles say, what is decided, why."""
    claimed, example = organization(CLAIMED), organization(DECIDED)
    lines = ["| | activity | the articles say | decided | why |", "|---|---|---|---|---|"]
    for name, activity in sorted(example.activities.items(), key=lambda item: _order(item[0])):
        if "why" not in activity.fields:
            continue
        claims = [each for each in claimed.assignments if each.activity == name]
        roles = dict.fromkeys(each.role for each in claims)
        said = "; ".join(f"{_title(claimed, role)} {_said(claims, role)}" for role in roles)
        lines.append(
            f"| {_id_of(name)} | {activity.title} | {said} | {_letters(example, name)} | {activity.fields['why']} |"
        )
    return "\n".join(lines)


def _letters(org: Organization, activity: str) -> str:
    """Who answers, does and helps: `**A** director of product; **R** product manager`."""
    given = {letter: whos for letter, whos in org.activities[activity].assign.items() if letter in {"A", "R", "S"}}
    return "; ".join(f"**{code}** {', '.join(_title(org, each.who) for each in whos)}" for code, whos in given.items())


def _id_of(row: str) -> str:
    return next((question.id for question in questions() if row in question.rows), "")


def _order(row: str) -> int:
    ids = [question.id for question in questions()]
    return ids.index(_id_of(row)) if _id_of(row) else len(ids)


def undecided_rest() -> str:
    """How many rows had nothing to decide but the letters that nobody claims."""
    rows = organization(DECIDED).activities.values()
    rest = sum("why" not in row.fields for row in rows)
    return (
        f"The other {rest} of {len(rows)} rows contradict nobody. Each keeps what the articles say of it, and has the "
        "letters that they leave out: who answers, who is asked, who is told."
    )


def ladder_decisions() -> str:
    """Years and pay of each rung: stated, decided, why."""
    claimed, example = organization(CLAIMED), organization(DECIDED)
    lines = ["| role | years stated | decided | pay stated | decided | why |", "|---|---|---|---|---|---|"]
    for name, role in example.roles.items():
        if role.experience is None:
            continue
        before = claimed.roles.get(name)
        stated = "; ".join(_pay(each) for each in before.pay) if before is not None else ""
        years = _years(before) if before is not None else "no such role"
        pay = "; ".join(_pay(each) for each in role.pay)
        why = " ".join(filter(None, (role.experience.note, role.fields.get("why"))))
        lines.append(
            f"| {role.title} | {years} | {_years(role)} | {stated or 'not stated'} | {pay or 'left open'} | {why} |"
        )
    return "\n".join(lines)


def still_said() -> str:
    """What the articles say against the decisions, as check prints it."""
    return "\n".join(f"- {_plain(short(item.message))}" for item in findings(DECIDED))


def rows(*names: str) -> str:
    """What the articles say about some activities, and which question that is."""
    org = organization(CLAIMED)
    lines = ["| activity | product manager | director | others | question |", "|---|---|---|---|---|"]
    for name in names:
        cells = " | ".join(_claims_of(org, name))
        lines.append(f"| {org.activities[name].title} | {cells} | {_id_of(name)} |")
    return "\n".join(lines)


def decided(*names: str) -> str:
    """What the library and the example `resolved` decide of some activities, and why."""
    library, example = organization(LIBRARY), organization(DECIDED)
    lines = ["| activity | in the library | in the example | why |", "|---|---|---|---|"]
    for name in names:
        why = example.activities[name].fields["why"]
        cells = [_letters(each, name) if name in each.activities else "no such row" for each in (library, example)]
        lines.append(f"| {example.activities[name].title} | {' | '.join(cells)} | {why} |")
    return "\n".join(lines)


def rungs(*names: str) -> str:
    """Years and pay of some roles: as articles state them, in the library, in the example `resolved`."""
    models = {"the articles": CLAIMED, "the library": LIBRARY, "the example": DECIDED}
    lines = ["| role | according to | years | pay in USD a year |", "|---|---|---|---|"]
    for name in names:
        for label, model in models.items():
            role = organization(model).roles.get(name)
            if role is None:
                continue
            pay = "; ".join(f"{_pay(each)}{_behind(each)}" for each in role.pay)
            years = _years(role, with_source=model == CLAIMED)
            lines.append(f"| {role.title} | {label} | {years} | {pay or 'not stated'} |")
    return "\n".join(lines)


BLOCKS = {
    "articles": articles,
    "matrix": matrix,
    "summary": summary,
    "contradictions": contradictions,
    "ladder": ladder,
    "ladder questions": ladder_questions,
    "decisions": decisions,
    "rest of the rows": undecided_rest,
    "ladder decisions": ladder_decisions,
    "still said": still_said,
}
"""What a page may ask for by name."""
CHOSEN = {"rows": rows, "decided": decided, "rungs": rungs}
"""The same, of the activities or roles that are named behind."""


def made(name: str) -> str:
    """A block by its name, such as `matrix` or `rows roadmap product-vision`."""
    if name in BLOCKS:
        return BLOCKS[name]()
    first, *names = name.split()
    return CHOSEN[first](*names)
