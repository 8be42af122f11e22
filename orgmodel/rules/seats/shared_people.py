"""People who sit in more than one seat on the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, compress
from operator import attrgetter

from orgmodel.model.organization import entity
from orgmodel.rules.context import RuleContext


@dataclass(frozen=True, slots=True)
class Share:
    """One person's part of one seat; `number` tells which holder of the seat it is."""

    seat: str
    number: int
    fte: float | None
    is_interim: bool


@dataclass(frozen=True, slots=True)
class SharedPerson:
    """A person with all the seats they hold, in the order of the files."""

    person: str
    shares: tuple[Share, ...]

    @property
    def entity(self) -> str:
        """The person as an entity."""
        return entity("people", self.person)

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats as entities."""
        return tuple(entity("positions", share.seat) for share in self.shares)


def people_with_several_seats(context: RuleContext) -> Iterator[SharedPerson]:
    """Undisclosed holders and holders of plain table rows are nobody's second self, and are passed over."""
    organization = context.organization
    people, rows = organization.people, organization.row_people
    if not people and len(rows) >= len(organization.positions):
        return
    several = context.repeated_holders
    if not several:
        return
    found: dict[str, list[Share]] = {}
    for name in _seats_of(context, several):
        seat = organization.positions[name]
        is_row = name in rows
        numbered = [(number, held) for number, held in enumerate(seat.held_by()) if held.in_force(context.day)]
        for number, held in numbered:
            if held.person not in several or (is_row and held.person not in people):
                continue
            fte = seat.fte if held.fte is None and len(numbered) == 1 else held.fte
            shares = found.setdefault(held.person, [])
            if not shares or shares[-1].seat != name:
                shares.append(Share(name, number, fte, held.kind == "interim"))
    for person, shares in found.items():
        if len(shares) > 1:
            yield SharedPerson(person, tuple(shares))


def named_more_than_once(context: RuleContext) -> frozenset[str]:
    """Everybody who could hold two seats; in a large model that is almost nobody."""
    listed = chain.from_iterable(context.rare_fields["holders"].values())
    once: set[str | None] = set()
    several: set[str | None] = set()
    for name in chain(context.of_seats("holder"), map(attrgetter("person"), listed)):
        (several if name in once else once).add(name)
    return frozenset(name for name in several if name is not None)


def _seats_of(context: RuleContext, people: frozenset[str]) -> tuple[str, ...]:
    """The seats in force that name one of these people, on whatever day, in the order of the files."""
    seating = context.lines.seating
    names = set(compress(context.organization.positions, map(people.__contains__, context.of_seats("holder"))))
    listed = context.rare_fields["holders"].items()
    names.update(name for name, holders in listed for held in holders if held.person in people)
    return seating.in_order(name for name in names if name in seating.in_force)
