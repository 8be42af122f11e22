"""Where somebody stands, held against plain answers on small hierarchies made by chance."""

from __future__ import annotations

from random import Random

import pytest

from orgmodel.graph.hierarchy import TOP, Hierarchy, build_hierarchy
from orgmodel.rules.authority.standing import Joined, Standing

SEEDS = pytest.mark.parametrize("seed", range(40))


def tree(random: Random, size: int) -> Hierarchy:
    return build_hierarchy(
        [TOP if node < 2 or random.random() < 0.1 else random.randrange(node) for node in range(size)]
    )


def chain(hierarchy: Hierarchy, node: int) -> list[int]:
    """The node and everybody above it, nearest first."""
    found = [node]
    while hierarchy.parent[found[-1]] >= 0:
        found.append(hierarchy.parent[found[-1]])
    return found


def standings(random: Random, hierarchy: Hierarchy) -> list[tuple[Standing, set[int]]]:
    size = len(hierarchy)
    sets = [set(random.sample(range(size), random.randrange(1, size))) for _ in range(3)]
    alone = [(Standing(hierarchy, members), members) for members in sets]
    joined = Joined(hierarchy, (alone[0][0], alone[1][0]))
    return [*alone, (joined, sets[0] | sets[1])]


@SEEDS
def test_the_nearest_above_is_the_first_member_on_the_line_upward(seed: int) -> None:
    random = Random(seed)
    hierarchy = tree(random, 14)
    for standing, members in standings(random, hierarchy):
        for node in range(14):
            upward = chain(hierarchy, node)
            assert standing.above(node, itself=True) == next((one for one in upward if one in members), None)
            assert standing.above(node) == next((one for one in upward[1:] if one in members), None)


@SEEDS
def test_below_are_the_members_in_whose_line_a_node_is_and_beside_all_others(seed: int) -> None:
    random = Random(seed)
    hierarchy = tree(random, 14)
    for standing, members in standings(random, hierarchy):
        for node in range(14):
            below = {one for one in members if node in chain(hierarchy, one)}
            assert set(standing.below(node)) == below
            assert list(standing.below(node)) == sorted(below, key=hierarchy.rank.__getitem__)
            assert set(standing.beside(node)) == members - below


@SEEDS
def test_members_stand_once_and_top_down(seed: int) -> None:
    random = Random(seed)
    hierarchy = tree(random, 14)
    for standing, members in standings(random, hierarchy):
        in_order = sorted(members, key=hierarchy.rank.__getitem__)
        assert list(standing.members) == in_order
        assert (standing.first, standing.last) == (in_order[0], in_order[-1])
        assert [node in standing for node in range(14)] == [node in members for node in range(14)]


def test_a_standing_is_its_own_part_and_nobody_is_as_long_as_nothing() -> None:
    hierarchy = build_hierarchy([TOP, 0, 0])
    one, other = Standing(hierarchy, [1, 1]), Standing(hierarchy, [2])
    both = Joined(hierarchy, (one, other))
    assert (one.parts, len(one), both.parts, len(both)) == ((one,), 1, (one, other), 2)
    assert not Standing(hierarchy, [])
