"""What the layout promises of places and lines."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from chart_samples import all_segments, crossed_boxes, overlaps, random_parents, special_parents, touches

from orgmodel.charts.layout import NO_LEG, Layout, Measures, arrange, parse_fit

SIZES = Measures(152, 78)
FITS = ("16:9", "4:3", "a4", "1:2", "none")
FORESTS = {f"seed {seed}": random_parents(1 + seed * 2, seed, 1 + seed % 4 // 3) for seed in range(200)}
FORESTS |= special_parents()


@pytest.fixture(scope="module")
def drawn() -> list[tuple[str, list[int], Layout]]:
    made = []
    for number, (name, parents) in enumerate(FORESTS.items()):
        fit = FITS[number % len(FITS)]
        made.append((f"{name} {fit}", parents, arrange(parents, SIZES, parse_fit(fit))))
    return made


def test_no_two_boxes_overlap(drawn):
    assert [(name, overlaps(layout)) for name, _, layout in drawn if overlaps(layout)] == []


def test_all_boxes_stand_inside_the_drawing(drawn):
    for name, _, layout in drawn:
        assert min(layout.x) >= 0, name
        assert min(layout.y) == 0, name
        assert max(layout.x) + layout.box_width <= layout.width, name
        assert max(layout.y) + layout.box_height == layout.height, name


def test_no_line_runs_through_a_box(drawn):
    for name, parents, layout in drawn:
        for box, segment in all_segments(layout, parents):
            assert crossed_boxes(layout, segment) == [], (name, box, segment)


def test_all_lines_lie_inside_the_drawing(drawn):
    for name, parents, layout in drawn:
        for _, (x1, y1, x2, y2) in all_segments(layout, parents):
            assert 0 <= min(x1, x2) <= max(x1, x2) <= layout.width, name
            assert 0 <= min(y1, y2) <= max(y1, y2) <= layout.height, name


def test_every_line_runs_level_or_upright(drawn):
    for name, parents, layout in drawn:
        for _, (x1, y1, x2, y2) in all_segments(layout, parents):
            assert (x1 == x2) != (y1 == y2), name


def test_every_box_below_a_top_has_a_line_that_ends_on_it(drawn):
    for name, parents, layout in drawn:
        for box, parent in enumerate(parents):
            if parent < 0:
                assert layout.legs[box] == NO_LEG, name
            else:
                assert touches(layout, box, *layout.legs[box][2:]), (name, box)


def test_a_finger_can_follow_every_line_from_a_box_to_its_parent(drawn):
    for name, parents, layout in drawn:
        for box, parent in enumerate(parents):
            if parent >= 0:
                assert reaches_parent(layout, parent, layout.legs[box][:2]), (name, box)


def reaches_parent(layout: Layout, parent: int, point: tuple[int, int]) -> bool:
    """Whether the shared lines of a box connect a point with the box."""
    reached, waiting = {point}, [point]
    pieces = list(layout.trunks[parent])
    while waiting:
        x, y = waiting.pop()
        if touches(layout, parent, x, y):
            return True
        for x1, y1, x2, y2 in [piece for piece in pieces if on_piece(piece, x, y)]:
            pieces.remove((x1, y1, x2, y2))
            ends = [(x1, y1), (x2, y2)]
            ends += [meet for piece in pieces if (meet := meeting((x1, y1, x2, y2), piece))]
            waiting += [end for end in ends if end not in reached]
            reached.update(ends)
    return False


def on_piece(piece, x, y) -> bool:
    x1, y1, x2, y2 = piece
    return min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2)


def meeting(first, second) -> tuple[int, int] | None:
    for level, upright in ((first, second), (second, first)):
        if level[1] == level[3] and upright[0] == upright[2]:
            point = (upright[0], level[1])
            if on_piece(level, *point) and on_piece(upright, *point):
                return point
    return None


def test_lines_of_different_parents_never_meet(drawn):
    for name, parents, layout in drawn:
        level, upright = defaultdict(list), []
        for box, (x1, y1, x2, y2) in all_segments(layout, parents):
            if y1 == y2:
                level[y1].append((x1, x2, box))
            else:
                upright.append((x1, min(y1, y2), max(y1, y2), box))
        for y, spans in level.items():
            spans.sort()
            for (_, end, box), (start, _, other) in pairwise(spans):
                assert box == other or start > end, (name, y)
            for x, top, bottom, box in upright:
                if top <= y <= bottom:
                    assert all(box == other or not start <= x <= end for start, end, other in spans), name
        upright.sort()
        for (x, _, bottom, box), (x2, top, _, other) in pairwise(upright):
            assert box == other or x != x2 or top > bottom, name


def test_siblings_of_one_kind_keep_their_order_in_a_row():
    layout = arrange([-1, 0, 0, 0], SIZES, None)
    assert layout.x[1] < layout.x[2] < layout.x[3]
    assert layout.y[1] == layout.y[2] == layout.y[3]


def test_the_reports_of_the_top_stand_on_one_height_in_a_chart_of_two_hundred():
    parents = random_parents(200, 1)
    layout = arrange(parents, SIZES, parse_fit("16:9"), (56, 150))
    managers = set(parents)
    assert len({layout.y[box] for box in range(200) if parents[box] == 0 and box in managers}) == 1


def test_a_chain_of_five_thousand_is_drawn():
    layout = arrange(list(range(-1, 4999)), SIZES, parse_fit("16:9"))
    assert len(set(zip(layout.x, layout.y, strict=True))) == 5000


def test_ten_thousand_direct_reports_come_within_a_tenth_of_the_wanted_shape():
    layout = arrange([-1] + [0] * 10_000, SIZES, parse_fit("16:9"))
    assert layout.width / layout.height == pytest.approx(16 / 9, rel=0.1)


def test_a_box_stands_midway_above_the_first_and_the_last_box_of_its_row():
    layout = arrange([-1, 0, 0, 2, 2, 2], SIZES, None)
    assert layout.x[0] == (layout.x[1] + layout.x[2]) // 2
    assert layout.x[2] == layout.x[4]


def test_an_empty_forest_has_no_size():
    layout = arrange([], SIZES, 1.5)
    assert (layout.width, layout.height, layout.x) == (0, 0, [])


def test_a_loop_is_refused():
    with pytest.raises(ValueError, match="the parents form a loop"):
        arrange([-1, 2, 1], SIZES, 1.5)


def test_parents_may_stand_after_their_children():
    layout = arrange([1, -1, 1], SIZES, None)
    assert layout.y[1] < layout.y[0] == layout.y[2]
