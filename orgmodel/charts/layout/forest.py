"""The forest of boxes as flat arrays."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forest:
    """Children of every box in the order given, and an order in which parents stand before children.

    ``aside`` has the boxes that stand beside the line below a box; they are not among its children.
    """

    children: list[list[int]]
    tops: list[int]
    order: list[int]
    aside: dict[int, list[int]]


def grow(parents: Sequence[int], aside: Collection[int] = ()) -> Forest:
    """The forest of a list of parent indices, where a negative index marks a top.

    Of the boxes ``aside`` those stand beside their parent's line that have no children and a sibling that goes
    below. Raises ValueError when the parents form a loop.
    """
    # Leaves share one empty list: most boxes are leaves, and a list of their own each costs 56 bytes.
    none: list[int] = []
    children = [none] * len(parents)
    tops: list[int] = []
    for box, parent in enumerate(parents):
        if parent < 0:
            tops.append(box)
        elif children[parent] is none:
            children[parent] = [box]
        else:
            children[parent].append(box)
    order = list(tops)
    for box in order:
        order.extend(children[box])
    if len(order) != len(parents):
        raise ValueError("the parents form a loop")
    return Forest(children, tops, order, _set_aside(parents, children, aside))


def _set_aside(parents: Sequence[int], children: list[list[int]], aside: Collection[int]) -> dict[int, list[int]]:
    wanted = {box for box in aside if parents[box] >= 0 and not children[box]}
    found: dict[int, list[int]] = {}
    for parent in sorted({parents[box] for box in wanted}):
        below = [box for box in children[parent] if box not in wanted]
        if below:
            found[parent] = [box for box in children[parent] if box in wanted]
            children[parent] = below
    return found
