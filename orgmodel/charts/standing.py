"""How the cards of a chart are asked to stand: in which direction, and in which bands."""

from __future__ import annotations

from dataclasses import replace

from orgmodel.charts.chart import Chart
from orgmodel.charts.request import ChartOf, ChartRequest
from orgmodel.errors import UsageError
from orgmodel.graph.hierarchy import Hierarchy


def refuse_mixed(request: ChartRequest, of: ChartOf) -> None:
    """Refuse wishes that do not go together. Raises UsageError."""
    if request.overview and of != "positions":
        other = "; --of units has the seats of each unit" if of == "units" else ""
        raise UsageError(f"--overview wants a chart of positions, not of {of}{other}")
    if request.frames and of != "positions":
        raise UsageError(f"--frames wants a chart of positions, not of {of}")
    if request.frames and request.align is not None:
        raise UsageError("--frames and --align do not go together: a band runs through all units")
    if request.align == "levels" and of == "units":
        raise UsageError("units have no level; --align layers puts those of one layer at one height")


def layer_of(hierarchy: Hierarchy, i: int | None, request: ChartRequest, level: int | None = None) -> int | None:
    """The level or layer by which a card is aligned; None where the chart is not, or the card has none."""
    if request.align is None:
        return None
    if request.align == "levels":
        return level
    return hierarchy.depth[i] if i is not None else 1


def standing(chart: Chart, request: ChartRequest) -> Chart:
    """The chart with the direction and the bands that were asked for. Raises UsageError where no card has a level."""
    if request.align is None:
        return chart if request.direction == chart.direction else replace(chart, direction=request.direction)
    if chart.cards and all(card.level is None for card in chart.cards):
        raise UsageError("no card has a level; --align layers puts the cards of one layer at one height")
    lower = sum(
        card.level is not None and (above := chart.cards[card.parent].level) is not None and card.level >= above
        for card in chart.cards
        if card.parent >= 0 and request.align == "levels"
    )
    notes = chart.notes
    if lower:
        notes += (f"{lower:,} below a manager of the same or a lower level: a row lower, in the manager's band",)
    return replace(chart, direction=request.direction, align=request.align, notes=notes)
