"""Libraries that come with the program: defaults below what the files say, silent where nothing names them."""

from __future__ import annotations

from typing import Any

import pytest
from faults import all_told

from orgmodel.errors import UsageError
from orgmodel.library.models import library_bytes, library_names
from orgmodel.loading.load import load
from orgmodel.model.organization import Spot

HEAD = "orgmodel: 1\nas_of: 2026-11-01\n"
BORROWED = HEAD + 'include: ["library:product-management"]\n'


def spoken(model: Any) -> list[str]:
    """The roles that count."""
    return sorted(name for name in model.organization.roles if f"role:{name}" not in model.organization.silent)


@pytest.mark.parametrize(
    "include",
    [
        "library:product-management",
        "['library:product-management']",
        "{library: product-management}",
        "[{library: product-management, take: roles}]",
    ],
)
def test_a_library_is_included_in_every_form_and_its_roles_are_silent(loaded: Any, include: str) -> None:
    model = loaded(f"{HEAD}include: {include}\nroles: {{baker: }}\n")
    assert model.faults == []
    assert spoken(model) == ["baker"]
    assert model.organization.roles["cpo"].title == "Chief Product Officer"
    assert model.organization.activities == {}


def test_an_entry_with_the_id_of_a_library_replaces_the_fields_that_it_names(loaded: Any) -> None:
    model = loaded(BORROWED + "roles:\n  pm: {title: Product Lead, level: 4, skills: {baking: 3}}\n")
    pm = model.organization.roles["pm"]
    assert (pm.title, pm.level, pm.skills) == ("Product Lead", 4, {"baking": 3})
    assert pm.purpose.startswith("Know the market of one product")
    assert pm.promotes_to == ("senior-pm",)
    assert spoken(model) == ["pm"]


def test_an_empty_entry_takes_everything_from_the_library(loaded: Any) -> None:
    model = loaded(BORROWED + "roles: {pm: }\n")
    library = load("library:product-management").organization
    assert model.organization.roles["pm"] == library.roles["pm"]


def test_an_empty_value_is_named_too(loaded: Any) -> None:
    model = loaded(BORROWED + "roles:\n  pm: {pay: ~, skills: ~, reports_to: ~}\n  sales: {external: false}\n")
    pm = model.organization.roles["pm"]
    assert (pm.pay, pm.skills, pm.reports_to) == ((), {}, ())
    assert model.organization.roles["sales"].external is False


def test_what_nobody_wrote_stays_unwritten(loaded: Any) -> None:
    model = loaded(
        HEAD + "include: {library: product-management, take: [roles, activities]}\nactivities: {roadmap: }\n"
    )
    assert model.organization.roles["sales"].reports_to is None
    assert model.organization.activities["roadmap"].unowned is None


def test_a_table_of_roles_replaces_what_its_cells_give(loaded: Any) -> None:
    model = loaded(
        {
            "org.yaml": HEAD + "include: ['library:product-management', {file: roles.csv, as: roles}]\n",
            "roles.csv": "id,title,level,track\npm,Product Lead,,\n",
        }
    )
    pm = model.organization.roles["pm"]
    assert (pm.title, pm.level, pm.track) == ("Product Lead", 3, "ic")
    assert model.organization.repeats == {}


def test_roles_that_something_of_the_model_names_count(loaded: Any) -> None:
    text = """\
include: {library: product-management}
roles:
  baker: {reports_to: director, works_with: [design], promotes_to: cpo, dotted_to: executive}
positions:
  one: {role: pm, deputy: "role:apm"}
activities:
  bread: {assign: {A: "role:senior-pm", R: group-pm}, escalates_to: vp-product}
  rolls: {per: "role:product-owner"}
assignments:
  - {activity: bread, role: sales, letter: I}
policy:
  conflicts: {roles: [finance, operations]}
  ratios: {of: lead-developer, to: product-architect}
  spans: {role: head-of-product, max: 9}
  holders: {program-manager: 2}
"""
    model = loaded(HEAD + text)
    assert model.faults == []
    unnamed = ["engineering", "junior-pm", "marcom-manager", "marketing", "principal-pm", "product-marketer"]
    assert sorted(model.organization.silent) == [f"role:{name}" for name in [*unnamed, "sales-engineer"]]


def test_a_table_of_seats_finds_library_roles_by_alias(loaded: Any) -> None:
    model = loaded(
        {
            "org.yaml": BORROWED.replace("]", ", {file: seats.csv, as: positions}]"),
            "seats.csv": "id,role,holder\n1,Product Planner,Ada Park\n2,Baker,Li Wei\n",
        }
    )
    assert model.organization.positions["1"].role == "pm"
    assert [name for name in spoken(model) if name in {"pm", "cpo", "director"}] == ["pm"]


def test_activities_that_are_taken_count_with_the_roles_that_they_name(loaded: Any) -> None:
    model = loaded(
        HEAD + "include: {library: product-management, take: [roles, 'activity:launch-*', 'activity:mrd']}\n"
    )
    assert list(model.organization.activities) == ["mrd", "launch-plan", "launch-decision"]
    assert "product-marketer" in spoken(model)
    assert "coaching" not in model.organization.activities
    assert "junior-pm" not in spoken(model)


def test_a_role_that_is_taken_by_name_counts(loaded: Any) -> None:
    model = loaded(HEAD + "include: {library: product-management, take: ['role:pm', 'role:vp-*']}\n")
    assert spoken(model) == ["pm", "vp-product"]


