"""A hierarchy as compact arrays: who reports to whom, in whole numbers, in linear time.

It knows nothing of seats, roles or units; whoever builds one keeps the names.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count, repeat
from operator import sub

from orgmodel.graph.loops import Edge, find_mutual_sets, find_rings, lines_up, shortest_ring

TOP = -1
"""A top: on purpose, or because nothing asks for a line."""
UNRESOLVED = -2
"""The manager named does not exist."""
SELF = -3
"""Reports to itself; that is no line."""
MISSING = -4
"""A line is wanted and there is no candidate."""
AMBIGUOUS = -5
"""A line is wanted and there are several candidates."""
NOT_YET = -6
"""The manager named is planned and left out of this hierarchy."""
LOOP = -7
"""Where a loop was cut; only in `cut_parent` and as the cause of a group."""

CAUSES = 7
"""How many causes there are: so many spare cells at the end of a list take what stands at a cause."""


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that no top leads to, cut off by one cause.

    `heads` is the node with that cause, or all members of the ring, smallest first; `members` come
    top-down and include the heads.
    """

    cause: int
    heads: tuple[int, ...]
    members: Sequence[int]


class Hierarchy:
    """The answers to every question about who is above and below whom.

    `parent` is as given; `cut_parent` is a forest: in it each ring is cut at its smallest member.
    `order` goes top-down, depth first, reports in index order, what hangs below tops first; so the
    nodes below one node follow it directly, and `rank` says where. `depth` is the layer (a top is 1;
    cut off, it counts from the head of the group). `subtree` counts a node with all below it.
    `loops` are the sets of two or more that reach each other over all lines: first the members of a
    shortest ring from the smallest member upward (`rings` has these alone), then the others. `looping`
    has all that are in one: any line between them may be the wrong one.
    """

    __slots__ = (
        "_children",
        "_leaders",
        "_longest",
        "_reached",
        "_start",
        "cut_parent",
        "depth",
        "extra",
        "heads",
        "looping",
        "loops",
        "order",
        "parent",
        "rank",
        "rings",
        "subtree",
        "tops",
    )

    def __init__(self, parent: Sequence[int], extra: Iterable[Edge] = ()) -> None:
        self.parent = array("i", parent)
        spans = _spans_of(self.parent)
        self._children, self._start = _children_of(self.parent, spans)
        self._leaders = list(compress(count(), spans))
        self._walk()
        self.extra = _further(self.parent, extra)
        self._find_loops()
        self.looping = frozenset(chain.from_iterable(self.loops))
        self._measure(spans)
        self._reached = self._reach()
        self._longest: int | None = None

    def __len__(self) -> int:
        return len(self.parent)

    # -- building

    def _walk(self) -> None:
        parent, children, start = self.parent, self._children, self._start
        heads = list(compress(count(), map((0).__gt__, parent)))
        self.tops = [node for node in heads if parent[node] == TOP]
        if len(self.tops) != len(heads):
            heads = self.tops + [node for node in heads if parent[node] != TOP]
        leads_leaders = bytearray(len(parent) + CAUSES)
        for node in self._leaders:
            leads_leaders[parent[node]] = 1
        order: list[int] = []
        append = order.append
        waiting = heads[::-1]
        while waiting:
            node = waiting.pop()
            append(node)
            first, last = start[node], start[node + 1]
            if leads_leaders[node]:
                waiting += children[last - 1 : first - 1 : -1]
            elif first != last:
                order += children[first:last]
        self.cut_parent = parent
        self.heads = heads
        if len(order) != len(parent):
            self._walk_rings(order)
        self.order = array("i", order)

    def _walk_rings(self, order: list[int]) -> None:
        """What is left after all heads: rings, and what hangs below them."""
        seen = bytearray(len(self.parent))
        for node in order:
            seen[node] = 1
        rings = find_rings(self.parent, (node for node, is_seen in enumerate(seen) if not is_seen))
        self.cut_parent = array("i", self.parent)
        for ring in rings:
            cut = ring[0]
            self.cut_parent[cut] = LOOP
            self.heads.append(cut)
            waiting = [cut]
            while waiting:
                node = waiting.pop()
                order.append(node)
                waiting.extend(child for child in reversed(self.children(node)) if child != cut)

    def _find_loops(self) -> None:
        own = [head for head in self.heads if self.cut_parent[head] == LOOP]
        rings = [self._ring_at(head) for head in own]
        if not self.extra:
            self.loops = list(rings)
            self.rings = rings
            return
        up = lines_up(self.parent, self.extra, rings)
        self.loops, self.rings = [], []
        for members in find_mutual_sets(up):
            ring = shortest_ring(up, members)
            on_ring = set(ring)
            self.rings.append(ring)
            self.loops.append(ring + tuple(member for member in members if member not in on_ring))

    def _ring_at(self, head: int) -> tuple[int, ...]:
        ring = [head]
        node = self.parent[head]
        while node != head:
            ring.append(node)
            node = self.parent[node]
        return tuple(ring)

    def _measure(self, spans: list[int]) -> None:
        size = len(self.parent)
        above = self.cut_parent
        rank = [0] * size
        place = 0
        for node in self.order:
            rank[node] = place
            place += 1  # noqa: SIM113 - enumerate makes a tuple for each of a million nodes
        self.rank = array("i", rank)
        # Most nodes have no reports. Causes are negative indices: they fall into spare cells at the end.
        top_down = sorted(self._leaders, key=rank.__getitem__)
        below = [1] * (size + CAUSES)
        for node in top_down:
            below[node] = below[above[node]] + 1
        self.depth = array("i", list(map(below.__getitem__, above)))
        others = [*spans, *repeat(0, CAUSES)]
        for head in self.heads:
            if above[head] == LOOP:
                others[self.parent[head]] -= 1
        for node in reversed(top_down):
            others[above[node]] += others[node]
        self.subtree = array("i", [1 + number for number in others[:size]])

    def _reach(self) -> bytearray | None:
        """Which nodes a top leads to over any line; None when first lines alone decide."""
        if not self.extra:
            return None
        below: dict[int, list[int]] = {}
        for child, above in self.extra:
            below.setdefault(above, []).append(child)
        reached = bytearray(len(self.parent))
        for node in self.below_tops():
            reached[node] = 1
        waiting = [child for child, above in self.extra if reached[above]]
        while waiting:
            node = waiting.pop()
            if not reached[node]:
                reached[node] = 1
                waiting.extend(self.children(node))
                waiting.extend(below.get(node, ()))
        return reached

    def below_tops(self) -> Sequence[int]:
        """The tops and all below them over first lines, top-down."""
        return self.order[: sum(self.subtree[top] for top in self.tops)]

    # -- asking

    def children(self, node: int) -> Sequence[int]:
        """The direct reports of a node, in index order."""
        return self._children[self._start[node] : self._start[node + 1]]

    def span(self, node: int) -> int:
        """How many direct reports a node has."""
        return self._start[node + 1] - self._start[node]

    def spans(self) -> array[int]:
        """How many direct reports each node has."""
        return array("i", map(sub, self._start[1:], self._start))

    def chain(self, node: int) -> list[int]:
        """Who is above a node, nearest first; in a loop each member once, never the node itself."""
        found: list[int] = []
        seen = {node}
        above = self.parent[node]
        while above >= 0 and above not in seen:
            found.append(above)
            seen.add(above)
            above = self.parent[above]
        return found

    def below(self, node: int) -> Sequence[int]:
        """All nodes below a node, top-down, without itself (a loop is cut)."""
        first = self.rank[node]
        return self.order[first + 1 : first + self.subtree[node]]

    def is_above(self, upper: int, lower: int) -> bool:
        """Whether the line upward from `lower` meets `upper` (a loop is cut)."""
        return 0 < self.rank[lower] - self.rank[upper] < self.subtree[upper]

    def leading_down(self, lines: Iterable[Edge]) -> list[Edge]:
        """Of lines from one node to another those that lead to a node below (a loop is cut)."""
        rank, subtree = self.rank, self.subtree
        return [line for line in lines if 0 < rank[line[1]] - rank[line[0]] < subtree[line[0]]]

    def head_of(self, node: int) -> int:
        """The head of the tree a node hangs in: a top, the head of a cut-off group, a cut."""
        return self.heads[bisect_right(self.heads, self.rank[node], key=self.rank.__getitem__) - 1]

    def lowest_common_manager(self, nodes: Iterable[int]) -> int | None:
        """The lowest node that is each of these or above it; None when they share no top."""
        ranks = [self.rank[node] for node in nodes]
        if not ranks:
            return None
        lowest, highest = min(ranks), max(ranks)
        node = self.order[lowest]
        while node >= 0 and highest >= self.rank[node] + self.subtree[node]:
            node = self.cut_parent[node]
        return node if node >= 0 else None

    @property
    def deepest(self) -> int:
        """The number of layers: the greatest depth."""
        return max(self.depth, default=0)

    @property
    def longest_chain(self) -> int:
        """Posts on the longest chain anywhere, over first lines; the posts of a loop count as one."""
        if self._longest is None:
            self._longest = _longest_chain(self) if self.loops else self.deepest
        return self._longest

    @property
    def unreachable(self) -> Sequence[int]:
        """The nodes that no top leads to over any line, in index order."""
        cut_off = self.order[len(self.below_tops()) :]
        if self._reached is not None:
            return [node for node in sorted(cut_off) if not self._reached[node]]
        return sorted(cut_off)

    def groups(self) -> Iterator[Group]:
        """The cut-off groups, each with its cause; heads in index order, then rings."""
        for head in self.heads:
            cause = self.cut_parent[head]
            if cause == TOP:
                continue
            first = self.rank[head]
            members: Sequence[int] = self.order[first : first + self.subtree[head]]
            if self._reached is not None:
                members = [node for node in members if not self._reached[node]]
            if members:
                yield Group(cause, self._ring_at(head) if cause == LOOP else (head,), members)

    @property
    def components(self) -> int:
        """How many groups there are that no line of any kind joins."""
        joined: dict[int, int] = {}

        def root(head: int) -> int:
            while head in joined:
                joined[head] = head = joined.get(joined[head], joined[head])
            return head

        for child, above in self.extra:
            one, other = root(self.head_of(child)), root(self.head_of(above))
            if one != other:
                joined[one] = other
        return len(self.heads) - len(joined)


