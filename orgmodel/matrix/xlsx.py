"""The matrix as a workbook: the table with frozen panes and colours that follow the letters, a legend, the gaps."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from math import ceil, radians, sin
from typing import Any

from orgmodel.drawing.finding_shapes import words, worst
from orgmodel.drawing.palette import LIGHT, ink_color
from orgmodel.drawing.text import measure
from orgmodel.errors import MissingExtraError
from orgmodel.matrix.csv import safe
from orgmodel.matrix.marked_places import MarkedPlaces
from orgmodel.matrix.matrix import OVERLAP_SIGN, VACANT_SIGN, Block, Matrix, Row
from orgmodel.matrix.plain_text import clean, shortened
from orgmodel.matrix.wording import elsewhere, heading, meaning, numbers, shown, signs, size, standing

_FIRST = ("Activity", "Group", "Kind", "Plane", "Per")
_WIDTHS = (44, 16, 11, 12, 16)
_CELL, _GAP, _UNUSED = 5.5, 44, 7
_TOP = 3
_LINE, _MOST_LINES = 16, 6
_LONGEST = 32_000
_A4 = 9
_TURN, _HEAD_FONT = 60, 11
_LOWEST_HEAD, _HIGHEST_HEAD = 60, 280
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook carries a day; no clock is read
_TINTS = ("#dbe4f8", "#fbe0d3", "#d5ede3", "#f2d9e7", "#efecd3", "#e1e9f3", "#e6ddd0", "#fadfe6")
_OTHER = "#eceef1"


def render(matrix: Matrix) -> bytes:
    """The bytes of an .xlsx file; equal matrices give equal bytes."""
    data = io.BytesIO()
    book = _workbook()(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _EPOCH, "title": _text(matrix.name)})
    styles = _Styles(book)
    places = MarkedPlaces.of(matrix)
    first = 0
    for number, block in enumerate(matrix.blocks, 1):
        name = "Matrix" if len(matrix.blocks) == 1 else f"Matrix {number}"
        _write_block(book.add_worksheet(name), matrix, block, styles, places, first)
        first += sum(1 for _ in block.rows())
    if not matrix.blocks:
        book.add_worksheet("Matrix").write_string(0, 0, _text(matrix.name), styles.title)
    _write_legend(book.add_worksheet("Legend"), matrix, styles)
    if matrix.findings or matrix.elsewhere:
        _write_findings(book.add_worksheet("Findings"), matrix, styles)
    _write_gaps(book.add_worksheet("Gaps" if matrix.findings or matrix.elsewhere else "Findings"), matrix, styles)
    book.close()
    return data.getvalue()


def _workbook() -> Any:
    """The class that writes workbooks."""
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415
    except ImportError:
        raise MissingExtraError("XLSX needs the extra: pip install 'orgmodel[xlsx]'") from None
    return Workbook


def _graded(severity: str) -> dict[str, Any]:
    return {"valign": "vcenter", "bold": severity == "error", "font_color": ink_color(LIGHT, severity)}


class _Styles:
    """The formats of cells that all sheets share."""

    def __init__(self, book: Any) -> None:
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.quiet = book.add_format({"font_color": LIGHT.muted})
        self.head = book.add_format({"bold": True, "bottom": 2, "valign": "bottom", "bg_color": LIGHT.quiet_card})
        self.turned = book.add_format(
            {"bold": True, "bottom": 2, "rotation": _TURN, "align": "left", "bg_color": LIGHT.quiet_card}
        )
        self.group = book.add_format({"bold": True, "bg_color": LIGHT.quiet_card})
        self.text = book.add_format({"text_wrap": True, "valign": "vcenter"})
        self.cell = book.add_format({"align": "center", "valign": "vcenter", "border": 1, "border_color": "#d9dee6"})
        self.owner = book.add_format({"bold": True, "font_color": "#ffffff", "bg_color": LIGHT.title})
        self.letters = [book.add_format({"bg_color": tint}) for tint in (*_TINTS, _OTHER)]
        self.faulty = book.add_format({"bold": True, "font_color": LIGHT.cut, "bg_color": "#fdecea"})
        self.grades = {name: book.add_format(_graded(name)) for name in ("error", "warning", "info")}
        self.marked = {
            name: book.add_format(
                {"align": "center", "valign": "vcenter", "border": 5, "border_color": ink_color(LIGHT, name)}
            )
            for name in self.grades
        }
        self.vacant = book.add_format({"italic": True, "font_color": LIGHT.vacant, "bg_color": "#fff3dc"})


def _write_block(sheet: Any, matrix: Matrix, block: Block, styles: _Styles, places: MarkedPlaces, first: int) -> None:
    """A table of one scheme: headings turned, panes frozen, colours by what a cell says.

    `first` is the place of its first row among all rows.
    """
    rows = [(group.title, row) for group in block.groups for row in group.rows]
    has_gaps = any(row.gaps for _, row in rows)
    gap = len(_FIRST) + len(matrix.columns)
    sheet.write_string(0, 0, _text(matrix.name) or "Responsibility matrix", styles.title)
    scheme = f" · scheme {clean(block.title)}" if block.title else ""
    sheet.write_string(1, 0, _text(f"Responsibility matrix {shown(matrix)} · {size(matrix)}{scheme}"), styles.quiet)
    texts = [(row.title, group, row.kind, row.plane, row.per) for group, row in rows]
    for i, word in enumerate(_FIRST):
        sheet.write_string(_TOP, i, word, styles.head)
        sheet.set_column(i, i, _WIDTHS[i] if any(told[i] for told in texts) else _UNUSED)
    for i, column in enumerate(matrix.columns):
        sheet.write_string(_TOP, len(_FIRST) + i, _text(heading(column)), styles.turned)
        _comment(sheet, _TOP, len(_FIRST) + i, column.detail, words(places.columns.get(i, ())))
    if matrix.columns:
        sheet.set_column(len(_FIRST), gap - 1, _CELL)
    if has_gaps:
        sheet.write_string(_TOP, gap, "Gap", styles.head)
        sheet.set_column(gap, gap, _GAP)
    has_findings = any(first + place in places.rows for place in range(len(rows)))
    if has_findings:
        sheet.write_string(_TOP, gap + has_gaps, "Findings", styles.head)
        sheet.set_column(gap + has_gaps, gap + has_gaps, 12)
    sheet.set_row(_TOP, _head_height(matrix))
    for number, (group, row) in enumerate(rows, _TOP + 1):
        place = first + number - _TOP - 1
        _write_row(sheet, number, group, row, len(matrix.columns), styles)
        _mark_cells(sheet, number, row, place, places, styles)
        found = places.rows.get(place, ())
        if found:
            sheet.write_string(number, gap + has_gaps, _text(numbers(found)), styles.grades[worst(found)])
            _comment(sheet, number, gap + has_gaps, words(found))
        if row.gaps:
            sheet.write_string(number, gap, _text(row.gap_text), styles.text)
        lines = max(ceil(len(text) / width) for text, width in ((row.title, _WIDTHS[0]), (row.gap_text, _GAP)))
        sheet.set_row(number, _LINE * min(max(lines, 1), _MOST_LINES))
    sheet.freeze_panes(_TOP + 1, 1)
    sheet.autofilter(_TOP, 0, _TOP + max(len(rows), 1), len(_FIRST) - 1)
    sheet.repeat_rows(_TOP)
    _for_paper(sheet)
    if matrix.columns and rows:
        _color(sheet, (_TOP + 1, len(_FIRST), _TOP + len(rows), gap - 1), block, styles)


def _head_height(matrix: Matrix) -> float:
    """Points that the longest heading takes, turned as it is."""
    longest = max((measure(_text(heading(column)), _HEAD_FONT, bold=True) for column in matrix.columns), default=0)
    return round(min(max(longest * sin(radians(_TURN)) + _HEAD_FONT, _LOWEST_HEAD), _HIGHEST_HEAD))


def _for_paper(sheet: Any) -> None:
    """All columns on one page of A4, lying."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_row(sheet: Any, number: int, group: str, row: Row, columns: int, styles: _Styles) -> None:
    title = clean(row.title) + (f" @ {clean(row.place)}" if row.place else "")
    per = row.per + (f" ({row.count})" if row.count is not None else "")
    for i, text in enumerate((title, group, row.kind, row.plane, per)):
        sheet.write_string(number, i, _text(text), styles.text)
    for i in range(columns):
        marks = row.cells.get(i, ())
        if marks:
            sheet.write_string(number, len(_FIRST) + i, _text("/".join(mark.text for mark in marks)), styles.cell)
        else:
            sheet.write_blank(number, len(_FIRST) + i, None, styles.cell)


