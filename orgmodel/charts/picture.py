"""A chart as a picture: the shapes that `svg` writes by hand, for all other formats that draw."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from orgmodel.charts.chart import Card, Chart
from orgmodel.charts.faces import face
from orgmodel.charts.finding_marks import card_marks, list_shapes, marked_lines
from orgmodel.charts.layout import NO_LEG, Segment
from orgmodel.charts.lettering import PAD_X, PAD_Y, Line
from orgmodel.charts.logo import logo
from orgmodel.charts.onward import onward_marks
from orgmodel.charts.placement import STACK_OFFSET
from orgmodel.charts.scene import (
    BAND_TITLE,
    EMPTY,
    FRAME_TITLE,
    LEGEND_LINE,
    NOTE_LINE,
    SUBTITLE_BASELINE,
    TITLE_BASELINE,
    LegendItem,
    Scene,
)
from orgmodel.charts.spoken import describe, spoken, spoken_line
from orgmodel.drawing.palette import band
from orgmodel.drawing.picture import Dash, Group, Ink, Label, Path, Picture, Rect, Shape
from orgmodel.drawing.text import clean

RADIUS = 6
_OVER = 0.8
"""How far the band of a card covers its outline."""

_FILLS: dict[str, Ink] = {"ended": "quiet_card", "stub": "quiet_card", "vacant": "page", "planned": "page"}
_STROKES: dict[str, tuple[Ink, float, Dash]] = {
    "vacant": ("vacant", 1.5, "dashed"),
    "planned": ("planned", 1.5, "dotted"),
    "stub": ("", 0, ""),
}
_INKS: dict[str, Ink] = {"t": "title", "n": "title", "u": "muted", "m": "muted", "k": "cut"}
_STATES: dict[str, Ink] = {"vacant": "vacant", "planned": "planned", "undisclosed": "muted"}
LINES: dict[str, tuple[Ink, float]] = {"solid": ("line", 1.4), "derived": ("derived", 1.0), "cut": ("cut", 1.4)}


def draw(chart: Chart, scene: Scene) -> Picture:
    """The whole page."""
    shapes: list[Shape] = [*heading(scene), *logo(chart, scene)]
    if chart.cards:
        shapes += backdrop(scene)
        shapes += lines(chart, scene)
        shapes += dotted(chart, scene)
        shapes += marked_lines(chart, scene)
        shapes += (card_group(chart, scene, index) for index in range(len(chart.cards)))
    else:
        shapes.append(Label(scene.margin, scene.top + 14, EMPTY))
    shapes += footer(scene)
    shapes += list_shapes(scene)
    title = clean(chart.name) or "Chart"
    return Picture(scene.width, scene.height, title, tuple(shapes), describe(chart), bookmark=title)


def heading(scene: Scene) -> Iterator[Shape]:
    """Title and subtitle at the top of the page."""
    scale = scene.scale
    yield Label(scene.margin, scene.margin + TITLE_BASELINE * scale, scene.title, 20 * scale, "title", bold=True)
    if scene.subtitle:
        yield Label(scene.margin, scene.margin + SUBTITLE_BASELINE * scale, scene.subtitle, 13 * scale, "muted")


def backdrop(scene: Scene) -> Iterator[Shape]:
    """What stands behind the cards: bands and their names, frames and their titles."""
    size = BAND_TITLE * scene.scale
    for number, area in enumerate(scene.bands):
        if number % 2 == 0:
            yield Rect(area.x, area.y, area.width, area.height, "quiet_card")
        yield Label(area.title_x, area.title_y, area.title, size, "muted", bold=True)
    for area in scene.frames:
        x, y = scene.left + area.x, scene.top + area.y
        yield Rect(x, y, area.width, area.height, stroke="derived", radius=8)
        title_x, title_y = scene.left + area.title_x, scene.top + area.title_y
        yield Label(title_x, title_y, area.title, FRAME_TITLE, "muted", bold=True)


def lines(chart: Chart, scene: Scene) -> Iterator[Path]:
    """The lines between cards; what the reports of one manager share is drawn like their lines, if they agree."""
    layout = scene.layout
    kinds: dict[int, set[str]] = {box: set() for box in layout.trunks}
    for card, leg in zip(chart.cards, layout.legs, strict=True):
        if leg != NO_LEG:
            kinds[card.parent].add(card.line)
    for box, trunk in layout.trunks.items():
        shared = kinds[box].pop() if len(kinds[box]) == 1 else "solid"
        yield from (_line(scene, piece, shared) for piece in trunk)
    for card, leg in zip(chart.cards, layout.legs, strict=True):
        if leg != NO_LEG:
            yield _line(scene, leg, card.line)


def _line(scene: Scene, piece: Segment, kind: str) -> Path:
    x1, y1, x2, y2 = piece
    ink, width = LINES[kind]
    left, top = scene.left, scene.top
    return Path(((left + x1, top + y1), (left + x2, top + y2)), ink, width)


def dotted(chart: Chart, scene: Scene) -> Iterator[Group]:
    """The secondary lines, each with what it says."""
    for line, points in zip(chart.dotted, scene.dotted, strict=True):
        if points:
            way = tuple((scene.left + x, scene.top + y) for x, y in points)
            yield Group((Path(way, "dotted", 1.8, "dotted"),), title=clean(spoken_line(line, chart)))


def card_group(chart: Chart, scene: Scene, index: int) -> Group:
    """One card with its texts."""
    card, layout = chart.cards[index], scene.layout
    x, y = scene.left + layout.x[index], scene.top + layout.y[index]
    wide, high = layout.box_width, layout.box_height
    return Group(
        (
            *_box(card, x, y, wide, high, chart.look.radius),
            *_texts(card, scene.lettering.lines(card), x, y, wide, high, scene.lettering.inset),
            *face(card, x, y),
            *card_marks(chart, scene, index, x, y),
            *onward_marks(card, scene, x, y),
        ),
        title=clean(spoken(card, chart)),
        name=f"c{index}",
        href=card.href,
        role="graphics-symbol",
    )


def _box(card: Card, x: float, y: float, wide: float, high: float, radius: int) -> Iterator[Shape]:
    if card.seats > 1:
        yield box_shape(card.kind, x + STACK_OFFSET, y + STACK_OFFSET, wide, high, radius)
    yield box_shape(card.kind, x, y, wide, high, radius)
    if card.color >= 0:
        yield band_shape(card, x, y, high, radius)
    if card.line == "cut":
        yield from cut_mark(x + wide / 2, y)


def box_shape(kind: str, x: float, y: float, wide: float, high: float, radius: float = RADIUS) -> Rect:
    """The outline of a kind of card."""
    stroke, width, dash = _STROKES.get(kind, ("outline", 1.0, ""))
    return Rect(x, y, wide, high, _FILLS.get(kind, "card"), stroke, width, radius, dash)


def band_shape(card: Card, x: float, y: float, high: float, corner: int = RADIUS) -> Path:
    """The coloured band at the left edge of a card, round where the card is."""
    radius = corner + _OVER
    turns = [pi / 2 * step / 6 for step in range(7)]
    upper = [(x + corner - radius * sin(turn), y + corner - radius * cos(turn)) for turn in turns]
    lower = [(x + corner - radius * cos(turn), y + high - corner + radius * sin(turn)) for turn in turns]
    right = ((x + RADIUS, y - _OVER), (x + RADIUS, y + high + _OVER)) if corner < RADIUS else ()
    return Path((*right[:1], *upper, *lower, *right[1:]), stroke="", fill=f"band{band(card.color)}")


def cut_mark(x: float, y: float) -> Iterator[Path]:
    """What a card has above it whose own line up is left out."""
    yield Path(((x, y), (x, y - 8)), "cut")
    yield Path(((x - 5, y - 2), (x + 5, y - 6)), "cut")


def text_ink(card: Card, style: str) -> Ink:
    """The ink of a kind of text on a card."""
    if card.kind == "ended" and style in {"t", "h"}:
        return "muted"
    return _STATES.get(card.kind, "holder") if style == "v" else _INKS.get(style, "holder")


def _texts(card: Card, found: list[Line], x: float, y: float, wide: float, high: float, inset: int) -> Iterator[Label]:
    if card.kind == "stub":
        yield from (Label(x + wide // 2, y + high // 2 + 4, text, ink="muted", anchor="middle") for _, text in found)
        return
    top = y + PAD_Y
    for style, text in found:
        yield Label(
            x + PAD_X + inset,
            top + style.size,
            text,
            style.size,
            text_ink(card, style.name),
            bold=style.bold,
            italic=style.name == "v",
            strike=card.kind == "ended" and style.name == "t",
        )
        top += style.line


def footer(scene: Scene) -> Iterator[Shape]:
    """Legend and notes at the bottom of the page."""
    scale = scene.scale
    for item in scene.legend:
        yield from _legend_item(item, scene.margin + item.x * scale, scene.legend_top + item.y * scale, scale)
    below = max((item.y + LEGEND_LINE for item in scene.legend), default=0)
    for number, note in enumerate(scene.notes):
        y = scene.legend_top + (below + number * NOTE_LINE + 14) * scale
        yield Label(scene.margin, y, note, 11 * scale, "muted")


def _legend_item(item: LegendItem, x: float, y: float, scale: float) -> Iterator[Shape]:
    mark = item.entry.mark
    if mark == "heading":
        yield Label(x, y + 12 * scale, item.text, 12 * scale, "title", bold=True)
        return
    if mark in {"derived", "dotted", "cut"}:
        yield from _line_mark(mark, x, y + 7 * scale, scale)
    else:
        yield from _card_mark(mark, item.entry.band, x, y, scale)
    yield Label(x + 30 * scale, y + 12 * scale, item.text, 12 * scale)


def _card_mark(mark: str, number: int, x: float, y: float, scale: float) -> Iterator[Rect]:
    wide, high, radius, behind = (size * scale for size in (22, 14, 3, 3))
    if mark == "color":
        yield Rect(x, y, wide, high, f"band{number}", radius=radius)
        return
    kind = "filled" if mark == "seats" else mark
    if mark == "seats":
        yield box_shape(kind, x + behind, y + behind, wide, high, radius)
    yield box_shape(kind, x, y, wide, high, radius)


def _line_mark(mark: str, x: float, y: float, scale: float) -> Iterator[Path]:
    ink, width = LINES.get(mark, ("dotted", 1.8))
    yield Path(((x, y), (x + 23 * scale, y)), ink, width * scale, "dotted" if mark == "dotted" else "")
    if mark == "cut":
        yield Path(((x + 8 * scale, y + 4 * scale), (x + 14 * scale, y - 4 * scale)), ink, width * scale)
