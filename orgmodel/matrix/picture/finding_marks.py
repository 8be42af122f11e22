"""Findings on a matrix: badges beside rows and below headings, frames round cells, the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.drawing.finding_list import FindingList
from orgmodel.drawing.finding_shapes import (
    BADGE,
    badge_shapes,
    badge_width,
    first_numbers,
    list_of_findings,
    words,
    worst,
)
from orgmodel.drawing.picture import Group, Label, Rect, Shape
from orgmodel.drawing.text import shorten
from orgmodel.matrix.matrix import MarkedFinding, Matrix
from orgmodel.matrix.picture.measures import LEGEND_LINE, MARGIN, TEXT
from orgmodel.matrix.picture.table import Table
from orgmodel.matrix.wording import elsewhere

_SIZE = 9.0
"""Of the number in a badge below a heading."""


def column_mark(found: Sequence[MarkedFinding], middle: float, top: float) -> Iterator[Shape]:
    """A small badge below a heading."""
    text = f"{found[0].number}+" if len(found) > 1 else str(found[0].number)
    grade = worst(found)
    wide = badge_width(text, grade, _SIZE)
    yield from badge_shapes(text, grade, middle - wide / 2, top - 20, _SIZE)


def cell_mark(table: Table, column: int, found: Sequence[MarkedFinding], top: float, height: float) -> Rect:
    """A frame round a cell that findings concern."""
    left, width = MARGIN + table.left(column), table.cells[column]
    return Rect(left + 1.5, top + 1.5, width - 3, height - 3, "", worst(found), 2.2)


def row_mark(table: Table, found: Sequence[MarkedFinding], middle: float) -> Group:
    """The numbers of a row's findings."""
    left, top = MARGIN + table.width_of_cells + 12, middle - BADGE / 2
    shapes = badge_shapes(first_numbers(found), worst(found), left, top, _SIZE + 1)
    return Group(shapes, title=words(found))


def height_of_list(found: FindingList, matrix: Matrix) -> float:
    """Of what :func:`list_shapes` draws."""
    return found.height + (LEGEND_LINE if elsewhere(matrix) else 0.0)


def list_shapes(found: FindingList, matrix: Matrix, room: float, top: float) -> Iterator[Shape]:
    """The list of findings, and how many are on nothing that is shown."""
    yield from list_of_findings(found, MARGIN, top)
    note = elsewhere(matrix)
    if note:
        yield Label(MARGIN, top + found.height + 14, shorten(note, room, TEXT), ink="muted")
