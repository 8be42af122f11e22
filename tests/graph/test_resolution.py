"""Design 3.7, sentence by sentence: which seat and which person a letter really means."""

from __future__ import annotations

import os
import subprocess
import sys

from drawing_board import DAY, LADDER, TEAMS, organisation, product, seat

from orgmodel.graph.holding import Holding, SeatState, StandIn
from orgmodel.graph.lines import read_lines
from orgmodel.graph.resolution import Instance, Resolved, Resolver


def resolver_of(**sections):
    return Resolver(organisation(**sections), DAY)


def in_unit(resolver, unit, role, **more):
    return resolver.resolve(Instance("row", unit=unit), role, **more).seats


def for_seat(resolver, name, role):
    return resolver.resolve(Instance("row", seat=name), role).seats


def everywhere(resolver, who, **more):
    return resolver.resolve(Instance("row"), who, **more)


# -- where a row exists


def test_an_activity_without_per_exists_once():
    resolver = Resolver(product(activities={"vision": {}}), DAY)
    assert resolver.instances("vision") == [Instance("vision")]
    assert resolver.instances("vision")[0].entity == "activity:vision"


def test_its_role_means_all_seats_of_that_role():
    resolver = Resolver(product(), DAY)
    assert everywhere(resolver, "director").seats == ("dir-payments", "dir-search", "dir-growth")
    assert len(everywhere(resolver, "pm").seats) == 8


def test_only_seats_in_force_are_meant():
    resolver = resolver_of(
        roles="pm",
        positions={
            "now": seat("pm"),
            "soon": seat("pm", **{"from": "2027-01-01"}),
            "gone": seat("pm", until="2026-10-31"),
            "last-day": seat("pm", until="2026-11-01"),
        },
    )
    assert everywhere(resolver, "pm").seats == ("now", "last-day")


def test_per_a_kind_makes_the_row_once_in_each_unit_of_that_kind():
    resolver = Resolver(product(activities={"backlog": {"per": "team"}}), DAY)
    found = [instance.entity for instance in resolver.instances("backlog")]
    assert found == ["activity:backlog@payments", "activity:backlog@search", "activity:backlog@growth"]


def test_units_that_are_not_in_force_have_no_row():
    units = {"old": {"kind": "team", "until": "2026-01-01"}, "new": {"kind": "team", "from": "2026-11-01"}}
    resolver = resolver_of(units=units, activities={"backlog": {"per": "team"}})
    assert [instance.unit for instance in resolver.instances("backlog")] == ["new"]


def test_an_activity_that_is_not_in_force_has_no_row():
    resolver = resolver_of(activities={"old": {"until": "2026-01-01"}})
    assert resolver.instances("old") == []


def test_per_a_role_makes_the_row_once_for_each_seat_of_that_role():
    resolver = Resolver(product(activities={"plan": {"per": "role:director"}}), DAY)
    found = [instance.entity for instance in resolver.instances("plan")]
    assert found == ["activity:plan@dir-payments", "activity:plan@dir-search", "activity:plan@dir-growth"]


def test_an_entry_for_six_seats_is_one_row_with_the_weight_six():
    resolver = resolver_of(roles="pm", positions={"pms": seat("pm", seats=6)}, activities={"plan": {"per": "role:pm"}})
    assert resolver.instances("plan") == [Instance("plan", seat="pms", weight=6)]


def test_without_units_a_row_per_kind_exists_once():
    resolver = resolver_of(roles="pm", positions={"pm": seat("pm")}, activities={"backlog": {"per": "team"}})
    assert resolver.instances("backlog") == [Instance("backlog")]
    assert resolver.unknown_per("backlog") is None


def test_a_per_that_no_unit_has_is_told_and_the_row_exists_once():
    resolver = Resolver(product(activities={"backlog": {"per": "tribe"}}), DAY)
    assert resolver.unknown_per("backlog") == "tribe"
    assert resolver.instances("backlog") == [Instance("backlog")]


def test_a_per_for_a_role_that_does_not_exist_is_told():
    resolver = Resolver(product(activities={"backlog": {"per": "role:owner"}}), DAY)
    assert resolver.unknown_per("backlog") == "role:owner"


def test_a_row_per_seat_of_a_role_without_seats_is_judged_once():
    resolver = Resolver(product(roles={"writer": {}}, activities={"plan": {"per": "role:writer"}}), DAY)
    assert resolver.instances("plan") == [Instance("plan")]
    assert resolver.unknown_per("plan") is None


