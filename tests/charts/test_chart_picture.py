"""A chart as a picture: the same as its SVG, shape by shape."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from chart_samples import SVG, card_groups, parse, place, random_parents, sample_chart, with_layers

from orgmodel.charts.chart import Card, Chart, DottedLine, Frame
from orgmodel.charts.picture import draw
from orgmodel.charts.scene import furnish
from orgmodel.charts.svg import render
from orgmodel.drawing.picture import Group, Label, Path, Picture, Rect, flattened

SIZES = {"t": 12, "n": 12, "h": 12, "v": 12, "u": 11, "m": 12, "k": 11}


def picture(chart: Chart, fit: str = "16:9") -> Picture:
    return draw(chart, furnish(chart, fit))


def cards(drawn: Picture) -> list[Group]:
    return [shape for shape in drawn.shapes if isinstance(shape, Group) and shape.role == "graphics-symbol"]


def everything() -> Chart:
    kinds = ("filled", "vacant", "planned", "ended", "undisclosed", "stub", "unit", "role")
    made = [Card("top", "Head of Größe and of much else besides", holder="Ada & Bo", color=0, badges=("interim",))]
    made += [
        Card(kind, f"{kind} title", 0, kind, color=number, seats=1 + number % 3, line=("solid", "derived")[number % 2])  # type: ignore[arg-type]
        for number, kind in enumerate(kinds, 1)
    ]
    made.append(Card("cut", "Loop", line="cut", unit="Far", fields=("L5", "Lisbon"), href="https://example.org"))
    return Chart("All", tuple(made), (DottedLine(1, 3, "x"),), "sub", tuple("abcdefghijkl"), "Unit", ("note",))


@pytest.mark.parametrize(
    "chart", [everything(), sample_chart(random_parents(120, 3), 3, dotted=6)], ids=["all", "random"]
)
def test_texts_stand_where_the_svg_has_them(chart: Chart) -> None:
    for drawn, group in zip(cards(picture(chart)), card_groups(parse(render(chart))), strict=True):
        scene = furnish(chart, "16:9")
        x, y = place(group)
        wanted = [
            (scene.left + x + float(text.get("x", "")), scene.top + y + float(text.get("y", "")), text.text)
            for text in group.iter(f"{SVG}text")
        ]
        labels = [shape for shape in drawn.shapes if isinstance(shape, Label)]
        assert [(label.x, label.y, label.text) for label in labels] == wanted
        classes = [text.get("class", "") for text in group.iter(f"{SVG}text")]
        assert [label.size for label in labels] == [SIZES[name] for name in classes]
        assert [label.bold for label in labels] == [name in {"t", "n"} for name in classes]


def test_cards_say_what_the_svg_says() -> None:
    chart = everything()
    said = [group.find(f"{SVG}title").text for group in card_groups(parse(render(chart)))]  # type: ignore[union-attr]
    assert [card.title for card in cards(picture(chart))] == said
    assert [card.href for card in cards(picture(chart))][-1] == "https://example.org"


def test_a_picture_is_as_large_as_the_svg_and_has_its_title() -> None:
    root = parse(render(everything()))
    drawn = picture(everything())
    assert (drawn.width, drawn.height) == (float(root.get("width", "")), float(root.get("height", "")))
    assert (drawn.title, drawn.bookmark) == ("All", "All")
    assert drawn.description == root.find(f"{SVG}desc").text  # type: ignore[union-attr]


def test_lines_lie_where_the_svg_has_them() -> None:
    chart = sample_chart(random_parents(80, 5), 5, dotted=0)
    scene = furnish(chart, "16:9")
    wanted = {(x1, y1, x2, y2) for trunk in scene.layout.trunks.values() for x1, y1, x2, y2 in trunk}
    wanted |= {leg for leg in scene.layout.legs if leg != (0, 0, 0, 0)}
    found = {
        tuple(round(value) for x, y in shape.points for value in (x - scene.left, y - scene.top))
        for shape in draw(chart, scene).shapes
        if isinstance(shape, Path) and shape.stroke in {"line", "derived"} and shape.points[0][1] < scene.legend_top
    }
    assert found == wanted


@pytest.mark.parametrize("direction", ["down", "right", ""])
def test_bands_and_frames_are_where_the_svg_has_them(direction: str) -> None:
    chart = replace(sample_chart(random_parents(60, 2), 2), frames=(Frame(1, "Ops"), Frame(2, "R&D")))
    if direction:
        chart = replace(with_layers(chart), direction=direction)  # type: ignore[arg-type]
    root, drawn, scene = parse(render(chart)), picture(chart), furnish(chart, "16:9")
    areas = [area for area in root.iter(f"{SVG}rect") if area.get("class") in {"band", "frame"}]
    shift = {"band": (0, 0), "frame": (scene.left, scene.top)}
    wanted = [
        (
            float(area.get("x", "")) + shift[area.get("class", "")][0],
            float(area.get("y", "")) + shift[area.get("class", "")][1],
            float(area.get("width", "")),
            float(area.get("height", "")),
        )
        for area in areas
    ]
    assert [(rect.x, rect.y, rect.width, rect.height) for rect in drawn.shapes if isinstance(rect, Rect)][
        : len(wanted)
    ] == wanted
    names = [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "name"]
    assert names == [label.text for label in drawn.shapes if isinstance(label, Label)][2 : len(names) + 2]
    assert names


@pytest.mark.parametrize(
    ("kind", "fill", "stroke", "dash"),
    [
        ("filled", "card", "outline", ""),
        ("vacant", "page", "vacant", "dashed"),
        ("planned", "page", "planned", "dotted"),
        ("ended", "quiet_card", "outline", ""),
        ("stub", "quiet_card", "", ""),
    ],
)
def test_a_kind_of_card_has_its_look(kind: str, fill: str, stroke: str, dash: str) -> None:
    (card,) = cards(picture(Chart("X", (Card("a", "A", kind=kind),))))  # type: ignore[arg-type]
    box = next(shape for shape in card.shapes if isinstance(shape, Rect))
    assert (box.fill, box.stroke, box.dash) == (fill, stroke, dash)


def test_an_ended_card_is_struck_through() -> None:
    (card,) = cards(picture(Chart("X", (Card("a", "A", kind="ended", holder="Bo"),))))
    assert [(shape.text, shape.strike, shape.ink) for shape in card.shapes if isinstance(shape, Label)] == [
        ("A", True, "muted"),
        ("Bo", False, "muted"),
    ]


def test_the_legend_explains_every_mark() -> None:
    texts = [shape.text for shape in flattened(picture(everything()).shapes) if isinstance(shape, Label)]
    legend = texts[texts.index("Unit") :]
    assert legend[1:8] == ["a", "b", "c", "d", "e", "f", "g"]
    assert legend[9:] == [
        "other (1)",
        "Vacant",
        "Planned",
        "Ended",
        "Holder not disclosed",
        "Several like seats",
        "Line derived from the role",
        "Dotted line",
        "Line left out to open a loop",
        "note",
    ]


def test_every_shape_is_on_the_page() -> None:
    drawn = picture(everything())
    for shape in flattened(drawn.shapes):
        points = shape.points if isinstance(shape, Path) else [(shape.x, shape.y)]  # type: ignore[union-attr]
        assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in points)


def test_an_empty_chart_says_so() -> None:
    texts = [shape.text for shape in flattened(picture(Chart("X")).shapes) if isinstance(shape, Label)]
    assert texts == ["X", "Nothing to show: this chart has no cards."]


def test_a_picture_of_a_chart_is_svg_too() -> None:
    from orgmodel.drawing.svg import render as write

    assert len(card_groups(ET.fromstring(write(picture(everything()))))) == len(everything().cards)
