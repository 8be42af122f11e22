"""Damages that no organisation means: broken texts, keys, values, includes and tables."""

from __future__ import annotations

from clean_organization import TABLE
from damaging import Hurt, Scene, change_line, damage
from written_model import Route, Text


@damage("unreadable-file")
def cut_off_the_file(scene: Scene) -> Hurt:
    name = scene.pick(("org.json", "people.json"))
    share = scene.random.uniform(0.2, 0.8)

    def cut(text: Text) -> None:
        del text.lines[int(len(text.lines) * share) :]
        text.lines[-1] = text.lines[-1].rstrip(",") + ","

    scene.edits.append((name, cut))
    return Hurt((), file=name)


@damage("duplicate-key")
def write_a_key_twice(scene: Scene) -> Hurt:
    seat = scene.pick(scene.seats)
    key = scene.pick(scene.seats[seat])
    route = ("positions", seat, key)

    def repeat(text: Text) -> None:
        start = text.routes.index(route)
        end = len(text.routes) - text.routes[::-1].index(route)
        while end < len(text.routes) and text.routes[end][:3] == route:
            end += 1
        lines, routes = text.lines[start:end], text.routes[start:end]
        lines[-1] = lines[-1].rstrip(",") + ","
        text.lines[start:start] = lines
        text.routes[start:start] = routes

    scene.edits.append(("org.json", repeat))
    return Hurt(route)


@damage("unknown-key")
def misspell_a_key(scene: Scene) -> Hurt:
    section = scene.pick(("roles", "units", "positions", "activities"))
    name = scene.pick(scene.idle() if section == "positions" else scene.main[section])
    entry = scene.main[section][name]
    key = scene.pick(sorted(set(entry) - {"external"}))
    wrong = key[:-1] if scene.random.random() < 0.5 else key[:-1] + key[-2:]
    route = (section, name, key)
    scene.edits.append(("org.json", lambda text: _rename(text, route, key, wrong)))
    letters = scene.rows[name].get("assign", {}) if key == "assign" else {}
    roles = [who for held in letters.values() for who in ([held] if isinstance(held, str) else held)]
    idle = [(rule, f"role:{role}") for role in roles for rule in ("role-without-work", "role-only-informed")]
    return Hurt(route, f"{_WORD[section]}:{name}", may=idle)


_WORD = {"roles": "role", "units": "unit", "positions": "position", "activities": "activity"}


def _rename(text: Text, route: Route, key: str, wrong: str) -> None:
    change_line(text, route, lambda line: line.replace(f'"{key}"', f'"{wrong}"', 1))


@damage("wrong-value")
def write_what_does_not_fit(scene: Scene) -> Hurt:
    section, key, values = scene.pick(
        (
            ("positions", "from", ("1.1.2027", "soon")),
            ("positions", "fte", ("half", "80%")),
            ("positions", "status", ("on leave",)),
            ("roles", "level", ("high", "4b")),
            ("roles", "external", ("perhaps",)),
            ("units", "until", ("31/12/2027",)),
            ("activities", "kind", ("meeting",)),
            ("activities", "plane", ("daily",)),
        )
    )
    name = scene.pick(scene.main[section])
    scene.main[section][name][key] = scene.pick(values)
    return Hurt((section, name, key), f"{_WORD[section]}:{name}")


@damage("missing-field")
def leave_out_what_a_waiver_needs(scene: Scene) -> Hurt:
    del scene.main["waivers"][0][scene.pick(("rule", "for"))]
    vacant = scene.pick(name for name in scene.of_role("trainee") if "holder" not in scene.seats[name])
    return Hurt(("waivers", 0), also=[("vacant-position", f"position:{vacant}")])


@damage("include-not-found")
def misspell_an_include(scene: Scene) -> Hurt:
    if scene.random.random() < 0.5:
        scene.main["include"][0] = "peple.json"
        return Hurt(("include", 0))
    scene.main["include"][1]["file"] = "claim.csv"
    return Hurt(("include", 1), also=_CLAIMED)


_CLAIMED = [("nobody-assigned", f"activity:{row}") for row in ("data-protection", "supplier-choice")]
"""What is said of rows whose letters stand in a file that is not read."""


@damage("include-leaves-folder")
def include_from_outside(scene: Scene) -> Hurt:
    scene.main["include"].append(scene.pick(("../people.json", "/srv/people.json", "teams/../../people.json")))
    return Hurt(("include", 2))


@damage("include-loop")
def include_the_main_file(scene: Scene) -> Hurt:
    scene.extra["people.json"] = {"orgmodel": 1, "include": ["org.json"], "people": scene.people}
    return Hurt(("include",), file="people.json")


@damage("limit-exceeded")
def nest_without_end(scene: Scene) -> Hurt:
    seat = scene.pick(scene.seats)
    route = ("positions", seat, "role")
    deep = "[" * 500 + "]" * 500
    scene.edits.append(("org.json", lambda text: change_line(text, route, lambda _line: f'"fields": {deep},')))
    return Hurt(route)


@damage("hidden-character")
def hide_a_character(scene: Scene) -> Hurt:
    section = scene.pick(("roles", "units", "activities"))
    name = scene.pick(scene.main[section])
    title = scene.main[section][name]["title"]
    place = scene.random.randrange(1, len(title))
    hidden = scene.pick(("\u200b", "\u202e", "\u00ad", "\ufeff"))
    scene.main[section][name]["title"] = title[:place] + hidden + title[place:]
    return Hurt((section, name, "title"), f"{_WORD[section]}:{name}")


@damage("table-column-missing")
def map_a_column_that_is_not_there(scene: Scene) -> Hurt:
    column = scene.pick(TABLE[:3])
    scene.main["include"][1]["columns"] = {name: name for name in TABLE} | {column: "Wanted"}
    return Hurt(("include", 1), also=_CLAIMED)


@damage("table-row-malformed")
def add_a_cell_to_a_record(scene: Scene) -> Hurt:
    number = scene.random.randrange(1, len(scene.clean.claims))
    scene.clean.claims[number].append("see page 4")
    return Hurt((number + 1,), file="claims.csv")


@damage("unsupported-version")
def ask_for_another_format(scene: Scene) -> Hurt:
    scene.main["orgmodel"] = scene.pick((0, 2, 99))
    return Hurt(("orgmodel",))


@damage("empty-model")
def empty_the_file(scene: Scene) -> Hurt:
    for key in [*scene.main]:
        if key not in {"orgmodel", "name", "as_of", "scheme"}:
            del scene.main[key]
    return Hurt(())


@damage("table-column-repeated")
def head_two_columns_alike(scene: Scene) -> Hurt:
    column = scene.pick(TABLE)
    scene.clean.claims[0].append(column)
    for row in scene.clean.claims[1:]:
        row.append("")
    return Hurt((1,), file="claims.csv")