# -- in a unit


def test_in_a_unit_a_role_means_its_seats_in_that_unit_or_below():
    resolver = Resolver(product(), DAY)
    assert in_unit(resolver, "payments", "pm") == ("pm-payments", "pm-checkout-1", "pm-checkout-2")
    assert in_unit(resolver, "growth", "pm") == ("pm-growth", "pm-onboarding")
    assert len(in_unit(resolver, "product", "pm")) == 8


def test_two_in_one_team_are_both_meant():
    resolver = Resolver(product(), DAY)
    found = resolver.resolve(Instance("row", unit="checkout"), "pm")
    assert found.seats == ("pm-checkout-1", "pm-checkout-2")
    assert (found.seat_count, found.people, found.hands) == (2, ("P2", "P3"), 2)


def test_the_head_of_a_unit_counts_as_being_in_it():
    resolver = resolver_of(
        roles=LADDER,
        units={"product": {}, "search": {"parent": "product", "head": "one"}},
        positions={"one": seat("director", "product"), "two": seat("director", "product")},
    )
    assert in_unit(resolver, "search", "director") == ("one",)


def test_a_seat_that_is_also_in_a_unit_counts():
    resolver = Resolver(product(positions={"extra": seat("pm", "ranking", also_in=["fraud"])}), DAY)
    assert in_unit(resolver, "fraud", "pm") == ("extra",)


def test_if_there_are_none_those_of_the_nearest_unit_above_are_meant():
    resolver = Resolver(product(), DAY)
    assert in_unit(resolver, "ranking", "director") == ("dir-search",)
    assert in_unit(resolver, "ranking", "cpo") == ("cpo",)


def test_a_team_without_its_own_product_manager_has_the_one_directly_above():
    resolver = Resolver(product(), DAY)
    assert in_unit(resolver, "fraud", "pm") == ("pm-payments",)


def test_those_heading_the_unit_above_are_meant_too():
    resolver = resolver_of(
        roles="lead",
        units={"top": {}, "mid": {"parent": "top", "head": "lead"}, "low": {"parent": "mid"}},
        positions={"lead": seat("lead", "top"), "other": seat("lead", "top")},
    )
    assert in_unit(resolver, "low", "lead") == ("lead",)


def test_never_those_of_other_sub_units():
    resolver = Resolver(
        organisation(
            roles=LADDER,
            units=TEAMS,
            positions={"pm-checkout": seat("pm", "checkout"), "pm-search": seat("pm", "search")},
        ),
        DAY,
    )
    assert in_unit(resolver, "fraud", "pm") == ()


def test_of_several_above_those_on_the_reporting_line_above_a_seat_of_the_unit_win():
    resolver = resolver_of(
        roles=LADDER,
        units={"product": {}, "search": {"parent": "product"}},
        positions={
            "one": seat("director", "product"),
            "two": seat("director", "product"),
            "pm": seat("pm", "search", reports_to="two"),
        },
    )
    assert in_unit(resolver, "search", "director") == ("two",)


def test_the_line_above_a_seat_of_a_sub_unit_counts_as_well():
    resolver = resolver_of(
        roles=LADDER | {"lead": {}},
        units={"product": {}, "search": {"parent": "product"}, "ranking": {"parent": "search"}},
        positions={
            "one": seat("director", "product"),
            "two": seat("director", "product"),
            "lead": seat("lead", "product", reports_to="two"),
            "pm": seat("pm", "ranking", reports_to="lead"),
        },
    )
    assert in_unit(resolver, "search", "director") == ("two",)


def test_of_several_above_with_none_on_a_line_all_are_meant():
    resolver = resolver_of(
        roles=LADDER,
        units={"product": {}, "search": {"parent": "product"}},
        positions={"one": seat("director", "product"), "two": seat("director", "product")},
    )
    assert in_unit(resolver, "search", "director") == ("one", "two")


def test_seats_outside_all_units_stand_above_the_outermost_unit():
    resolver = Resolver(product(roles={"legal": {}}, positions={"counsel": seat("legal")}), DAY)
    assert in_unit(resolver, "ranking", "legal") == ("counsel",)


def test_a_circle_within_a_circle_answers_in_its_own_row():
    resolver = resolver_of(
        roles="guide",
        units={
            "whole": {"kind": "circle"},
            "office": {"kind": "team", "parent": "whole"},
            "fields": {"kind": "circle", "parent": "whole"},
            "tools": {"kind": "team", "parent": "fields"},
        },
        positions={
            "a": seat("guide", unit="office"),
            "b": seat("guide", unit="fields"),
            "c": seat("guide", unit="tools"),
        },
    )
    assert in_unit(resolver, "whole", "guide") == ("a",)
    assert in_unit(resolver, "fields", "guide") == ("b", "c")


