"""A made-up organisation with something of every kind, in which nearly everything is wrong: the hardest case.

Everything grows with the number of seats, also what is wrong on purpose, apart from the roles.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.made_up import managers

TRACKS = ("ic", "management")
RUNGS = 6
FAMILIES = ("product", "design", "engineering", "analysis")
UNIT_SEATS = 40
PLANES = ("strategic", "tactical", "operational")


def write_whole(path: Path, seats: int, activities: int) -> None:
    """A model of so many seats and activities."""
    units = seats // UNIT_SEATS + 1
    with path.open("w", encoding="utf-8") as out:
        out.write("orgmodel: 1\nname: Whole\nas_of: 2026-11-01\n")
        for part in (
            _policy(),
            _roles(),
            _units(units, seats),
            _people(seats),
            _positions(seats, units),
            _activities(activities, seats, units),
            _claims(activities),
        ):
            out.writelines(part)


def _policy() -> Iterator[str]:
    yield """\
policy:
  conflicts: [{roles: [product-1, design-2], reason: One hand must not do both}]
  holders: {product-5: 2}
  unit_size: {min: 3, max: 60}
  managers: {min: 0.05, max: 0.4}
  ratios: [{of: product-2, to: design-2, min: 0.5, max: 2}]
  column: {responsibilities: 5}
  severity: {same-title: info}
waivers:
  - {rule: span-too-narrow, for: "position:p1*", reason: Being hired, owner: p0, until: 2027-03-31}
"""


def _roles() -> Iterator[str]:
    yield "roles:\n"
    for place, family in enumerate(FAMILIES):
        for rung in range(RUNGS):
            yield f"  {family}-{rung}:\n    title: {family.title()} {rung}\n    aliases: [{family} rung {rung}]\n"
            yield f"    level: {rung + 1}\n    track: {TRACKS[rung > 3]}\n    family: {family}\n"
            yield f"    skills: {{discovery: {rung + 1}, writing: {RUNGS - rung}}}\n"
            yield f"    experience: {{min: {2 * rung}, max: {2 * rung + 3}}}\n"
            low = 40_000 + 12_000 * rung + 500 * place
            yield f"    pay: {{min: {low}, max: {low + 30_000}, currency: EUR}}\n"
            yield "    responsibilities: [one, two, three]\n"
            if rung + 1 < RUNGS:
                yield f"    promotes_to: {family}-{rung + 1}\n    reports_to: {family}-{rung + 1}\n"


def _units(units: int, seats: int) -> Iterator[str]:
    yield "units:\n"
    for number in range(units):
        kind = "team" if number > units // 8 else "department"
        yield f"  u{number}: {{title: Unit {number}, kind: {kind}, head: p{number * UNIT_SEATS % seats}"
        yield f", parent: u{(number - 1) // 8}}}\n" if number else "}\n"


def _people(seats: int) -> Iterator[str]:
    yield "people:\n"
    for number in range(0, seats, 10):
        employment = "contractor" if number % 100 == 0 else "employee"
        yield f"  h{number}: {{name: Holder {number}, email: h{number}@example.org, employment: {employment}}}\n"


def _positions(seats: int, units: int) -> Iterator[str]:
    yield "positions:\n"
    for number, above in enumerate(managers(seats)):
        rung = max(0, RUNGS - 1 - len(str(number)) + number % 2)
        yield f"  p{number}:\n    role: {FAMILIES[number % len(FAMILIES)]}-{rung}\n    title: Seat {number}\n"
        yield f"    unit: u{number // UNIT_SEATS % units}\n    reports_to: {f'p{above}' if above >= 0 else '~'}\n"
        yield from _holder(number)
        yield from _rare(number, seats)


def _holder(number: int) -> Iterator[str]:
    if number % 23 == 5:
        yield f"    holders:\n      - {{person: First {number}, fte: 0.5, until: 2026-12-31}}\n"
        yield f"      - {{person: Second {number}, fte: 0.5, from: 2026-06-01, kind: interim}}\n"
    elif number % 19 != 7:
        yield f"    holder: h{number}\n" if number % 10 == 0 else f"    holder: Person {number - (number % 97 == 1)}\n"
        yield f"    fte: {0.5 if number % 11 == 0 else 1.0}\n"


def _rare(number: int, seats: int) -> Iterator[str]:
    if number % 7 == 0:
        yield f"    dotted_to: p{number * 31 % seats}\n    level: {1 + number % 6}\n"
    if number % 9 == 0:
        yield f"    deputy: p{(number + 1) % seats}\n"
        yield f"    pay: {{amount: {50_000 + number % 70 * 1_000}, currency: EUR}}\n"
    if number % 29 == 0:
        yield f"    from: 2025-0{1 + number % 9}-01\n    until: 2027-0{1 + number % 9}-28\n    employment: employee\n"
    if number % 211 == 3:
        yield "    also_in: u0\n    skills: {discovery: 3, guessing: 2}\n"


def _activities(activities: int, seats: int, units: int) -> Iterator[str]:
    yield "activities:\n"
    for number in range(activities):
        seat = number * 37 % seats
        yield f"  a{number}:\n    title: Activity number {number}\n    plane: {PLANES[number % 3]}\n"
        if number % 10 == 1:
            yield f"    part_of: a{number // 10}\n    depends_on: a{number - 1}\n"
        if number % 50 == 2:
            yield f"    escalates_to: position:p{seat // 2}\n    separate: true\n"
        if number in {3, 4}:
            yield f"    per: {('team', 'role:product-1')[number - 3]}\n"
        if number % 400 == 9:
            yield "    unowned: Nobody yet\n    assign: {}\n"
            continue
        yield "    assign:\n"
        owner = f"{FAMILIES[number % 4]}-{3 + number % 3}" if number < 40 else f"position:p{seat}"
        yield f"      A: {owner}\n      R: [position:p{(seat + 1) % seats}, position:p{seat * 3 % seats}]\n"
        yield f"      C: [{FAMILIES[number % 4]}-2, unit:u{number % units}]\n      I: {FAMILIES[number % 3]}-1\n"


def _claims(activities: int) -> Iterator[str]:
    yield "assignments:\n"
    for number in range(0, activities, 20):
        for source, role in (("one", "product-3"), ("two", "design-3")):
            yield f"  - {{activity: a{number}, role: {role}, letter: A, source: {source}}}\n"
