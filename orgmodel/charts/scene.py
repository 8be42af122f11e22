"""A chart with a place for everything: what every drawing format shares.

The scene fixes sizes, places and cut texts; a renderer only writes them down in its format.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from orgmodel.charts.chart import Chart
from orgmodel.charts.layout import Layout, Measures, Point, arrange, parse_fit, route
from orgmodel.charts.legend import Entry, entries
from orgmodel.charts.lettering import PAD_X, PAD_Y, Lettering, text_height
from orgmodel.drawing.text import clean, measure, shorten

MARGIN = 28
EMPTY = "Nothing to show: this chart has no cards."
TITLE_BASELINE, SUBTITLE_BASELINE = 18, 40
LEGEND_LINE, NOTE_LINE = 24, 18
_TITLE, _SUBTITLE, _NOTE = 20, 13, 12
_BELOW_HEADING, _ABOVE_LEGEND = 20, 22
_SWATCH, _BETWEEN = 30, 24
_LEAST_WIDTH = 560
_SCALE_ABOVE = 1900
_LARGEST_SCALE = 8.0
_FILLED = 4.6


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One entry of the legend with its place in unscaled pixels from the left top corner of the legend."""

    entry: Entry
    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a renderer needs besides the chart itself."""

    width: int
    height: int
    left: int
    """Where the layout starts from the left edge of the page."""
    top: int
    """Where the layout starts from the top edge of the page."""
    scale: float
    """Factor of title, subtitle, legend and notes, so that they stay readable on a large page."""
    title: str
    subtitle: str
    notes: tuple[str, ...]
    legend: tuple[LegendItem, ...]
    legend_top: int
    layout: Layout
    dotted: tuple[tuple[Point, ...], ...]
    """The way of each dotted line of the chart, in the layout's coordinates."""
    lettering: Lettering


def furnish(chart: Chart, fit: str) -> Scene:
    """Measure, place and furnish a chart; ``fit`` as in :func:`orgmodel.charts.layout.parse_fit`."""
    aspect = parse_fit(fit)
    lettering = Lettering(chart.cards)
    sizes = card_sizes(chart, lettering)
    scale = _scale(len(chart.cards), sizes, aspect)
    legend_entries = entries(chart)
    notes = tuple(clean(note) for note in chart.notes if clean(note))
    heading = SUBTITLE_BASELINE if chart.subtitle else TITLE_BASELINE
    head = MARGIN + int(scale * (heading + _BELOW_HEADING))
    layout = arrange(
        [card.parent for card in chart.cards],
        sizes,
        aspect,
        (2 * MARGIN, head + _foot(scale, LEGEND_LINE if legend_entries else 0, len(notes))),
    )
    width = max(layout.width + 2 * MARGIN, _LEAST_WIDTH)
    room = (width - 2 * MARGIN) / scale
    legend, legend_height = _legend(legend_entries, room)
    bottom = head + (layout.height if chart.cards else 20)
    return Scene(
        width=width,
        height=bottom + _foot(scale, legend_height, len(notes)),
        left=(width - layout.width) // 2,
        top=head,
        scale=scale,
        title=shorten(clean(chart.name), room, _TITLE, bold=True),
        subtitle=shorten(clean(chart.subtitle), room, _SUBTITLE),
        notes=tuple(shorten(note, room, _NOTE) for note in notes),
        legend=tuple(legend),
        legend_top=bottom + int(scale * _ABOVE_LEGEND),
        layout=layout,
        dotted=tuple(route(layout, [(line.source, line.target) for line in chart.dotted])),
        lettering=lettering,
    )


def card_sizes(chart: Chart, lettering: Lettering) -> Measures:
    """Size of the cards: all have the width and height that the fullest one needs."""
    tallest = max((text_height(lettering.lines(card)) for card in chart.cards), default=0)
    stacked = any(card.seats > 1 for card in chart.cards)
    height = (tallest + 2 * PAD_Y + 1) // 2 * 2
    return Measures(lettering.room + 2 * PAD_X, height, gap=20 if stacked else 18, stack=14 if stacked else 10)


def _scale(cards: int, sizes: Measures, aspect: float | None) -> float:
    """Factor for the page's own texts, from the width the page is going to have, roughly."""
    area = cards * sizes.width * sizes.height * _FILLED
    width = sqrt(area * (aspect or 2.0))
    return round(min(max(1.0, width / _SCALE_ABOVE), _LARGEST_SCALE), 1)


def _foot(scale: float, legend: int, notes: int) -> int:
    """Height of everything below the drawing."""
    below = _ABOVE_LEGEND + legend + NOTE_LINE * notes if legend or notes else 0
    return int(scale * below) + MARGIN


def _legend(found: list[Entry], room: float) -> tuple[list[LegendItem], int]:
    """Legend entries in lines of the page's width, and the height they take."""
    items: list[LegendItem] = []
    x = y = 0
    for entry in found:
        swatch = 0 if entry.mark == "heading" else _SWATCH
        text = shorten(clean(entry.text), min(240.0, room - swatch), _NOTE, bold=not swatch)
        wide = swatch + int(measure(text, _NOTE, bold=not swatch)) + 1
        if x and x + wide > room:
            x, y = 0, y + LEGEND_LINE
        items.append(LegendItem(entry, text, x, y))
        x += wide + (_BETWEEN if swatch else 14)
    return items, (y + LEGEND_LINE if items else 0)
