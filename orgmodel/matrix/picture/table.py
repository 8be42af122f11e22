"""The sizes of a matrix on paper, and its bands from the top to the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.drawing.picture import Ink
from orgmodel.drawing.text import clean, measure, shorten, wrap
from orgmodel.matrix.marked_places import MarkedPlaces
from orgmodel.matrix.matrix import Block, GapKind, Matrix, Row
from orgmodel.matrix.picture.letters import letters_width
from orgmodel.matrix.picture.measures import LETTER, LIFT, LINE, SMALL, TEXT
from orgmodel.matrix.wording import heading

_FIRST = (180.0, 330.0)
_GAP = 250.0
_CELL, _BETWEEN = 30.0, 6.0
_PAD = 5.0
_LONGEST_HEADING = 210.0
_SLANT = 0.7071
_GROUP = 26.0
_MARKS = 72.0
_LEAST_LIST = 560.0

GAP_INKS: dict[GapKind, Ink] = {
    GapKind.MISSING: "cut",
    GapKind.OVERLAP: "cut",
    GapKind.VACANCY: "vacant",
    GapKind.OPEN: "muted",
}


@dataclass(frozen=True, slots=True)
class Band:
    """One band of the table from edge to edge: a heading of a scheme or group, or a row."""

    height: float
    row: Row | None = None
    title: tuple[str, ...] = ()
    gap: tuple[tuple[str, Ink], ...] = ()
    place: int = -1
    """Of the row among all rows of the matrix."""


@dataclass(frozen=True, slots=True)
class Table:
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
        slant = max((self.left(i) + 16 + measure(text, TEXT) * _SLANT for i, text in self.heads.items()), default=0.0)
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


def table_of(matrix: Matrix, columns: tuple[int, ...]) -> Table:
    """The sizes of some columns of a matrix, with all of its rows."""
    rows = list(matrix.rows())
    cells = dict.fromkeys(columns, _CELL)
    for row in rows:
        for i, marks in row.cells.items():
            if i in cells:
                cells[i] = max(cells[i], letters_width(marks) + _BETWEEN)
    widest = max((measure(titled(row), TEXT) for row in rows), default=0.0)
    heads = {i: shorten(clean(heading(matrix.columns[i])), _LONGEST_HEADING, TEXT) for i in columns}
    places = MarkedPlaces.of(matrix)
    lift = LIFT if any(i in places.columns for i in columns) else 0.0
    head = max((measure(text, TEXT) * _SLANT for text in heads.values()), default=0.0) + 26 + lift
    codes = {letter.code: number for block in matrix.blocks for number, letter in enumerate(block.letters)}
    return Table(
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


def titled(row: Row) -> str:
    """The title of a row as it is shown."""
    return clean(f"{row.title} {row.suffix}" if row.suffix else row.title)


def bands_of(table: Table) -> Iterator[Band]:
    """All bands in their order."""
    several = len(table.matrix.blocks) > 1
    place = -1
    for block in table.matrix.blocks:
        if several:
            yield Band(_GROUP, title=(f"Scheme {clean(block.title)}: {_letters(block)}", "scheme"))
        for group in block.groups:
            if group.title:
                yield Band(_GROUP, title=(clean(group.title), "group"))
            for row in group.rows:
                place += 1
                yield _row_band(table, row, place)


def _letters(block: Block) -> str:
    return " · ".join(f"{clean(letter.code)} {clean(letter.name)}" for letter in block.letters)


def _row_band(table: Table, row: Row, place: int) -> Band:
    title = wrap(titled(row), table.first - 22, TEXT, 2)
    gap: list[tuple[str, Ink]] = []
    for item in row.gaps:
        text = f"{item.sign} {item.text}" if item.sign else item.text
        ink: Ink = GAP_INKS[item.kind] if item.is_open else "muted"
        gap += [(line, ink) for line in wrap(clean(text), table.gap - 20, SMALL, 2)]
    lines = max(len(title), len(gap), 1)
    return Band(max(LETTER + 6, lines * LINE + 2 * _PAD), row, title, tuple(gap), place)
