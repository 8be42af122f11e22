"""The matrix as pictures: turned headings, a letter in each cell, gaps beside the rows, a legend.

An owner's letter stands in a filled box, a doer's in a thick frame, others in a thin one: the letters can be told
apart without colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from orgmodel.drawing.finding_list import FindingList, Grade, listed
from orgmodel.drawing.finding_shapes import BADGE, badge_shapes, badge_width, list_of_findings, words, worst
from orgmodel.drawing.picture import Dash, Group, Label, Path, Picture, Rect, Shape
from orgmodel.drawing.text import clean, measure, shorten, wrap
from orgmodel.matrix.marked_places import MarkedPlaces
from orgmodel.matrix.matrix import Block, GapKind, Mark, MarkedFinding, Matrix, Row
from orgmodel.matrix.wording import elsewhere, heading, meaning, shown, signs, size, standing

MARGIN = 28.0
_TITLE, _SMALL, _TEXT = 20.0, 11.0, 12.0
_FIRST = (180.0, 330.0)
_GAP = 250.0
_CELL, _BETWEEN = 30.0, 6.0
_LINE, _PAD = 15.0, 5.0
_LONGEST_HEADING = 210.0
_SLANT = 0.7071
_HEAD = 74.0
_GROUP = 26.0
_LEGEND_LINE = 25.0
_KEY = 27.0
_BADGE = 19.0
_COLUMNS_ON_PAGE = 40
_MARKS, _LIFT = 72.0, 20.0
_LEAST_LIST = 560.0
_NAMED = 2
_SMALL_BADGE = 9.0
_A4 = 297 / 210
_WIDEST_UPRIGHT = 1_100


@dataclass(frozen=True, slots=True)
class _Item:
    """One band of the table from edge to edge: a heading of a scheme or group, or a row."""

    height: float
    row: Row | None = None
    title: tuple[str, ...] = ()
    gap: tuple[tuple[str, str], ...] = ()
    place: int = -1
    """Of the row among all rows of the matrix."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Everything about sizes that all pages of a matrix share."""

    matrix: Matrix
    columns: tuple[int, ...]
    first: float
    cells: dict[int, float]
    heads: dict[int, str]
    head: float
    gap: float
    codes: dict[str, int]
    places: MarkedPlaces
    marks: float
    """Width of the column of findings."""

    @property
    def width(self) -> float:
        """From the left edge of the titles to the right edge of the gaps, slanted headings included."""
        slant = max((self.left(i) + 16 + measure(text, _TEXT) * _SLANT for i, text in self.heads.items()), default=0.0)
        return max(self.width_of_cells + self.marks + self.gap, slant)

    @property
    def room(self) -> float:
        """The width of a list of findings, where there is one: at least what a message needs."""
        has_list = self.matrix.findings or self.matrix.elsewhere
        return max(self.width, _LEAST_LIST) if has_list else self.width

    @property
    def width_of_cells(self) -> float:
        """From the left edge of the titles to the right edge of the last column."""
        return self.first + sum(self.cells.values())

    def left(self, column: int) -> float:
        """Where a column begins."""
        return self.first + sum(self.cells[i] for i in self.columns[: self.columns.index(column)])


def pictures(matrix: Matrix, aspect: float | None = None) -> tuple[Picture, ...]:
    """The whole matrix as one picture, or as pages of a shape (width / height), headings on each of them."""
    if aspect is None:
        table = _table_of(matrix, tuple(range(len(matrix.columns))))
        return (_page(table, list(_items(table)), with_list=True),)
    pages: list[Picture] = []
    for columns in _parts(matrix):
        table = _table_of(matrix, columns)
        pages += [_page(table, items) for items in _paged(table, (table.width + 2 * MARGIN) / aspect)]
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
    return tuple(
        replace(
            page,
            name=f"page-{number}",
            bookmark=f"Page {number}",
            shapes=(
                *page.shapes,
                Label(
                    page.width - MARGIN,
                    MARGIN + 14,
                    f"{number} of {count}",
                    size=_SMALL,
                    ink="muted",
                    anchor="end",
                ),
            ),
        )
        for number, page in enumerate(pages, 1)
    )


