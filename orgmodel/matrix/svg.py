"""The matrix as one SVG picture."""

from __future__ import annotations

from orgmodel.drawing import svg
from orgmodel.drawing.dressing import dressed
from orgmodel.matrix.matrix import Matrix
from orgmodel.matrix.picture.measures import MARGIN
from orgmodel.matrix.picture.pages import pictures


def render(matrix: Matrix) -> str:
    """The whole matrix on one page, as large as it is."""
    picture = dressed(pictures(matrix)[0], matrix.look, MARGIN)
    return svg.render(picture, light=matrix.look.light, dark=matrix.look.dark)
