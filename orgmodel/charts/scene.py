"""A chart with a place for everything: what every drawing format shares.

The scene fixes sizes, places and cut texts; a renderer only writes them down in its format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from orgmodel.charts.chart import Chart, MarkedFinding
from orgmodel.charts.layout import Layout, Measures, Point, parse_fit
from orgmodel.charts.legend import Entry, entries
from orgmodel.charts.lettering import Lettering
from orgmodel.charts.placement import bands, card_sizes, dotted_lines, placed
from orgmodel.drawing.dressing import logo_size
from orgmodel.drawing.finding_list import FindingList, estimated_height, listed
from orgmodel.drawing.text import clean, measure, shorten

MARGIN = 28
SHEET_MARGIN = 32
"""Pixels at the edges of a sheet: 24 points, of which printers leave up to 18 white."""
EMPTY = "Nothing to show: this chart has no cards."
TITLE_BASELINE, SUBTITLE_BASELINE = 18, 40
LEGEND_LINE, NOTE_LINE = 24, 18
_TITLE, _SUBTITLE, _NOTE = 20, 13, 12
FRAME_TITLE, BAND_TITLE = 11, 12
_FRAME_PAD = 8
_BELOW_HEADING, _ABOVE_LEGEND = 20, 22
_SWATCH, _BETWEEN = 30, 24
_LEAST_WIDTH = 560
_SCALE_ABOVE = 1900
_LARGEST_SCALE = 8.0
_FILLED = 4.6
_LARGEST_ZOOM = 1.35
"""Few cards on a sheet are drawn larger than usual, but not much."""
_OVER_CARDS = 13
"""Pixels by which marks stand out above and below cards."""
_LISTED_ON_SHEET = 6
"""Findings that one of several pages lists."""


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One entry of the legend with its place in unscaled pixels from the left top corner of the legend."""

    entry: Entry
    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TitledArea:
    """A rectangle with a title: a frame round cards, or a band that runs through the whole page."""

    x: float
    y: float
    width: float
    height: float
    title: str
    """Cut to the room it has."""
    title_x: float
    title_y: float


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a renderer needs besides the chart itself."""

    width: float
    height: float
    left: int
    """Where the layout starts from the left edge of the page."""
    top: int
    """Where the layout starts from the top edge of the page."""
    scale: float
    """Factor of title, subtitle, legend and notes, so that they stay readable on a large page."""
    title: str
    subtitle: str
    notes: tuple[str, ...]
    legend: tuple[LegendItem, ...]
    legend_top: float
    layout: Layout
    dotted: tuple[tuple[Point, ...], ...]
    """The way of each dotted line of the chart, in the layout's coordinates."""
    lettering: Lettering
    frames: tuple[TitledArea, ...] = ()
    """Frames in the layout's coordinates, outer ones before those within."""
    bands: tuple[TitledArea, ...] = ()
    """Bands in the page's coordinates; every second one is shaded."""
    findings: FindingList = field(default_factory=FindingList)
    findings_top: float = 0
    marked: Mapping[int, Sequence[MarkedFinding]] = field(default_factory=dict)
    """The findings that concern each card."""
    margin: float = MARGIN
    """Free room at the edges of the page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a size in pixels of 1/96 inch, for one of several pages.

    `letters` is how much larger its title and legend are than usual; `above` and `below` is room, in unscaled
    pixels, that is kept free between the title and the cards and at the foot.
    """

    width: float
    height: float
    letters: float = 1.0
    above: float = 0.0
    below: float = 0.0


