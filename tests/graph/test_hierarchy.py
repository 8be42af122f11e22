"""The arrays against what a slow and simple reading of the same lines says."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence

import networkx as nx
import pytest

from orgmodel.graph.hierarchy import (
    AMBIGUOUS,
    LOOP,
    MISSING,
    NOT_YET,
    SELF,
    TOP,
    UNRESOLVED,
    Group,
    build_hierarchy,
)

#       0
#     / | \
#    1  2  3
#   / \     \
#  4   5     6
TREE = [TOP, 0, 0, 0, 1, 1, 3]


def test_reports_come_in_index_order():
    assert list(build_hierarchy(TREE).children(0)) == [1, 2, 3]


def test_a_span_counts_direct_reports_only():
    assert [build_hierarchy(TREE).span(node) for node in range(7)] == [3, 2, 0, 1, 0, 0, 0]


def test_the_spans_of_all_are_those_of_each():
    hierarchy = build_hierarchy([TOP, 0, 0, 1, 1, 1, TOP])
    assert list(hierarchy.spans()) == [2, 3, 0, 0, 0, 0, 0]
    assert list(hierarchy.spans()) == [hierarchy.span(node) for node in range(7)]


def test_the_order_is_top_down_and_depth_first():
    assert list(build_hierarchy(TREE).order) == [0, 1, 4, 5, 2, 3, 6]


def test_what_hangs_below_tops_comes_first_in_the_order():
    assert list(build_hierarchy([SELF, 0, TOP, 2]).order) == [2, 3, 0, 1]


def test_a_top_is_layer_one():
    assert list(build_hierarchy(TREE).depth) == [1, 2, 2, 2, 3, 3, 3]


def test_a_subtree_counts_its_head():
    assert list(build_hierarchy(TREE).subtree) == [7, 3, 1, 2, 1, 1, 1]


def test_below_gives_everybody_under_a_node():
    assert list(build_hierarchy(TREE).below(1)) == [4, 5]


def test_the_chain_goes_up_nearest_first():
    assert build_hierarchy(TREE).chain(6) == [3, 0]


def test_the_chain_out_of_a_loop_stops():
    assert build_hierarchy([1, 2, 0, 0]).chain(3) == [0, 1, 2]


def test_only_top_counts_as_a_top():
    causes = [TOP, UNRESOLVED, SELF, MISSING, AMBIGUOUS, NOT_YET, TOP]
    assert build_hierarchy(causes).tops == [0, 6]


def test_a_ring_is_told_from_its_smallest_member_upward():
    # 3 reports to 1, 1 to 2, 2 to 3; 0 hangs below 3
    assert build_hierarchy([3, 2, 3, 1]).loops == [(1, 2, 3)]


def test_two_rings_are_two_loops():
    assert build_hierarchy([1, 0, 3, 2]).loops == [(0, 1), (2, 3)]


def test_a_further_line_can_close_a_loop():
    assert build_hierarchy([TOP, 0, 1], [(0, 2)]).loops == [(0, 2, 1)]


def test_rings_that_share_a_member_are_one_loop_with_the_shortest_ring_first():
    hierarchy = build_hierarchy([TOP, 0, 1, 2], [(0, 3), (0, 1)])
    assert hierarchy.rings == [(0, 1)]
    assert hierarchy.loops == [(0, 1, 2, 3)]


def test_a_ring_closed_by_further_lines_alone_is_found():
    assert build_hierarchy([TOP, 0, 0], [(1, 2), (2, 1)]).loops == [(1, 2)]


def test_a_report_to_oneself_is_no_loop():
    assert build_hierarchy([SELF, 0], [(1, 1)]).loops == []


def test_a_ring_is_cut_at_its_smallest_member():
    hierarchy = build_hierarchy([3, 2, 3, 1])
    assert list(hierarchy.cut_parent) == [3, LOOP, 3, 1]
    assert list(hierarchy.parent) == [3, 2, 3, 1]


def test_a_ring_keeps_its_spans():
    assert [build_hierarchy([1, 2, 0, 0]).span(node) for node in range(4)] == [2, 1, 1, 0]


def test_groups_name_their_cause_head_and_members():
    hierarchy = build_hierarchy([TOP, 0, UNRESOLVED, 2, 5, 4, 5])
    groups = [Group(group.cause, group.heads, list(group.members)) for group in hierarchy.groups()]
    assert groups == [Group(UNRESOLVED, (2,), [2, 3]), Group(LOOP, (4, 5), [4, 5, 6])]
    assert hierarchy.unreachable == [2, 3, 4, 5, 6]


def test_a_further_line_from_below_a_top_reaches_a_cut_off_group():
    hierarchy = build_hierarchy([TOP, 0, SELF, 2], [(2, 1)])
    assert list(hierarchy.unreachable) == []
    assert list(hierarchy.groups()) == []


def test_a_cut_off_group_counts_layers_from_its_head():
    assert list(build_hierarchy([SELF, 0, 1]).depth) == [1, 2, 3]


def test_components_are_joined_by_further_lines():
    assert build_hierarchy([TOP, 0, SELF, TOP]).components == 3
    assert build_hierarchy([TOP, 0, SELF, TOP], [(2, 1), (1, 2)]).components == 2


def test_the_posts_of_a_loop_count_as_one_on_the_longest_chain():
    # 0 -> 1 -> 2 -> 0 is a ring, 3 below 2, 4 below 3
    assert build_hierarchy([1, 2, 0, 2, 3]).longest_chain == 3


def test_a_loop_below_two_posts_hangs_on_the_longer_way():
    # 0 above 1 above 2; 3 below 0 and 4 below 2 report to each other by further lines; 5 below 3
    assert build_hierarchy([TOP, 0, 1, 0, 2, 3], [(3, 4), (4, 3)]).longest_chain == 5


def test_a_lone_post_is_a_chain_of_one():
    assert build_hierarchy([UNRESOLVED]).longest_chain == 1


@pytest.mark.parametrize(
    ("nodes", "manager"),
    [([4, 5], 1), ([4, 6], 0), ([4, 1], 1), ([6], 6), ([2, 3], 0)],
)
def test_the_lowest_common_manager_may_be_one_of_them(nodes, manager):
    assert build_hierarchy(TREE).lowest_common_manager(nodes) == manager


def test_posts_under_different_tops_have_no_common_manager():
    assert build_hierarchy([TOP, TOP, 0, 1]).lowest_common_manager([2, 3]) is None


def test_nobody_has_no_common_manager():
    assert build_hierarchy([TOP]).lowest_common_manager([]) is None


def test_an_empty_organisation_has_nothing():
    hierarchy = build_hierarchy([])
    assert (len(hierarchy), hierarchy.tops, hierarchy.loops, hierarchy.components) == (0, [], [], 0)
    assert (hierarchy.longest_chain, hierarchy.deepest, list(hierarchy.unreachable)) == (0, 0, [])


def test_is_above_is_strict():
    hierarchy = build_hierarchy(TREE)
    assert hierarchy.is_above(0, 6)
    assert hierarchy.is_above(3, 6)
    assert not hierarchy.is_above(1, 6)
    assert not hierarchy.is_above(1, 2)
    assert not hierarchy.is_above(6, 6)


def test_lines_downward_are_those_to_a_node_below():
    lines = [(0, 6), (6, 0), (1, 6), (3, 6), (3, 3)]
    assert build_hierarchy(TREE).leading_down(lines) == [(0, 6), (3, 6)]


# -- against an oracle


def random_lines(seed: int) -> tuple[list[int], list[tuple[int, int]]]:
    """Lines of up to 30 posts: trees, rings, self-reports and further lines, all mixed."""
    chance = random.Random(seed)
    size = chance.randint(0, 30)
    causes = [TOP, TOP, UNRESOLVED, SELF, MISSING, AMBIGUOUS, NOT_YET]
    parent = []
    for node in range(size):
        above = chance.randrange(size) if chance.random() < 0.8 else node
        parent.append(above if above != node else chance.choice(causes))
    if chance.random() < 0.5:
        parent = [above if above < node else TOP for node, above in enumerate(parent)]
    extra = [(chance.randrange(size), chance.randrange(size)) for _ in range(chance.choice([0, 0, 1, 3, 8])) if size]
    return parent, extra


def graph_of(parent: Sequence[int], extra: Sequence[tuple[int, int]]) -> nx.DiGraph:
    """Downward lines, without self-reports."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(parent)))
    graph.add_edges_from((above, node) for node, above in enumerate(parent) if above >= 0)
    graph.add_edges_from((above, node) for node, above in extra if node != above)
    return graph


