"""Lines that nobody wrote: a seat's manager through the usual line of its role."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from orgmodel.graph.seating import NO_SEATS, Seating
from orgmodel.model.lines import Line


def first_in_force(lines: Sequence[Line] | None, day: date) -> Line | None:
    """The first line that counts on that day."""
    return next((line for line in lines or () if line.in_force(day)), None)


_NOBODY = ""
"""A role of which there is no seat: all that a role reporting to itself can mean."""


class Derivation:
    """Finds the seats that a role's line can mean, seen from a unit; each question is answered once."""

    def __init__(self, seating: Seating) -> None:
        self.seating = seating
        self._roles_above: dict[str, str | None] = {}
        self._found: dict[tuple[str, str | None], tuple[str, ...]] = {}

    def candidates(self, role: str | None, unit: str | None) -> tuple[str, ...] | None:
        """The seats a seat of that role in that unit could report to; None if no line is asked for."""
        if role is None:
            return None
        above = self._role_above(role)
        if above is None:
            return None
        place = (above, unit)
        if place not in self._found:
            self._found[place] = self._nearest(above, unit)
        return self._found[place]

    def _role_above(self, role: str) -> str | None:
        """The nearest role above that has a seat; without any, the first one, which then has none.

        None where no line is wanted: the role has no line, or it leads to an external role.
        """
        if role not in self._roles_above:
            self._roles_above[role] = self._follow(role)
        return self._roles_above[role]

    def _follow(self, role: str) -> str | None:
        org, day = self.seating.org, self.seating.day
        seen = {role}
        entry = org.roles.get(role)
        line = first_in_force(entry.reports_to, day) if entry is not None else None
        first = line.to if line is not None else None
        while line is not None and line.to not in seen:
            if self.seating.of_role(line.to):
                return line.to
            entry = org.roles.get(line.to)
            if entry is None:
                break
            if entry.external:
                return None
            seen.add(line.to)
            line = first_in_force(entry.reports_to, day)
        return first if first != role else _NOBODY

    def _nearest(self, role: str, unit: str | None) -> tuple[str, ...]:
        """In the own unit, else the nearest above that has one, else among seats outside all units."""
        seating = self.seating
        if not seating.of_role(role):
            return NO_SEATS
        if unit is None:
            return seating.of_role(role)
        for place in seating.units.upward(unit):
            found = seating.sitting_in(role, place) or seating.guests_in(role, place)
            if len(found) > 1:
                return tuple(name for name in found if name in seating.heads(place)) or found
            if found:
                return found
        return seating.sitting_in(role, None)
