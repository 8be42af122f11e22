"""The way between two roles."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Model
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.analysis.path import find_path
from orgmodel.analysis.path_records import Climb, Person, Step
from orgmodel.analysis.role_records import Marks
from orgmodel.errors import UsageError
from orgmodel.model.organization import Organization
from orgmodel.model.roles import Role

DAY = date(2026, 11, 1)
LADDER = """\
roles:
  a: {promotes_to: [b, c], skills: {x: 2, y: 5}, certifications: [One]}
  b: {promotes_to: d, skills: {x: 4}}
  c: {promotes_to: [d, e], skills: {x: 3}}
  d: {skills: {x: 5, z: 3}, certifications: [One, Two]}
  e: {promotes_to: d}
  f: {title: Off}
"""


def ids(way: tuple[object, ...]) -> str:
    return "".join(role.id for role in way)  # type: ignore[attr-defined]


def step_of(climb: Climb) -> Step:
    (step,) = climb.steps
    return step


def test_the_shortest_way_is_taken_and_the_others_are_named(model: Model) -> None:
    climb = find_path(model(LADDER), DAY, "a", "d")
    assert ids(climb.way) == "abd"
    assert [ids(way) for way in climb.others] == ["acd", "aced"]
    assert not climb.has_more


def test_where_no_way_leads_the_exits_are_told(model: Model) -> None:
    climb = find_path(model(LADDER), DAY, "b", "c")
    assert climb.way == ()
    assert climb.exits is not None
    assert (ids(climb.exits.onward), ids(climb.exits.into), ids(climb.exits.reachable)) == ("d", "a", "d")
    assert not climb.exits.is_open_backward
    assert climb.whole is not None


def test_a_way_that_is_open_backward_says_so(model: Model) -> None:
    exits = find_path(model(LADDER), DAY, "d", "a").exits
    assert exits is not None
    assert exits.is_open_backward


def test_a_ring_of_promotions_ends(model: Model) -> None:
    text = "roles: {a: {promotes_to: [a, b]}, b: {promotes_to: [a, c]}, c: {promotes_to: b}}\n"
    climb = find_path(model(text), DAY, "a", "c")
    assert (ids(climb.way), climb.others, climb.has_more) == ("abc", (), False)


def test_a_promotion_to_a_role_that_does_not_exist_is_no_way(model: Model) -> None:
    climb = find_path(model("roles: {a: {promotes_to: x}, b: }\n"), DAY, "a", "b")
    assert climb.exits is not None
    assert climb.exits.onward == ()


def test_a_way_passes_over_library_roles_that_nothing_names(model: Model) -> None:
    organization = model('include: ["library:product-management"]\nroles: {pm: , director: }\n')
    assert ids(find_path(organization, DAY, "pm", "director").way) == "pmdirector"


def test_in_a_dense_net_the_search_for_other_ways_ends(model: Model) -> None:
    names = [f"r{i}" for i in range(60)]
    roles = {name: Role(promotes_to=tuple(names[i + 1 :])) for i, name in enumerate(names)}
    climb = find_path(Organization(roles=roles), DAY, "r0", "r59")
    assert len(climb.way) == 2
    assert len(climb.others) == 5
    assert climb.has_more


def test_skills_are_new_deeper_or_asked_for_less(model: Model) -> None:
    step = step_of(find_path(model(LADDER), DAY, "c", "d"))
    assert [(one.skill, one.gap) for one in step.new_skills] == [("z", 3)]
    assert [(one.skill, one.gap) for one in step.deeper_skills] == [("x", 2)]
    assert step.skill_gap == 5
    eased = step_of(find_path(model(LADDER), DAY, "a", "b")).eased_skills
    assert [(one.skill, one.before, one.after) for one in eased] == [("y", 5, None)]


def test_rows_are_gained_given_up_changed_or_kept(model: Model) -> None:
    rows = (
        "activities: {up: {assign: {A: b}}, down: {assign: {A: a}}, both: {assign: {A: b, R: a}},"
        " same: {assign: {R: [a, b]}}, none: {assign: {A: c}}}\n"
    )
    step = step_of(find_path(model(LADDER + rows), DAY, "a", "b"))
    assert [one.row.activity.id for one in step.gained] == ["up"]
    assert [one.row.activity.id for one in step.given_up] == ["down"]
    assert [(one.row.activity.id, one.before[0].letter, one.after[0].letter) for one in step.changed] == [
        ("both", "R", "A")
    ]
    assert step.kept == 1


def test_the_plan_grows_what_earlier_rungs_need_first_and_asks_for_nothing_twice(model: Model) -> None:
    climb = find_path(model(LADDER), DAY, "a", "d")
    assert [(ids((stage.rung,)), [(s.skill, s.before, s.after) for s in stage.skills]) for stage in climb.plan] == [
        ("b", [("x", 2, 4)]),
        ("d", [("z", None, 3), ("x", 4, 5)]),
    ]
    assert [stage.certifications for stage in climb.plan] == [(), ("Two",)]


def test_readiness_is_met_over_required(model: Model) -> None:
    person = Person("file", "Kim", {"x": 4, "juggling": 7})
    climb = find_path(model(LADDER), DAY, "a", "d", person)
    assert [(one.met, one.required, one.ratio, one.gap) for one in climb.readiness] == [(1, 1, 1.0, 0), (0, 2, 0.0, 4)]
    assert climb.person.unused == ("juggling",)
    assert [stage.certifications for stage in climb.plan] == [(), ("One", "Two")]


def test_a_rung_without_skills_has_no_readiness(model: Model) -> None:
    (rung,) = find_path(model("roles: {a: {promotes_to: b}, b: }\n"), DAY, "a", "b").readiness
    assert (rung.required, rung.ratio) == (0, None)


def test_scope_counts_seats_below_and_numbers_among_the_fields(model: Model) -> None:
    text = """\
