"""Pictures as SVG."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from picture_samples import HOSTILE, page

from orgmodel.drawing.palette import DARK, LIGHT, ink_color
from orgmodel.drawing.picture import Group, Label, Path, Picture, Rect, arrow_head, bounds
from orgmodel.drawing.svg import number, render

SVG = "{http://www.w3.org/2000/svg}"


def test_a_picture_has_a_title_a_description_and_the_role_of_a_document() -> None:
    root = ET.fromstring(render(page()))
    assert (root.get("role"), root.get("aria-labelledby")) == ("graphics-document", "t d")
    assert root.find(f"{SVG}title[@id='t']").text == "Page 0 Größe Ω Ж"  # type: ignore[union-attr]
    assert root.find(f"{SVG}desc[@id='d']").text == "Größe Ω Ж"  # type: ignore[union-attr]


def test_a_group_has_its_title_role_name_and_link() -> None:
    link = ET.fromstring(render(page(), prefix="x-")).find(f"{SVG}a")
    assert link is not None
    assert link.get("href") == "https://example.org/ä?a=1&b=2"
    (group,) = link
    assert (group.get("id"), group.get("role")) == ("x-card0", "graphics-symbol")
    assert group[0].text == "Größe Ω Ж"


def test_a_link_into_the_picture_has_its_prefix() -> None:
    links = [link.get("href") for link in ET.fromstring(render(page(), prefix="x-")).iter(f"{SVG}a")]
    assert links == ["https://example.org/ä?a=1&b=2", "#x-card0"]


def test_a_link_that_may_not_be_followed_is_left_out() -> None:
    assert "javascript" not in render(page(links="javascript:alert(1)"))


def test_dark_colours_stand_behind_the_question_whether_the_page_is_dark() -> None:
    light, _, dark = render(page()).partition("@media(prefers-color-scheme:dark)")
    assert f".p .f-title{{fill:{LIGHT.title}}}" in light
    assert f".p .f-title{{fill:{DARK.title}}}" in dark
    assert "@media" not in render(page(), dark=None)
    assert "var(" not in light + dark


def test_every_ink_that_is_used_has_a_rule() -> None:
    text = render(page())
    used = {name for names in re.findall(r'class="([^"]*)"', text) for name in names.split() if name[1:2] == "-"}
    assert {name for name in used if f".p .{name}{{" not in text} == set()
    assert "f-band8" in used


def test_an_unknown_ink_is_refused() -> None:
    with pytest.raises(AttributeError):
        render(Picture(10, 10, "", (Rect(0, 0, 1, 1, fill="none-such"),)))


@pytest.mark.parametrize(("ink", "color"), [("band0", LIGHT.bands[0]), ("band8", LIGHT.other), ("cut", LIGHT.cut)])
def test_an_ink_is_a_field_or_a_band_of_the_theme(ink: str, color: str) -> None:
    assert ink_color(LIGHT, ink) == color


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_adds_no_element_and_no_attribute(name: str) -> None:
    plain, hostile = (ET.fromstring(render(replace(page(), shapes=page(0, text).shapes))) for text in ("Ada", name))
    assert {element.tag for element in hostile.iter()} <= {element.tag for element in plain.iter()}
    assert {key for element in hostile.iter() for key in element.attrib} <= {
        key for element in plain.iter() for key in element.attrib
    }


def test_an_image_that_is_not_png_or_jpeg_is_left_out() -> None:
    assert len(list(ET.fromstring(render(page())).iter(f"{SVG}image"))) == 2


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1"), (0.5, "0.5"), (1 / 3, "0.33"), (-0.001, "0"), (152684.25, "152684.25"), (100, "100")]
)
def test_a_length_is_as_short_as_it_can_be(value: float, text: str) -> None:
    assert number(value) == text


def test_an_arrow_points_where_its_path_ends() -> None:
    head = arrow_head(Path(((0, 0), (10, 0)), stroke_width=1.6, arrow=True))
    assert head == ((10, 0), (2, 3.2), (2, -3.2))


def test_a_path_without_a_direction_has_no_arrow() -> None:
    assert arrow_head(Path(((1, 1), (1, 1)), arrow=True)) == ()


def test_a_group_is_as_large_as_its_shapes_and_not_its_texts() -> None:
    shapes = (Rect(10, 20, 30, 40), Label(0, 0, "far away"), Group((Path(((5, 30), (5, 90))),)))
    assert bounds(shapes) == (5, 20, 40, 90)


def test_a_group_of_texts_is_as_large_as_they_are() -> None:
    assert bounds((Label(100, 50, "—" * 2, size=10, anchor="end"),)) == (80, 40, 100, 53)


def test_nothing_has_no_size() -> None:
    assert bounds(()) is None
