"""Dotted lines: where they run."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest
from chart_samples import SVG, crossed_boxes, parse, random_parents, sample_chart, some_boxes, touches

from orgmodel.charts.chart import Card, Chart, DottedLine
from orgmodel.charts.layout import Measures, arrange, route
from orgmodel.charts.layout.routing import straightened
from orgmodel.charts.svg import render

SIZES = Measures(152, 78)


@pytest.fixture(scope="module")
def routed():
    made = []
    for seed in range(40):
        parents = random_parents(10 + seed * 5, seed)
        layout = arrange(parents, SIZES, 16 / 9)
        source = random.Random(seed)
        pairs = [tuple(source.sample(range(len(parents)), 2)) for _ in range(6)]
        made.append((seed, layout, pairs, route(layout, pairs)))
    return made


def test_a_dotted_line_runs_from_the_side_of_one_box_to_the_side_of_the_other(routed):
    for seed, layout, pairs, lines in routed:
        for (source, target), points in zip(pairs, lines, strict=True):
            assert touches(layout, source, *points[0]), seed
            assert touches(layout, target, *points[-1]), seed


def test_a_dotted_line_crosses_no_box(routed):
    for seed, layout, _, lines in routed:
        for points in lines:
            for first, second in pairwise(points):
                assert crossed_boxes(layout, (*first, *second)) == [], seed


def test_a_dotted_line_runs_level_and_upright_in_turn(routed):
    for seed, _, _, lines in routed:
        for points in lines:
            level = [first[1] == second[1] for first, second in pairwise(points)]
            assert all(one != other for one, other in pairwise(level)), seed


@pytest.mark.parametrize("seed", range(6))
def test_dotted_lines_side_by_side_are_four_pixels_apart(seed):
    parents = random_parents(60, seed)
    sizes = Measures(152, 78, gap=24, stack=16, frame=(8, 8, 8, 22))
    layout = arrange(parents, sizes, 16 / 9, frames=some_boxes(parents, seed, 0.4))
    source = random.Random(seed)
    lines = route(layout, [tuple(source.sample(range(60), 2)) for _ in range(16)])
    level = [(y1, *sorted((x1, x2))) for points in lines for (x1, y1), (x2, y2) in pairwise(points[1:-1]) if y1 == y2]
    assert [
        (one, other)
        for (one, start, end), (other, first, last) in combinations(level, 2)
        if min(end, last) > max(start, first) and 0 < abs(one - other) < 4
    ] == []


def test_a_line_from_a_box_to_itself_has_no_points():
    layout = arrange([-1, 0], SIZES, 1.5)
    assert route(layout, [(1, 1)]) == [()]


def test_a_dotted_line_keeps_clear_of_what_stands_out_behind_a_box():
    parents = random_parents(60, 3)
    layout = arrange(parents, SIZES, 16 / 9)
    shadows = [(x + 5, y + 5) for x, y in zip(layout.x, layout.y, strict=True)]
    pairs = [tuple(random.Random(seed).sample(range(60), 2)) for seed in range(12)]

    def behind(lines):
        pieces = [piece for points in lines for piece in pairwise(points)]
        level = [(x1, x2, y1) for (x1, y1), (x2, y2) in pieces if y1 == y2 and x1 != x2]
        return [
            (x, y)
            for x1, x2, at in level
            for x, y in shadows
            if at == y + SIZES.height and min(x1, x2) < x + SIZES.width and max(x1, x2) > x
        ]

    assert behind(route(layout, pairs)) != []
    assert behind(route(layout, pairs, shadows)) == []


def test_without_pairs_nothing_is_routed():
    assert route(arrange([-1], SIZES, 1.5), []) == []


def test_points_in_the_middle_of_a_straight_piece_are_left_out():
    assert straightened([(0, 0), (0, 0), (5, 0), (9, 0), (9, 4)]) == ((0, 0), (9, 0), (9, 4))


def test_two_hundred_lines_over_two_thousand_boxes_all_have_both_ends():
    parents = random_parents(2000, 1)
    layout = arrange(parents, SIZES, 16 / 9)
    source = random.Random(1)
    pairs = [tuple(source.sample(range(2000), 2)) for _ in range(200)]
    for (first, second), points in zip(pairs, route(layout, pairs), strict=True):
        assert touches(layout, first, *points[0])
        assert touches(layout, second, *points[-1])


def test_dotted_lines_are_drawn_before_the_cards_so_that_they_hide_no_text():
    svg = render(sample_chart(random_parents(40, 1), dotted=5))
    assert svg.count("also reports to", 0, svg.index('role="graphics-symbol"')) == 5


def test_a_dotted_line_says_who_also_reports_to_whom():
    cards = (Card("a", "Head", holder="Li"), Card("b", "Clerk", 0), Card("c", "Lead", 0))
    root = parse(render(Chart("X", cards, (DottedLine(1, 2, "quality"),))))
    titles = [path.find(f"{SVG}title") for path in root.iter(f"{SVG}path") if path.get("class") == "d"]
    assert titles[0].text == "Clerk also reports to Lead: quality"
