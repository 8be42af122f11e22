"""Charts as slides, read back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pptx
import pytest
from chart_samples import random_parents, sample_chart
from test_chart_hostile import HOSTILE, everywhere

from orgmodel.charts.chart import Card, Chart, DottedLine
from orgmodel.charts.pptx import render
from orgmodel.charts.scene import furnish
from orgmodel.errors import MissingExtraError

PIXEL = 9525
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def slide(chart: Chart, fit: str = "16:9") -> Any:
    deck = pptx.Presentation(BytesIO(render(chart, fit=fit)))
    assert len(deck.slides) == 1
    return deck.slides[0]


def tree(chart: Chart) -> ET.Element:
    return ET.fromstring(ZipFile(BytesIO(render(chart))).read("ppt/slides/slide1.xml"))


def shapes(found: Any) -> Iterator[Any]:
    for shape in found:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shapes(shape.shapes)


def boxes(page: Any) -> list[Any]:
    return [shape for shape in shapes(page.shapes) if shape._element.xpath("./p:nvSpPr/p:cNvPr[@descr]")]


def owners(root: ET.Element) -> dict[str, str]:
    """Each glued shape's number, and the number of the box it is or belongs to."""
    found: dict[str, str] = {}
    for group in [*root.iter(f"{P}grpSp"), *root.iter(f"{P}sp")]:
        shapes_ = [shape for shape in group.iter(f"{P}cNvPr") if shape.get("name") != "Group"]
        box = next((shape for shape in shapes_ if shape.get("descr")), None)
        if box is not None:
            found |= {str(shape.get("id")): str(box.get("id")) for shape in shapes_ if shape.get("id") not in found}
    return found


def test_a_card_is_a_box_with_its_texts() -> None:
    card = Card("a", "Head of Größe", holder="Ada Łoś", unit="Ops", fields=("L5",), badges=("interim",), seats=2)
    (box,) = boxes(slide(Chart("X", (card,))))
    assert [line.text for line in box.text_frame.paragraphs] == [
        "Head of Größe",
        "Ada Łoś",
        "× 2",
        "Ops",
        "L5",
        "interim",
    ]
    runs = [line.runs[0].font for line in box.text_frame.paragraphs]
    assert [(font.bold, font.size.pt) for font in runs[:4]] == [(True, 9), (False, 9), (True, 9), (False, 8.2)]


def test_a_title_on_two_lines_is_one_paragraph() -> None:
    (box,) = boxes(slide(Chart("X", (Card("a", "Senior Vice President of Everything Else", holder="Bo"),))))
    assert [line.text.replace("\v", "|") for line in box.text_frame.paragraphs] == [
        "Senior Vice President|of Everything Else",
        "Bo",
    ]


def test_a_box_says_who_it_is() -> None:
    about = boxes(slide(Chart("X", (Card("a", "CEO"), Card("b", "COO", 0, holder="Bo")))))
    assert [box._element.xpath(".//p:cNvPr")[0].get("descr") for box in about] == ["CEO", "COO, Bo. Reports to CEO"]
    assert [box.name for box in about] == ["CEO", "COO, Bo. Reports to CEO"]


def test_the_slide_has_a_title_and_the_shape_of_the_chart() -> None:
    chart = sample_chart(random_parents(40, 1), 1)
    deck = pptx.Presentation(BytesIO(render(chart, fit="4:3")))
    scene = furnish(chart, "4:3")
    assert (deck.slide_width, deck.slide_height) == (scene.width * PIXEL, scene.height * PIXEL)
    assert deck.slides[0].shapes.title.text_frame.text == "Northwind"


