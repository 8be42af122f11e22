"""What one hire moves in a drawing."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.made_up import managers
from orgmodel.charts.layout import Layout, Measures, arrange

SIZES = Measures(176, 66)
PAGE = (56, 150)


def moved_shares(size: int, seed: int, hires: int) -> Iterator[float]:
    """For some managers who hire: the share of boxes outside their branch that stand elsewhere below their own."""
    parents = managers(size, seed)
    before = arrange(parents, SIZES, 16 / 9, PAGE)
    for manager in random.Random(seed).sample(sorted({parent for parent in parents if parent >= 0}), hires):
        after = arrange([*parents, manager], SIZES, 16 / 9, PAGE)
        branch = {manager}
        for box, parent in enumerate(parents):
            if parent in branch:
                branch.add(box)
        others = [box for box, parent in enumerate(parents) if parent >= 0 and box not in branch]
        moved = sum(_seen(before, parents, box) != _seen(after, parents, box) for box in others)
        yield moved / max(1, len(others))


def _seen(layout: Layout, parents: list[int], box: int) -> tuple[int, int]:
    above = parents[box]
    return layout.x[box] - layout.x[above], layout.y[box] - layout.y[above]
