"""Texts and places in them. Knows no YAML, no tables and no organisation."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

_NEWLINE = re.compile(r"\r\n|\r|\n")


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
    _starts: list[int] | None = field(default=None, repr=False)

    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; made at the first call."""
        if self._starts is None:
            if self.text.count("\r") > self.text.count("\r\n"):
                self._starts = [0, *(match.end() for match in _NEWLINE.finditer(self.text))]
            else:
                self._starts = list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))[:-1]
        return self._starts

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1) of a character offset."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def mark(self, start: int, end: int | None = None) -> Mark:
        """The mark from offset `start` to offset `end` (one character if not given)."""
        last = min(len(self.text), start + 1) if end is None else end
        line, column = self.line_and_column(start)
        end_line, end_column = self.line_and_column(max(last, start))
        return Mark(line, column, end_line, end_column)

    def place(self, start: int, end: int | None = None) -> Place:
        """Like `mark`, with the path."""
        return Place(self.path, self.mark(start, end))

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end; empty if there is none."""
        starts = self.line_starts()
        if not 1 <= number <= len(starts):
            return ""
        stop = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : stop].rstrip("\r\n")
