"""Seats that lack what most others have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from orgmodel.graph.lines import FILLED, VACANT
from orgmodel.model.positions import Position
from orgmodel.rules.context import RuleContext


def lacking(context: RuleContext, field: str, is_told: Callable[[str, Position], bool]) -> Sequence[tuple[int, str]]:
    """Seats in force without a value in a field, with their number; none unless most seats have one.

    `is_told` tells of a seat without it whether it says so in another way.
    """
    lines, positions = context.lines, context.organization.positions
    lack = list(map(attrgetter(field), positions.values())).count(None)
    if not lack or lack == len(positions):
        return ()
    in_force = [status in {FILLED, VACANT} for status in lines.statuses]
    without = [
        (i, name)
        for i, name in enumerate(lines.ids)
        if in_force[i] and getattr(positions[name], field) is None and not is_told(name, positions[name])
    ]
    return without if 2 * len(without) < sum(in_force) else ()
