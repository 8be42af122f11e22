"""Sheets of paper, and how a picture is fitted to one."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.drawing.picture import Label, Picture, flattened

POINTS_PER_PIXEL = 0.75
_LARGEST = 14_400.0
"""Points: no side of a PDF page may be longer."""
_EDGE = 18.0
"""Points round a picture on paper that printers leave white."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, in points."""

    name: str
    width: float
    height: float

    @property
    def upright(self) -> Paper:
        """The same paper on its short side."""
        return Paper(f"{self.name}-portrait", self.height, self.width)


_MILLIMETRE = 72 / 25.4
_LYING = (
    *(Paper(name, wide * _MILLIMETRE, high * _MILLIMETRE) for name, wide, high in (("a3", 420, 297), ("a4", 297, 210))),
    Paper("letter", 11 * 72, 8.5 * 72),
)
PAPERS = {paper.name: paper for lying in _LYING for paper in (lying, lying.upright)}
"""Papers under the names that shapes of charts have, too."""

_SLIDE = 540.0
"""Points of the shorter side of a slide: 7.5 inches, as office programs have it."""

_LONGEST_SLIDE = 56 * 72.0
"""Points: no side of a slide may be longer."""


def paper_of(name: str, shape: float) -> Paper:
    """The paper of a name, else a slide of a shape (width / height)."""
    known = PAPERS.get(name.strip().lower())
    longer = min(_SLIDE * max(shape, 1 / shape), _LONGEST_SLIDE)
    return known or Paper(name, longer * min(shape, 1.0), longer / max(shape, 1.0))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in points, and where and how large the picture stands on it."""

    width: float
    height: float
    left: float
    top: float
    scale: float
    """Points for each pixel of the picture."""

    @classmethod
    def of(cls, picture: Picture, paper: Paper | None) -> Sheet:
        """A sheet as large as the picture, or the paper with the picture in its middle, never enlarged."""
        wide, high = max(picture.width, 1.0), max(picture.height, 1.0)
        if paper is None:
            scale = min(POINTS_PER_PIXEL * picture.zoom, _LARGEST / wide, _LARGEST / high)
            return cls(wide * scale, high * scale, 0.0, 0.0, scale)
        room = paper.width - 2 * _EDGE, paper.height - 2 * _EDGE
        scale = min(POINTS_PER_PIXEL * picture.zoom, room[0] / wide, room[1] / high)
        left, top = (paper.width - wide * scale) / 2, (paper.height - high * scale) / 2
        return cls(paper.width, paper.height, left, top, scale)

    def smallest(self, picture: Picture) -> float:
        """Size in points of the smallest text."""
        sizes = (shape.size for shape in flattened(picture.shapes) if isinstance(shape, Label) and shape.text)
        return min(sizes, default=12.0) * self.scale
