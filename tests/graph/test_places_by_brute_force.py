"""Derived lines and units, against a reading that looks at every seat each time."""

from __future__ import annotations

import random
from collections.abc import Iterator

from drawing_board import DAY, organisation

from orgmodel.graph.hierarchy import AMBIGUOUS, MISSING
from orgmodel.graph.resolution import Instance, Resolver
from orgmodel.model.organization import Organization


def organisations() -> Iterator[tuple[random.Random, Organization]]:
    for seed in range(150):
        chance = random.Random(seed)
        units = [f"u{i}" for i in range(chance.randint(1, 6))]
        roles = {"boss": {}, "lead": {"reports_to": "boss"}, "maker": {"reports_to": "lead"}}
        seats = {f"s{i}": random_seat(chance, units) for i in range(chance.randint(1, 12))}
        tree = {
            name: {
                **({"parent": chance.choice(units[:i])} if i else {}),
                **({"head": chance.choice(list(seats))} if chance.random() < 0.5 else {}),
            }
            for i, name in enumerate(units)
        }
        yield chance, organisation(roles=roles, units=tree, positions=seats)


def random_seat(chance: random.Random, units: list[str]) -> dict[str, object]:
    return {
        "role": chance.choice(["boss", "lead", "maker", "maker"]),
        **({"unit": chance.choice(units)} if chance.random() < 0.85 else {}),
        **({"also_in": [chance.choice(units)]} if chance.random() < 0.2 else {}),
        **({"status": chance.choice(["ended", "planned"])} if chance.random() < 0.15 else {}),
    }


def upward(org: Organization, unit: str) -> list[str]:
    way = [unit]
    while org.units[way[-1]].parent is not None:
        way.append(str(org.units[way[-1]].parent))
    return way


def seats_of(org: Organization, role: str) -> list[str]:
    return [name for name, seat in org.positions.items() if seat.role == role and seat.in_force(DAY)]


def is_here(org: Organization, name: str, unit: str) -> bool:
    return org.positions[name].unit == unit or org.units[unit].head == name


def expected_candidates(org: Organization, role: str, unit: str | None) -> list[str]:
    above = {"maker": ["lead", "boss"], "lead": ["boss"], "boss": []}[role]
    seats = next((found for name in above if (found := seats_of(org, name))), [])
    if unit is None:
        return seats
    for place in upward(org, unit):
        here = [name for name in seats if is_here(org, name, place)]
        here = here or [name for name in seats if place in org.positions[name].also_in]
        head = [name for name in here if org.units[place].head == name]
        if here:
            return head or here
    return [name for name in seats if org.positions[name].unit is None]


def test_derived_lines_agree():
    for _chance, org in organisations():
        lines = Resolver(org, DAY).lines
        for name in lines.ids:
            seat = org.positions[name]
            if seat.role == "boss":
                assert lines.cause(name) == -1
                continue
            found = expected_candidates(org, str(seat.role), seat.unit)
            if len(found) == 1:
                assert lines.manager(name) == found[0]
            else:
                assert lines.cause(name) == (AMBIGUOUS if found else MISSING)


def expected_in_unit(org: Organization, resolver: Resolver, unit: str, role: str) -> list[str]:
    seats = seats_of(org, role)
    below = [name for name in org.units if unit in upward(org, name)]

    def directly(name: str, place: str) -> bool:
        return is_here(org, name, place) or place in org.positions[name].also_in

    inside = [name for name in seats if any(directly(name, place) for place in below)]
    if inside:
        return inside
    members = [
        name for name, seat in org.positions.items() if seat.in_force(DAY) and any(directly(name, b) for b in below)
    ]
    managers = {above for name in members for above in resolver.lines.chain(name)}
    for place in [*upward(org, unit)[1:], None]:
        if place is None:
            found = [name for name in seats if org.positions[name].unit is None]
        else:
            found = [name for name in seats if directly(name, place)]
        if found:
            return ([name for name in found if name in managers] or found) if len(found) > 1 else found
    return []


def test_roles_in_units_agree():
    for _chance, org in organisations():
        resolver = Resolver(org, DAY)
        for unit in org.units:
            for role in org.roles:
                found = resolver.resolve(Instance("row", unit=unit), role).seats
                assert list(found) == expected_in_unit(org, resolver, unit, role)
