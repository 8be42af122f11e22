"""Forests and charts the tests draw, and the geometry questions they ask."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from orgmodel.charts.chart import Card, Chart, DottedLine
from orgmodel.charts.layout import NO_LEG, Layout, Segment

SVG = "{http://www.w3.org/2000/svg}"
TITLES = ("Product Manager", "Senior Product Manager", "Director of Product", "Data Analyst", "Staff Engineer")
HOLDERS = ("Ada Park", "Sam Ortiz", "Li Wei", "Ines Silva", "Noor Haddad")
UNITS = ("Payments", "Growth", "Platform", "Risk")


def random_parents(size: int, seed: int, tops: int = 1) -> list[int]:
    """A forest whose boxes have 1 to 15 children, about 6 on average; some parents stand after their children."""
    source = random.Random(seed)
    parents = [-1] * min(tops, size)
    open_ = list(range(len(parents)))
    while len(parents) < size:
        at = source.randrange(len(open_))
        open_[at], open_[-1] = open_[-1], open_[at]
        parent = open_.pop()
        for _ in range(min(1 + int(source.expovariate(1 / 5)), 15, size - len(parents))):
            open_.append(len(parents))
            parents.append(parent)
    if seed % 3:
        return parents
    numbers = list(range(size))
    source.shuffle(numbers)
    shuffled = [-1] * size
    for box, parent in enumerate(parents):
        shuffled[numbers[box]] = numbers[parent] if parent >= 0 else -1
    return shuffled


def special_parents() -> dict[str, list[int]]:
    """Shapes that layouts trip over."""
    return {
        "one": [-1],
        "two tops": [-1, -1],
        "forty tops": [-1] * 40,
        "pair": [-1, 0],
        "chain of 60": list(range(-1, 59)),
        "star of 300": [-1] + [0] * 300,
        "binary": [-1] + [(box - 1) // 2 for box in range(1, 127)],
        "comb": [-1, *[box // 2 * 2 for box in range(80)]],
        "tops and trees": [-1, -1, 0, 0, -1, 4, 4, 4, 7, 7, -1],
        "one over one over many": [-1, 0, 1, *[2] * 30],
    }


def some_boxes(parents: list[int], seed: int, share: float) -> list[int]:
    """Some boxes, the same for the same seed."""
    source = random.Random(seed)
    return [box for box in range(len(parents)) if source.random() < share]


def layers_of(parents: list[int]) -> list[int]:
    """The layer of each box, 0 at a top."""

    def layer(box: int) -> int:
        count = 0
        while parents[box] >= 0:
            box = parents[box]
            count += 1
        return count

    return [layer(box) for box in range(len(parents))]


def sample_chart(parents: list[int], seed: int = 1, dotted: int = 0) -> Chart:
    """A chart with every kind of card and line in it once it is large enough."""
    source = random.Random(seed)
    kinds = ("filled", "filled", "filled", "vacant", "planned", "ended", "undisclosed", "unit", "role", "stub")
    cards = []
    for box, parent in enumerate(parents):
        kind = kinds[source.randrange(len(kinds))]
        cards.append(
            Card(
                id=f"p{box}",
                title=f"+{box} more" if kind == "stub" else source.choice(TITLES),
                parent=parent,
                kind=kind,
                holder=source.choice(HOLDERS) if kind in {"filled", "ended"} else "",
                unit=source.choice(UNITS),
                seats=source.choice((1, 1, 1, 6)),
                color=source.randrange(-1, 4),
                line=source.choice(("solid", "solid", "derived")),
            )
        )
    pairs = [source.sample(range(len(parents)), 2) for _ in range(dotted)]
    lines = tuple(DottedLine(first, second) for first, second in pairs)
    return Chart("Northwind", tuple(cards), lines, "as of 2026-11-01", UNITS, "Unit")


def with_layers(chart: Chart) -> Chart:
    """The chart aligned by layers: each card one layer below its manager."""

    def depth(index: int) -> int:
        parent = chart.cards[index].parent
        return 1 if parent < 0 else 1 + depth(parent)

    cards = tuple(replace(card, level=depth(index)) for index, card in enumerate(chart.cards))
    return replace(chart, cards=cards, align="layers")


def overlaps(layout: Layout) -> list[tuple[int, int]]:
    """Pairs of boxes that share room."""
    order = sorted(range(len(layout.x)), key=lambda box: layout.x[box])
    found = []
    for at, first in enumerate(order):
        for second in order[at + 1 :]:
            if layout.x[second] >= layout.x[first] + layout.box_width:
                break
            if abs(layout.y[second] - layout.y[first]) < layout.box_height:
                found.append((first, second))
    return found


def all_segments(layout: Layout, parents: list[int]) -> Iterator[tuple[int, Segment]]:
    """Every piece of line with the box whose children it leads to."""
    for box, trunk in layout.trunks.items():
        for segment in trunk:
            yield box, segment
    for box, leg in enumerate(layout.legs):
        if leg != NO_LEG:
            yield parents[box], leg


def crossed_boxes(layout: Layout, segment: Segment) -> list[int]:
    """Boxes whose inside a piece of line runs through; touching an edge is allowed."""
    x1, y1, x2, y2 = segment
    low_x, high_x, low_y, high_y = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
    return [
        box
        for box, (x, y) in enumerate(zip(layout.x, layout.y, strict=True))
        if low_x < x + layout.box_width and high_x > x and low_y < y + layout.box_height and high_y > y
    ]


def touches(layout: Layout, box: int, x: int, y: int) -> bool:
    """Whether a point lies on the edge of a box."""
    left, top = layout.x[box], layout.y[box]
    right, bottom = left + layout.box_width, top + layout.box_height
    inside = left <= x <= right and top <= y <= bottom
    return inside and (x in {left, right} or y in {top, bottom})


def parse(svg: str) -> ElementTree.Element:
    """The SVG as a tree, read by a strict parser."""
    return ElementTree.fromstring(svg.encode())


def card_groups(root: ElementTree.Element) -> list[ElementTree.Element]:
    """The groups of the cards in document order."""
    return [group for group in root.iter(f"{SVG}g") if group.get("role") == "graphics-symbol"]


def place(group: ElementTree.Element) -> tuple[float, float]:
    """The translation of a group."""
    x, y = group.get("transform", "").removeprefix("translate(").removesuffix(")").split()
    return float(x), float(y)