def build_hierarchy(parent: Sequence[int], extra: Iterable[Edge] = ()) -> Hierarchy:
    """A hierarchy from the first line of each node (or a cause) and any further lines.

    Further lines count for loops, for what a top leads to, and for what hangs together; never for
    spans and layers.
    """
    return Hierarchy(parent, extra)


def _spans_of(parent: Sequence[int]) -> list[int]:
    """How many reports each node has."""
    spans = [0] * (len(parent) + CAUSES)
    for above in parent:
        spans[above] += 1
    return spans[: len(parent)]


def _children_of(parent: Sequence[int], spans: list[int]) -> tuple[array[int], array[int]]:
    """Reports of all nodes in one array, and where those of each node start.

    Cell 0 stays empty, so that a slice can run backwards to the first report of the first node.
    """
    start = list(accumulate(spans, initial=1))
    free = start[:]
    children = array("i", bytes(4 * start[-1]))
    free.extend(repeat(0, CAUSES))
    for node, above in enumerate(parent):
        if above >= 0:
            children[free[above]] = node
            free[above] += 1
    return children, array("i", start)


def _further(parent: Sequence[int], extra: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(dict.fromkeys((child, above) for child, above in extra if child != above and parent[child] != above))


def _longest_chain(hierarchy: Hierarchy) -> int:
    """Longest chain with each loop drawn together into its first member."""
    parent = hierarchy.parent
    stands_for = array("i", range(len(parent)))
    members = {loop[0]: loop for loop in hierarchy.loops}
    for loop in hierarchy.loops:
        for member in loop:
            stands_for[member] = loop[0]
    lines = [0] * len(parent)
    for node, above in enumerate(parent):
        if above >= 0 and stands_for[above] != stands_for[node]:
            lines[stands_for[node]] += 1
    length = array("i", [1]) * len(parent)
    ready = [node for node, count in enumerate(lines) if not count and stands_for[node] == node]
    while ready:
        node = ready.pop()
        for child in chain.from_iterable(map(hierarchy.children, members.get(node, (node,)))):
            below = stands_for[child]
            if below != node:
                length[below] = max(length[below], length[node] + 1)
                lines[below] -= 1
                if not lines[below]:
                    ready.append(below)
    return max(length)
