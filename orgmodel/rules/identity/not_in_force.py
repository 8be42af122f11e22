"""References from what is in force on the day to seats and units that are not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, compress, count

from orgmodel.graph.lines import ENDED, Lines
from orgmodel.graph.references import Missing, Use
from orgmodel.model.organization import PLURAL, Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow


def used_out_of_force(context: RuleContext) -> list[Missing]:
    """Seats and units that are not in force, each with all uses that no other rule tells."""
    lines, units = context.lines, context.organization.units
    absent_units = {name for name, unit in units.items() if not unit.in_force(context.day)}
    if not absent_units and not lines.left_out and ENDED not in lines.statuses:
        return []
    found: dict[tuple[str, str], Missing] = {}
    for use in _Uses(context, absent_units).all():
        found.setdefault((use.kind, use.name), Missing(use.kind, use.name)).uses.append(use)
    return list(found.values())


class _Uses:
    """One pass over each kind of reference that has dates at its end."""

    def __init__(self, context: RuleContext, absent_units: set[str]) -> None:
        self.context = context
        self.positions = context.organization.positions
        self.units = context.organization.units
        self.absent_units = absent_units
        self.absent_seats = _absent_seats(context.lines)

    def all(self) -> Iterator[Use]:
        yield from self._of_seats()
        yield from self._of_dotted_lines()
        yield from self._of_units()
        yield from self._of_rows()

    def _is_in_force(self, seat: str) -> bool:
        return seat in self.positions and seat not in self.absent_seats

    def _of_seats(self) -> Iterator[Use]:
        for name in self.context.seats_with("deputy"):
            deputy = (self.positions[name].deputy or "").removeprefix("position:")
            if deputy in self.absent_seats and self._is_in_force(name):
                yield _use("positions", deputy, "positions", name, "deputy")
        if not self.absent_units:
            return
        for name, seat in self.positions.items():
            for number, unit in enumerate((seat.unit, *seat.also_in)):
                if unit in self.absent_units and unit is not None and self._is_in_force(name):
                    way = ("also_in", number - 1) if number else ("unit",)
                    yield _use("units", unit, "positions", name, *way)

    def _of_dotted_lines(self) -> Iterator[Use]:
        for lines in self.context.dotted_lines:
            if lines.kind == "positions":
                for i in compress(count(), map(self.absent_seats.__contains__, lines.to)):
                    if self._is_in_force(lines.names[i]):
                        owner = entity("positions", lines.names[i])
                        yield Use("positions", lines.to[i], "positions.dotted_to", owner, lines.spot(i))

    def _of_units(self) -> Iterator[Use]:
        """A unit whose heads are all out of force has none, and that is told as such."""
        for name, unit in self.units.items():
            if name in self.absent_units:
                continue
            absent = [head in self.absent_seats for head in unit.headed_by()]
            if not all(absent):
                for number, head in enumerate(unit.headed_by()):
                    if absent[number]:
                        yield _use("positions", head, "units", name, *(("heads", number) if unit.heads else ("head",)))
            if unit.parent in self.absent_units and unit.parent is not None:
                yield _use("units", unit.parent, "units", name, "parent")
            for number, other in enumerate(unit.interactions):
                if other.with_ in self.absent_units and other.in_force(self.context.day):
                    yield _use("units", other.with_, "units", name, "interactions", number)

    def _of_rows(self) -> Iterator[Use]:
        """Letters; that an owner or a doer has no seat is told by the rules of the row."""
        for row in self.context.rows:
            told = {(cell.kind, cell.name) for cell in (*row.owners, *row.doers)}
            for cell in row.row.cells:
                is_seat = (
                    cell.kind == "position" and cell.name in self.absent_seats and (cell.kind, cell.name) not in told
                )
                is_unit = cell.kind == "unit" and cell.name in self.absent_units and not self._is_told(row, cell.name)
                if is_seat or is_unit:
                    field = "assignments.role" if cell.spot.kind == "assignments" else "activities.assign"
                    yield Use(PLURAL[cell.kind], cell.name, field, row.entity, cell.spot)

    def _is_told(self, row: JudgedRow, unit: str) -> bool:
        """A unit that owns a row through a head who is not in force either."""
        owns = any(cell.kind == "unit" and cell.name == unit for cell in row.owners)
        return owns and not self.context.lines.seating.heads(unit)


def _absent_seats(lines: Lines) -> frozenset[str]:
    """The seats that are planned or have ended."""
    return frozenset(chain(lines.left_out, compress(lines.ids, map(ENDED.__eq__, lines.statuses))))


def _use(kind: str, name: str, section: str, owner: str, *way: str | int) -> Use:
    return Use(kind, name, f"{section}.{way[0]}", entity(section, owner), Spot(section, owner, way))
