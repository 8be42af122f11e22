"""Lines with right angles as the bent connectors that office programs know.

Such a connector is described before it is turned and mirrored: it starts at the left upper corner of its frame,
goes right, turns at each bend, and ends at the right lower corner. Where it bends is told in parts of the frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
MOST_PIECES = 5
_WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class Elbow:
    """The frame of a connector before it is turned round its middle, and where it bends."""

    pieces: int
    x: int
    y: int
    width: int
    height: int
    turned: bool
    """By a quarter, clockwise."""
    mirrored_across: bool
    mirrored_down: bool
    bends: tuple[int, ...]
    """Places of all bends but the last, in hundred-thousandths of width and height in turn."""


def simplified(way: Sequence[Point]) -> list[Point]:
    """The way without points that are on a straight piece or stand twice."""
    kept: list[Point] = []
    for point in way:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _is_straight(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return kept


def _is_straight(first: Point, second: Point, third: Point) -> bool:
    return first[0] == second[0] == third[0] or first[1] == second[1] == third[1]


def is_square(way: Sequence[Point]) -> bool:
    """Whether the way has right angles only."""
    return all((x1 == x2) != (y1 == y2) for (x1, y1), (x2, y2) in pairwise(way))


def elbow(way: Sequence[Point], least: int) -> Elbow:
    """A simplified way with right angles and at most five pieces as a connector.

    `least` is the least side of its frame where it bends: parts of nothing cannot be told.
    """
    (x1, y1), (x2, y2) = way[0], way[-1]
    turned = way[1][0] == x1
    along = [y - y1 if turned else x - x1 for x, y in way]
    aside = [x1 - x if turned else y - y1 for x, y in way]
    back, down = along[-1] < 0 or (along[-1] == 0 and along[1] < 0), aside[-1] < 0
    pieces = len(way) - 1
    wide, high = round(abs(along[-1])), round(abs(aside[-1]))
    if pieces > 1:
        wide, high = max(wide, least), max(high, least)
    bends = []
    for bend in range(1, pieces - 1):
        value, side = (along[bend], wide) if bend % 2 else (aside[bend], high)
        mirrored = back if bend % 2 else down
        bends.append(round((-value if mirrored else value) * _WHOLE / side))
    middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2
    return Elbow(
        pieces,
        round(middle_x - wide / 2),
        round(middle_y - high / 2),
        wide,
        high,
        turned,
        back,
        down,
        tuple(bends),
    )
