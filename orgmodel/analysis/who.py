"""Who answers for a row and who does what in it, in each place where it exists; and who answers for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.analysis.attention import Cause
from orgmodel.analysis.ownership import Ownership, hands_on
from orgmodel.analysis.who_cast import MOST_FOLLOWED, Cast
from orgmodel.analysis.who_records import ActivityAnswer, Claim, Overview, Part, Place, RowLine, WayUp
from orgmodel.graph.letters import Cell
from orgmodel.graph.resolution import Instance, Resolved


class RowAnswers:
    """Answers about rows."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.organization = cast.organization
        self.resolver = cast.resolver

    def activity(self, name: str, place: str | None = None) -> ActivityAnswer:
        """Everything about a row, or what it means for one unit or seat."""
        entry = self.organization.activities[name]
        ownerships = self.cast.reader.of_activity(name)
        only_for = None
        if place is not None:
            only_for = self.cast.unit(place) if place in self.organization.units else self.cast.position(place)
        return ActivityAnswer(
            self.cast.activity(name),
            kind=entry.kind,
            group=entry.group,
            per=entry.per,
            description=entry.description,
            in_force=entry.in_force(self.resolver.day),
            asked=bool(ownerships),
            unowned=entry.unowned,
            only_for=only_for,
            places=tuple(self._place(one, narrowed, ownerships) for one, narrowed in self._instances(name, place)),
            claims=tuple(self._claims(name)),
        )

    def overview(self, unit: str | None = None) -> Overview:
        """Who answers for every row, in each place; or only for one unit."""
        only_for = self.cast.unit(unit) if unit is not None else None
        return Overview(only_for, tuple(self._overview(unit)))

    def _overview(self, unit: str | None) -> Iterator[RowLine]:
        for name in self.cast.reader.activities():
            ownerships = self.cast.reader.of_activity(name)
            instances = [instance for instance, _ in self._instances(name, unit)]
            if len(instances) > 1 and (not ownerships or ownerships[0].on_paper):
                instances = [Instance(name)]
            for instance in instances:
                yield self._line(instance, ownerships)

    def rows_for(self, unit: str) -> Iterator[RowLine]:
        """The rows that exist for a unit itself."""
        for name in self.cast.reader.activities():
            if self.organization.activities[name].per is None:
                continue
            for instance in self.resolver.instances(name):
                if instance.unit == unit:
                    yield self._line(instance, self.cast.reader.of_activity(name))

    def _line(self, instance: Instance, ownerships: list[Ownership]) -> RowLine:
        letters = self.organization.letters_of(self.organization.activities[instance.activity])
        owners = self.resolver.row(instance.activity).by_trait(letters, "owner")
        return RowLine(
            self.cast.activity(instance.activity),
            self.cast.place(instance),
            instance.weight,
            asked=bool(ownerships),
            unowned=self.organization.activities[instance.activity].unowned,
            owners=tuple(self.cast.part(self._seen(instance, cell), cell) for cell in owners),
            troubles=tuple(self._troubles(instance, ownerships)),
        )

    # -- places

    def _seen(self, instance: Instance, cell: Cell) -> Instance:
        """The place as a letter sees it: where a row that exists once is asked for by a unit from which no
        seat can be seen, the letter means what it means for everybody."""
        is_narrowed = instance.unit is not None and self.organization.activities[instance.activity].per is None
        if is_narrowed and not self.resolver.resolve_cell(instance, cell).seats:
            return Instance(instance.activity)
        return instance

    def _instances(self, name: str, place: str | None) -> list[tuple[Instance, bool]]:
        """Where the row exists, and whether it is narrowed to what one unit sees of it."""
        instances = self.resolver.instances(name)
        if place is None:
            return [(instance, False) for instance in instances]
        if place not in self.organization.units:
            return [(one, False) for one in instances if one.seat == place]
        if len(instances) == 1 and instances[0].place is None:
            seen = bool(self.organization.positions)
            return [(Instance(name, unit=place), True)] if seen else [(instances[0], False)]
        return [(instance, False) for instance in self._within(instances, place)]

    def _within(self, instances: list[Instance], unit: str) -> list[Instance]:
        """The row of the unit itself, else those below it, else that of the nearest unit above."""
        if instances and instances[0].seat is not None:
            members = frozenset(self.resolver.seating.members(unit))
            return [instance for instance in instances if instance.seat in members]
        by_unit = {instance.unit: instance for instance in instances}
        if unit in by_unit:
            return [by_unit[unit]]
        units = self.resolver.seating.units
        below = [by_unit[part] for part in units.descendants(unit) if part in by_unit]
        return below or [by_unit[above] for above in units.ancestors(unit) if above in by_unit][:1]

    def _place(self, instance: Instance, narrowed: bool, ownerships: list[Ownership]) -> Place:
        cells = self.resolver.row(instance.activity).cells
        parts = tuple(self.cast.part(self._seen(instance, cell), cell) for cell in cells)
        place = self.cast.place(instance)
        whole = self._troubles(Instance(instance.activity), ownerships) if narrowed else ()
        above = self.organization.activities[instance.activity].escalates_to
        return Place(
            unit=place if place is not None and place.kind == "unit" else None,
            seat=place if place is not None and place.kind == "position" else None,
            count=instance.weight,
            narrowed=narrowed,
            parts=parts,
            troubles=tuple(self._troubles(instance, ownerships)),
            whole=tuple(whole),
            escalates_to=self.cast.resolved(self.resolver.resolve(instance, above, owner=True)) if above else None,
            ways=tuple(self._ways(part for part in parts if part.trait == "owner")),
        )

    def _ways(self, owners: Iterable[Part]) -> Iterator[WayUp]:
        """The ways up from those who answer, as long as they are few."""
        parties = list(owners)
        seats = dict.fromkeys(seat.position.id for part in parties for seat in part.seats)
        if len(seats) <= MOST_FOLLOWED:
            yield from map(self.cast.way, seats)
        if not self.organization.positions:
            ways = (self.cast.role_way(part.party.id) for part in parties if part.party.kind == "role")
            yield from (way for way in ways if way is not None)

    # -- troubles

    def _troubles(self, instance: Instance, ownerships: list[Ownership]) -> Iterator[Cause]:
        """Why it is not clear who answers there."""
        if not ownerships:
            return
        if ownerships[0].on_paper:
            yield self._on_paper(instance.activity, ownerships[0].owners)
            return
        if not self.organization.positions:
            return
        letters = self.organization.letters_of(self.organization.activities[instance.activity])
        owners = self.resolver.row(instance.activity).by_trait(letters, "owner")
        seen = ((self._seen(instance, cell), cell) for cell in owners)
        causes = (self._of_party(place, self.resolver.resolve_cell(place, cell)) for place, cell in seen)
        yield from dict.fromkeys(cause for cause in causes if cause is not None)

    def _on_paper(self, activity: str, owners: tuple[Cell, ...]) -> Cause:
        if owners:
            return Cause.DISAGREEMENT if all(cell.is_claim for cell in owners) else Cause.SEVERAL
        row = self.resolver.row(activity)
        is_claimed = not row.is_decided and bool(row.cells or row.denials)
        return Cause.NOT_SAID if is_claimed else Cause.NOBODY

    def _of_party(self, instance: Instance, party: Resolved) -> Cause | None:
        if party.is_external:
            return None
        if not party.seats and not party.people:
            return Cause.NO_SEAT
        if hands_on(instance, party) > 1:
            return Cause.SEVERAL_SEATS
        return Cause.VACANT if self.cast.reader.has_holders and party.is_all_vacant else None

    # -- claims

    def _claims(self, name: str) -> Iterator[Claim]:
        row = self.resolver.row(name)
        for cells, denied in ((row.claims, False), (row.denials, True)):
            for cell in cells:
                party = self.cast.party(cell.kind, cell.name)
                yield Claim(cell.letter, self.cast.letter(name, cell.letter)[0], party, cell.sources, denied)
