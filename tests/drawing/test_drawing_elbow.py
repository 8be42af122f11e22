"""Lines with right angles as bent connectors: taken apart and put together again they are where they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.drawing.elbow import Elbow, Point, elbow, is_square, simplified


def way_of(shape: Elbow) -> list[Point]:
    """What an office program makes of a connector: bends, mirrors, turns round the middle, moves."""
    wide, high = shape.width, shape.height
    places = [value * (high if number % 2 else wide) / 100_000 for number, value in enumerate(shape.bends)]
    across = [0.0, *places[::2], float(wide)]
    down = [0.0, *places[1::2], float(high)]
    points: list[Point] = [(0.0, 0.0)]
    for number in range(shape.pieces):
        x, y = points[-1]
        points.append((x, down[1 + number // 2]) if number % 2 else (across[1 + number // 2], y))
    if shape.mirrored_across:
        points = [(wide - x, y) for x, y in points]
    if shape.mirrored_down:
        points = [(x, high - y) for x, y in points]
    middle = wide / 2, high / 2
    if shape.turned:
        points = [(middle[0] - (y - middle[1]), middle[1] + (x - middle[0])) for x, y in points]
    return [(shape.x + x, shape.y + y) for x, y in points]


@st.composite
def square_ways(draw: st.DrawFn) -> list[Point]:
    upright = draw(st.booleans())
    way: list[Point] = [(draw(st.integers(-500, 500)) * 1000, draw(st.integers(-500, 500)) * 1000)]
    for number in range(draw(st.integers(1, 5))):
        step = draw(st.sampled_from((-90, -40, -12, 7, 16, 55, 300))) * 1000
        x, y = way[-1]
        way.append((x, y + step) if upright == (number % 2 == 0) else (x + step, y))
    return way


@settings(deadline=None)
@given(square_ways())
def test_a_connector_goes_the_way_it_was_made_of(way: list[Point]) -> None:
    flat = len(way) > 2 and (way[0][0] == way[-1][0] or way[0][1] == way[-1][1])
    near = 1001 if flat else 12
    assert is_square(way)
    for found, wanted in zip(way_of(elbow(way, least=2000)), way, strict=True):
        assert found == pytest.approx(wanted, abs=near)


def test_a_line_down_sideways_and_down_is_turned_by_a_quarter() -> None:
    made = elbow([(100, 0), (100, 16), (40, 16), (40, 32)], least=2)
    assert made == Elbow(3, 54, -14, 32, 60, True, False, False, (50_000,))


def test_a_line_to_the_right_is_not_turned() -> None:
    assert elbow([(0, 0), (10, 0), (10, 30)], least=2) == Elbow(2, 0, 0, 10, 30, False, False, False, ())


def test_a_straight_line_has_no_height() -> None:
    assert elbow([(0, 0), (10, 0)], least=2) == Elbow(1, 0, 0, 10, 0, False, False, False, ())


@pytest.mark.parametrize(
    ("way", "simple"),
    [
        ([(0, 0), (5, 0), (9, 0)], [(0, 0), (9, 0)]),
        ([(0, 0), (0, 0), (0, 4), (3, 4)], [(0, 0), (0, 4), (3, 4)]),
        ([(0, 0), (0, 4), (3, 4), (3, 4), (3, 9)], [(0, 0), (0, 4), (3, 4), (3, 9)]),
        ([(1, 1)], [(1, 1)]),
    ],
)
def test_points_that_say_nothing_are_left_out(way: list[Point], simple: list[Point]) -> None:
    assert simplified(way) == simple


def test_a_slant_is_not_square() -> None:
    assert not is_square([(0, 0), (1, 1)])
