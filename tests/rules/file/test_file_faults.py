"""Faults met while reading: each can be provoked through the loader, and is reported exact to line and column."""

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]


def summary(found: list[Finding]) -> list[tuple[str, int, int, str]]:
    return [(item.rule, item.place.mark.line, item.place.mark.column, item.message) for item in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("roles:\n\tpm: {}\n", ("unreadable-file", 3, 1, "a tab stands where YAML allows only blanks")),
        ('name: "Northwind\nroles: {}\n', ("unreadable-file", 2, 7, 'the quote before "Northwind" is never closed')),
        (
            "roles:\n  pm: {title: [a, b\n  dev: {title: x}\n",
            ("unreadable-file", 4, 6, "a list in [ ] is not closed, or lacks a comma"),
        ),
        (
            "---\nroles: {}\n",
            ("unreadable-file", 2, 1, "a second document begins here; one file holds one document"),
        ),
        (
            "roles:\n  a: {}\n  a: {}\n  a: {}\n",
            (
                "duplicate-key",
                4,
                3,
                'the key "a" is given 3 times in one mapping, first at line 3, column 3',
            ),
        ),
        ("role: {}\n", ("unknown-key", 2, 1, 'unknown key "role"; did you mean "roles"?')),
        (
            "roles:\n  pm: {reports_to: {to: pm, kynd: x}}\n",
            ("unknown-key", 3, 29, 'role "pm": unknown key "kynd"; did you mean "kind"?'),
        ),
        (
            "positions:\n  pm: {seats: many}\n",
            ("wrong-value", 3, 15, 'position "pm": "seats": wanted a whole number, found "many"'),
        ),
        (
            "positions:\n  pm:\n    from: 2026-13-01\n",
            ("wrong-value", 4, 11, 'position "pm": "from": there is no month 13, found "2026-13-01"'),
        ),
        (
            "roles: [pm]\n",
            ("wrong-value", 2, 8, '"roles": wanted keys and values (an id, then what belongs to it), found a list'),
        ),
        (
            "roles:\n  'a:b': {}\n",
            ("wrong-value", 3, 3, 'role id "a:b" holds a colon, which is kept for references like "role:pm"'),
        ),
        ("assignments:\n  - {activity: x}\n", ("missing-field", 3, 5, '"role" and "letter" are missing')),
        (
            "units:\n  u: {interactions: [{mode: chat}]}\n",
            ("missing-field", 3, 22, 'unit "u": "with" is missing'),
        ),
        ("include: seats.csv\n", ("include-not-found", 2, 10, 'include "seats.csv" is no file below this folder')),
        (
            "include: [/etc/passwd]\n",
            (
                "include-leaves-folder",
                2,
                11,
                'include "/etc/passwd" is an absolute path; only files below this folder are read',
            ),
        ),
        (
            "include: ['https://example.org/staff.csv']\n",
            (
                "include-leaves-folder",
                2,
                11,
                'include "https://example.org/staff.csv" is an address; only files below this folder are read',
            ),
        ),
        (
            "roles:\n  a: {fields: {x: " + "[" * 80 + "]" * 80 + "}}\n",
            ("limit-exceeded", 3, 79, "values are nested more than 64 levels deep"),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_fault_has_its_place_and_its_words(findings: Check, text: str, expected: tuple[str, int, int, str]) -> None:
    found = findings("orgmodel: 1\n" + text)
    assert expected in summary(found)
    assert [item.rule for item in found if item.severity is Severity.ERROR] == [expected[0]]


def test_a_misspelt_key_is_not_also_a_missing_one(findings: Check) -> None:
    found = findings("orgmodel: 1\nassignments:\n  - {activty: x, role: pm, letter: A}\n", "ORG0")
    assert summary(found) == [("unknown-key", 3, 6, 'unknown key "activty"; did you mean "activity"?')]


def test_independent_faults_come_in_one_run(findings: Check) -> None:
    text = "orgmodel: 1\nas_of: today\nroles:\n  pm: {titel: x, level: high}\n  pm: {}\n"
    assert [(item.rule, item.place.mark.line) for item in findings(text)] == [
        ("wrong-value", 2),
        ("unknown-key", 4),
        ("wrong-value", 4),
        ("duplicate-key", 5),
    ]


def test_a_format_of_the_future_is_refused_where_it_is_named(findings: Check) -> None:
    (found,) = findings("orgmodel: 2\nroles: {pm: {}}\n", "ORG0")
    assert summary([found]) == [
        ("unsupported-version", 1, 11, 'format "2" is not supported; this program reads format 1')
    ]


def test_a_missing_include_names_the_file_that_may_be_meant(findings: Check) -> None:
    files = {"org.yaml": "orgmodel: 1\ninclude: [role.yaml]\n", "roles.yaml": "orgmodel: 1\n"}
    (found,) = findings(files, "include-not-found")
    assert found.message == 'include "role.yaml" is no file below this folder; did you mean "roles.yaml"?'


def test_an_include_loop_shows_its_path(findings: Check) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: a.yaml\nroles: {pm: {}}\n",
        "a.yaml": "orgmodel: 1\ninclude: b.yaml\n",
        "b.yaml": "orgmodel: 1\ninclude: [a.yaml]\n",
    }
    (found,) = findings(files, "include-loop")
    assert str(found.place) == "b.yaml:2:11"
    assert found.message == 'includes lead back to where they began: "a.yaml" → "b.yaml" → "a.yaml"'


def test_a_link_out_of_the_folder_is_not_followed(findings: Check, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("orgmodel: 1\nroles: {secret: {}}\n", encoding="utf-8")
    findings("orgmodel: 1\n")
    from pathlib import Path

    Path("link.yaml").symlink_to(outside)
    (found,) = findings("orgmodel: 1\ninclude: link.yaml\n", "ORG00")
    assert found.rule == "include-leaves-folder"
    assert found.message == 'include "link.yaml" leads out of the folder through a link'


def test_a_table_row_with_too_many_cells_is_shown_by_record_and_cell(findings: Check) -> None:
    files = {"staff.csv": "id,holder\ncpo,Ada Park\npm,Wei, Li\n"}
    (found,) = findings(files, "table-row-malformed")
    assert found.message == "record 3 has 3 cells, but there are 2 headings"
    assert (found.place.mark.line, found.place.mark.column) == (3, 8)
    assert str(found.place) == "staff.csv:3:3"
    assert found.fix == 'Put cells that hold "," in double quotes, or add the heading.'


def test_a_repeated_heading_is_reported_with_its_first_place(findings: Check) -> None:
    (found,) = findings({"staff.csv": "id,Name,name\ncpo,Ada Park,Lou\n"}, "table-column-repeated")
    assert found.message == 'the heading "name" stands twice, first in column 2'
    assert found.severity is Severity.WARNING
    assert (str(found.place), str(found.related[0].place)) == ("staff.csv:1:3", "staff.csv:1:2")


def test_a_column_that_the_include_names_and_the_table_lacks(findings: Check) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude:\n  - {file: s.csv, as: positions, columns: {id: ID, holder: Nane}}\n",
        "s.csv": "ID,Name\ncpo,Ada\n",
    }
    (found,) = findings(files, "table-column-missing")
    assert found.message == 'the table has no column "Nane"; did you mean "Name"?'
    assert str(found.place) == "org.yaml:3:60"


def test_a_workbook_is_refused_with_the_way_out(findings: Check) -> None:
    files = {"org.yaml": "orgmodel: 1\ninclude: staff.xlsx\n", "staff.xlsx": "x"}
    (found,) = findings(files, "unreadable-file")
    assert found.message == '"staff.xlsx" is a workbook, not text: save the sheet as CSV UTF-8'
    assert "Save As" in found.fix


def test_hostile_ids_stay_on_one_line(findings: Check) -> None:
    (found,) = findings('orgmodel: 1\nroles:\n  "a\\nb\\u202e": {titel: x}\n', "unknown-key")
    assert found.message == 'role "a\\nb\\u202e": unknown key "titel"; did you mean "title"?'
