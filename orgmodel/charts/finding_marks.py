"""Findings on a chart: numbered badges on cards, heavier lines, and the list below it."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.charts.chart import Chart, MarkedFinding
from orgmodel.charts.scene import Scene
from orgmodel.charts.ways import ways
from orgmodel.drawing.finding_shapes import (
    BADGE,
    badge_shapes,
    badge_width,
    first_numbers,
    list_of_findings,
    words,
    worst,
)
from orgmodel.drawing.picture import Group, Ink, Path, Rect, Shape

_HEAVY = 3.4
_FROM_RIGHT = 8


def card_marks(chart: Chart, scene: Scene, index: int, x: float = 0, y: float = 0) -> Iterator[Shape]:
    """The outline and the badge of a card with its left upper corner at a point."""
    findings = scene.marked.get(index)
    if findings:
        wide, high = scene.layout.box_width, scene.layout.box_height
        grade = worst(findings)
        card = chart.cards[index]
        inset = 3 if card.kind in {"vacant", "planned"} else 1
        left, radius = 7 if card.color >= 0 else inset, max(chart.look.radius - inset, 0)
        outline = Rect(x + left, y + inset, wide - left - inset, high - 2 * inset, "", grade, 1.6, radius)
        text = first_numbers(findings)
        badge = badge_shapes(text, grade, x + wide - _FROM_RIGHT - badge_width(text, grade), y - BADGE / 2)
        yield Group((outline, *badge), title=words(findings))


def line_looks(chart: Chart) -> dict[int, tuple[Ink, float]]:
    """Ink and width of the lines to the manager that are marked, by card."""
    found: dict[int, tuple[Ink, float]] = {}
    for finding in chart.findings:
        for card in finding.lines:
            found.setdefault(card, (finding.severity, _HEAVY))
    return found


def marked_lines(chart: Chart, scene: Scene, *, on_page: bool = True) -> Iterator[Shape]:
    """Heavier strokes over the lines that are concerned; each says what is wrong."""
    left, top = (scene.left, scene.top) if on_page else (0, 0)
    looks = line_looks(chart)
    found = ways(scene.layout, [card.parent for card in chart.cards]) if looks else {}
    for card in sorted(looks):
        if card in found:
            about = [finding for finding in chart.findings if card in finding.lines]
            way = tuple((left + x, top + y) for x, y in found[card])
            yield Group((Path(way, *looks[card]),), title=words(about))
    dotted: dict[int, list[MarkedFinding]] = {}
    for finding in chart.findings:
        for number in finding.dotted:
            dotted.setdefault(number, []).append(finding)
    for number, about in sorted(dotted.items()):
        way = tuple((left + x, top + y) for x, y in scene.dotted[number])
        if way:
            yield Group((Path(way, worst(about), _HEAVY, "dotted"),), title=words(about))


def list_shapes(scene: Scene) -> Iterator[Shape]:
    """The list below the chart."""
    yield from list_of_findings(scene.findings, scene.margin, scene.findings_top, scene.scale)


def marks(chart: Chart, scene: Scene) -> Iterator[Shape]:
    """Everything that findings add to a chart."""
    yield from marked_lines(chart, scene)
    yield from list_shapes(scene)
    for card in sorted(scene.marked):
        yield from card_marks(chart, scene, card)
