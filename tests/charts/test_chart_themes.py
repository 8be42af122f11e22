"""Themes: what is shipped can be read, what a user writes is checked."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from chart_samples import parse
from test_chart_faces import png

from orgmodel.charts.chart import Card, Chart
from orgmodel.charts.formats import render as render_as
from orgmodel.charts.svg import render
from orgmodel.charts.theme_file import look_of
from orgmodel.cli.program import run
from orgmodel.drawing.contrast import contrast, luminance
from orgmodel.drawing.look import LOOKS, Look
from orgmodel.drawing.palette import LIGHT
from orgmodel.drawing.raster import Raster
from orgmodel.errors import UsageError

THEMES = [theme for look in LOOKS.values() for theme in (look.light, look.dark) if theme is not None]


def no_logo(name: str) -> Raster:
    raise AssertionError(name)


@pytest.mark.parametrize("theme", THEMES)
def test_texts_and_marks_of_shipped_themes_can_be_read(theme):
    for ground in (theme.page, theme.card, theme.quiet_card):
        for name in ("title", "holder", "muted", "cut", "vacant", "planned", "error", "warning", "info"):
            assert contrast(getattr(theme, name), ground) >= 4.5, (name, ground)
    for color in (*theme.bands, theme.other, theme.line, theme.dotted):
        assert contrast(color, theme.card) >= 3, color


def test_bands_for_print_differ_in_lightness_alone():
    def lightness(color: str) -> float:
        return float(116 * luminance(color) ** (1 / 3) - 16)

    bands = LOOKS["print"].light.bands
    assert min(abs(lightness(one) - lightness(other)) for one, other in combinations(bands, 2)) >= 6
    assert LOOKS["print"].dark is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"colors": {"title": "#aaaaaa"}}, "t: colors: title #aaaaaa on page #ffffff has a contrast of 2.3:1"),
        ({"colors": {"bands": ["#ffff00"]}}, "t: colors: band 1 #ffff00 on card #ffffff has a contrast of 1.1:1"),
        ({"colors": {"title": "red"}}, 't: colors: title is "red"; a colour is written'),
        ({"colors": {"title": "#12345"}}, "a colour is written"),
        ({"colors": {"title": "#000000}body{}"}}, "a colour is written"),
        ({"colors": {"titel": "#000000"}}, 'did you mean "title"?'),
        ({"colors": {"bands": "#000000"}}, "bands is a list of one to 8 colours"),
        ({"colors": {"bands": ["#000000"] * 9}}, "bands is a list of one to 8 colours"),
        ({"colors": {"bands": [None]}}, "a colour is written"),
        ({"colors": ["#000000"]}, "t: colors are names with colours"),
        ({"dark": {"title": "#000000"}}, "t: dark: title #000000 on page"),
        ({"radius": "7"}, "radius is a whole number from 0 to 6"),
        ({"radius": "²"}, "radius is a whole number from 0 to 6"),
        ({"radius": ["1"]}, "radius is a whole number from 0 to 6"),
        ({"base": "prnt"}, 'there is no theme "prnt"; did you mean "print"?'),
        ({"fonts": "x"}, 'there is nothing called "fonts" here'),
        ({"logo": ["x"]}, "logo is the name of a file"),
        (["x"], "a theme has colors"),
        (None, "a theme has colors"),
    ],
)
def test_what_a_theme_cannot_mean_is_one_line(data, told):
    with pytest.raises(UsageError) as error:
        look_of(data, "t", no_logo)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_own_colours_hold_on_every_page_unless_dark_ones_are_given():
    assert look_of({"colors": {"title": "#000000"}}, "t", no_logo).dark is None
    both = look_of({"colors": {"title": "#000000"}, "dark": {"title": "#ffffff"}}, "t", no_logo)
    assert both.dark is not None
    assert both.dark.title == "#ffffff"


def test_bands_nobody_chose_are_darkened_until_they_are_seen():
    look = look_of({"colors": {"page": "#faf6ea", "bands": ["#0b3d2e"]}}, "t", no_logo)
    assert look.light.bands[:4] == ("#0b3d2e", *LIGHT.bands[1:4])
    assert look.light.bands[4] != LIGHT.bands[4]
    assert min(contrast(color, "#faf6ea") for color in look.light.bands) >= 3


def chart(**look) -> Chart:
    return Chart("x", (Card("a", "A", color=0),), colors=("One",), look=Look(**look))


def test_a_look_without_dark_colours_writes_no_rule_for_dark_pages():
    assert "prefers-color-scheme" in render(chart())
    assert "prefers-color-scheme" not in render(chart(dark=None))


def test_corners_are_as_round_as_the_look_says():
    text = render(chart(radius=0))
    assert 'rx="0"' in text
    assert re.search(r'id="b" d="M6-.8H0A.8 .8 0 0 0-.8 0V\d+A.8 .8 0 0 0 0 \d+.8H6Z"', text)
    assert 'd="M6-.8A6.8 6.8 0 0 0-.8 6V' in render(chart())


def test_a_logo_is_embedded_beside_the_title():
    root = parse(render(chart(logo=Raster(png(), "image/png", 300, 100))))
    (image,) = [element for element in root.iter() if element.tag.endswith("}image")]
    assert (image.get("width"), image.get("height")) == ("120", "40")
    assert float(image.get("x")) + 120 == float(root.get("width")) - 28


@pytest.mark.parametrize(("name", "package"), [("pdf", "reportlab"), ("png", "resvg_py"), ("pptx", "pptx")])
def test_every_format_takes_the_look(name, package):
    pytest.importorskip(package)
    plain = render_as(name, chart(), fit="16:9")
    assert render_as(name, chart(light=LOOKS["print"].light), fit="16:9") != plain
    assert render_as(name, chart(logo=Raster(png(), "image/png", 2, 2)), fit="16:9") != plain


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text("orgmodel: 1\nroles: {a: {title: A}}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("logo: ../x.png\n", 'logo "../x.png" leaves the folder'),
        ("logo: https://example.org/x.png\n", "is an address"),
        ("logo: t.yaml\n", 'logo "t.yaml" is neither PNG nor JPEG'),
        ("colors: {title: [\n", "t.yaml: "),
        ("colors: &a {title: *a}\n", "t.yaml: "),
        ("\x00", "t.yaml: "),
        ("", "t.yaml: a theme has colors"),
    ],
)
def test_a_bad_theme_file_is_one_line_and_nothing_is_drawn(folder, capsys, text, told):
    (folder / "t.yaml").write_text(text, encoding="utf-8")
    assert run(["chart", ".", "--theme", "t.yaml"]) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_a_theme_file_colours_the_chart(folder, capsys):
    (folder / "t.yaml").write_text("colors: {card: '#fffdf5'}\nradius: 2\n", encoding="utf-8")
    assert run(["chart", ".", "--theme", "t.yaml"]) == 0
    out = capsys.readouterr().out
    assert "#fffdf5" in out
    assert 'rx="2"' in out


def test_an_unknown_theme_is_refused_with_those_there_are(folder, capsys):
    assert run(["chart", ".", "--theme", "drak"]) == 2
    assert "there are standard, print, contrast, or a file that ends in .yaml" in capsys.readouterr().err
