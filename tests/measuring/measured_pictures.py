"""Geometry of pictures: what overlaps, runs through something, or stands outside of where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from orgmodel.drawing.picture import Group, Label, Picture, Rect, flattened
from orgmodel.drawing.picture import Path as Stroke
from orgmodel.drawing.text import measure

LEAST_LETTERS = 9
"""Pixels: the numbers in the smallest badges."""


def boxes(picture: Picture, *inks: str) -> list[Rect]:
    """Filled and outlined rectangles of these fills, as cards have them."""
    return [
        shape for shape in flattened(picture.shapes) if isinstance(shape, Rect) and shape.fill in inks and shape.stroke
    ]


def lines_of(picture: Picture) -> list[Stroke]:
    """Lines that stand in groups of their own: arrows and ties."""
    return [
        group.shapes[0]
        for group in picture.shapes
        if isinstance(group, Group) and len(group.shapes) == 1 and isinstance(group.shapes[0], Stroke)
    ]


def overlapping(rects: list[Rect]) -> list[tuple[Rect, Rect]]:
    """Pairs of rectangles that lie over each other."""
    return [
        (one, other)
        for one, other in combinations(rects, 2)
        if one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    ]


def crossed(line: Stroke, rects: list[Rect]) -> list[Rect]:
    """The rectangles into which a line runs; to touch an edge is not to run into."""
    found = []
    for start, end in pairwise(line.points):
        for step in range(201):
            share = step / 200
            x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
            found += [
                rect
                for rect in rects
                if rect.x + 0.01 < x < rect.x + rect.width - 0.01 and rect.y + 0.01 < y < rect.y + rect.height - 0.01
            ]
    return found


def shared_pieces(lines: list[Stroke]) -> Iterator[tuple[Stroke, Stroke]]:
    """Pairs of lines with right angles that lie on each other for more than a point."""
    for one, other in combinations(lines, 2):
        for a, b in pairwise(one.points):
            for c, d in pairwise(other.points):
                for along, across in ((0, 1), (1, 0)):
                    flat = a[across] == b[across] == c[across] == d[across]
                    low = max(min(a[along], b[along]), min(c[along], d[along]))
                    high = min(max(a[along], b[along]), max(c[along], d[along]))
                    if flat and high - low > 0.01:
                        yield one, other


def outside(picture: Picture) -> list[object]:
    """Shapes that reach over an edge of the page."""
    found: list[object] = []
    for shape in flattened(picture.shapes):
        if isinstance(shape, Label):
            wide = measure(shape.text, shape.size, bold=shape.bold)
            left = shape.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
            corners = [(left, shape.y - shape.size), (left + wide, shape.y)]
        elif isinstance(shape, Stroke):
            corners = list(shape.points)
        else:
            corners = [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
        if any(not (0 <= x <= picture.width and 0 <= y <= picture.height) for x, y in corners):
            found.append(shape)
    return found


def texts_outside_their_box(picture: Picture) -> list[str]:
    """Texts of groups with a box that are wider than it, or stand above or below it."""
    found = []
    for group in picture.shapes:
        if not isinstance(group, Group) or not isinstance(group.shapes[0], Rect):
            continue
        box = group.shapes[0]
        for shape in group.shapes:
            if isinstance(shape, Label):
                wide = measure(shape.text, shape.size, bold=shape.bold)
                left = shape.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
                inside = box.x <= left and left + wide <= box.x + box.width
                if not inside or not box.y < shape.y - shape.size * 0.7 or not shape.y < box.y + box.height:
                    found.append(shape.text)
    return found


def cards(picture: Picture) -> list[Rect]:
    """The boxes of cards, that of a stack of seats in front of those behind it."""
    found = []
    for group in card_groups(picture):
        boxes = [shape for shape in group.shapes if isinstance(shape, Rect)]
        found.append(boxes[1] if len(boxes) > 1 and boxes[1].x < boxes[0].x else boxes[0])
    return found


def card_groups(picture: Picture) -> list[Group]:
    return [shape for shape in picture.shapes if isinstance(shape, Group) and shape.role]


def lines(picture: Picture) -> list[Stroke]:
    """Lines that lie on the page itself, or in a group of their own."""
    found = [shape for shape in picture.shapes if isinstance(shape, Stroke)]
    groups = [shape for shape in picture.shapes if isinstance(shape, Group) and len(shape.shapes) == 1]
    return found + [group.shapes[0] for group in groups if isinstance(group.shapes[0], Stroke)]


def crossings(picture: Picture) -> list[tuple[Stroke, Rect]]:
    """Level and upright pieces of lines that run within a card; to touch an edge is not to run within."""
    found = []
    taken = cards(picture)
    for line in lines(picture):
        for (x1, y1), (x2, y2) in pairwise(line.points):
            left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
            found += [
                (line, card)
                for card in taken
                if left < card.x + card.width - 0.5
                and right > card.x + 0.5
                and top < card.y + card.height - 0.5
                and bottom > card.y + 0.5
            ]
    return found


def loose_ends(picture: Picture) -> list[tuple[float, float]]:
    """Ends of lines that touch neither a card nor another line; the samples of the legend stand below all cards."""
    taken = cards(picture)
    lowest = max((card.y + card.height for card in taken), default=0.0)
    drawn = [line for line in lines(picture) if min(y for _, y in line.points) <= lowest]
    pieces = [(number, *start, *end) for number, line in enumerate(drawn) for start, end in pairwise(line.points)]

    def is_held(number: int, x: float, y: float) -> bool:
        on_card = (
            card.x - 0.5 <= x <= card.x + card.width + 0.5 and card.y - 0.5 <= y <= card.y + card.height + 0.5
            for card in taken
        )
        on_line = (
            other != number and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2)
            for other, x1, y1, x2, y2 in pieces
        )
        return any(on_card) or any(on_line)

    ends = ((number, line.points[end]) for number, line in enumerate(drawn) for end in (0, -1))
    return [(x, y) for number, (x, y) in ends if not is_held(number, x, y)]


def holds(picture: Picture) -> None:
    """What is true of every picture: all of it on the page, cards apart, texts in their boxes, letters to be read."""
    assert outside(picture) == []
    assert overlapping(cards(picture)) == []
    assert texts_outside_their_box(replace(picture, shapes=tuple(card_groups(picture)))) == []
    letters = [shape.size for shape in flattened(picture.shapes) if isinstance(shape, Label) and shape.text]
    assert min(letters) >= LEAST_LETTERS
