"""A chart as SVG text.

The document has a title and a description, one group per card in reading order with a title of its own (its
full texts and whom it reports to), a style sheet for light and dark pages, and a legend of what is used.
Lines are drawn first, so that no line ever hides a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.charts.chart import Card, Chart
from orgmodel.charts.faces import face
from orgmodel.charts.finding_marks import card_marks, list_shapes, marked_lines, marks
from orgmodel.charts.layout import NO_LEG, Segment
from orgmodel.charts.lettering import PAD_X, PAD_Y, Line
from orgmodel.charts.logo import logo
from orgmodel.charts.onward import onward_marks
from orgmodel.charts.scene import EMPTY, MARGIN, Scene, TitledArea, furnish
from orgmodel.charts.spoken import describe, spoken, spoken_line
from orgmodel.charts.svg_page import definitions, footer, heading, style
from orgmodel.drawing.escape import escape, escape_clean, safe_link
from orgmodel.drawing.palette import band
from orgmodel.drawing.picture import Shape
from orgmodel.drawing.svg import style as style_of
from orgmodel.drawing.svg import written

_LINE_CLASS = {"solid": "", "derived": ' class="e"', "cut": ' class="x"'}


def render(chart: Chart, *, fit: str = "16:9", prefix: str = "") -> str:
    """The chart as one SVG document; equal charts give equal text, byte for byte.

    ``fit`` is the wanted shape of the page: ``16:9``, ``4:3``, ``a4``, ``a3``, ``letter``, a ratio such as
    ``3:2`` or ``1.6``, or ``none`` for plain rows. ``prefix`` stands before every id of the document, for
    pages that hold several charts. Raises ValueError for an unknown fit.
    """
    scene = furnish(chart, fit)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {scene.width} {scene.height}" '
            f'width="{scene.width}" height="{scene.height}" class="o" role="graphics-document" '
            f'aria-labelledby="{prefix}t {prefix}d">'
        ),
        f'<title id="{prefix}t">{escape(chart.name) or "Chart"}</title>',
        f'<desc id="{prefix}d">{escape(describe(chart))}</desc>',
        style(chart.look),
        shapes_style(chart, scene),
        definitions(scene, prefix, chart.look.radius),
        f'<rect class="page" width="{scene.width}" height="{scene.height}"/>',
        heading(scene),
        *_marked(logo(chart, scene)),
    ]
    if chart.cards:
        parts.extend(_bands(scene))
        parts.append(f'<g transform="translate({scene.left} {scene.top})">')
        parts.extend(_frames(scene))
        parts.extend(_lines(chart, scene))
        parts.extend(_dotted(chart, scene))
        parts.extend(_marked(marked_lines(chart, scene, on_page=False)))
        parts.extend(_cards(chart, scene, prefix))
        parts.append("</g>")
    else:
        parts.append(f'<text class="h" x="{MARGIN}" y="{scene.top + 14}">{EMPTY}</text>')
    parts.append(footer(scene))
    parts.extend(_marked(list_shapes(scene)))
    parts.append("</svg>\n")
    return "\n".join(part for part in parts if part)


def shapes_style(chart: Chart, scene: Scene) -> str:
    """The style sheet of faces, marks, and the list of findings; empty where there are none."""
    shapes = [*marks(chart, scene)]
    for card in chart.cards:
        shapes += face(card)
        shapes += onward_marks(card, scene)
    return style_of(shapes, chart.look.light, chart.look.dark) if shapes else ""


def _marked(shapes: Iterable[Shape], prefix: str = "") -> Iterator[str]:
    """Shapes of pictures with the style sheet that belongs to them."""
    made = "".join(written(shapes, prefix))
    if made:
        yield f'<g class="p">{made}</g>'


def _bands(scene: Scene) -> Iterator[str]:
    for number, band_ in enumerate(scene.bands):
        shade = "" if number % 2 else f'<rect class="band" {_extent(band_)}/>'
        yield (
            f'{shade}<g transform="translate({band_.title_x} {band_.title_y}) scale({scene.scale})">'
            f'<text class="name">{escape_clean(band_.title)}</text></g>'
        )


def _frames(scene: Scene) -> Iterator[str]:
    for frame in scene.frames:
        yield (
            f'<rect class="frame" {_extent(frame)} rx="8"/>'
            f'<text class="name" x="{frame.title_x}" y="{frame.title_y}">{escape_clean(frame.title)}</text>'
        )


def _extent(area: TitledArea) -> str:
    return f'x="{area.x}" y="{area.y}" width="{area.width}" height="{area.height}"'


def path_data(segments: list[Segment]) -> str:
    """Horizontal and vertical segments as path data, one stroke each."""
    return "".join(f"M{x1} {y1}V{y2}" if x1 == x2 else f"M{x1} {y1}H{x2}" for x1, y1, x2, y2 in segments)


def _lines(chart: Chart, scene: Scene) -> Iterator[str]:
    """One path per manager and kind of line; a trunk is drawn like its lines when all are of one kind."""
    layout, cards = scene.layout, chart.cards
    legs: dict[int, dict[str, list[Segment]]] = {box: {} for box in layout.trunks}
    for index, leg in enumerate(layout.legs):
        if leg != NO_LEG:
            card = cards[index]
            legs[card.parent].setdefault(card.line, []).append(leg)
    yield '<g class="l" aria-hidden="true">'
    for box, trunk in layout.trunks.items():
        kinds = legs[box]
        shared = next(iter(kinds)) if len(kinds) == 1 else "solid"
        kinds[shared] = [*trunk, *kinds.get(shared, ())]
        for kind, segments in kinds.items():
            yield f'<path{_LINE_CLASS[kind]} d="{path_data(segments)}"/>'
    yield "</g>"


def _dotted(chart: Chart, scene: Scene) -> Iterator[str]:
    for line, points in zip(chart.dotted, scene.dotted, strict=True):
        if points:
            way = "M" + "L".join(f"{x} {y}" for x, y in points)
            yield f'<path class="d" d="{way}"><title>{escape(spoken_line(line, chart))}</title></path>'


def _cards(chart: Chart, scene: Scene, prefix: str) -> Iterator[str]:
    layout, lettering = scene.layout, scene.lettering
    for index, (card, x, y) in enumerate(zip(chart.cards, layout.x, layout.y, strict=True)):
        inside = _shape(card, prefix) + _texts(card, lettering.lines(card), scene)
        inside += "".join(_marked(_marks(chart, scene, index), f"{prefix}c{index}"))
        made = (
            f'<g id="{prefix}c{index}" class="{card.kind}" role="graphics-symbol" '
            f'transform="translate({x} {y})">'
            f"<title>{escape(spoken(card, chart))}</title>{inside}</g>"
        )
        link = safe_link(card.href) if card.href else ""
        yield f'<a href="{link}">{made}</a>' if link else made


def _marks(chart: Chart, scene: Scene, index: int) -> Iterator[Shape]:
    card = chart.cards[index]
    yield from face(card)
    yield from card_marks(chart, scene, index)
    yield from onward_marks(card, scene)


def _shape(card: Card, prefix: str) -> str:
    shape = f'<use class="f" href="#{prefix}{"s" if card.seats > 1 else "f"}"/>'
    if card.color >= 0:
        shape += f'<use class="b{band(card.color)}" href="#{prefix}b"/>'
    if card.line == "cut":
        shape += f'<use class="x" href="#{prefix}x"/>'
    return shape


def _texts(card: Card, lines: list[Line], scene: Scene) -> str:
    wide, high = scene.layout.box_width, scene.layout.box_height
    if card.kind == "stub":
        return "".join(
            f'<text class="m" x="{wide // 2}" y="{high // 2 + 4}">{escape_clean(text)}</text>' for _, text in lines
        )
    made = []
    top, left = PAD_Y, PAD_X + scene.lettering.inset
    for style_, text in lines:
        made.append(f'<text class="{style_.name}" x="{left}" y="{top + style_.size}">{escape_clean(text)}</text>')
        top += style_.line
    return "".join(made)
