"""Lanes between the boxes in which secondary lines run.

A lane is a whole horizontal or vertical coordinate beside a row or column of boxes. Pieces of a lane are free,
blocked by a box, or shared with another line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from orgmodel.charts.layout.placing import Layout, Segment

FREE, SHARED, BLOCKED = 0, 1, 2
BESIDE_LEFT, BESIDE_RIGHT, ABOVE, BELOW = (6, 12), (6, 12, 18), (5, 11), (5, 11)
"""How far lanes run from the boxes: as many side by side as the room between boxes takes."""
_NEAR = 3
_HARDLY = 3
_TITLE = 18
"""Height at the lower edge of a frame where its title stands."""


class Lanes:
    """All lanes of one layout; which pieces are free is worked out when a lane is first looked at."""

    def __init__(self, layout: Layout, shadows: Sequence[tuple[int, int]] = ()) -> None:
        wide, high = layout.box_width, layout.box_height
        self.layout = layout
        self.xs = _places(set(layout.x), wide, BESIDE_LEFT, BESIDE_RIGHT)
        self.ys = _places(set(layout.y), high, ABOVE, BELOW)
        self._level = _by_place(_segments(layout), horizontal=True)
        self._upright = _by_place(_segments(layout), horizontal=False)
        taken = [*zip(layout.x, layout.y, strict=True), *shadows]
        self._by_x = sorted(taken)
        self._by_y = sorted((y, x) for x, y in taken)
        self._rows: dict[int, bytearray] = {}
        self._columns: dict[int, bytearray] = {}

    def row(self, at: int) -> bytearray:
        """State of the pieces of the horizontal lane number ``at``; piece i goes from xs[i] to xs[i + 1]."""
        if at not in self._rows:
            layout = self.layout
            spans = _crossed(self._by_y, self.ys[at], layout.box_height, layout.box_width)
            self._rows[at] = _states(self.xs, spans, _near(self._level, self.ys[at]))
        return self._rows[at]

    def column(self, at: int) -> bytearray:
        """State of the pieces of the vertical lane number ``at``; piece i goes from ys[i] to ys[i + 1]."""
        if at not in self._columns:
            layout = self.layout
            spans = _crossed(self._by_x, self.xs[at], layout.box_width, layout.box_height)
            self._columns[at] = _states(self.ys, spans, _near(self._upright, self.xs[at]))
        return self._columns[at]

    def take(self, points: Iterable[tuple[int, int]]) -> None:
        """Mark the lanes along a line through these points as shared."""
        for (x1, y1), (x2, y2) in pairwise(points):
            horizontal = y1 == y2
            lanes, place = (self.ys, y1) if horizontal else (self.xs, x1)
            at = bisect_left(lanes, place)
            if at < len(lanes) and lanes[at] == place:
                low, high = sorted((x1, x2) if horizontal else (y1, y2))
                states = self.row(at) if horizontal else self.column(at)
                _mark(states, self.xs if horizontal else self.ys, low, high, SHARED)


def _places(starts: set[int], size: int, before: tuple[int, ...], after: tuple[int, ...]) -> list[int]:
    """Where lanes run beside boxes; of two that are hardly apart only the first, so that lines do not melt."""
    wanted = {start - side for start in starts for side in before}
    wanted |= {start + size + side for start in starts for side in after}
    kept: list[int] = []
    for place in sorted(wanted):
        if not kept or place - kept[-1] > _HARDLY:
            kept.append(place)
    return kept


def _segments(layout: Layout) -> Iterable[Segment]:
    """Lines and the edges of frames, along which nothing else should run."""
    for trunk in layout.trunks.values():
        yield from trunk
    for x1, y1, x2, y2 in layout.frames.values():
        yield from ((x1, y1, x2, y1), (x1, y1, x1, y2), (x2, y1, x2, y2))
        yield from ((x1, y, x2, y) for y in range(y2 - _TITLE, y2 + 1, 2 * _NEAR))


def _by_place(segments: Iterable[Segment], *, horizontal: bool) -> dict[int, list[tuple[int, int]]]:
    """Spans of the horizontal (or vertical) segments by the coordinate they run along."""
    found: dict[int, list[tuple[int, int]]] = {}
    for x1, y1, x2, y2 in segments:
        if horizontal and y1 == y2:
            found.setdefault(y1, []).append((x1, x2))
        elif not horizontal and x1 == x2:
            found.setdefault(x1, []).append((min(y1, y2), max(y1, y2)))
    return found


def _near(spans: dict[int, list[tuple[int, int]]], place: int) -> list[tuple[int, int]]:
    return [span for at in range(place - _NEAR, place + _NEAR + 1) for span in spans.get(at, ())]


def _crossed(boxes: list[tuple[int, int]], place: int, depth: int, length: int) -> list[tuple[int, int]]:
    """Spans of the boxes that a lane at ``place`` runs through; ``boxes`` are sorted by the coordinate across it."""
    first, end = bisect_left(boxes, (place - depth,)), bisect_left(boxes, (place + 1,))
    return [(start, start + length) for _, start in boxes[first:end]]


def _states(marks: list[int], boxes: list[tuple[int, int]], lines: list[tuple[int, int]]) -> bytearray:
    states = bytearray(max(len(marks) - 1, 0))
    for low, high in lines:
        _mark(states, marks, low, high, SHARED)
    for low, high in boxes:
        _mark(states, marks, low, high, BLOCKED)
    return states


def _mark(states: bytearray, marks: list[int], low: int, high: int, state: int) -> None:
    first = max(bisect_right(marks, low) - 1, 0)
    for at in range(first, min(bisect_left(marks, high), len(states))):
        states[at] = max(states[at], state)
