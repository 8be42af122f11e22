"""A chart as a slide of PowerPoint: boxes with text, and lines glued to them that follow when they are moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.chart import Chart
from orgmodel.charts.finding_marks import line_looks, list_shapes
from orgmodel.charts.formats import Tell, silent
from orgmodel.charts.layout import Point
from orgmodel.charts.logo import logo
from orgmodel.charts.picture import LINES, backdrop, card_group, draw, footer, heading
from orgmodel.charts.scene import EMPTY, Scene, furnish
from orgmodel.charts.ways import BOTTOM, LEFT, RIGHT, TOP, middle_side, parts, ways
from orgmodel.drawing.picture import Ink, Label, Path
from orgmodel.drawing.pptx import Box, Deck, End, remarks


@dataclass(frozen=True, slots=True)
class _Line:
    """A part of a line between two cards: its ends are glued to a card or to a joint of one."""

    way: tuple[Point, ...]
    look: Path
    first: int
    last: int
    first_side: int | None
    last_side: int | None
    """The side of the card; None where the end is a joint."""


def render(chart: Chart, *, fit: str = "16:9", tell: Tell = silent) -> bytes:
    """The chart as a file with one slide; `tell` hears what its reader should know. Raises MissingExtraError."""
    scene = furnish(chart, fit)
    picture = draw(chart, scene)
    deck = Deck([picture], chart.look.light)
    draw_slide(deck, chart, scene)
    for remark in remarks(picture):
        tell(remark)
    return deck.save()


def draw_slide(deck: Deck, chart: Chart, scene: Scene) -> None:
    """The chart on the slide that is being drawn."""
    title, *below = heading(scene)
    if isinstance(title, Label):
        deck.title(title)
    deck.draw(below)
    deck.draw(logo(chart, scene))
    deck.draw(backdrop(scene))
    lines = list(dict.fromkeys(_lines(chart, scene)))
    joints = _joints(scene, lines)
    boxes = [deck.box(card_group(chart, scene, index), joints.get(index)) for index in range(len(chart.cards))]
    if not boxes:
        deck.draw([Label(scene.margin, scene.top + 14, EMPTY)])
    for line in lines:
        _draw(deck, scene, line, boxes)
    deck.draw(footer(scene))
    deck.draw(list_shapes(scene))


def _lines(chart: Chart, scene: Scene) -> Iterator[_Line]:
    """All lines in parts; what lines share comes again."""
    looks = line_looks(chart)
    for index, way in ways(scene.layout, [card.parent for card in chart.cards]).items():
        card = chart.cards[index]
        ink, width = looks.get(index) or LINES[card.line]
        yield from _in_parts(scene, way, Path((), ink, width), card.parent, index)
    for line, points in zip(chart.dotted, scene.dotted, strict=True):
        if points:
            yield from _in_parts(scene, points, Path((), "dotted", 1.8, "dotted"), line.source, line.target)


def _in_parts(scene: Scene, way: Sequence[Point], look: Path, first: int, last: int) -> Iterator[_Line]:
    found = parts(way)
    for number, part in enumerate(found):
        is_last = number == len(found) - 1
        yield _Line(
            part,
            look,
            first,
            last if is_last else first,
            middle_side(scene.layout, first, part[0]) if number == 0 else None,
            middle_side(scene.layout, last, part[-1]) if is_last else None,
        )


def _joints(scene: Scene, lines: Iterable[_Line]) -> dict[int, dict[tuple[float, float], Ink]]:
    """Where each card needs joints, in the ink of the first line there."""
    found: dict[int, dict[tuple[float, float], Ink]] = {}
    for line in lines:
        for box, side, point in _ends(line):
            if side is None:
                found.setdefault(box, {}).setdefault(_on_page(scene, point), line.look.stroke)
    return found


def _ends(line: _Line) -> tuple[tuple[int, int | None, Point], tuple[int, int | None, Point]]:
    return (line.first, line.first_side, line.way[0]), (line.last, line.last_side, line.way[-1])


def _on_page(scene: Scene, point: Point) -> Point:
    return scene.left + point[0], scene.top + point[1]


def _draw(deck: Deck, scene: Scene, line: _Line, boxes: list[Box]) -> None:
    way = [_on_page(scene, point) for point in line.way]
    near = (line.way[1], line.way[-2])
    ends = [
        End(boxes[box].shape, side)
        if side is not None
        else End(boxes[box].joints[_on_page(scene, point)], _toward(point, other))
        for (box, side, point), other in zip(_ends(line), near, strict=True)
    ]
    deck.line(way, line.look, *ends)


def _toward(point: Point, other: Point) -> int:
    """The side of a joint from which one gets to the other point."""
    if point[0] == other[0]:
        return BOTTOM if other[1] > point[1] else TOP
    return RIGHT if other[0] > point[0] else LEFT
