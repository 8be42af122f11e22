"""YAML becomes plain data in which text stays text."""

import gc
from typing import Any

import pytest

from orgmodel.reading.document import Document
from orgmodel.reading.yaml_reader import read_yaml
from orgmodel.source import Source

pytestmark = pytest.mark.usefixtures("each_way")


def read(text: str) -> Document:
    return read_yaml(Source("org.yaml", text))


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "no", "on", "Yes", "true", "False", "0123", "017", "1e3", "0x1F", "1_000", "1.50", ".inf", ".nan"),
        *("12:30:45", "2027-01-01", "2027-01-01T10:00:00Z", "=", "nULL", "None", "9" * 5000),
    ],
)
def test_a_plain_value_is_the_text_that_stands_there(text: str) -> None:
    assert read(f"a: {text}").data == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "# only a comment"])
def test_null_forms_and_nothing_are_none(text: str) -> None:
    assert read(f"a: {text}").data == {"a": None}
    assert read(f"- {text}").data == [None]
    assert read(text).data is None
    assert not read(text).faults


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("text", ["", "~", "null", "NO", "0123", " padded "])
def test_a_quoted_value_is_always_text(quote: str, text: str) -> None:
    assert read(f"a: {quote}{text}{quote}").data == {"a": text}


@pytest.mark.parametrize("key", ["null", "~", "true", "0123", "NO", "''", "2024"])
def test_a_key_is_always_text(key: str) -> None:
    assert read(f"{key}: x").data == {key.strip("'"): "x"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: one\n  two\nb: c", {"a": "one two", "b": "c"}),
        ('a: "x\\ty\\u00e9\\U0001F600"', {"a": "x\tyé😀"}),
        ("a: 'it''s'", {"a": "it's"}),
        ("[a, {b: c}, [d], {}, []]", ["a", {"b": "c"}, ["d"], {}, []]),
        ("{a, b: }", {"a": None, "b": None}),
        ("a:\n- b\n- - c\n  - d", {"a": ["b", ["c", "d"]]}),
        ("? a\n: b\n? c", {"a": "b", "c": None}),
        ("--- # start\na: b\n...\n", {"a": "b"}),
        ("%YAML 1.2\n---\na: b", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("a: b\rc: d", {"a": "b", "c": "d"}),
        ("a: x # note\n# note\nb: y#z", {"a": "x", "b": "y#z"}),
        ("a: 'x\u2028y'", {"a": "x\u2028y"}),
        ("名前: 田中 👩", {"名前": "田中 👩"}),
        ("just text", "just text"),
    ],
)
def test_the_forms_of_yaml_give_their_data(text: str, data: Any) -> None:
    document = read(text)
    assert document.data == data
    assert document.faults == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("!!str 5", "5"),
        ("!!str", ""),
        ("!!str null", "null"),
        ("!!int 5", "5"),
        ("!!float 1.50", "1.50"),
        ("!!bool yes", "yes"),
        ("!!null ''", ""),
        ("!!null ~", None),
        ("! 12", "12"),
        ("!!map {b: c}", {"b": "c"}),
        ("!!seq [b]", ["b"]),
    ],
)
def test_core_tags_are_allowed(text: str, value: Any) -> None:
    document = read(f"a: {text}")
    assert document.data == {"a": value}
    assert document.faults == []


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: &x foo\nb: *x", {"a": "foo", "b": "foo"}),
        ("a: &x {c: d}\nb: *x", {"a": {"c": "d"}, "b": {"c": "d"}}),
        ("a: &x [1, 2]\nb: [*x, *x]", {"a": ["1", "2"], "b": [["1", "2"], ["1", "2"]]}),
        ("a: &x foo\n*x : bar", {"a": "foo", "foo": "bar"}),
        ("&k a: b\nc: *k", {"a": "b", "c": "a"}),
        ("a: &x 1\nb: &x 2\nc: *x", {"a": "1", "b": "2", "c": "2"}),
        ("a: &x\nb: *x", {"a": None, "b": None}),
    ],
)
def test_an_alias_stands_for_its_anchor(text: str, data: Any) -> None:
    document = read(text)
    assert document.data == data
    assert document.faults == []


def test_equal_texts_are_one_object() -> None:
    data = read("a: {role: Product Manager}\nb: {role: Product Manager}").data
    assert data["a"]["role"] is data["b"]["role"]


def test_garbage_collection_is_left_as_it_was() -> None:
    assert gc.isenabled()
    read("a: [b")
    assert gc.isenabled()
    gc.disable()
    try:
        read("a: b")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x [NO, '~', ~]\nb: {c: *x, d: 0123}\ne: |\n  text\n"
    fast = read(text)
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    slow = read(text)
    assert slow.data == fast.data == {"a": ["NO", "~", None], "b": {"c": ["NO", "~", None], "d": "0123"}, "e": "text\n"}
    assert slow.slots.numbers == fast.slots.numbers


@pytest.mark.parametrize("text", ["a: b: c", "a: [", "a: 'x", "\ta: b", "a: @x", "- a\nb: c", "a: \x01", "a: !x y"])
def test_without_libyaml_malformed_text_is_a_fault_too(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    document = read(text)
    assert [fault.rule for fault in document.faults] == ["unreadable-file"]
    assert document.data is None
