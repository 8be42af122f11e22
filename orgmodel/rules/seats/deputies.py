"""Who stands in for whom: each deputy of a seat in force, with the seats that this means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.graph.letters import parse_assignee
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext


@dataclass(slots=True)
class Deputy:
    """The deputy of a seat. `kind` and `name` say who was written; `seats` are those in force that are meant.

    A deputy that does not exist, or whose seat is not in force, means no seats.
    """

    seat: str
    kind: str
    name: str
    seats: tuple[str, ...]

    @property
    def spot(self) -> Spot:
        """Where it is written."""
        return Spot("positions", self.seat, ("deputy",))


def deputies(context: RuleContext) -> Iterator[Deputy]:
    """The deputies of all seats in force, in the order of the files."""
    organization, seating = context.organization, context.lines.seating
    in_force = seating.in_force
    for seat, written in context.rare_fields["deputy"].items():
        if not written or seat not in in_force:
            continue
        if written in in_force:
            yield Deputy(seat, "position", written, (written,))
            continue
        if written in organization.positions:
            yield Deputy(seat, "position", written, ())
            continue
        kind, name = parse_assignee(organization, written)
        if kind == "role" and name not in organization.roles:
            kind = "person"
        meant: tuple[str, ...] = ()
        if kind == "position":
            meant = (name,) if name in seating.in_force else ()
        elif kind == "role":
            meant = seating.of_role(name)
        elif kind == "person":
            meant = context.resolver.holders.seats_of(name)
        yield Deputy(seat, kind, name, meant)
