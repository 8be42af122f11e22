"""A brief as one SVG picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from orgmodel.briefs.brief import Brief, Cell, Lines, Part, Table
from orgmodel.briefs.column_widths import fitted
from orgmodel.drawing import svg
from orgmodel.drawing.picture import Label, Path, Picture, Rect, Shape
from orgmodel.drawing.text import clean, measure, wrap

_MARGIN = 28.0
_SIZE, _HEAD, _TITLE = 12.0, 15.0, 21.0
_LINE = 16.5
_PAD = 4.5
_GAP = 16.0
_WIDTH, _MORE = 900.0, 130.0
_COLUMNS = 4
"""Columns that the usual width has room for; each further one makes the page wider."""

_LEAST_FIRST, _LEAST = 150.0, 66.0
_MOST_LINES = 12
_MOST_WORD = 180.0
_BACK = 8.0
_INKS = {"": "holder", "own": "band0", "bad": "error", "quiet": "muted"}


def render(brief: Brief) -> str:
    """The whole page, as long as it is."""
    return svg.render(draw(brief))


def draw(brief: Brief) -> Picture:
    """The page as placed shapes."""
    tables = [block for section in brief.sections for block in section.blocks if isinstance(block, Table)]
    columns = max((len(table.heads) for table in tables), default=0)
    pen = _Pen(_WIDTH + _MORE * max(0, columns - _COLUMNS))
    pen.page(brief)
    said = "; ".join(section.heading for section in brief.sections)
    return Picture(pen.width, ceil(pen.y + _MARGIN - 8), clean(brief.question), tuple(pen.shapes), clean(said))


class _Pen:
    """Writes downward; `y` is the lower edge of what is written."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.room = width - 2 * _MARGIN
        self.y = _MARGIN - 8
        self.shapes: list[Shape] = []

    def page(self, brief: Brief) -> None:
        self.write(brief.question, _TITLE, bold=True, ink="title")
        self.write(brief.model, _SIZE, ink="muted")
        self.y += 6
        self.rule(self.y, "band0", 2)
        for section in brief.sections:
            self.y += 14
            self.write(section.heading, _HEAD, bold=True, ink="title")
            self.y += 2
            for block in section.blocks:
                if isinstance(block, Lines):
                    for text in block.lines:
                        self.write(f"• {text}", _SIZE, ink=_INKS[block.tone], hanging=10)
                else:
                    self.table(block)
                self.y += 6
        if brief.notes:
            self.y += 6
            self.rule(self.y, "outline", 1)
        for note in brief.notes:
            self.write(note, 11, ink="muted")

    def write(self, text: str, size: float, *, ink: str, bold: bool = False, hanging: float = 0) -> None:
        """A text over the whole width, on as many lines as it takes."""
        for i, line in enumerate(wrap(clean(text), self.room - hanging, size, _MOST_LINES, bold=bold)):
            self.y += size * 1.38
            self.shapes.append(Label(_MARGIN + (hanging if i else 0), self.y, line, size, ink, bold=bold))

    def rule(self, y: float, ink: str, thick: float) -> None:
        self.shapes.append(Path(((_MARGIN, y), (self.width - _MARGIN, y)), ink, thick))

    # -- tables

    def table(self, table: Table) -> None:
        widths = self.widths(table)
        lefts = [_MARGIN + 6 + sum(widths[:i]) + _GAP * i for i in range(len(widths))]
        if any(table.heads):
            self.row([Cell((head,), "quiet") for head in table.heads], widths, lefts, bold=True)
            self.rule(self.y, "outline", 1.6)
        for part in table.parts:
            if part.heading:
                self.heading(part)
            for row in part.rows:
                self.row(row, widths, lefts)
                self.rule(self.y, "outline", 0.6)

    def widths(self, table: Table) -> list[float]:
        rows = [row for part in table.parts for row in part.rows]
        natural = [
            max(_wide(Cell((table.heads[i],), "own")), *(_wide(row[i]) for row in rows))
            for i in range(len(table.heads))
        ]
        least = [max(_LEAST if i else _LEAST_FIRST, _word(row[i] for row in rows)) for i in range(len(natural))]
        room = self.room - 12 - _GAP * (len(natural) - 1)
        widths = fitted(natural, least, room) or [room / len(natural)] * len(natural)
        spare = (room - sum(widths)) / len(widths)
        return [width + max(0.0, spare) for width in widths]

    def row(self, row: Sequence[Cell], widths: Sequence[float], lefts: Sequence[float], *, bold: bool = False) -> None:
        columns = [list(_broken(cell, width, bold)) for cell, width in zip(row, widths, strict=True)]
        top = self.y + _PAD
        for cell, column, left in zip(row, columns, lefts, strict=True):
            strong = bold or cell.tone in {"own", "bad"}
            for i, (line, back) in enumerate(column):
                y = top + _SIZE + i * _LINE
                self.shapes.append(Label(left + back, y, line, _SIZE, _INKS[cell.tone], bold=strong))
        self.y = top + max(1, *map(len, columns)) * _LINE - (_LINE - _SIZE) + _PAD

    def heading(self, part: Part) -> None:
        place = len(self.shapes)
        top = self.y
        self.y += 1
        for line in wrap(clean(part.heading), self.room - 12, _SIZE, 3, bold=True):
            self.y += _LINE
            self.shapes.append(Label(_MARGIN + 6, self.y, line, _SIZE, _INKS[part.tone], bold=True))
        self.y += 6
        self.shapes.insert(place, Rect(_MARGIN, top, self.room, self.y - top, "quiet_card"))


def _word(cells: Iterable[Cell]) -> float:
    """The width that keeps words whole, where they are not all too long."""
    words = (word for cell in cells for item in cell.items for word in clean(item)[:200].split(" "))
    return min(_MOST_WORD, max((measure(word, _SIZE, bold=True) for word in words), default=0.0) + 1)


def _wide(cell: Cell) -> float:
    strong = cell.tone in {"own", "bad"}
    return max((measure(clean(item)[:200], _SIZE, bold=strong) for item in cell.items), default=0.0) + 1


def _broken(cell: Cell, width: float, bold: bool) -> Iterator[tuple[str, float]]:
    """The lines of a cell; of several items the further lines of each stand back, so that none runs into the next."""
    strong = bold or cell.tone in {"own", "bad"}
    for item in cell.items:
        text = clean(item)
        back = _BACK if len(cell.items) > 1 and measure(text, _SIZE, bold=strong) > width else 0.0
        for i, line in enumerate(wrap(text, width - back, _SIZE, _MOST_LINES, bold=strong)):
            yield line, back if i else 0.0
