"""The matrix as pictures: nothing overlaps, headings stand on every page, letters are told apart without colour."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from typing import Any

import pytest
from matrix_samples import HOSTILE, matrix_of

from orgmodel.drawing.picture import Group, Label, Picture, Rect, flattened
from orgmodel.drawing.text import measure
from orgmodel.matrix.formats import render
from orgmodel.matrix.picture.pages import pages_of, pictures

TEAM = {
    "roles": {"lead": {"title": "Lead"}, "dev": {"title": "Developer"}, "law": {"title": "Legal", "external": "true"}},
    "positions": {"lead-1": {"role": "lead"}, "dev-1": {"role": "dev", "holder": "Li Wei", "reports_to": "lead-1"}},
    "activities": {
        "vision": {"title": "Set the vision", "group": "Plan", "assign": {"A": "lead", "R": "dev", "C": "law"}},
        "build": {"title": "Build it", "group": "Do", "assign": {"A": ["dev", "law"], "R": "dev"}},
    },
}


def large(rows: int, columns: int) -> dict[str, Any]:
    roles = {f"r{i}": {"title": f"Role of the kind {i}"} for i in range(columns)}
    letters = "RACI"
    activities = {
        f"a{row}": {
            "title": f"Activity number {row} with a title of some length",
            "group": f"Group {row // 10}",
            "assign": {letters[i]: f"r{(row * 3 + i * 5) % columns}" for i in range(4)},
        }
        for row in range(rows)
    }
    return {"roles": roles, "activities": activities}


def labels(picture: Picture) -> list[Label]:
    return [shape for shape in flattened(picture.shapes) if isinstance(shape, Label)]


def test_all_titles_and_headings_stand_on_the_picture() -> None:
    (picture,) = pictures(matrix_of(TEAM))
    texts = [label.text for label in labels(picture)]
    assert {"Set the vision", "Build it", "Plan", "Do", "Lead", "Developer", "Legal (external)"} <= set(texts)


def test_an_owner_stands_in_a_filled_box_and_others_in_a_frame() -> None:
    (picture,) = pictures(matrix_of({**TEAM, "positions": {}}))
    cells = {group.title: group for row in picture.shapes if isinstance(row, Group) for group in groups(row)}
    owner, doer = (box(cells[name]) for name in ("Lead: Accountable", "Developer: Responsible"))
    assert (owner.fill, doer.fill, doer.stroke) == ("title", "card", "band0")


def groups(group: Group) -> list[Group]:
    return [shape for shape in group.shapes if isinstance(shape, Group)]


def box(group: Group) -> Rect:
    return next(shape for shape in group.shapes if isinstance(shape, Rect))


def test_a_vacant_letter_has_a_broken_frame_and_its_sign() -> None:
    (picture,) = pictures(matrix_of(TEAM))
    frames = [shape for shape in flattened(picture.shapes) if isinstance(shape, Rect) and shape.stroke == "vacant"]
    assert [frame.dash for frame in frames] == ["dashed"]
    assert "A°" in [label.text for label in labels(picture)]


def test_a_letter_too_many_has_the_frame_of_a_fault() -> None:
    (picture,) = pictures(matrix_of(TEAM))
    faulty = [label.text for label in labels(picture) if label.ink == "cut"]
    assert faulty.count("A!") == 2


def test_gaps_stand_beside_their_row() -> None:
    (picture,) = pictures(matrix_of(TEAM))
    row = next(shape for shape in picture.shapes if isinstance(shape, Group) and shape.title.startswith("Build it"))
    assert row.title == "Build it: 2 owners: Developer, Legal"


@pytest.mark.parametrize("rows", [1, 7, 60])
@pytest.mark.parametrize("columns", [3, 20, 55])
def test_no_text_leaves_the_page(rows: int, columns: int) -> None:
    for page in (*pictures(matrix_of(large(rows, columns))), *pages_of(matrix_of(large(rows, columns)))):
        for label in labels(page):
            long = measure(label.text, label.size, bold=label.bold)
            across = long * (0.7072 if label.turn else 1.0)
            left = label.x - across * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
            assert 0 <= left <= left + across <= page.width + 1, label.text
            assert 0 < label.y - (across if label.turn else 0) <= label.y < page.height, label.text


@pytest.mark.parametrize("columns", [3, 20, 55])
def test_cells_do_not_overlap(columns: int) -> None:
    for page in pages_of(matrix_of(large(40, columns))):
        frames = [shape for shape in flattened(page.shapes) if isinstance(shape, Rect) and shape.radius]
        by_line: dict[float, list[Rect]] = {}
        for frame in frames:
            by_line.setdefault(frame.y, []).append(frame)
        for line in by_line.values():
            for one, next_one in pairwise(sorted(line, key=lambda frame: frame.x)):
                assert one.x + one.width < next_one.x


def test_every_page_has_the_headings_its_number_and_no_row_twice() -> None:
    pages = pages_of(matrix_of(large(120, 20)))
    assert len(pages) > 1
    titles = [label.text for page in pages for label in labels(page) if label.text.startswith("Activity number")]
    assert len(titles) == len(set(titles)) == 120
    for number, page in enumerate(pages, 1):
        texts = [label.text for label in labels(page)]
        assert f"{number} of {len(pages)}" in texts
        assert "Role of the kind 19" in texts


def test_a_page_is_never_taller_than_a4() -> None:
    for page in pages_of(matrix_of(large(120, 20))):
        assert page.width / page.height >= 210 / 297 - 0.01


def test_a_heading_of_a_group_is_never_the_last_line_of_a_page() -> None:
    for page in pages_of(matrix_of(large(120, 20))):
        bands = [label.text for label in labels(page) if re.match(r"Group \d+$|Activity number", label.text)]
        assert bands[-1].startswith("Activity number")


def test_very_many_columns_are_parted_evenly() -> None:
    pages = pages_of(matrix_of(large(30, 100)))
    heads = {sum(label.turn == -45 for label in labels(page)) for page in pages}
    assert heads == {31, 32}


def test_sixty_rows_and_twenty_roles_stand_readable_on_a4() -> None:
    pages = pages_of(matrix_of(large(60, 20)))
    points = [12 * 0.75 * min(842 / (page.width * 0.75), 1) for page in pages]
    assert min(points) >= 6.5


@pytest.mark.parametrize("name", ["svg", "pdf", "xlsx"])
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_does_no_harm(name: str, hostile: str) -> None:
    sections = {
        "roles": {"pm": {"title": hostile}, "dev": {"title": "Developer"}},
        "positions": {"p": {"role": "pm", "holder": hostile}},
        "activities": {"a": {"title": hostile, "group": hostile, "assign": {"A": "pm", "R": "dev"}}},
    }
    written = render(name, matrix_of(sections))
    if isinstance(written, str):
        assert "<script" not in written
        assert "onload=alert(1)>" not in written.replace("&lt;svg onload=alert(1)&gt;", "")
    else:
        assert len(written) > 1_000


def test_an_empty_matrix_is_a_picture_too() -> None:
    (picture,) = pictures(matrix_of({"roles": {"pm": {"title": "PM"}}}))
    assert "no rows" in [label.text for label in labels(picture)]


# -- the workbook


def workbook(sections: dict[str, Any]) -> Any:
    openpyxl = pytest.importorskip("openpyxl")
    return openpyxl.load_workbook(io.BytesIO(bytes(render("xlsx", matrix_of(sections)))))  # type: ignore[arg-type]


def test_the_workbook_has_a_matrix_a_legend_and_the_gaps() -> None:
    book = workbook(TEAM)
    assert book.sheetnames == ["Matrix", "Legend", "Findings"]
    assert [cell.value for cell in book["Matrix"][4]] == [
        "Activity",
        "Group",
        "Kind",
        "Plane",
        "Per",
        "Lead",
        "Developer",
        "Legal (external)",
        "Gap",
    ]
    assert [cell.value for cell in book["Matrix"][5]][5:8] == ["A°", "R", "C"]
    assert [cell.value for cell in book["Findings"][3]][:4] == [
        "Build it",
        "",
        "overlap",
        "2 owners: Developer, Legal",
    ]


def test_the_headings_and_titles_of_the_workbook_stay_in_sight() -> None:
    assert workbook(TEAM)["Matrix"].freeze_panes == "B5"


def test_colours_of_the_workbook_follow_what_a_cell_says() -> None:
    sheet = workbook(TEAM)["Matrix"]
    (rules,) = [found.rules for found in sheet.conditional_formatting]
    assert str(next(iter(sheet.conditional_formatting)).sqref) == "F5:H6"
    assert [(rule.operator, rule.text) for rule in sorted(rules, key=lambda rule: rule.priority)] == [
        ("containsText", "!"),
        ("containsText", "°"),
        ("beginsWith", "A"),
        ("beginsWith", "R"),
        ("beginsWith", "C"),
        ("beginsWith", "I"),
    ]


def test_the_workbook_holds_no_formula_and_no_link() -> None:
    hostile = {"=1+1": {"title": "=cmd|' /C calc'!A0", "assign": {"A": "pm"}}, "b": {"title": "https://example.org"}}
    book = workbook({"roles": {"pm": {"title": "@SUM(1)"}}, "activities": hostile})
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None


def test_a_png_is_the_drawing_at_two_dots_for_each_pixel() -> None:
    drawing, image = render("svg", matrix_of(TEAM)), render("png", matrix_of(TEAM))
    assert isinstance(drawing, str)
    assert isinstance(image, bytes)
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawing)
    assert found is not None
    wanted = tuple(round(2 * float(side)) for side in found.groups())
    assert (int.from_bytes(image[16:20], "big"), int.from_bytes(image[20:24], "big")) == wanted


@pytest.mark.parametrize("name", ["svg", "pdf", "png", "xlsx"])
def test_the_same_matrix_gives_the_same_bytes(name: str) -> None:
    assert render(name, matrix_of(TEAM)) == render(name, matrix_of(TEAM))


def test_the_workbook_carries_no_clock() -> None:
    written = render("xlsx", matrix_of(TEAM))
    assert isinstance(written, bytes)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert "2000-01-01T00:00:00Z" in archive.read("docProps/core.xml").decode()


def test_the_row_of_headings_is_as_high_as_the_longest_one_needs() -> None:
    heights = []
    for title in ("Lead", "Product Marketing Manager of Everything"):
        sections = {"roles": {"pm": {"title": title}}, "activities": {"a": {"title": "Do", "assign": {"A": "pm"}}}}
        heights.append(workbook(sections)["Matrix"].row_dimensions[4].height)
    assert heights == [60, 237]


def test_every_sheet_of_the_workbook_prints_as_wide_as_one_page() -> None:
    for sheet in workbook(TEAM):
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", None)
        assert sheet.page_setup.paperSize == 9  # A4
        assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)


def test_columns_of_the_workbook_without_a_word_are_narrow() -> None:
    sheet = workbook(TEAM)["Matrix"]
    assert [round(sheet.column_dimensions[letter].width) for letter in "ABCD"] == [45, 17, 12, 8]
