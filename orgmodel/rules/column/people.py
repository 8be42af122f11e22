"""How findings about people name them, and where they stand in the file."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import listed

_MOST_PEOPLE = 3


def person_shown(context: RuleContext, person: str) -> str:
    """The name of the person of a key, in quotes."""
    return quoted(context.resolver.holders.person_name(person), 60)


def people_shown(context: RuleContext, people: Sequence[str]) -> str:
    """The first of several people by name, and how many more."""
    shown = [person_shown(context, person) for person in people[:_MOST_PEOPLE]]
    more = len(people) - _MOST_PEOPLE
    return f"{', '.join(shown)} and {more:,} more" if more > 0 else listed(shown)


def person_entity(person: str) -> str:
    """The person of a key as an entity."""
    return entity("people", person.partition("\0")[0])


def seats_of(context: RuleContext, person: str) -> tuple[str, ...]:
    """The seats of the person of a key; one row of a table is one person."""
    _name, is_row, seat = person.partition("\0")
    return (seat,) if is_row else context.resolver.holders.seats_of(person)


def person_spot(context: RuleContext, person: str) -> Spot:
    """Where somebody is written down as the holder of their first seat, else as a person."""
    organization = context.organization
    name = person.partition("\0")[0]
    for seat in seats_of(context, person):
        for number, holder in enumerate(organization.positions[seat].held_by()):
            if holder.person == name and holder.in_force(context.day):
                return holder_spot(organization, seat, number)
    return Spot("people", name)