def _mark_cells(sheet: Any, number: int, row: Row, place: int, places: MarkedPlaces, styles: _Styles) -> None:
    """Thick frames and notes on the cells that findings concern; colours by condition leave frames alone."""
    for i, marks in row.cells.items():
        found = places.cells.get((place, i))
        if found:
            text = _text("/".join(mark.text for mark in marks))
            sheet.write_string(number, len(_FIRST) + i, text, styles.marked[worst(found)])
            _comment(sheet, number, len(_FIRST) + i, words(found))


def _comment(sheet: Any, row: int, column: int, *texts: str) -> None:
    text = "; ".join(filter(None, texts))
    if text:
        sheet.write_comment(row, column, _text(text), {"author": "orgmodel"})


def _color(sheet: Any, area: tuple[int, int, int, int], block: Block, styles: _Styles) -> None:
    """Colours as conditions on the text, so that they follow when somebody edits a cell."""
    owners = _owners(block)
    for sign, style in ((OVERLAP_SIGN, styles.faulty), (VACANT_SIGN, styles.vacant)):
        condition = {"type": "text", "criteria": "containing", "value": sign, "format": style, "stop_if_true": True}
        sheet.conditional_format(*area, condition)
    ranked = sorted(enumerate(block.letters), key=lambda item: (item[1].code not in owners, -len(item[1].code)))
    for number, letter in ranked:
        code = _text(letter.code)
        style = styles.owner if letter.code in owners else styles.letters[min(number, len(_TINTS))]
        condition = {"type": "text", "criteria": "begins with", "value": code, "format": style, "stop_if_true": True}
        sheet.conditional_format(*area, condition)


