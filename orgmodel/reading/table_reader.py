"""Tables as text (CSV and its relatives) to headings and rows with marks."""

from __future__ import annotations

import csv
import gc
import io
import re
from array import array
from collections.abc import Iterator
from itertools import chain

from orgmodel.findings import Fault, Related
from orgmodel.reading.delimiters import sniff_delimiter
from orgmodel.reading.limits import LIMITS
from orgmodel.reading.names import quoted
from orgmodel.reading.records import Record, scan_record
from orgmodel.reading.stop import fault_of_length
from orgmodel.reading.table import Row, Table, trimmed
from orgmodel.source import Cell, Mark, Place, Source

_MALFORMED = "table-row-malformed"
_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_MANY_FAULTS = 1_000
_FIRST_BLOCK = 1 << 10
_BLOCK = 1 << 20


def read_table(source: Source, *, delimiter: str | None = None) -> Table:
    """The table in a text. Delimiters `, ; tab |` are told apart; nothing is raised."""
    start, named = _separator_line(source.text)
    sign = delimiter or named or sniff_delimiter(source.text, start, source.path)
    reader = _TableReader(source, sign, start)
    collecting = gc.isenabled()
    gc.disable()
    try:
        return reader.read()
    finally:
        if collecting:
            gc.enable()


def _blocks(text: str, start: int) -> Iterator[io.StringIO]:
    """The text from an offset in blocks of whole lines; as one block it would take four times its size.

    The first are small: where every other record is malformed, reading begins anew just as often.
    """
    size = _FIRST_BLOCK
    while start < len(text):
        end = text.find("\n", start + size) + 1 or len(text)
        yield io.StringIO(text[start:end], newline="")
        start, size = end, min(4 * size, _BLOCK)


def _separator_line(text: str) -> tuple[int, str | None]:
    """Where the table begins and the delimiter its first line names, if it is a line `sep=;`."""
    match = _SEPARATOR_LINE.match(text)
    return (match.end(), match[1]) if match else (0, None)


class _TextCells:
    """Finds cells by reading their record once more."""

    def __init__(self, source: Source, delimiter: str, lines: array[int], numbers: array[int]) -> None:
        self.source = source
        self.delimiter = delimiter
        self.headings: Row = ()
        self.heading_line = 0
        self.heading_number = 1
        self.lines = lines
        self.numbers = numbers

    def mark(self, row: int | None, column: int) -> Mark:
        """The mark of a cell; a cell the record lacks is marked at the record's end."""
        if row is None:
            return self.mark_at(self.heading_line, self.heading_number, column)
        return self.mark_at(self.lines[row], self.numbers[row], column)

    def mark_at(self, line: int, number: int, column: int) -> Mark:
        """The mark of a cell in the record that begins on a line, counted from 0."""
        start = self.source.line_start(line + 1)
        extents = scan_record(self.source.text, start, self.delimiter).extents
        begin, end = extents[column] if column < len(extents) else (extents[-1][1], extents[-1][1])
        heading = self.headings[column] if column < len(self.headings) else ""
        mark = self.source.mark(begin, end)
        cell = Cell(number, column + 1, heading)
        return Mark(mark.line, mark.column, mark.end_line, mark.end_column, cell)


