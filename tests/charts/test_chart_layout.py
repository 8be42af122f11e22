"""What the layout promises of places and lines."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from chart_samples import (
    all_segments,
    crossed_boxes,
    layers_of,
    overlaps,
    random_parents,
    some_boxes,
    special_parents,
    touches,
)

from orgmodel.charts.layout import NO_BAND, NO_LEG, Layout, Measures, arrange, arrange_aligned, parse_fit

SIZES = Measures(152, 78)
FRAMED = Measures(152, 78, frame=(8, 8, 8, 22))
FITS = ("16:9", "4:3", "a4", "1:2", "none")
FORESTS = {f"seed {seed}": random_parents(1 + seed * 2, seed, 1 + seed % 4 // 3) for seed in range(200)}
FORESTS |= special_parents()


@pytest.fixture(scope="module")
def drawn() -> list[tuple[str, list[int], Layout]]:
    made = []
    for number, (name, parents) in enumerate(FORESTS.items()):
        fit = FITS[number % len(FITS)]
        aspect = parse_fit(fit)
        made.append((f"{name} {fit}", parents, arrange(parents, SIZES, aspect)))
        if number % 5 and name.startswith("seed"):
            continue
        aside, frames = some_boxes(parents, number, 0.3), some_boxes(parents, number + 1, 0.3)
        layout = arrange(parents, FRAMED, aspect, aside=aside, frames=frames)
        made.append((f"{name} {fit} with assistants and frames", parents, layout))
        layout = arrange(parents, FRAMED.turned(), aspect, aside=aside, frames=frames).turned()
        made.append((f"{name} {fit} to the right", parents, layout))
        bands = [number % 7 - 1 for number in layers_of(parents)] if number % 2 else layers_of(parents)
        made.append((f"{name} {fit} aligned", parents, arrange_aligned(parents, bands, SIZES, aspect)))
    return made


def test_no_two_boxes_overlap(drawn):
    assert [(name, overlaps(layout)) for name, _, layout in drawn if overlaps(layout)] == []


def test_all_boxes_stand_inside_the_drawing(drawn):
    for name, _, layout in drawn:
        assert min(layout.x) >= 0, name
        assert min(layout.y) >= 0, name
        assert max(layout.x) + layout.box_width <= layout.width, name
        assert max(layout.y) + layout.box_height <= layout.height, name


def test_a_plain_drawing_starts_and_ends_with_a_box(drawn):
    for name, _, layout in drawn:
        if name.endswith(FITS):
            assert min(layout.y) == 0, name
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


def test_boxes_aside_stand_beside_the_line_between_their_parent_and_the_bus():
    layout = arrange([-1, 0, 0, 0], SIZES, None, aside=[1])
    assert layout.y[0] + layout.box_height < layout.y[1]
    assert layout.y[1] + layout.box_height < layout.y[2] == layout.y[3]
    assert layout.legs[1] == (layout.x[0] + 76, layout.y[1] + 39, layout.x[1], layout.y[1] + 39)


def test_two_boxes_aside_stand_on_both_sides_where_there_is_room():
    layout = arrange([-1, 0, 0, *[0] * 5], SIZES, None, aside=[1, 2])
    assert layout.y[1] == layout.y[2]
    assert layout.x[1] + layout.box_width < layout.x[0] + 76 < layout.x[2]


def test_a_box_aside_with_children_or_without_a_sibling_stands_like_any_other():
    assert arrange([-1, 0, 0, 1], SIZES, None, aside=[1]).y == arrange([-1, 0, 0, 1], SIZES, None).y
    assert arrange([-1, 0], SIZES, None, aside=[1]).y == [0, 110]


def test_a_frame_surrounds_a_box_and_all_below_it_and_nothing_else():
    for seed in range(1, 40):
        parents = random_parents(60, seed)
        layout = arrange(parents, FRAMED, 16 / 9, frames=some_boxes(parents, seed, 0.4))
        assert layout.frames
        for framed, (x1, y1, x2, y2) in layout.frames.items():
            for box in range(60):
                above = box
                while above >= 0 and above != framed:
                    above = parents[above]
                left, top = layout.x[box], layout.y[box]
                inside = x1 + 8 <= left and left + 152 <= x2 - 8 and y1 + 8 <= top and top + 78 <= y2 - 22
                apart = left + 152 < x1 or left > x2 or top + 78 < y1 or top > y2
                assert inside if above == framed else apart, (seed, framed, box)


def test_frames_lie_apart_or_within_each_other():
    parents = random_parents(200, 4)
    frames = list(arrange(parents, FRAMED, 16 / 9, frames=range(200)).frames.values())
    for number, (ax1, ay1, ax2, ay2) in enumerate(frames):
        for bx1, by1, bx2, by2 in frames[:number]:
            apart = ax2 < bx1 or bx2 < ax1 or ay2 < by1 or by2 < ay1
            within = (ax1 > bx1 and ax2 < bx2 and ay1 > by1 and ay2 < by2) or (
                bx1 > ax1 and bx2 < ax2 and by1 > ay1 and by2 < ay2
            )
            assert apart or within


def test_the_frame_of_everything_is_not_drawn():
    assert arrange([-1, 0, 0], FRAMED, None, frames=[0]).frames == {}


def test_boxes_of_one_band_stand_within_it_and_bands_follow_each_other():
    for seed in range(20):
        parents = random_parents(80, seed)
        bands = layers_of(parents)
        layout = arrange_aligned(parents, bands, SIZES, 16 / 9)
        assert [low for low, _ in layout.bands[1:]] == [high for _, high in layout.bands[:-1]]
        for box, band in enumerate(bands):
            low, high = layout.bands[band]
            assert low < layout.y[box] < layout.y[box] + 78 < high, (seed, box)


def test_without_a_wanted_shape_boxes_of_one_layer_stand_at_one_height():
    parents = random_parents(80, 1)
    layers = layers_of(parents)
    layout = arrange_aligned(parents, layers, SIZES, None)
    assert len(set(zip(layers, layout.y, strict=True))) == len(set(layers))


def test_a_box_of_the_band_of_its_parent_stands_a_row_lower_in_that_band():
    layout = arrange_aligned([-1, 0, 1], [0, 0, 1], SIZES, None)
    assert layout.bands[0][0] < layout.y[0] < layout.y[1] < layout.bands[0][1] < layout.y[2]


def test_a_box_without_a_band_stands_in_the_one_below_its_parent():
    layout = arrange_aligned([-1, 0, 0], [0, NO_BAND, 1], SIZES, None)
    assert layout.y[1] == layout.y[2]


def test_a_turned_drawing_runs_to_the_right():
    layout = arrange([-1, 0, 0], SIZES.turned(), None).turned()
    assert (layout.box_width, layout.box_height) == (152, 78)
    assert layout.x[0] + 152 < layout.x[1] == layout.x[2]
    assert layout.y[1] < layout.y[0] < layout.y[2]


def test_a_single_report_on_a_spine_hangs_straight_below_its_manager():
    """Not in a row of one, which is indented there and would make the line step aside."""
    parents = [-1, 0, 0, 0, 1, 2, 3]
    layout = arrange(parents, SIZES, parse_fit("1:4"))
    assert layout.x[1] == layout.x[2] == layout.x[3]
    assert layout.x[4] == layout.x[1] + SIZES.indent