roles:
  pm: {promotes_to: lead, fields: {products: 1, site: Bern}}
  lead: {fields: {products: 4, budget: 250000.5}}
positions:
  lead-1: {role: lead, reports_to: ~}
  lead-2: {role: lead, reports_to: lead-1}
  pm-1: {role: pm, reports_to: lead-2, seats: 3}
  gone: {role: pm, reports_to: lead-1, until: 2026-01-01}
  soon: {role: pm, reports_to: lead-1, from: 2027-01-01}
activities: {a: {assign: {A: lead}}}
"""
    lines = {(one.measure, one.name): one for one in step_of(find_path(model(text), DAY, "pm", "lead")).scope}
    assert list(lines) == [
        ("rows owned", ""),
        ("direct reports", ""),
        ("seats below", ""),
        ("field", "products"),
        ("field", "budget"),
    ]
    reports, below = lines["direct reports", ""].after, lines["seats below", ""].after
    assert reports is not None
    assert (reports.low, reports.high, reports.mean) == (1, 3, 2)
    assert below is not None
    assert (below.low, below.high) == (3, 4)
    assert lines["field", "products"].factor == 4
    assert lines["field", "budget"].before is None


def test_without_seats_scope_counts_the_roles_below(model: Model) -> None:
    text = "roles: {pm: {promotes_to: lead, reports_to: lead}, lead: , dev: {reports_to: lead}}\n"
    (line,) = step_of(find_path(model(text), DAY, "pm", "lead")).scope
    assert (line.measure, line.after and line.after.mean) == ("roles below", 2)


def test_one_role_twice_is_refused(model: Model) -> None:
    with pytest.raises(UsageError, match=r'^"f" and "off" are one role; path wants two$'):
        find_path(model(LADDER), DAY, "f", "off")


PROMOTIONS = st.lists(st.lists(st.integers(0, 6), max_size=4), min_size=7, max_size=7)


@given(PROMOTIONS, st.integers(0, 6), st.integers(0, 6))
@settings(max_examples=150, deadline=None)
def test_the_way_is_the_shortest_of_all_and_each_of_its_steps_is_written(
    ups: list[list[int]], start: int, goal: int
) -> None:
    import networkx

    roles = {f"r{i}": Role(promotes_to=tuple(f"r{j}" for j in up)) for i, up in enumerate(ups)}
    if start == goal:
        return
    climb = find_path(Organization(roles=roles), DAY, f"r{start}", f"r{goal}")
    graph = networkx.DiGraph([(name, up) for name, role in roles.items() for up in role.promotes_to])
    graph.add_nodes_from(roles)
    if not networkx.has_path(graph, f"r{start}", f"r{goal}"):
        assert climb.exits is not None
        return
    ways = sorted(networkx.all_simple_paths(graph, f"r{start}", f"r{goal}"), key=len)
    found = [[role.id for role in way] for way in (climb.way, *climb.others)]
    assert len(found[0]) == len(ways[0])
    assert all(way in ways for way in found)
    assert [len(way) for way in found] == [len(way) for way in ways[: len(found)]]
    assert len(found) == min(len(ways), 6)
    assert climb.has_more == (len(ways) > 6)


COUNTED = """\
roles:
  pm: {title: PM, promotes_to: senior}
  senior: {title: Senior, counts_as: pm, promotes_to: principal}
  principal: {counts_as: senior}
activities:
  rank: {assign: {A: pm, R: pm}}
  write: {assign: {A: boss, R: pm}}
  coach: {assign: {A: boss, R: senior, C: pm}}
  plan: {assign: {A: pm, R: boss, C: senior}}
  portfolio: {assign: {A: boss, R: senior}}
"""


def test_a_rung_that_counts_as_the_one_below_keeps_its_rows(model: Model) -> None:
    step = step_of(find_path(model(COUNTED), DAY, "pm", "senior"))
    assert ([one.row.activity.id for one in step.gained], step.given_up, step.kept) == (["portfolio"], (), 2)
    changed = [(one.row.activity.id, letters(one.before), letters(one.after)) for one in step.changed]
    assert changed == [("coach", "C", "R"), ("plan", "A", "C")]
    assert [(one.role.id, one.counted_as.id, one.rows) for one in step.counted] == [("senior", "pm", 2)]


def test_a_rung_counts_over_another_as_the_nearest_that_a_row_names(model: Model) -> None:
    climb = find_path(model(COUNTED), DAY, "pm", "principal")
    assert climb.whole is not None
    assert [(one.role.id, one.counted_as.id, one.rows) for one in climb.whole.counted] == [
        ("principal", "pm", 2),
        ("principal", "senior", 3),
    ]
    assert [role.id for role in climb.goal.counts_as] == ["senior", "pm"]


def letters(marks: Marks) -> str:
    return "".join(mark.letter for mark in marks)
