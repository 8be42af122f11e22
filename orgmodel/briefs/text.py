"""A brief for a terminal: tables in columns where they fit, else one line below the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from orgmodel.briefs.brief import NOTHING, Block, Brief, Cell, Lines, Part, Table
from orgmodel.briefs.column_widths import fitted
from orgmodel.findings import Severity
from orgmodel.matrix.plain_text import clean, cut
from orgmodel.reports.terminal import Paint, as_lines, wrapped
from orgmodel.reports.terminal import columns as width_of

_NARROWEST = 40
_GAP = 2
_LEAST_FIRST, _LEAST = 16, 8
_MOST_WORD = 26
"""Columns that a word may keep for itself."""

_INDENT = "  "
_LONGEST = 400


def render(brief: Brief, width: int = 100, *, color: bool = False) -> str:
    """The brief as text of at most so many columns."""
    writer = _Writer(max(_NARROWEST, width), Paint(color))
    return as_lines(line.rstrip() for line in writer.page(brief))


class _Writer:
    def __init__(self, width: int, paint: Paint) -> None:
        self.width = width
        self.paint = paint

    def page(self, brief: Brief) -> Iterator[str]:
        yield from (self.paint.bold(line) for line in self._wrapped(brief.question))
        yield from (self.paint.dim(line) for line in self._wrapped(brief.model))
        for section in brief.sections:
            yield ""
            yield from (self.paint.bold(line) for line in self._wrapped(section.heading))
            for number, block in enumerate(section.blocks):
                yield from [""] if number else []
                yield from self._block(block)
        if brief.notes:
            yield ""
        for note in brief.notes:
            yield from (self.paint.dim(line) for line in self._wrapped(note))

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Lines):
            for text in block.lines:
                paint = self._painter(block.tone)
                first, *more = self._wrapped(text, len(_INDENT) * 2) or [""]
                yield f"{_INDENT}{paint(first)}"
                yield from (f"{_INDENT * 2}{paint(line)}" for line in more)
        else:
            yield from self._table(block)

    # -- tables

    def _table(self, table: Table) -> Iterator[str]:
        rows = [row for part in table.parts for row in part.rows]
        natural = [
            max(map(width_of, (_text(table.heads[i]), *(_text(item) for row in rows for item in row[i].items))))
            for i in range(len(table.heads))
        ]
        least = [
            max(_longest_word(row[i] for row in rows), min(own, _LEAST if i else _LEAST_FIRST))
            for i, own in enumerate(natural)
        ]
        room = self.width - len(_INDENT) - _GAP * (len(natural) - 1)
        widths = fitted(natural, least, room)
        if widths is None:
            yield from self._stacked(table)
            return
        yield from self._columns(table, [int(width) for width in widths])

    def _columns(self, table: Table, widths: Sequence[int]) -> Iterator[str]:
        if any(table.heads):
            heads = [Cell((head,)) for head in table.heads]
            yield from map(self.paint.dim, self._row(heads, widths, painted=False))
        for number, part in enumerate(table.parts):
            yield from self._heading(part, number)
            for row in part.rows:
                yield from self._row(row, widths)

    def _row(self, row: Sequence[Cell], widths: Sequence[int], *, painted: bool = True) -> Iterator[str]:
        columns = [list(_broken(cell, width)) for cell, width in zip(row, widths, strict=True)]
        for i in range(max(map(len, columns), default=0)):
            cells = []
            for cell, column, width in zip(row, columns, widths, strict=True):
                line = column[i] if i < len(column) else ""
                padding = " " * (width - width_of(line))
                cells.append((self._painter(cell.tone)(line) if painted else line) + padding)
            yield _INDENT + (" " * _GAP).join(cells)

    def _stacked(self, table: Table) -> Iterator[str]:
        for number, part in enumerate(table.parts):
            yield from self._heading(part, number)
            for title, *cells in part.rows:
                yield from self._hanging(title.items, 1)
                for head, cell in zip(table.heads[1:], cells, strict=True):
                    if cell.items not in {(), (NOTHING,)}:
                        head_text = _text(head)
                        told = ", ".join(map(_text, cell.items))
                        yield from self._hanging((f"{head_text}: {told}" if head_text else told,), 2)

    def _hanging(self, items: Iterable[str], depth: int) -> Iterator[str]:
        for item in items:
            yield from (f"{_INDENT * depth}{line}" for line in self._wrapped(item, len(_INDENT) * depth))

    def _heading(self, part: Part, number: int) -> Iterator[str]:
        if part.heading:
            yield from [""] if number else []
            paint = self._painter(part.tone or "own")
            yield from (f"{_INDENT}{paint(line)}" for line in self._wrapped(part.heading, len(_INDENT)))

    # -- words

    def _wrapped(self, text: str, indent: int = 0) -> list[str]:
        return wrapped(_text(text), self.width - indent)

    def _painter(self, tone: str) -> _Painter:
        return _Painter(self.paint, tone)


class _Painter:
    def __init__(self, paint: Paint, tone: str) -> None:
        self.paint = paint
        self.tone = tone

    def __call__(self, text: str) -> str:
        if self.tone == "bad":
            return self.paint.severity(Severity.ERROR, text)
        if self.tone == "own":
            return self.paint.bold(text)
        return self.paint.dim(text) if self.tone == "quiet" else text


def _broken(cell: Cell, width: int) -> Iterator[str]:
    """The lines of a cell; of several items the further lines of each stand back, so that none runs into the next."""
    back = " " if len(cell.items) > 1 else ""
    for item in cell.items:
        text = _text(item)
        if width_of(text) <= width:
            yield text
            continue
        first, *more = wrapped(text, width - len(back))
        yield from (first, *(f"{back}{line}" for line in more))


def _longest_word(cells: Iterable[Cell]) -> int:
    """The width that keeps words whole, where they are not all too long."""
    words = (word for cell in cells for item in cell.items for word in _text(item).split(" "))
    return min(_MOST_WORD, max(map(width_of, words), default=0))


def _text(text: str) -> str:
    return cut(clean(text), _LONGEST)
