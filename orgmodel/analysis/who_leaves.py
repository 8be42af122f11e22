"""What is open once a person has left, or a seat is empty, and who is next in line."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.who_cast import Cast
from orgmodel.analysis.who_party import PartyAnswers
from orgmodel.analysis.who_records import Gap, LeavesAnswer, SeatNow, Succession, Thing
from orgmodel.graph.letters import Cell
from orgmodel.graph.resolution import Instance


class LeaveAnswers:
    """Answers about leaving. `people` are the keys of those who leave, `emptied` the seats that stay behind."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.organization = cast.organization
        self.resolver = cast.resolver
        self.people: frozenset[str] = frozenset()
        self.emptied: tuple[str, ...] = ()

    def person(self, key: str) -> LeavesAnswer:
        """What happens when a person leaves."""
        self.people = frozenset([key])
        seats = PartyAnswers(self.cast).seats_of(key)
        self.emptied = tuple(seat for seat in seats if self._is_alone(seat))
        kept = self.cast.seats(seat for seat in seats if seat not in self.emptied)
        return self._answer(self.cast.person(key), kept, (key.partition("\0")[0],))

    def position(self, name: str) -> LeavesAnswer:
        """What happens when a seat is empty, whoever sits there."""
        self.emptied = (name,)
        return self._answer(self.cast.position(name), (), ())

    def _is_alone(self, seat: str) -> bool:
        state = self.resolver.holders.state(seat)
        return not state.is_undisclosed and all(held.person in self.people for held in state.holdings)

    def _answer(self, subject: Thing, kept: tuple[SeatNow, ...], people: tuple[str, ...]) -> LeavesAnswer:
        gone = frozenset(self.emptied)
        reports = dict.fromkeys(report for seat in self.emptied for report in self.cast.reports(seat))
        headless = []
        for unit in self.organization.units:
            heads = self.resolver.seating.heads(unit)
            if not gone.isdisjoint(heads) and not any(map(self._is_there, heads)):
                headless.append(self.cast.unit(unit))
        return LeavesAnswer(
            subject,
            emptied=self.cast.seats(self.emptied),
            kept=kept,
            unowned=tuple(self._gaps("owner")),
            undone=tuple(self._gaps("doer")),
            unmanaged=self.cast.seats(report for report in reports if report not in gone),
            headless=tuple(headless),
            deputy_for=self.cast.seats(self.cast.deputy_for(self.emptied, people)),
            next_in_line=tuple(map(self._succession, self.emptied)),
        )

    def _is_there(self, seat: str) -> bool:
        """Whether somebody is still in the seat."""
        if seat in self.emptied:
            return False
        return not self.cast.reader.has_holders or self.cast.seat(seat).state == "filled"

    # -- rows

    def _gaps(self, trait: str) -> Iterator[Gap]:
        """Rows whose letters of a meaning lead to nobody else."""
        for name in self.cast.reader.activities():
            letters = self.organization.letters_of(self.organization.activities[name])
            cells = self.resolver.row(name).by_trait(letters, trait)
            if not any(map(self._may_mean, cells)):
                continue
            places = [one for one in self.resolver.instances(name) if self._is_open(one, cells)]
            if places:
                told = (self.cast.place(place) for place in places)
                yield Gap(self.cast.activity(name), tuple(place for place in told if place is not None))

    def _may_mean(self, cell: Cell) -> bool:
        positions = self.organization.positions
        if cell.kind == "role":
            meant = self.resolver.counted.meant(cell.name)
            return any(positions[seat].role in meant for seat in self.emptied)
        if cell.kind == "unit":
            return any(seat in self.emptied for seat in self.resolver.seating.heads(cell.name))
        if cell.kind == "person":
            return any(key.partition("\0")[0] == cell.name for key in self.people)
        return cell.name in self.emptied

    def _is_open(self, instance: Instance, cells: tuple[Cell, ...]) -> bool:
        """Whether the row leads to those who leave, and to nobody else who is there."""
        touched = False
        for cell in cells:
            meant = self.resolver.resolve_cell(instance, cell)
            if meant.is_external:
                return False
            is_party = cell.kind == "unit" and not meant.seats and meant.hands > 0
            others = (key not in self.people for key in meant.people) if cell.kind == "person" else ()
            if is_party or any(others) or (cell.kind != "person" and any(map(self._is_there, meant.seats))):
                return False
            touched = touched or (cell.kind == "person" and bool(meant.people))
            touched = touched or any(seat in self.emptied for seat in meant.seats)
        return touched

    # -- who is next

    def _succession(self, seat: str) -> Succession:
        deputy = self.resolver.holders.stand_in(seat)
        keys = [key for key in deputy.people if key not in self.people] if deputy is not None else []
        above = next((name for name in self.cast.lines.chain(seat) if self._is_there(name)), None)
        unit, peers = self._peers(seat)
        return Succession(
            self.cast.position(seat),
            deputies=tuple(map(self.cast.person, keys)),
            manager=self.cast.seat(above) if above is not None else None,
            peers_in=self.cast.unit(unit) if unit is not None else None,
            peers=self.cast.seats(peers),
        )

    def _peers(self, seat: str) -> tuple[str | None, list[str]]:
        """Others of the role who are there: in the own unit, else in the nearest above that has some."""
        entry = self.organization.positions[seat]
        if entry.role is None:
            return None, []
        seating = self.resolver.seating
        for unit in seating.units.upward(entry.unit) if entry.unit is not None else ():
            found = [name for name in seating.within(entry.role, unit) if self._is_there(name)]
            if found:
                return unit, found
        return None, [name for name in seating.of_role(entry.role) if self._is_there(name)]