def test_a_circle_without_a_seat_of_its_own_has_those_of_the_circles_within():
    resolver = resolver_of(
        roles="guide",
        units={"whole": {"kind": "circle"}, **{name: {"kind": "circle", "parent": "whole"} for name in "xy"}},
        positions={"a": seat("guide", unit="x"), "b": seat("guide", unit="y")},
    )
    assert in_unit(resolver, "whole", "guide") == ("a", "b")


def test_the_line_above_a_guest_or_the_head_of_the_unit_counts_as_well():
    for core, more in (({}, {"also_in": ["core"]}), ({"head": "pm"}, {})):
        resolver = resolver_of(
            roles=LADDER,
            units={"core": core, "else": {}},
            positions={
                "one": seat("director"),
                "two": seat("director"),
                "pm": seat("pm", "else", reports_to="two", **more),
            },
        )
        assert in_unit(resolver, "core", "director") == ("two",)


def test_the_line_above_a_guest_counts_in_a_unit_that_does_not_exist():
    resolver = resolver_of(
        roles=LADDER,
        positions={
            "one": seat("director"),
            "two": seat("director"),
            "pm": seat("pm", "else", reports_to="two", also_in=["core"]),
        },
    )
    assert in_unit(resolver, "core", "director") == ("two",)


def test_of_several_outside_all_units_those_on_the_line_win():
    resolver = resolver_of(
        roles=LADDER,
        units={"search": {}},
        positions={"one": seat("director"), "two": seat("director"), "pm": seat("pm", "search", reports_to="one")},
    )
    assert in_unit(resolver, "search", "director") == ("one",)


def test_units_in_a_ring_do_not_hang():
    resolver = resolver_of(
        roles="pm cpo",
        units={"a": {"parent": "b"}, "b": {"parent": "a"}},
        positions={"pm": seat("pm", "a"), "cpo": seat("cpo", "b")},
    )
    assert in_unit(resolver, "a", "pm") == ("pm",)
    assert in_unit(resolver, "b", "pm") == ("pm",)


# -- for a seat


def test_for_a_seat_its_role_means_that_seat():
    resolver = Resolver(product(), DAY)
    assert for_seat(resolver, "pm-checkout-2", "pm") == ("pm-checkout-2",)


def test_for_a_seat_other_roles_are_the_nearest_on_its_line_upward():
    resolver = Resolver(product(), DAY)
    assert for_seat(resolver, "pm-ranking", "director") == ("dir-search",)
    assert for_seat(resolver, "pm-ranking", "cpo") == ("cpo",)


def test_the_line_goes_before_the_unit():
    resolver = Resolver(product(positions={"pm-odd": seat("pm", "search", reports_to="dir-growth")}), DAY)
    assert for_seat(resolver, "pm-odd", "director") == ("dir-growth",)


def test_for_a_seat_a_role_off_its_line_is_found_by_unit():
    designers = {
        "ux-search": seat("designer", "search"),
        "ux-payments": seat("designer", "payments"),
    }
    resolver = Resolver(product(roles={"designer": {}}, positions=designers), DAY)
    assert for_seat(resolver, "pm-search-1", "designer") == ("ux-search",)
    assert for_seat(resolver, "pm-checkout-1", "designer") == ("ux-payments",)
    assert for_seat(resolver, "pm-growth", "designer") == ()


def test_for_a_seat_without_a_unit_a_role_off_its_line_means_all_its_seats():
    resolver = resolver_of(
        roles="pm designer",
        positions={"pm": seat("pm"), "ux-1": seat("designer"), "ux-2": seat("designer")},
    )
    assert for_seat(resolver, "pm", "designer") == ("ux-1", "ux-2")


def test_an_ended_seat_on_the_line_is_passed_over():
    resolver = resolver_of(
        roles=LADDER,
        positions={
            "now": seat("director"),
            "gone": seat("director", until="2026-01-01", reports_to="now"),
            "pm": seat("pm", reports_to="gone"),
        },
    )
    assert for_seat(resolver, "pm", "director") == ("now",)


