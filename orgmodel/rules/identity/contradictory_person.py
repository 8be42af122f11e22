"""ORG110: two places that say different things about one person."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, compress
from operator import attrgetter

from orgmodel.findings import Severity
from orgmodel.model.organization import Organization, Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named


class ContradictoryPerson(Rule):
    """One finding for each person written by name and by id (for a table one in all), each shared e-mail
    address, and each seat that contradicts the entry of the person in it.
    """

    code = "ORG110"
    name = "contradictory-person"
    severity = Severity.WARNING
    title = "Two places disagree about a person"
    why = (
        "One human becomes two in the model, or has two kinds of contract or two addresses. Seats, spans and "
        "headcount then count somebody twice, and nobody knows which entry is true."
    )
    bad = """\
orgmodel: 1
people:
  ada: {name: Ada Park}
positions:
  chief: {holder: ada}
  adviser: {reports_to: chief, holder: Ada Park}  # [ORG110]
"""
    good = """\
orgmodel: 1
people:
  ada: {name: Ada Park}
positions:
  chief: {holder: ada}
  adviser: {reports_to: chief, holder: ada}
"""
    fix = "Write the person's id as the holder, and each fact about a person in one place only."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Nothing can contradict where there is no entry of people."""
        organization = context.organization
        if organization.people:
            yield from _by_name(context)
            yield from _shared_email(organization)
            yield from _seat_differs(context)


def _by_name(context: RuleContext) -> Iterator[Found]:
    organization = context.organization
    names = _names(organization)
    given = list(_holders(context, names)) if names else []
    if not given:
        return
    known = _known_as(organization, {text for _, _, text in given})
    groups: dict[str, list[tuple[str, str, Spot]]] = {}
    for seat, number, text in given:
        cause = "" if seat in organization.row_people else text
        groups.setdefault(cause, []).append((seat, text, holder_spot(organization, seat, number)))
    for cause, places in groups.items():
        texts = list(dict.fromkeys(text for _, text, _ in places))
        seats = list(dict.fromkeys(seat for seat, _, _ in places))
        (_, _, first), *others = places
        shown = listed([quoted(seat) for seat in seats], 3)
        held = f"position {shown}" if len(seats) == 1 else f"{counted(len(seats), 'position')} ({shown})"
        are = [f"{quoted(text)} of person {listed([quoted(name) for name in known[text]])}" for text in texts]
        name = "the name" if len(texts) == 1 else "the names"
        yield Found(
            f"{held} {'gives' if len(seats) == 1 else 'give'} as holder {name} {listed(are, 3)} instead of the id, "
            "which makes two people of one",
            first,
            (
                *(entity("people", name) for text in texts for name in known[text]),
                *(entity("positions", s) for s in seats),
            ),
            tuple((spot, f"and {quoted(text)} here") for _, text, spot in others[:MOST_RELATED]),
            subject=f"by name {cause}",
        )


def _names(organization: Organization) -> set[str]:
    """The names and aliases of people that are nobody's id."""
    people = organization.people.values()
    names: set[str | None] = set(map(attrgetter("name"), people))
    names.update(chain.from_iterable(map(attrgetter("aliases"), people)))
    return {name for name in names.difference(organization.people) if name is not None}


def _known_as(organization: Organization, texts: set[str]) -> dict[str, list[str]]:
    """Who has each of these names."""
    known: dict[str, list[str]] = {}
    for name, person in organization.people.items():
        if person.name in texts or person.aliases:
            for text in dict.fromkeys((person.name, *person.aliases)):
                if text is not None and text in texts:
                    known.setdefault(text, []).append(name)
    return known


def _holders(context: RuleContext, names: set[str]) -> Iterator[tuple[str, int, str]]:
    """Seats, with the number of the holder, held by one of these names."""
    positions = context.organization.positions
    holders = context.of_seats("holder")
    if not names.isdisjoint(holders):
        for seat, holder in compress(zip(positions, holders, strict=True), map(names.__contains__, holders)):
            yield seat, 0, holder
    for seat in context.seats_with("holders"):
        for number, held in enumerate(positions[seat].holders):
            if held.person is not None and held.person in names:
                yield seat, number, held.person


def _shared_email(organization: Organization) -> Iterator[Found]:
    by_email: dict[str, list[str]] = {}
    for name, person in organization.people.items():
        if person.email:
            by_email.setdefault(person.email.strip().casefold(), []).append(name)
    for names in by_email.values():
        if len(names) > 1:
            shown = listed([named(organization, "people", name) for name in names])
            email = quoted(organization.people[names[1]].email or "")
            first, second, *further = [Spot("people", name, ("email",)) for name in names]
            yield Found(
                f"{len(names):,} people have the e-mail address {email}: {shown}",
                second,
                tuple(entity("people", name) for name in (names[1], names[0], *names[2:])),
                ((first, "first here"), *((spot, "and here") for spot in further[:MOST_RELATED])),
                fix="Correct one of the addresses, or make the entries one person.",
            )


def _seat_differs(context: RuleContext) -> Iterator[Found]:
    """A seat with one holder who is an entry of people, and another employment or address than that entry."""
    organization = context.organization
    told = {name for name, person in organization.people.items() if person.employment or person.email}
    if not told:
        return
    seats = dict.fromkeys((*context.seats_with("employment"), *context.seats_with("fields")))
    for name in seats:
        seat = organization.positions[name]
        holders = seat.holders_on(context.day)
        if len(holders) != 1 or holders[0].person not in told or not seat.in_force(context.day):
            continue
        person = organization.people[holders[0].person]
        for word, own, theirs, way in (
            ("employment", seat.employment, person.employment, ("employment",)),
            ("email", seat.fields.get("email"), person.email, ("fields", "email")),
        ):
            if own and theirs and own.strip().casefold() != theirs.strip().casefold():
                yield Found(
                    f"position {quoted(name)} says {word} {quoted(own)}, but its holder "
                    f"{named(organization, 'people', holders[0].person)} has {word} {quoted(theirs)}",
                    Spot("positions", name, way),
                    (entity("people", holders[0].person), entity("positions", name)),
                    ((Spot("people", holders[0].person, (word,)), "the entry of the person"),),
                    fix="Write it once, at the person, and correct the other place.",
                    subject=f"{name} {word}",
                )
