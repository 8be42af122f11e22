"""Marks of a card whose reports, or which itself, stand on another page."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.charts.chart import Card
from orgmodel.charts.scene import Scene
from orgmodel.drawing.picture import Label, Rect, Shape
from orgmodel.drawing.text import clean, measure, shorten

_HIGH = 17
_SIZE = 11
_PAD = 8
_RAISED = 4
"""A tab on the upper edge stands higher: the title is near, and nothing is above."""


def onward_marks(card: Card, scene: Scene, x: float = 0, y: float = 0) -> Iterator[Shape]:
    """A tab on the lower edge of a card that leads down, on the upper one where it leads up."""
    wide, high = scene.layout.box_width, scene.layout.box_height
    for text, middle in ((card.upward, y - _RAISED), (card.onward, y + high)):
        if text:
            yield from _tab(text, x + wide / 2, middle, wide)


def _tab(text: str, x: float, y: float, room: float) -> Iterator[Shape]:
    """A tab with its middle at a point."""
    shown = shorten(clean(text), room - 2 * _PAD, _SIZE, bold=True)
    wide = measure(shown, _SIZE, bold=True) + 2 * _PAD
    yield Rect(x - wide / 2, y - _HIGH / 2, wide, _HIGH, "info", "page", 1.2, _HIGH / 2)
    yield Label(x, y + 4, shown, _SIZE, "page", bold=True, anchor="middle")
