"""What a drawing costs its reader, measured on the drawing alone; and how much one hire moves."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from math import sqrt

from orgmodel.charts.layout import Layout, Measures, arrange
from orgmodel.charts.layout.cost import BEND, LENGTH, page_cost

PAGE = (56, 150)


def measured_cost(layout: Layout, parents: Sequence[int], sizes: Measures, wanted: float) -> float:
    """The documented cost, from places and lines instead of from the arrangement's own accounts."""
    boxes = len(parents)
    children = defaultdict(list)
    for box, parent in enumerate(parents):
        children[parent].append(box)
    burden = 0.0
    for parent, below in children.items():
        if parent < 0:
            continue
        burden += unlike_a_row(layout, below, children) * weight(parent, children, boxes)
        for box in below:
            length, bends = way(layout, parent, box)
            burden += LENGTH * length / (sizes.width + sizes.height) + BEND * bends
    page = page_cost(layout.width + PAGE[0], layout.height + PAGE[1], wanted, boxes, sizes)
    return page + burden / boxes


def weight(parent: int, children: dict[int, list[int]], boxes: int) -> float:
    below, waiting = 0, list(children[parent])
    while waiting:
        below += 1
        waiting += children.get(waiting.pop(), ())
    return below * sqrt(below / boxes)


def unlike_a_row(layout: Layout, below: list[int], children: dict[int, list[int]]) -> float:
    if all(hangs_on_a_bus(layout, box) for box in below):
        return 0.0
    subtrees = [box for box in below if box in children]
    return 0.12 if subtrees and all(hangs_on_a_bus(layout, box) for box in subtrees) else 0.45


def hangs_on_a_bus(layout: Layout, box: int) -> bool:
    x1, _, x2, _ = layout.legs[box]
    return x1 == x2


def way(layout: Layout, parent: int, box: int) -> tuple[int, int]:
    """Length and bends of the line from a box to its parent, which never turns back."""
    x1, y1, x2, y2 = layout.legs[box]
    foot = layout.y[parent] + layout.box_height
    starts = {x for x, y, *_ in layout.trunks[parent] if y == foot} or {x1}
    stem = min(starts)
    length = abs(x1 - stem) + abs(y1 - foot) + abs(x2 - x1) + abs(y2 - y1)
    if x1 == x2:
        return length, 0 if x1 == stem else 2
    return length, 1 if x1 == stem else 3


def moved_by_a_hire(parents: list[int], manager: int, sizes: Measures, aspect: float) -> float:
    """The share of boxes outside the manager's branch that stand elsewhere, seen from their parent, after a hire."""
    before = arrange(parents, sizes, aspect, PAGE)
    after = arrange([*parents, manager], sizes, aspect, PAGE)
    branch = branch_of(parents, manager)
    others = [box for box, parent in enumerate(parents) if parent >= 0 and box not in branch]
    moved = sum(seen(before, parents, box) != seen(after, parents, box) for box in others)
    return moved / max(1, len(others))


def seen(layout: Layout, parents: list[int], box: int) -> tuple[int, int]:
    above = parents[box]
    return layout.x[box] - layout.x[above], layout.y[box] - layout.y[above]


def branch_of(parents: list[int], manager: int) -> set[int]:
    children = defaultdict(list)
    for box, parent in enumerate(parents):
        children[parent].append(box)
    branch, waiting = set(), [manager]
    while waiting:
        box = waiting.pop()
        branch.add(box)
        waiting += children.get(box, ())
    return branch


def average_move(parents: list[int], sizes: Measures, aspect: float, hires: int, seed: int) -> float:
    """The mean of :func:`moved_by_a_hire` over some managers."""
    managers = sorted({parent for parent in parents if parent >= 0})
    chosen = random.Random(seed).sample(managers, min(hires, len(managers)))
    return sum(moved_by_a_hire(parents, manager, sizes, aspect) for manager in chosen) / len(chosen)
