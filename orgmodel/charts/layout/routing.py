"""Secondary lines: from the side of one box to the side of another, through the lanes between the boxes.

The way is the cheapest one in length, bends and stretches shared with another line (A*, Hart, Nilsson and
Raphael 1968). Where none is found within a fixed number of steps, the line goes straight along two lanes and
behind the boxes in its way; whoever draws puts boxes on top of lines, so no text is hidden.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from orgmodel.charts.layout.lanes import BESIDE_LEFT, BESIDE_RIGHT, BLOCKED, SHARED, Lanes
from orgmodel.charts.layout.placing import Layout

Point = tuple[int, int]
Node = tuple[int, int, int]
"""Number of the vertical lane, number of the horizontal lane, direction of arrival (0 level, 1 upright)."""

_BEND = 40
_SHARING = 3
_STEPS_A_LINE = 12_000
_STEPS_IN_ALL = 100_000
_HASTE = 5
"""Quarters by which the distance still to go counts: more finds a way sooner, but not always the cheapest."""
_PORT = 0.72


def route(layout: Layout, pairs: Sequence[tuple[int, int]]) -> list[tuple[Point, ...]]:
    """One orthogonal line for every pair (source box, target box), both ends on a side of their box.

    A pair of equal boxes gets a line without points.
    """
    if not pairs:
        return []
    search = _Search(layout)
    return [search.line(source, target) for source, target in pairs]


class _Search:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.lanes = Lanes(layout)
        self.left = _STEPS_IN_ALL

    def line(self, source: int, target: int) -> tuple[Point, ...]:
        if source == target:
            return ()
        found = self._cheapest(source, target)
        points = found or self._behind(source, target)
        self.lanes.take(points)
        return points

    def _ports(self, box: int) -> Iterator[tuple[Point, Point]]:
        """Where a line may touch a box, and the point in the lane beside it."""
        layout = self.layout
        y = layout.y[box] + int(layout.box_height * _PORT)
        right = layout.x[box] + layout.box_width
        yield (right, y), (right + BESIDE_RIGHT, y)
        yield (layout.x[box], y), (layout.x[box] - BESIDE_LEFT, y)

    def _entries(self, box: int) -> dict[tuple[int, int], tuple[Point, Point, int]]:
        """Crossings of lanes next to a box: touching point, point beside it, distance."""
        lanes = self.lanes
        found = {}
        for touch, beside in self._ports(box):
            column = bisect_left(lanes.xs, beside[0])
            above = bisect_right(lanes.ys, beside[1]) - 1
            if 0 <= above < len(lanes.ys) - 1 and lanes.column(column)[above] != BLOCKED:
                for row in (above, above + 1):
                    found[column, row] = (touch, beside, abs(lanes.ys[row] - beside[1]))
        return found

    def _cheapest(self, source: int, target: int) -> tuple[Point, ...]:
        lanes, layout = self.lanes, self.layout
        starts, goals = self._entries(source), self._entries(target)
        goal_x, goal_y = layout.x[target] + layout.box_width // 2, layout.y[target] + layout.box_height // 2
        reached: dict[Node, int] = {}
        came: dict[Node, Node] = {}
        heap: list[tuple[int, int, Node]] = []
        for (column, row), (_, _, distance) in starts.items():
            node = (column, row, 1)
            reached[node] = distance
            heappush(heap, (distance, distance, node))
        steps = min(_STEPS_A_LINE, self.left)
        while heap and steps:
            _, spent, node = heappop(heap)
            if spent > reached[node]:
                continue
            if node[:2] in goals and node[2] == 1:
                return self._points(node, came, starts, goals)
            steps -= 1
            self.left -= 1
            for after, price in self._moves(node):
                total = spent + price
                if total < reached.get(after, total + 1):
                    reached[after] = total
                    came[after] = node
                    guess = abs(lanes.xs[after[0]] - goal_x) + abs(lanes.ys[after[1]] - goal_y)
                    heappush(heap, (total + guess * _HASTE // 4, total, after))
        return ()

    def _moves(self, node: Node) -> Iterator[tuple[Node, int]]:
        lanes = self.lanes
        column, row, upright = node
        yield (column, row, 1 - upright), _BEND
        states, marks, at = (lanes.column(column), lanes.ys, row) if upright else (lanes.row(row), lanes.xs, column)
        for piece, after in ((at - 1, at - 1), (at, at + 1)):
            if 0 <= piece < len(states) and states[piece] != BLOCKED:
                price = abs(marks[after] - marks[at]) * (_SHARING if states[piece] == SHARED else 1)
                yield ((column, after, 1) if upright else (after, row, 0)), price

    def _points(
        self,
        node: Node,
        came: dict[Node, Node],
        starts: dict[tuple[int, int], tuple[Point, Point, int]],
        goals: dict[tuple[int, int], tuple[Point, Point, int]],
    ) -> tuple[Point, ...]:
        lanes = self.lanes
        end = goals[node[:2]]
        backwards = [end[0], end[1], (lanes.xs[node[0]], lanes.ys[node[1]])]
        while node in came:
            node = came[node]
            backwards.append((lanes.xs[node[0]], lanes.ys[node[1]]))
        start = starts[node[:2]]
        return straightened([*backwards, start[1], start[0]][::-1])

    def _behind(self, source: int, target: int) -> tuple[Point, ...]:
        """The plain way, whatever stands in it."""
        start, beside = next(self._ports(source))
        end, goal = next(self._ports(target))
        return straightened([start, beside, (beside[0], goal[1]), goal, end])


def straightened(points: list[Point]) -> tuple[Point, ...]:
    """The same line without repeated points and without points in the middle of a straight piece."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return tuple(kept)
