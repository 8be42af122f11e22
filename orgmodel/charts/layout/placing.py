"""Top-down placing: from the chosen option of the top to a place for every box and every line.

All lines of one box run inside the rectangle of its subtree, in the lane between the box and its reports and
on the spines left of the hanging columns. Rectangles of different subtrees do not overlap, so no line crosses a
foreign box and no two boxes' lines fall together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from orgmodel.charts.layout.forest import Forest
from orgmodel.charts.layout.measures import Measures
from orgmodel.charts.layout.options import Front, Kind, Option, fill, first_below, hung, last_within
from orgmodel.charts.layout.surroundings import aside_rows, is_two_sided

Segment = tuple[int, int, int, int]
"""A horizontal or vertical piece of line: x1, y1, x2, y2."""

NO_LEG: Segment = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, in whole pixels from the top left corner.

    ``trunks`` holds for each box with children the lines its children share (stem, bus, spines); ``legs``
    holds for each box the last piece of line, from the trunk to the box, or :data:`NO_LEG` at a top.
    """

    width: int
    height: int
    box_width: int
    box_height: int
    x: list[int]
    y: list[int]
    trunks: dict[int, tuple[Segment, ...]]
    legs: list[Segment]
    frames: dict[int, Segment] = field(default_factory=dict)
    """Left, top, right and lower edge of the frame round a box and all below it."""
    bands: tuple[tuple[int, int], ...] = ()
    """Upper and lower edge of each band, where boxes are aligned."""

    def turned(self) -> Layout:
        """The same mirrored at the diagonal: what ran down runs to the right."""
        return Layout(
            self.height,
            self.width,
            self.box_height,
            self.box_width,
            self.y,
            self.x,
            {box: tuple([_turned(line) for line in trunk]) for box, trunk in self.trunks.items()},
            [_turned(leg) for leg in self.legs],
            {box: _turned(frame) for box, frame in self.frames.items()},
            self.bands,
        )


def _turned(segment: Segment) -> Segment:
    x1, y1, x2, y2 = segment
    return y1, x1, y2, x2


@dataclass(frozen=True, slots=True)
class _Head:
    """What children need to know of the box above them."""

    left: int
    """Left edge of the rectangle the children fill."""
    foot: int
    """Lower edge of the box."""
    under: int
    """Lower edge of what stands beside its line, else of the box."""
    stem: int
    """Where the line leaves the box."""
    drawn: bool = True