def test_what_one_seat_means_does_not_depend_on_who_was_asked_about_before():
    positions = {
        "top": seat("director"),
        "middle": seat("director", reports_to="top"),
        "upper": seat("pm", reports_to="middle"),
        "lower": seat("pm", reports_to="upper"),
        "beside": seat("pm", reports_to="top"),
    }
    names = ("lower", "upper", "beside")
    for order in (names, names[::-1]):
        resolver = resolver_of(roles="director pm", positions=positions)
        found = {name: for_seat(resolver, name, "director") for name in order}
        assert found == {"lower": ("middle",), "upper": ("middle",), "beside": ("top",)}


def test_in_a_loop_each_seat_means_the_nearest_on_its_way_round():
    positions = {
        "a": seat("pm", reports_to="b"),
        "b": seat("pm", reports_to="c"),
        "c": seat("lead", reports_to="a"),
        "below": seat("pm", reports_to="a"),
        "off": seat("director"),
    }
    for order in ("a b below", "below b a"):
        resolver = resolver_of(roles="pm lead director", positions=positions)
        assert [for_seat(resolver, name, "lead") for name in order.split()] == [("c",)] * 3
        assert [for_seat(resolver, name, "director") for name in order.split()] == [("off",)] * 3


# -- other assignees


def test_a_position_means_that_seat_in_every_row():
    resolver = Resolver(product(), DAY)
    assert in_unit(resolver, "growth", "position:pm-ranking") == ("pm-ranking",)


def test_a_position_that_is_not_in_force_exists_and_has_no_seat():
    resolver = resolver_of(positions={"gone": {"until": "2026-01-01"}})
    found = everywhere(resolver, "position:gone")
    assert (found.exists, found.seats) == (True, ())


def test_the_kind_of_a_role_may_be_written_out():
    resolver = Resolver(product(), DAY)
    assert everywhere(resolver, "role:cpo") == everywhere(resolver, "cpo")


def test_a_unit_with_an_owner_letter_means_its_heads():
    resolver = Resolver(product(), DAY)
    found = everywhere(resolver, "unit:search", owner=True)
    assert (found.seats, found.people) == (("dir-search",), ("Kim",))


def test_a_unit_with_another_letter_is_one_party():
    resolver = Resolver(product(), DAY)
    found = everywhere(resolver, "unit:search")
    assert (found.seats, found.people, found.hands, found.exists) == ((), (), 1, True)


def test_a_person_is_found_with_all_their_seats():
    resolver = resolver_of(people={"ada": {"name": "Ada Park"}}, positions={"a": {"holder": "ada"}, "b": {}})
    found = everywhere(resolver, "person:ada")
    assert (found.people, found.seats, found.hands) == (("ada",), ("a",), 1)
    assert resolver.holders.person_name("ada") == "Ada Park"


def test_of_a_seat_that_two_share_only_the_part_of_the_person_asked_for_is_told():
    positions = {"a": {"holders": [{"person": "ada", "fte": 0.6}, {"person": "bo", "fte": 0.4}]}}
    resolver = resolver_of(people="ada bo", positions=positions)
    found = everywhere(resolver, "person:ada")
    assert found == Resolved(
        "person",
        "ada",
        seats=("a",),
        people=("ada",),
        shared=("a",),
        seat_count=1,
        hands=1,
    )
    assert resolver.holdings(found) == (Holding("ada", "a", 0.6),)


def test_a_person_without_a_seat_exists_and_a_name_without_person_or_seat_does_not():
    resolver = resolver_of(people={"ada": {"name": "Ada Park"}}, positions={"a": {}})
    assert everywhere(resolver, "person:ada") == Resolved("person", "ada", people=("ada",), hands=1)
    assert everywhere(resolver, "person:bo") == Resolved("person", "bo", exists=False)


def test_the_head_of_a_unit_is_told_under_the_name_of_the_unit():
    resolver = resolver_of(units={"core": {"head": "a"}}, positions={"a": {"holder": "Ada", "fte": 0.5}})
    found = everywhere(resolver, "unit:core", owner=True)
    assert found == Resolved("unit", "core", seats=("a",), people=("Ada",), seat_count=1, hands=1)
    assert resolver.holdings(found) == (Holding("Ada", "a", 0.5),)
    assert resolver.resolve_named(Instance("row"), "unit", "core") == Resolved("unit", "core", hands=1)


