"""Tables become headings and rows, each cell with its record and its place in the text."""

import csv
import time

import pytest
from marked_text import covered, spot, summary

from orgmodel.findings import Fault
from orgmodel.reading.json_reader import read_json
from orgmodel.reading.record_table import table_from_records
from orgmodel.reading.table import Table, trimmed
from orgmodel.reading.table_reader import read_table
from orgmodel.reading.yaml_reader import read_yaml
from orgmodel.source import Cell, Source


def read(text: str, path: str = "staff.csv", delimiter: str | None = None) -> Table:
    return read_table(Source(path, text), delimiter=delimiter)


def only_fault(table: Table) -> Fault:
    (fault,) = table.faults
    return fault


def test_headings_are_trimmed_and_cells_are_as_written() -> None:
    table = read(" id , Name\n 1 ,Ann \n")
    assert table.headings == ("id", "Name")
    assert table.rows == [(" 1 ", "Ann ")]
    assert table.cell(0, 0) == "1"
    assert table.faults == []


def test_blanks_around_a_cell_include_no_break_spaces() -> None:
    assert trimmed("\u00a0 x y\u00a0\r\n\t") == "x y"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_rows_end_at_each_kind_of_newline(newline: str) -> None:
    table = read(newline.join(["id,name", "1,Ann", "2,Bob", ""]))
    assert table.rows == [("1", "Ann"), ("2", "Bob")]
    mark = table.mark(1, 1)
    assert spot(table.source, mark) == (3, 3, "Bob")
    assert mark.cell == Cell(3, 2, "name")


def test_a_place_shows_record_and_cell() -> None:
    table = read('id,name\n1,"two\nlines"\n2,Bob\n')
    assert str(table.place(1, 1)) == "staff.csv:3:2"
    assert spot(table.source, table.mark(1, 1)) == (4, 3, "Bob")
    assert spot(table.source, table.mark(0, 1)) == (2, 3, '"two\nlines"')
    assert table.rows[0] == ("1", "two\nlines")
    assert str(table.heading_place(1)) == "staff.csv:1:2"
    assert covered(table.source, table.heading_mark(1)) == "name"


def test_blank_records_are_left_out_but_counted() -> None:
    table = read("id,name\n\n1,Ann\n , \n,\n2,Bob\n\n")
    assert table.rows == [("1", "Ann"), ("2", "Bob")]
    assert list(table.record_numbers) == [3, 6]
    assert str(table.place(1, 0)) == "staff.csv:6:1"


def test_blank_records_before_the_headings_are_counted() -> None:
    table = read("\n,,\nid,name\n1,Ann")
    assert table.headings == ("id", "name")
    assert str(table.place(0, 1)) == "staff.csv:4:2"
    assert str(table.heading_place(1)) == "staff.csv:3:2"


def test_short_rows_are_filled_and_a_missing_cell_is_marked_at_the_end_of_its_record() -> None:
    table = read("id,name,site\n1,Ann\n2\n")
    assert table.rows == [("1", "Ann", ""), ("2", "", "")]
    assert table.faults == []
    assert (table.mark(0, 2).line, table.mark(0, 2).column) == (2, 6)


def test_blank_cells_beyond_the_headings_are_left_out() -> None:
    table = read("id,name\n1,Ann,, \n")
    assert table.rows == [("1", "Ann")]
    assert table.faults == []


def test_a_filled_cell_beyond_the_headings_is_a_fault() -> None:
    table = read("id,name\n1,Ann\n2,Lee, Bob,x\n3,Cy\n")
    fault = only_fault(table)
    assert summary(fault) == ("table-row-malformed", 3, 7)
    assert str(fault.place) == "staff.csv:3:3"
    assert fault.message == "record 3 has 4 cells, but there are 2 headings"
    assert covered(table.source, fault.place.mark) == " Bob"
    assert table.rows == [("1", "Ann"), ("2", "Lee"), ("3", "Cy")]


