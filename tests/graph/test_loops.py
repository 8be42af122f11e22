"""Loops among names: one for each set of names that reach each other."""

from __future__ import annotations

from orgmodel.graph.loops import named_rings


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
