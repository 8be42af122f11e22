"""The matrix as one SVG picture."""

from __future__ import annotations

from orgmodel.drawing import svg
from orgmodel.matrix.matrix import Matrix
from orgmodel.matrix.picture import pictures


def render(matrix: Matrix) -> str:
    """The whole matrix on one page, as large as it is."""
    return svg.render(pictures(matrix)[0])
