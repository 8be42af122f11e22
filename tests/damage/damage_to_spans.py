"""Damages to spans, layers, sizes and ratios."""

from __future__ import annotations

from damaging import Hurt, Scene, damage


@damage("span-too-wide")
def hire_too_many(scene: Scene) -> Hurt:
    chief = scene.pick(("cto", "coo", "cco", "cfo"))
    line = {"reports_to": chief, "dotted_to": ["chief-of-staff"]}
    for number in range(5):
        scene.hire(f"aide-{number}", "business-analyst", scene.seats[chief]["unit"], **line)
    return Hurt(("positions", chief), f"position:{chief}")


@damage("span-too-narrow")
def move_a_team_to_a_sister_department(scene: Scene) -> Hurt:
    lead = scene.pick(name for name in scene.leads() if scene.seats[name]["role"] == "operations-manager")
    former = scene.seats[lead]["reports_to"]
    head = scene.pick(name for name in scene.of_role("director") if _is_sister(scene, name, former))
    scene.units[scene.seats[lead]["unit"]]["parent"] = scene.seats[head]["unit"]
    scene.seats[lead]["reports_to"] = head
    return Hurt(("positions", former), f"position:{former}")


def _is_sister(scene: Scene, one: str, other: str) -> bool:
    return one != other and scene.manager(one) == scene.manager(other)


@damage("one-over-one")
def give_somebody_one_report(scene: Scene) -> Hurt:
    seat = scene.pick(("auditor", "general-counsel"))
    scene.roles["aide"] = {"title": "Aide", "level": 3}
    scene.hire("aide", "aide", "company", reports_to=seat)
    return Hurt(("positions", seat), (f"position:{seat}", "position:aide"))


@damage("too-many-layers")
def add_a_layer(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    scene.roles["aide"] = {"title": "Aide", "level": 0}
    scene.roles["trainee"]["track"] = "school"
    scene.policy["unit_size"]["max"] = 12
    scene.seats[seat]["deputy"] = "aide-1"
    for number in (1, 2, 3):
        scene.hire(f"aide-{number}", "aide", scene.seats[seat]["unit"], reports_to=seat)
    return Hurt(("positions", "aide-1"), "position:aide-1")


@damage("manager-share-out-of-range")
def want_fewer_managers(scene: Scene) -> Hurt:
    scene.policy["managers"] = {"min": 0.01, "max": scene.pick((0.05, 0.1, 0.19))}
    return Hurt(("policy", "managers"))


@damage("unit-too-large")
def fill_a_team(scene: Scene) -> Hurt:
    lead = scene.pick(scene.leads())
    unit = scene.seats[lead]["unit"]
    scene.policy["span"]["max"] = 12
    for number in range(8 - len(scene.team(lead))):
        scene.hire(f"trainee-{unit}-{number}", "trainee", unit, reports_to=lead)
    return Hurt(("units", unit), f"unit:{unit}")


@damage("unit-too-small")
def close_a_seat_of_a_small_team(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers("accountant"))
    unit = scene.seats[seat]["unit"]
    scene.policy["unit_size"]["min"] = 5
    scene.close(seat)
    return Hurt(("units", unit), f"unit:{unit}")


@damage("ratio-out-of-range")
def want_fewer_engineers(scene: Scene) -> Hurt:
    scene.policy["ratios"][0]["max"] = scene.pick((1, 1.5))
    return Hurt(("policy", "ratios", 0), ("role:engineer", "role:engineering-manager"))
