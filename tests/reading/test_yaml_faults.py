"""What is wrong with a YAML file is told in one run, with its places."""

import time

import pytest
from marked_text import covered, summary

from orgmodel.reading.document import Document
from orgmodel.reading.limits import Limits
from orgmodel.reading.yaml_reader import read_yaml
from orgmodel.source import Source

pytestmark = pytest.mark.usefixtures("each_way")


def read(text: str, **limits: int) -> Document:
    return read_yaml(Source("org.yaml", text), Limits(**limits))


def test_the_first_of_two_equal_keys_wins_and_both_places_are_told() -> None:
    document = read("roles:\n  pm: {level: 3}\n  cpo: {}\n  pm: {level: 4}\n")
    (fault,) = document.faults
    assert document.data == {"roles": {"pm": {"level": "3"}, "cpo": {}}}
    assert summary(fault) == ("duplicate-key", 4, 3)
    assert covered(document.source, fault.place.mark) == "pm"
    assert fault.message == 'the key "pm" is given twice in one mapping, first at line 2, column 3'
    assert [(str(related.place), related.note) for related in fault.related] == [
        ("org.yaml:2:3", "first given here; this one counts")
    ]
    assert fault.entities == ()


def test_a_key_given_three_times_is_one_fault() -> None:
    (fault,) = read("a: 1\nb: 2\na: 3\na: 4").faults
    assert summary(fault) == ("duplicate-key", 3, 1)
    assert [str(related.place) for related in fault.related] == ["org.yaml:1:1", "org.yaml:4:1"]
    assert "3 times" in fault.message


def test_all_repeated_keys_are_told() -> None:
    document = read("a: {x: 1, x: 2}\nb:\n  - y: 1\n    'y': 2\nb: 3\n\"a\": 4")
    assert [summary(fault) for fault in document.faults] == [
        ("duplicate-key", 1, 11),
        ("duplicate-key", 4, 5),
        ("duplicate-key", 5, 1),
        ("duplicate-key", 6, 1),
    ]
    assert document.data == {"a": {"x": "1"}, "b": [{"y": "1"}]}


def test_a_repeated_key_through_an_alias_is_told() -> None:
    (fault,) = read("a: &x b\nb: 1\n*x : 2").faults
    assert summary(fault) == ("duplicate-key", 3, 1)


def test_repeated_keys_before_a_broken_place_are_told_too() -> None:
    document = read("a:\n  b: 1\n  b: 2\n  c: [x\n")
    assert [summary(fault) for fault in document.faults] == [("duplicate-key", 3, 3), ("unreadable-file", 5, 1)]
    assert document.data is None


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("title: Head: Product", 1, 12, "a second ':' in one value"),
        ("name\nrole: pm", 1, 1, "this line has no ':' after its key \"name\""),
        ("a: b\n c: d", 2, 3, "the text above is not finished"),
        ("a: [b,\nc: d", 2, 5, "a list in [ ] is not closed"),
        ("a: {b: c", 1, 9, "a mapping in { } is not closed"),
        ("a: 'b", 1, 4, 'the quote before "b" is never closed'),
        ('a: x\nb: "c\n---\n"', 2, 4, "a quote is still open"),
        ("a:\n\tb: c", 2, 1, "a tab stands where YAML allows only blanks"),
        ("a: @b", 1, 4, 'a value cannot begin with "@"'),
        ("a: `b`", 1, 4, 'a value cannot begin with "`"'),
        ("a: 50\nb: %x", 2, 4, 'a value cannot begin with "%"'),
        ("- a\nb: c", 2, 1, "a list ends here"),
        ("a: - b", 1, 4, "a list item ('- ') cannot begin here"),
        ("a: b]\nc: [d]]", 2, 7, "this does not fit here"),
        ('a: "b" c', 1, 8, "this does not fit here"),
        ('a: "\\q"', 1, 4, "unknown escape"),
        ("a: |x\n", 1, 5, "text after '|' or '>'"),
        ("a: !u!x y", 1, 4, "an unknown tag"),
        ("%YAML 3.0\n---\na", 1, 1, "a YAML version other than 1.x"),
        ("a: b\x07", 1, 5, 'the character "\\u0007" is not allowed in YAML'),
        ("a: *", 1, 5, "an anchor or alias without a name"),
        ("a: b\n--- c", 2, 1, "a second document"),
        ("{{ name }}: b", 1, 1, "a mapping stands where a key is expected"),
        ("? [a]\n: b", 1, 3, "a list stands where a key is expected"),
        ("a: &x [b]\n*x : c", 2, 1, "the alias stands for no text"),
        ("a: *x", 1, 4, 'the alias "*x" has no anchor before it'),
        ("a: &x [b, *x]", 1, 11, 'the alias "*x" stands within the value it repeats'),
        ("a: &x {b: {c: *x}}", 1, 15, "stands within the value it repeats"),
        ("a: !!python/object/apply:os.system [ls]", 1, 4, 'the tag "!!python/object/apply:os.system"'),
        ("a: !Ref b", 1, 4, 'the tag "!Ref" is not supported'),
        ("a: !!binary b", 1, 4, 'the tag "!!binary" is not supported'),
        ("a: !!timestamp 2027-01-01", 1, 4, "not supported"),
        ("a: !!set {b, c}", 1, 4, 'the tag "!!set"'),
        ("a: !!map [b]", 1, 4, 'the tag "!!map"'),
        ("a: !!null b", 1, 4, 'the value "b" is tagged as null'),
        ("a: &x {b: c}\nd:\n  <<: *x", 3, 3, "merge keys ('<<') are not supported"),
        ("a: \ud800", 1, 4, 'the character "\\ud800"'),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, line: int, column: int, words: str) -> None:
    document = read(text)
    (fault,) = document.faults
    assert summary(fault) == ("unreadable-file", line, column)
    assert words in fault.message
    assert fault.message[0].islower()
    assert "\n" not in fault.message
    assert document.data is None


