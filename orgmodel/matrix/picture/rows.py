"""The bands of a matrix: groups, and rows with their letters and gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from orgmodel.drawing.finding_shapes import words
from orgmodel.drawing.picture import Group, Ink, Label, Path, Rect, Shape
from orgmodel.drawing.text import clean, shorten
from orgmodel.matrix.matrix import Mark, MarkedFinding, Row
from orgmodel.matrix.picture.finding_marks import cell_mark, row_mark
from orgmodel.matrix.picture.letters import letter_boxes, letters_width
from orgmodel.matrix.picture.measures import LINE, MARGIN, SMALL, TEXT
from orgmodel.matrix.picture.table import GAP_INKS, Band, Table, titled
from orgmodel.matrix.wording import heading


def band_shapes(table: Table, bands: Iterable[Band], top: float) -> Iterator[Shape]:
    """Bands one below the other."""
    for band in bands:
        if band.row is None:
            yield from _group(table, band, top)
        else:
            yield _row(table, band, band.row, top)
        top += band.height


def _group(table: Table, band: Band, top: float) -> Iterator[Shape]:
    text, kind = band.title
    yield Rect(MARGIN, top, table.width, band.height, fill="page")
    ink = "title" if kind == "group" else "planned"
    shown_text = shorten(text, table.width - 8, TEXT, bold=True)
    yield Label(MARGIN, top + band.height - 8, shown_text, ink=ink, bold=True)
    bottom = top + band.height
    yield Path(((MARGIN, bottom), (MARGIN + table.width, bottom)), stroke="outline", stroke_width=1)


def _row(table: Table, band: Band, row: Row, top: float) -> Group:
    shapes: list[Shape] = []
    bottom = top + band.height
    if row.state is not None:
        shapes.append(Rect(MARGIN, top + 3, 4, band.height - 6, fill=GAP_INKS[row.state]))
    shapes += _lines([(text, "title") for text in band.title], MARGIN + 10, top, band.height, TEXT)
    for i, marks in row.cells.items():
        if i in table.cells:
            found = table.places.cells.get((band.place, i), [])
            if found:
                shapes.append(cell_mark(table, i, found, top, band.height))
            shapes.append(_cell(table, i, marks, top + band.height / 2, found))
    if band.place in table.places.rows:
        shapes.append(row_mark(table, table.places.rows[band.place], top + band.height / 2))
    if band.gap:
        shapes += _lines(band.gap, MARGIN + table.width_of_cells + table.marks + 12, top, band.height, SMALL)
    shapes.append(Path(((MARGIN, bottom), (MARGIN + table.width, bottom)), stroke="outline", stroke_width=0.5))
    said = f"{titled(row)}: {clean(row.gap_text)}" if row.gaps else titled(row)
    return Group(tuple(shapes), title=said)


def _lines(texts: Sequence[tuple[str, Ink]], x: float, top: float, height: float, letter: float) -> Iterator[Label]:
    """Lines of text, together in the middle of a band."""
    first = top + (height - len(texts) * LINE) / 2 + letter
    for number, (text, ink) in enumerate(texts):
        yield Label(x, first + number * LINE, text, size=letter, ink=ink)


def _cell(table: Table, column: int, marks: Sequence[Mark], middle: float, found: Sequence[MarkedFinding]) -> Group:
    left = MARGIN + table.left(column) + (table.cells[column] - letters_width(marks)) / 2
    said = [": ".join(filter(None, (mark.name or mark.code, "; ".join(mark.remarks)))) for mark in marks]
    told = f"{heading(table.matrix.columns[column])}: {', '.join(said)}"
    return Group(
        tuple(letter_boxes(table.codes, marks, left, middle)), title=clean(f"{told}; {words(found)}" if found else told)
    )
