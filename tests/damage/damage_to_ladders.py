"""Damages to promotions, years, pay and skills."""

from __future__ import annotations

from damaging import Hurt, Scene, damage
from role_catalogue import LADDERS


@damage("promotion-loop")
def promote_downward(scene: Scene) -> Hurt:
    low, high, _top = scene.pick(LADDERS).rungs
    scene.roles[high]["promotes_to"].append(low)
    return Hurt(("roles",), (f"role:{low}", f"role:{high}"))


@damage("counts-as-loop")
def count_as_itself(scene: Scene) -> Hurt:
    role = scene.pick(LADDERS).rungs[scene.random.randrange(3)]
    scene.roles[role]["counts_as"] = [role]
    return Hurt(("roles", role, "counts_as"), f"role:{role}")


@damage("level-not-rising")
def promote_sideways(scene: Scene) -> Hurt:
    low, high = "business-analyst", "chief-of-staff"
    if scene.random.random() < 0.5:
        scene.roles[low]["level"] = 4
    else:
        scene.roles[high]["level"] = 3
    return Hurt(("roles", low, "promotes_to"), (f"role:{low}", f"role:{high}"))


@damage("missing-rung")
def skip_a_rung(scene: Scene) -> Hurt:
    low, middle, high = scene.pick(ladder for ladder in LADDERS if ladder.family != "engineering").rungs
    scene.roles[low]["promotes_to"] = [high]
    also = [("unreachable-rung", f"role:{middle}"), ("years-gap", f"role:{high}"), ("pay-gap", f"role:{high}")]
    return Hurt(("roles", low, "promotes_to"), (f"role:{low}", f"role:{high}"), also=also)


@damage("dead-end")
def end_a_ladder(scene: Scene) -> Hurt:
    ladder = scene.pick(ladder for ladder in LADDERS if ladder.family != "engineering")
    del scene.roles[ladder.rungs[1]]["promotes_to"]
    return Hurt(("roles", ladder.rungs[1]), f"role:{ladder.rungs[1]}")


@damage("unreachable-rung")
def leave_a_rung_without_a_way_up(scene: Scene) -> Hurt:
    low, role = scene.pick((("junior-engineer", "test-engineer"), ("senior-engineer", "staff-engineer")))
    scene.roles[low]["promotes_to"].remove(role)
    return Hurt(("roles", role), f"role:{role}")


def _step(scene: Scene) -> tuple[str, str]:
    """A role and the only one that it leads on to."""
    role = scene.pick(ladder.rungs[number] for ladder in LADDERS[1:] for number in (0, 1))
    return role, scene.roles[role]["promotes_to"][0]


@damage("years-not-rising")
def ask_for_too_few_years(scene: Scene) -> Hurt:
    role, upper = _step(scene)
    scene.roles[upper]["experience"]["min"] = scene.roles[role]["experience"]["min"]
    return Hurt(("roles", upper, "experience"), (f"role:{upper}", f"role:{role}"))


@damage("years-gap")
def leave_years_out(scene: Scene) -> Hurt:
    role, upper = _step(scene)
    years = scene.roles[role]["experience"]
    scene.roles[role]["experience"] = {**years, "max": years["min"]}
    return Hurt(("roles", upper, "experience"), (f"role:{upper}", f"role:{role}"))


@damage("pay-band-reversed")
def turn_a_band_round(scene: Scene) -> Hurt:
    role = scene.pick(name for name, entry in scene.roles.items() if "pay" in entry)
    band = scene.roles[role]["pay"][0]
    band["min"], band["max"] = band["max"], band["min"]
    return Hurt(("roles", role, "pay"), f"role:{role}")


@damage("pay-inverted")
def pay_less_higher_up(scene: Scene) -> Hurt:
    role, upper = "business-analyst", "chief-of-staff"
    band = scene.roles[role]["pay"][0]
    band |= {"min": band["min"] + 40_000, "max": band["max"] + 40_000}
    return Hurt(("roles", upper, "pay"), (f"role:{upper}", f"role:{role}"))


@damage("pay-bands-overlap")
def let_bands_overlap(scene: Scene) -> Hurt:
    role, upper = _step(scene)
    scene.roles[role]["pay"][0]["max"] = scene.roles[upper]["pay"][0]["max"] - 1000
    return Hurt(("roles", upper, "pay"), (f"role:{upper}", f"role:{role}"))


@damage("pay-gap")
def leave_pay_out(scene: Scene) -> Hurt:
    role, upper = _step(scene)
    band = scene.roles[upper]["pay"][0]
    scene.roles[role]["pay"][0]["max"] = band["min"] - 4_000
    for name in scene.of_role(role):
        scene.seats[name].pop("pay", None)
    return Hurt(("roles", upper, "pay"), (f"role:{upper}", f"role:{role}"))


