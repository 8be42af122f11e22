"""JSON is read by the rules of YAML: text stays text, keys stand once, every value has its mark."""

import json
import time
from typing import Any

import pytest
from marked_text import spot, summary

from orgmodel.reading.document import Document, Route
from orgmodel.reading.json_reader import read_json
from orgmodel.reading.limits import Limits
from orgmodel.source import Source


def read(text: str, **limits: int) -> Document:
    return read_json(Source("org.json", text), Limits(**limits))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ('{"a": 1.50, "b": true, "c": null, "d": -1e3}', {"a": "1.50", "b": "true", "c": None, "d": "-1e3"}),
        ('["NO", "", "null", 0]', ["NO", "", "null", "0"]),
        ('{"": {"a": []}, "b": {}}', {"": {"a": []}, "b": {}}),
        (' \r\n\t"x" ', "x"),
        ("null", None),
        (r'"\u00e9\n\t\"\\\/\ud83d\ude00"', 'é\n\t"\\/😀'),
        ('{"a\\u0062": 1}', {"ab": "1"}),
        ('"' + "x" * 200_000 + '"', "x" * 200_000),
        ("9" * 5000, "9" * 5000),
        ('"\u2028"', "\u2028"),
    ],
)
def test_the_forms_of_json_give_their_data(text: str, data: Any) -> None:
    document = read(text)
    assert document.data == data
    assert document.faults == []


TEXT = """\
{
  "name": "A \\"B\\"",
  "roles": [
    {"id": "pm", "level": 3, "tags": [ "x", {} ]},
    {"id": null, "👩": "y"}
  ],
  "empty": {}
}
"""


@pytest.mark.parametrize(
    ("route", "key", "expected"),
    [
        (("name",), False, (2, 11, '"A \\"B\\""')),
        (("name",), True, (2, 3, '"name"')),
        (("roles", 0, "level"), False, (4, 27, "3")),
        (("roles", 0, "tags"), False, (4, 38, '[ "x", {} ]')),
        (("roles", 0, "tags", 1), False, (4, 45, "{}")),
        (("roles", 1, "id"), False, (5, 12, "null")),
        (("roles", 1), False, (5, 5, '{"id": null, "👩": "y"}')),
        (("roles", 1, "👩"), False, (5, 23, '"y"')),
        (("roles", 1, "str", "id"), True, (5, 6, '"id"')),
        (("empty",), False, (7, 12, "{}")),
    ],
)
def test_keys_and_values_are_marked(route: Route, key: bool, expected: tuple[int, int, str]) -> None:
    document = read(TEXT)
    assert document.faults == []
    assert spot(document.source, document.mark(route, key=key)) == expected


def test_repeated_keys_are_told_and_the_first_wins() -> None:
    document = read('{"a": 1,\n "b": {"c": 1, "c": [2]},\n "a": {"x": 3}, "d": 4}')
    assert document.data == {"a": "1", "b": {"c": "1"}, "d": "4"}
    assert [summary(fault) for fault in document.faults] == [("duplicate-key", 2, 16), ("duplicate-key", 3, 2)]
    assert str(document.faults[1].related[0].place) == "org.json:1:2"
    assert spot(document.source, document.mark(("d",))) == (3, 22, "4")


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("", 1, 1, "the file ends where a value is expected"),
        ('{"a": 1,\n}', 2, 1, '"}" stands where a key in double quotes is expected'),
        ("[1,]", 1, 4, '"]" stands where a value is expected'),
        ("[1 2]", 1, 4, "\"2\" stands where ',' or ']' is expected"),
        ('{"a" 1}', 1, 6, "\"1\" stands where ':' after the key is expected"),
        ('{"a": 1 "b": 2}', 1, 9, "stands where ',' or '}' is expected"),
        ("{a: 1}", 1, 2, '"a" stands where a key in double quotes'),
        ("{'a': 1}", 1, 2, "stands where a key in double quotes"),
        ("[NaN]", 1, 2, "NaN is no JSON value"),
        ("[-Infinity]", 1, 2, "-Infinity is no JSON value"),
        ("[01]", 1, 2, '"01" stands where a value'),
        ("[1.]", 1, 2, '"1." stands where a value'),
        ("[+1]", 1, 2, '"+1" stands where a value'),
        ("[tru]", 1, 2, '"tru" stands where a value'),
        ("1 2", 1, 3, '"2" follows, but the value before is complete'),
        ("[1]]", 1, 4, '"]" follows'),
        ("[}", 1, 2, '"}" stands where a value'),
        ('{"a": [1}', 1, 9, "stands where ',' or ']' is expected"),
        ('{"a":\n [1', 2, 4, "the file ends where ',' or ']' is expected"),
        ('["a\n"]', 1, 2, "a quote is never closed on its line"),
        ('["a\tb"]', 1, 4, 'the character "\\t" is not allowed in a text'),
        ('["a\\q"]', 1, 4, "an unknown escape"),
        ('["\\u12"]', 1, 3, "an escape with too few digits"),
        ('["a\\ud800"]', 1, 2, "an escape that is half a character"),
        ("// note\n1", 1, 1, '"/" stands where a value is expected'),
        ('{"a": /* b */ 1}', 1, 7, '"/" stands where a value is expected'),
        ("\ufeff1", 1, 1, '"\\ufeff" stands where a value is expected'),
    ],
)
def test_what_is_not_json_is_told_with_its_place(text: str, line: int, column: int, words: str) -> None:
    document = read(text)
    (fault,) = document.faults
    assert summary(fault) == ("unreadable-file", line, column)
    assert words in fault.message
    assert document.data is None


def test_what_is_open_at_a_fault_is_told_with_what_to_do() -> None:
    (fault,) = read('{"a": [1,\n 2,]}').faults
    assert [(str(related.place), related.note) for related in fault.related] == [
        ("org.json:1:7", "the list opens here")
    ]
    assert fault.fix == "remove the comma before it"


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_very_deep_nesting_is_refused_at_once(opening: str) -> None:
    began = time.process_time()
    (fault,) = read(opening * 100_000).faults
    assert summary(fault) == ("limit-exceeded", 1, 64 * len(opening) + 1)
    assert time.process_time() - began < 1
    assert read("[" * 64 + "]" * 64).faults == []


def test_limits_on_values_and_characters_are_faults() -> None:
    assert [fault.rule for fault in read(json.dumps(list(range(99))), nodes=9).faults] == ["limit-exceeded"]
    assert [fault.rule for fault in read("[1, 2]", characters=3).faults] == ["limit-exceeded"]
