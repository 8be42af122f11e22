"""Findings on a matrix: which rows, cells and headings they mark, in every format."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from matrix_samples import DATA, DAY, HOSTILE, organisation

from orgmodel.cli.program import run
from orgmodel.drawing.picture import Group, Label, Rect, flattened
from orgmodel.findings import Finding, Severity
from orgmodel.matrix.build import build_matrix
from orgmodel.matrix.formats import FORMATS, render
from orgmodel.matrix.marking import marked
from orgmodel.matrix.matrix import MarkedFinding, Matrix
from orgmodel.matrix.picture.pages import pages_of, pictures
from orgmodel.matrix.request import By, MatrixRequest
from orgmodel.source import Mark, Place

TEAM = {
    "roles": {"lead": {"title": "Lead"}, "dev": {"title": "Developer"}},
    "units": {"red": {"title": "Red", "kind": "team"}, "blue": {"title": "Blue", "kind": "team"}},
    "positions": {
        "boss": {"role": "lead", "holder": "Ann", "reports_to": None},
        "dev-red": {"role": "dev", "unit": "red", "holder": "Bo", "reports_to": "boss"},
        "dev-blue": {"role": "dev", "unit": "blue", "holder": "Cy", "reports_to": "boss"},
    },
    "activities": {
        "plan": {"title": "Plan", "assign": {"A": "lead", "R": "dev"}},
        "ship": {"title": "Ship", "per": "team", "assign": {"A": "dev", "R": "dev", "I": "lead"}},
    },
}


def found(*entities: str, code: str = "ORG401", severity: Severity = Severity.ERROR, message: str = "told") -> Finding:
    return Finding(code, "some-rule", severity, message, Place("org.yaml", Mark(1, 1, 1, 1)), entities=entities)


def matrix_with(*findings: Finding, by: By = "role") -> Matrix:
    organization = organisation(TEAM)
    return marked(build_matrix(organization, DAY, "T", MatrixRequest(by)), organization, DAY, findings)


def places(finding: MarkedFinding) -> tuple[Any, ...]:
    return finding.rows, finding.columns, finding.cells


def named(matrix: Matrix, finding: MarkedFinding) -> list[tuple[str, str]]:
    rows = list(matrix.rows())
    return [(rows[row].title + rows[row].suffix, matrix.columns[i].id) for row, i in finding.cells]


def test_a_finding_marks_its_row_and_the_letters_of_whom_it_names() -> None:
    (finding,) = matrix_with(found("activity:plan", "role:lead")).findings
    assert places(finding) == ((0,), (), ((0, 0),))


def test_a_finding_on_a_row_alone_marks_no_cell() -> None:
    (finding,) = matrix_with(found("activity:plan")).findings
    assert places(finding) == ((0,), (), ())


def test_by_role_a_finding_on_a_seat_marks_the_letters_of_its_role() -> None:
    matrix = matrix_with(found("activity:plan", "position:dev-red"))
    assert named(matrix, matrix.findings[0]) == [("Plan", "dev")]


def test_by_position_a_finding_on_a_seat_leaves_other_seats_of_the_role_alone() -> None:
    matrix = matrix_with(found("activity:plan", "role:dev", "position:dev-red"), by="position")
    assert named(matrix, matrix.findings[0]) == [("Plan", "dev-red")]


def test_by_position_a_finding_on_a_role_marks_all_its_seats() -> None:
    matrix = matrix_with(found("activity:plan", "role:dev"), by="position")
    assert named(matrix, matrix.findings[0]) == [("Plan", "dev-red"), ("Plan", "dev-blue")]


def test_by_unit_and_person_a_finding_on_a_seat_marks_whoever_has_it() -> None:
    for by, wanted in (("unit", "red"), ("person", "Bo")):
        matrix = matrix_with(found("activity:plan", "position:dev-red"), by=by)  # type: ignore[arg-type]
        assert named(matrix, matrix.findings[0]) == [("Plan", wanted)]


def test_a_finding_on_an_instance_marks_that_instance_or_the_row_that_stands_for_all() -> None:
    finding = found("activity:ship@red", "role:dev")
    by_role = matrix_with(finding)
    assert named(by_role, by_role.findings[0]) == [("Ship × 2", "dev")]
    by_position = matrix_with(finding, by="position")
    assert named(by_position, by_position.findings[0]) == [("Ship @ Red", "dev-red")]


def test_a_finding_on_a_column_marks_its_heading() -> None:
    (finding,) = matrix_with(found("role:dev", code="ORG501")).findings
    assert places(finding) == ((), (1,), ())


def test_findings_that_are_not_about_the_matrix_are_counted() -> None:
    matrix = matrix_with(found("role:dev", code="ORG714"), found("position:boss", code="ORG802"), found())
    assert (matrix.findings, matrix.elsewhere) == ((), 3)


def test_the_worst_finding_has_the_first_number() -> None:
    low = found("activity:ship", severity=Severity.INFO)
    matrix = matrix_with(low, found("activity:plan"))
    assert [(one.number, one.severity) for one in matrix.findings] == [(1, "error"), (2, "info")]


def test_a_picture_frames_the_cell_numbers_the_row_and_lists_the_finding() -> None:
    (picture,) = pictures(matrix_with(found("activity:plan", "role:lead", message="two own it")))
    shapes = list(flattened(picture.shapes))
    frames = [shape for shape in shapes if isinstance(shape, Rect) and shape.stroke == "error" and not shape.fill]
    assert len(frames) == 1
    texts = [shape.text for shape in shapes if isinstance(shape, Label)]
    assert texts.count("! 1") == 2
    assert {"Findings: 1 error", "error ORG401 some-rule", "two own it"} <= set(texts)
    row = next(shape for shape in picture.shapes if isinstance(shape, Group) and shape.title.startswith("Plan"))
    cell = next(shape for shape in row.shapes if isinstance(shape, Group) and shape.title.startswith("Lead"))
    assert cell.title == "Lead: Accountable; 1. ORG401 two own it"


def test_a_marked_heading_has_a_badge_below_it() -> None:
    (picture,) = pictures(matrix_with(found("role:dev", code="ORG501", message="owns all")))
    head = next(shape for shape in picture.shapes if isinstance(shape, Group) and shape.title.startswith("Developer"))
    assert head.title == "Developer; 1. ORG501 owns all"


def test_the_list_stands_on_a_page_behind_the_matrix() -> None:
    pages = pages_of(matrix_with(found("activity:plan"), found("role:dev", code="ORG714")))
    assert len(pages) == 2
    texts = [shape.text for shape in flattened(pages[1].shapes) if isinstance(shape, Label)]
    assert "Findings: 1 error" in texts
    assert "1 finding concerns nothing in this matrix; orgmodel check lists all" in texts


def test_a_page_number_on_a_cell_of_html_leads_to_the_list() -> None:
    text = str(render("html", matrix_with(found("activity:plan", "role:lead", message="two own it"))))
    assert re.search(r'<td class="found error" title="1. ORG401 two own it"', text)
    assert text.count('href="#matrix-f1"') == 1
    assert '<li id="matrix-f1" value="1">' in text


def test_the_workbook_lists_findings_and_gaps_on_sheets_of_their_own() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    matrix = matrix_with(found("activity:plan", "role:lead", message="two own it"))
    book = openpyxl.load_workbook(io.BytesIO(bytes(render("xlsx", matrix))))  # type: ignore[arg-type]
    assert book.sheetnames == ["Matrix", "Legend", "Findings", "Gaps"]
    assert [cell.value for cell in book["Findings"][2]] == [1, "error", "ORG401", "some-rule", "two own it", "Plan"]
    cell = book["Matrix"]["F5"]
    assert (cell.value, cell.comment.text, cell.border.left.style) == ("A", "1. ORG401 two own it", "thick")


def test_csv_has_a_column_of_findings_only_where_a_row_has_some() -> None:
    def head(*findings: Finding) -> list[list[str]]:
        return list(csv.reader(io.StringIO(str(render("csv", matrix_with(*findings))))))

    assert head()[0][-1] == "gap"
    rows = head(found("activity:plan", message="two own it"))
    assert (rows[0][-1], rows[1][-1], rows[2][-1]) == ("findings", "ORG401 some-rule: two own it", "")


@pytest.mark.parametrize("name", ["text", "md"])
def test_text_lists_findings_with_their_rows(name: str) -> None:
    text = str(render(name, matrix_with(found("activity:plan", message="two own it"))))
    assert re.search(r"Plan.*: .*ORG401 some-rule: two own it", text)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_message_does_no_harm(name: str, hostile: str) -> None:
    written = render(name, matrix_with(found("activity:plan", "role:lead", message=hostile)))
    if isinstance(written, str):
        assert "\x1b" not in written
        if name in {"svg", "html"}:
            assert "<script" not in written
            assert "<svg onload" not in written


def test_the_command_marks_warnings_unless_told(tmp_path: Path) -> None:
    file = tmp_path / "m.md"
    assert run(["matrix", str(DATA / "quay.yaml"), "--findings", "-o", str(file)]) == 0
    text = file.read_text("utf-8")
    assert "## Findings" in text
    assert ": info ORG" not in text
    assert run(["matrix", str(DATA / "quay.yaml"), "--findings", "--min-severity", "info", "-o", str(file)]) == 0
    assert ": info ORG" in file.read_text("utf-8")


def test_a_severity_without_findings_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["matrix", str(DATA / "quay.yaml"), "--min-severity", "info"]) == 2
    assert capsys.readouterr().err == "orgmodel: --min-severity goes with --findings\n"
