"""Boxes of one band at one height: an arrangement in rows, where only leaves stand below each other.

Every box has a band, counted from the top. A box stands in its band; where it would not come to stand below its
parent (same band, a higher one, or none known), it stands in the next row of its parent's band. Boxes with
children stand in the uppermost row of their band. Leaves of one parent and band may fill columns of up to so many
rows; the number of rows is the one that brings the page nearest to the wanted shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from orgmodel.charts.layout.cost import page_cost
from orgmodel.charts.layout.forest import Forest, grow
from orgmodel.charts.layout.fronts import column_counts
from orgmodel.charts.layout.measures import Measures
from orgmodel.charts.layout.placing import NO_LEG, Layout, Segment

NO_BAND = -1
BAND_PAD = 12
"""Free height between the boxes of a band and its edges."""
_MOST_ROWS = 60

Place = tuple[int, int]
"""Band and row within the band."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Leaves of one parent in one row, or folded into columns; or one box with children (``rows`` is 0)."""

    boxes: list[int]
    rows: int
    width: int


def arrange_aligned(
    parents: Sequence[int],
    bands: Sequence[int],
    sizes: Measures,
    aspect: float | None,
    extra: tuple[int, int] = (0, 0),
) -> Layout:
    """Place a forest so that the boxes of each band stand at one height.

    ``bands`` gives the band of each box from 0 at the top, or :data:`NO_BAND`; the other arguments are those of
    :func:`orgmodel.charts.layout.fitting.arrange`. Without an ``aspect`` nothing is folded.
    """
    forest = grow(parents)
    if not parents:
        return Layout(0, 0, sizes.width, sizes.height, [], [], {}, [])
    places = seats(forest, bands)
    largest = max(map(len, _groups(forest, places)), default=1)
    folds = [1] if aspect is None else column_counts(min(largest, _MOST_ROWS))
    tried = (_Rows(forest, places, sizes, rows) for rows in folds)
    best = min(
        tried, key=lambda one: page_cost(one.width + extra[0], one.height + extra[1], aspect, len(parents), sizes)
    )
    return best.layout()


def seats(forest: Forest, bands: Sequence[int]) -> list[Place]:
    """Band and row of every box; rows of a band are counted from 0 and only grow from parent to child."""
    places: list[Place] = [(0, 0)] * len(bands)
    last = max(bands, default=0)
    for top in forest.tops:
        places[top] = (max(bands[top], 0), 0)
    for box in forest.order:
        band, row = places[box]
        for child in forest.children[box]:
            wanted = bands[child]
            if wanted == NO_BAND and band < last:
                wanted = band + 1
            places[child] = (wanted, 0) if wanted > band else (band, row + 1)
    return places


def _groups(forest: Forest, places: list[Place]) -> list[list[int]]:
    """The leaves that may stand in columns together: those of one parent and one place."""
    found: list[list[int]] = []
    for children in (*forest.children, forest.tops):
        by_place: dict[Place, list[int]] = {}
        for child in children:
            if not forest.children[child]:
                by_place.setdefault(places[child], []).append(child)
        found.extend(by_place.values())
    return found


