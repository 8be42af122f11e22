"""Texts and places in them. Knows no YAML, no tables and no organisation."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate

_PAGE = 1_024
"""So many characters have their line ends counted at once; few of a million lines are ever asked for."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: record number (the heading is record 1) and column number, both from 1."""

    row: int
    column: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text: lines and columns from 1, in code points, the end exclusive.

    In a table `cell` says which record and column it is; that is what people read.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    cell: Cell | None = None

    @property
    def shown_line(self) -> int:
        """The line to show: in a table the record, elsewhere the line."""
        return self.cell.row if self.cell else self.line

    @property
    def shown_column(self) -> int:
        """The column to show: in a table the number of the cell, elsewhere the character."""
        return self.cell.column if self.cell else self.column


START = Mark(1, 1, 1, 1)


def match_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where a match that begins at an offset ends; the offset itself where nothing matches."""
    match = pattern.match(text, start)
    return match.end() if match else start


@dataclass(frozen=True, slots=True)
class Place:
    """A mark in a file. `path` is relative to the working directory, with `/`."""

    path: str
    mark: Mark = START

    def __str__(self) -> str:
        return f"{self.path}:{self.mark.shown_line}:{self.mark.shown_column}"


@dataclass(slots=True)
class Source:
    """The text of one file (without byte order mark) and the way from an offset to a mark.

    Lines end at LF, CR LF or CR only: other Unicode line ends do not count as lines in editors.
    """

    path: str
    text: str
    _ends: str = field(default="", repr=False)
    _before: list[int] = field(default_factory=list, repr=False)

    def line_start(self, number: int) -> int:
        """The offset at which line `number` (from 1) begins."""
        before = self._lines_before_pages()
        page = max(0, bisect_left(before, number - 1) - 1)
        start = page * _PAGE
        for _ in range(number - 1 - before[page]):
            start = self._ends.index("\n", start) + 1
        return start

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1) of a character offset."""
        page = offset // _PAGE
        before = self._lines_before_pages()[page]
        line = before + self._ends.count("\n", page * _PAGE, offset) + 1
        return line, offset - self._ends.rfind("\n", 0, offset)

    def _lines_before_pages(self) -> list[int]:
        """How many lines end before each page, and in the whole text; made at the first call."""
        if not self._before:
            self._ends = _with_one_sign_for_line_ends(self.text)
            counts = (self._ends.count("\n", page, page + _PAGE) for page in range(0, len(self.text), _PAGE))
            self._before = list(accumulate(counts, initial=0))
        return self._before

    def mark(self, start: int, end: int | None = None) -> Mark:
        """The mark from offset `start` to offset `end` (one character if not given)."""
        last = min(len(self.text), start + 1) if end is None else end
        line, column = self.line_and_column(start)
        if self._ends.find("\n", start, last) < 0:
            return Mark(line, column, line, column + max(last, start) - start)
        end_line, end_column = self.line_and_column(last)
        return Mark(line, column, end_line, end_column)

    def place(self, start: int, end: int | None = None) -> Place:
        """Like `mark`, with the path."""
        return Place(self.path, self.mark(start, end))

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end; empty if there is none."""
        if not 1 <= number <= self._lines_before_pages()[-1] + 1:
            return ""
        start = self.line_start(number)
        stop = self._ends.find("\n", start)
        return self.text[start : stop if stop >= 0 else None].rstrip("\r\n")


def _with_one_sign_for_line_ends(text: str) -> str:
    """The text with LF at the end of each line; every character keeps its offset."""
    if "\r" in text and text.count("\r") > text.count("\r\n"):
        return text.replace("\r\n", " \n").replace("\r", "\n")
    return text