# -- sizes


def _table_of(matrix: Matrix, columns: tuple[int, ...]) -> _Table:
    rows = list(matrix.rows())
    cells = dict.fromkeys(columns, _CELL)
    for row in rows:
        for i, marks in row.cells.items():
            if i in cells:
                cells[i] = max(cells[i], _marks_width(marks) + _BETWEEN)
    widest = max((measure(_titled(row), _TEXT) for row in rows), default=0.0)
    heads = {i: shorten(clean(heading(matrix.columns[i])), _LONGEST_HEADING, _TEXT) for i in columns}
    places = MarkedPlaces.of(matrix)
    lift = _LIFT if any(i in places.columns for i in columns) else 0.0
    head = max((measure(text, _TEXT) * _SLANT for text in heads.values()), default=0.0) + 26 + lift
    codes = {letter.code: number for block in matrix.blocks for number, letter in enumerate(block.letters)}
    return _Table(
        matrix,
        columns,
        min(max(widest + 22, _FIRST[0]), _FIRST[1]),
        cells,
        heads,
        head,
        _GAP if any(row.gaps for row in rows) else 0.0,
        codes,
        places,
        _MARKS if places.rows else 0.0,
    )


def _titled(row: Row) -> str:
    return clean(f"{row.title} {row.suffix}" if row.suffix else row.title)


def _marks_width(marks: Sequence[Mark]) -> float:
    return sum(_mark_width(mark) for mark in marks) + 3.0 * (len(marks) - 1)


def _mark_width(mark: Mark) -> float:
    return max(_BADGE, measure(clean(mark.text), _TEXT, bold=True) + 8)


def _items(table: _Table) -> Iterator[_Item]:
    several = len(table.matrix.blocks) > 1
    place = -1
    for block in table.matrix.blocks:
        if several:
            yield _Item(_GROUP, title=(f"Scheme {clean(block.title)}: {_letters(block)}", "scheme"))
        for group in block.groups:
            if group.title:
                yield _Item(_GROUP, title=(clean(group.title), "group"))
            for row in group.rows:
                place += 1
                yield _row_item(table, row, place)


def _letters(block: Block) -> str:
    return " · ".join(f"{clean(letter.code)} {clean(letter.name)}" for letter in block.letters)


def _row_item(table: _Table, row: Row, place: int) -> _Item:
    title = wrap(_titled(row), table.first - 22, _TEXT, 2)
    gap: list[tuple[str, str]] = []
    for item in row.gaps:
        text = f"{item.sign} {item.text}" if item.sign else item.text
        ink = _INKS[item.kind] if item.is_open else "muted"
        gap += [(line, ink) for line in wrap(clean(text), table.gap - 20, _SMALL, 2)]
    lines = max(len(title), len(gap), 1)
    return _Item(max(_BADGE + 6, lines * _LINE + 2 * _PAD), row, title, tuple(gap), place)


_INKS = {GapKind.MISSING: "cut", GapKind.OVERLAP: "cut", GapKind.VACANCY: "vacant", GapKind.OPEN: "muted"}


def _paged(table: _Table, room: float) -> Iterator[list[_Item]]:
    """The bands in pages; a heading never stands alone at the foot of one."""
    taken = MARGIN + _HEAD + table.head + _foot(table) + MARGIN
    page: list[_Item] = []
    used = taken
    waiting: list[_Item] = []
    for item in _items(table):
        waiting.append(item)
        if item.row is None:
            continue
        height = sum(one.height for one in waiting)
        if any(one.row is not None for one in page) and used + height > room:
            yield page
            page, used = [], taken
        page += waiting
        used += height
        waiting = []
    yield page + waiting


