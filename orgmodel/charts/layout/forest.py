"""The forest of boxes as flat arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forest:
    """Children of every box in the order given, and an order in which parents stand before children."""

    children: list[list[int]]
    tops: list[int]
    order: list[int]


def grow(parents: Sequence[int]) -> Forest:
    """The forest of a list of parent indices, where a negative index marks a top.

    Raises ValueError when the parents form a loop.
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
    return Forest(children, tops, order)
