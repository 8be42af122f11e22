"""Choosing the shape of the whole drawing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from orgmodel.charts.layout.cost import page_cost
from orgmodel.charts.layout.forest import Forest, grow
from orgmodel.charts.layout.measures import Measures
from orgmodel.charts.layout.options import Front, Kind, Option, middle
from orgmodel.charts.layout.placing import Layout, Placing
from orgmodel.charts.layout.shapes import Shapes
from orgmodel.charts.layout.surroundings import framed, with_aside

_KEEP = ((4_000, 96), (20_000, 24), (50_000, 16))
_GRAINS = 30
"""Costs are compared in steps of 1 / 30: near ties fall to the plainer arrangement, so that a hire that changes the
cost by a hair does not change the drawing."""
_LEAST_KEEP = 8
"""Shapes a subtree may offer, by the number of boxes with children: more save area and cost time."""


def arrange(
    parents: Sequence[int],
    sizes: Measures,
    aspect: float | None,
    extra: tuple[int, int] = (0, 0),
    *,
    aside: Collection[int] = (),
    frames: Collection[int] = (),
) -> Layout:
    """Place a forest of boxes and its lines so that the page comes near ``aspect`` (width / height).

    ``parents`` gives for each box the index of its parent, negative at a top; children stand in index order.
    ``extra`` is what the page adds to the drawing's width and height (margins, title, legend). ``aspect``
    None asks for plain rows. Boxes ``aside`` stand beside the line below their parent, if they have no children
    and are not alone; round a box of ``frames`` and all below it there is a frame, unless that is everything.
    Linear in the number of boxes; raises ValueError when the parents form a loop.
    """
    forest = grow(parents, aside)
    if not parents:
        return Layout(0, 0, sizes.width, sizes.height, [], [], {}, [])
    round_ = frozenset(box for box in frames if forest.children[box] and [box] != forest.tops)
    if aspect is None:
        fronts, option = plain_rows(forest, sizes, round_)
    else:
        heads = sum(bool(children) for children in forest.children)
        keep = next((keep for most, keep in _KEEP if heads <= most), _LEAST_KEEP)
        shapes = Shapes(sizes, keep, len(parents))
        numbers = _shape_numbers(forest, shapes, round_)
        option = _choose(forest, shapes, numbers, aspect, extra)
        fronts = [shapes.fronts[number] for number in numbers]
    placing = Placing(forest, sizes, fronts, round_)
    placing.place(option)
    return placing.layout(option)


def _shape_numbers(forest: Forest, shapes: Shapes, frames: Collection[int]) -> list[int]:
    numbers = [0] * len(forest.children)
    aside = forest.aside
    for box in reversed(forest.order):
        children = forest.children[box]
        if children:
            subtrees = tuple([numbers[child] for child in children if numbers[child]])
            beside = len(aside[box]) if box in aside else 0
            numbers[box] = shapes.shape(len(children) - len(subtrees), subtrees, beside)
            if box in frames:
                numbers[box] = shapes.framed(numbers[box])
    return numbers


def _choose(forest: Forest, shapes: Shapes, numbers: list[int], wanted: float, extra: tuple[int, int]) -> Option:
    head = len(forest.tops) == 1
    below = forest.children[forest.tops[0]] if head else forest.tops
    if not below:
        return shapes.fronts[0][0]
    subtrees = tuple([numbers[box] for box in below if numbers[box]])
    aside = len(forest.aside.get(forest.tops[0], ())) if head else 0
    # All of them, also those that another one beats in size and burden: here the shape of the page counts too.
    offered = shapes.candidates(len(below) - len(subtrees), subtrees, head, aside)
    boxes = shapes.boxes

    def price(option: Option) -> tuple[int, int, int]:
        page = page_cost(option.width + extra[0], option.height + extra[1], wanted, boxes, shapes.measures)
        return round((page + option.burden / boxes) * _GRAINS), option.kind, option.columns

    return min(offered, key=price)


def plain_rows(forest: Forest, sizes: Measures, frames: Collection[int]) -> tuple[list[Front], Option]:
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
            option = row(forest.children[box], sizes.height + sizes.drop)
            option = with_aside(option, len(forest.aside.get(box, ())), sizes)
            fronts[box] = (framed(option, sizes) if box in frames else option,)
    if len(forest.tops) == 1:
        return fronts, fronts[forest.tops[0]][0]
    return fronts, row(forest.tops, 0)
