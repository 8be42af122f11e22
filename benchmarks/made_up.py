"""Made-up organisations of any size, the same for the same size."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

TITLES = ("Product Manager", "Senior Product Manager", "Engineer", "Designer", "Analyst", "Team Lead", "Director")
FIRST = ("Ada", "Bo", "Chen", "Dina", "Emre", "Femi", "Gita", "Hana", "Ivo", "Jun", "Kaya", "Lea", "Mia", "Noor")
LAST = ("Abbot", "Berg", "Costa", "Dahl", "Endo", "Frost", "Gupta", "Haas", "Ito", "Jansen", "Kovar", "Lopez")


def managers(size: int, seed: int = 7) -> list[int]:
    """The manager of each seat (-1 for the top): spans of 2 to 15, about 6 on average."""
    chance = random.Random(seed)
    above = [-1]
    waiting = 0
    while len(above) < size:
        span = min(chance.choice((2, 3, 4, 5, 5, 6, 6, 7, 8, 15)), size - len(above))
        above += [waiting] * span
        waiting += 1
    return above


def people(size: int) -> Iterator[tuple[int, int, str, str, str]]:
    """Number, manager, title, holder and unit of each seat."""
    for number, above in enumerate(managers(size)):
        title = TITLES[number % len(TITLES)]
        holder = f"{FIRST[number % len(FIRST)]} {LAST[number // 7 % len(LAST)]} {number}"
        yield number, above, title, holder, f"Unit {number // 40 % 500}"


def write_yaml(path: Path, size: int, activities: int = 0) -> None:
    """A model with `size` seats of 7 to 8 keys each."""
    roles = {title: title.lower().replace(" ", "-") for title in TITLES}
    with path.open("w", encoding="utf-8") as out:
        out.write("orgmodel: 1\nname: Made up\nas_of: 2026-11-01\nroles:\n")
        for title, role in roles.items():
            out.write(f"  {role}: {{title: {title}}}\n")
        out.write("units:\n")
        for unit in range(min(500, size // 40 + 1)):
            out.write(f"  unit-{unit}: {{title: Unit {unit}, kind: team}}\n")
        out.write("positions:\n")
        for number, above, title, holder, unit in people(size):
            out.write(f"  p{number}:\n    role: {roles[title]}\n    title: {title} {number}\n")
            out.write(f"    unit: {unit.lower().replace(' ', '-')}\n    holder: {holder}\n")
            out.write("    fte: 1.0\n    grade: L5\n")
            out.write("    reports_to: ~\n" if above < 0 else f"    reports_to: p{above}\n")
        if activities:
            out.write("activities:\n")
            for number in range(activities):
                seat = number * 37 % size
                out.write(f"  a{number}:\n    title: Activity number {number}\n    assign:\n")
                out.write(f"      A: position:p{seat}\n      R: [position:p{(seat + 1) % size}]\n")
                out.write("      C: product-manager\n      I: director\n")


def write_csv(path: Path, size: int) -> None:
    """A table with one seat a row."""
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write("Employee ID,Name,Job Title,Department,Manager ID\r\n")
        for number, above, title, holder, unit in people(size):
            manager = "" if above < 0 else f"E{above:07}"
            out.write(f"E{number:07},{holder},{title},{unit},{manager}\r\n")


SMALL = """\
orgmodel: 1
name: Small
as_of: 2026-11-01
roles:
  head: {title: Head of Product}
  pm: {title: Product Manager, reports_to: head}
  designer: {title: Designer, reports_to: head}
units:
  product: {title: Product, kind: department, head: head}
  search: {title: Search, kind: team, parent: product, head: pm-search}
  checkout: {title: Checkout, kind: team, parent: product, head: pm-checkout}
positions:
  head: {role: head, unit: product, holder: Ada Park}
  pm-search: {role: pm, unit: search, holder: Li Wei}
  pm-checkout: {role: pm, unit: checkout, holder: Sam Ortiz}
  designer: {role: designer, unit: product}
activities:
  vision:
    title: Set the vision
    assign: {A: head, R: pm, C: designer}
  backlog:
    title: Rank the backlog
    per: role:pm
    assign: {A: pm, R: pm, I: head}
  design:
    title: Design screens
    assign: {A: head, R: designer, C: pm}
"""
"""A model of about forty lines."""
