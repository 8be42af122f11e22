"""A matrix as one picture, or as pages in the shape of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from orgmodel.drawing.finding_list import FindingList, listed
from orgmodel.drawing.picture import Label, Path, Picture
from orgmodel.matrix.matrix import Matrix
from orgmodel.matrix.picture.finding_marks import height_of_list, list_shapes
from orgmodel.matrix.picture.headings import column_heads, page_heading, stripes, title_of
from orgmodel.matrix.picture.legend import height_of_legend, legend
from orgmodel.matrix.picture.measures import MARGIN, PAGE_HEADING, SMALL
from orgmodel.matrix.picture.rows import band_shapes
from orgmodel.matrix.picture.table import Band, Table, bands_of, table_of
from orgmodel.matrix.wording import shown, size, standing

_A4 = 297 / 210
_COLUMNS_ON_PAGE = 40
_WIDEST_UPRIGHT = 1_100


def pictures(matrix: Matrix, aspect: float | None = None) -> tuple[Picture, ...]:
    """The whole matrix as one picture, or as pages of a shape (width / height), headings on each of them."""
    if aspect is None:
        table = table_of(matrix, tuple(range(len(matrix.columns))))
        return (_page(table, list(bands_of(table)), with_list=True),)
    pages: list[Picture] = []
    for columns in _parts(matrix):
        table = table_of(matrix, columns)
        pages += [_page(table, bands) for bands in _paged(table, (table.width + 2 * MARGIN) / aspect)]
        if matrix.findings and columns[-1:] == (len(matrix.columns) - 1,):
            pages.append(_page_of_findings(table))
    return _numbered(pages)


def pages_of(matrix: Matrix) -> tuple[Picture, ...]:
    """Pages in the shape of A4, upright where that takes fewer of them."""
    lying = pictures(matrix, _A4)
    upright = pictures(matrix, 1 / _A4)
    widest = max(page.width for page in upright)
    return upright if len(upright) < len(lying) and widest <= _WIDEST_UPRIGHT else lying


def _parts(matrix: Matrix) -> list[tuple[int, ...]]:
    """The columns of a very wide matrix in even parts."""
    count = len(matrix.columns)
    number = max(1, ceil(count / _COLUMNS_ON_PAGE))
    edges = [round(count * i / number) for i in range(number + 1)]
    return [tuple(range(edges[i], edges[i + 1])) for i in range(number)]


def _numbered(pages: Sequence[Picture]) -> tuple[Picture, ...]:
    count = len(pages)
    if count == 1:
        return tuple(pages)
    return tuple(_with_number(page, number, count) for number, page in enumerate(pages, 1))


def _with_number(page: Picture, number: int, count: int) -> Picture:
    told = f"{number} of {count}"
    label = Label(page.width - MARGIN, MARGIN + 14, told, size=SMALL, ink="muted", anchor="end")
    return replace(page, name=f"page-{number}", bookmark=f"Page {number}", shapes=(*page.shapes, label))


def _paged(table: Table, room: float) -> Iterator[list[Band]]:
    """The bands in pages; a heading never stands alone at the foot of one."""
    taken = MARGIN + PAGE_HEADING + table.head + height_of_legend(table) + MARGIN
    page: list[Band] = []
    used = taken
    waiting: list[Band] = []
    for band in bands_of(table):
        waiting.append(band)
        if band.row is None:
            continue
        height = sum(one.height for one in waiting)
        if any(one.row is not None for one in page) and used + height > room:
            yield page
            page, used = [], taken
        page += waiting
        used += height
        waiting = []
    yield page + waiting


def _page(table: Table, bands: Sequence[Band], *, with_list: bool = False) -> Picture:
    matrix = table.matrix
    width = (table.room if with_list else table.width) + 2 * MARGIN
    top = MARGIN + PAGE_HEADING + table.head
    bottom = top + sum(band.height for band in bands)
    foot = bottom + height_of_legend(table)
    found = listed(matrix.findings, table.room) if with_list else FindingList()
    height = foot + height_of_list(found, matrix) + MARGIN if with_list else foot + MARGIN
    shapes = (
        *page_heading(matrix, width),
        *stripes(table, top, bottom),
        *column_heads(table, top),
        *band_shapes(table, bands, top),
        Path(((MARGIN, bottom), (MARGIN + table.width, bottom)), stroke="outline", stroke_width=1),
        *legend(table, bottom),
        *(list_shapes(found, matrix, table.room, foot) if with_list else ()),
    )
    said = f"Responsibility matrix {shown(matrix)}: {size(matrix)}. {standing(matrix)}."
    return Picture(ceil(width), ceil(height), title_of(matrix), shapes, description=said)


def _page_of_findings(table: Table) -> Picture:
    """The page behind the matrix: what its numbers mean."""
    matrix = table.matrix
    found = listed(matrix.findings, table.room)
    width = table.room + 2 * MARGIN
    top = MARGIN + PAGE_HEADING
    shapes = (*page_heading(matrix, width), *list_shapes(found, matrix, table.room, top))
    height = top + height_of_list(found, matrix) + MARGIN
    return Picture(ceil(width), ceil(height), title_of(matrix), shapes, description=found.heading)
