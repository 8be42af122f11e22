"""Questions about roles, held against loading the model alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Cost, cost_of, orgmodel

LOAD = "import gc, sys; gc.disable()\nfrom orgmodel.loading.load import load\nload(sys.argv[1])"
SKILLS = ("discovery", "analytics", "strategy", "coaching", "delivery", "pricing", "research", "budgeting")
PLANES = ("strategic", "tactical", "operational")
RUNGS = 40
"""Rungs of each ladder."""


def write_roles(path: Path, roles: int, activities: int, seed: int = 7) -> None:
    """A model of ladders: each role with line, skills, years and pay, each activity with letters of five roles."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as out:
        out.write("orgmodel: 1\nname: Made up\nas_of: 2026-11-01\nroles:\n")
        for number in range(roles):
            rung = number % RUNGS
            skills = ", ".join(f"{skill}: {chance.randint(1, 7)}" for skill in chance.sample(SKILLS, 5))
            out.write(f"  r{number}:\n    title: Role {number}\n    aliases: [Also {number}]\n    level: {rung}\n")
            out.write(f"    skills: {{{skills}}}\n    experience: {{min: {rung}, basis: since entry}}\n")
            out.write(f"    pay: {{min: {30_000 + rung * 1_000}, max: {45_000 + rung * 1_000}, currency: EUR}}\n")
            if rung + 1 < RUNGS and number + 1 < roles:
                further = [f"r{number + step}" for step in (1, 2) if rung + step < RUNGS and number + step < roles]
                out.write(f"    reports_to: r{number + 1}\n    promotes_to: [{', '.join(further)}]\n")
        out.write("activities:\n")
        for number in range(activities):
            first, *others = (f"r{name}" for name in chance.sample(range(roles), 5))
            out.write(f"  a{number}:\n    title: Activity number {number}\n    group: Group {number % 30}\n")
            out.write(f"    plane: {chance.choice(PLANES)}\n")
            out.write(f"    assign: {{A: {first}, R: [{others[0]}, {others[1]}], C: {others[2]}, I: {others[3]}}}\n")


def role_questions(folder: Path, roles: int = 2_000, activities: int = 20_000) -> Iterator[tuple[str, Cost, Cost]]:
    """Each question with its cost, start-up included, and the cost of loading the model and nothing else."""
    path = folder / "roles.yaml"
    write_roles(path, roles, activities)
    floor = cost_of(["-c", LOAD, str(path)], best_of=3)
    size = f"{roles:,} roles and {activities:,} activities"
    pair, last = ("role 3", "also 9"), f"role {RUNGS - 1}"
    for kind in ("text", "html", "json", "svg"):
        cost = orgmodel("compare", path, *pair, "--format", kind, best_of=3)
        yield f"`compare --format {kind}` of {size}", cost, floor
        cost = orgmodel("path", path, "role 0", last, "--format", kind, best_of=3)
        yield f"`path --format {kind}` of {size}", cost, floor
