"""Seats that lack what most others have."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from orgmodel.graph.lines import FILLED, VACANT
from orgmodel.model.positions import Position
from orgmodel.rules.context import RuleContext


def lacking(context: RuleContext, field: str, is_told: Callable[[str, Position], bool]) -> Sequence[str]:
    """Seats in force without a value in a field; none unless more seats have one.

    `is_told` tells of a seat without it whether it says so in another way.
    """
    lines, positions = context.lines, context.organization.positions
    lack = context.of_seats(field).count(None)
    if not lack or lack == len(positions):
        return ()
    in_force = [name for name, status in zip(lines.ids, lines.statuses, strict=True) if status in {FILLED, VACANT}]
    empty = [name for name in in_force if getattr(positions[name], field) is None]
    without = [name for name in empty if not is_told(name, positions[name])]
    return without if len(without) < len(in_force) - len(empty) else ()
