"""Damages to ids, titles, references and the names of people."""

from __future__ import annotations

from damaging import Hurt, Scene, damage


@damage("duplicate-id")
def define_a_role_twice(scene: Scene) -> Hurt:
    section, word = scene.pick(
        (("roles", "role"), ("units", "unit"), ("activities", "activity"), ("positions", "position"))
    )
    name = scene.pick(scene.main[section])
    scene.extra["people.json"] = {"orgmodel": 1, "people": scene.people, section: {name: {"title": "Another"}}}
    return Hurt((section, name), f"{word}:{name}", file="people.json")


def _misspelt(scene: Scene, name: str) -> str:
    place = scene.random.randrange(1, len(name) - 1)
    return name[:place] + name[place] + name[place:]


@damage("unknown-reference")
def misspell_a_reference(scene: Scene) -> Hurt:
    kind = scene.pick(("role", "unit", "reports_to", "deputy", "head", "parent", "promotes_to", "dotted_to", "letter"))
    return _MISSPELL[kind](scene)


def _in_seat(scene: Scene, key: str) -> Hurt:
    choices = [name for name in scene.workers() if key in scene.seats[name]]
    seat = scene.pick(choices or [name for name, entry in scene.seats.items() if key in entry])
    scene.seats[seat][key] = _misspelt(scene, scene.seats[seat][key])
    return Hurt(("positions", seat, key), f"position:{seat}", also=_cut_off(seat) if key == "reports_to" else ())


def _in_unit(scene: Scene, key: str) -> Hurt:
    unit = scene.pick(name for name, entry in scene.units.items() if entry["kind"] not in {"company", "division"})
    scene.units[unit][key] = _misspelt(scene, scene.units[unit][key])
    return Hurt(("units", unit, key), f"unit:{unit}")


def _in_promotion(scene: Scene) -> Hurt:
    role = scene.pick(name for name, entry in scene.roles.items() if len(entry.get("promotes_to", ())) == 1)
    upper = scene.roles[role]["promotes_to"][0]
    scene.roles[role]["promotes_to"] = [_misspelt(scene, upper)]
    return Hurt(("roles", role, "promotes_to"), f"role:{role}", may=[("unreachable-rung", f"role:{upper}")])


def _in_dotted_line(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers())
    scene.seats[seat]["dotted_to"] = [_misspelt(scene, "dir-care")]
    return Hurt(("positions", seat, "dotted_to"), f"position:{seat}")


def _in_letter(scene: Scene) -> Hurt:
    row = scene.pick(scene.decided("A", "R", "C", "I"))
    letter = scene.pick("ARCI")
    who = scene.rows[row]["assign"][letter]
    if isinstance(who, list):
        scene.rows[row]["assign"][letter] = [_misspelt(scene, who[0]), *who[1:]]
    else:
        scene.rows[row]["assign"][letter] = _misspelt(scene, who)
    lost = ("role-without-work", "role-only-informed")
    may = [(rule, f"role:{name}") for rule in lost for name in (who if isinstance(who, list) else [who])]
    return Hurt(("activities", row, "assign", letter), f"activity:{row}", may=may)


_MISSPELL = {
    **{key: lambda scene, key=key: _in_seat(scene, key) for key in ("role", "unit", "reports_to", "deputy")},
    **{key: lambda scene, key=key: _in_unit(scene, key) for key in ("head", "parent")},
    "promotes_to": _in_promotion,
    "dotted_to": _in_dotted_line,
    "letter": _in_letter,
}


@damage("reference-differs-by-case")
def write_a_reference_in_capitals(scene: Scene) -> Hurt:
    key = scene.pick(("role", "unit", "reports_to"))
    seat = scene.pick(name for name in scene.workers() if scene.seats[name].get(key, "0").islower())
    scene.seats[seat][key] = scene.seats[seat][key].upper()
    return Hurt(("positions", seat, key), f"position:{seat}", also=_cut_off(seat) if key == "reports_to" else ())