def furnish(chart: Chart, fit: str) -> Scene:
    """Measure, place and furnish a chart; ``fit`` as in :func:`orgmodel.charts.layout.parse_fit`."""
    aspect = parse_fit(fit)
    lettering = Lettering(chart.cards)
    sizes = card_sizes(chart, lettering)
    scale = _scale(len(chart.cards), sizes, aspect)
    legend_entries = entries(chart)
    notes = tuple(clean(note) for note in chart.notes if clean(note))
    heading = SUBTITLE_BASELINE if chart.subtitle else TITLE_BASELINE
    head = MARGIN + int(scale * (heading + _BELOW_HEADING))
    names = bands(chart)[1] if chart.align else []
    margin = _band_margin(chart, names, scale)
    foot = _foot(scale, LEGEND_LINE if legend_entries else 0, len(notes))
    foot += int(scale * estimated_height(chart.findings, _SCALE_ABOVE))
    layout = placed(chart, sizes, aspect, (2 * MARGIN + margin[0], head + margin[1] + foot))
    width = max(layout.width + margin[0] + 2 * MARGIN, _LEAST_WIDTH)
    room = (width - 2 * MARGIN) / scale
    beside = room - logo_size(chart.look)[0] - _BETWEEN if chart.look.logo else room
    legend, legend_height = _legend(legend_entries, room)
    left, top = (width - layout.width - margin[0]) // 2 + margin[0], head + margin[1]
    bottom = top + (layout.height if chart.cards else 20)
    foot = _foot(scale, legend_height, len(notes))
    findings = listed(chart.findings, room)
    return Scene(
        width=width,
        height=bottom + foot + int(scale * findings.height),
        findings=findings,
        marked=_by_card(chart.findings),
        findings_top=bottom + foot - MARGIN,
        left=left,
        top=top,
        scale=scale,
        title=shorten(clean(chart.name), beside, _TITLE, bold=True),
        subtitle=shorten(clean(chart.subtitle), beside, _SUBTITLE),
        notes=tuple(shorten(note, room, _NOTE) for note in notes),
        legend=tuple(legend),
        legend_top=bottom + int(scale * _ABOVE_LEGEND),
        layout=layout,
        dotted=dotted_lines(chart, layout),
        lettering=lettering,
        frames=tuple(_frames(chart, layout)),
        bands=tuple(_bands(chart, layout, names, (left, top), (width, bottom), scale)),
    )


def furnish_sheet(chart: Chart, sheet: Sheet) -> tuple[Scene, float]:
    """A chart on a sheet, its cards as large as there is room for; and how much larger they are than usual.

    Title, legend, notes and what stands between title and cards are as large on every sheet. All places are in the
    pixels of the cards: on the sheet they are multiplied with the second value.
    """
    unit = sheet.letters
    room = (sheet.width - 2 * SHEET_MARGIN) / unit
    legend, legend_height = _legend(entries(chart), room)
    notes = tuple(shorten(clean(note), room, _NOTE) for note in chart.notes if clean(note))
    findings = listed(chart.findings, room, _LISTED_ON_SHEET)
    names = bands(chart)[1] if chart.align else []
    beside = _band_margin(chart, names, unit)
    head = SHEET_MARGIN + unit * (SUBTITLE_BASELINE + _BELOW_HEADING + sheet.above) + beside[1]
    below = (_ABOVE_LEGEND if legend or notes else 0) + legend_height + NOTE_LINE * len(notes) + findings.height
    foot = SHEET_MARGIN + unit * (below + sheet.below)
    lettering = Lettering(chart.cards)
    wide = sheet.width - 2 * SHEET_MARGIN - beside[0]
    high = max(sheet.height - head - foot, 1.0)
    layout = placed(chart, card_sizes(chart, lettering), wide / high, (0, 2 * _OVER_CARDS))
    drawn = max(layout.width, 1), max(layout.height + 2 * _OVER_CARDS, 1)
    zoom = min(_LARGEST_ZOOM * unit, wide / drawn[0], high / drawn[1])
    width, height, scale = sheet.width / zoom, sheet.height / zoom, unit / zoom
    left = int((width - layout.width + beside[0] / zoom) / 2)
    top = int(head / zoom) + _OVER_CARDS
    margin = SHEET_MARGIN / zoom
    end = (sheet.height - foot) / zoom
    name_room = room - logo_size(chart.look)[0] - _BETWEEN if chart.look.logo else room
    scene = Scene(
        width=width,
        height=height,
        left=left,
        top=top,
        scale=scale,
        title=shorten(clean(chart.name), name_room, _TITLE, bold=True),
        subtitle=shorten(clean(chart.subtitle), name_room, _SUBTITLE),
        notes=notes,
        legend=tuple(legend),
        legend_top=end + scale * _ABOVE_LEGEND,
        layout=layout,
        dotted=dotted_lines(chart, layout),
        lettering=lettering,
        frames=tuple(_frames(chart, layout)),
        bands=tuple(_bands(chart, layout, names, (left, top), (width, end), scale, margin)),
        findings=findings,
        findings_top=end + scale * (below - findings.height),
        marked=_by_card(chart.findings),
        margin=margin,
    )
    return scene, zoom


