"""What in a requirement cannot be judged as it was meant: fields, names and words that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from orgmodel.analysis.fields import PARTY, Field, field_at, known_fields, lost_at, name_behind
from orgmodel.graph.letters import parse_assignee
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import PLURAL, Organization
from orgmodel.model.requirement import Condition, Requirement
from orgmodel.reading.names import quoted
from orgmodel.rules.wording import listed

GROUPS = ("where", "must", "must_not")
_MOST_LISTED = 40


@dataclass(frozen=True, slots=True)
class Unclear:
    """One thing that cannot be judged: in which group, at which field, and a sentence about it."""

    group: str
    field: str
    said: str
    subject: str


def unclear(org: Organization, requirement: Requirement) -> Iterator[Unclear]:
    """Everything in a requirement that names what does not exist."""
    for group in GROUPS:
        conditions: dict[str, Condition] = getattr(requirement, group)
        for field, asked in conditions.items():
            for said, subject in _of_condition(org, requirement.every, field, asked):
                yield Unclear(group, field, said, subject)


def can_be_kept(requirement: Requirement) -> bool:
    """Whether every pair of limits leaves room between; those that do not are told as such."""
    conditions = [asked for group in GROUPS for asked in getattr(requirement, group).values()]
    return not any(is_reversed(asked.min, asked.max) for asked in conditions)


def is_reversed(least: object, most: object) -> bool:
    """Whether a lower limit lies above an upper one of the same kind."""
    if least is None or most is None or type(least) is not type(most):
        return False
    return bool(least > most)  # type: ignore[operator]


def _of_condition(org: Organization, kind: str, field: str, asked: Condition) -> Iterator[tuple[str, str]]:
    told = field_at(kind, field)
    if told is None:
        yield _no_field(kind, field), f"{kind}.{field}"
        return
    if told.names is not None and told.within is not None and told.read is None:
        name = name_behind(kind, field)
        if name not in org.section(PLURAL[told.names]):
            yield f"{quoted(field)} asks for {_missing(org, told.names, name)}", f"{kind}.{field}"
    said = _no_limit(told, field, asked)
    if said:
        yield said, f"{kind}.{field}"
    names = dict.fromkeys(asked.in_ or ()) | ({asked.equals: None} if asked.equals is not None else {})
    for name in names:
        said = _no_value(org, told, field, name)
        if said:
            yield said, f"{field} {name}"


def _no_limit(told: Field, field: str, asked: Condition) -> str:
    """A sentence about limits that the values of a field cannot be held against; nothing where they can."""
    limits = [limit for limit in (asked.min, asked.max) if limit is not None]
    if not limits:
        return ""
    if not told.measure and not told.counts:
        return f"{quoted(field)} has no number and no day that could be held against limits"
    days = [isinstance(limit, date) for limit in limits]
    if told.measure == "day" and not all(days):
        return f"{quoted(field)} is a day, and its limit a number"
    if told.within is None and told.measure != "day" and any(days):
        return f"{quoted(field)} is a number, and its limit a day"
    return f"{quoted(field)} has a number and a day as limits" if len(set(days)) > 1 else ""


def _no_field(asked_of: str, field: str) -> str:
    kind, lost = lost_at(asked_of, field)
    known = known_fields(kind)
    first, _, rest = lost.partition(".")
    near = Nearest([name.rstrip(".") for name in known]).find(first)
    if f"{first}." in known and not rest:
        hint = f"; it wants a name behind it, as in {quoted(f'{first}.name')}"
    elif near is not None and near != first:
        hint = f"; did you mean {quoted(f'{near}.{rest}' if rest else near)}?"
    elif near is not None:
        hint = f"; {quoted(first)} names no entry that could be followed"
    else:
        shown = [quoted(f"{name}NAME" if name.endswith(".") else name) for name in known]
        hint = f"; it has {listed(shown, _MOST_LISTED)}"
    within = f" (in {quoted(field)})" if lost != field else ""
    return f"no {kind} has a field {quoted(lost)} that can be asked for{within}{hint}"


def _no_value(org: Organization, field: Field, written: str, name: str) -> str:
    """A sentence about a value that no entry can have; nothing where it can."""
    if field.words and name not in field.words:
        near = Nearest(field.words).find(name)
        hint = f"did you mean {quoted(near)}?" if near is not None else f"it is {listed([*map(quoted, field.words)])}"
        return f"{quoted(written)} is never {quoted(name)}; {hint}"
    if field.leads_to is None:
        return ""
    word, entry = parse_assignee(org, name) if field.leads_to == PARTY else (field.leads_to, name)
    if word == "person" or entry in org.section(PLURAL[word]):
        return ""
    return f"{quoted(written)} is asked to be {_missing(org, word, entry)}"


def _missing(org: Organization, kind: str, name: str) -> str:
    """`role "directr", which does not exist; did you mean "director"?`, by id, else by title or alias."""
    section = org.section(PLURAL[kind])
    called = {title: entry for entry in section for title in _titles(org, kind, entry)}
    near = called.get(name) or Nearest(section).find(name)
    if near is None:
        title = Nearest(called).find(name)
        near = called[title] if title is not None else None
    hint = f"; did you mean {quoted(near)}?" if near is not None else ""
    return f"{kind} {quoted(name)}, which does not exist{hint}"


def _titles(org: Organization, kind: str, name: str) -> tuple[str, ...]:
    entry = org.section(PLURAL[kind])[name]
    return (org.title(PLURAL[kind], name), *getattr(entry, "aliases", ()))
