"""A picture as PNG, drawn from its SVG by resvg: no browser, no fonts of the machine."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from orgmodel.drawing import svg
from orgmodel.drawing.fonts import FILES, undrawable
from orgmodel.drawing.palette import LIGHT, Theme
from orgmodel.drawing.picture import Picture
from orgmodel.errors import MissingExtraError, UsageError

USUAL_SCALE = 2.0
"""Dots for each pixel of the picture, unless told: sharp on dense screens and on paper."""

_MOST_DOTS = 40_000_000
"""Dots of a picture, which take four bytes each while it is drawn."""
_LONGEST = 32_000
"""Dots of one side: what other programs open."""
_LEAST_SCALE = 1 / 3
"""Below it nobody can read a letter, and the shapes alone take more memory than the dots."""


def render(picture: Picture, *, theme: Theme = LIGHT, scale: float = USUAL_SCALE) -> bytes:
    """The picture as PNG in the colours of one theme.

    Raises MissingExtraError where resvg-py is not installed, UsageError where the picture is far too large.
    """
    text = svg.render(picture, light=theme, dark=None, leaning=True)
    return rasterized(text, picture.width * picture.zoom, picture.height * picture.zoom, scale=scale)


def rasterized(text: str, width: float, height: float, *, scale: float = USUAL_SCALE) -> bytes:
    """An SVG document of a size in pixels as PNG; the scale is lowered where the picture would be too large."""
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415
    except ImportError:
        raise MissingExtraError("PNG needs the extra: pip install 'orgmodel[png]'") from None
    kept = allowed_scale(width, height, scale)
    if kept < min(scale, _LEAST_SCALE):
        raise UsageError(
            f"a PNG of {width:,.0f} x {height:,.0f} pixels would take too much memory; write svg or pdf, or draw a part"
        )
    family = "DejaVu Sans"
    made: bytes = svg_to_bytes(
        svg_string=text,
        width=max(1, round(width * kept)),
        skip_system_fonts=True,
        font_files=[str(file) for file in FILES.values()],
        font_family=family,
        sans_serif_family=family,
    )
    return made


def allowed_scale(width: float, height: float, scale: float) -> float:
    """The scale, or a lower one where the PNG would have too many dots."""
    longest = max(width, height, 1.0)
    return min(scale, _LONGEST / longest, sqrt(_MOST_DOTS / max(width * height, 1.0)))


def remarks(pictures: Sequence[Picture], *, scale: float = USUAL_SCALE) -> list[str]:
    """What a reader of the PNG would have to be told: characters without a shape, a scale that was too large."""
    lost = undrawable(pictures, with_asian=False)
    said = [f"png: {lost}"] if lost else []
    sizes = ((picture.width * picture.zoom, picture.height * picture.zoom) for picture in pictures)
    kept = min((allowed_scale(*size, scale) for size in sizes), default=scale)
    if kept < min(scale, 1.0) or (kept < scale and scale != USUAL_SCALE):
        said.append(
            f"png: drawn at {kept:.2g} dots per pixel instead of {scale:g}, since a larger picture would take "
            "too much memory; svg and pdf stay sharp at any size"
        )
    return said
