"""Damages to the matrix that only the structure shows: owners on other lines, of other units, or soon gone."""

from __future__ import annotations

from damaging import Hurt, Scene, damage


def _letters(scene: Scene, row: str) -> dict[str, object]:
    letters: dict[str, object] = scene.rows[row]["assign"]
    return letters


@damage("owner-reports-to-doer")
def turn_owner_and_doer_round(scene: Scene) -> Hurt:
    row = scene.pick(("shift-roster", "quota", "key-contract", "board-papers"))
    letters = _letters(scene, row)
    letters["A"], letters["R"] = letters["R"], letters["A"]
    return Hurt(("activities", row, "assign", "A"), f"activity:{row}")


@damage("owner-outside-chain")
def let_a_peer_own_it(scene: Scene) -> Hurt:
    row, owner = scene.pick((("incident", "test-engineer"), ("lead-list", "key-account-manager")))
    letters = _letters(scene, row)
    letters["I"] = "customer"
    letters["A"], letters["C"] = owner, letters["A"]
    also = [("owner-without-deputy", "position:test-engineer-cobalt")] if owner == "test-engineer" else []
    return Hurt(("activities", row, "assign", "A"), f"activity:{row}", also=also)


@damage("owner-too-high")
def let_a_director_own_it(scene: Scene) -> Hurt:
    row = scene.pick(("sprint-plan", "dispatch", "quota", "refund", "shift-roster"))
    letters = _letters(scene, row)
    letters["A"], letters["I"] = "director", letters["A"]
    return Hurt(("activities", row, "assign", "A"), (f"activity:{row}", "role:director"))


@damage("owner-not-common-manager")
def let_somebody_else_help(scene: Scene) -> Hurt:
    row = scene.pick(("sprint-plan", "test-run", "bug-triage"))
    letters = _letters(scene, row)
    letters["R"] = [letters["R"], "staff-engineer"]
    return Hurt(("activities", row, "assign", "A"), f"activity:{row}")


@damage("doer-manager-bypassed")
def work_for_somebody_else(scene: Scene) -> Hurt:
    row = scene.pick(("audit-plan", "compliance", "treasury"))
    letters = _letters(scene, row)
    letters["R"] = "staff-engineer"
    also = [("owner-outside-chain", f"activity:{row}")]
    return Hurt(("activities", row, "assign", "R"), (f"activity:{row}", "role:director"), also=also)


@damage("owner-in-other-unit")
def let_one_lead_own_it_for_all_squads(scene: Scene) -> Hurt:
    lead = scene.pick(name for name in scene.leads() if scene.seats[name]["role"] == "engineering-manager")
    for seat in scene.of_role("trainee"):
        if scene.units[scene.seats[seat]["unit"]]["kind"] == "squad" and scene.manager(seat) != lead:
            scene.seats[seat]["dotted_to"] = [lead]
    letters = {"A": f"position:{lead}", "R": "trainee", "C": "regulator", "I": "customer"}
    scene.rows["odd-job"] = {"title": "Try out tools", "group": "squad", "per": "squad", "assign": letters}
    scene.policy["column"]["responsibilities"] = 30
    vacant = [("doer-vacant", "role:trainee")]
    return Hurt(("activities", "odd-job", "assign", "A"), ("activity:odd-job", f"position:{lead}"), may=vacant)


@damage("owner-leaves-early")
def let_an_owner_leave_before_the_end(scene: Scene) -> Hurt:
    scene.seats["cfo"]["holders"] = [{"person": scene.seats["cfo"].pop("holder"), "until": "2027-06-30"}]
    return Hurt(("activities", "annual-report", "assign", "A"), "position:cfo", also=_GOES)


_GOES = [("cover-gap", "position:cfo"), ("owner-leaves-early", "activity:treasury")]


@damage("owner-is-agent")
def let_an_agent_answer(scene: Scene) -> Hurt:
    seat = scene.pick(name for name, entry in scene.seats.items() if entry["role"] in {"shift-planner", "controller"})
    scene.person(seat)["employment"] = "agent"
    return Hurt(("activities",), f"position:{seat}")


@damage("owner-is-contractor")
def let_a_contractor_answer(scene: Scene) -> Hurt:
    seat = scene.pick([*scene.leads(), "cfo", "auditor", "chief-of-staff"])
    scene.person(seat)["employment"] = "contractor"
    return Hurt(("activities",), f"position:{seat}")


@damage("produces-and-approves")
def ask_for_separate_hands(scene: Scene) -> Hurt:
    row = scene.pick(("department-goals", "treasury", "audit-plan", "depot-stock", "variance"))
    scene.rows[row]["separate"] = True
    return Hurt(("activities", row, "assign", "A"), f"activity:{row}")


@damage("veto-by-subordinate")
def give_a_veto_to_a_report(scene: Scene) -> Hurt:
    row, letter, seat = scene.pick((("depot-site", "A", "lead-wharf"), ("credit-line", "C", "0320")))
    _letters(scene, row)[letter] = f"position:{seat}"
    return Hurt(("activities", row, "assign", letter), (f"activity:{row}", f"position:{seat}"))


@damage("owner-without-deputy")
def take_the_deputy_from_an_owner(scene: Scene) -> Hurt:
    owners = scene.of_role("senior-engineer", "shift-planner", "care-coach", "controller", "director", "cto", "ceo")
    seat = scene.pick([*owners, *scene.leads(), "auditor", "chief-of-staff", "general-counsel"])
    del scene.seats[seat]["deputy"]
    return Hurt(("positions", seat), f"position:{seat}")


@damage("all-in-one-hand")
def give_one_person_three_seats(scene: Scene) -> Hurt:
    person = scene.seats["chief-of-staff"]["holder"]
    scene.seats["auditor"]["deputy"] = scene.seats["general-counsel"]["deputy"] = "cfo"
    for seat in ("auditor", "general-counsel"):
        scene.swap_holder(seat, person)
    for seat in ("auditor", "general-counsel", "chief-of-staff"):
        scene.seats[seat]["fte"] = 0.3
    row = scene.pick(("board-papers", "audit-plan"))
    scene.rows[row]["assign"] = {"A": "chief-of-staff", "R": "internal-auditor", "C": "general-counsel"}
    also = [("nobody-informed", f"activity:{row}")]
    return Hurt(("activities", row), (f"activity:{row}", f"person:{person}"), also=also)


@damage("escalation-off-line")
def escalate_downward(scene: Scene) -> Hurt:
    row = scene.pick(("incident", "hazard-report", "roadmap", "fleet-renewal"))
    wrong = {
        "incident": "test-engineer",
        "hazard-report": "dispatcher",
        "roadmap": "staff-engineer",
        "fleet-renewal": "cto",
    }
    scene.rows[row]["escalates_to"] = wrong[row]
    return Hurt(("activities", row, "escalates_to"), f"activity:{row}")


@damage("bridge-missing")
def do_the_work_of_another_division(scene: Scene) -> Hurt:
    row = scene.pick(("treasury", "annual-report"))
    letters = _letters(scene, row)
    letters["R"], letters["C"], letters["I"] = "position:dir-north", "customer", "regulator"
    also = [("owner-outside-chain", f"activity:{row}")]
    return Hurt(("activities", row, "assign", "A"), (f"activity:{row}", "unit:finance", "unit:operations"), also=also)