def _by_card(findings: Sequence[MarkedFinding]) -> dict[int, list[MarkedFinding]]:
    found: dict[int, list[MarkedFinding]] = {}
    for finding in findings:
        for card in finding.cards:
            found.setdefault(card, []).append(finding)
    return found


def _frames(chart: Chart, layout: Layout) -> Iterator[TitledArea]:
    for frame in chart.frames:
        if frame.card in layout.frames:
            x1, y1, x2, y2 = layout.frames[frame.card]
            title = shorten(clean(frame.title), x2 - x1 - 2 * _FRAME_PAD, FRAME_TITLE, bold=True)
            yield TitledArea(x1, y1, x2 - x1, y2 - y1, title, x1 + _FRAME_PAD, y2 - _FRAME_PAD)


def _band_margin(chart: Chart, names: Sequence[str], scale: float) -> tuple[int, int]:
    """Room for the names of the bands: left of the cards, or above them where they stand left to right."""
    if not names:
        return 0, 0
    if chart.direction == "right":
        return 0, int(scale * 22)
    return int(scale * (max(measure(name, BAND_TITLE, bold=True) for name in names) + 20)), 0


def _bands(
    chart: Chart,
    layout: Layout,
    names: Sequence[str],
    start: tuple[int, int],
    page: tuple[float, float],
    scale: float,
    margin: float = MARGIN,
) -> Iterator[TitledArea]:
    """Bands from margin to margin; their names stand before the cards."""
    left, top = start
    for name, (low, high) in zip(names, layout.bands, strict=False):
        if chart.direction == "right":
            room = (high - low - 12) / scale
            above = int(scale * 22)
            yield TitledArea(
                left + low,
                top - above,
                high - low,
                page[1] - top + above,
                shorten(name, room, BAND_TITLE, bold=True),
                left + low + 6,
                top - int(scale * 8),
            )
        else:
            edge = margin / 2
            middle = top + (low + high) // 2 + int(scale * 4)
            yield TitledArea(edge, top + low, page[0] - 2 * edge, high - low, name, margin, middle)


def _scale(cards: int, sizes: Measures, aspect: float | None) -> float:
    """Factor for the page's own texts, from the width the page is going to have, roughly."""
    area = cards * sizes.width * sizes.height * _FILLED
    width = sqrt(area * (aspect or 2.0))
    return round(min(max(1.0, width / _SCALE_ABOVE), _LARGEST_SCALE), 1)


def _foot(scale: float, legend: int, notes: int) -> int:
    """Height of everything below the drawing."""
    below = _ABOVE_LEGEND + legend + NOTE_LINE * notes if legend or notes else 0
    return int(scale * below) + MARGIN


def _legend(found: list[Entry], room: float) -> tuple[list[LegendItem], int]:
    """Legend entries in lines of the page's width, and the height they take."""
    items: list[LegendItem] = []
    x = y = 0
    for entry in found:
        swatch = 0 if entry.mark == "heading" else _SWATCH
        text = shorten(clean(entry.text), min(240.0, room - swatch), _NOTE, bold=not swatch)
        wide = swatch + int(measure(text, _NOTE, bold=not swatch)) + 1
        if x and x + wide > room:
            x, y = 0, y + LEGEND_LINE
        items.append(LegendItem(entry, text, x, y))
        x += wide + (_BETWEEN if swatch else 14)
    return items, (y + LEGEND_LINE if items else 0)
