"""A unit that answers for nothing, while its sister units do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named


class UnitOwnsNothing(Rule):
    """One finding for each unit with seats; sisters have the same kind and the same parent unit."""

    code: ClassVar[str] = "ORG511"
    name: ClassVar[str] = "unit-owns-nothing"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "A unit owns nothing"
    why: ClassVar[str] = (
        "Its sister units answer for something and this one for nothing: either its work is missing from the matrix, "
        "or others answer for what it does."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {lead: {}, pm: {}}
units:
  cards: {kind: team}
  loans: {kind: team}
  fraud: {kind: team}  # [ORG511]
positions:
  lead-cards: {role: lead, unit: cards, reports_to: ~}
  lead-loans: {role: lead, unit: loans, reports_to: lead-cards}
  pm-fraud: {role: pm, unit: fraud, reports_to: lead-cards}
activities:
  price: {title: Set the price of cards, assign: {A: "position:lead-cards", R: pm}}
  rate: {title: Set the rate of loans, assign: {A: "position:lead-loans", R: pm}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {lead: {}, pm: {}}
units:
  cards: {kind: team}
  loans: {kind: team}
  fraud: {kind: team}
positions:
  lead-cards: {role: lead, unit: cards, reports_to: ~}
  lead-loans: {role: lead, unit: loans, reports_to: lead-cards}
  pm-fraud: {role: pm, unit: fraud, reports_to: lead-cards}
activities:
  price: {title: Set the price of cards, assign: {A: "position:lead-cards", R: pm}}
  rate: {title: Set the rate of loans, assign: {A: "position:lead-loans", R: pm}}
  watch: {title: Watch for fraud, assign: {A: pm, R: pm}}
"""
    fix: ClassVar[str] = "Add the rows that the unit answers for, or let one of its seats own what it does."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent unless most of the sisters own something, and on units made from a table."""
        organization = context.organization
        owning, staffed = _owning(context), _staffed(context)
        sisters: dict[tuple[str, str | None], list[str]] = {}
        for name, unit in organization.units.items():
            is_meant = unit.in_force(context.day) and name in staffed and name not in organization.made_units
            if unit.kind is not None and is_meant and entity("units", name) not in organization.silent:
                sisters.setdefault((unit.kind, unit.parent), []).append(name)
        for names in sisters.values():
            idle = [name for name in names if name not in owning]
            others = [name for name in names if name in owning]
            if len(others) > len(idle):
                for name in idle:
                    yield _found(context, name, staffed[name], others)


def _found(context: RuleContext, unit: str, seats: int, others: list[str]) -> Found:
    organization = context.organization
    shown = listed([named(organization, "units", name) for name in others], 3)
    sisters = "the sister unit" if len(others) == 1 else f"{len(others):,} sister units"
    verb = "does" if len(others) == 1 else "do"
    return Found(
        f"no row is owned by any seat of unit {named(organization, 'units', unit)} ({counted(seats, 'seat')}), while "
        f"{sisters} {shown} {verb} own some",
        Spot("units", unit, key=True),
        (entity("units", unit), *(entity("units", name) for name in others)),
        tuple((Spot("units", name, key=True), "owns rows") for name in others[:MOST_RELATED]),
        subject=entity("units", unit),
    )


def _owning(context: RuleContext) -> set[str]:
    """The units of which some seat owns a row, with all units above them."""
    organization, seating = context.organization, context.resolver.seating
    seats = context.loads.owned_by_seat
    found: set[str] = set()
    for row in context.columns.rows:
        for cell in row.owners:
            if cell.kind == "unit":
                found.update(context.units.upward(cell.name))
    for seat in seats:
        entry = organization.positions[seat]
        for unit in (entry.unit, *entry.also_in):
            if unit is not None and unit not in found:
                found.update(context.units.upward(unit))
    for unit in organization.units:
        if unit not in found and any(head in seats for head in seating.heads(unit)):
            found.update(context.units.upward(unit))
    return found


def _staffed(context: RuleContext) -> dict[str, int]:
    """Units with seats in force, in them or below, and how many."""
    own: dict[str, int] = {}
    for seat in context.resolver.seating.in_force:
        entry = context.organization.positions[seat]
        if entry.unit is not None:
            own[entry.unit] = own.get(entry.unit, 0) + entry.seats
    return {unit: seats for unit, seats in context.units.totals(own).items() if seats}
