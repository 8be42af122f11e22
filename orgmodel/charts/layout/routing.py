"""Secondary lines: from the side of one box to the side of another, through the lanes between the boxes.

The way is the cheapest one in length, bends and stretches shared with another line (A*, Hart, Nilsson and
Raphael 1968). Where none is found within a fixed number of steps, the line goes straight along two lanes and
behind the boxes in its way; whoever draws puts boxes on top of lines, so no text is hidden.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from orgmodel.charts.layout.lanes import BESIDE_LEFT, BESIDE_RIGHT, BLOCKED, SHARED, Lanes
from orgmodel.charts.layout.placing import Layout

Point = tuple[int, int]
Node = tuple[int, int, int]
"""Number of the vertical lane, number of the horizontal lane, direction of arrival (0 level, 1 upright)."""

_BEND = 40
_SHARING = 8
_STEPS_A_LINE = 20_000
_STEPS_IN_ALL = 100_000
_STEPS_IN_HASTE = 800_000
"""Enough for some hundred lines among some thousand boxes; further ones run behind boxes."""
_HASTE = (5, 24)
"""Quarters by which the distance still to go counts: more finds a way sooner, but not always the cheapest. The
second is for lines that the first finds no way for within the steps that are left."""
_PORTS = (0.72, 0.86, 0.6, 0.3, 0.16)
"""Heights at which lines touch a box, one after the other; in the middle its own line may come in."""


def route(layout: Layout, pairs: Sequence[tuple[int, int]], shadows: Sequence[Point] = ()) -> list[tuple[Point, ...]]:
    """One orthogonal line for every pair (source box, target box), both ends on a side of their box.

    Lines keep clear of `shadows`, too: left upper corners of what stands out behind a box and is as large as one.
    A pair of equal boxes gets a line without points.
    """
    if not pairs:
        return []
    search = _Search(layout, shadows)
    return [search.line(source, target) for source, target in pairs]


class _Search:
    def __init__(self, layout: Layout, shadows: Sequence[Point]) -> None:
        self.layout = layout
        self.lanes = Lanes(layout, shadows)
        self.left = _STEPS_IN_ALL
        self.left_in_haste = _STEPS_IN_HASTE
        self.touched: Counter[int] = Counter()

    def line(self, source: int, target: int) -> tuple[Point, ...]:
        if source == target:
            return ()
        points: tuple[Point, ...] = ()
        if self.left > 0:
            steps = min(_STEPS_A_LINE, self.left)
            self.left -= steps
            points, over = self._cheapest(source, target, _HASTE[0], steps)
            self.left += over
        if not points and self.left_in_haste > 0:
            points, over = self._cheapest(source, target, _HASTE[1], _STEPS_A_LINE)
            self.left_in_haste -= _STEPS_A_LINE - over
        points = points or self._behind(source, target)
        self.lanes.take(points)
        self.touched.update((source, target))
        return points

    def _ports(self, box: int) -> Iterator[tuple[Point, int]]:
        """Where a line may touch a box, and the lanes beside it."""
        layout, xs = self.layout, self.lanes.xs
        y = layout.y[box] + int(layout.box_height * _PORTS[self.touched[box] % len(_PORTS)])
        left, right = layout.x[box], layout.x[box] + layout.box_width
        for side in BESIDE_RIGHT:
            yield (right, y), bisect_left(xs, right + side - 1)
        for side in BESIDE_LEFT:
            yield (left, y), bisect_left(xs, left - side - 1)

    def _entries(self, box: int) -> dict[tuple[int, int], tuple[Point, Point, int]]:
        """Crossings of lanes next to a box: touching point, point beside it, distance."""
        lanes = self.lanes
        found = {}
        for touch, column in self._ports(box):
            above = bisect_right(lanes.ys, touch[1]) - 1
            if not (0 <= above < len(lanes.ys) - 1 and column < len(lanes.xs)):
                continue
            state = lanes.column(column)[above]
            if state == BLOCKED or not self._is_near(touch[0], column):
                continue
            beside = (lanes.xs[column], touch[1])
            for row in (above, above + 1):
                price = abs(lanes.ys[row] - touch[1]) * (_SHARING if state == SHARED else 1)
                found[column, row] = (touch, beside, price + abs(beside[0] - touch[0]))
        return found

    def _is_near(self, x: int, column: int) -> bool:
        """Whether a lane runs right beside an edge, with no further box between them."""
        return abs(self.lanes.xs[column] - x) <= max(*BESIDE_LEFT, *BESIDE_RIGHT) + 1

    def _cheapest(self, source: int, target: int, haste: int, steps: int) -> tuple[tuple[Point, ...], int]:
        """The way found within so many steps, and the steps left over."""
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
        while heap and steps:
            _, spent, node = heappop(heap)
            if spent > reached[node]:
                continue
            if node[:2] in goals and node[2] == 1:
                return self._points(node, came, starts, goals), steps
            steps -= 1
            for after, price in self._moves(node):
                total = spent + price
                if total < reached.get(after, total + 1):
                    reached[after] = total
                    came[after] = node
                    guess = abs(lanes.xs[after[0]] - goal_x) + abs(lanes.ys[after[1]] - goal_y)
                    heappush(heap, (total + guess * haste // 4, total, after))
        return (), 0

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
        xs = self.lanes.xs
        start, column = next(self._ports(source))
        end, goal = next(self._ports(target))
        turn = xs[min(column, len(xs) - 1)]
        entry = xs[min(goal, len(xs) - 1)]
        return straightened([start, (turn, start[1]), (turn, end[1]), (entry, end[1]), end])


def straightened(points: list[Point]) -> tuple[Point, ...]:
    """The same line without repeated points and without points in the middle of a straight piece."""
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        if not kept or kept[-1] != point:
            kept.append(point)
    return tuple(kept)
