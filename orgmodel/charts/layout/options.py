"""Which shapes can a subtree take? Bottom-up fronts of (width, height).

Every box with children offers a few arrangements of them (:class:`Kind`), each with a width and a height. Of
all arrangements a box keeps only those that no other one beats in both width and height, and of these at most a
fixed number, spread evenly over log(width / height). So the work is linear in the number of boxes, and the top can
choose among shapes from tall to wide. The idea is the tip-over drawing of Eades, Lin and Lin (1993), whose
minimum-size form is NP-hard; the bounded front is what makes it cheap.

Equal subtrees have equal fronts, so a front is computed once per shape of subtree and looked up afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from math import ceil, log
from typing import NamedTuple

from orgmodel.charts.layout.measures import Measures

MAX_LEAVES_IN_ROW = 8
"""Up to so many leaves may stand in slots; more in one row are hard to count and to compare."""

_FEW = 4


class Kind(IntEnum):
    """How the children of one box are arranged; all children of a box share one arrangement."""

    LEAF = 0
    """No children."""
    SLOTS = 1
    """Every child, leaf or not, in a slot of its own in one row."""
    ROW = 2
    """Leaves in hanging columns, then every subtree in a slot of its own in the same row."""
    HANG = 3
    """Leaves in hanging columns, then the subtrees in further hanging columns, one below the other."""
    OUTLINE = 4
    """One spine: leaves first (as a grid of columns where that fits), the subtrees below them."""


class Option(NamedTuple):
    """One shape of a subtree and how it comes about."""

    width: int
    height: int
    kind: Kind
    columns: int
    """Hanging columns of leaves."""
    cap: int
    """Largest height (slots) or width (hanging) a child may take; it picks each child's option."""
    tall: int
    """Height at which a hanging column of subtrees is full."""
    stand: int = 0
    """Distance of the box from the left edge of its subtree where its line comes from above.

    It stands at the left above a single spine, in the middle of the lines above a row, else in the middle.
    """


Front = tuple[Option, ...]


