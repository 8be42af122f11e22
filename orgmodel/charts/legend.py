"""What the legend of a chart has to explain: only what the chart uses."""

from __future__ import annotations

from typing import NamedTuple

from orgmodel.charts.chart import Chart
from orgmodel.drawing.palette import LIGHT, band


class Entry(NamedTuple):
    """One line of the legend: ``mark`` names how it is drawn, ``band`` the colour for the mark 'color'."""

    mark: str
    text: str
    band: int = 0


_KINDS = (
    ("vacant", "Vacant"),
    ("planned", "Planned"),
    ("ended", "Ended"),
    ("undisclosed", "Holder not disclosed"),
)


def entries(chart: Chart) -> list[Entry]:
    """The legend in order: colours, kinds of cards, kinds of lines."""
    kinds = {card.kind for card in chart.cards}
    lines = {card.line for card in chart.cards}
    found = _colors(chart)
    named = {entry.text.casefold() for entry in found}
    found += [Entry(kind, text) for kind, text in _KINDS if kind in kinds and kind not in named]
    if any(card.seats > 1 for card in chart.cards):
        found.append(Entry("seats", "Several like seats"))
    if "derived" in lines:
        found.append(Entry("derived", "Line derived from the role"))
    if chart.dotted:
        works = all(line.tie == "works" for line in chart.dotted)
        found.append(Entry("dotted", "Works with" if works else "Dotted line"))
    if "cut" in lines:
        found.append(Entry("cut", "Line left out to open a loop"))
    return found


def _colors(chart: Chart) -> list[Entry]:
    used = {card.color for card in chart.cards if card.color >= 0}
    own = len(LIGHT.bands)
    found = [Entry("heading", chart.color_by)] if used and chart.color_by else []
    found += [Entry("color", chart.colors[color], color) for color in sorted(used) if color < own]
    others = sum(color >= own for color in used)
    if others:
        found.append(Entry("color", f"other ({others})", band(own)))
    return found
