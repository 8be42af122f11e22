"""Pictures of real files as they are drawn: the shapes on the page, texts included."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from measured_pictures import cards, crossings, holds, loose_ends, outside, overlapping
from raci_tables import Published, load_matrix, published
from real_files import DAY, read

from orgmodel.charts.build import build_chart
from orgmodel.charts.figure_request import FigureRequest
from orgmodel.charts.figures import build_figure
from orgmodel.charts.layout import parse_fit
from orgmodel.charts.paging.booklet import bound
from orgmodel.charts.paging.wish import parse_pages
from orgmodel.charts.picture import draw
from orgmodel.charts.request import ChartRequest
from orgmodel.charts.scene import furnish
from orgmodel.charts.spans.picture import draw as draw_spans
from orgmodel.checking.check import CheckOptions, check
from orgmodel.drawing.paper import POINTS_PER_PIXEL, paper_of
from orgmodel.drawing.picture import Group, Label, Picture, Rect
from orgmodel.drawing.text import measure
from orgmodel.findings import Severity
from orgmodel.loading.load import Loaded
from orgmodel.matrix.build import build_matrix
from orgmodel.matrix.marking import marked
from orgmodel.matrix.picture.pages import pages_of, pictures
from orgmodel.matrix.request import MatrixRequest

SENIOR = (
    "011013-DH---Organogram-senior",
    "20131202-DES_OCT_13_organogram_FINAL_U-senior",
    "20131217-JFC-September_2013-U-senior",
    "Copy-of-HEE-organogram---September-2013-cleaned-senior",
    "DCLG-September-2013-FINAL-senior",
    "DFID-Sept-2013a-senior",
    "London-2012-Cleaned-senior",
    "clean-version-of-DWP-September-2013-senior",
    "department_of_health-2011-09-30-senior",
    "ministry_of_defence-2015-09-30-senior",
)
WISHES = {
    "plain": ChartRequest(),
    "frames": ChartRequest(frames=True),
    "right": ChartRequest(direction="right"),
    "layers": ChartRequest(align="layers"),
    "more-on-cards": ChartRequest(color_by="unit", show=("id", "span")),
    "units": ChartRequest(of="units"),
}

pytestmark = pytest.mark.usefixtures("data")


def senior(name: str) -> Loaded:
    return read(f"uk/{name}.csv", ended=False, preset="uk-organogram")


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("name", [name for name in SENIOR if "defence" not in name])
def test_a_chart_of_a_real_file_holds(name: str, wish: str) -> None:
    loaded = senior(name)
    chart = build_chart(loaded.organization, DAY, loaded.name, WISHES[wish]).chart
    picture = draw(chart, furnish(chart, "16:9"))
    assert len(cards(picture)) == len(chart.cards) > 0
    holds(picture)
    assert crossings(picture) == []
    assert loose_ends(picture) == []


@pytest.mark.parametrize("name", [SENIOR[0], SENIOR[5], SENIOR[6]])
def test_a_chart_with_the_findings_of_a_real_file_holds(name: str) -> None:
    loaded = senior(name)
    found = check(loaded, DAY, CheckOptions(min_severity=Severity.INFO)).findings
    chart = build_chart(loaded.organization, DAY, loaded.name, ChartRequest(findings=found, mark=True)).chart
    assert chart.findings
    picture = draw(chart, furnish(chart, "4:3"))
    holds(replace(picture, shapes=tuple(shape for shape in picture.shapes if not is_badge(shape))))
    assert crossings(picture) == []


def is_badge(shape: object) -> bool:
    """An entry of the list: its words stand beside the badge, not in it."""
    return isinstance(shape, Group) and not shape.role and isinstance(shape.shapes[0], Rect)


@pytest.mark.parametrize("fit", ["a4", "a3-portrait", "letter"])
@pytest.mark.parametrize("name", [SENIOR[4], SENIOR[5], SENIOR[9]])
def test_no_page_of_a_real_file_is_larger_than_the_paper(name: str, fit: str) -> None:
    loaded = senior(name)
    chart = build_chart(loaded.organization, DAY, loaded.name, ChartRequest()).chart
    paper = paper_of(fit, parse_fit(fit))
    pages = bound(chart, parse_pages("density"), fit)
    assert len(pages) > 1
    for page in pages:
        wide, high = (side * page.picture.zoom * POINTS_PER_PIXEL for side in (page.picture.width, page.picture.height))
        assert (wide, high) == pytest.approx((paper.width, paper.height))
        assert outside(page.picture) == []
        assert overlapping(cards(page.picture)) == []


@pytest.mark.parametrize("name", SENIOR)
def test_the_figure_of_spans_of_a_real_file_holds(name: str) -> None:
    loaded = senior(name)
    holds(draw_spans(build_figure("spans", loaded.organization, DAY, loaded.name, FigureRequest())))


@pytest.mark.parametrize("number", range(12))
@pytest.mark.parametrize("with_findings", [False, True], ids=["plain", "findings"])
def test_a_picture_of_a_published_matrix_holds(
    number: int, with_findings: bool, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one: Published = published(data)[number]
    loaded = load_matrix(one, data, tmp_path, monkeypatch)
    matrix = build_matrix(loaded.organization, DAY, loaded.name, MatrixRequest())
    if with_findings:
        found = check(loaded, DAY, CheckOptions(min_severity=Severity.INFO)).findings
        matrix = marked(matrix, loaded.organization, DAY, found)
    (whole,) = pictures(matrix)
    assert sum(len(letter_boxes(row)) for row in whole.shapes) >= len(list(matrix.marks()))
    for picture in (whole, *pages_of(matrix)):
        assert level_outside(picture) == []
        rows = [letter_boxes(row) for row in picture.shapes]
        for letters in rows:
            assert overlapping([box for box, _ in letters]) == []
            assert [text for box, text in letters if not fits(text, box)] == []


def level_outside(picture: Picture) -> list[object]:
    """What reaches over an edge, turned headings left out: their length lies aslant."""
    groups = [shape for shape in picture.shapes if not (isinstance(shape, Group) and is_turned(shape.shapes[0]))]
    return outside(replace(picture, shapes=tuple(groups)))


def is_turned(shape: object) -> bool:
    return isinstance(shape, Label) and bool(shape.turn)


def letter_boxes(row: object) -> list[tuple[Rect, Label]]:
    """The boxes of letters in all cells of a row, each with its letter."""
    cells = [shape for shape in row.shapes if isinstance(shape, Group)] if isinstance(row, Group) else []
    pairs = [pair for cell in cells for pair in zip(cell.shapes[::2], cell.shapes[1::2], strict=True)]
    return [(box, text) for box, text in pairs if isinstance(box, Rect) and isinstance(text, Label)]


def fits(text: Label, box: Rect) -> bool:
    half = measure(text.text, text.size, bold=text.bold) / 2
    return box.x <= text.x - half and text.x + half <= box.x + box.width and box.y < text.y < box.y + box.height
