"""Loops among lines: rings of first lines, and sets that reach each other over any line."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress
from operator import itemgetter
from typing import TypeVar

_Node = TypeVar("_Node")
Edge = tuple[int, int]
"""A line as (who reports, to whom)."""


def find_rings(parent: Sequence[int], among: Iterable[int]) -> list[list[int]]:
    """Every ring of first lines, each from its smallest member upward, by smallest member.

    `among` must hold all members of every ring; nodes outside it are never visited.
    """
    rings = []
    walk_of: dict[int, int] = {}
    for start in among:
        node = start
        while node >= 0 and node not in walk_of:
            walk_of[node] = start
            node = parent[node]
        if node >= 0 and walk_of[node] == start:
            rings.append(_ring_from(parent, node))
    rings.sort()
    return rings


def _ring_from(parent: Sequence[int], member: int) -> list[int]:
    ring = [member]
    node = parent[member]
    while node != member:
        ring.append(node)
        node = parent[node]
    smallest = ring.index(min(ring))
    return ring[smallest:] + ring[:smallest]


def lines_up(parent: Sequence[int], extra: Iterable[Edge], rings: Iterable[Sequence[int]]) -> dict[int, list[int]]:
    """All lines among the nodes that can lie on a loop at all.

    A loop either is a ring of first lines, or holds a further line; then each member lies on the
    way of first lines that starts where some further line ends. Nothing else needs a look.
    """
    further: dict[int, list[int]] = {}
    for child, above in extra:
        further.setdefault(child, []).append(above)
    possible: dict[int, list[int]] = {member: [] for ring in rings for member in ring}
    for _child, above in extra:
        node = above
        while node >= 0 and node not in possible:
            possible[node] = []
            node = parent[node]
    for node, targets in possible.items():
        if parent[node] in possible:
            targets.append(parent[node])
        targets.extend(target for target in further.get(node, ()) if target in possible)
    return possible


def find_mutual_sets(up: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """The sets of two or more nodes that reach each other, each sorted, by smallest member."""
    up = _leading_on(up)
    found: list[list[int]] = []
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    waiting: list[int] = []
    is_waiting: set[int] = set()
    for start in sorted(up):
        if start in number:
            continue
        path = [(start, iter(up[start]))]
        number[start] = low[start] = len(number)
        waiting.append(start)
        is_waiting.add(start)
        while path:
            node, targets = path[-1]
            for target in targets:
                if target not in number:
                    number[target] = low[target] = len(number)
                    waiting.append(target)
                    is_waiting.add(target)
                    path.append((target, iter(up[target])))
                    break
                if target in is_waiting:
                    low[node] = min(low[node], number[target])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[node])
                if low[node] == number[node]:
                    members = _taken_down_to(node, waiting)
                    is_waiting.difference_update(members)
                    if len(members) > 1:
                        found.append(sorted(members))
    found.sort()
    return found


def _leading_on(up: Mapping[int, Sequence[int]]) -> Mapping[int, Sequence[int]]:
    """Without nodes from which nothing leads on: no loop passes them. Again, as long as a fourth goes."""
    while True:
        ahead = {node: targets for node, targets in up.items() if targets}
        if 4 * len(ahead) >= 3 * len(up):
            return up
        up = {node: [target for target in targets if target in ahead] for node, targets in ahead.items()}


def _taken_down_to(node: int, waiting: list[int]) -> list[int]:
    taken = [waiting.pop()]
    while taken[-1] != node:
        taken.append(waiting.pop())
    return taken


def steps_that_lead_on(steps: Iterable[tuple[_Node, _Node]]) -> list[tuple[_Node, _Node]]:
    """Without steps to where none begins: no ring holds them. Again, as long as a fourth goes."""
    steps = list(steps)
    while True:
        begins = set(map(itemgetter(0), steps))
        ahead = list(compress(steps, map(begins.__contains__, map(itemgetter(1), steps))))
        if 4 * len(ahead) >= 3 * len(steps):
            return ahead
        steps = ahead


def shortest_ring(up: Mapping[int, Sequence[int]], members: Sequence[int]) -> tuple[int, ...]:
    """The shortest way from the smallest member over lines back to itself, without the return."""
    inside = set(members)
    start = members[0]
    came_from: dict[int, int] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for target in up[node]:
            if target == start:
                way = [node]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if target in inside and target not in came_from:
                came_from[target] = node
                queue.append(target)
    return tuple(members)


def named_rings(steps: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each set of names that reach each other over steps from one to another: a shortest ring, then all members.

    A step from a name to itself is no part of a ring of others.
    """
    given = list(steps)
    possible = steps_that_lead_on(given)
    left = set(chain.from_iterable(possible))
    # The smallest member of a ring is the one named first of all, also by steps that lead nowhere.
    ids = list(dict.fromkeys(filter(left.__contains__, chain.from_iterable(given if left else ()))))
    index = dict(zip(ids, range(len(ids)), strict=True))
    up: dict[int, list[int]] = {i: [] for i in range(len(ids))}
    for name, to in possible:
        if name != to:
            up[index[name]].append(index[to])
    for members in find_mutual_sets(up):
        ring = tuple(ids[member] for member in shortest_ring(up, members))
        yield ring, tuple(dict.fromkeys((*ring, *(ids[member] for member in members))))
