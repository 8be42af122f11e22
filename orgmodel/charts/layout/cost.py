"""What an arrangement costs: the one number the layout keeps low.

cost = shape + area + burden, all on the scale of a logarithm of area (0.1 is worth 10 % more paper):

- **Shape**: four times the part of abs(log(aspect / wanted)) beyond :data:`TOLERANCE`, and less for fewer than 40
  boxes, which are readable on any page.
- **Area**: log(area of the page / area of the boxes).
- **Burden** on the reader, a mean over the boxes:
  - :data:`UNLIKE_A_ROW`, where what is below one box hangs below each other instead of standing at one height.
    It counts for all boxes below, times the root of their share of the whole: fully at the top, hardly at the
    bottom, where lists are easy to read;
  - :data:`LENGTH` for the way from a box to its parent along the line, in widths plus heights of a box;
  - :data:`BEND` for each bend on that way.

Within one box the arrangement is one and the same for all children; mixed ones are not offered.
"""

from __future__ import annotations

from math import log, sqrt

from orgmodel.charts.layout.measures import Measures
from orgmodel.charts.layout.options import Kind

TOLERANCE = log(1.05)
"""A page up to a twentieth wider or taller than wanted counts as fitting."""
UNLIKE_A_ROW = {Kind.LEAF: 0.0, Kind.SLOTS: 0.0, Kind.ROW: 0.12, Kind.HANG: 0.45, Kind.OUTLINE: 0.45}
"""What it costs when children do not stand side by side, each with its own line from above: all, or the leaves."""
LENGTH = 0.05
BEND = 0.02
_SHAPE = 4.0
_FULL_WEIGHT = 40


def page_cost(width: int, height: int, wanted: float | None, boxes: int, sizes: Measures) -> float:
    """Shape and area of a page."""
    area = log(width * height / (boxes * sizes.width * sizes.height))
    if wanted is None:
        return area
    off = max(0.0, abs(log(width / height / wanted)) - TOLERANCE)
    return _SHAPE * off * min(1.0, boxes / _FULL_WEIGHT) + area


def unlike_a_row(kind: Kind, below: int, boxes: int) -> float:
    """The first part of the burden, for a box with ``below`` boxes below it, of all ``boxes``."""
    return UNLIKE_A_ROW[kind] * below * sqrt(below / boxes)


def way_burden(length: float, bends: int, sizes: Measures) -> float:
    """The burden of lines of a total ``length`` with so many ``bends``."""
    return LENGTH * length / (sizes.width + sizes.height) + BEND * bends
