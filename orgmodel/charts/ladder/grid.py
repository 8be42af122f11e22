"""Where rungs stand: lines of a level below each other, slots of a column beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from orgmodel.charts.ladder.ladder import Ladder

_MOST_BESIDE = 12
"""Cards beside each other on the whole page, where one cell has more than its share."""
_LEAST_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """`places` has line and slot of each rung; `lines` the level of each line, `slots` the column of each slot."""

    places: tuple[tuple[int, int], ...]
    lines: tuple[int, ...]
    slots: tuple[int, ...]

    def is_free(self, slot: int, first: int, last: int) -> bool:
        """Whether no rung stands in a slot from one line to another, both included."""
        return not any(place[1] == slot and first <= place[0] <= last for place in self.places)


def grid_of(ladder: Ladder) -> Grid:
    """Every rung gets a place of its own; below a rung of the same column stands what leads to it, if it can."""
    cells: dict[tuple[int, int], list[int]] = {}
    for place, rung in enumerate(ladder.rungs):
        cells.setdefault((rung.level, rung.column), []).append(place)
    share = max(_LEAST_BESIDE, _MOST_BESIDE // max(len(ladder.columns), 1))
    wide = [0] * len(ladder.columns)
    for (_level, column), rungs in cells.items():
        wide[column] = max(wide[column], min(len(rungs), share))
    starts = [sum(wide[:column]) for column in range(len(wide))]
    lines: list[int] = []
    found: dict[int, tuple[int, int]] = {}
    below: dict[int, list[int]] = {}
    for low, up in ladder.promotions:
        below.setdefault(up, []).append(low)
    first: dict[int, int] = {}
    for level in ladder.levels:
        first[level] = len(lines)
        deepest = max(ceil(len(cells.get((level, column), ())) / wide[column]) for column in range(len(wide)))
        lines += [level] * deepest
    for level in reversed(ladder.levels):
        for column, start in enumerate(starts):
            members = cells.get((level, column), [])
            spots = _spots(members, wide[column], below, found, start)
            for member, (line, slot) in zip(members, spots, strict=True):
                found[member] = (first[level] + line, start + slot)
    slots = tuple(column for column, count in enumerate(wide) for _ in range(count))
    return Grid(tuple(found[place] for place in range(len(ladder.rungs))), tuple(lines), slots)


def _spots(
    rungs: Sequence[int], wide: int, below: dict[int, list[int]], found: dict[int, tuple[int, int]], start: int
) -> Iterator[tuple[int, int]]:
    """Line and slot within the cell: full lines in order; in a line that is not full, above whom one comes from."""
    for line in range(ceil(len(rungs) / wide)):
        part = rungs[line * wide : (line + 1) * wide]
        free = list(range(wide))
        taken: dict[int, int] = {}
        for rung in part:
            wanted = [found[low][1] - start for low in below.get(rung, ()) if low in found]
            slot = next((slot for slot in wanted if slot in free), None)
            if slot is not None:
                free.remove(slot)
                taken[rung] = slot
        for rung in part:
            yield line, taken[rung] if rung in taken else free.pop(0)
