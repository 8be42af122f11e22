"""How many seats each unit has of its own, for limits that a policy sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from orgmodel.graph.lines import VACANT
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext


@dataclass(frozen=True, slots=True)
class UnitSize:
    """A unit in force with its seats in force: in it, in it besides their own unit, or heading it.

    Seats of the units below it do not count.
    """

    unit: str
    seats: int
    vacant: int
    has_parts: bool

    @property
    def told(self) -> str:
        """`9 seats (2 vacant)`."""
        number = f"{self.seats:,} seat{'' if self.seats == 1 else 's'}" if self.seats else "no seat"
        return f"{number} ({self.vacant:,} vacant)" if self.vacant else number

    @property
    def entities(self) -> tuple[str, ...]:
        """The unit."""
        return (entity("units", self.unit),)

    def related(self, key: str) -> tuple[tuple[Spot, str], ...]:
        """Where the policy sets the limit."""
        return ((Spot("policy", "", ("unit_size", key)), "the limit"),)


def unit_sizes(context: RuleContext) -> Iterator[UnitSize]:
    """The units in force, in the order of the files."""
    units = {name: unit for name, unit in context.organization.units.items() if unit.in_force(context.day)}
    parents = {unit.parent for unit in units.values()}
    seats, vacant = _counts(context)
    for name in units:
        yield UnitSize(name, seats[name], vacant[name], name in parents)


def _counts(context: RuleContext) -> tuple[Counter[str | None], Counter[str | None]]:
    """The seats in force of each unit, and how many of them are vacant."""
    lines, units = context.lines, context.of_lines("unit")
    statuses, weights = lines.statuses, lines.weights
    is_all_in_force = max(statuses, default=VACANT) <= VACANT
    seats = Counter(units if is_all_in_force else compress(units, map(VACANT.__ge__, statuses)))
    vacant = Counter(compress(units, map(VACANT.__eq__, statuses)))
    more = [(units[i], i, weight - 1) for i, weight in weights.items()]
    more += [(unit, i, lines.weight(i)) for unit, i in _further_places(context, units)]
    for unit, i, number in more:
        if statuses[i] <= VACANT:
            seats[unit] += number
        if statuses[i] == VACANT:
            vacant[unit] += number
    return seats, vacant


def _further_places(context: RuleContext, units: Sequence[str | None]) -> set[tuple[str, int]]:
    """The units that seats are in besides their own, or that they head."""
    organization, index = context.organization, context.lines.index
    named = [(unit, seat) for seat in context.seats_with("also_in") for unit in organization.positions[seat].also_in]
    named += [(name, head) for name, unit in organization.units.items() for head in unit.headed_by()]
    return {(unit, index[seat]) for unit, seat in named if seat in index and units[index[seat]] != unit}
