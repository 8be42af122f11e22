"""The whole way of each line, from the box above to the box below: what is glued at both ends needs it.

The layout draws what the reports of one box share once; here every report gets a way of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.charts.layout import NO_LEG, Layout, Point, Segment
from orgmodel.drawing.elbow import simplified

TOP, LEFT, BOTTOM, RIGHT = range(4)


def ways(layout: Layout, parents: Sequence[int]) -> dict[int, tuple[Point, ...]]:
    """The way to each box from the edge of its parent, for all boxes that have a line."""
    found: dict[int, tuple[Point, ...]] = {}
    shared: dict[int, list[list[Point]]] = {}
    for box, leg in enumerate(layout.legs):
        if leg == NO_LEG:
            continue
        parent = parents[box]
        if parent not in shared:
            shared[parent] = _reached(layout, parent)
        way = _joined(shared[parent], leg)
        if way:
            found[box] = tuple(_whole(way))
    return found


def parts(way: Sequence[Point]) -> list[tuple[Point, ...]]:
    """The way in parts that every office program draws alike: with one bend, or with two just halfway."""
    way = _whole(way)
    if len(way) == 4 and _turns_halfway(way):
        return [tuple(way)]
    return [tuple(way[at : at + 3]) for at in range(0, len(way) - 1, 2)]


def _whole(way: Sequence[Point]) -> list[Point]:
    return [(int(x), int(y)) for x, y in simplified(way)]


def _turns_halfway(way: Sequence[Point]) -> bool:
    along = 1 if way[0][0] == way[1][0] else 0
    start, bend, _, end = (point[along] for point in way)
    return abs(start + end - 2 * bend) <= 1 and min(start, end) < bend < max(start, end)


def middle_side(layout: Layout, box: int, point: Point) -> int | None:
    """The side of a box whose middle a point is; None for all other points."""
    side = side_of(layout, box, point)
    middle = layout.x[box] + layout.box_width // 2, layout.y[box] + layout.box_height // 2
    across = 0 if side in {TOP, BOTTOM} else 1
    return side if side is not None and abs(point[across] - middle[across]) <= 1 else None


def side_of(layout: Layout, box: int, point: Point) -> int | None:
    """The side of a box that a point is on; None where it is on none."""
    x, y = point[0] - layout.x[box], point[1] - layout.y[box]
    wide, high = layout.box_width, layout.box_height
    if not (0 <= x <= wide and 0 <= y <= high):
        return None
    if y in {0, high}:
        return BOTTOM if y else TOP
    if x in {0, wide}:
        return RIGHT if x else LEFT
    return None


def _reached(layout: Layout, box: int) -> list[list[Point]]:
    """The ways from a box along each shared piece of line, up to the end of that piece which is farther away."""
    waiting = [
        [end, start] if side_of(layout, box, start) is None else [start, end]
        for start, end in map(_ends, layout.trunks.get(box, ()))
    ]
    done: list[list[Point]] = []
    for way in waiting[:]:
        if side_of(layout, box, way[0]) is not None:
            waiting.remove(way)
            done.append(way)
    at = 0
    while at < len(done):
        way = done[at]
        at += 1
        for piece in waiting[:]:
            crossing = _crossing((*way[-2], *way[-1]), (*piece[0], *piece[1]))
            if crossing is not None:
                waiting.remove(piece)
                done += [[*way[:-1], crossing, end] for end in piece if end != crossing]
    return done


def _joined(shared: list[list[Point]], leg: Segment) -> list[Point]:
    """The shortest way along shared pieces to the last piece and along it; empty where there is none."""
    start, end = _ends(leg)
    for way in sorted(shared, key=len):
        crossing = _crossing((*way[-2], *way[-1]), leg)
        if crossing is not None:
            return [*way[:-1], crossing, end if end != crossing else start]
    return []


def _ends(piece: Segment) -> tuple[Point, Point]:
    return piece[:2], piece[2:]


def _crossing(first: Segment, second: Segment) -> Point | None:
    """Where two pieces meet, if they do."""
    left = max(min(first[0], first[2]), min(second[0], second[2]))
    right = min(max(first[0], first[2]), max(second[0], second[2]))
    top = max(min(first[1], first[3]), min(second[1], second[3]))
    bottom = min(max(first[1], first[3]), max(second[1], second[3]))
    if left > right or top > bottom:
        return None
    x, y = second[0] if second[0] == second[2] else first[0], second[1] if second[1] == second[3] else first[1]
    return min(max(x, left), right), min(max(y, top), bottom)