@damage("paid-less-than-report")
def pay_a_report_more(scene: Scene) -> Hurt:
    lead = scene.pick(scene.leads())
    report = scene.seats[lead]["deputy"]
    low, high = scene.roles[scene.seats[lead]["role"]]["pay"][0], scene.roles[scene.seats[report]["role"]]["pay"][0]
    scene.seats[lead]["pay"] = [{"amount": low["min"], "currency": "EUR", "year": 2026}]
    scene.seats[report]["pay"] = [{"amount": high["max"], "currency": "EUR", "year": 2026}]
    return Hurt(("positions", lead, "pay"), (f"position:{lead}", f"position:{report}"))


@damage("pay-outside-band")
def pay_below_the_band(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers())
    band = scene.roles[scene.seats[seat]["role"]]["pay"][0]
    scene.seats[seat]["pay"] = [{"amount": band["min"] - 2_500, "currency": "EUR", "year": 2026}]
    return Hurt(("positions", seat, "pay"), f"position:{seat}")


@damage("pay-not-comparable")
def pay_in_another_currency(scene: Scene) -> Hurt:
    role, upper = "business-analyst", "chief-of-staff"
    scene.roles[role]["pay"][0] |= scene.pick(({"currency": "USD"}, {"year": 2019}, {"period": "month"}))
    return Hurt(("roles", upper, "pay"), (f"role:{upper}", f"role:{role}"))


@damage("contributor-with-reports")
def let_a_contributor_lead(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    lead = scene.manager(seat) or ""
    senior = scene.seats[lead]["deputy"]
    scene.seats[seat]["reports_to"] = senior
    role = scene.seats[senior]["role"]
    also = [("one-over-one", f"position:{senior}"), ("too-many-layers", f"position:{seat}")]
    return Hurt(("roles", role, "track"), (f"role:{role}", f"position:{senior}"), also=also)


@damage("manager-without-reports")
def call_staff_managers(scene: Scene) -> Hurt:
    role = scene.pick(("general-counsel", "internal-auditor", "staff-engineer", "business-analyst"))
    scene.roles[role]["track"] = "management"
    return Hurt(("roles", role, "track"), f"role:{role}")


@damage("skill-falls")
def ask_for_less_skill(scene: Scene) -> Hurt:
    role, upper = scene.pick((ladder.rungs[0], ladder.rungs[1]) for ladder in LADDERS)
    skill = scene.pick(sorted(scene.roles[role]["skills"]))
    scene.roles[upper]["skills"][skill] = 1
    return Hurt(("roles", upper, "skills"), (f"role:{upper}", f"role:{role}"))


@damage("unknown-skill")
def misspell_a_skill(scene: Scene) -> Hurt:
    person = scene.pick(name for name, entry in scene.people.items() if "skills" in entry)
    scene.people[person]["skills"]["codding"] = 3
    return Hurt(("people", person, "skills"), f"person:{person}", file="people.json")


@damage("role-line-loop")
def let_a_role_report_to_its_reports(scene: Scene) -> Hurt:
    ladder = scene.pick(LADDERS)
    scene.roles[ladder.lead]["reports_to"] = ladder.rungs[2]
    return Hurt(("roles",), (f"role:{ladder.lead}", f"role:{ladder.rungs[2]}"))


@damage("pay-figures-disagree")
def add_a_figure_outside_the_band(scene: Scene) -> Hurt:
    role = scene.pick(name for name, entry in scene.roles.items() if "pay" in entry)
    band = scene.roles[role]["pay"][0]
    figure = {"stat": "median", "amount": band["max"] * 2, "currency": "EUR", "year": 2026}
    scene.roles[role]["pay"].append(figure)
    return Hurt(("roles", role, "pay"), f"role:{role}")


@damage("years-reversed")
def turn_years_round(scene: Scene) -> Hurt:
    role = scene.pick(name for name, entry in scene.roles.items() if "experience" in entry)
    scene.roles[role]["experience"] |= {"min": 9, "max": 3}
    return Hurt(("roles", role, "experience"), f"role:{role}")


@damage("contributor-track-ends")
def leave_only_management_above(scene: Scene) -> Hurt:
    ladder = scene.pick(LADDERS[1:])
    scene.roles[ladder.rungs[2]]["promotes_to"] = [ladder.lead]
    return Hurt(("roles", ladder.rungs[2], "promotes_to"), f"role:{ladder.rungs[2]}")