def _foot(table: _Table) -> float:
    return 14 + _LEGEND_LINE * len(list(_legend_lines(table)))


# -- drawing


def _page(table: _Table, items: Sequence[_Item], *, with_list: bool = False) -> Picture:
    matrix = table.matrix
    width = (table.room if with_list else table.width) + 2 * MARGIN
    top = MARGIN + _HEAD + table.head
    bottom = top + sum(item.height for item in items)
    foot = bottom + _foot(table)
    found = listed(matrix.findings, table.room) if with_list else FindingList()
    height = foot + _height_of(found, matrix) + MARGIN if with_list else foot + MARGIN
    title = clean(matrix.name) or "Responsibility matrix"
    shapes = (
        *_heading(table, title, width),
        *_stripes(table, top, bottom),
        *_heads(table, top),
        *_bands(table, items, top),
        Path(((MARGIN, bottom), (MARGIN + table.width, bottom)), stroke="outline", stroke_width=1),
        *_legend(table, bottom + 14),
        *(_findings(found, matrix, table.room, foot) if with_list else ()),
    )
    said = f"Responsibility matrix {shown(matrix)}: {size(matrix)}. {standing(matrix)}."
    return Picture(ceil(width), ceil(height), title, shapes, description=said)


def _page_of_findings(table: _Table) -> Picture:
    """The page behind the matrix: what its numbers mean."""
    matrix = table.matrix
    found = listed(matrix.findings, table.room)
    width = table.room + 2 * MARGIN
    top = MARGIN + _HEAD
    title = clean(matrix.name) or "Responsibility matrix"
    shapes = (*_heading(table, title, width), *_findings(found, matrix, table.room, top))
    height = top + _height_of(found, matrix) + MARGIN
    return Picture(ceil(width), ceil(height), title, shapes, description=found.heading)


def _height_of(found: FindingList, matrix: Matrix) -> float:
    return found.height + (_LEGEND_LINE if elsewhere(matrix) else 0.0)


def _findings(found: FindingList, matrix: Matrix, room: float, top: float) -> Iterator[Shape]:
    """The list of findings, and how many are on nothing that is shown."""
    yield from list_of_findings(found, MARGIN, top)
    note = elsewhere(matrix)
    if note:
        yield Label(MARGIN, top + found.height + 14, shorten(note, room, _TEXT), ink="muted")


def _heading(table: _Table, title: str, width: float) -> Iterator[Shape]:
    room = width - 2 * MARGIN - 70
    matrix = table.matrix
    yield Label(MARGIN, MARGIN + 18, shorten(title, room, _TITLE, bold=True), size=_TITLE, ink="title", bold=True)
    line = f"Responsibility matrix {shown(matrix)} · {size(matrix)}"
    yield Label(MARGIN, MARGIN + 40, shorten(clean(line), room, 13.0), size=13.0, ink="muted")
    yield Label(MARGIN, MARGIN + 58, shorten(clean(standing(matrix)), room, 13.0), size=13.0, ink="muted")


def _stripes(table: _Table, top: float, bottom: float) -> Iterator[Shape]:
    """Every second column is shaded, so that the eye keeps its column."""
    for number, i in enumerate(table.columns):
        if number % 2 == 0:
            yield Rect(MARGIN + table.left(i), top, table.cells[i], bottom - top, fill="quiet_card")


def _heads(table: _Table, top: float) -> Iterator[Shape]:
    yield Label(MARGIN, top - 10, "Activity", ink="muted")
    for i in table.columns:
        column = table.matrix.columns[i]
        middle = MARGIN + table.left(i) + table.cells[i] / 2
        ink = "muted" if column.status else "title"
        told = f"{clean(heading(column))}: {clean(column.detail)}" if column.detail else clean(heading(column))
        found = table.places.columns.get(i)
        mark = tuple(_column_mark(found, middle, top)) if found else ()
        told = f"{told}; {words(found)}" if found else told
        lift = _LIFT if table.places.columns else 0.0
        yield Group((Label(middle + 4, top - 8 - lift, table.heads[i], ink=ink, turn=-45), *mark), title=told)
    right = MARGIN + table.width_of_cells
    if table.marks:
        yield Label(right + 12, top - 10, "Findings", ink="muted")
    if table.gap:
        yield Label(right + table.marks + (12 if table.marks else 34), top - 10, "Gap", ink="muted")
    yield Path(((MARGIN, top), (MARGIN + table.width, top)), stroke="title", stroke_width=1.4)


