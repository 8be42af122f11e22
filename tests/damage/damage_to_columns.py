"""Damages that show in the columns of the matrix: who carries too much, and who nothing."""

from __future__ import annotations

from typing import Any

from damaging import Hurt, Scene, damage


def _row(title: str, owner: str, doer: str, **more: Any) -> dict[str, Any]:
    letters = {"A": owner, "R": doer, "C": "regulator", "I": "customer"}
    return {"title": title, "group": "company", **more, "assign": letters}


def _tighten(scene: Scene) -> None:
    """The policy allows what is there today, and not one row more."""
    shares = {"owner_share": 0.11, "doer_share": 0.11, "adviser_share": 0.18}
    scene.policy["column"] |= {**shares, "person": 8, "sole": 2}


_NEW = ("Count the chairs", "Paint the walls", "Sweep the yard", "Tune the piano", "Water the plants", "Wind the clock")
_MORE = (*_NEW, "Prune the hedge", "Polish the brass", "Mend the fence")


@damage("role-without-work")
def take_the_work_from_analysts(scene: Scene) -> Hurt:
    scene.rows["portfolio"]["assign"]["R"] = "chief-of-staff"
    return Hurt(("roles", "business-analyst"), "role:business-analyst")


@damage("role-only-informed")
def take_the_work_from_a_role(scene: Scene) -> Hurt:
    scene.rows["bug-triage"]["assign"]["R"] = "engineer"
    scene.rows["bug-triage"]["assign"]["I"] = "director"
    return Hurt(("roles", "junior-engineer"), "role:junior-engineer")


@damage("owns-too-much")
def own_one_more_row(scene: Scene) -> Hurt:
    _tighten(scene)
    scene.rows["odd-job"] = _row(scene.pick(_NEW), "engineering-manager", "senior-engineer", per="squad")
    return Hurt(("roles", "engineering-manager"), "role:engineering-manager")


@damage("doer-of-too-much")
def do_one_more_row(scene: Scene) -> Hurt:
    _tighten(scene)
    scene.rows["odd-job"] = _row(scene.pick(_NEW), "cfo", "cfo")
    return Hurt(("roles", "cfo"), "role:cfo")


@damage("adviser-of-too-much")
def advise_on_more_rows(scene: Scene) -> Hurt:
    _tighten(scene)
    scene.rows["odd-job"] = _row(scene.pick(_NEW), "coo", "coo")
    scene.rows["odd-job"]["assign"]["C"] = "general-counsel"
    return Hurt(("roles", "general-counsel"), "role:general-counsel")


@damage("role-in-every-row")
def take_part_in_everything(scene: Scene) -> Hurt:
    for row in scene.rows.values():
        if row["title"] in {"Protect personal data", "Select suppliers"}:
            continue
        letters = row.setdefault("assign", {})
        if "chief-of-staff" not in _named(letters):
            told = "ASK" if row.get("scheme") == "house" else "I"
            letters[told] = [*_named({told: letters.get(told, [])}), "chief-of-staff"]
    return Hurt(("roles", "chief-of-staff"), "role:chief-of-staff")


def _named(letters: dict[str, Any]) -> list[str]:
    return [who for held in letters.values() for who in (held if isinstance(held, list) else [held])]


@damage("overloaded-person")
def pile_rows_on_one_person(scene: Scene) -> Hurt:
    seat = scene.pick(("general-counsel", "auditor", "chief-of-staff"))
    scene.policy["column"]["person"] = 8
    role, person = scene.seats[seat]["role"], scene.seats[seat]["holder"]
    for number, title in enumerate(_MORE):
        scene.rows[f"odd-job-{number}"] = _row(title, role, role)
    return Hurt(("positions", seat), f"person:{person}")


@damage("single-point-of-failure")
def leave_one_person_alone(scene: Scene) -> Hurt:
    _tighten(scene)
    del scene.seats["cfo"]["deputy"]
    person = scene.seats["cfo"]["holder"]
    return Hurt(("positions", "cfo"), f"person:{person}", also=[("owner-without-deputy", "position:cfo")])


@damage("overlapping-roles")
def split_a_role_in_two(scene: Scene) -> Hurt:
    scene.roles["traffic-controller"] = {**scene.roles["dispatcher"], "title": "Traffic Controller"}
    scene.roles["field-agent"]["promotes_to"].append("traffic-controller")
    for name in scene.of_role("dispatcher"):
        if name.endswith("-2"):
            scene.seats[name]["role"] = "traffic-controller"
    for row in scene.rows.values():
        for letter, who in row.get("assign", {}).items():
            if who == "dispatcher":
                row["assign"][letter] = ["dispatcher", "traffic-controller"]
    for number, letter in enumerate("RC"):
        letters = {"A": "operations-manager", "C": "shift-planner", "I": "director"}
        letters |= {letter: ["dispatcher", "traffic-controller"]}
        letters.setdefault("R", "shift-planner")
        scene.rows[f"odd-job-{number}"] = {"title": _NEW[number], "group": "crew", "per": "crew", "assign": letters}
    return Hurt(("roles",), ("role:dispatcher", "role:traffic-controller"))


@damage("senior-role-only-tactical")
def keep_directors_out_of_strategy(scene: Scene) -> Hurt:
    for row in scene.rows.values():
        if row.get("plane") == "strategic" and "position:dir" in str(row["assign"]):
            row["plane"] = "tactical"
    scene.rows["strategy"]["assign"]["C"] = ["general-counsel"]
    return Hurt(("roles", "director"), "role:director")


@damage("unit-owns-nothing")
def add_a_division_without_rows(scene: Scene) -> Hurt:
    scene.units["research"] = {"title": "Research", "kind": "division", "parent": "company", "head": "research-lead"}
    scene.roles["scientist"] = {"title": "Scientist", "level": 3, "reports_to": "chief-scientist"}
    scene.roles["chief-scientist"] = {"title": "Chief Scientist", "level": 6, "reports_to": "ceo"}
    scene.hire("research-lead", "chief-scientist", "research", deputy="research-1")
    for number in range(1, 5):
        scene.hire(f"research-{number}", "scientist", "research")
    scene.policy["span"]["max"] = 8
    return Hurt(("units", "research"), "unit:research")


@damage("too-many-responsibilities")
def write_down_more_responsibilities(scene: Scene) -> Hurt:
    role = scene.pick(("engineering-manager", "operations-manager", "sales-manager", "care-manager", "finance-manager"))
    scene.roles[role]["responsibilities"] = [f"Promise {number}" for number in range(1, 15)]
    return Hurt(("positions",), f"role:{role}")