def test_a_seat_that_is_named_itself_is_told_with_its_holder_its_part_and_how_many_seats_it_is():
    positions = {"a": {"holder": "Ada", "fte": 0.5, "seats": 3}, "b": {"holder": "Bo", "until": "2020-01-01"}}
    resolver = resolver_of(positions=positions)
    found = everywhere(resolver, "position:a")
    assert found == Resolved("position", "a", seats=("a",), people=("Ada",), seat_count=3, hands=1)
    assert resolver.holdings(found) == (Holding("Ada", "a", 0.5),)
    assert everywhere(resolver, "position:b") == Resolved("position", "b")
    assert everywhere(resolver, "position:c") == Resolved("position", "c", exists=False)
    assert resolver.sole == {"a": "Ada"}


def test_people_who_share_seats_in_a_ring_are_one_hand():
    shares = [[("ada", 0.5), ("bo", 0.5)], [("bo", 0.5), ("cy", 0.5)], [("cy", 0.5), ("ada", 0.5)], [("dee", 1.0)]]
    positions = {
        f"p{number}": {"role": "pm", "holders": [{"person": person, "fte": part} for person, part in held]}
        for number, held in enumerate(shares)
    }
    found = everywhere(resolver_of(roles="pm", people="ada bo cy dee", positions=positions), "pm")
    assert (found.people, found.hands) == (("ada", "bo", "cy", "dee"), 2)


def test_a_seat_named_like_an_external_role_is_not_external():
    resolver = resolver_of(roles={"board": {"external": True}}, positions={"board": {}})
    assert not everywhere(resolver, "position:board").is_external


def test_one_holder_has_their_own_part_of_the_seat_else_that_of_the_seat():
    own, seats = [{"person": "Ada", "fte": 0.5}], [{"person": "Bo"}]
    resolver = resolver_of(positions={"a": {"fte": 1, "holders": own}, "b": {"fte": 0.8, "holders": seats}})
    found = [resolver.holdings(everywhere(resolver, f"position:{seat}")) for seat in "ab"]
    assert found == [(Holding("Ada", "a", 0.5),), (Holding("Bo", "b", 0.8),)]
    assert everywhere(resolver, "position:a").shared == ()


def test_lines_that_are_known_already_are_not_read_again():
    org = product()
    lines = read_lines(org, DAY)
    assert Resolver(org, DAY, lines).lines is lines


def test_letters_count_on_their_days():
    ended = {"who": "pm", "until": "2026-10-31"}
    resolver = Resolver(product(activities={"vision": {"assign": {"A": [ended, "cpo"]}}}), DAY)
    assert [cell.name for cell in resolver.letters("vision")] == ["cpo"]


def test_names_that_nothing_has_do_not_exist():
    resolver = Resolver(product(), DAY)
    names = ["wizard", "role:wizard", "position:x", "unit:x", "person:x"]
    assert [everywhere(resolver, name).exists for name in names] == [False] * 5


def test_an_external_role_needs_no_seat():
    resolver = resolver_of(roles={"customer": {"external": True}})
    found = everywhere(resolver, "customer")
    assert (found.is_external, found.exists, found.seats) == (True, True, ())


# -- from seat to person


def test_a_vacant_owner_has_a_seat_and_no_person():
    resolver = resolver_of(roles="pm", positions={"pm": seat("pm")})
    found = everywhere(resolver, "pm")
    assert (found.seats, found.people, found.vacant, found.is_all_vacant) == (("pm",), (), ("pm",), True)


def test_one_held_seat_is_enough_not_to_be_all_vacant():
    resolver = resolver_of(roles="pm", positions={"open": seat("pm"), "held": seat("pm", holder="Ada")})
    found = everywhere(resolver, "pm")
    assert (found.vacant, found.is_all_vacant, found.hands) == (("open",), False, 2)


def test_the_deputy_of_a_vacant_seat_is_told():
    resolver = resolver_of(roles="pm cpo", positions={"cpo": seat("cpo", deputy="pm"), "pm": seat("pm", holder="Li")})
    assert everywhere(resolver, "cpo").standing_in == (StandIn("cpo", "pm", ("Li",)),)


def test_a_deputy_may_be_a_person():
    resolver = resolver_of(roles="cpo", people={"li": {}}, positions={"cpo": seat("cpo", deputy="person:li")})
    assert everywhere(resolver, "cpo").standing_in == (StandIn("cpo", "person:li", ("li",)),)


