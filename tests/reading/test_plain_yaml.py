"""The plain way of reading YAML: what it answers, what it leaves to libyaml, and that both say the same."""

import sys
from pathlib import Path

import pytest
from two_ways import is_plain

from orgmodel.reading.limits import Limits
from orgmodel.reading.plain_yaml import read_plain

ROOT = Path(__file__).parent.parent.parent
FILES = {
    path.relative_to(ROOT).as_posix(): path.read_bytes().decode()
    for folder in ("examples", "orgmodel/library", "tests")
    for suffix in ("*.yaml", "*.yml")
    for path in (ROOT / folder).rglob(suffix)
}
LEFT_TO_LIBYAML = {
    "tests/cases/broken-yaml/org.yaml": "a bracket that is not closed",
    "tests/cases/hostile-names/org.yaml": "an escape in quotes",
    "tests/rules/said/": "several documents in one file",
}


def test_every_file_of_the_examples_libraries_and_cases_is_read_the_plain_way() -> None:
    left = sorted(name for name, text in FILES.items() if not is_plain(text))
    assert [name for name in left if not name.startswith(tuple(LEFT_TO_LIBYAML))] == []
    assert len(FILES) - len(left) > 80


PLAIN = [
    *("a: b", "a: b\n", "\n\na: b\n\n", "---\na: b", "# c\na: b", "  a: b\n  c: d", " - a\n - b", "a: b #c"),
    *("a: b#c", "a: b # c: d", "a: b   ", "a:   b", "a: b  # c", "a:\n", "a:", "a: ", "a: # c", "a:   \nb:"),
    *("a: -5", "a: -x", "a: .5", "a: ...", "a: .net", "a: x:y", "a: x :y", "a: http://x/y?z#q", "a: it's"),
    *('a: x"y"', "a: x, y", "a: x [y] {z}", "a: 1 & 2", "a: 50%", "a: x | y", "a: a*b", "a: x!", "a: x > y"),
    *("a: <<", "a: =", "a: -1 - 2", "a: ~", "a: null", "a: Null", "a: NULL", "a: nULL", "a: '~'", 'a: "null"'),
    *("a: ''", 'a: ""', "'': x", "a: NO", "a: 0123", "a: 1e3", "a: 2026-11-01", "2024: x", "2024: x\n'2025': y"),
    *("true: x", "a b c: d", "a  b: c", "'a': b", "\"a b\": 'c # d'", "'<<': x", "'a: b': c", '"- a": b'),
    *("'null': x\n\"~\": y", "a: 'b' # c", 'a: "b: c"', "a:\n  b: c", "a:\n  b:\n    c: d\n  e: f\ng: h"),
    *("a:\n    b: c\nd:\n e: f", "a:\n  b:\n\n  # x\n    c: d", "a:\nb:\n", "a:\n- b\n- c\nd: e"),
    *("a:\n  - b\n  - c\nd: e", "a:\n- b: c\n  d: e\n- f: g\nh: i", "a:\n-\n-\nb:"),
    *("- a: b\n  c:\n  - d\n  e: f", "- a\n- b", "-\n- a", "- a:\n- b:", "- - a\n  - b\n- - c", "- - - a"),
    *("-\n  a: b\n  c: d", "-   a: b\n    c: d", "- # c\n  a: b", "a:\n- b: c\nd: e", "- a: b\n- c: d"),
    *("- a:\n    b: c\n  d: e", "a:\n- - b\n  - c\n- d", "- a: [b]\n  c: {d: e}", "- [a]\n- {b: c}", "a: []"),
    *("a: {}", "a: [ ]", "a: { }", "a: [b]", "a: [b, c]", "a: [ b , c ]", "a: [b,c]", "a: {b: c}"),
    *("a: { b: c , d: e }", "a: {b: [c, {d: e}], f: {}}", "a: [[b], [], [[c]]]", "a: [b c, 'd, e', \"f]\"]"),
    *("a: {'b': \"c\"}", "a: {b: , c: d}", "a: {b: }", "a: [~, null, '~']", "a: {b: ~}", "a: [x:y, -1]"),
    *("a: {b: c:d}", "a: [b] # c", "a: {b: c}  # d, e", "a: [b,\n  c]", "a: {b: c,\n    d: e}\nf: g"),
    *("a: [\n  b,\n  c\n  ]", "a: {\n  b: c\n }", "a:\n  {b: c,\n   d: e}", "a:\n  [b]\nc: d", "a:\n  b\nc: d"),
    *("a:\n  'b'", "a: # c\n  b", "-\n  a\n-\n  'b'", "名前: 田中 👩", "é: [ü, {ß: \xa0x}]", "a: x\xa0\nb: \xa0"),
    *("a: x\u200by", "a: " + "x" * 5000, "- " + "x" * 5000, "a: [" + "x" * 2000 + "]", "x" * 500 + ": a"),
    *("a: '" + "x" * 2000 + "'", "a: {b: " + "x " * 900 + "x}"),
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_people_write_is_read_the_plain_way_and_as_by_libyaml(text: str) -> None:
    assert is_plain(text)


LEFT = [
    *("", "\n", "# c", "  ", "text", "'text'", "[a]", "{a: b}", "~", "---", "--- a", "---\n", "---\n---\na: b"),
    *("--- # c\na: b", "a: b: c", "a: b:", "a: b: ", "a: - b", "a: ? b", "a: : b", "a: *b", "a: &b c", "a: !b c"),
    *("a: |\n  b", "a: >\n  b", "a: @b", "a: `b", "a: %b", "a: [b", "a: b]\n c", "a: {b", "a: 'b", 'a: "b'),
    *("a: 'it''s'", 'a: "\\n"', "a: 'b' c", 'a: "b"c', "a: 'b'#c", "? a", "? a\n: b", ": a", "a:b", "a :b"),
    *("a : b", "'a' : b", "'a':b", "-a: b", ".a: b", "<<: a", "<a: b", "~: a", "a#b: c", "a: b\n  c"),
    *("a: b\n  c: d", "a: b\n c", "a:\n  b\n  c", "a: 'b\n  c'", "a:\n    b: c\n  d: e", "a: b\n - c"),
    *("a: b\n- c", "- a\nb: c", "- a\n  b", "- a\n  - b", "- a: b\nc: d", "- a: b\n c: d", "- a: b\n   c: d"),
    *("a:\n  - b\n c: d", "a:\n  - b\n  c: d", "a: b\na: c", "a:\na: b", "a: b\n'a': c", "- a: b\n  a: c"),
    *("a: {b: c, b: d}", "a: {b: , b: d}", "a:\n  b: c\nd: e\na: f", "a: {b}", "a: {b, c: d}", "a: {b:c}"),
    *("a: {'b':c}", "a: {b:}", "a: [b: c]", "a: [b, ]", "a: [b,, c]", "a: [, b]", "a: [b c", "a: {b: c, }"),
    *("a: [b] c", "a: [b]: c", "a: [b]#c", "a: [b #c]", "a: [#b]", "a: {b: c: d}", "a: {? b: c}", "a: [? b]"),
    *("a: [b]]", "a: {b: c]", "a: [b}", "a: [- b]", "a: [-]", "a: [&b c]", "a: [*b]", "a: {<<: b}", "a: [b,\nc]"),
    *("a: [b\n  , c]", "a: [b, # c\n  d]", "a:\tb", "\ta: b", "a: b\t", "a: b\tc", "# \t\na: b", "a: b\r\n"),
    *("a: b\rc: d", "a: b\x85", "a: b\u2028c", "a: b\u2029c", "a: \x07", "\ufeffa: b", "a: \ufeff", "a: \ufffe"),
    *("a: \uffff", "a: \ud800", "a: \x7f", "a: \x00", "a: b # \x07", "a: '\x07'", "%YAML 1.2\n---\na: b"),
    *("a: b\n---\nc: d", "a: b\n...", "...\na: b", "... a: b", "--- a: b", "x" * 1025 + ": a"),
    *("'" + "x" * 1025 + "': a", "a: {" + "x" * 1025 + ": b}", "null: x", "a: {null: b}"),
]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_surely_plain_is_left_to_libyaml(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("a:\n  b:\n    c: d", {"depth": 3}),
        ("- - a", {"depth": 2}),
        ("a:\n  - [{b: [c]}]", {"depth": 5}),
        ("a: {b: c}", {"depth": 2}),
        ("a:\n  b: [c]", {"depth": 3}),
        ("a:\n  b: c\n  d:\n    e: [f]", {"depth": 4}),
        ("a:\n  b: c\nd:\n  e: f", {"nodes": 8}),
        ("a: b", {"nodes": 4}),
        ("a: b\nc: d", {"nodes": 5}),
        ("a:\n  b:\n    c: d", {"nodes": 7}),
    ],
)
def test_the_limits_of_a_file_hold_for_the_plain_way_too(text: str, limits: dict[str, int]) -> None:
    assert is_plain(text, Limits(**limits))
    (name, bound), *_ = limits.items()
    assert read_plain(text, Limits(**{name: bound - 1})) is None


