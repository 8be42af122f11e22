"""Loops among names: one for each set of names that reach each other."""

from __future__ import annotations

from orgmodel.graph.loops import named_rings, steps_that_lead_on


def test_a_ring_of_names_starts_at_the_name_that_was_met_first():
    assert list(named_rings([("b", "c"), ("c", "a"), ("a", "b")])) == [(("b", "c", "a"), ("b", "c", "a"))]


def test_the_shortest_ring_comes_before_the_other_members():
    steps = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "b"), ("a", "c")]
    assert list(named_rings(steps)) == [(("a", "c"), ("a", "c", "b"))]


def test_two_rings_apart_are_two():
    steps = iter([("a", "b"), ("b", "a"), ("b", "x"), ("x", "y"), ("y", "x")])
    assert list(named_rings(steps)) == [(("a", "b"), ("a", "b")), (("x", "y"), ("x", "y"))]


def test_a_step_of_a_name_to_itself_makes_no_ring():
    assert list(named_rings([("a", "a"), ("a", "b")])) == []


def test_a_step_that_leads_nowhere_still_says_which_name_was_met_first():
    steps = [("b", "nowhere"), ("a", "b"), ("b", "a")]
    assert list(named_rings(steps)) == [(("b", "a"), ("b", "a"))]


def test_steps_to_where_none_begins_are_left_out_again_and_again():
    ring = [("a", "b"), ("b", "a")]
    assert steps_that_lead_on([*ring, ("a", "x"), ("a", "y"), ("x", "z")]) == ring
    assert steps_that_lead_on([("a", "b"), ("b", "c")]) == []
    assert steps_that_lead_on([]) == []
