"""How a matrix fits a terminal: whole titles as headings, or short codes, or codes set upright; in parts if need be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from orgmodel.matrix.codes import codes_of
from orgmodel.matrix.matrix import Block, Mark, Matrix, Row
from orgmodel.matrix.plain_text import clean, cut
from orgmodel.reports.terminal import columns as width_of
from orgmodel.reports.terminal import wrapped

Style = Literal["titles", "codes", "upright"]

_STYLES: tuple[tuple[Style, bool], ...] = (
    ("titles", True),
    ("codes", True),
    ("upright", True),
    ("codes", False),
    ("upright", False),
)
"""Ways to set headings, with the gaps in a column of their own or only a sign for each; the best first."""

_HEADING = (8, 18)
_HEADING_LINES = 4
_TITLE = (26, 64)
_SIGN = 2
_TITLE_WITH_SPACE = 36
_GAP = (26, 60)


@dataclass(frozen=True, slots=True)
class Plan:
    """The widths of a table. `parts` are the columns that stand side by side, by index.

    `headings` and `widths` are by column. `gap` is 0 where gaps stand in a list below the table.
    """

    style: Style
    title: int
    gap: int
    space: int
    parts: tuple[tuple[int, ...], ...]
    headings: dict[int, tuple[str, ...]]
    widths: dict[int, int]
    codes: dict[int, str]

    def width(self, part: Sequence[int]) -> int:
        """How many columns of the terminal a part takes."""
        return self.title + sum(self.widths[i] + self.space for i in part) + (self.gap + 2 if self.gap else 0)


def cell_text(marks: Sequence[Mark]) -> str:
    """The letters of a cell, close together unless they have codes of several characters."""
    between = "" if all(len(mark.code) == 1 for mark in marks) else " "
    return between.join(clean(mark.text) for mark in marks)


def row_title(row: Row, width: int | None = None) -> str:
    """The title with what follows it; the title is cut, what follows only beyond half of the width."""
    suffix = clean(row.suffix)
    title = clean(row.title)
    if width is None:
        return f"{title} {suffix}".strip()
    suffix = f" {cut(suffix, width // 2)}" if suffix else ""
    return cut(title, width - width_of(suffix)) + suffix


def plan_of(matrix: Matrix, block: Block, width: int) -> Plan:
    """The best way to set a block of rows in a width."""
    used = tuple(sorted({i for row in block.rows() for i in row.cells}))
    codes = dict(zip(used, codes_of([matrix.columns[i] for i in used]), strict=True))
    titles = max((width_of(row_title(row)) for row in block.rows()), default=0)
    gaps = max((width_of(clean(row.gap_text)) + 2 for row in block.rows() if row.gaps), default=0)
    sizes = _Sizes(min(titles, _TITLE[1]), min(gaps, _GAP[1]))
    for style, with_gaps in _STYLES:
        found = _fitted(matrix, block, used, codes, style, sizes, width, with_gaps=with_gaps)
        if found is not None:
            return found
    return _in_parts(block, used, codes, sizes, width)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """How wide titles and gaps would like to be."""

    title: int
    gap: int


def _fitted(
    matrix: Matrix,
    block: Block,
    used: tuple[int, ...],
    codes: dict[int, str],
    style: Style,
    sizes: _Sizes,
    width: int,
    *,
    with_gaps: bool,
) -> Plan | None:
    headings = {i: tuple(_heading(matrix, i, codes[i], style)) for i in used}
    if not all(headings.values()):
        return None
    widths = _widths(block, headings)
    for space in (2, 1):
        least = min(sizes.title, _TITLE_WITH_SPACE if space == 2 else _TITLE[0])
        room = width - sum(widths[i] + space for i in used) - (0 if with_gaps or not sizes.gap else _SIGN)
        gap_least = min(sizes.gap, _GAP[0]) + 2 if with_gaps and sizes.gap else 0
        if room - gap_least < least or (style == "titles" and space == 1):
            continue
        title = min(sizes.title, room - gap_least)
        gap = min(sizes.gap + 2, room - title) - 2 if gap_least else 0
        return Plan(style, title, gap, space, (used,), headings, widths, codes)
    return None


def _in_parts(block: Block, used: tuple[int, ...], codes: dict[int, str], sizes: _Sizes, width: int) -> Plan:
    """Several tables below each other, each with as many columns as fit."""
    headings: dict[int, tuple[str, ...]] = {i: (codes[i],) for i in used}
    widths = _widths(block, headings)
    title = min(sizes.title, _TITLE[0])
    room = width - title - _SIGN
    count = len(list(_parts(used, widths, room)))
    evenly = next(less for less in range(1, room + 1) if len(list(_parts(used, widths, less))) <= count)
    return Plan("codes", title, 0, 1, tuple(_parts(used, widths, evenly)), headings, widths, codes)


def _parts(used: Sequence[int], widths: dict[int, int], room: int) -> Iterator[tuple[int, ...]]:
    part: list[int] = []
    left = room
    for i in used:
        if part and widths[i] + 1 > left:
            yield tuple(part)
            part, left = [], room
        part.append(i)
        left -= widths[i] + 1
    yield tuple(part)


def _heading(matrix: Matrix, i: int, code: str, style: Style) -> list[str]:
    if style == "titles":
        column = matrix.columns[i]
        return _wrapped_heading(clean(column.title) or code, f"({column.status})" if column.status else "")
    return [code] if style == "codes" else list(code)


def _wrapped_heading(title: str, status: str) -> list[str]:
    """A title on a few narrow lines, its status below; none where it is too long, or a word of it too wide."""
    words = [*title[: _HEADING[1] * _HEADING_LINES + 1].split(" "), status]
    least = max(_HEADING[0], *map(width_of, words))
    for width in range(least, _HEADING[1] + 1):
        lines = wrapped(title, width)
        if len(lines) <= _HEADING_LINES:
            return [*lines, *([status] if status else ())]
    return []


def _widths(block: Block, headings: dict[int, tuple[str, ...]]) -> dict[int, int]:
    widths = {i: max(map(width_of, lines), default=1) for i, lines in headings.items()}
    for row in block.rows():
        for i, marks in row.cells.items():
            widths[i] = max(widths[i], width_of(cell_text(marks)))
    return widths