@pytest.mark.parametrize("seed", range(5))
def test_every_line_is_glued_at_both_ends_and_leads_from_the_manager_to_the_report(seed: int) -> None:
    chart = sample_chart(random_parents(70, seed), seed, dotted=5)
    root = tree(chart)
    owner = owners(root)
    numbers = [str(box.get("id")) for box in root.iter(f"{P}cNvPr") if box.get("descr")]
    pairs = set()
    for line in root.iter(f"{P}cxnSp"):
        start, end = line.find(f".//{A}stCxn"), line.find(f".//{A}endCxn")
        assert start is not None
        assert end is not None
        pairs.add((owner[str(start.get("id"))], owner[str(end.get("id"))]))
    wanted = {
        (numbers[card.parent], number) for card, number in zip(chart.cards, numbers, strict=True) if card.parent >= 0
    }
    scene = furnish(chart, "16:9")
    wanted |= {
        (numbers[line.source], numbers[line.target])
        for line, way in zip(chart.dotted, scene.dotted, strict=True)
        if way
    }
    assert {pair for pair in pairs if pair[0] != pair[1]} == wanted


def test_every_shape_has_a_number_of_its_own() -> None:
    numbers = [shape.get("id") for shape in tree(sample_chart(random_parents(70, 2), 2, dotted=5)).iter(f"{P}cNvPr")]
    assert len(numbers) == len(set(numbers))


def test_a_line_in_a_row_bends_halfway_and_one_at_the_side_once() -> None:
    row = Chart("X", (Card("a", "A"), Card("b", "B", 0), Card("c", "C", 0)))
    kinds = [line.find(f".//{A}prstGeom").get("prst") for line in tree(row).iter(f"{P}cxnSp")]  # type: ignore[union-attr]
    assert set(kinds) <= {"bentConnector3", "bentConnector2", "line"}


def test_a_dotted_line_is_dotted() -> None:
    chart = Chart("X", (Card("a", "A"), Card("b", "B", 0), Card("c", "C", 0)), (DottedLine(1, 2),))
    dashes = [dash.get("val") for dash in tree(chart).iter(f"{A}prstDash")]
    assert "sysDot" in dashes


def test_a_link_is_a_link() -> None:
    cards = (Card("a", "A", href="https://example.org/?a=1&b=2"), Card("b", "B", href="javascript:alert(1)"))
    links = [box.click_action.hyperlink.address for box in boxes(slide(Chart("X", cards)))]
    assert links == ["https://example.org/?a=1&b=2", None]


def test_nothing_of_the_day_is_written() -> None:
    made = ZipFile(BytesIO(render(Chart("X", (Card("a", "A"),)))))
    assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


WRITE = """
import sys; sys.path.insert(0, sys.argv[1])
from hashlib import sha256
from chart_samples import random_parents, sample_chart
from orgmodel.charts.formats import FORMATS, render
chart = sample_chart(random_parents(40, 1), 1, dotted=4)
for name in FORMATS:
    twice = [render(name, chart, fit="16:9") for _ in range(2)]
    assert twice[0] == twice[1], name
    print(name, sha256(twice[0] if isinstance(twice[0], bytes) else twice[0].encode()).hexdigest())
"""


def test_every_format_has_the_same_bytes_under_any_hash_seed() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", WRITE, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_a_chart_larger_than_slides_may_be_is_made_smaller_and_that_is_said() -> None:
    said: list[str] = []
    made = render(sample_chart([-1, *[0] * 119], 1), fit="none", tell=said.append)
    deck = pptx.Presentation(BytesIO(made))
    assert deck.slide_width == 56 * 914_400
    assert len(said) == 1
    assert said[0].startswith("pptx: the smallest letters are 2.")
    assert said[0].endswith(" points high, since no slide is larger than 56 inches")
    assert max(shape.left + shape.width for shape in deck.slides[0].shapes) <= deck.slide_width


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_one_text(name: str) -> None:
    page = slide(everywhere(name))
    assert len(boxes(page)) == 3
    assert page.shapes.title.text_frame.text == furnish(everywhere(name), "16:9").title
    assert all("\n" not in line.text for box in boxes(page) for line in box.text_frame.paragraphs)


def test_a_missing_package_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(MissingExtraError, match=r"\APPTX needs the extra: pip install 'orgmodel\[pptx\]'\Z"):
        render(Chart("X"))