def _cut_off(seat: str) -> list[tuple[str, str]]:
    return [("unreachable-from-top", f"position:{seat}")]


@damage("reference-lost-leading-zeros")
def lose_leading_zeros(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers("accountant", "bookkeeper"))
    scene.seats[seat]["reports_to"] = (scene.manager(seat) or "").lstrip("0")
    return Hurt(("positions", seat, "reports_to"), f"position:{seat}", also=_cut_off(seat))


@damage("unused-role")
def add_a_role_for_nobody(scene: Scene) -> Hurt:
    scene.roles["data-scientist"] = {"title": "Data Scientist"}
    return Hurt(("roles", "data-scientist"), "role:data-scientist")


@damage("same-title")
def give_two_roles_one_title(scene: Scene) -> Hurt:
    one, other = scene.random.sample(sorted(scene.roles), 2)
    scene.roles[one]["title"] = scene.roles[other]["title"]
    later = max(one, other, key=[*scene.roles].index)
    return Hurt(("roles", later), (f"role:{one}", f"role:{other}"))


@damage("alias-clash")
def give_a_role_the_alias_of_another(scene: Scene) -> Hurt:
    one, other = scene.random.sample(sorted(scene.roles), 2)
    scene.roles[one]["aliases"] = [scene.pick((other, scene.roles[other]["title"]))]
    return Hurt(("roles", one, "aliases"), f"role:{one}")


@damage("placeholder-holder")
def write_a_word_for_nobody(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers())
    scene.swap_holder(seat, scene.pick(("TBD", "N.N.", "vacant", "to be hired")))
    return Hurt(("positions", seat, "holder"), f"position:{seat}")


@damage("near-duplicate-titles")
def spell_a_title_differently(scene: Scene) -> Hurt:
    one = scene.pick(name for name, entry in scene.roles.items() if " " in entry["title"])
    other = scene.pick(name for name in scene.roles if name != one)
    scene.roles[other]["title"] = scene.roles[one]["title"].replace(" ", "-").lower()
    later = max(one, other, key=[*scene.roles].index)
    return Hurt(("roles", later, "title"), (f"role:{one}", f"role:{other}"))


@damage("contradictory-person")
def write_a_holder_by_name(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers())
    person = scene.seats[seat]["holder"]
    scene.seats[seat]["holder"] = scene.people[person]["name"]
    return Hurt(("positions", seat, "holder"), (f"person:{person}", f"position:{seat}"))


@damage("contradictory-person")
def give_two_people_one_address(scene: Scene) -> Hurt:
    one, other = scene.random.sample([name for name, person in scene.people.items() if "email" in person], 2)
    scene.people[one]["email"] = scene.people[other]["email"]
    later = max(one, other, key=[*scene.people].index)
    return Hurt(("people", later, "email"), (f"person:{one}", f"person:{other}"), file="people.json")


@damage("contradictory-person")
def employ_somebody_in_two_ways(scene: Scene) -> Hurt:
    seat = scene.pick(name for name, entry in scene.seats.items() if "holder" in entry)
    person = scene.person(seat)
    person["employment"], scene.seats[seat]["employment"] = "employee", "contractor"
    return Hurt(("positions", seat, "employment"), f"position:{seat}")


@damage("reference-not-in-force")
def point_at_a_seat_that_is_over(scene: Scene) -> Hurt:
    seat = scene.pick(scene.workers())
    scene.seats[seat]["dotted_to"] = ["bookkeeper-payroll-9"]
    return Hurt(("positions", seat, "dotted_to"), f"position:{seat}")


@damage("include-without-effect")
def include_an_empty_file(scene: Scene) -> Hurt:
    scene.main["include"].append("spare.json")
    scene.extra["spare.json"] = {"orgmodel": 1, "positions": {}}
    return Hurt(("include", 2))


@damage("unused-unit")
def add_a_unit_for_nobody(scene: Scene) -> Hurt:
    scene.units["archive"] = {"title": "Archive", "kind": "team", "parent": scene.pick(scene.units)}
    return Hurt(("units", "archive"), "unit:archive")
