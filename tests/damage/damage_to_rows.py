"""Damages to the letters of rows, to parts and dependencies, and to what sources claim."""

from __future__ import annotations

from typing import Any

from damaging import Hurt, Scene, damage

ALL = ("A", "R", "C", "I")


def _at(row: str, letter: str = "") -> tuple[str, ...]:
    return ("activities", row, "assign", letter) if letter else ("activities", row)


def _per_team(scene: Scene) -> str:
    """A row that exists in every team of a kind and has one role for each letter."""
    return scene.pick(row for row in scene.decided(*ALL, per=True) if scene.rows[row]["group"] in _TEAM_GROUPS)


_TEAM_GROUPS = ("squad", "crew", "sales-team", "care-desk", "office")


@damage("several-owners")
def name_a_second_owner(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    letters = scene.rows[row]["assign"]
    free = (role for role in ("chief-of-staff", "ceo", "coo") if role not in str(letters))
    letters["A"] = [letters["A"], next(free)]
    return Hurt(_at(row, "A"), f"activity:{row}")


@damage("no-owner")
def drop_the_owner(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    del scene.rows[row]["assign"]["A"]
    return Hurt(_at(row), f"activity:{row}")


@damage("no-doer")
def drop_those_who_do_it(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    doers = scene.rows[row]["assign"].pop("R")
    return Hurt(_at(row), f"activity:{row}", may=_idle(scene, doers))


def _idle(scene: Scene, doers: Any) -> list[tuple[str, str]]:
    """What may be said of those whose only work it was."""
    names = doers if isinstance(doers, list) else [doers]
    seats = [name.removeprefix("position:") for name in names]
    roles = dict.fromkeys(
        scene.seats[seat]["role"] if seat in scene.seats and ":" in name else name
        for seat, name in zip(seats, names, strict=True)
    )
    return [(rule, f"role:{role}") for role in roles for rule in ("role-without-work", "role-only-informed")]


@damage("claim-differs")
def let_a_source_say_something_else(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL, per=False))
    scene.clean.claims.append([row, "customer", "A", "rumours.md"])
    return Hurt((len(scene.clean.claims),), f"activity:{row}", file="claims.csv")


@damage("too-many-doers")
def let_six_do_it(scene: Scene) -> Hurt:
    row = scene.pick(("new-cities", "safety-programme", "fleet-renewal"))
    leads = [name for name in scene.leads() if scene.seats[name]["role"] == "operations-manager"]
    doers = [*scene.rows[row]["assign"]["R"], *(f"position:{name}" for name in scene.random.sample(leads, 3))]
    scene.rows[row]["assign"]["R"] = doers
    return Hurt(_at(row), f"activity:{row}")


@damage("too-many-advisers")
def ask_seven(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL, per=False))
    scene.rows[row]["assign"]["C"] = _some_outsiders(scene, row, 7)
    return Hurt(_at(row), f"activity:{row}")


@damage("too-many-informed")
def tell_eleven(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL, per=False))
    told = scene.rows[row]["assign"]["I"]
    scene.rows[row]["assign"]["I"] = [*([told] if isinstance(told, str) else told), *_some_outsiders(scene, row, 10)]
    return Hurt(_at(row), f"activity:{row}")


def _some_outsiders(scene: Scene, row: str, number: int) -> list[str]:
    letters = scene.rows[row]["assign"].values()
    named = {who for held in letters for who in (held if isinstance(held, list) else [held])}
    return scene.random.sample(sorted(set(scene.roles) - named - {"regulator", "trainee"}), number)


