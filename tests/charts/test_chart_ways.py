"""The way of each line from box to box."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from chart_samples import random_parents, sample_chart, with_layers

from orgmodel.charts.chart import Frame
from orgmodel.charts.layout import NO_LEG, Layout, Point
from orgmodel.charts.scene import furnish
from orgmodel.charts.ways import BOTTOM, LEFT, RIGHT, TOP, middle_side, parts, side_of, ways

BOX = Layout(100, 100, 40, 20, [10], [30], {}, [NO_LEG])


STANDING = ("down", "right", "down in layers", "right in layers")


def sample(seed: int, fit: str, standing: str = "down") -> tuple[Layout, list[int]]:
    """Charts with assistants and frames, standing in every way."""
    chart = sample_chart(random_parents(90, seed, tops=1 + seed % 3), seed, dotted=0)
    cards = tuple(replace(card, assistant=number % 7 == 3) for number, card in enumerate(chart.cards))
    chart = replace(chart, cards=cards)
    if standing == "down":
        framed = sorted({card.parent for card in cards} - {-1})[1::4]
        chart = replace(chart, frames=tuple(Frame(number, "Unit") for number in framed))
    if standing.startswith("right"):
        chart = replace(chart, direction="right")
    if standing.endswith("layers"):
        chart = with_layers(chart)
    return furnish(chart, fit).layout, [card.parent for card in chart.cards]


def pieces(way: tuple[Point, ...]) -> set[tuple[int, int]]:
    """All points of a way."""
    found: set[tuple[int, int]] = set()
    for (x1, y1), (x2, y2) in pairwise(way):
        found |= {(x, y) for x in range(min(x1, x2), max(x1, x2) + 1) for y in range(min(y1, y2), max(y1, y2) + 1)}
    return found


@pytest.mark.parametrize("standing", STANDING)
@pytest.mark.parametrize("fit", ["16:9", "0.3", "none"])
@pytest.mark.parametrize("seed", range(4))
def test_every_line_leads_from_its_parent_to_its_box_along_what_is_drawn(seed: int, fit: str, standing: str) -> None:
    layout, parents = sample(seed, fit, standing)
    found = ways(layout, parents)
    assert set(found) == {box for box, leg in enumerate(layout.legs) if leg != NO_LEG}
    drawn = {
        parent: set().union(*(pieces((line[:2], line[2:])) for line in layout.trunks.get(parent, ())))
        for parent in {parents[box] for box in found}
    }
    for box, way in found.items():
        assert side_of(layout, parents[box], way[0]) is not None
        assert middle_side(layout, box, way[-1]) is not None
        leg = layout.legs[box]
        assert pieces(way) <= drawn[parents[box]] | pieces((leg[:2], leg[2:]))


@pytest.mark.parametrize("standing", STANDING)
@pytest.mark.parametrize("seed", range(3))
def test_parts_make_up_the_way_and_bend_once_or_halfway(seed: int, standing: str) -> None:
    layout, parents = sample(seed, "16:9", standing)
    for way in ways(layout, parents).values():
        found = parts(way)
        assert set().union(*map(pieces, found)) == pieces(way)
        assert all(first[-1] == second[0] for first, second in pairwise(found))
        for part in found:
            assert len(part) <= 4
            if len(part) == 4:
                along = 1 if part[0][0] == part[1][0] else 0
                assert abs(part[0][along] + part[3][along] - 2 * part[1][along]) <= 1


@pytest.mark.parametrize(
    ("point", "side", "middle"),
    [
        ((30, 30), TOP, TOP),
        ((10, 40), LEFT, LEFT),
        ((30, 50), BOTTOM, BOTTOM),
        ((50, 40), RIGHT, RIGHT),
        ((20, 50), BOTTOM, None),
        ((50, 33), RIGHT, None),
        ((30, 40), None, None),
        ((60, 40), None, None),
    ],
)
def test_a_point_is_on_a_side_of_a_box(point: Point, side: int | None, middle: int | None) -> None:
    assert (side_of(BOX, 0, point), middle_side(BOX, 0, point)) == (side, middle)
