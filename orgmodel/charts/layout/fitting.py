"""Choosing the shape of the whole drawing."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from orgmodel.charts.layout.forest import Forest, grow
from orgmodel.charts.layout.measures import Measures
from orgmodel.charts.layout.options import Front, Kind, Option, Shapes, middle
from orgmodel.charts.layout.placing import Layout, Placing

TOLERANCE = log(1.05)
"""A page up to a twentieth wider or taller than wanted counts as fitting."""
_SHAPE = 4.0
_FULL_WEIGHT = 40
_UNLIKE_A_ROW = {Kind.LEAF: 0.0, Kind.SLOTS: 0.0, Kind.ROW: 0.12, Kind.HANG: 0.45, Kind.OUTLINE: 0.45}
"""What it costs when the boxes below the top do not stand side by side, each with its own line from above."""
_KEEP = ((4_000, 96), (20_000, 24), (50_000, 16))
_LEAST_KEEP = 8
"""Shapes a subtree may offer, by the number of boxes with children: more save area and cost time."""


def cost(option: Option, smallest: float, wanted: float, extra: tuple[int, int], boxes: int) -> float:
    """How far an arrangement of the whole is from the wanted drawing; lower is better.

    The sum of three terms. Shape: four times the part of abs(log(aspect / wanted)) beyond :data:`TOLERANCE`,
    and less for fewer than 40 boxes, which are readable on any page. Area: log(area / smallest area on offer).
    Readability: 0.45 where the boxes below the top hang in columns instead of standing in one row (worth 57 %
    more area, or 11 % of shape), 0.12 where only their leaves do.
    """
    width, height = option.width + extra[0], option.height + extra[1]
    off = max(0.0, abs(log(width / height / wanted)) - TOLERANCE)
    shape = _SHAPE * off * min(1.0, boxes / _FULL_WEIGHT)
    return shape + log(width * height / smallest) + _UNLIKE_A_ROW[option.kind]


def arrange(parents: Sequence[int], sizes: Measures, aspect: float | None, extra: tuple[int, int] = (0, 0)) -> Layout:
    """Place a forest of boxes and its lines so that the page comes near ``aspect`` (width / height).

    ``parents`` gives for each box the index of its parent, negative at a top; children stand in index order.
    ``extra`` is what the page adds to the drawing's width and height (margins, title, legend). ``aspect``
    None asks for plain rows. Linear in the number of boxes; raises ValueError when the parents form a loop.
    """
    forest = grow(parents)
    if not parents:
        return Layout(0, 0, sizes.width, sizes.height, [], [], {}, [])
    if aspect is None:
        fronts, option = plain_rows(forest, sizes)
    else:
        heads = sum(bool(children) for children in forest.children)
        shapes = Shapes(sizes, next((keep for most, keep in _KEEP if heads <= most), _LEAST_KEEP))
        numbers = _shape_numbers(forest, shapes)
        option = _choose(forest, shapes, numbers, aspect, extra)
        fronts = [shapes.fronts[number] for number in numbers]
    placing = Placing(forest, sizes, fronts)
    placing.place(option)
    return Layout(
        option.width,
        option.height,
        sizes.width,
        sizes.height,
        placing.x,
        placing.y,
        placing.trunks,
        placing.legs,
    )


def _shape_numbers(forest: Forest, shapes: Shapes) -> list[int]:
    numbers = [0] * len(forest.children)
    for box in reversed(forest.order):
        children = forest.children[box]
        if children:
            subtrees = tuple([numbers[child] for child in children if numbers[child]])
            numbers[box] = shapes.shape(len(children) - len(subtrees), subtrees)
    return numbers


def _choose(forest: Forest, shapes: Shapes, numbers: list[int], wanted: float, extra: tuple[int, int]) -> Option:
    head = len(forest.tops) == 1
    below = forest.children[forest.tops[0]] if head else forest.tops
    if not below:
        return shapes.fronts[0][0]
    subtrees = [shapes.fronts[numbers[box]] for box in below if numbers[box]]
    # All of them, also those that another one beats in size: here readability counts too.
    offered = shapes.candidates(len(below) - len(subtrees), subtrees, head)
    smallest = min((option.width + extra[0]) * (option.height + extra[1]) for option in offered)
    return min(offered, key=lambda option: cost(option, smallest, wanted, extra, len(numbers)))


def plain_rows(forest: Forest, sizes: Measures) -> tuple[list[Front], Option]:
    """The one arrangement without any folding: all reports of a box in one row below it."""
    leaf: Front = (Option(sizes.width, sizes.height, Kind.LEAF, 0, 0, 0),)
    fronts = [leaf] * len(forest.children)

    def row(children: list[int], head: int) -> Option:
        chosen = [fronts[child][0] for child in children]
        width = sum(option.width + sizes.gap for option in chosen) - sizes.gap
        highest = max(option.height for option in chosen)
        return Option(width, head + highest, Kind.SLOTS, 0, highest, 0, middle(chosen, width))

    for box in reversed(forest.order):
        if forest.children[box]:
            fronts[box] = (row(forest.children[box], sizes.height + sizes.drop),)
    if len(forest.tops) == 1:
        return fronts, fronts[forest.tops[0]][0]
    return fronts, row(forest.tops, 0)
