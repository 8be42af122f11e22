"""Rows of a matrix that are headings of sections, and the group they give to the rows below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgmodel.loading.letter_cells import plain, says_nothing
from orgmodel.reading.table import Table, trimmed


class Sections:
    """Tells headings from activities.

    A heading is a record of one cell, or a record without a title whose only text stands beside it. A title
    with blank cells is one too in a table that begins with such a row, has further ones, and never two in
    succession: elsewhere it is an activity that nobody has any part in.
    """

    def __init__(self, table: Table, title: int, across: Sequence[int], *, is_grouped: bool) -> None:
        self.table = table
        self.across = across
        crossing = {*across, title}
        self.beside = [index for index in range(len(table.headings)) if index not in crossing]
        self.is_sectioned = not is_grouped and self._begins_sections()
        self.headings: list[str] = []
        self.untitled: list[int] = []
        self.group = ""

    def rows(self, titles: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The rows that are activities, with their titles as written."""
        waiting: list[tuple[int, str]] = []
        for row, title in enumerate(titles):
            if says_nothing(title):
                self._untitled(row)
            elif self._is_blank(row) and (self.is_sectioned or self.table.is_lone(row)):
                waiting.append((row, title))
            else:
                self._open(waiting)
                waiting = []
                yield row, title
        yield from (item for item in waiting if not self.table.is_lone(item[0]))

    def group_of(self, row: int, own: str) -> str:
        """The group of a row: its own, else that of the row or heading above, as in merged cells."""
        self.group = plain(own) if own else self.group
        return self.group

    def _open(self, waiting: Sequence[tuple[int, str]]) -> None:
        for _row, title in waiting:
            self.group = plain(title)
            self.headings.append(self.group)

    def _untitled(self, row: int) -> None:
        """A row without an activity: a heading that stands beside it, or letters that belong to nothing."""
        cells = self.table.rows[row]
        if not all(says_nothing(cells[index]) for index in self.across):
            self.untitled.append(row)
            return
        beside = [plain(trimmed(cells[index])) for index in self.beside if not says_nothing(cells[index])]
        if beside:
            self.group = beside[0]
            self.headings.append(self.group)

    def _begins_sections(self) -> bool:
        if not self.table.rows or not self._is_blank(0):
            return False
        blank = [row for row in range(len(self.table.rows)) if self._is_blank(row)]
        return len(blank) > 1 and all(after - before > 1 for before, after in pairwise(blank))

    def _is_blank(self, row: int) -> bool:
        cells = self.table.rows[row]
        return not any(trimmed(cells[index]) for index in self.across)
