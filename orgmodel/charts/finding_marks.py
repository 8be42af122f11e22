"""Findings as shapes: numbered badges on cards, heavier lines, and the list below the chart.

Severities differ in shape as well as in colour: errors are square, warnings round, infos only outlined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.charts.chart import Chart, Grade, MarkedFinding
from orgmodel.charts.finding_list import HEAD_SIZE, MESSAGE_LINE, MESSAGE_SIZE, TEXT_X
from orgmodel.charts.scene import MARGIN, Scene
from orgmodel.charts.ways import ways
from orgmodel.drawing.picture import Group, Ink, Label, Path, Rect, Shape
from orgmodel.drawing.text import clean, measure

BADGE = 16
"""Height of a badge; half of it stands above the card."""

_HEAVY = 3.4
_FROM_RIGHT = 8
_NAMED = 2
_TOLD = 5
_TEXT = 11
_RANKS: dict[Grade, int] = {"error": 0, "warning": 1, "info": 2}


def _worst(findings: Sequence[MarkedFinding]) -> Grade:
    return min((finding.severity for finding in findings), key=_RANKS.__getitem__)


def _said(findings: Sequence[MarkedFinding]) -> str:
    """Codes and messages, one after the other."""
    more = len(findings) - _TOLD
    told = [f"{finding.number}. {finding.code} {finding.message}" for finding in findings[:_TOLD]]
    return clean("; ".join(told) + (f"; and {more} more" if more > 0 else ""))


def card_marks(chart: Chart, scene: Scene, index: int, x: float = 0, y: float = 0) -> Iterator[Shape]:
    """The outline and the badge of a card with its left upper corner at a point."""
    findings = scene.marked.get(index)
    if findings:
        wide, high = scene.layout.box_width, scene.layout.box_height
        grade = _worst(findings)
        card = chart.cards[index]
        inset = 3 if card.kind in {"vacant", "planned"} else 1
        left, radius = 7 if card.color >= 0 else inset, max(chart.look.radius - inset, 0)
        outline = Rect(x + left, y + inset, wide - left - inset, high - 2 * inset, "", grade, 1.6, radius)
        text = ", ".join(str(finding.number) for finding in findings[:_NAMED])
        text += f" +{len(findings) - _NAMED}" if len(findings) > _NAMED else ""
        badge = badge_shapes(text, grade, x + wide - _FROM_RIGHT - badge_width(text, grade), y - BADGE / 2)
        yield Group((outline, *badge), title=_said(findings))


def badge_width(text: str, grade: Grade, size: float = _TEXT) -> float:
    """How wide a badge with a text is."""
    return max(BADGE * size / _TEXT, measure(_sign(text, grade), size, bold=True) + 9 * size / _TEXT)


def _sign(text: str, grade: Grade) -> str:
    return f"! {text}" if grade == "error" else text


def badge_shapes(text: str, grade: Grade, x: float, y: float, size: float = _TEXT) -> tuple[Rect, Label]:
    """A badge with its left upper corner at a point."""
    factor = size / _TEXT
    wide, high = badge_width(text, grade, size), BADGE * factor
    radius = (2 if grade == "error" else BADGE / 2) * factor
    fill: Ink = "card" if grade == "info" else grade
    ink: Ink = grade if grade == "info" else "page"
    return (
        Rect(x, y, wide, high, fill, grade if grade == "info" else "page", 1.2 * factor, radius),
        Label(x + wide / 2, y + 12 * factor, _sign(text, grade), size, ink, bold=True, anchor="middle"),
    )


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
            yield Group((Path(way, *looks[card]),), title=_said(about))
    dotted: dict[int, list[MarkedFinding]] = {}
    for finding in chart.findings:
        for number in finding.dotted:
            dotted.setdefault(number, []).append(finding)
    for number, about in sorted(dotted.items()):
        way = tuple((left + x, top + y) for x, y in scene.dotted[number])
        if way:
            yield Group((Path(way, _worst(about), _HEAVY, "dotted"),), title=_said(about))


def list_shapes(scene: Scene) -> Iterator[Shape]:
    """The list below the chart."""
    found, scale = scene.findings, scene.scale
    if not found.entries:
        return
    top = scene.findings_top
    yield Label(MARGIN, top + 22 * scale, found.heading, 12 * scale, "title", bold=True)
    for entry in found.entries:
        finding = entry.finding
        x, y = MARGIN + entry.x * scale, top + entry.y * scale
        text = x + TEXT_X * scale
        lines = [
            Label(text, y + (26 + number * MESSAGE_LINE) * scale, line, MESSAGE_SIZE * scale, "holder")
            for number, line in enumerate(entry.message)
        ]
        head = Label(text, y + 12 * scale, entry.head, HEAD_SIZE * scale, "title", bold=True)
        badge = badge_shapes(str(finding.number), finding.severity, x, y, _TEXT * scale)
        yield Group((*badge, head, *lines), title=_said([finding]))
    if found.more:
        yield Label(MARGIN, top + (found.more_y + 12) * scale, found.more, MESSAGE_SIZE * scale, "muted")


def marks(chart: Chart, scene: Scene) -> Iterator[Shape]:
    """Everything that findings add to a chart."""
    yield from marked_lines(chart, scene)
    yield from list_shapes(scene)
    for card in sorted(scene.marked):
        yield from card_marks(chart, scene, card)
