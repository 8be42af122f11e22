"""Colours that can be read and told apart."""

from __future__ import annotations

from itertools import combinations

import pytest

from orgmodel.drawing.palette import DARK, LIGHT, band

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

# Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours by WCAG 2.2, from 1 (equal) to 21 (black on white)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def lab(color: str, sight: str) -> tuple[float, float, float]:
    """CIELAB of a colour as seen with one kind of sight."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    rows = SIGHTS[sight]
    red, green, blue = (min(1, max(0, sum(m * v for m, v in zip(row, linear, strict=True)))) for row in rows)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@THEMES
def test_every_text_has_a_contrast_of_four_and_a_half_on_every_card(theme):
    texts = (theme.title, theme.holder, theme.muted, theme.vacant, theme.planned, theme.cut)
    for ground in (theme.page, theme.card, theme.quiet_card):
        for text in texts:
            assert contrast(text, ground) >= 4.5, (text, ground)


@THEMES
def test_bands_and_marked_outlines_have_a_contrast_of_three(theme):
    for color in (*theme.bands, theme.other, theme.vacant, theme.planned, theme.dotted, theme.cut, theme.line):
        assert contrast(color, theme.card) >= 3, color
        assert contrast(color, theme.page) >= 3, color


@THEMES
@pytest.mark.parametrize("sight", SIGHTS)
def test_any_two_bands_differ_by_ten_delta_e_in_every_sight(theme, sight):
    for first, second in combinations(theme.bands, 2):
        distance = sum((a - b) ** 2 for a, b in zip(lab(first, sight), lab(second, sight), strict=True))
        assert distance**0.5 >= 10, (first, second, distance**0.5)


def test_black_on_white_has_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_ninth_color_and_all_later_ones_share_the_neutral_band():
    assert [band(number) for number in (0, 7, 8, 30)] == [0, 7, 8, 8]
