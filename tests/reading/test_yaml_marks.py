"""Every key and value of a YAML file is found again in its text."""

import pytest
from marked_text import spot

from orgmodel.reading.document import Document, Route
from orgmodel.reading.yaml_reader import read_yaml
from orgmodel.source import START, Source

pytestmark = pytest.mark.usefixtures("each_way")

TEXT = """\
# a comment
orgmodel: 1
roles:
  pm:
    title: "Product \\"Manager\\""
    aliases: [Planner, 'It''s me']   # two
    reports_to: ~
    holder:
    purpose: >-
      Turn a market problem
      into a product.
    skills: {discovery: 4, empty: , last: [a, b ] }
  cpo: {title: Chief, tags: []}
list:
- one
-
- two words
  folded on
- - inner
- !!str 5
- &anchor {deep: &inner x}
- *inner
- *anchor
"""


def read(text: str) -> Document:
    return read_yaml(Source("org.yaml", text))


@pytest.fixture(scope="module")
def document() -> Document:
    return read(TEXT)


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("orgmodel",), (2, 11, "1")),
        (("roles",), (4, 3, "pm")),
        (("roles", "pm"), (5, 5, "title")),
        (("roles", "pm", "title"), (5, 12, '"Product \\"Manager\\""')),
        (("roles", "pm", "aliases"), (6, 14, "[Planner, 'It''s me']")),
        (("roles", "pm", "aliases", 0), (6, 15, "Planner")),
        (("roles", "pm", "aliases", 1), (6, 24, "'It''s me'")),
        (("roles", "pm", "reports_to"), (7, 17, "~")),
        (("roles", "pm", "holder"), (8, 5, "holder")),
        (("roles", "pm", "purpose"), (9, 14, ">-\n      Turn a market problem\n      into a product.")),
        (("roles", "pm", "skills"), (12, 13, "{discovery: 4, empty: , last: [a, b ] }")),
        (("roles", "pm", "skills", "discovery"), (12, 25, "4")),
        (("roles", "pm", "skills", "empty"), (12, 28, "empty")),
        (("roles", "pm", "skills", "last"), (12, 43, "[a, b ]")),
        (("roles", "cpo"), (13, 8, "{title: Chief, tags: []}")),
        (("roles", "cpo", "tags"), (13, 29, "[]")),
        (("list",), (15, 1, "-")),
        (("list", 0), (15, 3, "one")),
        (("list", 1), (16, 1, "-")),
        (("list", 2), (17, 3, "two words\n  folded on")),
        (("list", 3), (19, 3, "-")),
        (("list", 3, 0), (19, 5, "inner")),
        (("list", 4), (20, 9, "5")),
        (("list", 5), (21, 11, "{deep: &inner x}")),
        (("list", 5, "deep"), (21, 25, "x")),
        (("list", 6), (22, 3, "*inner")),
        (("list", 7), (23, 3, "*anchor")),
        (("list", 7, "deep"), (21, 25, "x")),
    ],
)
def test_a_value_is_marked(document: Document, route: Route, expected: tuple[int, int, str]) -> None:
    assert spot(document.source, document.mark(route)) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("orgmodel",), (2, 1, "orgmodel")),
        (("roles", "pm"), (4, 3, "pm")),
        (("roles", "pm", "skills", "empty"), (12, 28, "empty")),
        (("roles", "pm", "skills", "last"), (12, 37, "last")),
        (("roles", "cpo", "tags"), (13, 23, "tags")),
        (("list", 0), (15, 3, "one")),
        (("list", 7, "deep"), (21, 12, "deep")),
    ],
)
def test_a_key_is_marked(document: Document, route: Route, expected: tuple[int, int, str]) -> None:
    assert spot(document.source, document.mark(route, key=True)) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("roles", "pm", "aliases", "str", 1), (6, 24, "'It''s me'")),
        (("roles", "function-after", "cpo", "Role", "title"), (13, 16, "Chief")),
        (("roles", "cpo", "grade"), (13, 8, "{title: Chief, tags: []}")),
        (("roles", "cpo", "[key]"), (13, 3, "cpo")),
        (("nothing", "like", "this"), (2, 1, "orgmodel")),
        (("list", 99), (15, 1, "-")),
        (("list", -1), (15, 1, "-")),
        ((), (2, 1, "orgmodel")),
    ],
)
def test_steps_that_lead_nowhere_are_skipped(document: Document, route: Route, expected: tuple[int, int, str]) -> None:
    assert spot(document.source, document.mark(route)) == expected


