"""The dotted lines of a model: of its positions and of its roles, in force on the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext


@dataclass(frozen=True, slots=True)
class Dotted:
    """One dotted line, with where it is written."""

    kind: str
    name: str
    to: str
    spot: Spot


def dotted_lines(context: RuleContext) -> Iterator[Dotted]:
    """Every dotted line of an entry that counts; roles of a library that nobody names are left out."""
    organization, day = context.organization, context.day
    for kind, names in (("positions", context.seats_with("dotted_to")), ("roles", tuple(organization.roles))):
        for name in names:
            entry = organization.section(kind)[name]
            if not entry.dotted_to or entity(kind, name) in organization.silent:
                continue
            for number, line in enumerate(entry.dotted_to):
                if line.in_force(day):
                    yield Dotted(kind, name, line.to, Spot(kind, name, ("dotted_to", number)))
