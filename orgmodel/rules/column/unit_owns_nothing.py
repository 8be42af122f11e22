"""A unit that answers for nothing, while its sister units do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.lines import VACANT
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
        staffed, units = _staffed(context), context.organization.units
        meant = [name for name in _meant(context) if name in staffed]
        owning = _owning(context, meant)
        if owning.issuperset(meant):
            return
        owning = {above for unit in owning for above in context.units.upward(unit)}
        sisters: dict[tuple[str | None, str | None], list[str]] = {}
        for name in meant:
            sisters.setdefault((units[name].kind, units[name].parent), []).append(name)
        for names in sisters.values():
            idle = [name for name in names if name not in owning]
            others = [name for name in names if name in owning]
            if len(others) > len(idle):
                for name in idle:
                    yield _found(context, name, staffed[name], others)


def _meant(context: RuleContext) -> Iterator[str]:
    """Units of some kind that are in force; neither made from a table nor of a library that nothing names."""
    organization = context.organization
    for name, unit in organization.units.items():
        if unit.kind is None or name in organization.made_units or not unit.in_force(context.day):
            continue
        if entity("units", name) not in organization.silent:
            yield name


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


def _owning(context: RuleContext, meant: Iterable[str]) -> set[str]:
    """The units of which some seat owns a row, without those above them, as far as all that are meant are met."""
    owning: set[str] = set()
    waiting = set(meant)
    for unit in _owning_units(context) if waiting else ():
        owning.add(unit)
        waiting.discard(unit)
        if not waiting:
            break
    return owning


def _owning_units(context: RuleContext) -> Iterator[str]:
    """Units that own as one party, units of seats that own, and units with a head that owns."""
    positions, seating, owned = context.organization.positions, context.resolver.seating, context.loads.owned_by_seat
    yield from context.loads.owning_units
    for seat in owned:
        if seat in seating.in_force and (unit := positions[seat].unit) is not None:
            yield unit
    for seat in context.seats_with("also_in"):
        if seat in owned and seat in seating.in_force:
            yield from positions[seat].also_in
    for unit in context.organization.units:
        if not owned.keys().isdisjoint(seating.heads(unit)):
            yield unit


def _staffed(context: RuleContext) -> dict[str, int]:
    """Units with seats in force, in them or below, and how many."""
    lines, units = context.lines, context.of_lines("unit")
    own = Counter(compress(units, map(VACANT.__ge__, lines.statuses)))
    for place, weight in lines.weights.items():
        if lines.statuses[place] <= VACANT:
            own[units[place]] += weight - 1
    totals = context.units.totals({unit: seats for unit, seats in own.items() if unit is not None})
    return {unit: seats for unit, seats in totals.items() if seats}