def test_an_absent_entry_is_marked_at_the_key_that_should_hold_it(document: Document) -> None:
    mark = document.mark(("roles", "pm", "grade"), key=True)
    assert spot(document.source, mark) == (4, 3, "pm")


def test_a_place_names_the_file(document: Document) -> None:
    assert str(document.place(("roles", "cpo", "title"))) == "org.yaml:13:16"


def test_a_numeric_step_finds_a_key_of_digits() -> None:
    document = read("2024: {a: b}")
    assert spot(document.source, document.mark((2024, "a"))) == (1, 11, "b")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_at_each_kind_of_newline(newline: str) -> None:
    document = read(newline.join(["a:", "  - x", "", "  - y", "b: z"]))
    assert spot(document.source, document.mark(("a", 1))) == (4, 5, "y")
    assert spot(document.source, document.mark(("b",))) == (5, 4, "z")


def test_other_line_separators_are_no_lines_and_an_emoji_is_one_column() -> None:
    document = read('a: "x\u2028y\u0085z"\n"👩👩": b\nc: 👩 d')
    assert spot(document.source, document.mark(("👩👩",))) == (2, 7, "b")
    assert spot(document.source, document.mark(("c",))) == (3, 4, "👩 d")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x foo", (1, 7, "foo")),
        ("a: !!str foo", (1, 10, "foo")),
        ("a: &x !!str 'foo'", (1, 13, "'foo'")),
        ("a: !!str &x\n  foo", (2, 3, "foo")),
        ("a: &x\n  b: c", (2, 3, "b")),
        ("a: &x [b]", (1, 7, "[b]")),
        ("a: !!null\nnull: x", (1, 1, "a")),
        ("a: !<tag:yaml.org,2002:str> b", (1, 29, "b")),
        ("a:   \n\n  far", (3, 3, "far")),
        ("? a\n: b", (2, 3, "b")),
        ("a: |\n\n  b\n\nc: d", (1, 4, "|\n\n  b")),
        ("a: |\nc: d", (1, 4, "|")),
        ("a: |2-\n    b", (1, 4, "|2-\n    b")),
        ('a: "x\\\n  y"', (1, 4, '"x\\\n  y"')),
        ("a: [ # c]\n x, # d\n ]", (1, 4, "[ # c]\n x, # d\n ]")),
        ("a: [b: c, d]", (1, 4, "[b: c, d]")),
        ("a: {b: [{c: {}}]}", (1, 4, "{b: [{c: {}}]}")),
        ("a: {b}", (1, 4, "{b}")),
        ("a: &y {b: &x 1, c: *x}", (1, 7, "{b: &x 1, c: *x}")),
    ],
)
def test_a_value_is_marked_behind_its_properties_and_to_its_end(text: str, expected: tuple[int, int, str]) -> None:
    document = read(text)
    assert document.faults == []
    assert spot(document.source, document.mark(("a",))) == expected


def test_values_after_a_repeated_key_keep_their_marks() -> None:
    document = read("a: 1\na: {x: [1, 2], y: z}\nb: {c: 1, c: {q: 2}, d: 3}\ne: 4")
    assert document.data == {"a": "1", "b": {"c": "1", "d": "3"}, "e": "4"}
    assert spot(document.source, document.mark(("a",))) == (1, 4, "1")
    assert spot(document.source, document.mark(("b", "d"))) == (3, 25, "3")
    assert spot(document.source, document.mark(("e",))) == (4, 4, "4")


def test_an_alias_may_name_an_anchor_within_a_repeated_entry() -> None:
    document = read("a: 1\na: [&x {q: 2}]\nb: *x")
    assert document.data == {"a": "1", "b": {"q": "2"}}
    assert spot(document.source, document.mark(("b", "q"))) == (2, 12, "2")


def test_long_containers_are_marked_to_the_last_entry() -> None:
    document = read("".join(f"k{n}:\n  - {n}\n" for n in range(1000)))
    assert spot(document.source, document.mark(("k999", 0))) == (2000, 5, "999")
    assert spot(document.source, document.mark(("k500",), key=True)) == (1001, 1, "k500")


@pytest.mark.parametrize("text", ["", "# nothing", "a: ["])
def test_without_data_every_mark_is_the_start(text: str) -> None:
    assert read(text).mark(("a", 0)) == START
