"""What a seat or a role answers for, does, advises on and is told, over all rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from orgmodel.graph.resolution import Cell, Instance, Resolver
from orgmodel.model.activities import Letter
from orgmodel.model.organization import Organization

TRAITS = ("owner", "doer", "vetoes", "verifies", "advises", "informed")
"""The meanings of letters, the weightiest first."""

DUTY_WORDS = {
    "owner": "Answers for",
    "doer": "Does",
    "vetoes": "May stop",
    "verifies": "Checks",
    "advises": "Is asked about",
    "informed": "Is told about",
}
"""How it is said what a seat or a role does in a row."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One letter on one activity, in the places where the row means this seat or role.

    `trait` is the weightiest meaning of the letter, empty when it has none; `name` is the letter's own name.
    """

    activity: str
    letter: str
    name: str
    trait: str
    places: tuple[Instance, ...] = ()
    sources: tuple[str, ...] = ()


def duties_by_seat(organization: Organization, resolver: Resolver, activities: Iterable[str]) -> dict[str, list[Duty]]:
    """The duties of every seat, in the order of the rows."""
    found: dict[str, dict[tuple[str, str], list[Instance]]] = {}
    for name in activities:
        cells = resolver.letters(name)
        for instance in resolver.instances(name):
            for cell in cells:
                for seat in resolver.resolve_cell(instance, cell).seats:
                    places = found.setdefault(seat, {}).setdefault((name, cell.letter), [])
                    if not places or places[-1] is not instance:
                        places.append(instance)
    return {
        seat: [_duty(organization, name, letter, tuple(places)) for (name, letter), places in held.items()]
        for seat, held in found.items()
    }


def duties_by_role(organization: Organization, resolver: Resolver, activities: Iterable[str]) -> dict[str, list[Duty]]:
    """The duties of every role that a row names, and of those that count as it."""
    found: dict[str, list[Duty]] = {}
    for name in activities:
        apart = resolver.apart(name)
        for cell in resolver.letters(name):
            for role in resolver.counted.meant(cell.name, apart) if cell.kind == "role" else ():
                found.setdefault(role, []).append(_role_duty(organization, name, cell))
    return found


def _role_duty(organization: Organization, name: str, cell: Cell) -> Duty:
    return _duty(organization, name, cell.letter, (), cell.sources)


def _duty(
    organization: Organization,
    activity: str,
    code: str,
    places: tuple[Instance, ...],
    sources: tuple[str, ...] = (),
) -> Duty:
    letter = organization.letters_of(organization.activities[activity]).get(code) or Letter()
    trait = next((trait for trait in TRAITS if trait in letter.traits), "")
    return Duty(activity, code, letter.name or code, trait, places, sources)
