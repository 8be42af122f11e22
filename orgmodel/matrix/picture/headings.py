"""What stands above a matrix: its name, the turned headings of columns, and their stripes."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.drawing.finding_shapes import words
from orgmodel.drawing.picture import Group, Label, Path, Rect, Shape
from orgmodel.drawing.text import clean, shorten
from orgmodel.matrix.matrix import Matrix
from orgmodel.matrix.picture.finding_marks import column_mark
from orgmodel.matrix.picture.measures import LIFT, MARGIN
from orgmodel.matrix.picture.table import Table
from orgmodel.matrix.wording import heading, shown, size, standing

_TITLE, _SUBTITLE = 20.0, 13.0


def title_of(matrix: Matrix) -> str:
    """The name of the organisation, or what the picture is."""
    return clean(matrix.name) or "Responsibility matrix"


def page_heading(matrix: Matrix, width: float) -> Iterator[Shape]:
    """What the matrix shows and how it stands, at the top of a page of that width."""
    room = width - 2 * MARGIN - 70
    title = title_of(matrix)
    yield Label(MARGIN, MARGIN + 18, shorten(title, room, _TITLE, bold=True), size=_TITLE, ink="title", bold=True)
    line = f"Responsibility matrix {shown(matrix)} · {size(matrix)}"
    yield Label(MARGIN, MARGIN + 40, shorten(clean(line), room, _SUBTITLE), size=_SUBTITLE, ink="muted")
    yield Label(MARGIN, MARGIN + 58, shorten(clean(standing(matrix)), room, _SUBTITLE), size=_SUBTITLE, ink="muted")


def stripes(table: Table, top: float, bottom: float) -> Iterator[Shape]:
    """Every second column is shaded, so that the eye keeps its column."""
    for number, i in enumerate(table.columns):
        if number % 2 == 0:
            yield Rect(MARGIN + table.left(i), top, table.cells[i], bottom - top, fill="quiet_card")


def column_heads(table: Table, top: float) -> Iterator[Shape]:
    """The names of all columns, turned; their marks and details."""
    yield Label(MARGIN, top - 10, "Activity", ink="muted")
    for i in table.columns:
        column = table.matrix.columns[i]
        middle = MARGIN + table.left(i) + table.cells[i] / 2
        ink = "muted" if column.status else "title"
        told = f"{clean(heading(column))}: {clean(column.detail)}" if column.detail else clean(heading(column))
        found = table.places.columns.get(i)
        mark = tuple(column_mark(found, middle, top)) if found else ()
        told = f"{told}; {words(found)}" if found else told
        lift = LIFT if table.places.columns else 0.0
        yield Group((Label(middle + 4, top - 8 - lift, table.heads[i], ink=ink, turn=-45), *mark), title=told)
    right = MARGIN + table.width_of_cells
    if table.marks:
        yield Label(right + 12, top - 10, "Findings", ink="muted")
    if table.gap:
        yield Label(right + table.marks + (12 if table.marks else 34), top - 10, "Gap", ink="muted")
    yield Path(((MARGIN, top), (MARGIN + table.width, top)), stroke="title", stroke_width=1.4)
