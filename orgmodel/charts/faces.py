"""Faces as they are drawn on cards."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.charts.chart import Card
from orgmodel.charts.lettering import FACE, PAD_X, PAD_Y
from orgmodel.drawing.picture import Image, Label, Rect, Shape

_SIZE = 13


def face(card: Card, x: float = 0, y: float = 0) -> Iterator[Shape]:
    """The face on a card with its left upper corner at a point; an empty ring where nobody sits there."""
    found = card.portrait
    if found is None:
        return
    left, top = x + PAD_X, y + PAD_Y
    if not found.initials and not found.data:
        yield Rect(left, top, FACE, FACE, "", "outline", 1.2, FACE / 2, "dashed")
        return
    yield Rect(left, top, FACE, FACE, "quiet_card", "outline", 1, FACE / 2)
    if found.data:
        yield Image(left, top, FACE, FACE, found.data, found.mime, round=True)
    else:
        middle = left + FACE / 2
        yield Label(middle, top + FACE / 2 + 5, found.initials, _SIZE, "muted", bold=True, anchor="middle")