class _Rows:
    """One try: leaves folded into columns of at most so many rows."""

    def __init__(self, forest: Forest, places: list[Place], sizes: Measures, rows: int) -> None:
        self.forest, self.places, self.sizes, self.rows = forest, places, sizes, rows
        self.widths = [0] * len(places)
        self.blocks: dict[int, list[_Block]] = {}
        self.used = [1] * (1 + max(band for band, _ in places))
        for box in reversed(forest.order):
            self.widths[box] = self._measure(box, forest.children[box])
        self.width = self._measure(-1, forest.tops)
        self.tops = self._tops()
        self.height = self.tops[-1]

    def _measure(self, box: int, children: list[int]) -> int:
        """Blocks below a box, and the width they take together."""
        sizes = self.sizes
        if box >= 0:
            band, row = self.places[box]
            self.used[band] = max(self.used[band], row + 1)
        if not children:
            return sizes.width
        blocks = self.blocks[box] = list(self._blocks(children))
        width = sum(block.width for block in blocks) + sizes.gap * (len(blocks) - 1)
        return max(width, sizes.width)

    def _blocks(self, children: list[int]) -> list[_Block]:
        sizes, rows = self.sizes, self.rows
        made: list[_Block] = []
        leaves: dict[Place, list[int]] = {}
        for child in children:
            if rows > 1 and not self.forest.children[child]:
                leaves.setdefault(self.places[child], []).append(child)
            else:
                made.append(_Block([child], 0, self.widths[child]))
        folded: list[_Block] = []
        for (band, row), boxes in sorted(leaves.items()):
            columns = -(-len(boxes) // rows)
            high = -(-len(boxes) // columns)
            if high == 1:
                folded.extend(_Block([box], 0, sizes.width) for box in boxes)
                continue
            self.used[band] = max(self.used[band], row + high)
            folded.append(_Block(boxes, high, sizes.leaf_width(columns)))
        return folded + made

    def _tops(self) -> list[int]:
        """Upper edge of every band, and the lower edge of the last one."""
        sizes = self.sizes
        nested = {band for band, row in self.places if row}
        self.pitch = [sizes.height + (sizes.drop if band in nested else sizes.stack) for band in range(len(self.used))]
        heights = [
            (rows - 1) * pitch + sizes.height + 2 * BAND_PAD for rows, pitch in zip(self.used, self.pitch, strict=True)
        ]
        heights[1:] = [height + max(sizes.drop - 2 * BAND_PAD, 0) for height in heights[1:]]
        return [0, *accumulate(heights)]

    def _y(self, place: Place) -> int:
        band, row = place
        lane = max(self.sizes.drop - 2 * BAND_PAD, 0) if band else 0
        return self.tops[band] + lane + BAND_PAD + row * self.pitch[band]

    def layout(self) -> Layout:
        """Places of all boxes and lines."""
        sizes, size = self.sizes, len(self.places)
        self.x, self.y = [0] * size, [self._y(place) for place in self.places]
        self.legs: list[Segment] = [NO_LEG] * size
        trunks: dict[int, tuple[Segment, ...]] = {}
        waiting = [(-1, 0)]
        while waiting:
            box, left = waiting.pop()
            reach, spines = self._place_below(box, left, waiting)
            if box >= 0:
                trunks[box] = self._trunk(box, reach, spines)
        for top in self.forest.tops:
            self.legs[top] = NO_LEG
        bands = tuple(zip(self.tops, self.tops[1:], strict=False))
        trunks = {box: trunks[box] for box in self.forest.order if box in trunks}
        return Layout(
            self.width, self.height, sizes.width, sizes.height, self.x, self.y, trunks, self.legs, bands=bands
        )

    def _bus(self, box: int) -> int:
        return self.y[box] + self.sizes.height + self.sizes.drop // 2 if box >= 0 else 0

    def _place_below(self, box: int, left: int, waiting: list[tuple[int, int]]) -> tuple[list[int], list[Segment]]:
        """Place what stands below a box from the left; where its bus has to reach, and the spines."""
        sizes = self.sizes
        bus = self._bus(box)
        reach: list[int] = []
        spines: list[Segment] = []
        width = sum(block.width + sizes.gap for block in self.blocks[box]) - sizes.gap
        whole = self.widths[box] if box >= 0 else self.width
        left += (whole - width) // 4 * 2
        for block in self.blocks[box]:
            if block.rows:
                spines.extend(self._fold(block, left, bus))
            else:
                child = block.boxes[0]
                self.x[child] = left + self._stand(child)
                stem = self.x[child] + sizes.width // 2
                self.legs[child] = (stem, bus, stem, self.y[child])
                reach.append(stem)
                if self.forest.children[child]:
                    waiting.append((child, left))
            left += block.width + sizes.gap
        return [*reach, *(spine[0] for spine in spines)], spines

    def _stand(self, box: int) -> int:
        return self.sizes.centred(self.widths[box])

    def _fold(self, block: _Block, left: int, bus: int) -> list[Segment]:
        sizes = self.sizes
        spines: list[Segment] = []
        for start in range(0, len(block.boxes), block.rows):
            spine, level = left + sizes.spine, 0
            for number, leaf in enumerate(block.boxes[start : start + block.rows]):
                band, row = self.places[leaf]
                self.x[leaf], self.y[leaf] = left + sizes.indent, self._y((band, row + number))
                level = self.y[leaf] + sizes.height // 2
                self.legs[leaf] = (spine, level, left + sizes.indent, level)
            spines.append((spine, bus, spine, level))
            left += sizes.pitch
        return spines

    def _trunk(self, box: int, reach: list[int], spines: list[Segment]) -> tuple[Segment, ...]:
        stem, bus = self.x[box] + self.sizes.width // 2, self._bus(box)
        lines = [*spines, (min(stem, *reach), bus, max(stem, *reach), bus)]
        lines.append((stem, self.y[box] + self.sizes.height, stem, bus))
        return tuple(line for line in lines if line[:2] != line[2:])
