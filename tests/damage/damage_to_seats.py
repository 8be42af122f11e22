"""Damages to holders, shares, dates and deputies."""

from __future__ import annotations

from damaging import Hurt, Scene, damage


@damage("vacant-position")
def lose_somebody(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers("engineer", "field-agent", "account-manager", "sales-associate"))
    scene.dismiss(seat)
    return Hurt(("positions", seat), f"position:{seat}")


@damage("vacant-manager")
def plan_a_unit_around_a_vacancy(scene: Scene) -> Hurt:
    scene.units["audit"] = {"title": "Audit", "kind": "audit", "parent": "finance", "head": "lead-audit"}
    scene.seats["lead-audit"] = {"role": "director", "unit": "audit", "reports_to": "cfo", "deputy": "auditor"}
    for seat in ("auditor", "chief-of-staff", "general-counsel"):
        scene.seats[seat]["also_in"] = ["audit"]
    return Hurt(("positions", "lead-audit"), "position:lead-audit", also=[("vacant-position", "position:lead-audit")])


@damage("person-overcommitted")
def give_one_person_two_seats(scene: Scene) -> Hurt:
    one, other = scene.random.sample(scene.workers(), 2)
    person = scene.seats[one]["holder"]
    scene.swap_holder(other, person)
    scene.seats[one]["fte"] = scene.pick((0.5, 0.8, 1))
    return Hurt(("positions",), (f"person:{person}", f"position:{other}"))


@damage("holders-without-shares")
def share_a_seat_without_saying_how(scene: Scene) -> Hurt:
    one, other = scene.random.sample(scene.idle(), 2)
    person = scene.seats[other]["holder"]
    scene.close(other)
    scene.people[person] = {"name": "Second Hand"}
    scene.seats[one]["holders"] = [scene.seats[one].pop("holder"), person]
    return Hurt(("positions", one), f"position:{one}")


@damage("fte-out-of-range")
def write_a_share_in_per_cent(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers())
    scene.seats[seat]["fte"] = scene.pick((80, 1.5, -1))
    return Hurt(("positions", seat, "fte"), f"position:{seat}")


@damage("dates-reversed")
def end_before_the_beginning(scene: Scene) -> Hurt:
    section, word = scene.pick((("positions", "position"), ("activities", "activity")))
    name = scene.pick(scene.idle() if section == "positions" else ("sprint-plan", "release"))
    scene.main[section][name] |= {"from": "2026-01-01", "until": "2025-12-31"}
    return Hurt((section, name), f"{word}:{name}")


