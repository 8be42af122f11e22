"""A made-up organisation that is looked after: something of every kind, so that every rule which reads a model has
work, and most of it in order. One thing in fifty is wrong.

Everything grows with the number of seats, apart from the roles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made_up import managers

LINE = "product"
CRAFTS = ("engineering", "design", "product", "analysis", "research", "data", "quality")
"""Every team has the first two."""
PLANES = ("operational", "tactical", "strategic")
KINDS = ("company", "division", "area", "department", "team")
UNIT_LAYERS = len(KINDS)
"""Managers of so many layers head a unit; below them are teams of several crafts."""
PER_TEAM = 12
"""So many activities exist once in each team."""
WRONG = 50


@dataclass(frozen=True)
class Tree:
    """For each seat its manager, its layer from the top, its first report (-1 for none), its unit and its role.

    `rungs` is the number of layers.
    """

    above: list[int]
    layer: list[int]
    first: list[int]
    unit: list[int]
    role: list[str]
    rungs: int


def tree(seats: int) -> Tree:
    """Who reports to whom; every seat has the role that its manager's role usually leads."""
    above = managers(seats)
    layer, first, unit, craft = [0] * seats, [-1] * seats, [0] * seats, [LINE] * seats
    for number, manager in enumerate(above):
        if manager < 0:
            continue
        layer[number] = layer[manager] + 1
        unit[number] = unit[manager]
        if first[manager] < 0:
            first[manager] = number
            if layer[manager] < UNIT_LAYERS:
                unit[manager] = manager
        if layer[number] == UNIT_LAYERS:
            craft[number] = CRAFTS[(number - first[manager]) % len(CRAFTS)]
        elif layer[number] > UNIT_LAYERS:
            craft[number] = craft[manager]
        if layer[manager] < UNIT_LAYERS:
            unit[number] = manager
    top = max(layer)
    role = [f"{name}-{top - depth}" for name, depth in zip(craft, layer, strict=True)]
    return Tree(above, layer, first, unit, role, top + 1)


def write_ordinary(path: Path, seats: int, activities: int) -> None:
    """A model of so many seats and activities."""
    known = tree(seats)
    with path.open("w", encoding="utf-8") as out:
        out.write("orgmodel: 1\nname: Ordinary\nas_of: 2026-11-01\n")
        for part in (
            _policy(),
            _roles(known.rungs),
            _units(known),
            _people(seats),
            _positions(known),
            _activities(activities, known),
            _claims(activities, known),
        ):
            out.writelines(part)


def _policy() -> Iterator[str]:
    yield """\
policy:
  conflicts: [{roles: [product-1, design-1], reason: One hand must not do both}]
  holders: {product-6: 1}
  unit_size: {min: 2, max: 400}
  managers: {min: 0.05, max: 0.4}
  ratios: [{of: product-1, to: design-1, min: 0.2, max: 5}]
  column: {responsibilities: 12}
  severity: {same-title: info}
  require:
    - {every: position, where: {role: product-6}, must: {unit: {set: true}, holder: {set: true}}}
    - {every: unit, where: {kind: company}, must: {people.product-6: {min: 1}}}
    - {every: position, where: {role: product-5}, must: {span: {max: 12}}}
waivers:
  - {rule: span-too-narrow, for: "position:p1*", reason: Being hired, owner: p0, until: 2027-03-31}
"""


def _roles(rungs: int) -> Iterator[str]:
    yield "roles:\n"
    for place, craft in enumerate(CRAFTS):
        last = rungs if craft == LINE else rungs - UNIT_LAYERS
        for rung in range(last):
            yield f"  {craft}-{rung}:\n    title: {craft.title()} {rung}\n    aliases: [{craft} rung {rung}]\n"
            yield f"    level: {rung + 1}\n    track: {'management' if rung else 'ic'}\n    family: {craft}\n"
            yield f"    skills: {{discovery: {min(5, rung + 1)}, writing: {min(5, rung + 1)}}}\n"
            yield f"    experience: {{min: {2 * rung}, max: {2 * rung + 3}}}\n"
            low = 40_000 + 12_000 * rung + 500 * place
            yield f"    pay: {{min: {low}, max: {low + 14_000}, currency: EUR}}\n"
            yield "    responsibilities: [one, two, three]\n"
            if craft == "quality" and rung:
                yield f"    counts_as: {craft}-{rung - 1}\n"
            if rung + 1 < rungs:
                yield f"    reports_to: {craft if rung + 1 < last else LINE}-{rung + 1}\n"
            if rung + 1 < last:
                yield f"    promotes_to: {craft}-{rung + 1}\n"


def _units(known: Tree) -> Iterator[str]:
    yield "units:\n"
    for number in sorted(set(known.unit)):
        kind, above = KINDS[known.layer[number]], known.above[number]
        parent = f", parent: u{known.unit[above]}" if above >= 0 else ""
        yield f"  u{number}: {{title: Unit {number}, kind: {kind}, head: p{number}{parent}}}\n"


