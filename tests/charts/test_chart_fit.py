"""How near a drawing comes to the wanted page, and how much room it takes."""

from __future__ import annotations

import pytest
from chart_samples import random_parents

from orgmodel.charts.layout import Measures, arrange, parse_fit

SIZES = Measures(152, 78)
PAGE = (56, 150)


@pytest.mark.parametrize("fit", ["16:9", "a4", "3:4"])
@pytest.mark.parametrize("size", [50, 100, 200, 400, 1000, 2000])
def test_a_page_of_50_to_2000_boxes_is_within_a_quarter_of_the_wanted_shape(fit, size):
    wanted = parse_fit(fit)
    assert wanted is not None
    for seed in range(2):
        layout = arrange(random_parents(size, seed), SIZES, wanted, PAGE)
        page = (layout.width + PAGE[0]) / (layout.height + PAGE[1])
        assert 0.8 <= page / wanted <= 1.25


def test_a_thousand_boxes_of_three_to_one_are_at_most_62_boxes_wide_on_average():
    sizes = Measures(144, 48)
    layouts = [arrange(random_parents(1000, seed), sizes, 16 / 9, PAGE) for seed in range(5)]
    assert sum(layout.width for layout in layouts) / 5 <= 62 * 144


def test_a_thousand_boxes_take_at_most_six_and_a_half_times_their_own_area():
    for seed in range(5):
        layout = arrange(random_parents(1000, seed), SIZES, 16 / 9, PAGE)
        assert layout.width * layout.height <= 6.5 * 1000 * 152 * 78


def test_plain_rows_put_every_layer_on_one_height():
    parents = random_parents(100, 1)
    layout = arrange(parents, SIZES, parse_fit("none"))
    layer = [0] * 100
    for box in range(1, 100):
        layer[box] = layer[parents[box]] + 1
    assert layout.y == [number * (78 + SIZES.drop) for number in layer]


def test_papers_lie_on_their_long_side():
    assert parse_fit("A4") == pytest.approx(1.414, abs=0.001)
    assert parse_fit("letter") == pytest.approx(1.294, abs=0.001)


@pytest.mark.parametrize(("fit", "ratio"), [("3:2", 1.5), ("1.6", 1.6), (" 16:9 ", 16 / 9), ("1:20", 0.05)])
def test_a_ratio_is_read(fit, ratio):
    assert parse_fit(fit) == pytest.approx(ratio)


@pytest.mark.parametrize("fit", ["", "b5", "0", "-1", "1:0", "nan", "inf", "1:2:3", "16/9", "100"])
def test_an_unknown_fit_is_refused_with_the_known_ones(fit):
    known = "use 16:9, 4:3, a4, a3, letter, a4-portrait, a3-portrait, letter-portrait, a ratio such as 3:2, or none"
    with pytest.raises(ValueError, match=known):
        parse_fit(fit)
