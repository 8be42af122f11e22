"""Random data reads back equal, with every mark at its text; random text and bytes never raise."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import covered

from orgmodel.findings import Fault
from orgmodel.reading.document import Document, Route
from orgmodel.reading.json_reader import read_json
from orgmodel.reading.names import hidden_characters, printable
from orgmodel.reading.table import trimmed
from orgmodel.reading.table_reader import read_table
from orgmodel.reading.text import source_from_bytes
from orgmodel.reading.yaml_reader import read_yaml
from orgmodel.source import Source

# The parser still takes the three separators of YAML 1.1 for line ends within a value.
yaml_letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0\x85\u2028\u2029")
awkward = ["NO", "~", "null", "0123", "- x", "a: b", "#c", "it's", '"q"', "&a", "*a", "!x", "|", ">", "", " ", "x\n y"]
texts = st.text(yaml_letters, max_size=12) | st.sampled_from(awkward)
trees = st.recursive(
    texts | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=25,
)


class Quoting(yaml.SafeDumper):
    """Writes nulls as nulls and never an alias."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def routes(data: Any, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    yield route, data
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in children:
        yield from routes(inner, (*route, step))


def parsed(text: str) -> Any:
    """The value of a marked stretch on its own, by another reader."""
    return yaml.load(text, yaml.BaseLoader)


def check_marks(document: Document, data: Any) -> None:
    for route, value in routes(data):
        shown = covered(document.source, document.mark(route))
        if isinstance(value, str) and not shown.startswith(("|", ">")):
            assert parsed(shown) == value
        elif isinstance(value, (dict, list)) and shown[:1] in {"{", "["}:
            assert shown[-1:] == {"{": "}", "[": "]"}[shown[0]]
        if route and isinstance(route[-1], str):
            assert parsed(covered(document.source, document.mark(route, key=True))) == route[-1]


@settings(max_examples=150, deadline=None)
@given(trees, st.sampled_from([None, True, False]))
def test_any_data_written_as_yaml_reads_back_with_its_marks(data: Any, flow: bool | None) -> None:
    text = yaml.dump(data, Dumper=Quoting, allow_unicode=True, default_flow_style=flow, width=1000, sort_keys=False)
    document = read_yaml(Source("x.yaml", text))
    assert document.faults == []
    assert document.data == data
    check_marks(document, data)


@settings(max_examples=150, deadline=None)
@given(trees, st.sampled_from([None, 0, 2]), st.booleans())
def test_any_data_written_as_json_reads_back_with_its_marks(data: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    document = read_json(Source("x.json", text))
    assert document.faults == []
    assert document.data == data
    for route, value in routes(data):
        shown = json.loads(covered(document.source, document.mark(route)))
        assert shown == value


scraps = [
    *("a", "b: ", "- ", "\n", "  ", "[", "]", "{", "}", ",", ":", "? ", "&x ", "*x", "!!str ", "!y ", "|\n", ">-", "'"),
    *('"', "#", "---\n", "<<: ", "\t", "\\", "~", "é", "%", "@", "\r\n", "null", "\u2028", "\ufeff", "\x00", "..."),
]
yaml_scraps = st.lists(st.sampled_from(scraps), max_size=30).map("".join)


@settings(max_examples=400, deadline=None)
@given(yaml_scraps | st.text(max_size=40))
def test_no_text_makes_the_readers_raise(text: str) -> None:
    source = Source("x", text)
    for document in (read_yaml(source), read_json(source)):
        assert isinstance(document.mark(("a", 0, "b")).line, int)
        for route, _ in routes(document.data):
            document.mark(route)
            document.mark(route, key=True)
        assert all("\n" not in fault.message for fault in document.faults)
    table = read_table(source)
    for row, cells in enumerate(table.rows):
        assert len(cells) == len(table.headings)
        table.mark(row, len(cells) - 1)
    hidden_characters(text)
    assert printable(text).isprintable()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60), st.booleans())
def test_no_bytes_make_the_decoder_raise(data: bytes, table: bool) -> None:
    read = source_from_bytes("x", data, table=table)
    assert isinstance(read, (Source, Fault))


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8) | st.sampled_from(
    ["a,b", 'a"b', '"', "a\nb", "a\r\nb", ";", "\t|", "'x'", "\r"]
)
forms = [("\r\n", csv.QUOTE_MINIMAL), ("\n", csv.QUOTE_ALL), ("\r\n", csv.QUOTE_ALL)]
tables = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=8)
)


@settings(max_examples=200, deadline=None)
@given(tables, st.sampled_from(",;\t|"), st.sampled_from(forms))
def test_any_table_written_as_csv_reads_back_with_its_marks(
    rows: list[list[str]], delimiter: str, form: tuple[str, int]
) -> None:
    newline, quoting = form
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=newline, quoting=quoting).writerows(rows)
    table = read_table(Source("x.csv", stream.getvalue()), delimiter=delimiter)
    filled = [row for row in rows if any(map(trimmed, row))]
    if not filled or stream.getvalue().lower().startswith("sep="):
        return
    assert table.headings == tuple(map(trimmed, filled[0]))
    assert table.rows == [tuple(row) for row in filled[1:]]
    assert {fault.rule for fault in table.faults} <= {"table-column-repeated"}
    numbers = [number for number, row in enumerate(rows, 1) if any(map(trimmed, row))]
    assert list(table.record_numbers) == numbers[1:]
    for index, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            shown = covered(table.source, table.mark(index, column))
            assert shown == cell or shown == '"' + cell.replace('"', '""') + '"'