@pytest.mark.parametrize("scheme", ["daci", "rasci"])
def test_rows_keep_the_letters_of_their_library(loaded: Any, scheme: str) -> None:
    take = "include: {library: product-management, take: [roles, activities]}\n"
    own = "activities:\n  mrd: {title: Needs}\n  prd: {assign: {A: pm}}\n"
    rows = loaded(f"{HEAD}scheme: {scheme}\n{take}{own}").organization.activities
    assert (rows["mrd"].title, rows["mrd"].scheme) == ("Needs", "raci")
    assert rows["roadmap"].scheme == "raci"
    assert rows["prd"].scheme is None
    assert [assignee.who for assignee in rows["prd"].assign["A"]] == ["pm"]


def test_an_include_may_read_the_rows_in_another_scheme(loaded: Any) -> None:
    take = "include: {library: product-management, take: [roles, activities], scheme: rasci}\n"
    rows = loaded(HEAD + take).organization.activities
    assert {row.scheme for row in rows.values()} == {"rasci"}


def test_an_unknown_library_gets_the_nearest_name(loaded: Any) -> None:
    model = loaded(HEAD + 'include: ["library:product-managment"]\nroles: {a: }\n')
    message = 'there is no library "product-managment"; did you mean "product-management"?'
    assert all_told(model) == [("include-not-found", "org.yaml:3:11", message)]


def test_the_long_form_tells_an_unknown_library_at_its_name(loaded: Any) -> None:
    (fault,) = loaded(HEAD + "include: {library: nothing-of-the-kind}\n").faults
    assert str(fault.place) == "org.yaml:3:20"
    assert fault.message.startswith('there is no library "nothing-of-the-kind"; there are ')
    assert "product-management" in fault.message


@pytest.mark.parametrize(
    ("wish", "rule", "message"),
    [
        ("role", "wrong-value", 'such as "role:pm", found "role"; did you mean "roles"?'),
        ("policy", "wrong-value", 'such as "role:pm", found "policy"'),
        ("boss:pm", "wrong-value", 'such as "role:pm", found "boss:pm"'),
        ("role:pmm-x", "unknown-reference", 'the library has no role "pmm-x"'),
        ("activity:road-map", "unknown-reference", 'the library has no activity "road-map"; did you mean "roadmap"?'),
        ("unit:*", "unknown-reference", 'the library has no unit "*"'),
    ],
)
def test_a_wish_that_cannot_be_met_is_told_at_its_place(loaded: Any, wish: str, rule: str, message: str) -> None:
    (fault,) = loaded(HEAD + f"include: {{library: product-management, take: [roles, '{wish}']}}\n").faults
    assert (fault.rule, str(fault.place)) == (rule, "org.yaml:3:54")
    assert fault.message.endswith(message)


def test_a_library_that_is_included_again_is_told(loaded: Any) -> None:
    model = loaded(HEAD + 'include: ["library:product-management", "library:product-management"]\n')
    message = '"library:product-management" is included again'
    assert all_told(model) == [("include-without-effect", "org.yaml:3:41", message)]


def test_of_two_libraries_the_first_counts_and_that_is_said(loaded: Any) -> None:
    model = loaded(
        HEAD + 'include: ["library:product-management", "library:product-management-rasci"]\nroles: {pm: }\n'
    )
    assert model.faults == []
    (note,) = model.notes
    assert note.startswith("library:product-management-rasci: 24 entries are taken from library:product-management,")


def test_places_are_those_of_the_file_that_includes(loaded: Any) -> None:
    model = loaded(BORROWED + "roles:\n  pm: {level: 3}\n")
    place = model.places.place
    assert str(place(Spot("roles", "pm", ("level",)))) == "org.yaml:5:15"
    assert str(place(Spot("roles", "pm", ("purpose",)))).startswith("org.yaml:5:")
    assert str(place(Spot("roles", "cpo", ("purpose",)))) == "org.yaml:3:11"
    assert list(model.sources) == ["org.yaml"]


def test_as_a_path_a_library_is_the_model_and_nothing_is_silent() -> None:
    model = load("library:product-management")
    assert (model.name, model.faults, model.organization.silent) == ("Product management", [], frozenset())
    assert str(model.places.place(Spot("roles", "junior-pm", key=True))).startswith("library:product-management:")


@pytest.mark.parametrize("path", ["library:", "library:../schemes", "library:product-management.yaml", "library:x\0"])
def test_a_path_to_no_library_is_refused(path: str) -> None:
    with pytest.raises(UsageError, match="there is no library"):
        load(path)


def test_a_name_that_is_no_library_has_no_file() -> None:
    with pytest.raises(KeyError):
        library_bytes("../headings")


@pytest.mark.parametrize("name", library_names())
def test_a_library_can_be_included_whole(loaded: Any, name: str) -> None:
    take = "[roles, units, positions, people, activities]"
    model = loaded(HEAD + f"include: {{library: {name}, take: {take}}}\n")
    alone = load(f"library:{name}").organization
    assert model.faults == []
    for kind in ("roles", "units", "positions", "people"):
        assert model.organization.section(kind) == alone.section(kind)
    assert list(model.organization.activities) == list(alone.activities)


@pytest.mark.parametrize(("wish", "meant"), [("Rank the backlog", "backlog"), ("bakclog", "backlog")])
def test_a_row_to_take_is_found_by_its_title_too(loaded: Any, wish: str, meant: str) -> None:
    model = loaded(f'{HEAD}include: {{library: product-management, take: ["activity:{wish}"]}}\n')
    assert [fault.message for fault in model.faults] == [
        f'"take": the library has no activity "{wish}"; did you mean "{meant}"?'
    ]