def cases() -> Iterator[tuple[list[int], list[tuple[int, int]]]]:
    return (random_lines(seed) for seed in range(500))


def test_loops_are_the_strongly_connected_sets():
    for parent, extra in cases():
        graph = graph_of(parent, extra)
        expected = sorted(sorted(part) for part in nx.strongly_connected_components(graph) if len(part) > 1)
        hierarchy = build_hierarchy(parent, extra)
        assert [sorted(loop) for loop in hierarchy.loops] == expected
        for ring, loop in zip(hierarchy.rings, hierarchy.loops, strict=True):
            assert ring == loop[: len(ring)]
            assert ring[0] == min(loop)
            around = zip(ring, ring[1:] + ring[:1], strict=True)
            assert all(graph.has_edge(above, node) for node, above in around)


def test_what_tops_lead_to_is_reached():
    for parent, extra in cases():
        graph = graph_of(parent, extra)
        hierarchy = build_hierarchy(parent, extra)
        reached = {node for top in hierarchy.tops for node in nx.descendants(graph, top) | {top}}
        assert list(hierarchy.unreachable) == [node for node in range(len(parent)) if node not in reached]
        in_groups = [node for group in hierarchy.groups() for node in group.members]
        assert sorted(in_groups) == list(hierarchy.unreachable)