def _people(seats: int) -> Iterator[str]:
    yield "people:\n"
    for number in range(0, seats, 10):
        employment = "contractor" if number % 500 == 40 else "employee"
        yield f"  h{number}: {{name: Holder {number}, email: h{number}@example.org, employment: {employment}}}\n"


def _positions(known: Tree) -> Iterator[str]:
    yield "positions:\n"
    for number, above in enumerate(known.above):
        yield f"  p{number}:\n    role: {known.role[number]}\n    title: Seat {number}\n"
        yield f"    unit: u{known.unit[number]}\n"
        manager = above // 2 if number % WRONG == 11 else above
        yield f"    reports_to: p{manager}\n" if above >= 0 else "    reports_to: ~\n"
        yield from _holder(number)
        if known.first[number] >= 0:
            yield f"    deputy: p{known.first[number]}\n"
        yield from _rare(number, known)


def _holder(number: int) -> Iterator[str]:
    if number % 100 == 5:
        yield f"    holders:\n      - {{person: First {number}, fte: 0.5, until: 2027-12-31}}\n"
        yield f"      - {{person: Second {number}, fte: 0.5, from: 2026-06-01, kind: interim}}\n"
    elif number % 25 == 7:
        yield "    status: vacant\n"
    else:
        yield f"    holder: h{number}\n" if number % 10 == 0 else f"    holder: Person {number - (number % 250 == 1)}\n"
        yield f"    fte: {0.5 if number % 11 == 0 else 1.0}\n"


def _rare(number: int, known: Tree) -> Iterator[str]:
    rung = known.rungs - 1 - known.layer[number]
    if number % 33 == 1:
        yield f"    dotted_to: p{known.unit[number * 31 % len(known.unit)]}\n"
    if number % WRONG == 23:
        yield f"    level: {1 + number % 6}\n"
    if number % 9 == 0:
        low = 42_000 + 12_000 * rung + (30_000 if number % WRONG == 9 else 0)
        yield f"    pay: {{amount: {low + number % 10 * 1_000}, currency: EUR}}\n"
    if number % 29 == 0:
        yield f"    from: 2025-0{1 + number % 9}-01\n    until: 2028-0{1 + number % 9}-28\n    employment: employee\n"
    if number % 211 == 3:
        yield "    also_in: u0\n    skills: {discovery: 3, writing: 2}\n"


def _activities(activities: int, known: Tree) -> Iterator[str]:
    yield "activities:\n"
    for number in range(activities):
        yield f"  a{number}:\n    title: Activity number {number}\n"
        if number < PER_TEAM:
            yield from _of_each_team(number, known)
            continue
        owner = owner_of(number, known)
        yield f"    plane: {PLANES[min(2, (known.rungs - 1 - known.layer[owner]) // 2)]}\n"
        if number % 10 == 1:
            yield f"    part_of: a{number - 1}\n    depends_on: a{number - 2}\n"
        if number % 50 == 2 and known.above[owner] >= 0:
            yield f"    escalates_to: position:p{known.above[owner]}\n    separate: true\n"
        if number % 400 == 9:
            yield "    unowned: Nobody yet\n    assign: {}\n"
            continue
        doer = known.first[owner_of(number + WRONG, known)] if number % WRONG == 17 else known.first[owner]
        other = CRAFTS[number % len(CRAFTS)]
        yield f"    assign:\n      A: position:p{owner}\n      R: [position:p{doer}, position:p{doer + 1}]\n"
        yield f"      C: [{other}-1, unit:u{known.unit[number * 41 % len(known.unit)]}]\n      I: {LINE}-3\n"


def owner_of(number: int, known: Tree) -> int:
    """The manager who owns an activity; a part has the owner of the whole."""
    whole = number - 1 if number % 10 == 1 else number
    return max(0, known.above[whole * 37 % len(known.above)])


def _of_each_team(number: int, known: Tree) -> Iterator[str]:
    """Activities of the team's head, its crafts and whoever is above it."""
    head = known.rungs - UNIT_LAYERS
    does, advises = CRAFTS[number % 2], CRAFTS[1 - number % 2]
    yield f"    per: {f'role:{LINE}-{head}' if number == 3 else KINDS[-1]}\n    assign:\n"
    yield f"      A: {LINE}-{head}\n      R: {does}-{head - 1}\n"
    yield f"      C: {advises}-{head - 1}\n      I: {LINE}-{head + 1}\n"


def _claims(activities: int, known: Tree) -> Iterator[str]:
    yield "assignments:\n"
    for number in range(PER_TEAM, activities, 20):
        owner = owner_of(number, known)
        for source in ("one", "two"):
            said = "product-3" if number % 1_000 == 0 else f"position:p{owner}"
            yield f'  - {{activity: a{number}, role: "{said}", letter: A, source: {source}}}\n'
