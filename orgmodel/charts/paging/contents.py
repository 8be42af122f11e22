"""The first page: what stands on which page, with counts, and where it hangs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.charts.chart import Chart
from orgmodel.charts.paging.pages import ChartPage, page_name
from orgmodel.charts.paging.surround import FOOT, Frame, foot
from orgmodel.charts.scene import SHEET_MARGIN, SUBTITLE_BASELINE, TITLE_BASELINE, Sheet
from orgmodel.drawing.picture import Group, Label, Picture, Rect, Shape
from orgmodel.drawing.text import clean, shorten

_ROW = 24.0
_HEAD = SUBTITLE_BASELINE + 22.0
_SIZE = 12.0
_NUMBERS = 84.0
_PAGE = 56.0
_INDENT, _DEEPEST = 14.0, 8
_PAD = 8.0


def rows_of(sheet: Sheet) -> int:
    """How many pages one page of contents can name."""
    room = (sheet.height - 2 * SHEET_MARGIN) / sheet.letters - _HEAD - FOOT
    return max(1, int(room // _ROW) - 2)


def contents(
    chart: Chart, pages: Sequence[ChartPage], sheet: Sheet, last: int, word: str
) -> Iterator[tuple[Picture, list[Shape]]]:
    """The pages of contents as pictures, and what stands on each but its title."""
    most = rows_of(sheet)
    parts = [pages[at : at + most] for at in range(0, len(pages), most)]
    frame = Frame(sheet.width, sheet.height, SHEET_MARGIN, sheet.letters)
    for number, part in enumerate(parts, 1):
        title = f"{chart.name}: contents" if chart.name else "Contents"
        room = (frame.width - 2 * frame.margin) / frame.scale
        heading = Label(
            frame.margin,
            frame.margin + TITLE_BASELINE * frame.scale,
            shorten(clean(title), room, 20, bold=True),
            20 * frame.scale,
            "title",
            bold=True,
        )
        rest = [
            _subtitle(chart, frame, room),
            *_table(part, pages if number == len(parts) else (), frame, room, word),
            *foot(chart, number, last, 0, frame),
        ]
        picture = Picture(
            frame.width,
            frame.height,
            clean(title),
            (heading, *rest),
            f"Contents: {len(pages)} pages",
            page_name(number),
            "Contents" if number == 1 else f"Contents, page {number}",
        )
        yield picture, rest


def _subtitle(chart: Chart, frame: Frame, room: float) -> Label:
    y = frame.margin + SUBTITLE_BASELINE * frame.scale
    return Label(frame.margin, y, shorten(clean(chart.subtitle), room, 13), 13 * frame.scale, "muted")


def _table(
    part: Sequence[ChartPage], whole: Sequence[ChartPage], frame: Frame, room: float, word: str
) -> Iterator[Shape]:
    """The head of the table, a row a page, and below the last one the sums."""
    rows: list[tuple[tuple[str, ...], ChartPage | None]] = [
        (
            (
                "Page",
                "What",
                "Head" if any(page.head for page in part) else "",
                f"{word.capitalize()}s",
                "Vacant",
                "Hangs on",
            ),
            None,
        )
    ]
    rows += [((_cells(page)), page) for page in part]
    if whole:
        seats, vacant = sum(page.seats for page in whole), sum(page.vacant for page in whole)
        rows.append((("", "All", "", f"{seats:,}", f"{vacant:,}", ""), None))
    for place, (cells, page) in enumerate(rows):
        y = frame.margin + (_HEAD + place * _ROW) * frame.scale
        shapes = tuple(_row(cells, y, frame, room, page, shaded=place % 2 == 1, bold=page is None))
        if page is None:
            yield from shapes
        else:
            yield Group(shapes, title=clean(f"{page.title}: page {page.number}"), href=f"#{page_name(page.number)}")


def _cells(page: ChartPage) -> tuple[str, ...]:
    hangs = f"page {page.above}" if page.above else "–"
    return (f"{page.number}", page.title, page.head, f"{page.seats:,}", f"{page.vacant:,}", hangs)


def _row(
    cells: Sequence[str],
    y: float,
    frame: Frame,
    room: float,
    page: ChartPage | None,
    *,
    shaded: bool,
    bold: bool,
) -> Iterator[Shape]:
    scale = frame.scale
    yield Rect(frame.margin, y, room * scale, _ROW * scale, "quiet_card" if shaded else "page")
    texts = (room - _PAGE - 3 * _NUMBERS) / 2
    widths = (_PAGE, texts, texts, _NUMBERS, _NUMBERS, _NUMBERS)
    left = 0.0
    for place, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
        is_number = place in {3, 4}
        indent = min(page.depth, _DEEPEST) * _INDENT if page is not None and place == 1 else 0.0
        heavy = bold or place == 1
        room_here = wide + (texts if place == 1 and not cells[2] else 0)
        text = shorten(clean(cell), room_here - 2 * _PAD - indent, _SIZE, bold=heavy)
        start = left + wide - _PAD if is_number else left + _PAD + indent
        ink = "info" if page is not None and place in {0, 5} and cell != "–" else "title" if heavy else "holder"
        yield Label(
            frame.margin + start * scale,
            y + 16 * scale,
            text,
            _SIZE * scale,
            ink,
            bold=heavy,
            anchor="end" if is_number else "start",
        )
        left += wide
