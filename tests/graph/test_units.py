"""The tree of units."""

from __future__ import annotations

from drawing_board import TEAMS, organisation

from orgmodel.graph.hierarchy import SELF, TOP, UNRESOLVED
from orgmodel.graph.units import UnitTree


def test_a_unit_lies_within_itself_and_those_above_it():
    tree = UnitTree(organisation(units=TEAMS))
    assert tree.is_within("ranking", "ranking")
    assert tree.is_within("ranking", "search")
    assert tree.is_within("ranking", "product")
    assert not tree.is_within("ranking", "growth")
    assert not tree.is_within("search", "ranking")


def test_distance_counts_steps_up():
    tree = UnitTree(organisation(units=TEAMS))
    assert [tree.distance("ranking", above) for above in ("ranking", "search", "product", "growth")] == [0, 1, 2, None]


def test_ancestors_come_nearest_first_and_descendants_top_down():
    tree = UnitTree(organisation(units=TEAMS))
    assert tree.ancestors("fraud") == ["payments", "product"]
    assert tree.descendants("payments") == ["checkout", "fraud"]
    assert list(tree.upward("search")) == ["search", "product"]
    assert list(tree.downward("search")) == ["search", "ranking"]


def test_units_in_a_ring_are_a_loop_and_do_not_hang():
    tree = UnitTree(organisation(units={"a": {"parent": "b"}, "b": {"parent": "a"}, "c": {"parent": "b"}}))
    assert tree.hierarchy.loops == [(0, 1)]
    assert tree.ancestors("c") == ["b", "a"]


def test_a_parent_that_does_not_exist_is_unresolved():
    tree = UnitTree(organisation(units={"a": {"parent": "x"}, "b": {"parent": "b"}, "c": {}}))
    assert tree.parent == [UNRESOLVED, SELF, TOP]
    assert tree.unresolved == {0: "x"}


def test_a_unit_that_does_not_exist_lies_within_itself_alone():
    tree = UnitTree(organisation(units=TEAMS))
    assert tree.ancestors("nowhere") == []
    assert tree.descendants("nowhere") == []
    assert tree.is_within("nowhere", "nowhere")
    assert not tree.is_within("nowhere", "product")


def test_totals_are_those_of_a_unit_and_of_all_below_it():
    tree = UnitTree(organisation(units=TEAMS))
    totals = tree.totals(dict.fromkeys(TEAMS, 1))
    assert totals == {unit: len(list(tree.downward(unit))) for unit in TEAMS}


def test_a_unit_without_a_number_of_its_own_adds_nothing():
    tree = UnitTree(organisation(units=TEAMS))
    totals = tree.totals({"ranking": 2})
    assert (totals["product"], totals["search"], totals["ranking"], totals["growth"]) == (2, 2, 2, 0)


def test_totals_in_a_loop_count_each_unit_once_at_its_cut():
    tree = UnitTree(organisation(units={"a": {"parent": "b"}, "b": {"parent": "a"}}))
    assert tree.totals({"a": 1, "b": 2, "nowhere": 4}) == {"a": 3, "b": 2}
