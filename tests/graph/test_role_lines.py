"""Design 3.6: tops are counted over positions, else over roles that have a line up or down."""

from __future__ import annotations

from drawing_board import DAY, LADDER, organisation

from orgmodel.graph.hierarchy import SELF, TOP, UNRESOLVED
from orgmodel.graph.role_lines import role_lines


def test_roles_with_a_line_up_or_down_are_placed():
    lines = role_lines(organisation(roles=LADDER))
    assert lines.ids == ["cpo", "director", "pm"]
    assert list(lines.parent) == [TOP, 0, 1]
    assert lines.hierarchy.tops == [0]


def test_a_role_with_neither_is_unplaced_and_not_a_top():
    lines = role_lines(organisation(roles=LADDER | {"writer": {}, "alone": {"reports_to": []}}))
    assert lines.unplaced == ("writer", "alone")
    assert len(lines.hierarchy.tops) == 1


def test_a_role_above_that_does_not_exist_is_unresolved():
    lines = role_lines(organisation(roles={"pm": {"reports_to": "nobody"}}))
    assert list(lines.parent) == [UNRESOLVED]
    assert lines.unresolved == {0: "nobody"}


def test_a_role_that_reports_to_itself_is_no_top():
    assert list(role_lines(organisation(roles={"pm": {"reports_to": "pm"}})).parent) == [SELF]


def test_roles_in_a_ring_are_a_loop():
    roles = {"a": {"reports_to": "b"}, "b": {"reports_to": "a"}}
    assert role_lines(organisation(roles=roles)).hierarchy.loops == [(0, 1)]


def test_a_second_line_of_a_role_is_a_further_line():
    roles = LADDER | {"lead": {"reports_to": ["director", "cpo"]}}
    assert role_lines(organisation(roles=roles)).extra == [(3, 0)]


def test_silent_library_roles_are_passed_over():
    lines = role_lines(organisation(roles=LADDER, silent=frozenset({"role:director"})))
    assert lines.ids == ["cpo", "pm"]
    assert list(lines.parent) == [TOP, 0]


def test_a_line_to_silent_roles_only_is_no_line():
    lines = role_lines(organisation(roles=LADDER, silent=frozenset({"role:director", "role:cpo"})))
    assert lines.unplaced == ("pm",)


def test_silent_roles_in_a_ring_lead_to_one_that_is_not_placed():
    roles = {"pm": {"reports_to": "a"}, "a": {"reports_to": "b"}, "b": {"reports_to": "a"}}
    lines = role_lines(organisation(roles=roles, silent=frozenset({"role:a", "role:b"})))
    assert lines.unresolved == {0: "a"}


def test_lines_of_roles_have_dates():
    roles = {"a": {}, "b": {"reports_to": {"to": "a", "until": "2020-01-01"}}}
    org = organisation(roles=roles)
    assert role_lines(org).ids == ["a", "b"]
    assert role_lines(org, DAY).unplaced == ("a", "b")
