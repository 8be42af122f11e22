"""Charts on several linked pages, as pictures and in every format that has pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pypdf
import pytest
from chart_samples import SVG, overlaps, parse, random_parents, sample_chart
from test_chart_hostile import HOSTILE, everywhere

from orgmodel.charts.chart import Card, Chart, DottedLine, Frame, MarkedFinding
from orgmodel.charts.paging.booklet import LEAST_POINTS, PlacedPage, bound
from orgmodel.charts.paging.pages import page_charts
from orgmodel.charts.paging.splitting import by_depth
from orgmodel.charts.paging.wish import PageWish, parse_pages
from orgmodel.charts.paging.writing import render_pages
from orgmodel.drawing.paper import POINTS_PER_PIXEL, paper_of
from orgmodel.drawing.picture import Group, Label, Picture, Shape, flattened
from orgmodel.errors import UsageError

DENSITY = PageWish("density")
# The chief (0) leads two directors (1, 2); each of them leads four.
CHART = Chart(
    "Northwind",
    (
        Card("ceo", "Chief", holder="Ada"),
        Card("d1", "Director", 0, holder="Bo"),
        Card("d2", "Director", 0, "vacant"),
        *(Card(f"a{number}", "Agent", 1, holder=f"A{number}") for number in range(4)),
        *(Card(f"b{number}", "Buyer", 2, holder=f"B{number}") for number in range(4)),
    ),
    (DottedLine(7, 1, "quality"), DottedLine(3, 4)),
    subtitle="11 positions",
)


def groups(shapes: Sequence[Shape]) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape
            yield from groups(shape.shapes)


def texts(picture: Picture) -> list[str]:
    return [shape.text for shape in flattened(picture.shapes) if isinstance(shape, Label)]


def smallest(page: PlacedPage) -> float:
    """Points of the smallest letters on the paper."""
    sizes = [shape.size for shape in flattened(page.picture.shapes) if isinstance(shape, Label) and shape.text]
    return min(sizes) * page.picture.zoom * POINTS_PER_PIXEL


def ids(page: PlacedPage) -> list[str]:
    return [card.id for card in page.chart.cards] if page.chart else []


def holds(chart: Chart, pages: Sequence[PlacedPage], least: float = LEAST_POINTS) -> None:
    """What is true of all pages of all charts."""
    names = {page.picture.name for page in pages}
    assert len(names) == len(pages)
    ordinary = [card.id for page in pages if page.chart is not None for card in page.chart.cards if not card.upward]
    assert sorted(ordinary) == sorted(card.id for card in chart.cards)
    sheets = {
        (round(page.picture.width * page.picture.zoom, 3), round(page.picture.height * page.picture.zoom, 3))
        for page in pages
    }
    assert len(sheets) == 1
    for page in pages:
        assert smallest(page) >= least - 1e-6
        links = {group.href for group in groups(page.picture.shapes) if group.href.startswith("#")}
        assert links <= {f"#{name}" for name in names}
        if page.scene is not None:
            scene, layout = page.scene, page.scene.layout
            assert overlaps(layout) == []
            assert min(layout.x) + scene.left >= 0
            assert max(layout.x) + scene.left + layout.box_width <= scene.width
            assert max(layout.y) + scene.top + layout.box_height <= scene.legend_top


def test_a_card_says_where_its_reports_stand_and_leads_there() -> None:
    pages = bound(CHART, PageWish("depth", most=2), "a4")
    assert [ids(page) for page in pages] == [
        [],
        ["ceo", "d1", "d2"],
        ["d1", "a0", "a1", "a2", "a3"],
        ["d2", "b0", "b1", "b2", "b3"],
    ]
    top = pages[1].chart
    assert top is not None
    assert [(card.onward, card.href) for card in top.cards] == [
        ("", ""),
        ("+4 on page 3", "#page3"),
        ("+4 on page 4", "#page4"),
    ]


def test_the_head_of_a_page_leads_back_up() -> None:
    page = bound(CHART, PageWish("depth", most=2), "a4")[2]
    assert page.chart is not None
    assert (page.chart.cards[0].upward, page.chart.cards[0].href) == ("↑ page 2", "#page2")
    assert {group.title: group.href for group in groups(page.besides)} == {
        "Ada, Chief, on page 2": "#page2",
        "Contents: page 1": "#page1",
        "↑ page 2: page 2": "#page2",
        "← back: page 2": "#page2",
        "next →: page 4": "#page4",
    }


def test_the_chain_of_command_stands_at_the_head_from_the_top_and_what_is_too_long_is_counted() -> None:
    line = Chart("Deep", tuple(Card(f"p{at}", f"Seat {at}", at - 1) for at in range(40)))
    pages = bound(line, PageWish("depth", most=5), "a4")
    assert [ids(page)[:2] for page in pages[:3]] == [[], ["p0", "p1"], ["p4", "p5"]]
    said = texts(pages[5].picture)
    chain = said[said.index("Seat 0") :]
    assert chain[:5] == ["Seat 0", "15 more", "Seat 16", "Seat 17", "Seat 18"]


def test_of_a_very_long_chain_a_page_knows_the_top_and_the_nearest_and_counts_the_others() -> None:
    line = Chart("Deep", tuple(Card(f"p{at}", f"Seat {at}", at - 1) for at in range(200)))
    made = page_charts(line, by_depth([card.parent for card in line.cards], 5), 2, {}, "seat")
    assert [superior.card.id for superior in made[-1].chain[:2]] == ["p0", "p134"]
    assert (len(made[-1].chain), made[-1].left_out) == (61, 133)
    said = texts(bound(line, PageWish("depth", most=5), "a4")[-1].picture)
    chain = said[said.index("Seat 0") :]
    assert chain[:5] == ["Seat 0", "190 more", "Seat 191", "Seat 192", "Seat 193"]


def test_the_contents_count_each_page_and_the_whole() -> None:
    pages = bound(CHART, PageWish("depth", most=2), "a4")
    rows = [
        [shape.text for shape in group.shapes if isinstance(shape, Label)]
        for group in groups(pages[0].besides)
        if len(group.shapes) == 7
    ]
    assert rows == [
        ["2", "Northwind", "", "3", "1", "–"],
        ["3", "Bo, Director", "", "4", "0", "page 2"],
        ["4", "Vacant, Director", "", "4", "0", "page 2"],
    ]
    said = texts(pages[0].picture)
    assert said[said.index("All") :][:4] == ["All", "", "11", "1"]


def test_a_dotted_line_to_another_page_is_told_in_words_and_one_within_is_drawn() -> None:
    pages = bound(CHART, PageWish("depth", most=2), "a4")
    assert [page.chart.dotted for page in pages if page.chart] == [(), (DottedLine(1, 2),), ()]
    assert "Dotted line, page 2: B0, Buyer also reports to Bo, Director" in texts(pages[3].picture)


def test_a_page_of_a_unit_has_its_title() -> None:
    units = ["", "sales", "sales", *["sales"] * 4, *["buying"] * 4]
    units[2] = "buying"
    pages = bound(CHART, PageWish("unit"), "a4", groups=units, titles={"sales": "Sales", "buying": "Buying"})
    assert [page.picture.title for page in pages] == ["Northwind: contents", "Northwind", "Sales", "Buying"]
    assert pages[2].chart is not None
    assert pages[2].chart.subtitle == "Bo, Director · 4 of 11 seats"


def test_what_has_room_on_one_page_has_no_contents() -> None:
    (page,) = bound(CHART, DENSITY, "a4")
    assert ids(page) == [card.id for card in CHART.cards]
    assert "Contents" not in texts(page.picture)


def test_reports_on_several_pages_are_numbered() -> None:
    star = Chart("Star", (Card("top", "Top", holder="Ada"), *(Card(f"c{at}", "Clerk", 0) for at in range(30))))
    pages = bound(star, PageWish("density", most=12), "a4")
    assert [page.picture.title for page in pages[1:]] == ["Star", "Ada, Top (1 of 2)", "Ada, Top (2 of 2)"]
    assert pages[1].chart is not None
    assert pages[1].chart.cards[0].onward == "+20 on p. 3–4"


def test_findings_and_frames_go_with_their_cards() -> None:
    finding = MarkedFinding(1, "error", "ORG201", "loop", "a loop", (1, 4), (4,))
    chart = replace(CHART, frames=(Frame(1, "Sales"),), findings=(finding,))
    pages = bound(chart, PageWish("depth", most=2), "a4")
    assert [[(found.cards, found.lines) for found in page.chart.findings] for page in pages if page.chart] == [
        [((1,), ())],
        [((2,), (2,))],
        [],
    ]
    assert [page.chart.frames for page in pages if page.chart] == [(), (), ()]


@pytest.mark.parametrize("fit", ["a4", "a3-portrait", "16:9", "4:3"])
@pytest.mark.parametrize("wish", ["depth:2", "density", "density:15"])
def test_random_charts_keep_what_pages_promise(fit: str, wish: str) -> None:
    chart = sample_chart(random_parents(160, len(fit)), 3, dotted=8)
    holds(chart, bound(chart, parse_pages(wish), fit))


@pytest.mark.parametrize("least", [5.0, 8.0, 12.0])
def test_the_smallest_letters_are_as_large_as_asked(least: float) -> None:
    chart = sample_chart(random_parents(90, 5), 3)
    holds(chart, bound(chart, DENSITY, "a4", min_font=least), least)


def test_two_thousand_positions_keep_what_pages_promise() -> None:
    chart = sample_chart(random_parents(2_000, 8, tops=3), 3)
    holds(chart, bound(chart, DENSITY, "a3"))


def test_a_card_too_large_for_the_paper_is_refused() -> None:
    chart = Chart("Wide", (Card("a", "A", fields=("x",) * 200), Card("b", "B", 0)))
    with pytest.raises(UsageError, match=r"\Aa card alone is too large for a4 with letters of 6.2 points"):
        bound(chart, DENSITY, "a4")


def test_a_shape_of_any_width_is_no_longer_than_a_slide_may_be() -> None:
    assert [round(side) for side in (paper_of("20", 20).width, paper_of("20", 20).height)] == [4032, 202]
    assert [round(side) for side in (paper_of("0.1", 0.1).width, paper_of("0.1", 0.1).height)] == [403, 4032]
    assert [round(side) for side in (paper_of("16:9", 16 / 9).width, paper_of("16:9", 16 / 9).height)] == [960, 540]


@pytest.mark.parametrize("text", ["", "units", "unit:", "depth:0", "depth:x", "density:1", "density:-3", "depth:²"])
def test_an_unknown_way_to_split_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--pages does not know"):
        parse_pages(text)


def written(name: str, chart: Chart, wish: str, fit: str = "a4") -> list[str | bytes]:
    pages = bound(chart, parse_pages(wish), fit)
    return render_pages(name, pages, chart.look, [f"x-{number}.svg" for number in range(1, len(pages) + 1)], scale=0.5)


def test_a_pdf_has_all_pages_on_the_paper_with_bookmarks_and_links() -> None:
    (made,) = written("pdf", CHART, "depth:2")
    reader = pypdf.PdfReader(BytesIO(bytes(made)), strict=True)
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages} == {(842, 595)}
    outline: Any = reader.outline
    assert [entry.title for entry in outline[:2]] == ["Contents", "Northwind"]
    assert [entry.title for entry in outline[2]] == ["Bo, Director", "Vacant, Director"]
    links = [note.get_object()["/Dest"][0] for note in reader.pages[1]["/Annots"]]
    assert {reader.pages.index(target.get_object()) for target in links} == {0, 2, 3}


def test_a_deck_has_a_slide_for_each_page_with_links_between_them() -> None:
    (made,) = written("pptx", CHART, "depth:2")
    deck = pptx.Presentation(BytesIO(bytes(made)))
    slides = list(deck.slides)
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        "Northwind: contents",
        "Northwind",
        "Bo, Director",
        "Vacant, Director",
    ]
    assert (deck.slide_width, deck.slide_height) == (10_692_000, 7_560_000)
    found = set()
    for number, slide in enumerate(slides):
        shapes = [shape for shape in slide.shapes if not shape.is_placeholder]
        shapes += [inner for shape in shapes if hasattr(shape, "shapes") for inner in shape.shapes]
        for shape in shapes:
            if shape._element.xpath(".//p:cNvPr/a:hlinkClick") and not hasattr(shape, "shapes"):
                found.add((number, slides.index(shape.click_action.target_slide)))
    assert found == {(0, 1), (0, 2), (0, 3), (1, 0), (1, 2), (1, 3), (2, 0), (2, 1), (2, 3), (3, 0), (3, 1), (3, 2)}


def test_each_page_is_an_svg_that_leads_to_the_files_of_the_others() -> None:
    made = written("svg", CHART, "depth:2")
    roots = [parse(str(text)) for text in made]
    assert {(root.get("width"), root.get("height")) for root in roots} == {("1122.52", "793.7")}
    links = [{link.get("href") for link in root.iter(f"{SVG}a")} for root in roots]
    assert links[1] == {"x-1.svg", "x-3.svg", "x-4.svg"}
    assert links[3] == {"x-1.svg", "x-2.svg", "x-3.svg"}


def test_each_page_is_a_png_of_one_size() -> None:
    made = written("png", CHART, "depth:2")
    assert len(made) == 4
    assert {bytes(image)[16:24] for image in made} == {bytes(made[0])[16:24]}


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_on_its_page_in_every_format(name: str) -> None:
    chart = everywhere(name)
    cards = (*chart.cards, Card(name, name, 1, "filled", name, name), Card(name, name, 3), Card(name, name, 3))
    chart = replace(chart, cards=cards, dotted=(*chart.dotted, DottedLine(5, 0, name)))
    plain, hostile = written("svg", replace_names(chart), "depth:2"), written("svg", chart, "depth:2")
    assert len(plain) == len(hostile) == 3
    for one, other in zip(plain, hostile, strict=True):
        tags = {element.tag for element in parse(str(one)).iter()}
        assert {element.tag for element in parse(str(other)).iter()} <= tags
    (document,) = written("pdf", chart, "depth:2")
    assert len(pypdf.PdfReader(BytesIO(bytes(document)), strict=True).pages) == 3
    (deck,) = written("pptx", chart, "depth:2")
    assert len(pptx.Presentation(BytesIO(bytes(deck))).slides) == 3


def replace_names(chart: Chart) -> Chart:
    cards = tuple(
        replace(card, title="Ada", holder="Ada", unit="Ada", fields=("Ada",) * len(card.fields)) for card in chart.cards
    )
    return replace(chart, name="Ada", subtitle="Ada", cards=cards, notes=("Ada",), colors=("Ada", "Ada"))


WRITE = """
import sys; sys.path.insert(0, sys.argv[1])
from hashlib import sha256
from chart_samples import random_parents, sample_chart
from orgmodel.charts.paging.booklet import bound
from orgmodel.charts.paging.wish import parse_pages
from orgmodel.charts.paging.writing import PAGED, render_pages
chart = sample_chart(random_parents(60, 1), 1, dotted=4)
pages = bound(chart, parse_pages("density"), "a4")
for name in PAGED:
    for made in render_pages(name, pages, chart.look, [page.picture.name for page in pages], scale=0.5):
        print(name, sha256(made if isinstance(made, bytes) else made.encode()).hexdigest())
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
