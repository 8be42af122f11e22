"""Roles that count as others: whose seats a letter means, and what a row says exactly."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from drawing_board import DAY, organisation

from orgmodel.graph.counted_roles import CountedRoles
from orgmodel.graph.instances import Instance
from orgmodel.graph.resolution import Resolver

ROLES = {"lead": {}, "pm": {}, "senior-pm": {"counts_as": "pm"}, "principal-pm": {"counts_as": ["senior-pm"]}}


def resolver_of(**sections: Any) -> Resolver:
    return Resolver(organisation(**{"roles": ROLES, **sections}), DAY)


def counted(**roles: Any) -> CountedRoles:
    return CountedRoles(organisation(roles={name: {"counts_as": others} for name, others in roles.items()}))


def seats(resolver: Resolver, row: str, role: str, **place: Any) -> tuple[str, ...]:
    return resolver.role_seats(Instance(row, **place), role)


# -- whom a role means


def test_a_role_means_all_that_count_as_it_also_through_others() -> None:
    roles = counted(pm=[], senior="pm", principal="senior", group=["pm", "lead"], lead=[])
    assert roles.meant("pm") == ("pm", "senior", "group", "principal")
    assert roles.meant("senior") == ("senior", "principal")
    assert roles.meant("lead") == ("lead", "group")
    assert roles.meant("nobody") == ("nobody",)
    assert roles.stood_for("principal") == ("senior", "pm")


def test_a_role_set_apart_takes_along_who_counts_through_it_alone() -> None:
    roles = counted(pm=[], senior="pm", principal="senior", chief=["senior", "pm"])
    assert roles.meant("pm", frozenset(["senior"])) == ("pm", "chief")
    assert roles.meant("senior", frozenset(["senior"])) == ("senior", "principal", "chief")


def test_a_ring_means_each_of_its_roles_and_ends() -> None:
    roles = counted(a="b", b="a", c=["c", "ghost"])
    assert roles.meant("a") == ("a", "b")
    assert roles.meant("b") == ("b", "a")
    assert roles.meant("c") == ("c",)
    assert roles.meant("ghost") == ("ghost",)


# -- seats


def test_without_per_a_role_means_the_seats_of_all_that_count_as_it_in_the_order_of_the_file() -> None:
    positions = {"s": {"role": "senior-pm"}, "p": {"role": "pm"}, "x": {"role": "lead"}, "q": {"role": "principal-pm"}}
    resolver = resolver_of(positions=positions, activities={"row": {"assign": {"A": "pm"}}})
    assert seats(resolver, "row", "pm") == ("s", "p", "q")
    assert seats(resolver, "row", "senior-pm") == ("s", "q")
    assert resolver.seating.of_role("pm") == ("p",)


@pytest.mark.parametrize(
    ("assign", "meant"),
    [
        ({"A": "pm", "C": "senior-pm"}, {"pm": ("p",), "senior-pm": ("s", "q")}),
        ({"A": "pm", "C": "principal-pm"}, {"pm": ("s", "p"), "principal-pm": ("q",)}),
        ({"A": "senior-pm", "R": "senior-pm"}, {"senior-pm": ("s", "q")}),
        ({"A": "pm", "C": "position:s"}, {"pm": ("s", "p", "q")}),
        ({"A": "pm", "Z": "senior-pm"}, {"pm": ("p",)}),
    ],
)
def test_what_a_row_says_exactly_goes_before_what_is_counted(
    assign: dict[str, Any], meant: dict[str, tuple[str, ...]]
) -> None:
    positions = {"s": {"role": "senior-pm"}, "p": {"role": "pm"}, "q": {"role": "principal-pm"}}
    resolver = resolver_of(positions=positions, activities={"row": {"assign": assign}})
    assert {role: seats(resolver, "row", role) for role in meant} == meant


def test_a_denial_is_said_exactly_too_unless_the_row_is_decided_and_a_source_denies() -> None:
    positions = {"s": {"role": "senior-pm"}, "p": {"role": "pm"}}
    claims = [
        {"activity": "claimed", "role": "pm", "letter": "A", "source": "one"},
        {"activity": "claimed", "role": "senior-pm", "letter": "none", "source": "two"},
        {"activity": "decided", "role": "senior-pm", "letter": "none", "source": "two"},
        {"activity": "denied", "role": "senior-pm", "letter": "none"},
    ]
    rows = {"claimed": {}, "decided": {"assign": {"A": "pm"}}, "denied": {"assign": {"A": "pm"}}}
    resolver = resolver_of(positions=positions, activities=rows, assignments=claims)
    assert seats(resolver, "claimed", "pm") == ("p",)
    assert seats(resolver, "decided", "pm") == ("s", "p")
    assert seats(resolver, "denied", "pm") == ("p",)


def test_a_row_per_seat_exists_for_each_seat_that_counts_and_means_it_there() -> None:
    positions = {
        "boss": {"role": "lead"},
        "p": {"role": "pm", "reports_to": "boss"},
        "s": {"role": "senior-pm", "reports_to": "boss", "seats": 3},
    }
    rows = {"row": {"per": "role:pm", "assign": {"A": "pm", "R": "lead"}}}
    resolver = resolver_of(positions=positions, activities=rows)
    assert resolver.instances("row") == [Instance("row", seat="p"), Instance("row", seat="s", weight=3)]
    assert seats(resolver, "row", "pm", seat="s") == ("s",)
    assert seats(resolver, "row", "lead", seat="s") == ("boss",)


def test_a_row_per_seat_that_names_the_counting_role_has_the_nearest_of_it_for_each_exact_seat() -> None:
    positions = {
        "s": {"role": "senior-pm"},
        "s2": {"role": "senior-pm"},
        "p": {"role": "pm", "reports_to": "s2"},
    }
    rows = {"row": {"per": "role:pm", "assign": {"A": "pm", "C": "senior-pm"}}}
    resolver = resolver_of(positions=positions, activities=rows)
    assert resolver.instances("row") == [Instance("row", seat="p")]
    assert seats(resolver, "row", "senior-pm", seat="p") == ("s2",)


def test_a_row_per_seat_of_the_counting_role_means_that_seat_by_both_names() -> None:
    positions = {"p": {"role": "pm"}, "s": {"role": "senior-pm", "reports_to": "p"}}
    rows = {"row": {"per": "role:senior-pm", "assign": {"A": "pm"}}}
    resolver = resolver_of(positions=positions, activities=rows)
    assert resolver.instances("row") == [Instance("row", seat="s")]
    assert seats(resolver, "row", "pm", seat="s") == ("s",)


def test_the_nearest_on_the_line_upward_may_be_one_that_counts() -> None:
    positions = {
        "p": {"role": "pm"},
        "s": {"role": "senior-pm", "reports_to": "p"},
        "x": {"role": "lead", "reports_to": "s"},
    }
    rows = {
        "row": {"per": "role:lead", "assign": {"A": "pm"}},
        "other": {"per": "role:lead", "assign": {"A": "pm", "I": "senior-pm"}},
    }
    resolver = resolver_of(positions=positions, activities=rows)
    assert seats(resolver, "row", "pm", seat="x") == ("s",)
    assert seats(resolver, "other", "pm", seat="x") == ("p",)


def test_in_a_unit_the_nearest_seat_answers_whichever_rung_it_is_on() -> None:
    units = {
        "product": {},
        "pay": {"kind": "team", "parent": "product"},
        "fraud": {"kind": "team", "parent": "product"},
        "search": {"kind": "team", "parent": "product"},
    }
    positions = {
        "p-top": {"role": "pm", "unit": "product"},
        "p": {"role": "pm", "unit": "pay"},
        "s": {"role": "senior-pm", "unit": "fraud"},
        "guest": {"role": "principal-pm", "unit": "pay", "also_in": ["fraud"]},
    }
    rows = {
        "row": {"per": "team", "assign": {"A": "pm"}},
        "other": {"per": "team", "assign": {"A": "pm", "R": "senior-pm"}},
    }
    resolver = resolver_of(units=units, positions=positions, activities=rows)
    found = {unit: seats(resolver, "row", "pm", unit=unit) for unit in ("pay", "fraud", "search")}
    assert found == {"pay": ("p", "guest"), "fraud": ("s", "guest"), "search": ("p-top",)}
    found = {unit: seats(resolver, "other", "pm", unit=unit) for unit in ("pay", "fraud", "search")}
    assert found == {"pay": ("p",), "fraud": ("p-top",), "search": ("p-top",)}


def test_an_external_or_missing_role_gains_no_existence_by_those_who_count_as_it() -> None:
    roles = {"senior-pm": {"counts_as": "ghost"}}
    resolver = resolver_of(roles=roles, positions={"s": {"role": "senior-pm"}}, activities={"row": {}})
    resolved = resolver.resolve(Instance("row"), "ghost")
    assert (resolved.exists, resolved.seats) == (False, ())


def test_derived_lines_keep_to_the_exact_role() -> None:
    roles = {**ROLES, "maker": {"reports_to": "pm"}}
    positions = {"s": {"role": "senior-pm"}, "p": {"role": "pm"}, "m": {"role": "maker"}}
    resolver = resolver_of(roles=roles, positions=positions)
    assert resolver.lines.ids[resolver.lines.parent[resolver.lines.index["m"]]] == "p"


# -- what always holds


def organisations() -> Iterator[dict[str, Any]]:
    for seed in range(120):
        chance = random.Random(seed)
        units = [f"u{i}" for i in range(chance.randint(1, 6))]
        names = [f"s{i}" for i in range(chance.randint(1, 14))]
        yield {
            "units": {name: random_unit(chance, units[:i], names) for i, name in enumerate(units)},
            "positions": {name: random_seat(chance, units, names[:i]) for i, name in enumerate(names)},
            "activities": {
                f"{per}": {"per": per, "assign": {"A": "pm", "R": ["maker", "lead"]}}
                for per in (None, "team", "squad", "role:pm", "role:maker")
            },
        }


def random_unit(chance: random.Random, above: list[str], seats: list[str]) -> dict[str, Any]:
    return {
        "kind": chance.choice(["team", "squad"]),
        **({"parent": chance.choice(above)} if above else {}),
        **({"head": chance.choice(seats)} if chance.random() < 0.4 else {}),
    }


def random_seat(chance: random.Random, units: list[str], above: list[str]) -> dict[str, Any]:
    """Its line is written, so that none is derived from its role."""
    return {
        "role": chance.choice(["pm", "senior-pm", "senior-pm", "principal-pm", "lead", "maker", "maker"]),
        "reports_to": chance.choice(above) if above and chance.random() < 0.9 else None,
        **({"unit": chance.choice(units)} if chance.random() < 0.85 else {}),
        **({"also_in": [chance.choice(units)]} if chance.random() < 0.2 else {}),
        **({"status": chance.choice(["ended", "planned"])} if chance.random() < 0.1 else {}),
    }


def meant_everywhere(sections: dict[str, Any]) -> list[tuple[Instance, str, tuple[str, ...]]]:
    resolver = Resolver(organisation(roles={**ROLES, "maker": {}}, **sections), DAY)
    return [
        (place, role, resolver.role_seats(place, role))
        for activity in sections["activities"]
        for place in resolver.instances(activity)
        for role in ("pm", "maker", "lead")
    ]


def test_where_no_row_names_a_counting_role_its_seats_are_as_if_they_had_the_role_counted() -> None:
    differing = 0
    for sections in organisations():
        plain = {
            name: {**seat, "role": "pm" if seat["role"].endswith("-pm") else seat["role"]}
            for name, seat in sections["positions"].items()
        }
        counted, written = meant_everywhere(sections), meant_everywhere({**sections, "positions": plain})
        assert counted == written
        differing += sections["positions"] != plain
    assert differing > 90


def test_a_row_that_names_every_counting_role_means_exact_seats_alone() -> None:
    for sections in organisations():
        named = {"C": ["senior-pm", "principal-pm"]}
        rows = {name: {**row, "assign": {**row["assign"], **named}} for name, row in sections["activities"].items()}
        exact = {name: {**role, "counts_as": ()} for name, role in {**ROLES, "maker": {}}.items()}
        resolvers = [
            Resolver(organisation(roles=roles, **{**sections, "activities": rows}), DAY)
            for roles in ({**ROLES, "maker": {}}, exact)
        ]
        for activity in rows:
            first, second = (
                [(place, role, one.role_seats(place, role)) for place in one.instances(activity) for role in exact]
                for one in resolvers
            )
            assert first == second
