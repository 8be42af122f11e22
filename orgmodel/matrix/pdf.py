"""The matrix as pages of a PDF, in the shape of A4, headings on each."""

from __future__ import annotations

from orgmodel.drawing import pdf
from orgmodel.matrix.matrix import Matrix
from orgmodel.matrix.picture import pages_of


def render(matrix: Matrix) -> bytes:
    """The whole matrix."""
    return pdf.render(pages_of(matrix))
