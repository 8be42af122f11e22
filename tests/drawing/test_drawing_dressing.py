"""Corners and logos put on drawn pictures."""

from __future__ import annotations

from orgmodel.drawing.dressing import dressed
from orgmodel.drawing.look import Look
from orgmodel.drawing.picture import Group, Image, Label, Picture, Rect, flattened
from orgmodel.drawing.raster import Raster
from orgmodel.drawing.text import measure

LOGO = Look(logo=Raster(b"x", "image/png", 200, 100))


def page(*shapes, width: float = 400) -> Picture:
    return Picture(width, 200, "", shapes)


def test_a_look_without_corners_and_logo_changes_nothing() -> None:
    picture = page(Rect(0, 0, 10, 10, radius=6))
    assert dressed(picture, Look(), 28) is picture


def test_no_corner_is_rounder_than_the_look_has_them() -> None:
    picture = page(Rect(0, 0, 10, 10, radius=1), Group((Rect(0, 0, 10, 10, radius=6),)))
    radii = [shape.radius for shape in flattened(dressed(picture, Look(radius=2), 28).shapes)]
    assert radii == [1, 2]


def test_a_logo_stands_in_the_right_upper_corner_40_pixels_high() -> None:
    drawn = dressed(page(Label(28, 46, "Title")), LOGO, 28)
    assert drawn.width == 400
    assert drawn.shapes[-1] == Image(292, 28, 80, 40, b"x", "image/png")


def test_a_page_grows_where_a_title_would_touch_the_logo() -> None:
    title = Label(28, 46, "A title as long as the page" * 2)
    drawn = dressed(page(title), LOGO, 28)
    logo = drawn.shapes[-1]
    assert isinstance(logo, Image)
    assert logo.x >= 28 + measure(title.text, 12) + 24
    assert drawn.width == logo.x + logo.width + 28


def test_a_text_below_the_logo_does_not_widen_the_page() -> None:
    assert dressed(page(Label(28, 100, "x" * 100)), LOGO, 28).width == 400