class Placing:
    """One run of the placing; holds the arrays that grow while boxes find their places."""

    def __init__(self, forest: Forest, sizes: Measures, fronts: list[Front], frames: Collection[int] = ()) -> None:
        size = len(forest.children)
        self.forest, self.sizes, self.fronts, self.framed = forest, sizes, fronts, frames
        self.x, self.y = [0] * size, [0] * size
        self.legs: list[Segment] = [NO_LEG] * size
        self.trunks: dict[int, tuple[Segment, ...]] = {}
        self.frames: dict[int, Segment] = {}
        # Boxes still to be placed: box, option, left and top of its rectangle, hangs from a spine.
        self._waiting: list[tuple[int, Option, int, int, bool]] = []

    def layout(self, option: Option) -> Layout:
        """What has been placed."""
        sizes = self.sizes
        return Layout(
            option.width, option.height, sizes.width, sizes.height, self.x, self.y, self.trunks, self.legs, self.frames
        )

    def place(self, option: Option) -> None:
        """Place all tops, several of them as the children of a box that is not drawn, then all below them."""
        tops = self.forest.tops
        if len(tops) == 1:
            self._waiting.append((tops[0], option, 0, 0, False))
        else:
            self._children(tops, option, _Head(0, 0, -self.sizes.drop, 0, drawn=False))
        for top in tops:
            self.legs[top] = NO_LEG
        while self._waiting:
            box, option, left, top, hangs = self._waiting.pop()
            if option.kind is Kind.LEAF:
                self.x[box], self.y[box] = left, top
            else:
                self._box(box, option, left, top, hangs)

    def _box(self, box: int, option: Option, left: int, top: int, hangs: bool) -> None:
        sizes = self.sizes
        at = left if hangs else left + option.stand
        if box in self.framed:
            indent = sizes.indent if hangs and option.kind is Kind.SLOTS else 0
            self.frames[box] = (left, top, left + indent + option.width, top + option.height)
            left, top = left + sizes.frame[0], top + sizes.frame[1]
            at = left if hangs else at
            option = option._replace(stand=option.stand - sizes.frame[0])
        aside = self.forest.aside.get(box)
        if hangs and aside and is_two_sided(option, len(aside), sizes):
            at += sizes.aside + sizes.width - sizes.width // 2
        self.x[box], self.y[box] = at, top
        if box in self.framed or at != left:
            self._reach(box, hangs)
        if hangs and option.kind is Kind.SLOTS:
            left += sizes.indent
        on_spine = option.kind is Kind.OUTLINE or (hangs and option.kind is Kind.HANG)
        foot = under = top + sizes.height
        stem = left + sizes.spine if on_spine and not aside else at + sizes.width // 2
        if aside:
            self._beside(aside, option, stem, foot)
            under += sizes.aside_height(aside_rows(option, len(aside), sizes))
        self.trunks[box] = self._children(self.forest.children[box], option, _Head(left, foot, under, stem))

    def _reach(self, box: int, hangs: bool) -> None:
        """Lead the last piece of line up to a box that does not stand at the edge of its rectangle."""
        x1, y1, _, _ = self.legs[box]
        if hangs:
            level = self.y[box] + self.sizes.height // 2
            self.legs[box] = (x1, level, self.x[box], level)
        elif self.legs[box] != NO_LEG:
            self.legs[box] = (x1, y1, x1, self.y[box])

    def _beside(self, aside: list[int], option: Option, stem: int, top: int) -> None:
        """Boxes beside the line below a box, left and right in turn where there is room on both sides."""
        sizes = self.sizes
        two_sided = is_two_sided(option, len(aside), sizes)
        for number, child in enumerate(aside):
            row = number // 2 if two_sided else number
            leftward = two_sided and number % 2 == 0
            x = stem - sizes.aside - sizes.width if leftward else stem + sizes.aside
            y = top + sizes.stack + sizes.aside_height(row)
            level = y + sizes.height // 2
            self.x[child], self.y[child] = x, y
            self.legs[child] = (stem, level, x + sizes.width if leftward else x, level)

    def _children(self, children: list[int], option: Option, head: _Head) -> tuple[Segment, ...]:
        """Arrange the children of one box; the lines they share."""
        sizes = self.sizes
        narrow = option.narrow and head.drawn and head.foot == head.under
        first = head.under + (sizes.stack if narrow else sizes.drop)
        bus = head.under + (0 if narrow else sizes.drop // 2)
        lines: list[Segment] = []
        if option.kind is Kind.SLOTS:
            self._slots(children, option, head.left, first, bus)
            reach = [self.legs[child][0] for child in children]
        else:
            reach, lines = self._blocks(children, option, head.left, first, bus)
        if not narrow:
            lines.append((min(head.stem, *reach), bus, max(head.stem, *reach), bus))
            lines.append((head.stem, head.foot, head.stem, bus))
        return tuple(line for line in lines if line[:2] != line[2:])

    def _blocks(
        self, children: list[int], option: Option, left: int, top: int, bus: int
    ) -> tuple[list[int], list[Segment]]:
        """A block of leaves and the subtrees beside or below it: where the bus is to reach, and the spines."""
        sizes = self.sizes
        leaves = [child for child in children if not self.forest.children[child]]
        subtrees = [child for child in children if self.forest.children[child]]
        spines = self._leaves(leaves, option, left, top, bus)
        beside = left + option.columns * sizes.pitch
        reach: list[int] = []
        if option.kind is Kind.ROW:
            self._slots(subtrees, option, beside, top, bus)
            reach = [self.legs[child][0] for child in subtrees]
        elif option.kind is Kind.HANG:
            spines.extend(self._hung(subtrees, option, beside, top, bus))
        elif subtrees:
            rows = -(-len(leaves) // option.columns) if leaves else 0
            below = top + (sizes.leaf_height(rows) + sizes.stack if rows else 0)
            chosen = [self._within(child, option) for child in subtrees]
            spines[:1] = [self._column(subtrees, chosen, left, below, bus)]
        return [*reach, *(spine[0] for spine in spines)], spines

    def _within(self, child: int, option: Option) -> Option:
        return last_within(self.fronts[child], option.cap, self.sizes.indent)

    def _slots(self, children: list[int], option: Option, left: int, top: int, bus: int) -> None:
        sizes = self.sizes
        for child in children:
            chosen = first_below(self.fronts[child], option.cap)
            self._waiting.append((child, chosen, left, top, False))
            middle = left + chosen.stand + sizes.width // 2
            self.legs[child] = (middle, bus, middle, top)
            left += chosen.width + sizes.gap

    def _leaves(self, leaves: list[int], option: Option, left: int, top: int, bus: int) -> list[Segment]:
        """Hanging columns of leaves, filled column by column; one spine each."""
        sizes = self.sizes
        if not leaves:
            return []
        spines: list[Segment] = []
        rows = -(-len(leaves) // option.columns)
        for start in range(0, len(leaves), rows):
            y = top
            for leaf in leaves[start : start + rows]:
                self.x[leaf], self.y[leaf] = left + sizes.indent, y
                self._tick(leaf, left, y)
                y += sizes.height + sizes.stack
            last = y - sizes.stack - sizes.height + sizes.height // 2
            spines.append((left + sizes.spine, bus, left + sizes.spine, last))
            left += sizes.pitch
        return spines

    def _tick(self, child: int, left: int, top: int) -> None:
        sizes = self.sizes
        middle = top + sizes.height // 2
        self.legs[child] = (left + sizes.spine, middle, left + sizes.indent, middle)

    def _hung(self, subtrees: list[int], option: Option, left: int, top: int, bus: int) -> Iterator[Segment]:
        """Hanging columns of subtrees; one spine each."""
        if not subtrees:
            return
        sizes = self.sizes
        chosen = [self._within(child, option) for child in subtrees]
        starts = fill([one.height for one in chosen], option.tall, sizes.stack)
        for start, end in zip(starts, [*starts[1:], len(chosen)], strict=True):
            yield self._column(subtrees[start:end], chosen[start:end], left, top, bus)
            left += sizes.indent + max(hung(one, sizes.indent) for one in chosen[start:end]) + sizes.gap

    def _column(self, subtrees: list[int], chosen: list[Option], left: int, top: int, bus: int) -> Segment:
        sizes = self.sizes
        last = top
        for child, option in zip(subtrees, chosen, strict=True):
            self._waiting.append((child, option, left + sizes.indent, top, True))
            self._tick(child, left, top)
            last = top + sizes.height // 2 + (sizes.frame[1] if child in self.framed else 0)
            top += option.height + sizes.stack
        return left + sizes.spine, bus, left + sizes.spine, last