@damage("nobody-advises")
def ask_nobody(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    del scene.rows[row]["assign"]["C"]
    return Hurt(_at(row), f"activity:{row}")


@damage("nobody-informed")
def tell_nobody(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    del scene.rows[row]["assign"]["I"]
    return Hurt(_at(row), f"activity:{row}")


@damage("unknown-letter")
def use_a_letter_of_another_scheme(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    letter = scene.pick("XQV")
    scene.rows[row]["assign"][letter] = "chief-of-staff"
    return Hurt(_at(row, letter), f"activity:{row}")


@damage("excluded-letters")
def keep_a_doer_out_of_the_loop(scene: Scene) -> Hurt:
    letters = scene.rows["newsletter"]["assign"]
    letters["O"] = ["internal-auditor", scene.pick(("cco", "chief-of-staff", "director"))]
    return Hurt(_at("newsletter"), "activity:newsletter")


@damage("redundant-letter")
def tell_those_who_are_asked(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    letters = scene.rows[row]["assign"]
    asked = letters["C"] if isinstance(letters["C"], list) else [letters["C"]]
    told = letters["I"] if isinstance(letters["I"], list) else [letters["I"]]
    letters["I"] = [*told, scene.pick(asked)]
    return Hurt(_at(row, "I"), f"activity:{row}")


@damage("repeated-letter")
def write_a_letter_twice(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    letter = scene.pick("RCI")
    held = scene.rows[row]["assign"][letter]
    held = held if isinstance(held, list) else [held]
    scene.rows[row]["assign"][letter] = [*held, scene.pick(held)]
    return Hurt(_at(row, letter), f"activity:{row}")


@damage("everybody-assigned")
def tell_everybody(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL, per=False))
    letters = scene.rows[row]["assign"]
    named = {who for held in letters.values() for who in (held if isinstance(held, list) else [held])}
    told = letters["I"] if isinstance(letters["I"], list) else [letters["I"]]
    inside = [name for name, role in scene.roles.items() if not role.get("external") and name != "trainee"]
    letters["I"] = [*told, *(name for name in inside if name not in named)]
    return Hurt(_at(row), f"activity:{row}", also=[("too-many-informed", f"activity:{row}")])


@damage("nobody-assigned")
def drop_all_letters(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL, per=True))
    letters = scene.rows[row].pop("assign")
    idle = [*_idle(scene, letters["R"]), *_idle(scene, letters["A"])]
    return Hurt(_at(row), f"activity:{row}", also=[("no-owner", f"activity:{row}")], may=idle)


@damage("near-duplicate-activities")
def write_a_row_again(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    twin = dict(scene.rows[row])
    twin["title"] = twin["title"].replace(" ", "  ").replace("the ", "").upper()
    scene.rows["twin"] = twin
    return Hurt(_at("twin"), ("activity:twin", f"activity:{row}"))


@damage("per-nothing")
def misspell_the_kind_of_unit(scene: Scene) -> Hurt:
    row = _per_team(scene)
    scene.rows[row]["per"] = scene.rows[row]["per"] + "s"
    return Hurt((*_at(row), "per"), f"activity:{row}")


@damage("owner-without-seat")
def let_a_stranger_own_it(scene: Scene) -> Hurt:
    row = _per_team(scene)
    kind = scene.rows[row]["per"]
    scene.rows[row]["assign"]["A"] = "finance-manager" if kind != "office" else "care-manager"
    return Hurt(_at(row, "A"), f"activity:{row}")


@damage("owner-vacant")
def lose_the_only_owner(scene: Scene) -> Hurt:
    seat = scene.pick(("general-counsel", "auditor", "chief-of-staff"))
    scene.dismiss(seat)
    also = [("vacant-position", f"position:{seat}")]
    if seat != "general-counsel":
        also.append(("deputy-vacant", f"position:{seat}"))
    return Hurt(("activities",), f"position:{seat}", also=also, may=[("doer-vacant", f"position:{seat}")])


@damage("several-owners-in-seats")
def let_all_directors_own_it(scene: Scene) -> Hurt:
    row = scene.pick(("treasury", "safety-programme", "annual-report", "fleet-renewal"))
    letters = scene.rows[row]["assign"]
    letters["A"] = letters["R"] = "director"
    letters["C"] = "ceo"
    return Hurt(_at(row, "A"), (f"activity:{row}", "role:director"))


@damage("doer-without-seat")
def let_a_stranger_do_it(scene: Scene) -> Hurt:
    row = _per_team(scene)
    kind = scene.rows[row]["per"]
    doers = scene.rows[row]["assign"]["R"]
    scene.rows[row]["assign"]["R"] = "accountant" if kind != "office" else "care-agent"
    return Hurt(_at(row, "R"), f"activity:{row}", may=_idle(scene, doers))


@damage("doer-vacant")
def lose_the_only_doer(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers("test-engineer"))
    scene.dismiss(seat)
    row = f"activity:test-run@{scene.seats[seat]['unit']}"
    return Hurt(_at("test-run", "R"), (row, f"position:{seat}"), also=[("vacant-position", f"position:{seat}")])


@damage("letter-below-minimum")
def drop_a_letter_that_the_scheme_asks_for(scene: Scene) -> Hurt:
    del scene.rows["depot-site"]["assign"][scene.pick("PR")]
    return Hurt(_at("depot-site"), "activity:depot-site")


@damage("letter-above-maximum")
def give_a_letter_to_too_many(scene: Scene) -> Hurt:
    if scene.random.random() < 0.5:
        scene.rows["price-model"]["assign"]["D"] = [f"position:{seat}" for seat in ("dir-sales", "dir-care")]
        return Hurt(_at("price-model"), "activity:price-model")
    scene.rows["depot-site"]["assign"]["R"] = ["position:dir-north", "position:dir-depots"]
    return Hurt(_at("depot-site"), "activity:depot-site")


@damage("part-owner-differs")
def make_a_row_part_of_a_strange_one(scene: Scene) -> Hurt:
    row, whole = scene.pick((("audit-plan", "launch"), ("treasury", "roadmap"), ("compliance", "annual-report")))
    scene.rows[row]["part_of"] = whole
    return Hurt((*_at(row), "part_of"), (f"activity:{row}", f"activity:{whole}"))


@damage("unowned-without-reason")
def forget_the_reason(scene: Scene) -> Hurt:
    scene.rows["community-forum"]["unowned"] = scene.pick((None, "", " "))
    return Hurt((*_at("community-forum"), "unowned"), "activity:community-forum")


@damage("unowned-but-owned")
def own_what_nobody_owns(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided(*ALL))
    scene.rows[row]["unowned"] = "Nobody has time for it."
    return Hurt(_at(row, "A"), f"activity:{row}")


@damage("verifier-is-doer")
def let_those_who_do_it_check_it(scene: Scene) -> Hurt:
    scene.rows["release"]["assign"]["V"] = ["test-engineer", scene.pick(("senior-engineer", "engineer"))]
    return Hurt(_at("release"), "activity:release")


@damage("sources-disagree")
def let_sources_disagree(scene: Scene) -> Hurt:
    row = scene.pick((2, 3, 7))
    activity, role, _letter, _source = scene.clean.claims[row]
    scene.clean.claims.append([activity, role, "I", "rumours.md"])
    return Hurt((), (f"activity:{activity}", f"role:{role}"), file="claims.csv")


@damage("doers-differ")
def give_one_row_to_two_doers_and_no_owner(scene: Scene) -> Hurt:
    activity, other = scene.pick((("data-protection", "coo"), ("supplier-choice", "cto")))
    kept = [claim for claim in scene.clean.claims if (claim[0], claim[2]) != (activity, "A")]
    scene.clean.claims[:] = [*kept, [activity, other, "R", "rumours.md"]]
    named = f"activity:{activity}"
    return Hurt((len(scene.clean.claims),), named, file="claims.csv", also=[("no-owner", named)])


@damage("dependency-loop")
def let_rows_wait_for_each_other(scene: Scene) -> Hurt:
    one, other = scene.random.sample([row for row in scene.decided(*ALL) if "depends_on" not in scene.rows[row]], 2)
    scene.rows[one]["depends_on"], scene.rows[other]["depends_on"] = [other], [one]
    return Hurt(("activities",), (f"activity:{one}", f"activity:{other}"))


@damage("part-loop")
def let_a_row_be_part_of_its_part(scene: Scene) -> Hurt:
    part = scene.pick(("launch-campaign", "launch-training"))
    scene.rows["launch"]["part_of"] = part
    return Hurt(("activities",), ("activity:launch", f"activity:{part}"))