def _owners(block: Block) -> set[str]:
    """The letters that make an owner."""
    return {mark.code for row in block.rows() for cell in row.cells.values() for mark in cell if mark.is_owner}


def _write_legend(sheet: Any, matrix: Matrix, styles: _Styles) -> None:
    _for_paper(sheet)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 60)
    for number, (key, means, style) in enumerate(_legend(matrix, styles)):
        sheet.write_string(number, 0, _text(key), style)
        sheet.write_string(number, 1, _text(means), styles.text)


def _legend(matrix: Matrix, styles: _Styles) -> Iterator[tuple[str, str, Any]]:
    for block in matrix.blocks:
        owners = _owners(block)
        if len(matrix.blocks) > 1:
            yield block.title, "scheme", styles.group
        for number, letter in enumerate(block.letters):
            style = styles.owner if letter.code in owners else styles.letters[min(number, len(_TINTS))]
            yield letter.code, meaning(letter), style
    for sign, means in signs(matrix):
        yield sign, means, styles.text


def _write_findings(sheet: Any, matrix: Matrix, styles: _Styles) -> None:
    """What `check` found about the matrix, under the numbers that stand in it."""
    _for_paper(sheet)
    heads = ("Number", "Severity", "Code", "Rule", "Message", "Activities")
    for i, (word, width) in enumerate(zip(heads, (9, 10, 9, 26, 80, 44), strict=True)):
        sheet.write_string(0, i, word, styles.head)
        sheet.set_column(i, i, width)
    rows = list(matrix.rows())
    for number, finding in enumerate(matrix.findings, 1):
        titles = dict.fromkeys(rows[place].title for place in finding.rows)
        told = (finding.severity, finding.code, finding.rule, finding.message, "; ".join(titles))
        sheet.write_number(number, 0, finding.number, styles.text)
        for i, text in enumerate(told, 1):
            sheet.write_string(number, i, _text(text), styles.grades[finding.severity] if i == 1 else styles.text)
        lines = max(ceil(len(finding.message) / 80), ceil(len(told[-1]) / 44))
        sheet.set_row(number, _LINE * min(max(lines, 1), _MOST_LINES))
    sheet.freeze_panes(1, 0)
    if matrix.findings:
        sheet.autofilter(0, 0, len(matrix.findings), len(heads) - 1)
    if matrix.elsewhere:
        sheet.write_string(len(matrix.findings) + 2, 4, _text(elsewhere(matrix)), styles.quiet)


def _write_gaps(sheet: Any, matrix: Matrix, styles: _Styles) -> None:
    """What is missing, doubled or vacant, row by row."""
    _for_paper(sheet)
    heads = ("Activity", "Where", "Kind", "What", "Accepted because")
    for i, (word, width) in enumerate(zip(heads, (44, 20, 12, 60, 40), strict=True)):
        sheet.write_string(0, i, word, styles.head)
        sheet.set_column(i, i, width)
    number = 0
    for row in matrix.rows():
        for gap in row.gaps:
            number += 1
            told = (row.title, row.place, gap.kind.value, gap.words, gap.accepted or "")
            for i, text in enumerate(told):
                sheet.write_string(number, i, _text(text), styles.text)
    sheet.freeze_panes(1, 0)
    if number:
        sheet.autofilter(0, 0, number, len(heads) - 1)
    else:
        sheet.write_string(1, 0, _text(standing(matrix)), styles.quiet)


def _text(text: str) -> str:
    return shortened(safe(text), _LONGEST)