def test_a_deputy_may_be_a_role_or_a_bare_name():
    resolver = resolver_of(
        roles="pm cpo cto",
        people={"li": {}},
        positions={"cpo": seat("cpo", deputy="pm"), "one": seat("pm", holder="Bo"), "cto": seat("cto", deputy="li")},
    )
    assert everywhere(resolver, "cpo").standing_in == (StandIn("cpo", "pm", ("Bo",)),)
    assert everywhere(resolver, "cto").standing_in == (StandIn("cto", "li", ("li",)),)


def standing_in(deputy, **sections):
    chief = seat("cpo", deputy=deputy)
    positions = {"chief": chief, **sections.pop("positions", {})}
    resolver = resolver_of(roles="cpo pm", positions=positions, **sections)
    return everywhere(resolver, "cpo").standing_in[0].people


def test_a_deputy_may_be_a_seat_that_is_named_like_no_role():
    assert standing_in("second", positions={"second": seat("pm", holder="Li")}) == ("Li",)


def test_a_deputy_may_be_a_person_who_only_holds_a_seat():
    seats = {"p1": seat("pm", holder="Li"), "p2": seat("pm", holder="Bo")}
    assert standing_in("person:Li", positions=seats) == ("Li",)
    assert standing_in("person:Max", positions=seats) == ()


def test_a_deputy_role_means_all_its_seats_in_force():
    seats = {"p1": seat("pm", holder="Li"), "p2": seat("pm", holder="Bo", until="2026-10-31"), "x": {"holder": "Cy"}}
    assert standing_in("role:pm", positions=seats) == ("Li",)


def test_a_deputy_seat_that_is_not_there_stands_for_nobody():
    gone = {"gone": seat("pm", holder="Li", until="2026-10-31")}
    assert standing_in("gone", positions=gone) == ()
    assert standing_in("position:nowhere") == ()
    assert standing_in("unit:nowhere") == ()


def test_a_vacant_deputy_stands_for_nobody():
    resolver = resolver_of(roles="pm cpo", positions={"cpo": seat("cpo", deputy="pm"), "pm": seat("pm")})
    assert everywhere(resolver, "cpo").standing_in == (StandIn("cpo", "pm", ()),)


def test_the_deputy_of_a_held_seat_does_not_stand_in():
    resolver = resolver_of(
        roles="pm cpo", positions={"cpo": seat("cpo", deputy="pm", holder="Ada"), "pm": seat("pm", holder="Li")}
    )
    assert everywhere(resolver, "cpo").standing_in == ()


def test_holders_count_on_their_days():
    holders = [{"person": "Old", "until": "2026-10-31"}, {"person": "New", "from": "2026-11-01"}]
    resolver = resolver_of(roles="pm", positions={"pm": seat("pm", holders=holders)})
    assert everywhere(resolver, "pm").people == ("New",)


def test_a_job_share_is_one_seat_with_two_people():
    holders = [{"person": "Ada", "fte": 0.6}, {"person": "Bo", "fte": 0.4}]
    resolver = resolver_of(roles="pm", positions={"pm": seat("pm", holders=holders)})
    found = everywhere(resolver, "pm")
    assert (found.seat_count, found.people, found.hands) == (1, ("Ada", "Bo"), 1)
    assert found.is_job_share


def test_a_job_share_may_add_up_to_more_than_one_whole():
    holders = [{"person": "Ada", "fte": 0.65}, {"person": "Bo", "fte": 0.6}]
    resolver = resolver_of(roles="pm", positions={"pm": seat("pm", holders=holders)})
    assert everywhere(resolver, "pm").is_job_share


def test_a_whole_and_a_little_more_are_a_job_share():
    holders = [{"person": "Ada", "fte": 1}, {"person": "Bo", "fte": 0.05}]
    resolver = resolver_of(roles="pm", positions={"pm": seat("pm", holders=holders)})
    assert everywhere(resolver, "pm").is_job_share


def test_two_whole_holders_of_one_seat_are_no_job_share():
    resolver = resolver_of(
        roles="pm cpo",
        positions={
            "pm": seat("pm", holders=[{"person": "Ada", "fte": 1}, {"person": "Bo", "fte": 1}]),
            "cpo": seat("cpo", holders=["Li", "Max"]),
        },
    )
    assert [everywhere(resolver, role).is_job_share for role in ("pm", "cpo")] == [False, False]
    assert [everywhere(resolver, role).hands for role in ("pm", "cpo")] == [2, 2]


def test_entries_of_one_id_that_agree_are_a_job_share():
    holders = [{"person": "Ada", "fte": 1}, {"person": "Bo", "fte": 1}]
    resolver = resolver_of(
        roles="pm",
        positions={"pm": seat("pm", holders=holders)},
        repeats={"pm": [seat("pm", holder="Bo")]},
    )
    assert everywhere(resolver, "pm").is_job_share