def test_a_quote_that_never_closes_is_a_fault_and_costs_one_line() -> None:
    table = read('id,name\n1,"Ann\n2,Bob\n3,Cy\n')
    fault = only_fault(table)
    assert summary(fault) == ("table-row-malformed", 2, 3)
    assert fault.place.mark.cell == Cell(2, 2, "name")
    assert table.rows == [("1", "Ann"), ("2", "Bob"), ("3", "Cy")]
    assert str(table.place(2, 1)) == "staff.csv:4:2"


def test_text_after_a_closing_quote_is_a_fault() -> None:
    table = read('id,name\n1,"Ann" Lee\n2,"a ""b"" c" \n3,Al "x" b\n')
    fault = only_fault(table)
    assert summary(fault) == ("table-row-malformed", 2, 8)
    assert fault.place.mark.cell == Cell(2, 2, "name")
    assert table.rows == [("1", "Ann Lee"), ("2", 'a "b" c '), ("3", 'Al "x" b')]


def test_faults_of_many_rows_are_counted_beyond_a_thousand() -> None:
    table = read("id\n" + "1,2\n" * 1500)
    assert len(table.rows) == 1500
    assert len(table.faults) == 1001
    assert table.faults[-1].message == "500 more records are malformed"


def test_a_repeated_heading_is_a_fault_with_both_places() -> None:
    fault = only_fault(read("id,Name,,,NAME\n1,a,b,c,d"))
    assert fault.rule == "table-column-repeated"
    assert str(fault.place) == "staff.csv:1:5"
    assert [str(related.place) for related in fault.related] == ["staff.csv:1:2"]


def test_a_first_column_without_a_heading_is_allowed() -> None:
    table = read(",id,name\n1,a1,Ann\n2,a2,Bob")
    assert table.headings == ("", "id", "name")
    assert table.faults == []


def test_headings_without_rows_are_a_table() -> None:
    table = read("id,name\n")
    assert (table.headings, table.rows, table.faults) == (("id", "name"), [], [])


@pytest.mark.parametrize("text", ["", "\n\n", " , ,\n"])
def test_a_table_without_headings_is_a_fault(text: str) -> None:
    table = read(text)
    assert summary(only_fault(table)) == ("unreadable-file", 1, 1)
    assert (table.headings, table.rows) == ((), [])
    assert str(table.heading_place(0)).startswith("staff.csv:1")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_text(delimiter: str) -> None:
    text = f'id{delimiter}name\n1{delimiter}"x{delimiter}y,;|"\n2{delimiter}b\n'
    assert read(text).rows == [("1", f"x{delimiter}y,;|"), ("2", "b")]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("id;pay\n1;2,5\n2;3,5\n", ("id", "pay")),
        ("Name, first;Title;Unit\na;b;c\nd;e;f\n", ("Name, first", "Title", "Unit")),
        ("Salary, EUR;Name;Title\n1,5;x;y\n2,5;x;y\n", ("Salary, EUR", "Name", "Title")),
        ("id,notes\n1,a;b\n2,c;d;e\n", ("id", "notes")),
        ("name\nAnn\nBob\n", ("name",)),
        ("id\tname\n1\tLee, Ann\n2\tPark, Bo\n", ("id", "name")),
        ("id,a|b\n1,c|d\n", ("id", "a|b")),
    ],
)
def test_the_delimiter_is_the_one_that_fits_the_rows(text: str, headings: tuple[str, ...]) -> None:
    assert read(text).headings == headings


def test_a_tsv_file_is_separated_by_tabs() -> None:
    assert read("a,b\tc,d\ne,f\tg,h", "staff.TSV").headings == ("a,b", "c,d")


def test_a_delimiter_may_be_given() -> None:
    assert read("a,b;c,d\n", delimiter=";").headings == ("a,b", "c,d")


def test_a_line_that_names_the_delimiter_is_no_record() -> None:
    table = read("sep=;\r\nid;name\r\n1;a,b\r\n")
    assert table.headings == ("id", "name")
    assert str(table.place(0, 1)) == "staff.csv:2:2"
    assert spot(table.source, table.mark(0, 1)) == (3, 3, "a,b")


