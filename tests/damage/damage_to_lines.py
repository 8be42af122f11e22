"""Damages to reporting lines, dotted lines, units, and to levels along the lines."""

from __future__ import annotations

from damaging import TEAMS, Hurt, Scene, damage

_SAFE = ("dir-platform", "dir-rider-app", "dir-payments", "dir-north", "dir-south", "dir-depots")
"""Directors whose chief keeps enough reports without them."""


@damage("reporting-loop")
def let_a_director_report_to_a_lead(scene: Scene) -> Hurt:
    head = scene.pick(_SAFE)
    lead = scene.pick(name for name in scene.leads() if scene.manager(name) == head)
    scene.seats[head]["reports_to"] = lead
    both = (f"position:{head}", f"position:{lead}")
    return Hurt(("positions", head, "reports_to"), both, also=[("unreachable-from-top", f"position:{head}")])


@damage("self-report")
def let_a_seat_report_to_itself(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    scene.seats[seat]["reports_to"] = seat
    return Hurt(
        ("positions", seat, "reports_to"), f"position:{seat}", also=[("unreachable-from-top", f"position:{seat}")]
    )


@damage("no-top")
def let_the_top_report_to_somebody(scene: Scene) -> Hurt:
    chief = scene.pick(("cto", "coo", "cco", "cfo"))
    scene.seats["ceo"]["reports_to"] = chief
    return Hurt(("positions", "ceo", "reports_to"), "position:ceo", also=_AROUND_THE_TOP)


_AROUND_THE_TOP = [("reporting-loop", "position:ceo"), ("unreachable-from-top", "position:ceo")]


@damage("several-tops")
def cut_a_line_on_purpose(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    scene.seats[seat]["reports_to"] = None
    return Hurt(("positions", seat, "reports_to"), f"position:{seat}")


@damage("several-tops")
def leave_out_a_line_that_no_role_gives(scene: Scene) -> Hurt:
    seat = scene.pick(_SAFE)
    del scene.seats[seat]["reports_to"]
    shared = [("owner-not-common-manager", f"position:{seat}"), ("owner-outside-chain", f"position:{seat}")]
    return Hurt(("positions", seat), f"position:{seat}", may=[*shared, *shared[:1]])


@damage("unreachable-from-top")
def name_a_manager_who_does_not_exist(scene: Scene) -> Hurt:
    leads = [name for name in scene.leads() if scene.seats[name]["role"] == "engineering-manager"]
    head = scene.pick([*_SAFE, *leads])
    scene.seats[head]["reports_to"] = "nobody-we-know"
    at = ("positions", head, "reports_to")
    return Hurt(at, f"position:{head}", also=[("unknown-reference", f"position:{head}")])


@damage("missing-line")
def move_a_seat_to_where_no_manager_is(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers(line=False))
    scene.seats[seat]["unit"] = "company"
    return Hurt(("positions", seat), f"position:{seat}")


@damage("ambiguous-line")
def take_the_unit_from_a_derived_line(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers(line=False))
    del scene.seats[seat]["unit"]
    return Hurt(("positions", seat), f"position:{seat}")


@damage("line-off-role-pattern")
def let_a_seat_report_to_staff(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers("test-engineer"))
    scene.seats[seat]["reports_to"] = "auditor"
    row = f"activity:test-run@{scene.seats[seat]['unit']}"
    also = [("one-over-one", "position:auditor"), ("owner-outside-chain", row), ("doer-manager-bypassed", row)]
    return Hurt(("positions", seat, "reports_to"), f"position:{seat}", also=also)


@damage("two-managers")
def give_a_seat_a_second_manager(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    lead = scene.seats[seat]["reports_to"]
    scene.seats[seat]["reports_to"] = [lead, scene.manager(lead)]
    return Hurt(("positions", seat, "reports_to"), f"position:{seat}")


@damage("dotted-repeats-solid")
def dot_the_solid_line(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    scene.seats[seat]["dotted_to"] = [scene.manager(seat)]
    return Hurt(("positions", seat, "dotted_to"), f"position:{seat}")


@damage("dotted-to-self")
def dot_a_line_back(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    scene.seats[seat]["dotted_to"] = [seat]
    return Hurt(("positions", seat, "dotted_to"), f"position:{seat}")


@damage("dotted-loop")
def dot_lines_in_a_ring(scene: Scene) -> Hurt:
    ring = scene.random.sample(scene.idle(), scene.random.randrange(2, 5))
    for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
        scene.seats[one]["dotted_to"] = [other]
    return Hurt(("positions",), [f"position:{seat}" for seat in ring])


@damage("unit-loop")
def put_a_unit_into_its_own_part(scene: Scene) -> Hurt:
    part = scene.pick(name for name, unit in scene.units.items() if unit["kind"] == "department")
    whole = scene.units[part]["parent"]
    scene.units[whole]["parent"] = part
    return Hurt(("units",), (f"unit:{whole}", f"unit:{part}"))


@damage("unit-without-head")
def leave_out_a_head(scene: Scene) -> Hurt:
    unit = scene.pick(scene.units)
    del scene.units[unit]["head"]
    return Hurt(("units", unit), f"unit:{unit}")


@damage("head-outside-unit")
def name_a_head_from_elsewhere(scene: Scene) -> Hurt:
    unit = scene.pick(name for name, entry in scene.units.items() if entry["kind"] in TEAMS)
    kind = scene.units[unit]["kind"]
    head = scene.pick(
        scene.seats[name]["deputy"] for name in scene.leads() if scene.units[scene.seats[name]["unit"]]["kind"] != kind
    )
    scene.units[unit]["head"] = head
    return Hurt(("units", unit, "head"), (f"unit:{unit}", f"position:{head}"))


@damage("manager-outside-unit")
def let_a_seat_report_to_a_sister_team(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    other = scene.pick(name for name in scene.leads() if name != scene.manager(seat))
    scene.seats[seat]["reports_to"] = other
    return Hurt(("positions", seat, "reports_to"), (f"position:{seat}", f"position:{other}"))


@damage("reports-to-vacancy")
def lose_a_lead(scene: Scene) -> Hurt:
    lead = scene.pick(scene.leads())
    scene.dismiss(lead)
    named = f"position:{lead}"
    above = [("deputy-vacant", named)] if any(seat.get("deputy") == lead for seat in scene.seats.values()) else []
    rows = [("owner-vacant", f"role:{scene.seats[lead]['role']}")]
    return Hurt(("positions", lead), named, also=[("vacant-position", named), *above, *rows])


@damage("reports-to-ended")
def end_the_seat_of_a_lead(scene: Scene) -> Hurt:
    lead = scene.pick(name for name in scene.leads() if scene.seats[name]["role"] == "engineering-manager")
    scene.dismiss(lead)
    scene.seats[lead]["until"] = "2026-06-30"
    unit, role, named = scene.seats[lead]["unit"], scene.seats[lead]["role"], f"position:{lead}"
    derived = {scene.seats[name]["role"] for name in scene.team(lead) if "reports_to" not in scene.seats[name]}
    also = [("unit-without-head", f"unit:{unit}"), ("owner-without-seat", f"role:{role}")]
    also += [("missing-line", f"role:{lower}") for lower in sorted(derived)]
    if any(seat.get("deputy") == lead for seat in scene.seats.values()):
        also.append(("reference-not-in-force", named))
    return Hurt(("positions", lead, "until"), named, also=also)


@damage("loop-with-dotted-lines")
def dot_a_line_downward(scene: Scene) -> Hurt:
    lead = scene.pick(scene.leads())
    worker = scene.pick(scene.team(lead))
    scene.seats[lead]["dotted_to"] = [worker]
    return Hurt(("positions", lead, "dotted_to"), f"position:{lead}")


@damage("too-many-dotted-lines")
def dot_lines_to_many(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    leads = [name for name in scene.leads() if name != scene.manager(seat)]
    scene.seats[seat]["dotted_to"] = scene.random.sample(leads, 4)
    return Hurt(("positions", seat), f"position:{seat}")


@damage("heads-several-units")
def let_a_chief_head_a_sister_division(scene: Scene) -> Hurt:
    one, other = scene.random.sample([name for name, entry in scene.units.items() if entry["kind"] == "division"], 2)
    chief = scene.units[one]["head"]
    scene.seats[chief]["also_in"] = [other]
    scene.units[other]["head"] = chief
    return Hurt(("units",), (f"position:{chief}", f"unit:{one}", f"unit:{other}"))


@damage("head-outside-parent-unit")
def let_a_unit_be_led_from_elsewhere(scene: Scene) -> Hurt:
    lead = scene.pick(name for name in scene.leads() if scene.seats[name]["role"] == "engineering-manager")
    unit = scene.seats[lead]["unit"]
    other = scene.pick(name for name in scene.of_role("director") if name != scene.seats[lead]["reports_to"])
    scene.seats[lead] |= {"unit": scene.seats[other]["unit"], "also_in": [unit], "reports_to": other}
    also = [("escalation-off-line", f"activity:incident@{unit}")]
    return Hurt(("units", unit, "head"), (f"unit:{unit}", f"position:{lead}"), also=also)


@damage("empty-unit")
def open_a_unit_before_anybody_is_there(scene: Scene) -> Hurt:
    parent = scene.pick(name for name, unit in scene.units.items() if unit["kind"] == "division")
    scene.units["lab"] = {"title": "Lab", "kind": "lab", "parent": parent, "head": "lead-lab"}
    scene.seats["lead-lab"] = {"role": "director", "unit": "lab", "from": "2027-03-01"}
    scene.seats["lead-lab"]["reports_to"] = scene.units[parent]["head"]
    return Hurt(("units", "lab"), "unit:lab")


@damage("reports-to-junior")
def raise_a_seat_above_its_manager(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    scene.seats[seat]["level"] = scene.pick((5, 6))
    return Hurt(("positions", seat), f"position:{seat}")


@damage("same-level-as-manager")
def raise_a_seat_to_its_manager(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    scene.seats[seat]["level"] = 4
    return Hurt(("positions", seat), f"position:{seat}")


@damage("level-skipped")
def let_a_seat_report_past_its_lead(scene: Scene) -> Hurt:
    seat = scene.pick(scene.idle())
    above = scene.manager(scene.manager(seat) or "")
    scene.seats[seat]["reports_to"] = above
    return Hurt(("positions", seat, "reports_to"), (f"position:{seat}", f"position:{above}"))


@damage("person-reports-to-agent")
def put_an_agent_in_charge(scene: Scene) -> Hurt:
    lead = scene.pick(scene.leads())
    scene.person(lead)["employment"] = "agent"
    return Hurt(("positions",), f"position:{lead}", also=[("owner-is-agent", f"person:{scene.seats[lead]['holder']}")])
