"""Which lines between units are ordinary."""

from __future__ import annotations

from orgmodel.rules.context import RuleContext


class UnitWays:
    """The units each seat belongs to, and whether a line stays within them or leads upward."""

    def __init__(self, context: RuleContext) -> None:
        self.units = context.units
        self.organization = context.organization
        tree = context.units
        self.astray = frozenset(tree.ids[i] for i in (*tree.hierarchy.looping, *tree.unresolved))
        self.headed: dict[str, list[str]] = {}
        for name, unit in context.organization.units.items():
            for head in unit.headed_by():
                self.headed.setdefault(head, []).append(name)

    def places(self, seat: str) -> list[str]:
        """The units a seat belongs to: its own, further ones, and those it heads."""
        entry = self.organization.positions[seat]
        own = [entry.unit] if entry.unit in self.organization.units and entry.unit is not None else []
        return [*own, *entry.also_in, *self.headed.get(seat, ())]

    def is_of(self, seat: str, unit: str) -> bool:
        """Whether a seat belongs to a unit or to one above it."""
        return any(self.units.is_within(unit, place) for place in self.places(seat))

    def sits_within(self, seat: str, unit: str) -> bool:
        """Whether a seat is in a unit or within it, not merely its head; so is one of which no unit is known."""
        entry = self.organization.positions[seat]
        own = [name for name in (entry.unit, *entry.also_in) if name in self.organization.units and name is not None]
        return not own or any(self.units.is_within(name, unit) for name in own)

    def is_lawful(self, seat: str, manager: str) -> bool:
        """The manager stands in one of the seat's units or above it, or heads one.

        So does a manager of whom no unit is known, and the manager of whoever heads a unit without parent.
        """
        theirs = self.places(manager)
        if not theirs:
            return True
        if any(self.organization.units[unit].parent is None for unit in self.headed.get(seat, ())):
            return True
        return any(self.units.is_within(place, above) for place in self.places(seat) for above in theirs)

    def leaves_its_unit(self, seat: str, manager: str) -> bool:
        """Whether the line from a written unit leads sideways out of it.

        Nobody can say so of units in a loop, or below a parent that does not exist.
        """
        units, made = self.organization.units, self.organization.made_units
        own, theirs = self.organization.positions[seat].unit, self.organization.positions[manager].unit
        if own is None or own == theirs or own not in units or own in made or theirs in made:
            return False
        if self.astray and not self.astray.isdisjoint(self.units.upward(own)):
            return False
        return not self.is_lawful(seat, manager)