def test_depth_subtree_order_and_managers_agree_with_the_cut_lines():
    for parent, extra in cases():
        hierarchy = build_hierarchy(parent, extra)
        cut = list(hierarchy.cut_parent)
        forest = graph_of(cut, ())
        assert nx.is_directed_acyclic_graph(forest)
        assert sorted(hierarchy.order) == list(range(len(parent)))
        for node in range(len(parent)):
            above = nx.ancestors(forest, node)
            below = nx.descendants(forest, node)
            assert hierarchy.depth[node] == len(above) + 1
            assert hierarchy.subtree[node] == len(below) + 1
            assert set(hierarchy.below(node)) == below
            assert all(hierarchy.is_above(upper, node) for upper in above)
            assert hierarchy.head_of(node) in hierarchy.heads
            assert hierarchy.head_of(node) in above | {node}
            assert hierarchy.order[hierarchy.rank[node]] == node


def test_the_lowest_common_manager_is_the_deepest_shared_one():
    chance = random.Random(7)
    for parent, extra in cases():
        if len(parent) < 2:
            continue
        hierarchy = build_hierarchy(parent, extra)
        forest = graph_of(hierarchy.cut_parent, ())
        asked = chance.sample(range(len(parent)), 2)
        shared = set.intersection(*(nx.ancestors(forest, node) | {node} for node in asked))
        expected = max(shared, key=hierarchy.depth.__getitem__) if shared else None
        assert hierarchy.lowest_common_manager(asked) == expected


def test_the_longest_chain_is_the_longest_way_with_loops_drawn_together():
    for parent, extra in cases():
        hierarchy = build_hierarchy(parent, extra)
        stands_for = {member: loop[0] for loop in hierarchy.loops for member in loop}
        drawn = nx.DiGraph()
        drawn.add_nodes_from(stands_for.get(node, node) for node in range(len(parent)))
        for node, above in enumerate(parent):
            lower, upper = stands_for.get(node, node), stands_for.get(above, above)
            if above >= 0 and lower != upper:
                drawn.add_edge(upper, lower)
        expected = nx.dag_longest_path_length(drawn) + 1 if parent else 0
        assert hierarchy.longest_chain == expected


def test_components_are_the_weakly_connected_groups():
    for parent, extra in cases():
        expected = nx.number_weakly_connected_components(graph_of(parent, extra)) if parent else 0
        assert build_hierarchy(parent, extra).components == expected


# -- size and order


def test_a_chain_of_fifty_thousand_needs_no_recursion():
    hierarchy = build_hierarchy(range(-1, 49_999))
    assert (hierarchy.longest_chain, hierarchy.subtree[0], len(hierarchy.chain(49_999))) == (50_000, 50_000, 49_999)


def test_a_ring_of_fifty_thousand_needs_no_recursion():
    hierarchy = build_hierarchy([49_999, *range(49_999)])
    assert (len(hierarchy.loops[0]), hierarchy.longest_chain, hierarchy.components) == (50_000, 1, 1)


def test_a_loop_closed_by_a_further_line_over_fifty_thousand_needs_no_recursion():
    hierarchy = build_hierarchy(range(-1, 49_999), [(0, 49_999)])
    assert len(hierarchy.loops[0]) == 50_000


PRINT_ALL = """
from orgmodel.graph.hierarchy import build_hierarchy
from test_hierarchy import cases
for parent, extra in list(cases())[:200]:
    h = build_hierarchy(parent, extra)
    groups = [(group.cause, group.heads, list(group.members)) for group in h.groups()]
    print(list(h.order), h.loops, h.rings, list(h.cut_parent), groups)
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
