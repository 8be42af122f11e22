"""The dotted lines of a model: of its positions and of its roles, in force on the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext


class Dotted(NamedTuple):
    """One dotted line: of which entry, to what, and the how manyth of the entry it is."""

    kind: str
    name: str
    to: str
    number: int

    @property
    def spot(self) -> Spot:
        """Where it is written."""
        return Spot(self.kind, self.name, ("dotted_to", self.number))


def dotted_lines(context: RuleContext) -> Iterator[Dotted]:
    """Every dotted line of an entry that counts; roles of a library that nobody names are left out."""
    organization, day = context.organization, context.day
    for kind, entries in (("positions", context.seats_with_more), ("roles", organization.counting("roles"))):
        for name, entry in entries.items():
            for number, line in enumerate(entry.dotted_to) if entry.dotted_to else ():
                if (line.from_ is None and line.until is None) or line.in_force(day):
                    yield Dotted(kind, name, line.to, number)
