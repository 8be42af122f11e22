"""Every unit with who leads it, where it belongs, how it works with others, and who sits in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.graph.lines import ENDED, PLANNED
from orgmodel.model.organization import entity
from orgmodel.site.anchors import anchor
from orgmodel.site.directory import Directory, counted, listed, shown
from orgmodel.site.values import EntriesPage, Entry, Fact, Link, Words

FILE = "units.html"
_MOST_SEATS = 60


def unit_page(directory: Directory) -> EntriesPage:
    """The page of all units, each followed by those within it."""
    writer = _UnitWriter(directory)
    units = shown_units(directory)
    index: tuple[Words, ...] = tuple((directory.entry("units", unit),) for unit in units)
    return EntriesPage(
        FILE,
        "Units",
        "Units",
        intro=f"{counted(len(units), 'unit')}: who leads each and who sits in it.",
        index=(("All units", index),) if len(units) > 6 else (),
        entries=tuple(map(writer.entry, units)),
    )


def shown_units(directory: Directory) -> list[str]:
    """The units from the top down, without silent entries of a library."""
    tree = directory.resolver.seating.units
    silent = directory.organization.silent
    return [tree.ids[i] for i in tree.hierarchy.order if entity("units", tree.ids[i]) not in silent]


class _UnitWriter:
    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.organization = directory.organization
        self.tree = directory.resolver.seating.units
        self.inside: dict[str, list[str]] = {}
        lines = directory.resolver.lines
        for i in lines.hierarchy.order:
            seat = self.organization.positions[lines.ids[i]]
            if lines.statuses[i] not in {PLANNED, ENDED}:
                for unit in dict.fromkeys((seat.unit, *seat.also_in)):
                    if unit is not None:
                        self.inside.setdefault(unit, []).append(lines.ids[i])

    def entry(self, unit: str) -> Entry:
        entry = self.organization.units[unit]
        return Entry(
            anchor("unit", unit),
            self.directory.called("units", unit),
            (Link(shown(entry.description)),) if entry.description else (),
            state="" if entry.in_force(self.directory.resolver.day) else "not in force",
            facts=tuple(fact for fact in self._facts(unit) if fact.values),
            chart=self.directory.cards.get(("units", unit), ""),
        )

    def _facts(self, unit: str) -> Iterator[Fact]:
        entry = self.organization.units[unit]
        directory, hierarchy = self.directory, self.tree.hierarchy
        if entry.kind:
            yield Fact("Kind", ((Link(shown(entry.kind)),),))
        yield Fact("Led by", tuple((directory.seat_with_holder(head),) for head in entry.headed_by()))
        if entry.parent is not None:
            yield Fact("Part of", ((directory.entry("units", entry.parent),),))
        parts = [self.tree.ids[i] for i in hierarchy.children(self.tree.index[unit])]
        yield Fact("Contains", self._listed("units", parts))
        day = directory.resolver.day
        for other in entry.interactions:
            if (other.from_ is None or other.from_ <= day) and (other.until is None or day <= other.until):
                mode = f": {shown(other.mode)}" if other.mode else ""
                yield Fact("Works with", ((directory.entry("units", other.with_), Link(mode)),))
        seats = self.inside.get(unit, [])
        named = tuple((directory.seat_with_holder(seat),) for seat in seats[:_MOST_SEATS])
        count = directory.seats(*seats)
        left = directory.seats(*seats[_MOST_SEATS:])
        more = ((Link(f"and {left:,} more"),),) if left else ()
        yield Fact(f"Seats ({count:,})" if count > 1 else "Seat", (*named, *more))

    def _listed(self, kind: str, names: Sequence[str]) -> tuple[Words, ...]:
        return (listed([(self.directory.entry(kind, name),) for name in names], 40),) if names else ()
