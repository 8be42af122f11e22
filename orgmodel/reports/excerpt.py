"""The line a finding points at, cut to the room there is, and where its carets stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from orgmodel.reports.terminal import ELLIPSIS, columns, visible, visible_characters
from orgmodel.source import START, Cell, Mark, Source

_TAB = "    "
_TAIL = 12
_HEADING = 40


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a file: carets begin after `before` columns and are `length` long, then comes `label`."""

    number: int
    text: str
    before: int
    length: int
    label: str = ""


def excerpt(source: Source, mark: Mark, width: int) -> Excerpt | None:
    """The line of a mark in at most `width` columns; None when there is nothing to point at."""
    line = source.line(mark.line)
    if mark == START or not line or line.isspace():
        return None
    start = min(mark.column - 1, len(line))
    stop = mark.end_column - 1 if mark.end_line == mark.line else len(line.rstrip())
    if len(line) > width:
        indent = min(start, len(line) - len(line.lstrip(" ")))
        line, start, stop = line[indent:], start - indent, stop - indent
    # A file can be a single line of megabytes: only what may be shown is looked at.
    first = max(0, start - width)
    shown = [_shown(char) for char in visible_characters(line[first : start + width])]
    window = _Window(shown, start - first, min(max(stop, start) - first, len(shown)))
    text, before, length = window.fitted(width, first > 0, start + width < len(line))
    return Excerpt(mark.line, text, before, length, _label(mark.cell, mark.line) if mark.cell else "")


def _shown(char: str) -> str:
    return _TAB if char == "\\t" else char


def _label(cell: Cell, line: int) -> str:
    row = f"row {cell.row}" if cell.row == line else f"row {cell.row} (line {line})"
    place = f"{row}, column {cell.column}"
    return f"{visible(cell.heading, _HEADING)}: {place}" if cell.heading.strip() else place


class _Window:
    """Characters as shown, of which those from `start` to `stop` are marked."""

    def __init__(self, shown: list[str], start: int, stop: int) -> None:
        self.shown = shown
        self.start = start
        self.stop = stop
        self.ends = [0, *accumulate(map(columns, shown))]

    def fitted(self, width: int, cut_left: bool, cut_right: bool) -> tuple[str, int, int]:
        """The text that fits, the columns before the marked ones, and the number of marked ones."""
        begin, end = 0, len(self.shown)
        if cut_left or cut_right or self.ends[-1] > width:
            begin, end = self._around_mark(width - 2, cut_left, cut_right)
        left = ELLIPSIS if begin or cut_left else ""
        right = ELLIPSIS if end < len(self.shown) or cut_right else ""
        text = left + "".join(self.shown[begin:end]) + right
        before = len(left) + self.ends[self.start] - self.ends[begin]
        return text.rstrip(), before, self._marked(min(self.stop, end))

    def _marked(self, stop: int) -> int:
        """Columns of the mark up to `stop`; a place without length still gets one caret."""
        return max(1, self.ends[stop] - self.ends[self.start])

    def _around_mark(self, room: int, cut_left: bool, cut_right: bool) -> tuple[int, int]:
        """First and last character shown: from the start of the line if the mark is near, else around it."""
        marked = min(self._marked(self.stop), room)
        begin = 0
        if cut_left or self.ends[self.start] + marked + _TAIL > room:
            begin = self._back(self.start, (room - marked) // 2)
        end = begin
        while end < len(self.shown) and self.ends[end + 1] - self.ends[begin] <= room:
            end += 1
        if end == len(self.shown) and not cut_right:
            begin = self._back(begin, room - (self.ends[end] - self.ends[begin]))
        return begin, end

    def _back(self, begin: int, room: int) -> int:
        before = self.ends[begin]
        while begin and before - self.ends[begin - 1] <= room:
            begin -= 1
        return begin
