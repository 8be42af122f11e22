"""Names written to do harm, and names of any kind, through every format."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matrix_samples import HOSTILE, matrix_of, named

from orgmodel.matrix.formats import FORMATS, Terminal, render
from orgmodel.matrix.markdown import escape
from orgmodel.matrix.plain_text import clean
from orgmodel.reports.terminal import columns as width_of

EACH = pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
ANY = st.text(max_size=60)
NS = "{http://www.w3.org/1999/xhtml}"


def page(name: str):
    return html5lib.HTMLParser(strict=True).parse(render("html", named(name)))


def cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip())[1:-1]


@EACH
def test_html_parses_strictly_and_a_name_adds_no_element_and_no_attribute(name: str) -> None:
    plain, hostile = page("Ada"), page(name)
    assert {element.tag for element in hostile.iter()} <= {element.tag for element in plain.iter()}
    assert {key for element in hostile.iter() for key in element.attrib} <= {
        key for element in plain.iter() for key in element.attrib
    }


@given(ANY)
@settings(max_examples=60, deadline=None)
def test_html_holds_any_name_as_it_is_but_for_what_no_page_shows(name: str) -> None:
    titles = ["".join(element.itertext()) for element in page(name).iter(f"{NS}h1")]
    assert titles == [clean(name) or "Responsibility matrix"] or len(name) > 160


@EACH
def test_csv_reads_back_rectangular_without_a_formula(name: str) -> None:
    rows = list(csv.reader(io.StringIO(render("csv", named(name)), newline="")))
    assert {len(row) for row in rows} == {9}
    assert len(rows) == 5
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in set("=+-@\t\r＝＋－＠") - {""}]


@given(ANY)
@settings(max_examples=60, deadline=None)
def test_csv_holds_any_name(name: str) -> None:
    rows = list(csv.reader(io.StringIO(render("csv", named(name)), newline="")))
    assert rows[1][0].removeprefix("'") == clean(name).removeprefix("'")


@EACH
def test_markdown_tables_keep_their_number_of_columns(name: str) -> None:
    lines = [line for line in render("md", named(name)).splitlines() if line.startswith("|")]
    assert {len(cells(line)) for line in lines} == {4}
    assert len(lines) == 8


@EACH
def test_markdown_holds_no_html_no_link_and_no_line_of_a_name(name: str) -> None:
    text = render("md", named(name))
    assert "<" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "://" not in text.replace("\\:", "")
    assert len(text.splitlines()) == len(render("md", named("Ada")).splitlines())


@given(ANY)
@settings(max_examples=100, deadline=None)
def test_markdown_escapes_are_undone_to_the_clean_name(name: str) -> None:
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape(name))
    assert text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == clean(name)


@EACH
@pytest.mark.parametrize("width", [40, 80, 160])
def test_terminal_lines_keep_their_width_and_hold_no_control_character(name: str, width: int) -> None:
    for line in render("text", named(name), Terminal(width)).split("\n"):
        assert width_of(line) <= width
        assert not [char for char in line if unicodedata.category(char) in {"Cc", "Cs"} or char in "\u202e\u2066"]
        assert not line.startswith("::")


@EACH
def test_no_format_shows_a_direction_override(name: str) -> None:
    for format_name in FORMATS:
        assert not set(render(format_name, named(name))) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_hostile_ids_and_titles_of_a_loaded_model_reach_every_format_and_view() -> None:
    names = [name for name in HOSTILE if name.isprintable() and len(name) <= 100 and ":" not in name and name.strip()]
    roles = {f"r{i}": {"title": name} for i, name in enumerate(names)}
    seats = {f"p{i}": {"role": f"r{i}", "unit": "u", "holder": name} for i, name in enumerate(names)}
    rows = {
        f"a{i}": {"title": name, "group": name, "assign": {"A": f"r{i}", "R": list(roles)}}
        for i, name in enumerate(names)
    }
    sections = {"roles": roles, "units": {"u": {"title": names[0]}}, "positions": seats, "activities": rows}
    for by in ("role", "position", "person", "unit"):
        matrix = matrix_of(sections, by=by)
        html5lib.HTMLParser(strict=True).parse(render("html", matrix))
        table = list(csv.reader(io.StringIO(render("csv", matrix), newline="")))
        assert {len(line) for line in table} == {7 + len(matrix.columns)}
        assert len(table) == 1 + len(names)
        assert render("md", matrix)
        assert render("text", matrix)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u202eb", "ab"),
        ("a\r\n b\t", "a b"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * 3),
        ("👩\u200d💻", "👩\u200d💻"),
        ("a\u200db", "ab"),
        ("\ud800x", "x"),
    ],
)
def test_text_is_cleaned_to_one_line_that_can_be_seen(text: str, expected: str) -> None:
    assert clean(text) == expected
