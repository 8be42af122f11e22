"""What the letters and signs of a matrix mean, below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.drawing.picture import Label, Shape
from orgmodel.drawing.text import clean, measure, shorten
from orgmodel.matrix.matrix import Mark
from orgmodel.matrix.picture.letters import letter_boxes
from orgmodel.matrix.picture.measures import LEGEND_LINE, LETTER, MARGIN, TEXT
from orgmodel.matrix.picture.table import Table
from orgmodel.matrix.wording import meaning, signs

_KEY = 27.0
_ABOVE = 14


def height_of_legend(table: Table) -> float:
    """Of the legend and the room above it."""
    return _ABOVE + LEGEND_LINE * len(list(_lines(table)))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the legend: what stands before its text, and how far from the left edge of the page."""

    mark: Mark | str
    text: str
    x: float


def legend(table: Table, top: float) -> Iterator[Shape]:
    """The legend of a matrix that ends at that height."""
    for number, line in enumerate(_lines(table)):
        middle = top + _ABOVE + number * LEGEND_LINE + LEGEND_LINE / 2
        for entry in line:
            mark, left = entry.mark, entry.x
            if isinstance(mark, Mark):
                yield from letter_boxes(table.codes, [mark], left, middle)
            elif mark:
                yield Label(left + LETTER / 2, middle + 4.3, mark, ink="title", bold=True, anchor="middle")
            yield Label(left + (_KEY if mark else 0), middle + 4.3, entry.text, ink="muted")


def _lines(table: Table) -> Iterator[list[_Entry]]:
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


def _flowed(table: Table, named: Sequence[tuple[Mark | str, str]]) -> Iterator[list[_Entry]]:
    line: list[_Entry] = []
    x, right = MARGIN, MARGIN + table.width
    for mark, told in named:
        key = _KEY if mark else 0.0
        text = shorten(told, table.width - key, TEXT)
        wide = key + measure(text, TEXT)
        if line and x + wide > right:
            yield line
            line, x = [], MARGIN
        line.append(_Entry(mark, text, x))
        x += wide + 26
    if line:
        yield line