def _column_mark(found: Sequence[MarkedFinding], middle: float, top: float) -> Iterator[Shape]:
    """A small badge below a heading."""
    text = f"{found[0].number}+" if len(found) > 1 else str(found[0].number)
    grade = worst(found)
    wide = badge_width(text, grade, _SMALL_BADGE)
    yield from badge_shapes(text, grade, middle - wide / 2, top - 20, _SMALL_BADGE)


def _bands(table: _Table, items: Iterable[_Item], top: float) -> Iterator[Shape]:
    for item in items:
        if item.row is None:
            yield from _group(table, item, top)
        else:
            yield _row(table, item, item.row, top)
        top += item.height


def _group(table: _Table, item: _Item, top: float) -> Iterator[Shape]:
    text, kind = item.title
    yield Rect(MARGIN, top, table.width, item.height, fill="page")
    ink = "title" if kind == "group" else "planned"
    shown_text = shorten(text, table.width - 8, _TEXT, bold=True)
    yield Label(MARGIN, top + item.height - 8, shown_text, ink=ink, bold=True)
    bottom = top + item.height
    yield Path(((MARGIN, bottom), (MARGIN + table.width, bottom)), stroke="outline", stroke_width=1)


def _row(table: _Table, item: _Item, row: Row, top: float) -> Group:
    shapes: list[Shape] = []
    bottom = top + item.height
    if row.state is not None:
        shapes.append(Rect(MARGIN, top + 3, 4, item.height - 6, fill=_INKS[row.state]))
    shapes += _lines([(text, "title") for text in item.title], MARGIN + 10, top, item.height, _TEXT)
    for i, marks in row.cells.items():
        if i in table.cells:
            left = MARGIN + table.left(i) + (table.cells[i] - _marks_width(marks)) / 2
            found = table.places.cells.get((item.place, i), [])
            if found:
                shapes.append(_outline(table, i, worst(found), top, item.height))
            shapes.append(_cell(table, i, marks, left, top + item.height / 2, found))
    if item.place in table.places.rows:
        shapes.append(_row_mark(table, table.places.rows[item.place], top + item.height / 2))
    if item.gap:
        shapes += _lines(item.gap, MARGIN + table.width_of_cells + table.marks + 12, top, item.height, _SMALL)
    shapes.append(Path(((MARGIN, bottom), (MARGIN + table.width, bottom)), stroke="outline", stroke_width=0.5))
    said = f"{_titled(row)}: {clean(row.gap_text)}" if row.gaps else _titled(row)
    return Group(tuple(shapes), title=said)


def _outline(table: _Table, i: int, grade: Grade, top: float, height: float) -> Rect:
    """A frame round a cell that findings concern."""
    return Rect(MARGIN + table.left(i) + 1.5, top + 1.5, table.cells[i] - 3, height - 3, "", grade, 2.2)


def _row_mark(table: _Table, found: Sequence[MarkedFinding], middle: float) -> Group:
    """The numbers of a row's findings."""
    text = ", ".join(str(finding.number) for finding in found[:_NAMED])
    text += f" +{len(found) - _NAMED}" if len(found) > _NAMED else ""
    shapes = badge_shapes(text, worst(found), MARGIN + table.width_of_cells + 12, middle - BADGE / 2, _SMALL_BADGE + 1)
    return Group(shapes, title=words(found))