def column_counts(total: int, finely: int = 4) -> list[int]:
    """Numbers of columns worth trying for ``total`` boxes: all small ones, then about 1/``finely`` more each."""
    counts = list(range(1, min(total, 6) + 1))
    while counts and counts[-1] < total:
        counts.append(min(total, counts[-1] + max(1, counts[-1] // finely)))
    return counts


def first_below(front: Front, height: int) -> Option:
    """The narrowest option no higher than ``height``, else the lowest; fronts go from narrow to wide."""
    for option in front:
        if option.height <= height:
            return option
    return front[-1]


def last_within(front: Front, width: int) -> Option:
    """The lowest option no wider than ``width``, else the narrowest."""
    found = front[0]
    for option in front:
        if option.width > width:
            break
        found = option
    return found


def choose_below(fronts: list[Front], at: list[int], height: int) -> None:
    """Move each number in ``at`` to what :func:`first_below` picks; heights must come in rising order."""
    for child, front in enumerate(fronts):
        number = at[child]
        while number and front[number - 1].height <= height:
            number -= 1
        at[child] = number


def choose_within(fronts: list[Front], at: list[int], width: int) -> None:
    """Move each number in ``at`` to what :func:`last_within` picks; widths must come in rising order."""
    for child, front in enumerate(fronts):
        number = at[child]
        while number + 1 < len(front) and front[number + 1].width <= width:
            number += 1
        at[child] = number


def hung_width(option: Option, sizes: Measures) -> int:
    """Width of a subtree on a spine: a row of slots is indented there, so as not to read as the column itself."""
    return option.width + (sizes.indent if option.kind is Kind.SLOTS else 0)


def fill(heights: Sequence[int], tall: int, stack: int) -> list[int]:
    """Where each hanging column starts when columns are filled in order up to the height ``tall``."""
    starts = [0]
    used = -stack
    for index, height in enumerate(heights):
        if used + stack + height > tall and used >= 0:
            starts.append(index)
            used = -stack
        used += stack + height
    return starts


class Shapes:
    """Fronts of all subtrees of one drawing, shared between equal subtrees."""

    def __init__(self, measures: Measures, keep: int) -> None:
        self.measures = measures
        self.keep = keep
        leaf = Option(measures.width, measures.height, Kind.LEAF, 0, 0, 0)
        self.fronts: list[Front] = [(leaf,)]
        self._known: dict[tuple[int, tuple[int, ...]], int] = {(0, ()): 0}

    def shape(self, leaves: int, subtrees: tuple[int, ...]) -> int:
        """Number of the shape with so many leaves and these shapes as further children."""
        key = (leaves, subtrees)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = len(self.fronts)
            options = self.candidates(leaves, [self.fronts[shape] for shape in subtrees])
            self.fronts.append(thin(prune(options), self.keep))
        return known

    def candidates(self, leaves: int, fronts: list[Front], head: bool = True) -> list[Option]:
        """All arrangements under one box; without ``head`` there is no box on top and no line to it."""
        sizes = self.measures
        row_top = sizes.height + sizes.drop if head else 0
        outline_top = sizes.height + sizes.stack if head else 0
        made: list[Option] = []
        if fronts:
            self._slots(made, leaves, fronts, row_top)
            self._hanging(made, leaves, fronts, row_top, outline_top)
        else:
            self._leaves(made, leaves, row_top, outline_top)
        return made

    def _leaves(self, made: list[Option], leaves: int, row_top: int, outline_top: int) -> None:
        sizes = self.measures
        if leaves <= MAX_LEAVES_IN_ROW:
            width = leaves * (sizes.width + sizes.gap) - sizes.gap
            stand = sizes.centred(width)
            made.append(Option(width, row_top + sizes.height, Kind.SLOTS, 0, sizes.height, 0, stand))
        for columns in column_counts(leaves, 12):
            if columns == leaves and 1 < leaves <= MAX_LEAVES_IN_ROW:
                continue  # a row of slots says the same in less room
            if leaves <= _FEW and leaves % columns:
                continue  # two boxes beside a single one look like a mistake
            height = sizes.leaf_height(ceil(leaves / columns))
            if columns == 1:
                made.append(Option(sizes.leaf_width(1), outline_top + height, Kind.OUTLINE, 1, 0, 0))
            else:
                width = sizes.leaf_width(columns)
                stand = sizes.centred(width)
                made.append(Option(width, row_top + height, Kind.HANG, columns, 0, 0, stand))

    def _slots(self, made: list[Option], leaves: int, fronts: list[Front], top: int) -> None:
        sizes = self.measures
        at = [len(front) - 1 for front in fronts]
        for cap in spread({option.height for front in fronts for option in front}, self.keep):
            choose_below(fronts, at, cap)
            chosen = [front[number] for front, number in zip(fronts, at, strict=True)]
            width = sum(option.width for option in chosen) + sizes.gap * (len(chosen) - 1)
            height = max(option.height for option in chosen)
            if leaves <= MAX_LEAVES_IN_ROW:
                wider = width + leaves * (sizes.width + sizes.gap)
                stand = sizes.centred(wider) if leaves else middle(chosen, width)
                made.append(Option(wider, top + height, Kind.SLOTS, 0, cap, 0, stand))
            columns = columns_below(leaves, height, sizes) if leaves else 0
            if leaves > MAX_LEAVES_IN_ROW or columns < leaves:
                wide = width + columns * sizes.pitch
                made.append(Option(wide, top + height, Kind.ROW, columns, cap, 0, sizes.centred(wide)))

    def _hanging(self, made: list[Option], leaves: int, fronts: list[Front], top: int, outline_top: int) -> None:
        sizes = self.measures
        at = [0] * len(fronts)
        for cap in spread({option.width for front in fronts for option in front}, self.keep):
            choose_within(fronts, at, cap)
            chosen = [front[number] for front, number in zip(fronts, at, strict=True)]
            made.extend(self._outlines(leaves, chosen, cap, (top, outline_top)))
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
                    made.append(Option(wide, top + height, Kind.HANG, columns, cap, tall, sizes.centred(wide)))

    def _outlines(self, leaves: int, chosen: list[Option], cap: int, tops: tuple[int, int]) -> Iterator[Option]:
        """One spine with the leaves in one column, and with as many columns as the subtrees are wide."""
        sizes = self.measures
        width = sizes.indent + max(hung_width(option, sizes) for option in chosen)
        below = sum(option.height + sizes.stack for option in chosen) - (0 if leaves else sizes.stack)
        height = tops[1] + below + sizes.leaf_height(leaves)
        yield Option(width, height, Kind.OUTLINE, min(leaves, 1), cap, 0)
        columns = min(leaves, (width + sizes.gap) // sizes.pitch)
        if columns > 1:
            height = tops[0] + below + sizes.leaf_height(ceil(leaves / columns))
            yield Option(width, height, Kind.OUTLINE, columns, cap, 0)


def middle(chosen: Sequence[Option], width: int) -> int:
    """Where a box stands above a row: midway between the first and the last box of the row."""
    return (chosen[0].stand + width - chosen[-1].width + chosen[-1].stand) // 4 * 2


def columns_below(leaves: int, height: int, sizes: Measures) -> int:
    """Hanging columns of leaves that stay within a height, as few as possible."""
    rows = max(1, (height + sizes.stack) // (sizes.height + sizes.stack))
    return ceil(leaves / ceil(leaves / ceil(leaves / rows)))


def columns_size(chosen: list[Option], starts: list[int], sizes: Measures) -> tuple[int, int]:
    """Width and height of hanging columns of subtrees."""
    width, height = -sizes.gap, 0
    for start, end in zip(starts, [*starts[1:], len(chosen)], strict=True):
        column = chosen[start:end]
        width += sizes.indent + max(hung_width(option, sizes) for option in column) + sizes.gap
        height = max(height, sum(option.height for option in column) + sizes.stack * (end - start - 1))
    return width, height


def spread(values: set[int], keep: int) -> list[int]:
    """At most ``keep`` of the values, spread evenly over their logarithms, smallest and largest included."""
    found = sorted(values)
    if len(found) <= keep:
        return found
    low, high = log(found[0]), log(found[-1])
    picked = []
    for step in range(keep):
        wanted = low + (high - low) * step / (keep - 1)
        at = bisect_left(found, wanted, key=log)
        picked.append(found[min(at, len(found) - 1)])
    return sorted(set(picked))


def prune(options: list[Option]) -> list[Option]:
    """The options that no other beats in width and height, from narrow to wide."""
    kept: list[Option] = []
    for option in sorted(options):
        if not kept or option.height < kept[-1].height:
            kept.append(option)
    return kept


def thin(front: list[Option], keep: int, window: float = 2.5) -> Front:
    """At most ``keep`` options, spread evenly over log(width / height) within ``window`` of a square.

    Outside the window only the nearest option on either side is kept: a subtree much taller or wider than the
    page is of no use to the boxes above it unless nothing else is left.
    """
    if len(front) <= 2:
        return tuple(front)
    shapes = [log(option.width / option.height) for option in front]
    first = max(bisect_left(shapes, -window) - 1, 0)
    last = min(bisect_left(shapes, window), len(front) - 1)
    if last - first < keep:
        return tuple(front[first : last + 1])
    low, high = shapes[first], shapes[last]
    picked: list[Option] = []
    for step in range(keep):
        at = bisect_left(shapes, low + (high - low) * step / (keep - 1))
        option = front[min(at, last)]
        if not picked or picked[-1] is not option:
            picked.append(option)
    return tuple(picked)
