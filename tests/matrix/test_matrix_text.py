"""The table for a terminal: what fits, what is turned, what goes into parts."""

from __future__ import annotations

import re

import pytest
from matrix_samples import matrix_of, quay, wide

from orgmodel.matrix.codes import codes_of
from orgmodel.matrix.formats import Terminal, render
from orgmodel.matrix.matrix import Column
from orgmodel.matrix.table_plan import plan_of
from orgmodel.reports.terminal import columns as width_of


def text(matrix, width: int = 100, *, color: bool = False) -> str:
    return render("text", matrix, Terminal(width, color))


@pytest.mark.parametrize("width", [60, 80, 100, 160, 240])
@pytest.mark.parametrize("columns", [1, 6, 20, 40])
def test_no_line_is_wider_than_the_terminal(columns: int, width: int) -> None:
    assert max(map(width_of, text(wide(columns), width).split("\n"))) <= width


@pytest.mark.parametrize(
    ("columns", "width", "style", "parts"),
    [
        (2, 100, "titles", 1),
        (6, 80, "codes", 1),
        (6, 160, "titles", 1),
        (20, 160, "codes", 1),
        (20, 100, "upright", 1),
        (20, 80, "codes", 2),
        (40, 160, "upright", 1),
        (40, 80, "codes", 4),
    ],
)
def test_headings_are_titles_then_codes_then_upright_then_parts(
    columns: int, width: int, style: str, parts: int
) -> None:
    matrix = wide(columns)
    plan = plan_of(matrix, matrix.blocks[0], width)
    assert (plan.style, len(plan.parts)) == (style, parts)


def test_every_column_stands_in_exactly_one_part() -> None:
    matrix = wide(40)
    plan = plan_of(matrix, matrix.blocks[0], 80)
    assert [i for part in plan.parts for i in part] == list(range(40))


def test_cells_stand_under_their_headings() -> None:
    lines = text(quay(), 140).split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("activity"))
    row = next(line for line in lines if line.startswith("Set the vision"))
    heading = lines[at].index("Manager")
    assert row[heading : heading + len("Manager")].strip() == "R"


def test_every_code_has_its_title_in_the_key() -> None:
    shown = text(wide(20), 100)
    matrix = wide(20)
    for code, column in zip(codes_of(matrix.columns), matrix.columns, strict=True):
        assert re.search(rf"(?m)(?:^|   ){code} +{column.title}(?:   |$)", shown)


def test_wide_characters_take_two_columns() -> None:
    roles = {"a": {"title": "製品責任者"}, "b": {"title": "Developer"}}
    activities = {
        "x": {"title": "計画を立てる", "assign": {"A": "a", "R": "b"}},
        "y": {"title": "Ship", "assign": {"A": "a", "R": "b"}},
    }
    lines = text(matrix_of({"roles": roles, "activities": activities})).split("\n")
    first, second = (next(line for line in lines if line.startswith(title)) for title in ("計画", "Ship"))
    assert width_of(first[: first.rindex("R")]) == width_of(second[: second.rindex("R")])


def test_a_long_title_is_cut_and_keeps_how_often_it_exists() -> None:
    sections = {
        "roles": {"pm": {}},
        "units": {"a": {"kind": "team"}, "b": {"kind": "team"}},
        "activities": {"x": {"title": "word " * 40, "per": "team", "assign": {"A": "pm", "R": "pm"}}},
    }
    assert re.search(r"^word .*… × 2 ", text(matrix_of(sections), 60), re.MULTILINE)


def test_instances_of_a_row_stand_below_its_title() -> None:
    lines = text(quay(by="person"), 140).split("\n")
    at = lines.index("Rank the backlog")
    assert [line.split()[:2] for line in lines[at + 1 : at + 3]] == [["@", "Payments"], ["@", "Growth"]]


def test_gaps_have_a_column_where_there_is_room_and_a_list_where_there_is_not() -> None:
    assert "no owner" in next(line for line in text(quay(), 120).split("\n") if line.startswith("Write the terms"))
    narrow = text(quay(), 60).split("\n")
    assert next(line for line in narrow if line.startswith("Write the terms")).endswith("!")
    assert "! Write the terms: no owner" in narrow


def test_there_are_no_escape_sequences_unless_colour_is_asked_for() -> None:
    assert "\x1b" not in text(quay())
    assert "\x1b[1;31m" in text(quay(), color=True)


def test_colour_changes_no_character() -> None:
    assert re.sub(r"\x1b\[[\d;]*m", "", text(quay(), color=True)) == text(quay()).replace("\x1b", "")


def test_only_signs_in_use_are_explained() -> None:
    plain = matrix_of({"roles": {"pm": {}}, "activities": {"x": {"assign": {"A": "pm", "R": "pm"}}}})
    assert "vacant" not in text(plain)
    assert "1 row, all clear" in text(plain)


def test_a_matrix_without_rows_says_so() -> None:
    assert text(matrix_of({"roles": {"pm": {}}})) == "Sample  responsibility matrix by role\n\nno rows\n"


@pytest.mark.parametrize(
    ("titles", "codes"),
    [
        (["Chief Product Officer", "Director of Product"], ["CPO", "DP"]),
        (["Product Manager", "Project Manager", "Designer"], ["PM1", "PM2", "Des"]),
        (["製品責任者", "!!!"], ["製品", "X"]),
        (["PM one", "PO", "PO"], ["PO", "Po1", "Po2"]),
    ],
)
def test_codes_are_initials_and_numbered_where_they_repeat(titles: list[str], codes: list[str]) -> None:
    assert codes_of([Column("role", title, title) for title in titles]) == codes
