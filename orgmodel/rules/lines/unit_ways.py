"""Which lines between units are ordinary."""

from __future__ import annotations

from itertools import chain, filterfalse

from orgmodel.rules.context import RuleContext


class UnitWays:
    """The units each seat belongs to, and whether a line stays within them or leads upward."""

    def __init__(self, context: RuleContext) -> None:
        self.context = context
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
        for unit in self.headed.get(seat, ()):
            if self.organization.units[unit].parent is None:
                return True
        return any(self.units.is_within(place, above) for place in self.places(seat) for above in theirs)

    def leaving(self) -> list[int]:
        """The seats whose line leads sideways out of their unit, as far as it is judged."""
        lines, ends = self.context.lines, self.context.ends("unit")
        ids, parent = lines.ids, lines.parent
        sideways = {pair for pair in ends.pairs if self._may_leave(*pair)}
        left_out = lines.unjudged.union(lines.hierarchy.heads)
        special = self._special().difference(left_out)
        left_out |= {
            i for i in special if (ends.lower[i], ends.upper[i]) in sideways and self.is_lawful(ids[i], ids[parent[i]])
        }
        return list(filterfalse(left_out.__contains__, ends.having(sideways)))

    def _special(self) -> set[int]:
        """Seats that do not simply belong to one unit, but to several or to none that is known, and their reports."""
        index, children = self.context.lines.index, self.context.lines.hierarchy.children
        several = (*filter(self._heads_elsewhere, self.headed), *self.context.seats_with("also_in"))
        special = {index[name] for name in several if name in index}
        units = self.context.of_lines("unit")
        unknown = set(units).difference(self.organization.units)
        if unknown:
            special.update(i for i, unit in enumerate(units) if unit in unknown)
        return special.union(chain.from_iterable(map(children, special)))

    def _heads_elsewhere(self, seat: str) -> bool:
        """Whether a seat heads a unit that is not its own, or one without parent, whose line nobody judges."""
        entry, units = self.organization.positions.get(seat), self.organization.units
        return entry is None or any(
            unit != entry.unit or units[unit].parent is None for unit in self.headed.get(seat, ())
        )

    def leaves_its_unit(self, seat: str, manager: str) -> bool:
        """Whether the line from a written unit leads sideways out of it."""
        own, theirs = (self.organization.positions[name].unit for name in (seat, manager))
        return self._may_leave(own, theirs) and not self.is_lawful(seat, manager)

    def _may_leave(self, own: str | None, theirs: str | None) -> bool:
        """Whether a line from one unit to another leads sideways, if both ends belong to no further one.

        Nobody can say so of units in a loop, or below a parent that does not exist.
        """
        units, made = self.organization.units, self.organization.made_units
        if own is None or own == theirs or own not in units or own in made or theirs in made:
            return False
        if self.astray and not self.astray.isdisjoint(self.units.upward(own)):
            return False
        return theirs not in units or theirs is None or not self.units.is_within(own, theirs)