def _lines(texts: Sequence[tuple[str, str]], x: float, top: float, height: float, letter: float) -> Iterator[Label]:
    """Lines of text, together in the middle of a band."""
    first = top + (height - len(texts) * _LINE) / 2 + letter
    for number, (text, ink) in enumerate(texts):
        yield Label(x, first + number * _LINE, text, size=letter, ink=ink)


def _cell(
    table: _Table, i: int, marks: Sequence[Mark], left: float, middle: float, found: Sequence[MarkedFinding]
) -> Group:
    shapes: list[Shape] = []
    said = []
    for mark in marks:
        wide = _mark_width(mark)
        shapes += _badge(table, mark, left, middle, wide)
        left += wide + 3
        said.append(": ".join(filter(None, (mark.name or mark.code, "; ".join(mark.remarks)))))
    told = f"{heading(table.matrix.columns[i])}: {', '.join(said)}"
    return Group(tuple(shapes), title=clean(f"{told}; {words(found)}" if found else told))


def _badge(table: _Table, mark: Mark, left: float, middle: float, wide: float) -> Iterator[Shape]:
    top = middle - _BADGE / 2
    band = f"band{min(table.codes.get(mark.code, 8), 8)}"
    ink, fill, frame = "title", "card", band
    dash: Dash = ""
    if mark.is_owner:
        ink, fill, frame = "page", "title", "title"
    if mark.is_vacant:
        ink, fill, frame, dash = "vacant", "page", "vacant", "dashed"
    if mark.trouble:
        ink, fill, frame, dash = "cut", "page", "cut", ""
    if mark.sources and not mark.is_owner and not mark.trouble:
        dash = "dotted"
    thick = 2.0 if mark.trouble or not dash else 1.4
    yield Rect(left, top, wide, _BADGE, fill=fill, stroke=frame, stroke_width=thick, radius=4, dash=dash)
    text = clean(mark.text)
    yield Label(left + wide / 2, middle + 4.3, text, ink=ink, bold=mark.is_owner or bool(mark.trouble), anchor="middle")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the legend: what stands before its text, and how far from the left edge of the page."""

    mark: Mark | str
    text: str
    x: float


def _legend(table: _Table, top: float) -> Iterator[Shape]:
    for number, line in enumerate(_legend_lines(table)):
        middle = top + number * _LEGEND_LINE + _LEGEND_LINE / 2
        for entry in line:
            mark, left = entry.mark, entry.x
            if isinstance(mark, Mark):
                yield from _badge(table, mark, left, middle, _mark_width(mark))
            elif mark:
                yield Label(left + _BADGE / 2, middle + 4.3, mark, ink="title", bold=True, anchor="middle")
            yield Label(left + (_KEY if mark else 0), middle + 4.3, entry.text, ink="muted")


def _legend_lines(table: _Table) -> Iterator[list[_Entry]]:
    """The legend in lines of the page's width: those of each scheme, then the signs."""
    several = len(table.matrix.blocks) > 1
    owners = {mark.code for mark in table.matrix.marks() if mark.is_owner}
    for block in table.matrix.blocks:
        named: list[tuple[Mark | str, str]] = []
        if several and block.letters:
            named.append(("", f"{clean(block.title)}:"))
        named += [(Mark(clean(item.code), is_owner=item.code in owners), meaning(item)) for item in block.letters]
        yield from _flowed(table, named)
    yield from _flowed(table, list(signs(table.matrix)))


def _flowed(table: _Table, named: Sequence[tuple[Mark | str, str]]) -> Iterator[list[_Entry]]:
    line: list[_Entry] = []
    x, right = MARGIN, MARGIN + table.width
    for mark, told in named:
        key = _KEY if mark else 0.0
        text = shorten(told, table.width - key, _TEXT)
        wide = key + measure(text, _TEXT)
        if line and x + wide > right:
            yield line
            line, x = [], MARGIN
        line.append(_Entry(mark, text, x))
        x += wide + 26
    if line:
        yield line
