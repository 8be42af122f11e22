"""Fronts: which options of a subtree are worth keeping."""

from __future__ import annotations

from bisect import bisect_left
from math import exp, log

from orgmodel.charts.layout.options import Front, Option


def column_counts(total: int, finely: int = 4) -> list[int]:
    """Numbers of columns worth trying for ``total`` boxes: all small ones, then about 1/``finely`` more each."""
    counts = list(range(1, min(total, 6) + 1))
    while counts and counts[-1] < total:
        counts.append(min(total, counts[-1] + max(1, counts[-1] // finely)))
    return counts


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


def prune(options: list[Option], boxes: int) -> list[Option]:
    """The options that no other beats, from narrow to wide and from high to low.

    An option that is harder to read counts as larger: its width and height are multiplied so that its area
    grows by ``exp(burden a box)``, which is what the burden is worth in the cost of the whole.
    """
    felt = []
    for option in options:
        factor = exp(option.burden / (2 * boxes))
        felt.append((option.width * factor, option.height * factor, option))
    felt.sort()
    lowest = float("inf")
    kept: list[Option] = []
    for _, height, option in felt:
        if height < lowest:
            lowest = height
            # Of two that differ in readability only by a hair the real sizes may cross: the later is smaller.
            while kept and option.width <= kept[-1].width:
                kept.pop()
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
