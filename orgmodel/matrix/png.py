"""The matrix as one PNG picture."""

from __future__ import annotations

from orgmodel.drawing import png
from orgmodel.drawing.dressing import dressed
from orgmodel.matrix.matrix import Matrix
from orgmodel.matrix.picture.measures import MARGIN
from orgmodel.matrix.picture.pages import pictures


def render(matrix: Matrix) -> bytes:
    """The whole matrix in one image, in the colours of light pages; a lower scale where it is very large."""
    picture = dressed(pictures(matrix)[0], matrix.look, MARGIN)
    return png.render(picture, theme=matrix.look.light)
