"""The matrix as pages of a PDF, in the shape of A4, headings on each."""

from __future__ import annotations

from orgmodel.drawing import pdf
from orgmodel.drawing.dressing import dressed
from orgmodel.matrix.matrix import Matrix
from orgmodel.matrix.picture.measures import MARGIN
from orgmodel.matrix.picture.pages import pages_of


def render(matrix: Matrix) -> bytes:
    """The whole matrix."""
    pages = [dressed(page, matrix.look, MARGIN) for page in pages_of(matrix)]
    return pdf.render(pages, theme=matrix.look.light)