def test_every_character_that_is_taken_is_taken_as_by_libyaml() -> None:
    rows = ["".join(map(chr, range(start, start + 256))) for start in range(0x100, sys.maxunicode, 256)]
    taken = [chr(code) for code in range(0xA0, 0x100)]
    for row in rows:
        whole = read_plain(f"a: {row}") is not None
        taken += row if whole else [character for character in row if read_plain(f"a: {character}") is not None]
    assert len(taken) == sys.maxunicode + 1 - 0xA0 - len("\u2028\u2029\ufeff\ufffe\uffff") - 0x800
    lines = []
    for start in range(0, len(taken), 200):
        row = "".join(taken[start : start + 200])
        lines += [f"k{row}: v{row}", f"{row} {start}: {row}", f"'{row}': \"{row}\"", f"l{row}: [x{row}, {row}]"]
        lines += [f"m{row}: {{x{row}: y{row}}} # {row}", f"n{row}: # {row}", f"  - {row}"]
    assert is_plain("\n".join(lines))


def test_equal_texts_are_one_object() -> None:
    data, _ = read_plain("a:\n  role: pm x\nb: {role: pm x}\nc: [pm x]\nd: 'pm x'\ne: pm x # c\n") or (None, None)
    assert len({id(text) for text in (data["a"]["role"], data["b"]["role"], data["c"][0], data["d"], data["e"])}) == 1


