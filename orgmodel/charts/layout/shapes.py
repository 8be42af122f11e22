"""Which shapes can a subtree take? Bottom-up fronts of (width, height).

Every box with children offers a few arrangements of them (:class:`Kind`), each with a width, a height and a burden
on the reader. Of all arrangements a box keeps only those that no other one beats, and of these at most a fixed
number, spread evenly over log(width / height). So the work is linear in the number of boxes, and the top can
choose among shapes from tall to wide. The idea is the tip-over drawing of Eades, Lin and Lin (1993), whose
minimum-size form is NP-hard; the bounded front is what makes it cheap.

Equal subtrees have equal fronts, so a front is computed once per shape of subtree and looked up afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from orgmodel.charts.layout.cost import unlike_a_row, way_burden
from orgmodel.charts.layout.fronts import column_counts, prune, spread, thin
from orgmodel.charts.layout.measures import Measures
from orgmodel.charts.layout.options import (
    Front,
    Kind,
    Option,
    choose_below,
    choose_within,
    fill,
    hung,
    middle,
)
from orgmodel.charts.layout.surroundings import framed, with_aside

MAX_LEAVES_IN_ROW = 8
"""Up to so many leaves may stand in slots; more in one row are hard to count and to compare."""

_FEW = 4


class Shapes:
    """Fronts of all subtrees of one drawing of so many ``boxes``, shared between equal subtrees."""

    def __init__(self, measures: Measures, keep: int, boxes: int) -> None:
        self.measures = measures
        self.keep = keep
        self.boxes = boxes
        leaf = Option(measures.width, measures.height, Kind.LEAF, 0, 0, 0)
        self.fronts: list[Front] = [(leaf,)]
        self.sizes = [1]
        """Boxes in a subtree of each shape."""
        self._known: dict[tuple[int, int, tuple[int, ...]], int] = {(0, 0, ()): 0}

    def shape(self, leaves: int, subtrees: tuple[int, ...], aside: int = 0) -> int:
        """Number of the shape with so many leaves, these shapes as further children, and boxes beside its line."""
        key = (aside, leaves, subtrees)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = len(self.fronts)
            below = leaves + sum([self.sizes[shape] for shape in subtrees])
            options = self.candidates(leaves, subtrees, aside=aside)
            self.sizes.append(1 + aside + below)
            self.fronts.append(thin(prune(options, 1 + aside + below), self.keep))
        return known

    def framed(self, shape: int) -> int:
        """Number of the same shape with a frame around it."""
        key = (-1, shape, ())
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = len(self.fronts)
            self.sizes.append(self.sizes[shape])
            self.fronts.append(tuple(framed(option, self.measures) for option in self.fronts[shape]))
        return known

    def candidates(self, leaves: int, subtrees: tuple[int, ...], head: bool = True, aside: int = 0) -> list[Option]:
        """All arrangements under one box; without ``head`` there is no box on top and no line to it."""
        offer = Offer(self, leaves, subtrees, head)
        return [with_aside(option, aside, self.measures) for option in offer.options()]


class Offer:
    """All arrangements of so many leaves and these subtrees below one box."""

    def __init__(self, shapes: Shapes, leaves: int, subtrees: tuple[int, ...], head: bool) -> None:
        sizes = shapes.measures
        self.sizes, self.keep = sizes, shapes.keep
        self.leaves = leaves
        self.fronts = [shapes.fronts[shape] for shape in subtrees]
        self.row_top = sizes.height + sizes.drop if head else 0
        self.outline_top = sizes.height + sizes.stack if head else 0
        below = leaves + sum([shapes.sizes[shape] for shape in subtrees])
        self.unlike = [unlike_a_row(kind, below, shapes.boxes) for kind in Kind]

    def options(self) -> Iterator[Option]:
        """Rows, hanging columns and outlines."""
        if self.fronts:
            yield from self._slots()
            yield from self._hanging()
        else:
            yield from self._leaves_only()

    def _burden(self, kind: Kind, chosen: list[Option], length: float, bends: int) -> float:
        below = sum([option.burden for option in chosen])
        return below + self.unlike[kind] + way_burden(length, bends, self.sizes)

    def _leaves_only(self) -> Iterator[Option]:
        sizes, leaves = self.sizes, self.leaves
        if leaves <= MAX_LEAVES_IN_ROW:
            width = leaves * (sizes.width + sizes.gap) - sizes.gap
            burden = self._burden(Kind.SLOTS, [], leaves * (sizes.drop + width / 4), 2 * leaves)
            height = self.row_top + sizes.height
            yield Option(width, height, Kind.SLOTS, 0, sizes.height, 0, sizes.centred(width), burden)
        for columns in column_counts(leaves, 12):
            if columns == leaves and 1 < leaves <= MAX_LEAVES_IN_ROW:
                continue  # a row of slots says the same in less room
            if leaves <= _FEW and leaves % columns:
                continue  # two boxes beside a single one look like a mistake
            width, high = sizes.leaf_width(columns), sizes.leaf_height(ceil(leaves / columns))
            if columns == 1:
                burden = self._burden(Kind.OUTLINE, [], leaves * high / 2, leaves)
                yield Option(width, self.outline_top + high, Kind.OUTLINE, 1, 0, 0, 0, burden)
            else:
                ways = leaves * (sizes.drop + width / 4 + high / 2)
                burden = self._burden(Kind.HANG, [], ways, 3 * leaves)
                yield Option(width, self.row_top + high, Kind.HANG, columns, 0, 0, sizes.centred(width), burden)

    def _slots(self) -> Iterator[Option]:
        sizes, leaves, fronts = self.sizes, self.leaves, self.fronts
        at = [len(front) - 1 for front in fronts]
        count = len(fronts)
        for cap in spread({option.height for front in fronts for option in front}, self.keep):
            choose_below(fronts, at, cap)
            chosen = [front[number] for front, number in zip(fronts, at, strict=True)]
            width = sum([option.width for option in chosen]) + sizes.gap * (count - 1)
            height = max([option.height for option in chosen])
            if leaves <= MAX_LEAVES_IN_ROW:
                wide = width + leaves * (sizes.width + sizes.gap)
                stand = sizes.centred(wide) if leaves else middle(chosen, width)
                total = leaves + count
                burden = self._burden(Kind.SLOTS, chosen, total * (sizes.drop + wide / 4), 2 * total)
                yield Option(wide, self.row_top + height, Kind.SLOTS, 0, cap, 0, stand, burden)
            columns = columns_below(leaves, height, sizes) if leaves else 0
            if leaves > MAX_LEAVES_IN_ROW or columns < leaves:
                wide = width + columns * sizes.pitch
                ways = (leaves + count) * (sizes.drop + wide / 4) + self._leaf_drops(columns)
                burden = self._burden(Kind.ROW, chosen, ways, 3 * leaves + 2 * count)
                yield Option(wide, self.row_top + height, Kind.ROW, columns, cap, 0, sizes.centred(wide), burden)

    def _leaf_drops(self, columns: int) -> float:
        """Length of the ways down the spines of the leaves, all together."""
        return self.leaves * self.sizes.leaf_height(ceil(self.leaves / columns)) / 2

    def _hanging(self) -> Iterator[Option]:
        fronts = self.fronts
        at = [0] * len(fronts)
        for cap in spread({option.width for front in fronts for option in front}, self.keep):
            choose_within(fronts, at, cap, self.sizes.indent)
            chosen = [front[number] for front, number in zip(fronts, at, strict=True)]
            yield from self._outlines(chosen, cap)
            yield from self._columns(chosen, cap)

    def _columns(self, chosen: list[Option], cap: int) -> Iterator[Option]:
        sizes, leaves = self.sizes, self.leaves
        heights = [option.height for option in chosen]
        total, highest = sum(heights) + sizes.stack * (len(heights) - 1), max(heights)
        for count in column_counts(len(chosen))[0 if leaves else 1 :]:
            tall = max(highest, ceil(total / count))
            starts = fill(heights, tall, sizes.stack)
            while len(starts) > count:
                tall += max(1, tall // 12)
                starts = fill(heights, tall, sizes.stack)
            width, height = columns_size(chosen, starts, sizes)
            columns = columns_below(leaves, height, sizes) if leaves else 0
            if len(starts) > 1 or columns:
                wide = width + columns * sizes.pitch
                boxes = leaves + len(chosen)
                ways = boxes * (sizes.drop + wide / 4) + len(chosen) * total / len(starts) / 2
                ways += self._leaf_drops(columns) if leaves else 0
                burden = self._burden(Kind.HANG, chosen, ways, 3 * boxes)
                yield Option(wide, self.row_top + height, Kind.HANG, columns, cap, tall, sizes.centred(wide), burden)

    def _outlines(self, chosen: list[Option], cap: int) -> Iterator[Option]:
        """One spine with the leaves in one column, and with as many columns as the subtrees are wide."""
        sizes, leaves = self.sizes, self.leaves
        width = sizes.indent + max([hung(option, sizes.indent) for option in chosen])
        subtrees = sum([option.height for option in chosen]) + (len(chosen) - 1) * sizes.stack
        for columns in (min(leaves, 1), min(leaves, (width + sizes.gap) // sizes.pitch)):
            if columns == 1 or not leaves:
                top, bends = self.outline_top, 1
            else:
                top, bends = self.row_top, 3
            block = sizes.leaf_height(ceil(leaves / columns)) + sizes.stack if columns else 0
            ways = leaves * block / 2 + len(chosen) * (block + subtrees / 2)
            burden = self._burden(Kind.OUTLINE, chosen, ways, bends * (leaves + len(chosen)))
            yield Option(width, top + block + subtrees, Kind.OUTLINE, columns, cap, 0, 0, burden)
            if columns == leaves or (width + sizes.gap) // sizes.pitch <= 1:
                return


def columns_below(leaves: int, height: int, sizes: Measures) -> int:
    """Hanging columns of leaves that stay within a height, as few as possible."""
    rows = max(1, (height + sizes.stack) // (sizes.height + sizes.stack))
    return ceil(leaves / ceil(leaves / ceil(leaves / rows)))


def columns_size(chosen: list[Option], starts: list[int], sizes: Measures) -> tuple[int, int]:
    """Width and height of hanging columns of subtrees."""
    width, height = -sizes.gap, 0
    for start, end in zip(starts, [*starts[1:], len(chosen)], strict=True):
        column = chosen[start:end]
        width += sizes.indent + max([hung(option, sizes.indent) for option in column]) + sizes.gap
        height = max(height, sum([option.height for option in column]) + sizes.stack * (end - start - 1))
    return width, height
