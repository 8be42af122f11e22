"""What follows from a misspelt `role:` or `unit:` of a seat, or from one that could not be read.

Such a slip is reported where it stands. What else seems to be wrong only because of it (the seat has no
derived line, the role it was meant to have has no seat) is not reported again.
"""

from __future__ import annotations

from functools import cached_property

from orgmodel.findings import Fault
from orgmodel.graph.references import Missing, References
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position

_MOST_MEANT = 200
_LOST_KEYS = ("unknown-key", "wrong-value")


class Misspelt:
    """The slips in the roles and units of seats."""

    def __init__(self, organization: Organization, references: References, faults: dict[str, list[Fault]]) -> None:
        self.organization = organization
        self.references = references
        self.faults = faults

    @cached_property
    def _lost(self) -> frozenset[tuple[str, str]]:
        """Entities and those of their fields that could not be read."""
        faults = (fault for rule in _LOST_KEYS for fault in self.faults.get(rule, ()))
        return frozenset((entity, fault.lost) for fault in faults for entity in fault.entities if fault.lost)

    def is_lost(self, entity: str, *fields: str) -> bool:
        """Whether one of these fields of an entry is there and could not be read, or its key is misspelt."""
        return bool(self._lost) and any((entity, field) in self._lost for field in fields)

    def is_any_lost(self, kind: str, *fields: str) -> bool:
        """Whether one of these fields of any entry of a kind (`position`) could not be read."""
        return any(entity.startswith(f"{kind}:") and field in fields for entity, field in self._lost)

    def has_lost_line(self, name: str, seat: Position) -> bool:
        """Whether a seat has no line only because its role or its line is misspelt or could not be read."""
        if seat.reports_to is not None:
            return False
        if seat.role is not None and seat.role not in self.organization.roles:
            meant = self.roles.get(seat.role)
            return meant is None or bool(self.organization.roles[meant].reports_to)
        return self.is_lost(f"position:{name}", "role", "reports_to") or self.is_lost(f"role:{seat.role}", "reports_to")

    def unit_of(self, seat: Position) -> str | None:
        """The unit of a seat; where it is misspelt, the one that was meant."""
        return self.units.get(seat.unit, seat.unit) if seat.unit is not None else None

    @cached_property
    def roles(self) -> dict[str, str]:
        """Misspelt roles of seats, each with the role it was meant to be."""
        return self._meant("roles", "positions.role")

    @cached_property
    def seats(self) -> dict[str, list[str]]:
        """By role the seats that were meant to have it."""
        found: dict[str, list[str]] = {}
        for missing in self.references.missing:
            meant = self.roles.get(missing.name) if missing.kind == "roles" else None
            for use in missing.uses if meant is not None else ():
                if use.field == "positions.role" and meant is not None:
                    found.setdefault(meant, []).append(str(use.spot.id))
        return found

    @cached_property
    def units(self) -> dict[str, str]:
        """Misspelt units of seats, each with the unit it was meant to be."""
        return self._meant("units", "positions.unit")

    def _meant(self, kind: str, field: str) -> dict[str, str]:
        nearest = Nearest(self.organization.section(kind))
        found = {}
        for missing in self.references.missing:
            if missing.kind != kind or all(use.field != field for use in missing.uses):
                continue
            name = _twin(missing) or nearest.find(missing.name)
            if name is not None:
                found[missing.name] = name
            if len(found) == _MOST_MEANT:
                break
        return found


def _twin(missing: Missing) -> str | None:
    """The one entry that differs only in case or zeros, or that bears the name."""
    names = (*missing.by_case, *missing.by_zeros, *(name for name, _ in missing.called))
    return names[0] if names else None
