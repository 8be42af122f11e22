"""The ways of promotions: through lanes between lines of cards and gutters between slots, never through a card.

Every piece of a way has a track of its own where others run beside it, so no two lie on each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from orgmodel.charts.ladder.grid import Grid

_PORT = 8.0
"""Pixels between lines at the edge of a card."""
_LAST_PORT = 9
_ASIDE = {("top", "bottom"): 0.0, ("top", "top"): 2.7, ("bottom", "top"): 5.4}
"""What lines that stay on a level, or fall, stand aside of the ports of those that rise."""

Side = tuple[int, str]
"""A rung and its upper or lower edge: `(3, "top")`."""


@dataclass(slots=True)
class Way:
    """A promotion's way: from the edge of a rung, in one or two lanes (and the gutter between them), to an edge.

    A lane lies above the line with its number. `tracks` say on which track of its lanes it runs, `ports` how far
    from the middle of the edges it begins and ends. Without lanes it is straight.
    """

    source: Side
    target: Side
    lanes: tuple[int, ...] = ()
    gutter: int | None = None
    tracks: list[int] = field(default_factory=list)
    gutter_track: int = 0
    ports: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways, and how many tracks each lane and gutter has."""

    ways: tuple[Way, ...]
    lanes: dict[int, int]
    gutters: dict[int, int]


def ways_of(grid: Grid, promotions: Sequence[tuple[int, int]]) -> Ways:
    """A way for each promotion, in their order."""
    ways = [_way(grid, low, up) for low, up in promotions]
    _assign_ports(grid, ways)
    lanes, gutters = _Tracks(), _Tracks()
    for way in ways:
        for lane, (start, end) in zip(way.lanes, _lane_ends(grid, way), strict=True):
            way.tracks.append(lanes.take(lane, start, end))
        if way.gutter is not None:
            way.gutter_track = gutters.take(way.gutter, *way.lanes)
    return Ways(tuple(ways), lanes.counts, gutters.counts)


def _way(grid: Grid, low: int, up: int) -> Way:
    (a, s), (b, t) = grid.places[low], grid.places[up]
    if b == a:
        return Way((low, "top"), (up, "top"), (a,))
    source, target = ((low, "top"), (up, "bottom")) if b < a else ((low, "bottom"), (up, "top"))
    if b < a and s == t and grid.is_free(s, min(a, b) + 1, max(a, b) - 1):
        return Way(source, target)
    start, end = (a, b + 1) if b < a else (a + 1, b)
    if start == end:
        return Way(source, target, (start,))
    return Way(source, target, (start, end), t if s < t else t + 1)


def _assign_ports(grid: Grid, ways: Sequence[Way]) -> None:
    """Straight ways in the middle; beside it those that go out on odd places and those that come in on even ones."""
    used: dict[tuple[Side, bool, bool], int] = {}

    def port(side: Side, other: Side, out: bool, aside: float) -> float:
        right = grid.places[other[0]][1] >= grid.places[side[0]][1]
        count = used.get((side, out, right), 0)
        used[(side, out, right)] = count + 1
        moved = _PORT * min(2 * count + (1 if out else 2), _LAST_PORT + (not out)) + aside
        return moved if right else -moved

    for way in ways:
        if way.lanes:
            aside = _ASIDE[way.source[1], way.target[1]]
            way.ports = (port(way.source, way.target, True, aside), port(way.target, way.source, False, aside))


def _lane_ends(grid: Grid, way: Way) -> list[tuple[float, float]]:
    """From where to where a way runs in each of its lanes; slots are odd numbers, gutters the even ones between."""
    if not way.lanes:
        return []
    start = 2 * grid.places[way.source[0]][1] + 1 + way.ports[0] / 200
    end = 2 * grid.places[way.target[0]][1] + 1 + way.ports[1] / 200
    if way.gutter is None:
        return [(start, end)]
    return [(start, 2.0 * way.gutter), (2.0 * way.gutter, end)]


class _Tracks:
    """Gives out tracks so that no two intervals on one track touch."""

    def __init__(self) -> None:
        self.counts: dict[int, int] = {}
        self._taken: dict[int, list[tuple[int, float, float]]] = {}

    def take(self, number: int, start: float, end: float) -> int:
        """The first track of a lane or gutter that is free from start to end."""
        low, high = min(start, end), max(start, end)
        taken = self._taken.setdefault(number, [])
        busy = {track for track, left, right in taken if left <= high and low <= right}
        track = next(track for track in range(len(taken) + 1) if track not in busy)
        taken.append((track, low, high))
        self.counts[number] = max(self.counts.get(number, 0), track + 1)
        return track
