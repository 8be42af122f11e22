"""A picture as placed shapes: what stands where, in which ink. It knows nothing of what it shows.

All lengths are pixels of 1/96 inch, y grows downward, texts stand on their baseline. Colours are names of inks
(see `palette.Theme`), so that one picture can be written for light and for dark pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal, TypeAlias

from orgmodel.drawing.text import measure

Ink = str
"""The name of a colour of `palette.Theme`, or `band0` to `band8`; empty for none."""

Dash = Literal["", "dashed", "dotted"]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled, outlined or both."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink = ""
    stroke: Ink = ""
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: Dash = ""


@dataclass(frozen=True, slots=True)
class Path:
    """Straight strokes from point to point; closed and filled where `fill` is given."""

    points: tuple[tuple[float, float], ...]
    stroke: Ink = "line"
    stroke_width: float = 1.4
    dash: Dash = ""
    fill: Ink = ""
    arrow: bool = False
    """Whether the last point carries the head of an arrow."""


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text that fits already; `turn` is in degrees clockwise round its starting point."""

    x: float
    y: float
    text: str
    size: float = 12.0
    ink: Ink = "holder"
    bold: bool = False
    italic: bool = False
    anchor: Anchor = "start"
    turn: int = 0
    strike: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A raster picture in a rectangle; `round` cuts it to an ellipse. `data` is the file, `mime` its kind."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    mime: str
    round: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that are one thing: a card, a cell, a list. `title` says in words what it is.

    `href` makes it a link: http, https, mailto, or `#name` to the group or page with that `name`.
    """

    shapes: tuple[Shape, ...]
    title: str = ""
    name: str = ""
    href: str = ""
    role: str = ""


Shape: TypeAlias = Rect | Path | Label | Image | Group


@dataclass(frozen=True, slots=True)
class Picture:
    """One page. `title` and `description` say what it shows; `bookmark` is its entry in an outline, if any.

    `name` is what links on other pages lead to; `depth` the depth of its bookmark, from 0. `zoom` is how much larger
    it is shown than its measures say.
    """

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]
    description: str = ""
    name: str = ""
    bookmark: str = ""
    depth: int = 0
    zoom: float = 1.0


def flattened(shapes: Sequence[Shape]) -> Iterator[Rect | Path | Label | Image]:
    """All shapes in drawing order, groups opened."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from flattened(shape.shapes)
        else:
            yield shape


def arrow_head(path: Path) -> tuple[tuple[float, float], ...]:
    """The three corners of the head at the last point of a path; none where it has no direction."""
    if len(path.points) < 2:
        return ()
    (x1, y1), (x2, y2) = path.points[-2:]
    long = hypot(x2 - x1, y2 - y1)
    if not long:
        return ()
    size = 4 + 2.5 * path.stroke_width
    ex, ey = (x2 - x1) / long * size, (y2 - y1) / long * size
    return (x2, y2), (x2 - ex - ey * 0.4, y2 - ey + ex * 0.4), (x2 - ex + ey * 0.4, y2 - ey - ex * 0.4)


def bounds(shapes: Sequence[Shape]) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of everything but texts, which stand inside of what they belong to.

    Where there are only texts, their starting points and sizes; None where there is nothing.
    """
    corners: list[tuple[float, float]] = []
    texts: list[tuple[float, float]] = []
    for shape in flattened(shapes):
        if isinstance(shape, Path):
            corners += shape.points
        elif isinstance(shape, Label):
            long = measure(shape.text, shape.size, bold=shape.bold)
            start = shape.x - long * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
            texts += [(start, shape.y - shape.size), (start + long, shape.y + shape.size * 0.3)]
        else:
            corners += [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
    found = corners or texts
    if not found:
        return None
    across, down = zip(*found, strict=True)
    return min(across), min(down), max(across), max(down)