class _TableReader:
    """Reads through the csv module; a record it refuses is read on its own, with what is wrong with it."""

    def __init__(self, source: Source, delimiter: str, start: int) -> None:
        self.source = source
        self.delimiter = delimiter
        self.faults: list[Fault] = []
        self.more_faults = 0
        self.rows: list[Row] = []
        self.lone: set[int] = set()
        self.lines = array("I")
        self.numbers = array("I")
        self.number = 0
        self.at = start
        self.line = 1 if start else 0
        self.cells = _TextCells(source, delimiter, self.lines, self.numbers)

    def read(self) -> Table:
        """The table; what is wrong with it is in its faults."""
        too_long = fault_of_length(self.source, LIMITS)
        if too_long is not None:
            self.faults.append(too_long)
        else:
            self._read_headings()
        headings = self.cells.headings
        if headings:
            while not self._read_quickly(len(headings)):
                self._read_one(len(headings))
            self._count_further_faults()
        return Table(self.source, headings, self.rows, self.numbers, self.cells, self.faults, self.lone)

    def _read_headings(self) -> None:
        """The first record that is not blank; without one the file is no table."""
        while self.at < len(self.source.text):
            line, record = self._next_record()
            if any(map(trimmed, record.cells)):
                self.cells.heading_line = line
                self.cells.headings = tuple(map(trimmed, record.cells))
                self.cells.heading_number = self.number
                self._check_quotes(record, line)
                self._check_headings()
                return
        message = "the table is empty: it has not even headings"
        self.faults.append(Fault("unreadable-file", message, self.source.place(0)))

    def _read_quickly(self, width: int) -> bool:
        """Reads records until the file ends (True) or one is refused (False); `at` is where it begins."""
        base = line = self.line
        number = self.number
        keep, note_line, note_number = self.rows.append, self.lines.append, self.numbers.append
        lines = chain.from_iterable(_blocks(self.source.text, self.at))
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        try:
            for row in reader:
                number += 1
                if (len(row) == width and row[0].strip()) or self._fit(row, width, line, number):
                    note_line(line)
                    note_number(number)
                    keep(tuple(row))
                line = base + reader.line_num
        except csv.Error:
            self.line, self.at = line, self.source.line_start(line + 1)
            return False
        finally:
            self.number = number
        return True

    def _read_one(self, width: int) -> None:
        """Reads the record that the csv module refuses: a very long cell, or quotes that do not fit."""
        line, record = self._next_record()
        self._check_quotes(record, line)
        if self._fit(record.cells, width, line, self.number):
            self.lines.append(line)
            self.numbers.append(self.number)
            self.rows.append(tuple(record.cells))

    def _next_record(self) -> tuple[int, Record]:
        line, start = self.line, self.at
        record = scan_record(self.source.text, start, self.delimiter)
        self.at = record.after
        self.line += len(_LINE_END.findall(self.source.text, start, record.after))
        self.number += 1
        return line, record

    def _fit(self, row: list[str], width: int, line: int, number: int) -> bool:
        """Brings a row to the width of the headings; False if it is blank."""
        if not any(map(trimmed, row)):
            return False
        extra = row[width:]
        if any(map(trimmed, extra)):
            count = len(row) - next(i for i, cell in enumerate(reversed(row)) if trimmed(cell))
            column = width + next(i for i, cell in enumerate(extra) if trimmed(cell))
            message = f"record {number} has {count} cells, but there are {width} headings"
            fix = f"put cells that hold {quoted(self.delimiter)} in double quotes, or add the heading"
            self._fault(message, self.cells.mark_at(line, number, column), fix)
        if len(row) == 1 < width:
            self.lone.add(len(self.rows))
        row[width:] = [""] * (width - len(row))
        return True

    def _check_quotes(self, record: Record, line: int) -> None:
        for offset, message, fix in (
            (record.unclosed, "a quote opens here and is never closed", 'close it, or write "" for a quote'),
            (record.trailing, "text after the closing quote of a cell", 'write "" for a quote within a cell'),
        ):
            if offset is None:
                continue
            column = sum(end < offset for _, end in record.extents)
            self._fault(message, self._at_offset(line, column, offset), fix)

    def _at_offset(self, line: int, column: int, offset: int) -> Mark:
        """The mark of a character, with the cell it is in."""
        cell = self.cells.mark_at(line, self.number, column).cell
        mark = self.source.mark(offset)
        return Mark(mark.line, mark.column, mark.end_line, mark.end_column, cell)

    def _fault(self, message: str, mark: Mark, fix: str) -> None:
        if len(self.faults) >= _MANY_FAULTS:
            self.more_faults += 1
            return
        self.faults.append(Fault(_MALFORMED, message, Place(self.source.path, mark), fix=fix))

    def _count_further_faults(self) -> None:
        if self.more_faults:
            message = f"{self.more_faults:,} more records are malformed"
            self.faults.append(Fault(_MALFORMED, message, self.faults[-1].place))

    def _check_headings(self) -> None:
        seen: dict[str, int] = {}
        for column, heading in enumerate(self.cells.headings):
            first = seen.setdefault(heading.casefold(), column)
            if not heading or first == column:
                continue
            here, there = (Place(self.source.path, self.cells.mark(None, at)) for at in (column, first))
            message = f"the heading {quoted(heading)} stands twice, first in column {first + 1}"
            related = (Related(there, "first here"),)
            fix = "give one of the two columns another heading"
            self.faults.append(Fault("table-column-repeated", message, here, related, fix=fix))
