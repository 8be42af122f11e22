"""What a name on the command line means."""

from __future__ import annotations

import pytest
from conftest import Model

from orgmodel.analysis.naming import the_one
from orgmodel.errors import UsageError

ROLES = """\
roles:
  pm: {title: Product Manager, aliases: [Product Planner, Planner]}
  director: {title: Director of Product}
  group: {title: Director of Platform}
  pmm: {title: Planner}
"""


@pytest.mark.parametrize(
    "asked", ["pm", "PM", "product manager", "  Product Manager ", "PRODUCT PLANNER", "role:pm", "Role: pm"]
)
def test_an_id_a_title_or_an_alias_means_the_role_in_any_case(model: Model, asked: str) -> None:
    assert the_one(model(ROLES), "roles", asked) == "pm"


def test_a_name_that_is_the_title_of_one_and_the_alias_of_another_lists_both(model: Model) -> None:
    with pytest.raises(UsageError, match=r'^"planner" may be several roles: "pm", "pmm"; write the id of one$'):
        the_one(model(ROLES), "roles", "planner")


def test_an_exact_id_is_preferred_to_a_title(model: Model) -> None:
    assert the_one(model("roles: {a: {title: b}, b: {title: c}}"), "roles", "b") == "b"


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("prodct manager", '; did you mean "Product Manager"?'),
        ("dirctor", '; did you mean "director"?'),
        ("platform", '; did you mean "group"?'),
        ("plätform", '; did you mean "group"?'),
        ("role:directr", '; did you mean "director"?'),
        ("treasurer", ""),
        ("", ""),
    ],
)
def test_an_unknown_name_is_refused_with_what_may_be_meant(model: Model, asked: str, offered: str) -> None:
    with pytest.raises(UsageError) as caught:
        the_one(model(ROLES), "roles", asked)
    assert str(caught.value) == f'there is no role "{asked}"{offered}'


def test_of_many_roles_with_one_name_five_are_listed(model: Model) -> None:
    roles = "".join(f"  r{i}: {{title: Clerk}}\n" for i in range(8))
    with pytest.raises(UsageError, match=r'"r0", "r1", "r2", "r3", "r4" and 3 more; write the id of one'):
        the_one(model(f"roles:\n{roles}"), "roles", "clerk")


def test_a_role_that_only_a_library_brings_gives_way_to_one_of_the_model(model: Model) -> None:
    organization = model('include: ["library:product-management"]\nroles: {mine: {title: Product Manager}}\n')
    assert the_one(organization, "roles", "product manager") == "mine"
    assert the_one(organization, "roles", "Sales Engineer") == "sales-engineer"