def test_where_an_open_bracket_began_is_told() -> None:
    (fault,) = read("a:\n  - [b,\nc: d").faults
    assert [(str(related.place), related.note) for related in fault.related] == [
        ("org.yaml:2:5", "the list opens here")
    ]


def test_a_second_document_names_the_first() -> None:
    (fault,) = read("---\na: b\n---\nc: d").faults
    assert summary(fault) == ("unreadable-file", 3, 1)
    assert [str(related.place) for related in fault.related] == ["org.yaml:1:1"]


def test_tags_and_merge_keys_are_all_told_in_one_run() -> None:
    document = read("a: !x 1\nb: !y 2\nc: {<<: {d: 1}}\ne: 1\ne: 2")
    assert [summary(fault) for fault in document.faults] == [
        ("unreadable-file", 1, 4),
        ("unreadable-file", 2, 4),
        ("unreadable-file", 3, 5),
        ("duplicate-key", 5, 1),
    ]


def test_a_quoted_merge_sign_is_an_ordinary_key() -> None:
    assert read('"<<": a').data == {"<<": "a"}


def test_values_may_be_nested_64_levels_deep_and_no_deeper() -> None:
    assert read("[" * 64 + "]" * 64).faults == []
    (fault,) = read("[" * 65 + "]" * 65).faults
    assert summary(fault) == ("limit-exceeded", 1, 65)
    assert "64 levels" in fault.message


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 5_000 + "x"])
def test_very_deep_nesting_is_refused_at_once(text: str) -> None:
    began = time.process_time()
    (fault,) = read(text).faults
    assert fault.rule == "limit-exceeded"
    assert time.process_time() - began < 1


def test_an_alias_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    began = time.process_time()
    document = read("\n".join(lines))
    assert [summary(fault) for fault in document.faults] == [("limit-exceeded", 7, 10)]
    assert document.data is None
    assert time.process_time() - began < 1


def test_limits_on_values_and_characters_are_faults() -> None:
    assert [fault.rule for fault in read("[a, b, c, d, e, f]", nodes=3).faults] == ["limit-exceeded"]
    assert [fault.rule for fault in read("a: b", characters=3).faults] == ["limit-exceeded"]
    assert [fault.rule for fault in read("a: &x [1, 2]\nb: *x", alias_nodes=2).faults] == ["limit-exceeded"]


def test_a_long_value_is_cut_in_a_message() -> None:
    (fault,) = read(f"{'k' * 200}: 1\n{'k' * 200}: 2").faults
    assert len(fault.message) < 200
    assert "…" in fault.message