def test_many_different_texts_are_read_too() -> None:
    lines = [f"k{n}:\n  title: Title {n}\n  tags: [t{n}, {{t: u{n}}}]\n  of: {{t{n}: u{n}}}" for n in range(5_000)]
    assert is_plain("\n".join(lines))


def test_equal_texts_are_one_object_after_many_different_ones_too() -> None:
    text = "".join(f"k{n}:\n  title: Title {n}\n  of: same\n" for n in range(20_000))
    data, _ = read_plain(text) or (None, None)
    assert len({id(entry["of"]) for entry in data.values()}) < 10


ENTRIES = {
    "entries in a row": "a:\n  b: c\n  d: e\nf:\n  g: h\ni:\n  j: k\n",
    "an entry with more below": "a:\n  b: c\n  d:\n    e: f\n  g: h\ni:\n  j: k",
    "an entry further in than the one before": "a:\n  b: c\nd:\n    e: f\ng:\n  h: i",
    "an entry further out than the one before": "a:\n    b: c\nd:\n  e: f",
    "entries in an entry": "s:\n  a:\n    b: c\n  d:\n    e: f\nt:\n  a:\n    b: c",
    "a comment in an entry": "a:\n  b: c\n  # x\n  d: e\nf:\n  g: h",
    "a comment between entries": "a:\n  b: c\n# x\nd:\n  e: f",
    "a blank line in an entry": "a:\n  b: c\n\n  d: e\n\nf:\n  g: h",
    "a list in an entry": "a:\n  b: c\n  d:\n  - e\nf:\n  g: h",
    "flat collections in an entry": "a:\n  b: [c, d]\n  e: {f: g, h: i}\n  j: k\nl:\n  m: [n]",
    "a flat collection with a comment": "a:\n  b: c\n  d: [e] # f\ng:\n  h: {i: j} # k",
    "brackets in a text": "a:\n  b: c [d] {e}\n  f [g]: [h]\n  i {j: k}l",
    "a key like a null in a list": "a:\n  b: [null, c, ~]\n  d: {e: null}",
    "a text with a colon at the end of a line of quotes": "a:\n  b: 'c:'\n  d: e\nf:\n  g: h",
    "keys like nulls": "Null x:\n  b: c\nnulls:\n  d: e",
}


@pytest.mark.parametrize("text", ENTRIES.values(), ids=ENTRIES.keys())
def test_entries_and_their_lines_are_read_as_by_libyaml(text: str) -> None:
    assert is_plain(text)
    assert is_plain("- " + text.replace("\n", "\n  "))


NO_ENTRIES = {
    "a key twice in a row of entries": "a:\n  b: c\nd:\n  e: f\na:\n  g: h",
    "a key twice in an entry": "a:\n  b: c\n  b: [d]",
    "a key twice, the second below a comment": "a:\n  b: c\n  # x\n  b: d",
    "a key twice in a flat mapping": "a:\n  b: {c: d, c: e}",
    "a null as key of an entry": "a:\n  null: c",
    "a null as key of a flat mapping": "a:\n  b: {null: c}",
    "a line too far in": "a:\n  b: c\n   d: e",
    "a line too far in after a comment": "a:\n  b: c\n # x\n   d: e",
    "a line too far out": "a:\n  b: c\n d: e",
    "more below a text": "a:\n  b: c\n    d: e\nf:\n  g: h",
    "more below a flat collection": "a:\n  b: [c]\n    d",
}


@pytest.mark.parametrize("text", NO_ENTRIES.values(), ids=NO_ENTRIES.keys())
def test_entries_that_are_not_surely_right_are_left_to_libyaml(text: str) -> None:
    assert read_plain(text) is None


def test_many_entries_in_a_row_are_read_as_by_libyaml() -> None:
    assert is_plain("s:\n" + "".join(f"  k{n}:\n    a: b\n    c: [d{n}]\n" for n in range(450)) + "t: u")
