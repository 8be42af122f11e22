"""The corners and the logo of a look, on a picture that is drawn already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from orgmodel.drawing.look import Look
from orgmodel.drawing.picture import Group, Image, Label, Picture, Rect, Shape, flattened
from orgmodel.drawing.raster import Raster
from orgmodel.drawing.text import measure

MOST_WIDE, MOST_HIGH = 160, 40
"""Pixels a logo takes at most."""

_BETWEEN = 24
_USUAL = Look()


def logo_size(look: Look) -> tuple[float, float]:
    """Width and height of the logo in pixels; nothing where there is none."""
    if look.logo is None:
        return 0.0, 0.0
    factor = min(MOST_WIDE / look.logo.width, MOST_HIGH / look.logo.height)
    return look.logo.width * factor, look.logo.height * factor


def dressed(picture: Picture, look: Look, margin: float) -> Picture:
    """The picture with no corner rounder than the look has them, and its logo in the right upper corner.

    It grows wider where a text would touch the logo.
    """
    if look.radius < _USUAL.radius:
        picture = replace(picture, shapes=tuple(_cornered(picture.shapes, look.radius)))
    return picture if look.logo is None else _with_logo(picture, look, look.logo, margin)


def _cornered(shapes: Sequence[Shape], most: int) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield replace(shape, shapes=tuple(_cornered(shape.shapes, most)))
        elif isinstance(shape, Rect) and shape.radius > most:
            yield replace(shape, radius=most)
        else:
            yield shape


def _with_logo(picture: Picture, look: Look, logo: Raster, margin: float) -> Picture:
    wide, high = logo_size(look)
    width = max(picture.width, ceil(_right_of_texts(picture.shapes, margin + high) + _BETWEEN + wide + margin))
    mark = Image(width - margin - wide, margin, wide, high, logo.data, logo.mime)
    return replace(picture, width=width, shapes=(*picture.shapes, mark))


def _right_of_texts(shapes: Sequence[Shape], bottom: float) -> float:
    """How far the texts at the top reach."""
    labels = (shape for shape in flattened(shapes) if isinstance(shape, Label))
    return max((_right(label) for label in labels if label.y - label.size < bottom), default=0.0)


def _right(label: Label) -> float:
    share = {"start": 1.0, "middle": 0.5, "end": 0.0}[label.anchor]
    return label.x + share * measure(label.text, label.size, bold=label.bold)