def test_very_long_cells_are_read_and_the_limit_of_the_csv_module_is_untouched() -> None:
    limit = csv.field_size_limit()
    long = "x" * 200_000
    table = read(f'id,note,name\n1,"{long}\n",Ann\n2,{long},Bob\n3,short,Cy\n')
    assert [row[2] for row in table.rows] == ["Ann", "Bob", "Cy"]
    assert [len(row[1]) for row in table.rows] == [200_001, 200_000, 5]
    assert table.faults == []
    assert str(table.place(2, 2)) == "staff.csv:4:3"
    assert spot(table.source, table.mark(2, 2)) == (5, 9, "Cy")
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize("text", ['id,name\n"' + "x\n" * 50_000, "id,name\n" + 'a,"b\n' * 20_000, 'a,"""\n' * 20_000])
def test_stray_quotes_cost_no_quadratic_time(text: str) -> None:
    began = time.process_time()
    assert len(read(text).rows) > 5_000
    assert time.process_time() - began < 5


def test_blocks_of_the_text_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "id,name\r\n" + "".join(f'{n},"a\r\nb {n}"\r\n' for n in range(200))
    whole = read(text)
    monkeypatch.setattr("orgmodel.reading.table_reader._BLOCK", 7)
    pieces = read(text)
    assert pieces.rows == whole.rows
    assert [pieces.mark(n, 1) for n in range(200)] == [whole.mark(n, 1) for n in range(200)]
    assert len(whole.rows) == 200


def test_other_line_separators_stay_in_the_cell() -> None:
    table = read("id,name\n1,a\u2028b\x0bc\x85d\n2,e\n")
    assert table.rows == [("1", "a\u2028b\x0bc\x85d"), ("2", "e")]
    assert spot(table.source, table.mark(1, 1)) == (3, 3, "e")


JSON = """\
{"Employee": [
  {"id": 1, "boss": null, "name": "Ann"},
  {"id": 2, "boss": 1, "name": "Bob", "site": "Oslo"}
]}
"""


def test_a_list_of_flat_records_is_a_table_with_the_marks_of_the_document() -> None:
    table = table_from_records(read_json(Source("staff.json", JSON)))
    assert table is not None
    assert table.headings == ("id", "boss", "name", "site")
    assert table.rows == [("1", "", "Ann", ""), ("2", "1", "Bob", "Oslo")]
    assert list(table.record_numbers) == [1, 2]
    assert str(table.place(1, 2)) == "staff.json:3:32"
    assert spot(table.source, table.mark(1, 3)) == (3, 47, '"Oslo"')
    assert spot(table.source, table.mark(0, 1)) == (2, 21, "null")
    assert table.mark(0, 3).line == 2
    assert spot(table.source, table.heading_mark(2)) == (2, 27, '"name"')
    assert table.mark(0, 0).cell is None


def test_a_list_of_flat_records_in_yaml_is_a_table_too() -> None:
    table = table_from_records(read_yaml(Source("staff.yaml", "- {id: 1}\n- id: 2\n  name: Bob\n")))
    assert table is not None
    assert table.rows == [("1", ""), ("2", "Bob")]
    assert spot(table.source, table.mark(1, 1)) == (3, 9, "Bob")


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "null",
        '"x"',
        '[{"a": []}]',
        '{"a": [{"b": 1}], "c": 2}',
        '["x"]',
        '{"a": {"b": 1}}',
        "[",
        '{"a":[]}',
    ],
)
def test_what_is_no_list_of_flat_records_is_no_table(text: str) -> None:
    assert table_from_records(read_json(Source("x.json", text))) is None


def test_a_sign_within_quotes_is_no_delimiter() -> None:
    text = 'id,name,"a;b""c;d"\n1,"""x;y;z",\n'
    assert read_table(Source("s.csv", text)).headings == ("id", "name", 'a;b"c;d')