def test_one_person_in_two_seats_is_one_hand():
    resolver = resolver_of(roles="pm", positions={"a": seat("pm", holder="Ada"), "b": seat("pm", holder="Ada")})
    found = everywhere(resolver, "pm")
    assert (found.seats, found.people, found.seat_count, found.hands) == (("a", "b"), ("Ada",), 2, 1)


def test_equal_names_in_table_rows_are_two_people():
    resolver = resolver_of(
        roles="pm",
        positions={"a": seat("pm", holder="J Smith"), "b": seat("pm", holder="J Smith")},
        row_people=frozenset({"a", "b"}),
    )
    found = everywhere(resolver, "pm")
    assert found.hands == 2
    assert [resolver.holders.person_name(key) for key in found.people] == ["J Smith", "J Smith"]
    assert everywhere(resolver, "person:J Smith").hands == 2


def test_undisclosed_holders_are_neither_vacant_nor_one_person():
    resolver = resolver_of(roles="pm", positions={"a": seat("pm", status="filled"), "b": seat("pm", status="filled")})
    found = everywhere(resolver, "pm")
    assert (found.vacant, found.undisclosed, found.people, found.hands) == ((), ("a", "b"), (), 2)


def test_an_undisclosed_holder_beside_a_named_one_is_a_hand_of_its_own_unless_they_share():
    whole = [{"person": "Ada"}, {}]
    parts = [{"person": "Ada", "fte": 0.5}, {"fte": 0.5}]
    resolver = resolver_of(
        roles="pm cpo", positions={"pm": seat("pm", holders=whole), "cpo": seat("cpo", holders=parts)}
    )
    assert [everywhere(resolver, role).hands for role in ("pm", "cpo")] == [2, 1]
    assert [everywhere(resolver, role).is_job_share for role in ("pm", "cpo")] == [False, True]


def test_shares_that_lead_to_one_person_are_one_hand():
    resolver = resolver_of(
        roles="pm",
        positions={
            "a": seat("pm", holders=[{"person": "Ada", "fte": 0.5}, {"person": "Bo", "fte": 0.5}]),
            "b": seat("pm", holders=[{"person": "Bo", "fte": 0.5}, {"person": "Cy", "fte": 0.5}]),
        },
    )
    assert everywhere(resolver, "pm").hands == 1


def test_a_seat_declared_filled_whose_holders_have_left_is_undisclosed():
    left = [{"person": "Old", "until": "2026-10-31"}]
    resolver = resolver_of(roles="pm", positions={"pm": seat("pm", status="filled", holders=left)})
    found = everywhere(resolver, "pm")
    assert (found.vacant, found.undisclosed) == ((), ("pm",))


def test_a_planned_seat_with_a_holder_is_not_vacant():
    org = organisation(positions={"soon": {"from": "2027-01-01", "holders": ["Ada"]}})
    assert Resolver(org, DAY).holders.state("soon") == SeatState((Holding("Ada", "soon"),))


def test_each_undisclosed_holder_beside_named_ones_is_a_hand():
    two = [{"person": "Ada"}, {}]
    resolver = resolver_of(roles="pm", positions={"a": seat("pm", holders=two), "b": seat("pm", holders=two)})
    assert everywhere(resolver, "pm").hands == 3


def test_three_who_share_a_seat_are_one_hand():
    thirds = [{"person": name, "fte": 0.3} for name in ("Ada", "Bo", "Cy")]
    resolver = resolver_of(roles="pm", positions={"a": seat("pm", holders=thirds)})
    assert everywhere(resolver, "pm").hands == 1


def test_six_like_seats_count_as_six():
    resolver = resolver_of(roles="pm", positions={"pms": seat("pm", seats=6)})
    found = everywhere(resolver, "pm")
    assert (found.seat_count, found.hands) == (6, 6)


def test_the_letter_of_a_cell_decides_whether_a_unit_means_its_head():
    resolver = Resolver(product(activities={"vision": {"assign": {"A": "unit:search", "I": "unit:search"}}}), DAY)
    (instance,) = resolver.instances("vision")
    found = [resolver.resolve_cell(instance, cell).seats for cell in resolver.letters("vision")]
    assert list(resolver.row("vision").cells) == resolver.letters("vision")
    assert found == [("dir-search",), ()]


