"""A table: headings and rows of cells, each with its way back to the file."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Protocol

from orgmodel.findings import Fault
from orgmodel.source import Mark, Place, Source

BLANKS = " \t\r\n\v\f\xa0\u2007\u202f\u3000\ufeff"

Row = tuple[str, ...]


class Cells(Protocol):
    """Finds the mark of a cell; row None is the headings, columns count from 0."""

    def mark(self, row: int | None, column: int) -> Mark:
        """The mark of the cell."""
        ...


@dataclass(slots=True)
class Table:
    """Headings and rows. Cells are as written; every row is as wide as the headings.

    `rows` holds the records with at least one cell that is not blank. `record_numbers` gives the
    number of the record of each row in the file: the headings are record 1, blank records count.
    """

    source: Source
    headings: tuple[str, ...]
    rows: list[Row]
    record_numbers: Sequence[int]
    cells: Cells = field(repr=False)
    faults: list[Fault] = field(default_factory=list)
    lone: AbstractSet[int] = frozenset()

    def is_lone(self, row_index: int) -> bool:
        """Whether a record has one cell only, with no delimiter after it; rows count from 0."""
        return row_index in self.lone

    def mark(self, row_index: int, column: int) -> Mark:
        """The mark of a cell; row and column count from 0."""
        return self.cells.mark(row_index, column)

    def heading_mark(self, column: int) -> Mark:
        """The mark of a heading; columns count from 0."""
        return self.cells.mark(None, column)

    def place(self, row_index: int, column: int) -> Place:
        """Like `mark`, with the path."""
        return Place(self.source.path, self.mark(row_index, column))

    def heading_place(self, column: int) -> Place:
        """Like `heading_mark`, with the path."""
        return Place(self.source.path, self.heading_mark(column))

    def cell(self, row_index: int, column: int) -> str:
        """A cell without the blanks around it."""
        return trimmed(self.rows[row_index][column])


def trimmed(cell: str) -> str:
    """A cell without the blanks, no-break spaces and line breaks around it."""
    return cell.strip(BLANKS)
