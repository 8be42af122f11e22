"""From a chart and the size of its cards to the place of every card, line, frame and band."""

from __future__ import annotations

from dataclasses import replace

from orgmodel.charts.chart import Chart
from orgmodel.charts.layout import NO_BAND, Layout, Measures, Point, arrange, arrange_aligned, route
from orgmodel.charts.lettering import FACE, PAD_X, PAD_Y, Lettering, text_height

_FRAME = (8, 8, 8, 22)
"""Room inside a frame; its title stands below, where no line comes in."""

STACK_OFFSET = 5
"""How far the lower card of a stack stands out below and to the right of the upper one, in pixels."""


def card_sizes(chart: Chart, lettering: Lettering) -> Measures:
    """Size of the cards: all have the width and height that the fullest one needs; and the lanes between them.

    Lanes are wider where like seats stand as a stack, and where dotted lines run in them.
    """
    tallest = max((text_height(lettering.lines(card)) for card in chart.cards), default=0)
    tallest = max(tallest, FACE if lettering.inset else 0)
    height = (tallest + 2 * PAD_Y + 1) // 2 * 2
    stacked = 4 if any(card.seats > 1 for card in chart.cards) else 0
    busy = 6 if chart.dotted else 0
    sizes = Measures(
        lettering.room + lettering.inset + 2 * PAD_X,
        height,
        gap=18 + max(stacked // 2, busy),
        stack=10 + max(stacked, busy),
    )
    if chart.direction == "right":
        sizes = replace(sizes, gap=12 + max(stacked, busy), drop=40, stack=16 + busy, indent=20, spine=8)
    return replace(sizes, frame=_FRAME) if chart.frames else sizes


def placed(chart: Chart, sizes: Measures, aspect: float | None, extra: tuple[int, int]) -> Layout:
    """The layout of a chart; `extra` is what the page adds to its width and height."""
    parents = [card.parent for card in chart.cards]
    turned = chart.direction == "right"
    if turned:
        sizes, aspect, extra = sizes.turned(), 1 / aspect if aspect else None, (extra[1], extra[0])
    if chart.align is not None:
        layout = arrange_aligned(parents, bands(chart)[0], sizes, aspect, extra)
    else:
        aside = [place for place, card in enumerate(chart.cards) if card.assistant]
        frames = [frame.card for frame in chart.frames]
        layout = arrange(parents, sizes, aspect, extra, aside=aside, frames=frames)
    return layout.turned() if turned else layout


def dotted_lines(chart: Chart, layout: Layout) -> tuple[tuple[Point, ...], ...]:
    """The way of each dotted line between the cards and round the lower cards of stacks."""
    shadows = [
        (layout.x[place] + STACK_OFFSET, layout.y[place] + STACK_OFFSET)
        for place, card in enumerate(chart.cards)
        if card.seats > 1
    ]
    return tuple(route(layout, [(line.source, line.target) for line in chart.dotted], shadows))


def bands(chart: Chart) -> tuple[list[int], list[str]]:
    """The band of each card, and what the bands are called, from the top: high levels first, low layers first."""
    levels = sorted({card.level for card in chart.cards if card.level is not None}, reverse=chart.align == "levels")
    places = {level: place for place, level in enumerate(levels)}
    word = "Level" if chart.align == "levels" else "Layer"
    return (
        [NO_BAND if card.level is None else places[card.level] for card in chart.cards],
        [f"{word} {level}" for level in levels],
    )