@damage("ended-but-held")
def end_a_seat_and_keep_its_holder(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    person = scene.seats[seat].pop("holder")
    longer = {"until": "2026-06-30", "holders": [{"person": person, "until": "2027-06-30"}]}
    scene.seats[seat] |= scene.pick(({"status": "ended", "holder": person}, longer))
    return Hurt(("positions", seat), f"position:{seat}")


@damage("manages-themself")
def let_a_lead_do_the_work_of_a_report(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    lead = scene.manager(seat) or ""
    scene.swap_holder(seat, scene.seats[lead]["holder"])
    scene.seats[seat]["fte"] = scene.seats[lead]["fte"] = 0.5
    return Hurt(("positions", seat), (f"position:{seat}", f"position:{lead}"))


@damage("holders-overlap")
def hand_over_too_slowly(scene: Scene) -> Hurt:
    seat = scene.pick(name for name, entry in scene.seats.items() if _is_handed_over(entry))
    scene.seats[seat]["holders"][0]["until"] = "2026-06-30"
    return Hurt(("positions", seat, "holders"), f"position:{seat}")


def _is_handed_over(seat: dict[str, object]) -> bool:
    holders = seat.get("holders", [{}])
    return isinstance(holders, list) and "until" in holders[0]


@damage("cover-gap")
def let_a_lead_leave_too_early(scene: Scene) -> Hurt:
    lead = scene.pick(scene.leads())
    other = scene.pick(scene.workers())
    person, follower = scene.seats[lead].pop("holder"), scene.seats[other]["holder"]
    scene.seats[lead]["holders"] = [
        {"person": person, "until": "2026-12-31"},
        {"person": follower, "from": "2027-06-01"},
    ]
    scene.seats[other]["holders"] = [{"person": scene.seats[other].pop("holder"), "until": "2027-05-31"}]
    also = [("owner-leaves-early", f"position:{lead}")]
    return Hurt(("positions", lead, "holders", 0), f"position:{lead}", also=also)


@damage("status-against-dates")
def plan_what_is_there_already(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    scene.seats[seat] |= scene.pick(
        ({"status": "planned", "from": "2026-05-01"}, {"status": "ended", "until": "2027-05-01"})
    )
    return Hurt(("positions", seat), f"position:{seat}")


@damage("seat-without-role")
def take_the_role_from_a_seat(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers("engineer", "account-manager", "care-agent", "dispatcher", line=True))
    del scene.seats[seat]["role"]
    return Hurt(("positions", seat), f"position:{seat}")


@damage("seat-without-unit")
def take_the_unit_from_a_seat(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers(line=True))
    del scene.seats[seat]["unit"]
    return Hurt(("positions", seat), f"position:{seat}")


@damage("conflicting-roles")
def let_an_auditor_keep_the_books(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers("accountant"))
    person = scene.seats["auditor"]["holder"]
    scene.swap_holder(seat, person)
    scene.seats[seat]["fte"] = scene.seats["auditor"]["fte"] = 0.5
    return Hurt(("positions",), (f"person:{person}", f"position:{seat}"))


@damage("person-without-seat")
def keep_somebody_who_left(scene: Scene) -> Hurt:
    scene.people["gone"] = {"name": "Somebody Else"}
    return Hurt(("people", "gone"), "person:gone", file="people.json")


@damage("too-few-holders")
def lose_a_planner(scene: Scene) -> Hurt:
    seat = scene.pick(scene.of_role("shift-planner"))
    scene.dismiss(seat)
    named = f"position:{seat}"
    unit = scene.seats[seat]["unit"]
    rows = [("owner-vacant", f"activity:depot-stock@{unit}"), ("doer-vacant", f"activity:shift-roster@{unit}")]
    also = [("vacant-position", named), ("deputy-vacant", named), *rows]
    return Hurt(("policy", "holders"), "role:shift-planner", also=also)


@damage("no-deputy")
def let_somebody_lead_without_a_deputy(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    scene.roles["trainee"]["track"] = "school"
    scene.roles["aide"] = {"title": "Aide", "level": 0}
    scene.policy["layers"]["max"] = 6
    scene.policy["unit_size"]["max"] = 12
    for number in (1, 2, 3):
        scene.hire(f"aide-{number}", "aide", scene.seats[seat]["unit"], reports_to=seat)
    return Hurt(("positions", seat), f"position:{seat}")


@damage("deputy-loop")
def stand_in_for_each_other_in_a_ring(scene: Scene) -> Hurt:
    lead = scene.pick(scene.leads())
    second = scene.seats[scene.seats[lead]["deputy"]]["deputy"]
    scene.seats[second]["deputy"] = lead
    return Hurt(("positions",), (f"position:{lead}", f"position:{second}"))


@damage("deputy-vacant")
def lose_a_deputy(scene: Scene) -> Hurt:
    deputy = scene.pick(scene.seats[scene.seats[lead]["deputy"]]["deputy"] for lead in scene.leads())
    scene.dismiss(deputy)
    named = f"position:{deputy}"
    return Hurt(("positions",), named, also=[("vacant-position", named)], may=[("doer-vacant", named)])


@damage("deputy-is-holder")
def let_somebody_stand_in_for_themself(scene: Scene) -> Hurt:
    seat = scene.pick(name for name, entry in scene.seats.items() if "deputy" in entry)
    scene.seats[seat]["deputy"] = f"person:{scene.seats[seat]['holder']}"
    return Hurt(("positions", seat, "deputy"), f"position:{seat}")


@damage("interim-too-long")
def let_an_interim_stay(scene: Scene) -> Hurt:
    seat = scene.pick(name for name, entry in scene.seats.items() if "kind" in entry.get("holders", [{}])[-1])
    scene.seats[seat]["holders"][-1]["from"] = "2025-03-01"
    return Hurt(("positions", seat, "holders", 1), f"position:{seat}")
