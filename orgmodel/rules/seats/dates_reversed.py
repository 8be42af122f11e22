"""ORG306: something that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any

from orgmodel.findings import Severity
from orgmodel.model.organization import Organization, Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described

_Dated = tuple[str, Any, tuple[str | int, ...]]
"""What it is called, the record with the dates, and the way to it within its entry."""


class DatesReversed(Rule):
    """One finding for each pair of dates, wherever dates stand; repeats of an id too."""

    code = "ORG306"
    name = "dates-reversed"
    severity = Severity.ERROR
    title = "It ends before it begins"
    why = (
        "What ends before it begins is never in force: the seat, holder or line silently disappears from every "
        "day, and with it what depends on it."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, from: 2027-01-01, until: 2026-12-31}  # [ORG306]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, from: 2026-01-01, until: 2026-12-31}
"""
    fix = "Correct one of the two dates; `until` is the last day in force."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Every entry that can have dates, then the listed assignments."""
        organization = context.organization
        for kind in ("roles", "units", "positions", "activities"):
            repeats = organization.repeats.get(kind, {})
            section = organization.section(kind)
            for name in _TO_LOOK_AT[kind](context) if kind in _TO_LOOK_AT else section:
                entry = section[name]
                yield from _of_entry(organization, kind, name, entry, 0)
                for occurrence, repeat in enumerate(repeats.get(name, ()) if repeats else (), start=1):
                    yield from _of_entry(organization, kind, name, repeat, occurrence)
        for number, claim in enumerate(organization.assignments):
            if _is_reversed(claim):
                what = f"assignment of {quoted(claim.letter)} on {quoted(claim.activity)} to {quoted(claim.role)}"
                things = (entity("activities", claim.activity), entity("roles", claim.role))
                yield _found(what, claim, Spot("assignments", number, ("until",)), things)


def _seats_to_look_at(context: RuleContext) -> Iterable[str]:
    """The seats in which anything may end too early; most of a million table rows have no date at all."""
    positions, lines, rare = context.organization.positions, context.lines, context.rare_fields
    # Only these can have lines with dates, or further entries.
    names = {lines.ids[i] for i in lines.irregular}.union(lines.left_out)
    begun = rare["from_"]
    names.update(name for name, until in rare["until"].items() if name in begun and until < begun[name])
    for records in (rare["holders"], rare["dotted_to"]):
        if any(map(attrgetter("until"), chain.from_iterable(records.values()))):
            names.update(name for name, listed in records.items() for each in listed if _is_reversed(each))
    return [name for name in positions if name in names] if names else ()


def _rows_to_look_at(context: RuleContext) -> Iterable[str]:
    """The rows in which an `until` can stand, where no letter has one."""
    rows, repeats = context.organization.activities, context.organization.repeats.get("activities", {})
    if any(map(attrgetter("until"), context.assignees)):
        return rows
    return [name for name, row in rows.items() if row.until is not None or name in repeats]


_TO_LOOK_AT = {"positions": _seats_to_look_at, "activities": _rows_to_look_at}


def _is_reversed(record: Any) -> bool:
    return record.until is not None and record.from_ is not None and record.until < record.from_


def _of_entry(organization: Organization, kind: str, name: str, entry: Any, occurrence: int) -> Iterator[Found]:
    for what, record, way in _DATED[kind](entry):
        if _is_reversed(record):
            whose = described(organization, kind, name)
            spot = Spot(kind, name, (*way, "until"), occurrence=occurrence)
            yield _found(f"{what} of {whose}" if what else whose, record, spot, (entity(kind, name),))


def _found(what: str, record: Any, spot: Spot, entities: tuple[str, ...]) -> Found:
    begins = Spot(spot.kind, spot.id, (*spot.path[:-1], "from"), occurrence=spot.occurrence)
    message = f"{what} ends on {record.until}, before it begins on {record.from_}"
    return Found(message, spot, entities, ((begins, "begins here"),), subject=f"{' '.join(entities)} {what}")


def _of_lines(entry: Any) -> Iterator[_Dated]:
    for key, word in (("reports_to", "the line"), ("dotted_to", "the dotted line")):
        lines = getattr(entry, key) or ()
        for number, line in enumerate(lines):
            if line.until is not None:
                yield f"{word} to {quoted(line.to)}", line, (key, number)


def _of_position(entry: Any) -> Iterator[_Dated]:
    yield "", entry, ()
    for number, holder in enumerate(entry.holders):
        if holder.until is not None:
            yield f"holder {quoted(holder.person or 'undisclosed')}", holder, ("holders", number)
    if entry.reports_to or entry.dotted_to:
        yield from _of_lines(entry)


def _of_unit(entry: Any) -> Iterator[_Dated]:
    yield "", entry, ()
    for number, other in enumerate(entry.interactions):
        yield f"work with {quoted(other.with_)}", other, ("interactions", number)


def _of_activity(entry: Any) -> Iterator[_Dated]:
    yield "", entry, ()
    for letter, assignees in entry.assign.items():
        for number, assignee in enumerate(assignees):
            if assignee.until is not None:
                yield f"{quoted(letter)} for {quoted(assignee.who)}", assignee, ("assign", letter, number)


_DATED = {"roles": _of_lines, "units": _of_unit, "positions": _of_position, "activities": _of_activity}