def test_a_clean_row_can_be_empty_single_and_double_on_seats():
    resolver = Resolver(product(activities={"backlog": {"per": "squad", "assign": {"A": "pm"}}}), DAY)
    (cell,) = resolver.letters("backlog")
    found = {instance.unit: resolver.resolve_cell(instance, cell).seats for instance in resolver.instances("backlog")}
    assert found == {
        "checkout": ("pm-checkout-1", "pm-checkout-2"),
        "fraud": ("pm-payments",),
        "ranking": ("pm-ranking",),
        "onboarding": ("pm-onboarding",),
    }


def test_equal_questions_share_one_answer():
    resolver = Resolver(product(), DAY)
    assert everywhere(resolver, "pm") is resolver.resolve(Instance("other"), "pm")
    assert resolver.resolve(Instance("x", unit="search"), "cpo") is everywhere(resolver, "cpo")


PRINT_ALL = """
from drawing_board import DAY, product
from orgmodel.graph.resolution import Instance, Resolver
from orgmodel.graph.network import as_networkx
org = product(positions={"extra": {"role": "pm", "unit": "fraud", "also_in": ["search", "growth"], "deputy": "cpo"}},
              activities={"b": {"per": "squad", "assign": {"A": "pm", "R": ["pm", "director"], "I": "unit:search"}}})
resolver = Resolver(org, DAY)
for instance in resolver.instances("b"):
    for cell in resolver.letters("b"):
        print(instance, cell, resolver.resolve_cell(instance, cell))
graph = as_networkx(org, DAY)
print(list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)))
"""


def test_five_hash_seeds_give_equal_answers():
    answers = {
        subprocess.run(
            [sys.executable, "-c", PRINT_ALL],
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in range(5)
    }
    assert len(answers) == 1
    assert "dir-search" in answers.pop()


# -- a role in many places at once


def test_in_many_places_a_role_means_what_it_means_in_each():
    teams = {"shop": {}, "pay": {"parent": "shop", "kind": "team"}, "find": {"parent": "shop", "kind": "team"}}
    positions = {
        "head": seat("lead", unit="shop"),
        "p1": seat("pm", unit="pay", reports_to="head"),
        "p2": seat("pm", unit="pay", reports_to="head"),
        "d1": seat("dev", unit="find", reports_to="head"),
        "d2": seat("dev", reports_to="p1"),
    }
    for per in ("team", "role:dev"):
        resolver = resolver_of(
            roles="lead pm dev", units=teams, positions=positions, activities={"row": {"per": per, "assign": {}}}
        )
        places = resolver.instances("row")
        assert len(places) == 2
        for role in ("lead", "pm", "dev", "nobody"):
            found = resolver.in_places(places, role)
            assert found == [resolver.resolve_named(place, "role", role) for place in places]


def test_places_in_which_a_role_means_the_same_seats_share_one_answer():
    resolver = resolver_of(
        roles="lead",
        units={"shop": {}, "pay": {"parent": "shop"}, "find": {"parent": "shop"}},
        positions={"head": seat("lead", unit="shop")},
    )
    first, other = resolver.in_places([Instance("row", unit="pay"), Instance("row", unit="find")], "lead")
    assert first.seats == ("head",)
    assert first is other
    assert resolver.in_places([], "lead") == []


def test_a_role_that_counts_as_another_is_meant_in_many_places_but_where_a_row_names_it():
    resolver = resolver_of(
        roles={"pm": {}, "senior": {"counts_as": "pm"}},
        units={"pay": {"kind": "team"}},
        positions={"s1": seat("senior", unit="pay")},
        activities={
            "one": {"per": "team", "assign": {"A": "pm"}},
            "two": {"per": "team", "assign": {"A": "pm", "C": "senior"}},
        },
    )
    seats = [resolver.in_places(resolver.instances(row), "pm")[0].seats for row in ("one", "two")]
    assert seats == [("s1",), ()]


def test_the_members_of_a_unit_are_its_seats_those_below_its_guests_and_its_heads_each_once():
    resolver = resolver_of(
        roles="pm",
        units={"shop": {"head": "boss"}, "pay": {"parent": "shop", "head": "p1"}},
        positions={
            "boss": seat("pm"),
            "p1": seat("pm", unit="pay"),
            "guest": seat("pm", also_in="shop"),
            "other": seat("pm"),
        },
    )
    assert resolver.seating.members("shop") == ("boss", "p1", "guest")
    assert resolver.seating.members("pay") == ("p1",)
